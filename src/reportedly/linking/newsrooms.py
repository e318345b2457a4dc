"""Which newsroom wrote a report: the credited agency, the agency that was told, or the outlet itself."""

import re
from dataclasses import dataclass
from functools import lru_cache

from reportedly.language.agencies import agencies, agency_named
from reportedly.model.reading import Reading


@dataclass(frozen=True, slots=True)
class Newsroom:
    """`stated` is false where the newsroom is inferred from "told AFP"; name "" where nothing says who wrote it."""

    name: str
    stated: bool
    because: str


@lru_cache(maxsize=1)
def _told() -> re.Pattern[str]:
    names = sorted(agencies(), key=len, reverse=True)
    listed = "|".join(re.escape(name) for name in names)
    return re.compile(rf"\b(?:told|tell|telling)\s+(?:the\s+)?({listed})\b", re.IGNORECASE)


def newsroom_of(reading: Reading) -> Newsroom:
    """Credit first, then "told AFP" in the body, then the outlet; an agency relayed ("RIA reported") is none."""
    source = reading.report.source
    if source.agency:
        name = agency_named(source.agency) or source.agency
        return Newsroom(name, True, f"credited to {name}")
    told = _told().search(reading.text)
    if told and _in_sentence(reading, told.start()):
        name = agency_named(told[1]) or told[1]
        return Newsroom(name, False, f'its source "{told[0]}": the text is probably {name}\'s')
    if source.outlet:
        name = agency_named(source.outlet) or source.outlet
        return Newsroom(name, True, f"published by {name}")
    return Newsroom("", False, "no credit and no outlet")


def _in_sentence(reading: Reading, offset: int) -> bool:
    return not reading.sentences or reading.sentence_at(offset) is not None
