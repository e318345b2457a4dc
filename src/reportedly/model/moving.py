"""The same record at other places of a text: every span in it, however deep, is moved."""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from functools import lru_cache
from typing import TypeVar, get_args, get_type_hints

from reportedly.model.span import Span

Record = TypeVar("Record")
Move = Callable[[Span], Span]


@dataclass(frozen=True, slots=True)
class Blockwise:
    """From a text to another that has the same blocks in the same order: where each begins in both.

    >>> Blockwise((0, 10), (5, 40))(Span(8, 13))
    Span(start=13, end=43)
    """

    starts: tuple[int, ...]
    other_starts: tuple[int, ...]

    def __call__(self, span: Span) -> Span:
        """The same words in the other text."""
        return Span(self._moved(span.start), self._moved(span.end - 1) + 1)

    def _moved(self, offset: int) -> int:
        block = (bisect_right(self.starts, offset) or 1) - 1
        return self.other_starts[block] + offset - self.starts[block]


def moved(record: Record, move: Move) -> Record:
    """A record like this one with `move` applied to each of its spans; parts without spans are the same objects."""
    kind: type = type(record)
    if isinstance(record, Span):
        return move(record)  # type: ignore[return-value]  # a Span for a Span
    if isinstance(record, tuple):
        return tuple([moved(each, move) for each in record])  # type: ignore[return-value]  # a tuple for a tuple
    names, holding = _fields(kind)
    if not holding:
        return record
    values = [getattr(record, name) for name in names]
    for place in holding:
        if values[place]:
            values[place] = moved(values[place], move)
    made: Record = kind(*values)
    return made


@lru_cache(maxsize=64)
def _fields(kind: type) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The fields of a record's class in order, and the places among them of those that may hold a span."""
    if not is_dataclass(kind):
        return (), ()
    hints = get_type_hints(kind)
    names = tuple(each.name for each in fields(kind))
    return names, tuple(place for place, name in enumerate(names) if _may_hold(hints[name]))


def _may_hold(hint: object) -> bool:
    """Whether values of this type may hold a span."""
    if isinstance(hint, type) and not get_args(hint):
        return hint is Span or bool(_fields(hint)[1])
    return any(_may_hold(each) for each in get_args(hint))
