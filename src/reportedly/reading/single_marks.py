"""Single quotation marks, told from apostrophes: ‘...’ and '...' outside double marks."""

import re
from collections.abc import Iterable

from reportedly.model.span import Span

_OPENING = re.compile(r"(?<![\w'’])[‘'](?=[^\W\d])")
_CLOSING = re.compile(r"(?<=[\w,.!?…])[’'](?!\w)")
_ENDING = ",.!?…"
FEW = 6  # words between marks that no comma or stop closes; more are taken for a stray apostrophe


def pair_single(text: str, paragraph: Span, taken: Iterable[Span]) -> tuple[Span, ...]:
    """The stretches of a paragraph between single marks that touch none of the spans taken."""
    found: list[Span] = []
    double = tuple(taken)
    openings = [each.start() for each in _OPENING.finditer(text, paragraph.start, paragraph.end)]
    for index, opening in enumerate(openings):
        limit = openings[index + 1] if index + 1 < len(openings) else paragraph.end
        closing = _closing(text, opening, limit)
        span = Span(opening, closing + 1) if closing is not None else None
        if span is not None and not any(span.overlaps(each) for each in double):
            found.append(span)
    return tuple(found)


def _closing(text: str, opening: int, limit: int) -> int | None:
    """Where the mark that opens here closes: after a comma or stop, else after a few words."""
    places = [each.start() for each in _CLOSING.finditer(text, opening + 1, limit)]
    ended = [place for place in places if text[place - 1] in _ENDING]
    if ended:
        return ended[0]
    few = [place for place in places if len(text[opening:place].split()) <= FEW]
    return few[0] if few else None
