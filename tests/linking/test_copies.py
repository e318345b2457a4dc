"""Word-for-word copies stand aside while a story is told, and nothing but the count of reports shows it."""

import hashlib
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.linking.copies import set_aside
from reportedly.linking.origins import count_origins
from reportedly.model.correction import Correction, CorrectionKind
from reportedly.model.ontology import RelationKind
from reportedly.model.reading import Reading
from reportedly.model.report import Role
from reportedly.model.span import Cited
from reportedly.model.story import Story
from reportedly.pipeline import read_report, tell_stories
from tests.told import AGENCY, OTHER, told

TEXTS = (AGENCY.replace("Norland and Sudria", "Kenya and Somalia"), OTHER)
CHROME = ("Sign in", "Subscribe", "Share this article", "Related articles", "Advertisement")
NOW = "2024-05-01T12:00:00+00:00"


def copied(text: str, above: str = "", below: str = "") -> str:
    """The text as another site shows it."""
    return f"{above}\n\n{text}\n\n{below}\n" if above or below else text


def story_of(*texts: str) -> Story:
    """The one story of these texts."""
    [story] = told(*texts)
    return story


def test_a_copy_is_cited_where_its_like_is() -> None:
    """In the same words, wherever they stand on its page."""
    story = story_of(*TEXTS, copied(TEXTS[0], "Sign in", "Subscribe"), copied(OTHER, "Subscribe"))
    assert len(story.readings) == 4
    assert story.copies == ()
    assert all(len({each.report for each in claim.evidence}) % 2 == 0 for claim in story.claims)
    records: list[Cited] = [*story.claims, *story.utterances, *story.entities, *story.positions]
    for record in records:
        words = [story.text_of(each) for each in record.evidence]
        assert all(words.count(each) >= 2 for each in words)


def test_a_copy_adds_a_report_and_nothing_else() -> None:
    """No text, no newsroom, no origin, no claim, no difference."""
    once, twice = story_of(*TEXTS), story_of(*TEXTS, copied(OTHER, "Sign in", "Subscribe"))
    assert [each.gist for each in twice.claims] == [each.gist for each in once.claims]
    assert len(twice.differences) == len(once.differences)
    assert [each.note for each in twice.differences] == [each.note for each in once.differences]
    for before, after in zip(once.claims, twice.claims, strict=True):
        ours, theirs = before.counts, after.counts
        assert (theirs.texts, theirs.newsrooms, theirs.origins) == (
            ours.texts,
            ours.newsrooms,
            ours.origins,
        )
    assert sum(claim.counts.reports for claim in twice.claims) > sum(
        claim.counts.reports for claim in once.claims
    )


def test_what_was_counted_with_copies_aside_is_what_the_whole_story_counts() -> None:
    """Whoever counts again, without an origin or since a day, starts from the same figures."""
    story = story_of(*TEXTS, copied(TEXTS[0], "Sign in"), copied(OTHER, "", "Subscribe"))
    assert count_origins(story, ()) == story.counts
    for claim in story.claims:
        assert count_origins(story, claim.voices) == claim.counts


def with_headline(text: str, headline: str) -> str:
    """The text under another headline."""
    return headline + text[text.index("\n") :]


OWN = with_headline(OTHER, "Somalia to meet Kenya in Geneva")
DENIED = with_headline(TEXTS[0], "Kenya refuses to meet Somalia")


def test_a_copy_with_a_headline_of_its_own_is_looked_at_for_that() -> None:
    """What its body tells is told with its like; the headline stands against its own body."""
    story = story_of(*TEXTS, OWN, DENIED)
    like, own = (next(e for e in story.readings if e.text == text) for text in (OTHER, OWN))
    for claim in story.claims:
        bodies = [each for each in claim.voices if not each.headline]
        reports = {each.citation.report for each in bodies}
        assert (like.report.id in reports) == (own.report.id in reports)
        assert len({story.text_of(each.citation) for each in bodies}) <= len(reports)
    checks = {story.text_of(each.headline): each for each in story.headline_checks}
    assert len(checks) == 4
    assert "Kenya refuses to meet Somalia" in checks
    for check in checks.values():
        assert all(each.report == check.report for each in check.evidence)
    indexed = [
        (each, story.reading(each.citation.report)) for c in story.claims for each in c.voices
    ]
    for voice, reading in indexed:
        assert reading.assertions[voice.assertion].span == voice.citation.span


def test_copies_with_other_headlines_count_as_one_text() -> None:
    """And counting again gives what was counted while they stood aside."""
    story = story_of(*TEXTS, OWN, DENIED, copied(OWN, "Sign in"))
    assert story.counts == count_origins(story, ())
    assert story.counts is not None
    assert (story.counts.reports, story.counts.texts) == (5, (2, 2))
    for claim in story.claims:
        assert count_origins(story, claim.voices) == claim.counts
    assert len({each.id for each in story.lineages}) == 2


