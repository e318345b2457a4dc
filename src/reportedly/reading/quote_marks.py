"""Quotation marks, paired paragraph by paragraph at the least cost, so that a wrong or missing mark costs little.

Each mark may open, close or be ignored; the cheapest legal sequence wins, and what it paid is told as a repair.
"""

import re
from dataclasses import dataclass, replace

from reportedly.model.span import Span
from reportedly.reading.single_marks import pair_single

DOUBLE = '"“”„«»‟＂'
OPENING = "“„«"
CLOSING = "”»"
BEFORE_OPENING = "([{—–-/"
AFTER_CLOSING = ")]}.,;:!?—–-/"
IGNORED = 3.5
LEFT_OPEN = 2.0
WRONG_SHAPE = 2.0
TYPED = re.compile("''|``|‘‘|’’")
FILLER = "\u2060"  # a character that is neither space nor stop
UNSEEN = "opening mark missing"
UNOPENED = 3.0
TELLING = 2.0  # a mark that pays this much is told as a repair


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words between marks, the marks included. `repair` says what was wrong with them, "" where nothing was."""

    span: Span
    closed: bool
    repair: str
    width: int = 1  # characters of a mark: two where it is typed as two single ones

    @property
    def inner(self) -> Span:
        """Without the marks (the whole span where nothing would be left)."""
        start = self.span.start + self.width * (self.repair != UNSEEN)
        end = self.span.end - self.width * self.closed
        return Span(start, end) if start < end else self.span


@dataclass(frozen=True, slots=True)
class _Path:
    """A way to read the marks so far: what it cost, the open mark (-1: none), and what was found."""

    cost: float
    opened: int
    note: str
    found: tuple[Quoted, ...]


def pair_marks(text: str, paragraphs: tuple[Span, ...]) -> tuple[Quoted, ...]:
    """All quoted stretches of these paragraphs, in order."""
    found: list[Quoted] = []
    typed, text = text, TYPED.sub(_as_one, text)
    for index, paragraph in enumerate(paragraphs):
        after = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        continues = after is not None and after.of(text).lstrip()[:1] in tuple(OPENING + '"')
        double = _pair_in(text, paragraph, continues=continues)
        single = pair_single(text, paragraph, (each.span for each in double))
        both = (
            *(_measured(typed, _without_double(text, each)) for each in double),
            *(Quoted(span, closed=True, repair="") for span in single),
        )
        found.extend(sorted(both, key=lambda each: each.span))
    return tuple(found)


def _as_one(typed: re.Match[str]) -> str:
    """A mark typed as two single ones, as one of the same length that faces as it does."""
    opens = typed.start() == 0 or typed.string[typed.start() - 1] in BEFORE_OPENING + " \n\t"
    return f'"{FILLER}' if opens else f'{FILLER}"'


def _measured(text: str, quoted: Quoted) -> Quoted:
    """A stretch with the width of its marks in the text as it was typed."""
    opening = Span(quoted.span.start, quoted.span.start + 2).of(text)
    return replace(quoted, width=2) if TYPED.fullmatch(opening) else quoted


def _without_double(text: str, quoted: Quoted) -> Quoted:
    """A stretch without the second of two closing marks: `“It is real."”`."""
    end = quoted.span.end - 1
    if not quoted.closed or end - quoted.span.start <= 1 or text[end - 1] not in DOUBLE:
        return quoted
    return replace(quoted, span=Span(quoted.span.start, end), repair="closing mark doubled")


def _pair_in(text: str, paragraph: Span, *, continues: bool) -> tuple[Quoted, ...]:
    """The cheapest reading of the marks of one paragraph."""
    outside = _Path(0.0, -1, "", ())
    inside: _Path | None = _Path(UNOPENED, paragraph.start, UNSEEN, ())
    for place in range(paragraph.start, paragraph.end):
        if text[place] in DOUBLE:
            opening, closing = _costs(text, paragraph, place)
            if inside and inside.note == UNSEEN and text[place - 1 : place] not in tuple(",.!?…"):
                closing += WRONG_SHAPE
            outside, inside = _step(outside, inside, place, (opening, closing))
    if inside is None or inside.note == UNSEEN:
        return outside.found
    price = 0.0 if continues else LEFT_OPEN
    if inside.cost + price >= outside.cost:
        return outside.found
    end = paragraph.start + len(paragraph.of(text).rstrip())
    if end <= inside.opened:
        return inside.found
    note = inside.note or ("" if continues else "closing mark missing")
    return (*inside.found, Quoted(Span(inside.opened, end), closed=False, repair=note))


def _step(
    outside: _Path, inside: _Path | None, place: int, costs: tuple[float, float]
) -> tuple[_Path, _Path | None]:
    """Read one mark in each state; of two ways to a state the cheaper is kept."""
    opening, closing = costs
    note = "opening mark repaired" if opening >= TELLING else ""
    opened = _Path(outside.cost + opening, place, note, outside.found)
    skipped = _Path(outside.cost + IGNORED, -1, "", outside.found)
    if inside is None:
        return skipped, opened
    repair = inside.note or ("closing mark repaired" if closing >= TELLING else "")
    quoted = Quoted(Span(inside.opened, place + 1), closed=True, repair=repair)
    closed = _Path(inside.cost + closing, -1, "", (*inside.found, quoted))
    kept = _Path(inside.cost + IGNORED, inside.opened, inside.note, inside.found)
    return min(closed, skipped, key=_cost), min(opened, kept, key=_cost)


def _cost(path: _Path) -> float:
    return path.cost


def _costs(text: str, paragraph: Span, place: int) -> tuple[float, float]:
    """What it costs to read the mark at `place` as opening and as closing, from its neighbours and its shape."""
    left = text[place - 1] if place > paragraph.start else " "
    right = text[place + 1] if place + 1 < paragraph.end else " "
    before = left.isspace() or left in BEFORE_OPENING
    after = right.isspace() or right in AFTER_CLOSING
    if before and not after:
        opening, closing = 0.0, 2.5
    elif after and not before:
        opening, closing = 2.5, 0.0
    elif not before:
        opening = closing = 0.6 if left in ".,!?…" else 0.8
    else:
        opening, closing = 1.0, 0.8
    return (
        opening + WRONG_SHAPE * (text[place] in CLOSING),
        closing + WRONG_SHAPE * (text[place] in OPENING),
    )
