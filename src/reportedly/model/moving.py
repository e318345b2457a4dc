"""The same record at other places of a text: every span in it, however deep, is moved."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import lru_cache
from typing import TypeVar, get_args, get_type_hints

from reportedly.model.span import Span

Record = TypeVar("Record")
Move = Callable[[Span], Span]


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
