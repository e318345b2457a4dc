"""The tables beside this room, read once."""

import csv
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files


def _read(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _rows(name: str) -> list[list[str]]:
    """The rows of a CSV table under its heading."""
    return list(csv.reader(_read(name).splitlines()))[1:]


@lru_cache(maxsize=1)
def zones() -> dict[str, int]:
    """Unambiguous names of time zones and their minutes before UTC. IST and CST of Asia are left out."""
    return {zone: int(minutes) for zone, minutes in _rows("zones.csv")}


@lru_cache(maxsize=1)
def function_words() -> dict[str, frozenset[str]]:
    """The commonest small words of each language."""
    return {name: frozenset(words.split()) for name, words in _rows("function_words.csv")}


@dataclass(frozen=True, slots=True)
class Magic:
    """Bytes by which a kind of file is known."""

    magic: bytes
    offset: int
    kind: str


@lru_cache(maxsize=1)
def magics() -> tuple[Magic, ...]:
    """Kinds of files that hold no text, by their first bytes."""
    return tuple(Magic(bytes.fromhex(m), int(o), kind) for m, o, kind in _rows("magic.csv"))


@dataclass(frozen=True, slots=True)
class Phrases:
    """What page furniture says; `unended`: in lines without an end mark, `small`, `site`: words."""

    whole: tuple[str, ...]
    starts: tuple[str, ...]
    patterns: tuple[str, ...]
    unended: tuple[str, ...]
    prefixes: tuple[str, ...]
    small: tuple[str, ...]
    site: tuple[str, ...]


@lru_cache(maxsize=1)
def phrases() -> Phrases:
    """The table of furniture."""
    table = tomllib.loads(_read("furniture.toml"))
    return Phrases(**{name: tuple(map(str, entries)) for name, entries in table.items()})


@dataclass(frozen=True, slots=True)
class BylineWords:
    """Words that tell what a byline names."""

    small: frozenset[str]
    desks: frozenset[str]
    shouts: frozenset[str]


@lru_cache(maxsize=1)
def byline_words() -> BylineWords:
    """Small words of names, words of papers and desks, words in capitals before a dash that are no place."""
    table = tomllib.loads(_read("bylines.toml"))
    return BylineWords(**{name: frozenset(map(str, entries)) for name, entries in table.items()})


@dataclass(frozen=True, slots=True)
class OutletWords:
    """Names of outlets, words that end them, and words of sections."""

    known: frozenset[str]
    papers: frozenset[str]
    sections: frozenset[str]


@lru_cache(maxsize=1)
def outlet_words() -> OutletWords:
    """The table of outlets."""
    table = tomllib.loads(_read("outlets.toml"))
    return OutletWords(**{name: frozenset(map(str, entries)) for name, entries in table.items()})


@dataclass(frozen=True, slots=True)
class MarkupWords:
    """Words in the classes of a page's elements, by what they mark."""

    byline: frozenset[str]
    caption: frozenset[str]
    date: frozenset[str]
    hidden: frozenset[str]
    other: frozenset[str]


@lru_cache(maxsize=1)
def markup_words() -> MarkupWords:
    """The table of classes."""
    table = tomllib.loads(_read("markup.toml"))
    return MarkupWords(**{name: frozenset(map(str, entries)) for name, entries in table.items()})
