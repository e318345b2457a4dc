"""The brief: every line cites, nothing is told in another's name, what is missing is said."""

from datetime import date

import pytest

from reportedly.linking.origins import count_origins
from reportedly.model.brief import Brief, Line, UncitedLineError
from reportedly.synthesis.briefing import Wanted, newest_day, write_brief
from reportedly.synthesis.changes import Since
from tests.told import ELSEWHERE, talks, told


def _brief(wanted: Wanted | None = None) -> Brief:
    return write_brief((talks(),), wanted or Wanted(), count_origins)


def _lines(brief: Brief, title: str) -> tuple[Line, ...]:
    for story in brief.stories:
        for section in story.sections:
            if section.title.startswith(title):
                return section.lines
    return ()


def test_a_line_without_a_citation_cannot_be_made() -> None:
    with pytest.raises(UncitedLineError, match="cites nothing"):
        Line("somebody said something", (), "c1")


def test_every_citation_of_a_line_has_an_end_note_with_its_words() -> None:
    brief, story = _brief(), talks()
    for part in brief.stories:
        for line in (part.lead, *(line for each in part.sections for line in each.lines)):
            assert {brief.number_of(each) for each in line.evidence}
    for note in brief.notes:
        assert note.words == " ".join(story.text_of(note.citation).split())


def test_the_lead_is_the_firm_meeting_to_come_with_its_origins() -> None:
    brief = _brief()
    assert "12 March 2024: Kenya and Somalia, confirmed by both sides" in brief.stories[0].lead.text
    assert brief.stories[0].origin_line.startswith("2 reports, 2 texts, 2 newsrooms, 2 origins")


def test_each_teller_is_given_their_own_words() -> None:
    line = next(
        each for each in _lines(_brief(), "Statements") if "ministers of Kenya" in each.text
    )
    assert "the Somali foreign ministry" in line.text
    assert "“Somalia will meet Kenya in Geneva on March 12”" in line.text


def test_figures_that_differ_are_both_shown() -> None:
    line = next(each for each in _lines(_brief(), "Disputed") if each.text.startswith("number"))
    assert "5,000" in line.text
    assert "3,000" in line.text


def test_without_an_origin_its_statements_fall() -> None:
    fallen = _lines(_brief(Wanted(without="Ethiopia")), "Without Ethiopia")
    assert [each.text for each in fallen] == [
        "“Ethiopia called for a ceasefire” - demanded, told by Ethiopia"
    ]


def test_since_a_day_only_newer_reports_count_as_new() -> None:
    new = _lines(_brief(Wanted(since=Since(date(2024, 3, 5)))), "Since 5 March 2024")
    assert any(each.text.startswith("+ ") and "5,000" in each.text for each in new)
    assert not any("ready to talk" in each.text for each in new)


def test_a_meeting_that_is_over_is_not_planned_any_more() -> None:
    assert not _lines(_brief(Wanted(today=date(2024, 4, 1))), "Planned meetings")


def test_today_is_the_day_of_the_newest_report_unless_given() -> None:
    assert newest_day((talks(),)) == date(2024, 3, 5)
    assert _brief().today == date(2024, 3, 5)
    assert _brief(Wanted(today=date(2024, 3, 6))).today == date(2024, 3, 6)


def test_an_empty_section_says_why() -> None:
    brief = write_brief(told(ELSEWHERE), Wanted(), count_origins)
    empty = {each.title: each.empty for each in brief.stories[0].sections if not each.lines}
    assert empty["Planned meetings"] == "no planned meeting in 1 report"


def test_no_stories_make_an_empty_brief_that_says_so() -> None:
    brief = write_brief((), Wanted(), count_origins)
    assert brief.summary.startswith("0 reports read")
    assert not brief.notes
