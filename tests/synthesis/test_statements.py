"""Statements: whole clauses, each once, what matters first; what the newest reports add."""

from reportedly.linking.origins import count_origins
from reportedly.model.span import Citation, Span
from reportedly.model.story import Story
from reportedly.synthesis.briefing import Wanted, write_brief
from reportedly.synthesis.clauses import doer, is_readable, readable, stands_alone
from reportedly.synthesis.newsworth import Newsworth
from reportedly.synthesis.statements import body_claims, latest, statements
from tests.told import ELSEWHERE, talks, told

RAID = """Police raid a warehouse in Ostend

OSTEND, May 5, 2031 (AFP) - Police searched a warehouse in Ostend on Monday and took away nine paintings, the prosecutor \
said.

The owner, who had rented it out, was not at home. It will stay closed until the judge decides.
"""
FIRST = """Storm reaches Porto

PORTO, May 5, 2031 (AFP) - A storm killed two people in Porto on Monday, the mayor, Rui Costa, said.
"""
DOUBT = """Council split over pier

OSTEND, May 5, 2031 (AFP) - Ann Lund would not say whether the town was also planning a second pier. The pier would be shut should the council lose its case on Monday, Lund said.
"""
LATER = """Storm toll in Porto rises

PORTO, May 7, 2031 (AFP) - A storm killed two people in Porto on Monday, the mayor, Rui Costa, said.

Schools in Porto will stay closed until Friday, Costa said on Wednesday.
"""


def _at(story: Story, words: str) -> Citation:
    reading = story.readings[0]
    start = reading.text.index(words)
    return Citation(reading.report.id, Span(start, start + len(words)))


def _shown(story: Story, words: str) -> str:
    return story.text_of(readable(story, _at(story, words)))


def test_a_piece_is_given_with_its_subject() -> None:
    story = told(RAID)[0]
    piece = _at(story, "took away nine paintings")
    subject = doer(story, piece)
    assert subject is not None
    assert story.text_of(subject) == "Police"
    assert is_readable(story, piece)
    assert readable(story, piece) == piece
    assert _shown(story, "Police searched a warehouse") == "Police searched a warehouse"


def test_a_loose_end_is_left_out() -> None:
    story = told(RAID)[0]
    words = "Police searched a warehouse in Ostend on Monday and"
    assert _shown(story, words) == "Police searched a warehouse in Ostend on Monday"


def test_a_relative_or_conditional_clause_is_no_statement() -> None:
    story = told(RAID)[0]
    assert not is_readable(story, _at(story, "until the judge decides"))
    assert is_readable(story, _at(story, "The owner, who had rented it out, was not at home"))


def test_what_begins_with_a_pronoun_does_not_stand_alone() -> None:
    story = told(RAID)[0]
    reading = story.readings[0]
    assert not stands_alone(reading, _at(story, "It will stay closed").span)
    assert stands_alone(reading, _at(story, "Police searched a warehouse in Ostend").span)


def test_no_statement_stands_within_another() -> None:
    lines = statements(talks()).lines
    for line in lines:
        others = [each for each in lines if each is not line]
        for other in others:
            assert not all(
                any(a.report == b.report and b.span.contains(a.span) for b in other.evidence)
                for a in line.evidence
            )


def test_the_lead_is_near_to_a_headline() -> None:
    story = told(ELSEWHERE)[0]
    lead = Newsworth(story).lead(body_claims(story))
    assert lead is not None
    assert "Heavy rain closed schools" in lead.gist
    assert Newsworth(story).nearness(lead) > 0.5


def test_a_story_of_several_days_tells_what_the_last_one_adds() -> None:
    story = next(each for each in told(FIRST, LATER) if len(each.readings) == 2)
    new = latest(story)
    assert new is not None
    assert new.title.endswith("7 May 2031")
    assert any("Schools in Porto" in line.text for line in new.lines)
    assert not any("killed two people" in line.text for line in new.lines)
    parts = write_brief((story,), Wanted(), count_origins).stories[0].sections
    assert parts[0].title == new.title


def test_a_story_of_one_day_has_no_such_section() -> None:
    assert latest(told(RAID)[0]) is None


def test_words_that_want_the_noun_before_them_are_no_statement() -> None:
    story = told(
        "Union warns of cuts\n\nOSLO, May 5, 2031 (AFP) - The union is worried about the losses workers would bear if "
        "the mill closes, its leader said on Monday.\n"
    )[0]
    assert not is_readable(story, _at(story, "workers would bear if the mill closes"))


def test_a_question_or_a_turned_condition_is_no_statement() -> None:
    """Neither "whether the town was" nor "should the council lose" says what is so."""
    story = told(DOUBT)[0]
    assert not is_readable(story, _at(story, "whether the town was also planning a second pier"))
    assert not is_readable(story, _at(story, "should the council lose its case on Monday"))
