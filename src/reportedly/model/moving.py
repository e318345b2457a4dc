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
        block = max(0, bisect_right(self.starts, offset) - 1)
        return self.other_starts[block] + offset - self.starts[block]


def moved(record: Record, move: Move) -> Record:
    """A record like this one with `move` applied to each of its spans; parts without spans are the same objects."""
    if isinstance(record, Span):
        return move(record)  # type: ignore[return-value]  # a Span for a Span
    if isinstance(record, tuple):
        return tuple([moved(each, move) for each in record])  # type: ignore[return-value]  # a tuple for a tuple
    kind: type = type(record)
    parts = _parts(kind)
    if not any(parts.values()):
        return record
    values = (
        moved(getattr(record, name), move) if holds else getattr(record, name)
        for name, holds in parts.items()
    )
    made: Record = kind(*values)
    return made


@lru_cache(maxsize=64)
def _parts(kind: type) -> dict[str, bool]:
    """The fields of a record's class in order, and whether each may hold a span."""
    if not is_dataclass(kind):
        return {}
    hints = get_type_hints(kind)
    return {each.name: _may_hold(hints[each.name]) for each in fields(kind)}


def _may_hold(hint: object) -> bool:
    """Whether values of this type may hold a span."""
    if isinstance(hint, type) and not get_args(hint):
        return hint is Span or any(_parts(hint).values())
    return any(_may_hold(each) for each in get_args(hint))
