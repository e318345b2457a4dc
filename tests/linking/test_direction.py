"""Which version was made from the other."""

from dataclasses import replace
from datetime import UTC, date, datetime

from reportedly.linking.direction import Side, direct, lean_of
from reportedly.linking.passages import prepare
from reportedly.model.report import Source
from tests.linking.tellings import HARBOUR, OTHER, reading


def side(
    sentences: tuple[str, ...],
    *,
    agency: str | None = None,
    outlet: str | None = None,
    day: date | None = None,
) -> Side:
    """A side with this source."""
    made = reading("x", sentences, day=day)
    report = replace(made.report, source=Source(outlet=outlet, agency=agency))
    return Side(report, prepare(made))


def test_credit_beats_text() -> None:
    """An outlet that credits an agency has the agency's own text, however much longer its own is."""
    wire = side(HARBOUR[:5], outlet="NTB", agency="NTB")
    paper = side(HARBOUR, outlet="Larvik Post", agency="NTB")
    assert direct(wire, paper).derived == 1
    assert direct(paper, wire).derived == 0


def test_who_holds_more_is_the_source() -> None:
    """A cut version lacks names and numbers that the source has."""
    whole, cut = side(HARBOUR), side(HARBOUR[:3])
    assert direct(whole, cut).derived == 1
    assert direct(cut, whole).derived == 0
    assert lean_of(whole.body, cut.body).score < 0


def test_private_facts_on_both_sides_make_siblings() -> None:
    """Each has names that the other lacks: the original is not here."""
    found = direct(side((*HARBOUR[:4], *OTHER[:2])), side((*HARBOUR[:4], *HARBOUR[4:])))
    assert found.derived is None
    assert found.reasons[0].feature == "private facts"


def test_the_clock_comes_last() -> None:
    """Equal texts: the later one is the copy; without days, or on one day, it is open."""
    early, late = side(HARBOUR, day=date(2024, 5, 1)), side(HARBOUR, day=date(2024, 5, 3))
    assert direct(early, late).derived == 1
    assert direct(late, early).derived == 0
    assert direct(early, early).derived is None
    assert direct(Side(None, early.body), late).derived is None


def test_no_names_say_nothing() -> None:
    """Texts without names or numbers lean nowhere."""
    plain = side(("...",))
    assert lean_of(plain.body, side(HARBOUR).body).score == 0


def test_under_one_address_the_clock_decides() -> None:
    """An update replaces what stood on its page, also where it is shorter or credits less."""
    whole, cut = side(HARBOUR, day=date(2024, 5, 1)), side(HARBOUR[:3], day=date(2024, 5, 3))
    found = direct(at_address(whole), at_address(cut))
    assert (found.derived, found.reasons[0].feature) == (1, "same address, later")
    assert direct(at_address(cut), at_address(whole)).derived == 0
    morning, noon = (at_address(whole, datetime(2024, 5, 1, hour, tzinfo=UTC)) for hour in (9, 12))
    assert direct(noon, morning).derived == 0
    assert direct(morning, noon).reasons[0].feature == "same address, later"
    undated = at_address(side(HARBOUR[:3]))
    assert direct(undated, at_address(whole)).reasons[0].feature == "containment"
    assert direct(at_address(cut), at_address(cut)).derived is None


def at_address(given: Side, at: datetime | None = None) -> Side:
    """The side under one address for all, published at this minute."""
    assert given.report is not None
    published = given.report.published
    if at is not None and published is not None:
        published = replace(published, at=at)
    source = replace(given.report.source, url="https://larvik.example/1")
    return Side(replace(given.report, source=source, published=published), given.body)
