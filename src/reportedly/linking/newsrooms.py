"""Which newsroom wrote a report: the credited agency, the agency that was told, or the outlet itself."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from reportedly.model.reading import Reading


@dataclass(frozen=True, slots=True)
class Newsroom:
    """`stated` is false where the newsroom is inferred from "told AFP"; name "" where nothing says who wrote it."""

    name: str
    stated: bool
    because: str


@lru_cache(maxsize=1)
def _agencies() -> dict[str, str]:
    """Every spelling of an agency in lower case, with its usual name."""
    table = tomllib.loads(files(__package__).joinpath("agencies.toml").read_text("utf-8"))
    found: dict[str, str] = {}
    for name, spellings in table["agencies"].items():
        for spelling in (name, *spellings):
            found[str(spelling).casefold()] = str(name)
    return found


@lru_cache(maxsize=1)
def _told() -> re.Pattern[str]:
    names = sorted(_agencies(), key=len, reverse=True)
    listed = "|".join(re.escape(name) for name in names)
    return re.compile(rf"\b(?:told|tell|telling)\s+(?:the\s+)?({listed})\b", re.IGNORECASE)


def agency_name(name: str) -> str | None:
    """The usual name of an agency, None where it is none that we know."""
    return _agencies().get(name.strip().removesuffix(".").casefold())


def newsroom_of(reading: Reading) -> Newsroom:
    """Credit first, then "told AFP" in the body, then the outlet; an agency relayed ("RIA reported") is none."""
    source = reading.report.source
    if source.agency:
        name = agency_name(source.agency) or source.agency
        return Newsroom(name, True, f"credited to {name}")
    told = _told().search(reading.text)
    if told and _in_sentence(reading, told.start()):
        name = _agencies()[told[1].casefold()]
        return Newsroom(name, False, f'its source "{told[0]}": the text is probably {name}\'s')
    if source.outlet:
        name = agency_name(source.outlet) or source.outlet
        return Newsroom(name, True, f"published by {name}")
    return Newsroom("", False, "no credit and no outlet")


def _in_sentence(reading: Reading, offset: int) -> bool:
    return not reading.sentences or reading.sentence_at(offset) is not None
