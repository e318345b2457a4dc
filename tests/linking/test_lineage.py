"""Versions of one text."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.documents import reading_of, report_of
from reportedly.linking.lineage import trace_lineage
from reportedly.model.correction import Correction, CorrectionKind
from reportedly.model.lineage import Relation
from reportedly.model.ontology import RelationKind
from reportedly.model.reading import Reading
from reportedly.model.story import Story
from tests.linking.tellings import HALF, HARBOUR, OTHER, REWORDED, reading, story

FIVE = Path(__file__).resolve().parents[3] / "shared" / "gold" / "five-reports" / "reports"
LONG = (
    *HARBOUR,
    "Ola Brekke said that the cranes would be sold to a yard in Gdansk before the summer.",
    "The council member Siri Dahl asked why the 2019 plan of Nordkai had never been published.",
    "In the old warehouse 14 artists have their studios, and nobody has told them where to go.",
    "The harbour was built in 1882, when timber from Telemark was shipped to Hull from here.",
)


def relation(*readings: Reading) -> Relation | None:
    """The one relation of two readings."""
    found = trace_lineage(story(*readings)).relations
    return found[0] if found else None


@pytest.mark.parametrize(
    ("first", "second", "kind", "derived"),
    [
        (LONG, tuple(each.upper() for each in LONG), RelationKind.IDENTICAL, None),
        (LONG, LONG[:5], RelationKind.EXCERPT, "b"),
        (LONG[3:7], LONG, RelationKind.EXCERPT, "a"),
        (LONG, (*LONG[:7], *OTHER), RelationKind.EDITED, None),
        (HARBOUR, REWORDED, RelationKind.REWORDED, None),
        (REWORDED, (*HARBOUR[4:], *HARBOUR[:4]), RelationKind.REWORDED, None),
    ],
)
def test_kinds(
    first: tuple[str, ...], second: tuple[str, ...], kind: RelationKind, derived: str | None
) -> None:
    """Copies, excerpts, edits, rewordings and rewordings with a moved block."""
    found = relation(reading("a", first), reading("b", second))
    assert found is not None
    assert (found.kind, found.certain) == (kind, True)
    assert derived in (None, found.derived)
    assert found.reasons


def test_a_shared_sentence_is_a_passage_and_no_version() -> None:
    """Two texts with one sentence in common stay two texts."""
    told = trace_lineage(story(reading("a", HARBOUR), reading("b", [*OTHER, HARBOUR[2]])))
    (found,) = told.relations
    assert found.kind is RelationKind.SHARED_PASSAGE
    assert [told.readings[0].text[each.a.start : each.a.end] for each in found.passages] == [
        HARBOUR[2]
    ]
    assert [each.reports for each in told.lineages] == [("a",), ("b",)]


def test_the_same_quotation_is_no_shared_passage() -> None:
    """Two reporters may hear one speaker."""
    quote = "“Nobody asked the people on this quay whether they can live on a course in typing,” he said."
    assert relation(reading("a", [*HARBOUR[:3], quote]), reading("b", [*OTHER, quote])) is None


def test_independent_reports_have_no_relation() -> None:
    """Nothing is listed for plainly independent pairs, and an empty report is related to nothing."""
    assert relation(reading("a", HARBOUR), reading("b", OTHER)) is None
    assert relation(reading("a", ["..."]), reading("b", ["..."])) is None


def test_a_half_retold_text_is_only_probable() -> None:
    """Probable rewordings are listed and join nothing."""
    told = trace_lineage(story(reading("a", (*HARBOUR, *OTHER)), reading("b", HALF)))
    assert [(each.kind, each.certain) for each in told.relations] == [
        (RelationKind.REWORDED, False)
    ]
    assert len(told.lineages) == 2


def test_people_have_the_last_word() -> None:
    """A correction makes or breaks a lineage, named by the beginning of an id."""
    told = story(reading("aa", HARBOUR), reading("bb", OTHER), reading("cc", HARBOUR))
    copy = Correction(CorrectionKind.COPY, "a", "b", "2024-05-01", "seen in print")
    apart = Correction(CorrectionKind.NOT_COPY, "c", "a", "2024-05-02")
    found = trace_lineage(replace(told, corrections=(copy, apart)))
    assert [each.reports for each in found.lineages] == [("aa", "bb"), ("cc",)]
    assert "seen in print" in found.relations[0].reasons[0].detail


@pytest.mark.parametrize(
    "correction",
    [
        Correction(CorrectionKind.COPY, "a", "zz", "2024-05-01"),
        Correction(CorrectionKind.COPY, "a", "a", "2024-05-01"),
        Correction(CorrectionKind.NOT_COPY, "a", "b", "2024-05-01"),
        Correction(CorrectionKind.SAME_ENTITY, "a", "b", "2024-05-01"),
    ],
)
def test_corrections_that_fit_nothing_change_nothing(correction: Correction) -> None:
    """Unknown ids, one report twice, and pairs that are independent already."""
    told = story(reading("a", HARBOUR), reading("b", OTHER))
    assert not trace_lineage(replace(told, corrections=(correction,))).relations


def test_saying_what_is_known_keeps_the_evidence() -> None:
    """A copy confirmed stays what it was; a passage said to be no copy stays a passage; a rewording denied is gone."""
    pair = story(reading("a", HARBOUR), reading("b", REWORDED))
    confirmed = trace_lineage(
        replace(pair, corrections=(Correction(CorrectionKind.COPY, "a", "b", "d"),))
    )
    assert confirmed.relations[0].kind is RelationKind.REWORDED
    assert len(confirmed.relations[0].passages) > 5
    denied = trace_lineage(
        replace(pair, corrections=(Correction(CorrectionKind.NOT_COPY, "a", "b", "d"),))
    )
    assert not denied.relations
    shared = story(reading("a", HARBOUR), reading("b", [*OTHER, HARBOUR[2]]))
    still = trace_lineage(
        replace(shared, corrections=(Correction(CorrectionKind.NOT_COPY, "a", "b", "d"),))
    )
    assert still.relations[0].kind is RelationKind.SHARED_PASSAGE


def test_the_original_comes_first() -> None:
    """An excerpt stands behind the text it was cut from, whatever the ids."""
    told = trace_lineage(
        story(
            reading("a", LONG[:5], day=date(2024, 5, 2)), reading("b", LONG, day=date(2024, 5, 1))
        )
    )
    assert told.lineages[0].reports == ("b", "a")
    assert "likeliest original" in told.lineages[0].because


TEXTS = st.lists(
    st.sampled_from([HARBOUR, REWORDED, OTHER, LONG, LONG[:5]]), min_size=2, max_size=4
)


@settings(deadline=None, max_examples=12)
@given(TEXTS, st.permutations(range(4)))
def test_the_order_of_reports_changes_no_lineage(
    texts: list[tuple[str, ...]], order: list[int]
) -> None:
    """Lineages and relations are the same whatever the order of the readings."""
    readings = [reading(f"r{index}", text) for index, text in enumerate(texts)]
    shuffled = [readings[index] for index in order if index < len(readings)]
    first, second = trace_lineage(story(*readings)), trace_lineage(story(*shuffled))
    assert first.relations == second.relations
    assert {frozenset(each.reports) for each in first.lineages} == {
        frozenset(each.reports) for each in second.lineages
    }
    for found in first.relations:
        assert all(each.a.end <= len(first.reading(found.a).text) for each in found.passages)
        assert all(each.b.end <= len(first.reading(found.b).text) for each in found.passages)


@settings(deadline=None, max_examples=8)
@given(TEXTS)
def test_an_exact_copy_adds_no_text(texts: list[tuple[str, ...]]) -> None:
    """The copy joins the lineage of its original."""
    readings = [reading(f"r{index}", text) for index, text in enumerate(texts)]
    before = trace_lineage(story(*readings))
    after = trace_lineage(story(*readings, reading("copy", texts[0])))
    assert len(after.lineages) == len(before.lineages)


@pytest.mark.skipif(not FIVE.is_dir(), reason="the five reports are not beside the repository")
def test_the_five_reports() -> None:
    """Two are one text reworded, two share a sentence, the rest is independent."""
    readings: list[Reading] = []
    for file in sorted(FIVE.glob("*.txt")):
        text = file.read_text("utf-8")
        made = reading_of(report_of(text))
        readings.append(
            replace(made, report=replace(made.report, id=file.stem), sentences=made.sentences[1:])
        )
    told = trace_lineage(Story("five", tuple(readings)))
    assert [(each.a, each.b, each.kind, each.derived) for each in told.relations] == [
        ("000", "001", RelationKind.REWORDED, None),
        ("002", "004", RelationKind.SHARED_PASSAGE, None),
    ]
    assert len(told.lineages) == 4


def _in_marks(sentences: tuple[str, ...], said: tuple[str, ...]) -> list[str]:
    return [f"“{each}”" if each in said else each for each in sentences]


def test_two_notes_of_one_speech_are_no_rewording() -> None:
    """What is probably reworded is none where only the quoted words are alike."""
    plain = relation(reading("a", (*HARBOUR, *OTHER)), reading("b", HALF))
    assert plain is not None
    assert plain.kind is RelationKind.REWORDED
    said = relation(
        reading("a", _in_marks((*HARBOUR, *OTHER), HARBOUR)),
        reading("b", _in_marks(HALF, REWORDED)),
    )
    assert said is None or not said.kind.is_same_text
