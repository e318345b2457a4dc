"""Places as people write them: "3f2a91b0:120-188"."""

import re
from collections.abc import Mapping

from reportedly.cli.sources import find_id
from reportedly.model.errors import PlaceError
from reportedly.model.span import Citation, Span

_PLACE = re.compile(r"([0-9a-f]+):(\d+)-(\d+)")


def is_place(given: str) -> bool:
    """Whether it is written as a place.

    >>> is_place("3f2a91b0:120-188"), is_place("3f2a91b0")
    (True, False)
    """
    return _PLACE.fullmatch(given) is not None


def parse_place(given: str, lengths: Mapping[str, int], where: str) -> Citation:
    """The place in one of these reports: `lengths` has the length of each one's text by id."""
    found = _PLACE.fullmatch(given)
    if found is None:
        raise PlaceError(given, "not a place")
    report = find_id(found[1], lengths, where)
    start, end = int(found[2]), int(found[3])
    if not start < end <= lengths[report]:
        raise PlaceError(given, f"outside the report's {lengths[report]} characters")
    return Citation(report, Span(start, end))
