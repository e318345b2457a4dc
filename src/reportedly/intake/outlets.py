"""Which paper, station or site a head names: "Flemish Gazette, June 6, 2031", "By Jane Roe, The Letter"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from reportedly.intake.header import CREDIT, Part, is_place
from reportedly.intake.rules import outlet_words
from reportedly.intake.stamps import ALLOWED, LEFTOVER, Stamp, find_stamps, is_date_line
from reportedly.language.agencies import agencies
from reportedly.language.names import gender_of_name
from reportedly.model.report import Role

EDGES = " \t\xa0,|·•/–—-()[]."
BETWEEN = re.compile(r"\s*[,|·•]\s*|\s+[/–—-]{1,2}\s+|\sfor the\s")
DOMAIN = re.compile(r"(?:www\.)?[\w-]{2,30}(?:\.[\w-]{2,20}){1,2}")
SIGNED = re.compile(r"(?:by|from|source):?\s+(?:the )?", re.IGNORECASE)
SOURCE_LINE = re.compile(r"(?i:sources?)\s*:\s*(?P<name>[A-Z][^.!?]*)")
SMALL = frozenset(("&", "and", "de", "del", "la", "le", "of", "the"))
WORDS = 6  # of an outlet's name
FIELDS = 4  # beside the date
NAME = 3  # words of a person or place, or of an outlet that only "The" tells


@dataclass(frozen=True, slots=True)
class Field:
    """A piece of a line between commas or bars; `role` is None where nothing tells what it names."""

    start: int
    text: str
    role: Role | None
    because: str


def is_outlet(name: str) -> bool:
    """Whether a name is surely that of a paper, station or site; an agency's is not, nor a section's.

    >>> is_outlet("Flemish Gazette"), is_outlet("World News"), is_outlet("Jane Roe")
    (True, False, False)
    """
    words = name.split()
    if not 0 < len(words) <= WORDS or ":" in name or name in agencies() or _is_section(name):
        return False
    table = outlet_words()
    lower = [word.casefold() for word in words]
    plain = " ".join(lower[1:] if lower[0] == "the" else lower)
    if DOMAIN.fullmatch(name) or plain in table.known:
        return True
    if not all(word[0].isupper() or word in SMALL for word in words):
        return False
    return (
        lower[-1] in table.papers
        or (lower[0] == "the" and 1 < len(words) <= NAME)
        or (lower[0] in table.papers and lower[1] in ("of", "free"))
        or lower[0] in ("daily", "radio")
    )


def _is_section(name: str) -> bool:
    return all(word.casefold() in outlet_words().sections for word in re.findall(r"\w+", name))


def outlet_in(words: str) -> str | None:
    """The outlet that a credit or byline names beside persons.

    >>> outlet_in("Source: The Letter"), outlet_in("By Jane Roe in Lund for the Flemish Gazette")
    ('The Letter', 'Flemish Gazette')
    """
    said = SOURCE_LINE.fullmatch(words)
    if said:
        name = BETWEEN.split(said["name"])[0].strip(EDGES)
        return None if name in agencies() else name
    names = re.split(r",| and | & |;|\||/| in | for (?:the )?", SIGNED.sub("", words, count=1))
    return next((name for name in (each.strip(EDGES) for each in names) if is_outlet(name)), None)


def outlet_parts(line: str, *, first: bool) -> tuple[Part, ...]:
    """The parts of a line of the head that names outlet and date, perhaps also who wrote it and where.

    On the `first` line, which may be the headline, an outlet or agency must be among them.
    """
    stamp = next(find_stamps(line), None) if len(line) <= 2 * CREDIT else None
    if stamp is None or is_date_line(line):
        return ()
    start, end = _beside(line, stamp)
    fields = list(_fields(line, start, end))
    if not _is_read(line[stamp.end :] if start == 0 else "", fields, first=first):
        return ()
    named = list(_resolved(fields))
    date = Part(stamp.start if start == 0 else 0, len(line), Role.DATE, "date beside the outlet")
    starts = [field.start for field in named] + [date.start if start == 0 else len(line)]
    parts = [
        Part(field.start, after, field.role or Role.FURNITURE, field.because)
        for field, after in zip(named, starts[1:], strict=True)
    ]
    if start == 0:
        return (*parts, date)
    return (Part(0, start, Role.DATE, date.because), *parts)


def _beside(line: str, stamp: Stamp) -> tuple[int, int]:
    """The stretch that names something: before the date, or behind it where it opens the line."""
    if stamp.start > 0:
        return 0, stamp.start
    rest = line[stamp.end :].lstrip(EDGES)
    return len(line) - len(rest), len(line)


def _fields(line: str, start: int, end: int) -> Iterator[Field]:
    at = start
    stretch = line[start:end]
    cuts = [(start + m.start(), start + m.end()) for m in BETWEEN.finditer(stretch)]
    for stop, after in (*cuts, (end, end)):
        text = line[at:stop].strip(EDGES)
        if text:
            yield _field(at, text)
        at = after


def _field(at: int, text: str) -> Field:
    plain = SIGNED.sub("", text, count=1)
    if plain in agencies():
        role = Role.BYLINE if text.casefold().startswith("by ") else Role.CREDIT
        return Field(at, text, role, "agency in the line of the date")
    if is_outlet(plain):
        return Field(at, text, Role.CREDIT, f"outlet in the line of the date, “{plain}”")
    if _is_section(text):
        return Field(at, text, Role.FURNITURE, "section of the site in the line of the date")
    if is_place(text):
        return Field(at, text, Role.DATELINE, "place in the line of the date")
    if plain != text or gender_of_name(text):
        return Field(at, text, Role.BYLINE, "who wrote it, in the line of the date")
    return Field(at, text, None, "name in the line of the date")


def _is_read(rest: str, fields: list[Field], *, first: bool) -> bool:
    """Whether the fields make sense as a line about the report, and nothing is said behind the date."""
    if not 0 < len(fields) <= FIELDS or set(LEFTOVER.findall(rest.casefold())) - ALLOWED:
        return False
    if any(field.role is Role.CREDIT for field in fields):
        return all(len(field.text.split()) <= WORDS for field in fields)
    if first:
        return False
    return all(field.role and len(field.text.split()) <= NAME for field in fields)  # "Died, June 6"


def _resolved(fields: list[Field]) -> Iterator[Field]:
    """The fields, with an unknown one before an outlet taken for who wrote it: "Ruth Roe, The Letter"."""
    for field, after in pairwise((*fields, None)):
        if field is None:
            continue
        if field.role is None and after is not None and after.role is Role.CREDIT:
            yield Field(field.start, field.text, Role.BYLINE, "name before the outlet")
        else:
            yield field
