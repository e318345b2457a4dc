"""States that no list of countries has, known by what only a state has: "Kestria" by "the Kestrian army".

Their names stand in for the codes of known countries, so that the state, its bodies and those who speak for them are
of one side.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files

from reportedly.language.countries import country
from reportedly.language.organisations import organisation_named
from reportedly.linking.report_chains import ReportChain
from reportedly.model.ontology import EntityKind
from reportedly.model.reading import Mention, Reading

_TABLE = tomllib.loads(files("reportedly.linking").joinpath("states.toml").read_text("utf-8"))


def _either(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


_OWN = tuple(map(str, _TABLE["own"]))
_OF = _either(set(_OWN) - set(map(str, _TABLE["figurative"])))
_POSSESSING = re.compile(rf"\b([A-Z]\w{{2,}})['’]s? (?:{_either(_OWN)})\b")
_PEOPLE = re.compile(rf"\b([A-Z]\w{{2,}}) (?:{_either(_OWN)})\b")
_BEHIND = re.compile(rf"\b(?:{_OF}) of ([A-Z]\w{{2,}})\b")
_MAYBE = (EntityKind.COUNTRY, EntityKind.ORGANISATION, EntityKind.PLACE)
_OF_STATES = (EntityKind.GROUP, EntityKind.ORGANISATION, EntityKind.PERSON, EntityKind.ROLE)

Owners = Mapping[str, re.Pattern[str]]
"""The states by name, each with what shows that somebody is of it."""


def with_states(
    chains: Sequence[ReportChain], readings: Mapping[str, Reading]
) -> list[ReportChain]:
    """The chains with the states that none of the lists has, as states, and their bodies and people as theirs."""
    owners = _owners(chains, readings.values())
    if not owners:
        return list(chains)
    return [
        each if each.country else _placed(each, owners, readings[each.report]) for each in chains
    ]


def _owners(chains: Sequence[ReportChain], readings: Iterable[Reading]) -> Owners:
    """The names of the story whose army or ministry some report names, by name or people."""
    named: set[str] = set()
    people: set[str] = set()
    for each in readings:
        named |= _unlisted(each.text, _POSSESSING, _BEHIND)
        people |= _unlisted(each.text, _PEOPLE)
    if not named | people:
        return {}
    names = {each.name for each in chains if _is_open(each)} - _surnames(chains)
    found = {name: sorted(demonyms(name) & people) for name in sorted(names)}
    return {name: _pattern(name, words) for name, words in found.items() if words or name in named}


def _unlisted(text: str, *patterns: re.Pattern[str]) -> set[str]:
    """The words beside what only a state has that are of no known country."""
    found = {each[1] for pattern in patterns for each in pattern.finditer(text)}
    return {word for word in found if country(word) is None}


def _surnames(chains: Sequence[ReportChain]) -> frozenset[str]:
    """The names of one word by which the story calls people: "Assad's air force" makes no state of him."""
    words = (
        word
        for each in chains
        if each.kind is EntityKind.PERSON
        for name in each.names
        for word in name.split()
    )
    return frozenset(words)


def _is_open(chain: ReportChain) -> bool:
    """Whether this is a name of one word that may be a state's and that no list knows."""
    if chain.kind not in _MAYBE or not chain.names or chain.country:
        return False
    known = organisation_named(chain.name) is not None or chain.name.isupper()
    return " " not in chain.name and not known


@lru_cache(maxsize=1024)
def demonyms(name: str) -> frozenset[str]:
    """What the people of a country may be called.

    >>> {"Kestrian"} <= demonyms("Kestria"), {"Norlandic"} <= demonyms("Norland"), "Kestrel" in demonyms("Kestria")
    (True, True, False)
    """
    stems = {name.removesuffix(str(lost)) for lost in _TABLE["lost"]}
    return frozenset(stem + str(added) for stem in stems for added in _TABLE["added"])


def _pattern(name: str, words: Sequence[str]) -> re.Pattern[str]:
    """'Kestria's', "of Kestria" and "Kestrian"; not "to Kestria"."""
    own = re.escape(name)
    people = (rf"\b{re.escape(each)}\b" for each in words)
    return re.compile("|".join((rf"\b{own}['’]s?\b", rf"\bof {own}\b", *people)))


def _placed(chain: ReportChain, owners: Owners, reading: Reading) -> ReportChain:
    """A chain as a state, or with the state it is of."""
    if chain.name in owners and _is_open(chain):
        return replace(chain, kind=EntityKind.COUNTRY, country=chain.name)
    if chain.kind not in _OF_STATES:
        return chain
    words = " ".join(part for each in chain.mentions for part in _told_of(reading, each))
    found = [name for name, pattern in owners.items() if pattern.search(words)]
    return replace(chain, country=found[0]) if len(found) == 1 else chain


def _told_of(reading: Reading, mention: Mention) -> Iterator[str]:
    """The words of a mention and of the apposition behind a name: "Pavel Orsk, the chief of the Kestrian army"."""
    yield mention.span.of(reading.text)
    sentence = reading.sentence_at(mention.head.start)
    tokens = sentence.tokens_in(mention.head) if sentence else ()
    for token in tokens[-1:] if sentence else ():
        for beside in sentence.children_of(token, "appos") if sentence else ():
            yield " ".join(each.text for each in sentence.subtree(beside)) if sentence else ""
