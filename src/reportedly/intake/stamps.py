"""Dates of publication as pages print them: "date 2021-12-25", "Published: 3 March 2024 10:15 GMT"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from enum import StrEnum

from reportedly.intake.rules import zones

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
DAY = r"\d{1,2}(?:st|nd|rd|th)?"
YEAR = r"(?:19|20)\d\d(?!\d)"
DATE = (
    rf"(?:(?P<y1>{YEAR})[-/.](?P<m1>\d\d?)[-/.](?P<d1>\d\d?)(?!\d)"
    rf"|(?P<d2>{DAY})[ -](?:of )?(?P<m2>{MONTH}),?[ -](?P<y2>{YEAR})"
    rf"|(?P<m3>{MONTH}) (?P<d3>{DAY}),? (?P<y3>{YEAR})"
    rf"|(?P<a4>\d\d?)[-/.](?P<b4>\d\d?)[-/.](?P<y4>{YEAR})"
    r"|(?P<a5>(?<!\d)\d\d?)/(?P<b5>\d\d?)/(?P<y5>\d\d)(?=[\s,|@]{1,3}(?:at )?\d{1,2}:\d\d))"
)
TIME = (
    r"(?P<{0}h>[01]?\d|2[0-3])[:.](?P<{0}min>[0-5]\d)(?::[0-5]\d(?:\.\d+)?)?"
    r"(?:[ ]?(?P<{0}half>[ap]\.? ?m\b\.?))?"
    r"(?:[ ]?\(?(?P<{0}zone>[A-Z]{{1,4}}\b(?:[+-]\d\d?(?::?\d\d)?)?|[+-]\d\d:?\d\d)\)?)?"
)
LABEL = (
    r"(?P<label>(?:first |last |date |originally |story |article )?(?:published|posted|created|uploaded|filed|dated?|issued|released?"
    r"|updated?|modified|edited|revised)(?: date| time| at| on| online| in)?)\b"
)
STAMP = re.compile(
    rf"(?:{LABEL}\s*[:\-–—]?\s*\(?)?(?:{TIME.format('f')}[\s,|]*)?(?:on )?(?:{WEEKDAY},?\s+)?{DATE}"
    rf"(?:(?:[\s,|·•@–-]|T(?=\d)|at )*{TIME.format('t')})?",
    re.IGNORECASE,
)
HOUR = (  # a clock time that is told apart from a count: "9:30 p.m. EDT", "noon", "12 p.m."
    r"(?:(?:[01]?\d|2[0-3])(?:[:.][0-5]\d)?\s?[ap]\.? ?m\b\.?|(?:[01]?\d|2[0-3]):[0-5]\d|noon|midnight)"
    r"(?:\s?\(?(?-i:[A-Z]{2,4})\)?)?"
)
YEARLESS = re.compile(
    rf"(?:{LABEL.replace('?P<label>', '?:')}\s*[@:\-–—]?\s*)?[(]?"
    rf"(?:(?:{WEEKDAY},?\s+)?(?:{MONTH} {DAY}|{DAY} {MONTH})(?!\d)(?:,? (?:at )?{HOUR})?|{HOUR})[):]*\s*[:\-–—]?",
    re.IGNORECASE,
)
CLOCKED = re.compile(
    rf"(?:{LABEL.replace('?P<label>', '?:')}\s*[@:\-–—]?\s*)?{HOUR}:?", re.IGNORECASE
)
YEARLESS_TIME = re.compile(HOUR, re.IGNORECASE)
AMERICAN = frozenset(("AKDT", "AKST", "CDT", "EDT", "EST", "ET", "MDT", "PDT", "PST", "PT"))
CLOCK = 12  # hours on a face
LONGEST = 200  # characters of a date line
LEFTOVER = re.compile(r"[^\W\d_]+")
ALLOWED = frozenset(
    [
        "ago",
        "at",
        "by",
        "days",
        "hours",
        "ist",
        "last",
        "local",
        "min",
        "minutes",
        "mins",
        "months",
        "on",
        "posted",
        "published",
        "read",
        "time",
        "update",
        "updated",
        "weeks",
    ]
)


class Kind(StrEnum):
    """What a stamp dates."""

    PUBLISHED = "published"
    UPDATED = "updated"
    BARE = "bare"


@dataclass(frozen=True, slots=True)
class Stamp:
    """A printed date and where it stands in its line."""

    start: int
    end: int
    kind: Kind
    day: date
    at: datetime | None


def find_stamps(line: str) -> Iterator[Stamp]:
    """The full dates of a line; those that could be read two ways (03/04/2024) are left out.

    >>> [stamp.day.isoformat() for stamp in find_stamps("Posted: 25 Dec. 2021 | Updated: 3/4/2022")]
    ['2021-12-25']
    """
    for match in STAMP.finditer(line):
        day = _day(match)
        if day is not None:
            yield Stamp(match.start(), match.end(), _kind(match["label"]), day, _at(match, day))


def is_date_line(line: str) -> bool:
    """Whether the line holds a date or a time and, but for labels, nothing else.

    >>> is_date_line("Friday, Sep 10, 2010 | Updated 8:52 PM EDT"), is_date_line("6:30 p.m.")
    (True, True)
    """
    if len(line) > LONGEST:
        return False
    rest, found = STAMP.subn(" ", line)
    if not found:
        return YEARLESS.fullmatch(line) is not None
    words = LEFTOVER.findall(YEARLESS_TIME.sub(" ", rest))
    return all(word.casefold() in ALLOWED for word in words)


def is_time_line(line: str) -> bool:
    """Whether the line is nothing but a clock time, with "updated" or without: it dates what stands under it.

    >>> is_time_line("UPDATE @ 10:45 p.m."), is_time_line("March 3")
    (True, False)
    """
    return len(line) <= LONGEST and CLOCKED.fullmatch(line) is not None


def _kind(label: str | None) -> Kind:
    if label is None:
        return Kind.BARE
    late = re.search("updat|modif|edit|revis", label, re.IGNORECASE)
    return Kind.UPDATED if late else Kind.PUBLISHED


def _day(match: re.Match[str]) -> date | None:
    """The calendar day of a match; None for an impossible or an ambiguous one.

    With a zone of the United States the month comes first: "03/04/2024 9:15 am EDT" is the fourth of March.
    """
    if match["y1"]:
        return _date(match["y1"], match["m1"], match["d1"])
    for year, month, day in (("y2", "m2", "d2"), ("y3", "m3", "d3")):
        if match[year]:
            number = MONTHS.index(match[month][:3].casefold()) + 1
            return _date(match[year], str(number), match[day])
    which = "4" if match["y4"] else "5"
    first, second = int(match[f"a{which}"]), int(match[f"b{which}"])
    year = match["y4"] or f"20{match['y5']}"
    american = any((match[f"{time}zone"] or "").upper() in AMERICAN for time in ("t", "f"))
    if american and first <= len(MONTHS):
        return _date(year, str(first), str(second))
    if first != second and max(first, second) <= len(MONTHS):
        return None
    return _date(year, str(min(first, second)), str(max(first, second)))


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(re.sub(r"\D", "", day)))
    except ValueError:
        return None


def _at(match: re.Match[str], day: date) -> datetime | None:
    """The instant, where hour, minute and an unambiguous zone are printed."""
    for which in ("t", "f"):
        if match[f"{which}h"]:
            zone = _zone(match[f"{which}zone"])
            hour = _hour(int(match[f"{which}h"]), match[f"{which}half"])
            if zone is None or hour is None:
                return None
            minute = int(match[f"{which}min"])
            return datetime(day.year, day.month, day.day, hour, minute, tzinfo=zone)
    return None


def _hour(hour: int, half: str | None) -> int | None:
    if half is None:
        return hour
    if not 1 <= hour <= CLOCK:
        return None
    return hour % 12 + (12 if half.casefold().startswith("p") else 0)


def _zone(name: str | None) -> timezone | None:
    """The zone of "GMT", "+01:00" or "GMT+3"; None where it is missing or stands for several."""
    if name is None:
        return None
    match = re.fullmatch(
        r"(?i:(?P<name>[A-Z]*))(?:(?P<sign>[+-])(?P<h>\d\d?):?(?P<m>\d\d)?)?", name
    )
    if match is None or (match["name"] and match["name"].upper() not in zones()):
        return None
    minutes = zones()[match["name"].upper()] if match["name"] else 0
    if match["sign"]:
        shift = int(match["h"]) * 60 + int(match["m"] or 0)
        minutes += -shift if match["sign"] == "-" else shift
    return timezone(timedelta(minutes=minutes)) if abs(minutes) < 24 * 60 else None
