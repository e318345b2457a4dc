"""Documents of stories whose days are given, or stand in their addresses."""

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bench.stories import day_of

SHORTEST = 300  # characters: stubs have nothing to go by
LONGEST = 6000
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
IN_ADDRESS = re.compile(r"/(20[0-3]\d)[/-](\d\d?|[a-z]{3})[/-](\d\d?)(?:[/-]|$)")
OPENING = 4  # first sentences of an ECB+ document, in which its address and its date line stand
YEAR = re.compile(r"\b20[0-3]\d\b")


@dataclass(frozen=True, slots=True)
class Dated:
    """A document with its day and the story it belongs to."""

    id: str
    story: str
    title: str
    text: str
    day: date


def is_tuned(path: Path, story: str) -> bool:
    """Whether a story is of the half of GVA that signs were chosen and weighed on; of other sets none is."""
    return path.parent.name == "gva" and hashlib.sha256(story.encode()).digest()[-1] % 2 == 0


def read_dated(path: Path) -> Iterator[Dated]:
    """The documents of a set that have a day and a fair length; the set is known by the fields of its records."""
    for line in path.read_text("utf-8").splitlines():
        record = json.loads(line)
        found = (
            _roundup(record)
            if "news" in record
            else _incident(record)
            if "incident" in record
            else _ecb(record)
        )
        for each in found:
            if SHORTEST <= len(each.text) <= LONGEST:
                yield each


def _incident(record: dict[str, str | None]) -> Iterator[Dated]:
    day = day_of(record["date"])
    if day:
        yield Dated(
            str(record["id"]),
            str(record["incident"]),
            record["title"] or "",
            record["text"] or "",
            day,
        )


def _roundup(record: dict[str, dict[str, dict[str, object]]]) -> Iterator[Dated]:
    for side, news in sorted(record["news"].items()):
        day = day_in(str(news["newsLink"] or ""))
        body = news["newBody"]
        if day and isinstance(body, list):
            text = "\n".join(map(str, body))
            yield Dated(
                f"{record['id']}/{side}", str(record["id"]), str(news["newsTitle"] or ""), text, day
            )


def _ecb(record: dict[str, object]) -> Iterator[Dated]:
    """Its first sentence is the address, in pieces; that and date lines after it are left out."""
    sentences = (
        [str(each) for each in record["sentences"]] if isinstance(record["sentences"], list) else []
    )
    day = (
        day_in(sentences[0].replace(" ", ""))
        if sentences and sentences[0].startswith("http")
        else None
    )
    if day:
        opening = [each for each in sentences[1:OPENING] if not YEAR.search(each)]
        text = "\n".join((*opening, *sentences[OPENING:]))
        yield Dated(str(record["id"]), f"{record['topic']}/{record['story']}", "", text, day)


def day_in(address: str) -> date | None:
    """The day that stands in a web address.

    >>> day_in("https://example.org/news/2021/apr/22/talks/")
    datetime.date(2021, 4, 22)
    """
    found = IN_ADDRESS.search(address)
    if not found:
        return None
    month = (
        MONTHS.index(found[2]) + 1
        if found[2] in MONTHS
        else int(found[2])
        if found[2].isdigit()
        else 0
    )
    try:
        return date(int(found[1]), month, int(found[3]))
    except ValueError:
        return None
