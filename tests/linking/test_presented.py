"""One saying under several words of saying: what is a finding, what only stands side by side."""

import pytest

from reportedly.intake.formats import Taken, open_bytes
from reportedly.linking.presented import presented_apart
from reportedly.model.ontology import DifferenceKind
from reportedly.model.story import Difference, Story
from reportedly.pipeline import read_reports, tell_story

DAM = "the old dam had passed every test last year"
HEAD = "The dam of Larvik\n\nLARVIK, May 3, 2024 - The council met on Friday.\n\n"


def _story(*bodies: str) -> Story:
    """Reports of these bodies, told as one story."""
    taken = [
        each.report
        for number, body in enumerate(bodies, 1)
        for each in open_bytes((HEAD + body + "\n").encode(), f"report-{number}.txt")
        if isinstance(each, Taken)
    ]
    readings = sorted(read_reports(taken), key=lambda each: each.report.id)
    return tell_story(Story("s", tuple(readings)))


def _hedged(*bodies: str) -> list[Difference]:
    """The findings of presentation in reports of these bodies."""
    found = _story(*bodies).differences
    return [each for each in found if each.kind is DifferenceKind.HEDGED]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("admitted", "claimed"),
        ("revealed", "alleged"),
        ("confirmed", "claimed"),
        ("falsely claimed", "said"),
        ("wrongly said", "confirmed"),
        ("falsely claimed", "claimed"),
        ("acknowledged", "insisted"),
        ("admitted", "said"),
        ("revealed", "told reporters"),
        ("claimed, without evidence,", "acknowledged"),
    ],
)
def test_words_of_different_kinds_are_a_finding(ours: str, theirs: str) -> None:
    """Given against distance, false against all else, owned up to against said: both words are cited."""
    (one,) = _hedged(f"Mayor Ann Lund {ours} that {DAM}.", f"Mayor Ann Lund {theirs} that {DAM}.")
    assert {each.strip(",") for each in one.values} == {
        ours.strip(","),
        theirs.removesuffix(" reporters"),
    }
    assert one.note.startswith("Ann Lund: “")


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("said", "stated"),
        ("said", "announced"),
        ("said", "claimed"),
        ("said", "insisted"),
        ("said", "noted"),
        ("said", "confirmed"),
        ("admitted", "conceded"),
        ("claimed", "alleged"),
        ("claimed", "denied"),
    ],
)
def test_words_of_one_kind_or_a_step_apart_are_none(ours: str, theirs: str) -> None:
    """Synonyms, a single step, and a denial, which is another matter."""
    bodies = (f"Mayor Ann Lund {ours} that {DAM}.", f"Mayor Ann Lund {theirs} that {DAM}.")
    assert _hedged(*bodies) == []


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (f"Mayor Ann Lund admitted that {DAM}.", f"Director Ola Brekke claimed that {DAM}."),
        (
            "Mayor Ann Lund admitted that the town had paid the builders.",
            "Mayor Ann Lund claimed that the school had lost its teachers.",
        ),
        (
            "Mayor Ann Lund admitted that the dam had failed every test.",
            "Mayor Ann Lund claimed that the dam had not failed every test.",
        ),
        (f"Mayor Ann Lund did not admit that {DAM}.", f"Mayor Ann Lund claimed that {DAM}."),
        (f"Mayor Ann Lund should admit that {DAM}.", f"Mayor Ann Lund claimed that {DAM}."),
        (
            f"Mayor Ann Lund admitted that {DAM}. Lund claimed that {DAM}.",
            f"Mayor Ann Lund claimed that {DAM}.",
        ),
    ],
)
def test_other_sayings_are_not_held_against_each_other(ours: str, theirs: str) -> None:
    """Another speaker, another matter, a "not", what was not said, a report that uses both words."""
    assert _hedged(ours, theirs) == []


def test_all_reports_of_one_saying_are_one_finding() -> None:
    """Two that say it plainly and one that calls it false."""
    (one,) = _hedged(
        f"Mayor Ann Lund said that {DAM}.",
        f"Mayor Ann Lund told reporters that {DAM}.",
        f"Mayor Ann Lund falsely claimed that {DAM}.",
    )
    assert len({each.report for each in one.evidence}) == 3
    assert one.claims


@pytest.mark.parametrize(("word", "found"), [("claimed", 1), ("falsely said", 1), ("said", 0)])
def test_what_one_report_vouches_for_and_another_does_not(word: str, found: int) -> None:
    """The report's own voice against a distant word; a plain attribution is none."""
    bodies = (
        "The old dam on the river passed every test last year.",
        f"Mayor Ann Lund {word} that the old dam on the river passed every test last year.",
    )
    notes = [each.note for each in _hedged(*bodies)]
    assert len(notes) == found
    assert all(" in its own voice: “" in each for each in notes)


def test_a_report_that_names_its_source_vouches_for_nothing() -> None:
    """Its lead tells it plainly and the next sentence says who says so."""
    told = "The old dam on the river passed every test last year"
    claimed = "Mayor Ann Lund claimed that the old dam on the river passed every test last year."
    assert _hedged(f"{told}.\n\n{told}, Mayor Ann Lund said.", claimed) == []


def test_side_by_side() -> None:
    """A single step is shown where two reports are compared."""
    story = _story(f"Mayor Ann Lund said that {DAM}.", f"Mayor Ann Lund claimed that {DAM}.")
    (pair,) = presented_apart(story)
    assert {each.presented.value for each in pair} == {"neutral", "distant"}
