"""Sentences that are alike but for one thing, in our own words."""

import pytest

from reportedly.linking.claims import group_claims
from reportedly.linking.differences import find_differences
from reportedly.model.interval import Interval
from reportedly.model.ontology import DifferenceKind, EntityKind
from reportedly.model.story import Difference
from tests.linking.samples import Draft, days, draft, story_of

FERRY = "The ferry company closed its oldest pier in Lund on Friday after a storm broke 14 windows."


def _found(*drafts: Draft) -> tuple[Difference, ...]:
    return find_differences(group_claims(story_of(*drafts))).differences


def _line(report: str, text: str, published: str = "2024-05-04") -> Draft:
    return draft(report, text, published=published, parsed=True)


def _one(first: Draft, second: Draft) -> Difference:
    (found,) = _found(first, second)
    return found


def test_another_figure() -> None:
    """Fourteen windows and thirty; who has both figures knows of both."""
    first = _line("aa", FERRY).with_figure("14", 14, 14, "windows")
    second = _line("bb", FERRY.replace("14", "30")).with_figure("30", 30, 30, "windows")
    one = _one(first, second)
    assert (one.kind, one.values) == (DifferenceKind.NUMBER, ("14 windows", "30 windows"))
    assert one.note.startswith("how many windows: “14 windows” (aa.txt, 2024-05-04)")
    both = _line("bb", FERRY.replace("14", "30"), "2024-05-04")
    both = both.with_figure("30", 30, 30, "windows").with_figure("30", 14, 14, "doors")
    assert _found(first, both) == ()


def test_a_count_that_grew_is_an_update() -> None:
    """More hurt in a later report."""
    text = "The storm that hit the harbour of Lund on the coast left {} hurt near the old pier."
    drafts = [
        _line(report, text.format(count), day).with_figure(str(count), count, count, "hurt")
        for report, count, day in (("aa", 12, "2024-05-04"), ("bb", 19, "2024-05-06"))
    ]
    assert _one(*drafts).kind is DifferenceKind.UPDATE


@pytest.mark.parametrize(
    ("words", "when", "expected"),
    [
        ("Sunday", days("2024-05-05"), [DifferenceKind.DATE]),
        ("overnight", days("2024-05-05"), []),
        ("Friday", days("2024-05-10"), []),
        ("May", days("2024-06-01", "2024-06-30"), []),
    ],
)
def test_another_day(words: str, when: Interval, expected: list[DifferenceKind]) -> None:
    """Friday and Sunday differ; what is no weekday, or the same word, does not."""
    first = _line("aa", FERRY).with_time("Friday", days("2024-05-03"))
    second = _line("bb", FERRY.replace("Friday", words)).with_time(words, when)
    assert [each.kind for each in _found(first, second)] == expected


def test_another_day_of_a_month_and_who_tells_of_both() -> None:
    """Months are held against months, and a report that has both days knows two events."""
    first = _line("aa", FERRY.replace("Friday", "May 3")).with_time("May 3", days("2024-05-03"))
    text = FERRY.replace("Friday", "May 9")
    second = _line("bb", text).with_time("May 9", days("2024-05-09"))
    assert _one(first, second).kind is DifferenceKind.DATE
    assert _found(first, second.with_time("storm", days("2024-05-03"))) == ()


def test_another_place() -> None:
    """Lund and Oslo cannot both be; a suburb that nobody knows is not compared."""
    first = _line("aa", FERRY).with_mention("Lund", EntityKind.PLACE)
    second = _line("bb", FERRY.replace("Lund", "Oslo")).with_mention("Oslo", EntityKind.PLACE)
    assert _one(first, second).kind is DifferenceKind.PLACE
    third = _line("bb", FERRY.replace("Lund", "Vik")).with_mention("Vik", EntityKind.PLACE)
    assert _found(first, third) == ()


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("Harald Brenner", EntityKind.PERSON, [DifferenceKind.WHO]),
        ("Ana Solvai", EntityKind.PERSON, []),
        ("Brightwater", EntityKind.ORGANISATION, []),
    ],
)
def test_another_doer(name: str, kind: EntityKind, expected: list[DifferenceKind]) -> None:
    """Two persons differ, one person in two spellings does not, nor is a firm held against a person."""
    text = "{} closed the oldest pier of the harbour after a storm broke the windows."
    first = _line("aa", text.format("Ana Solvay")).with_mention("Ana Solvay", EntityKind.PERSON)
    second = _line("bb", text.format(name)).with_mention(name, kind)
    assert [each.kind for each in _found(first, second)] == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("did not close", [DifferenceKind.WHETHER]),
        ("closed", []),
        ("refused and did not close", []),
    ],
)
def test_not(words: str, expected: list[DifferenceKind]) -> None:
    """One verb with and without "not"; two words of refusing may cancel out."""
    first = _line("aa", FERRY)
    second = _line("bb", FERRY.replace("closed", words))
    assert [each.kind for each in _found(first, second)] == expected


def test_a_verb_that_goes_on_from_a_refused_one_is_unclear() -> None:
    """It "was not closed, sold": it may not have been sold either."""
    first = _line("aa", "The oldest pier of the harbour was closed, sold in spring, a clerk said.")
    second = _line(
        "bb", "The oldest pier of the harbour was not closed, sold in spring, a clerk said."
    )
    assert "whether (sell)" not in " ".join(each.note for each in _found(first, second))


def test_sentences_that_are_not_alike_are_not_compared() -> None:
    """The figures are of one noun, the sentences are not of one thing."""
    first = _line("aa", FERRY).with_figure("14", 14, 14, "windows")
    other = _line("bb", "A painter in Tarn has 30 windows to clean before the royal visit in June.")
    assert _found(first, other.with_figure("30", 30, 30, "windows")) == ()


def test_counts_of_one_deed_in_other_words() -> None:
    """Noun, verb and a name are the same, the sentences are not alike: still two counts."""
    first = _line(
        "aa",
        "Shells fired from the hills killed four people in the town of Lund on Sunday, police said.",
    )
    second = _line(
        "bb", "Seven people were killed in the shelling of the town of Lund, police said."
    )
    first = first.with_figure("four", 4, 4, "people")
    found = _found(first, second.with_figure("Seven", 7, 7, "people"))
    assert [each.values for each in found] == [("four people", "Seven people")]
