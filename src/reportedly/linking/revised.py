"""Figures that a report itself puts right: "twelve, not 14 as first reported", "raising an earlier toll of four"."""

import re
from collections.abc import Iterator

from reportedly.linking.ground import Ground, Side, difference
from reportedly.linking.quantities import Quantity, quantity_of
from reportedly.model.ontology import DifferenceKind
from reportedly.model.reading import Reading
from reportedly.model.report import Role
from reportedly.model.span import Reason, Span
from reportedly.model.story import Difference
from reportedly.model.syntax import Sentence

_OLD = re.compile(
    r"\b(?:earlier|first|initial|original|preliminary|previous)(?: \w+)? "
    r"(?:count|death toll|estimate|figure|number|report|toll)s? (?:of|that) (?P<toll>[\w,.-]*\w)"
    r"|\b(?:not|instead of|rather than) (?P<old>[\w,.-]*\w)(?: \w+)?,? (?:as )?"
    r"(?:earlier|first|initially|originally|previously)(?: \w+)? "
    r"(?:announced|believed|estimated|given|reported|said|stated|thought)\b",
    re.IGNORECASE,
)
_REVISED = Reason("revised", 1.0, "the report itself puts an earlier figure right")


def revised(ground: Ground) -> Iterator[Difference]:
    """Each figure that a report takes back, beside the reports that have it."""
    for reading in ground.story.readings:
        for sentence in reading.sentences:
            if sentence.role is not Role.HEADLINE:
                yield from _in_sentence(ground, reading, sentence)


def _in_sentence(ground: Ground, reading: Reading, sentence: Sentence) -> Iterator[Difference]:
    found = _OLD.search(sentence.span.of(reading.text))
    if found is None:
        return
    old = found["toll"] or found["old"]
    before = Span(sentence.span.start, sentence.span.start + found.start())
    figures = [each for each in reading.figures if before.contains(each.span)]
    counted = [each for each in (quantity_of(reading, it) for it in figures) if each.noun]
    told = tuple(_told_before(ground, reading, counted[0], old)) if counted else ()
    if told:
        sides = [_side(ground, each) for each in (counted[0], *told)]
        note = f"{counted[0].asked}: “{counted[0].words}”, not “{told[0].words}” as told before"
        yield difference(DifferenceKind.UPDATE, sides, note, (_REVISED,))


def _told_before(ground: Ground, reading: Reading, now: Quantity, old: str) -> Iterator[Quantity]:
    """The figure taken back as other reports have it, counting the same."""
    for other in ground.story.readings:
        later = ground.later(reading.report.id, other.report.id)
        if other.report.id == reading.report.id or later:
            continue
        for figure in other.figures:
            told = quantity_of(other, figure)
            if told.noun == now.noun and old.casefold() in _writings(told):
                yield told


def _writings(quantity: Quantity) -> frozenset[str]:
    """How the number may be written: as it is there, or in digits."""
    first = quantity.words.split(maxsplit=1)[0].casefold()
    low = quantity.figure.low
    return frozenset({first, f"{low:,.0f}" if low is not None else first, first.replace(",", "")})


def _side(ground: Ground, quantity: Quantity) -> Side:
    """The figure with the claim that is told there."""
    for telling, claim in zip(ground.tellings, ground.claims, strict=True):
        inside = telling.place.span.contains(quantity.place.span)
        if inside and telling.report == quantity.place.report and not telling.assertion.headline:
            return Side(quantity.place, quantity.words, claim)
    return Side(quantity.place, quantity.words, "")