def test_a_copy_with_a_picture_of_its_own_tells_what_the_caption_tells() -> None:
    """In its own name; what the body tells it shares."""
    caption = (
        "Ministers of Kenya and Somalia shake hands in Nairobi on March 1, 2024. (Photo: Reuters)"
    )
    pictured = OTHER.replace("\n\nMore than", f"\n\n{caption}\n\nMore than")
    story = story_of(*TEXTS, pictured)
    own = next(each.report.id for each in story.readings if each.text == pictured)
    assert any(Role.CAPTION is each.role for each in story.reading(own).report.blocks)
    assert [each.kind for each in story.relations if own in (each.a, each.b)] == [
        RelationKind.IDENTICAL
    ]
    for claim in story.claims:
        assert count_origins(story, claim.voices) == claim.counts
        evidence = [(each.report, each.span) for each in claim.evidence]
        assert len(set(evidence)) == len(evidence)
    for meeting in story.meetings:
        assert len(set(meeting.evidence)) == len(meeting.evidence)


def test_copies_are_versions_of_their_text() -> None:
    """With the relation to their like; the reason for a claim says that they copy."""
    story = story_of(*TEXTS, copied(OTHER, "Sign in"))
    [lineage] = [each for each in story.lineages if len(each.reports) > 1]
    assert lineage.because == "2 versions (identical); which came first is open"
    [relation] = [each for each in story.relations if each.kind is RelationKind.IDENTICAL]
    assert {relation.a, relation.b} == set(lineage.reports)
    for passage in relation.passages:
        ours, theirs = story.reading(relation.a).text, story.reading(relation.b).text
        assert passage.a.of(ours) == passage.b.of(theirs)
    told_twice = [each for each in story.claims if each.counts.reports > 1]
    assert all("copies" in {reason.feature for reason in each.reasons} for each in told_twice)


def test_headlines_of_copies_are_checked_like_their_like() -> None:
    """Each with its own places."""
    overstated = AGENCY.replace("to hold talks", "agree to talks")
    story = story_of(overstated, copied(overstated, "Sign in"))
    assert len(story.headline_checks) == 2
    first, second = story.headline_checks
    assert (first.verdict, first.note) == (second.verdict, second.note)
    assert story.text_of(first.headline) == story.text_of(second.headline)
    assert first.report != second.report


@pytest.mark.parametrize(
    "kind", [CorrectionKind.NOT_COPY, CorrectionKind.DIFFERENT_CLAIM, CorrectionKind.SPEAKER]
)
def test_whom_people_have_spoken_of_is_not_set_aside(kind: CorrectionKind) -> None:
    """What they said is about that report and no other."""
    story = story_of(TEXTS[0], copied(TEXTS[0], "Sign in"))
    first, second = (each.report.id for each in story.readings)
    assert len(set_aside(story).readings) == 1
    told_apart = Correction(kind, f"{first[:12]}:0-9", second, NOW)
    assert set_aside(replace(story, corrections=(told_apart,))) is not story
    assert len(set_aside(replace(story, corrections=(told_apart,))).readings) == 2


def test_copies_without_a_date_get_the_day_of_their_like() -> None:
    """So that "on Tuesday" is one day in all of them."""
    undated = OTHER.replace("MOGADISHU, March 5, 2024 (Reuters) - ", "")
    story = story_of(TEXTS[0], OTHER, undated, with_headline(undated, "Somalia agrees to meet"))
    first, second = [each for each in story.readings if "MOGADISHU" not in each.text][-2:]
    assert first.report.published is not None
    assert first.report.published == second.report.published
    assert [each.days for each in first.times][-1] == [each.days for each in second.times][-1]


def test_names_that_people_joined_set_nobody_apart() -> None:
    story = story_of(TEXTS[0], copied(TEXTS[0], "Sign in"))
    joined = Correction(CorrectionKind.SAME_ENTITY, "Kenya", "Somalia", NOW)
    assert len(set_aside(replace(story, corrections=(joined,))).readings) == 1


def _as_copy(reading: Reading, number: int, above: int, below: int) -> Reading:
    """The reading of a copy with so many lines of chrome above and below."""
    text = copied(reading.text, "\n".join(CHROME[:above]), "\n".join(CHROME[:below]))
    shift = text.index(reading.text)
    blocks = tuple(
        replace(
            each, span=replace(each.span, start=each.span.start + shift, end=each.span.end + shift)
        )
        for each in reading.report.blocks
    )
    name = hashlib.sha256(f"{reading.report.id} {number}".encode()).hexdigest()
    return read_report(replace(reading.report, id=name, text=text, blocks=blocks))


@settings(max_examples=12, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 1), st.integers(0, 5), st.integers(0, 5)), min_size=1, max_size=4
    )
)
def test_however_many_copies_the_same_is_told(pages: list[tuple[int, int, int]]) -> None:
    readings = story_of(*TEXTS).readings
    copies = [
        _as_copy(readings[which], number, above, below)
        for number, (which, above, below) in enumerate(pages)
    ]
    [once], [story] = tell_stories(readings), tell_stories([*readings, *copies])
    assert sorted(each.gist for each in story.claims) == sorted(each.gist for each in once.claims)
    assert story.counts is not None
    assert once.counts is not None
    assert story.counts.origins == once.counts.origins
    assert story.counts.reports == len(readings) + len(copies)
    for claim in story.claims:
        assert {story.text_of(each) for each in claim.evidence} <= {
            once.text_of(each) for other in once.claims for each in other.evidence
        }
