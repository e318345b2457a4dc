"""Which of two versions was made from the other, without looking at a clock first.

What a maker leaves out stays in the source: the source holds more of the copy's names and numbers than the
copy holds of its. Where each side has facts of its own, both were made from a text that is not here.
"""

import math
from dataclasses import dataclass

from reportedly.language.frequency import share_of_reports
from reportedly.language.similarity import find_anchors
from reportedly.linking.passages import Body
from reportedly.model.report import Published, Report
from reportedly.model.span import Reason

MARGIN = 0.2  # difference of containments that decides; .08 finds a direction between more siblings
PRIVATE = 2  # unmatched names or numbers on both sides that speak for a common original,
ALIKE = 5  # if neither side has more than so many times the other's,
CLEAR = 0.35  # unless the difference is as clear as this: decides 68 % of OneStopEnglish, all of it right


@dataclass(frozen=True, slots=True)
class Side:
    """One of two versions: its report, if known, and its body."""

    report: Report | None
    body: Body


@dataclass(frozen=True, slots=True)
class Direction:
    """`derived` is 0 or 1 for the side made from the other, None where neither is or it is open."""

    derived: int | None
    lean: float  # below 0: the first looks like the source; above 0: the second
    reasons: tuple[Reason, ...]


def direct(a: Side, b: Side, *, contained: bool = False) -> Direction:
    """Credit beats text, text beats the clock; under one address the clock decides alone: an update replaces.

    Where one text is `contained` in the other word for word, a cut and an addition look alike: only the clock can tell
    them apart, and where it is silent the longer one is taken for the source.
    """
    text_last = (_by_address, _by_credit, _by_clock, _by_text)
    for judge in text_last if contained else (_by_address, _by_credit, _by_text, _by_clock):
        found = judge(a, b)
        if found is not None:
            return found
    return Direction(None, 0.0, ())


def _by_address(a: Side, b: Side) -> Direction | None:
    """Two versions of one page: the later was made from the earlier, whatever either of them holds."""
    if a.report is None or b.report is None:
        return None
    url = a.report.source.url
    if not url or url != b.report.source.url:
        return None
    derived = _later(a.report.published, b.report.published)
    if derived is None:
        return None
    reason = Reason("same address, later", 1.0, "published later under the same address")
    return Direction(derived, 0.0, (reason,))


def _later(first: Published | None, second: Published | None) -> int | None:
    """Which of two is later, by the minute where both are known to it, else by days apart; None where neither is."""
    if first is None or second is None:
        return None
    if first.at and second.at and first.at != second.at:
        return 1 if first.at < second.at else 0
    if first.days.overlaps(second.days):
        return None
    return 1 if first.days.last < second.days.first else 0


def _by_credit(a: Side, b: Side) -> Direction | None:
    """A report that credits an agency was made from the text that stands under that agency's own name."""
    if a.report is None or b.report is None:
        return None
    agencies = a.report.source.agency, b.report.source.agency
    outlets = a.report.source.outlet, b.report.source.outlet
    for derived in (0, 1):
        credited, publisher = agencies[derived], outlets[1 - derived]
        if credited and publisher == credited and outlets[derived] not in (None, credited):
            reason = Reason("credit", 1.0, f"credits {credited}, which published the other")
            return Direction(derived, 1.0 - 2.0 * derived, (reason,))
    return None


@dataclass(frozen=True, slots=True)
class Lean:
    """`score` below 0: the first text looks like the source. `private`: names and numbers the other side lacks."""

    score: float
    private: tuple[int, int]


def lean_of(a: Body, b: Body) -> Lean:
    """How much more of the second text the first one holds than the reverse, in names and numbers and in rare words.

    On OneStopEnglish it is right in 98 / 99 / 100 % of the pairs;
    names and numbers alone are in 77 / 90 / 96 % (bench direction).
    """
    first, second = anchors_of(a), anchors_of(b)
    shared = len(first & second)
    names = shared / len(first) - shared / len(second) if first and second else 0.0
    score = names + _word_lean(frozenset(a.words), frozenset(b.words))
    return Lean(score, (len(first) - shared, len(second) - shared))


def _word_lean(first: frozenset[str], second: frozenset[str]) -> float:
    """The same of words, each weighed by its rarity in news at large."""
    shared, all_first, all_second = _weight(first & second), _weight(first), _weight(second)
    return shared / all_first - shared / all_second if all_first and all_second else 0.0


def _weight(words: frozenset[str]) -> float:
    # exact sum: the order of a set differs from process to process
    return math.fsum(-math.log(share_of_reports(word)) for word in words)


def anchors_of(body: Body) -> frozenset[str]:
    """Names and numbers of all sentences."""
    return frozenset(
        anchor for span in body.sentences for anchor in find_anchors(span.of(body.text))
    )


def _by_text(a: Side, b: Side) -> Direction | None:
    lean = lean_of(a.body, b.body)
    fewer, more = sorted(lean.private)
    if fewer >= PRIVATE and ALIKE * fewer >= more and abs(lean.score) < CLEAR:
        detail = f"each has names and numbers that the other lacks ({lean.private[0]} and {lean.private[1]})"
        return Direction(None, lean.score, (Reason("private facts", 1.0, detail),))
    if abs(lean.score) < MARGIN:
        return None
    derived = 1 if lean.score < 0 else 0
    detail = f"the other has {lean.private[1 - derived]} names and numbers more and lacks {lean.private[derived]}"
    return Direction(
        derived, lean.score, (Reason("containment", min(1.0, abs(lean.score)), detail),)
    )


def _by_clock(a: Side, b: Side) -> Direction | None:
    """Weak, and so only where text says nothing and the days do not overlap."""
    first = a.report.published if a.report else None
    second = b.report.published if b.report else None
    if first is None or second is None or first.days.overlaps(second.days):
        return None
    derived = _later(first, second)
    return Direction(derived, 0.0, (Reason("published later", 0.5, "published on a later day"),))
