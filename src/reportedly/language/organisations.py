"""Bodies known under a short and a full name, and the nouns that may stand for them (`organisations.csv`: facts)."""

import csv
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from reportedly.language.names import likeness
from reportedly.language.offices import body_key, offices
from reportedly.model.ontology import EntityKind

_FORCES = frozenset({"armed forces", "army", "military"})
_NEARLY = 0.9
_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body: "OSCE", its full name, nouns for it ("organisation"), its country where it is no international body."""

    short: str
    full: str
    classes: frozenset[str]
    country: str | None


@lru_cache(maxsize=1)
def _listed() -> dict[str, Organisation]:
    source = resources.files("reportedly.language").joinpath("organisations.csv").read_text("utf-8")
    found: dict[str, Organisation] = {}
    for row in csv.DictReader(source.splitlines()):
        each = Organisation(
            row["short"], row["full"], frozenset(row["classes"].split(";")), row["country"] or None
        )
        found[each.short.casefold()] = each
        found[body_key(each.full)] = each
        found[body_key(each.full.replace("z", "s"))] = each
    return found


def organisation_named(name: str) -> Organisation | None:
    """The listed body of this name: "the OSCE", "U.N.", "North Atlantic Treaty Organisation"."""
    plain = name.strip()
    for article in ("the ", "The "):
        plain = plain.removeprefix(article)
    listed = _listed()
    return listed.get(plain.replace(".", "").casefold()) or listed.get(body_key(plain))


def can_be_called(name: str, noun: str) -> bool:
    """Whether "the NOUN" may stand for the body of this name.

    >>> can_be_called("NATO", "alliance"), can_be_called("Bank of England", "bank"), can_be_called("NATO", "bank")
    (True, True, False)
    """
    noun = noun.casefold().replace("z", "s")
    listed = organisation_named(name)
    if listed is not None and noun in listed.classes:
        return True
    words = name.casefold().replace("z", "s").split()
    return noun in words and noun in {each.replace("z", "s") for each in offices().bodies}


@lru_cache(maxsize=65536)
def same_body(one: str, one_country: str | None, other: str, other_country: str | None) -> bool:
    """Whether two names of bodies are one; "Russian Foreign Ministry" is not the Ukrainian."""
    if one_country and other_country and one_country != other_country:
        return False
    listed, other_listed = organisation_named(one), organisation_named(other)
    if listed or other_listed:
        return listed == other_listed
    one, other = expanded(one), expanded(other)
    one_key, other_key = body_key(one), body_key(other)
    if is_force(one_key) and is_force(other_key):
        return True
    if one_key != other_key and min(len(one), len(other)) < _LETTERS:
        return False  # two letters stand for too many bodies
    return one_key == other_key or likeness(one, other, EntityKind.ORGANISATION).score > _NEARLY


def expanded(name: str) -> str:
    """A name with the listed short names in it written out: "U.N. General Assembly"."""
    found = [(word, organisation_named(word)) for word in name.split() if word.isupper()]
    for word, listed in found:
        if listed is not None:
            name = name.replace(word, listed.full)
    return name


def is_force(key: str) -> bool:
    """Whether this is a country's armed forces under one of their names."""
    return any(key == each or key.endswith(" " + each) for each in _FORCES)
