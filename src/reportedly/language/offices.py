"""Words for people by what they do, for bodies, governments and groups (`offices.toml`)."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

_LEAST = 3


@dataclass(frozen=True, slots=True)
class Offices:
    """The word lists, lemmas in lower case. `same` maps an office to the word it agrees with."""

    people: frozenset[str]
    persons: frozenset[str]
    groups: frozenset[str]
    bodies: frozenset[str]
    governments: frozenset[str]
    countries: frozenset[str]
    firms: frozenset[str]
    firm_names: frozenset[str]
    networks: frozenset[str]
    outlets: frozenset[str]
    parts: frozenset[str]
    localities: frozenset[str]
    rebels: frozenset[str]
    roads: frozenset[str]
    heads: frozenset[str]
    titles: frozenset[str]
    city_nouns: frozenset[str]
    addressing: frozenset[str]
    aimed: frozenset[str]
    ranks: frozenset[str]
    same: dict[str, str]


@lru_cache(maxsize=1)
def offices() -> Offices:
    """The lists, read once."""
    source = resources.files("reportedly.language").joinpath("offices.toml").read_text("utf-8")
    data = tomllib.loads(source)
    lists = {name: frozenset(map(str, entries)) for name, entries in data["words"].items()}
    same = {str(word): str(other) for word, other in data["same"].items()}
    return Offices(people=frozenset(map(str, data["people"])), same=same, **lists)


def office_key(office: str) -> str:
    """Words of one office as one: "press secretary" and "spokeswoman" agree, "deputy" is kept.

    >>> office_key("press secretary"), office_key("deputy foreign secretary")
    ('spokesperson', 'deputy foreign minister')
    """
    words = office.casefold().replace("-", " ")
    table = offices().same
    for start in range(len(words.split())):
        tail = " ".join(words.split()[start:])
        if tail in table:
            return " ".join([*words.split()[:start], table[tail]])
    return words


def body_key(body: str) -> str:
    """Wordings of one body as one: article and order go.

    >>> body_key("Ministry of Foreign Affairs"), body_key("the Foreign Ministry")
    ('foreign ministry', 'foreign ministry')
    """
    words = body.casefold().replace("’", "'").removeprefix("the ").replace("affairs", "").split()
    if len(words) >= _LEAST and words[1] == "of" and words[0] in offices().bodies:
        words = [word for word in words[2:] if word not in ("the", "and")] + words[:1]
    return " ".join(words)
