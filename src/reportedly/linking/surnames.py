"""Persons called by a surname alone: they belong to the story's only, or foremost, bearer."""

from collections import Counter
from itertools import pairwise

from reportedly.language.names import fold, may_stand_first
from reportedly.language.offices import offices
from reportedly.language.organisations import organisation_named
from reportedly.linking.report_chains import Clusters, ReportChain
from reportedly.model.ontology import EntityKind
from reportedly.model.span import Reason

_AHEAD = 2
"""How many times as often as any other bearer the foremost one is named."""


def join_surnames(clusters: Clusters) -> None:
    """A bare surname belongs to the only person of the story who bears it, of several Kims to the foremost."""
    chains = clusters.chains
    bearers: dict[str, list[int]] = {}
    bare: dict[str, list[int]] = {}
    for index, chain in enumerate(chains):
        if chain.kind is EntityKind.PERSON and chain.full_names:
            for word in chain.family_names:
                bearers.setdefault(word, []).append(index)
        elif surname := _bare_surname(chain):
            bare.setdefault(surname, []).append(index)
    for word, indexes in bare.items():
        _join_bearer(clusters, word, indexes, bearers.get(word, []))


def _bare_surname(chain: ReportChain) -> str | None:
    """The one word that a person, or what the tagger took for a body, is called by."""
    if not chain.names or chain.kind not in (EntityKind.PERSON, EntityKind.ORGANISATION):
        return None
    words = {fold(name) for name in chain.names}
    word = words.pop()
    if words or " " in word or not word:
        return None
    is_body = chain.name.isupper() or organisation_named(chain.name) is not None
    return word if chain.kind is EntityKind.PERSON or not is_body else None


def _join_bearer(clusters: Clusters, word: str, bare: list[int], bearers: list[int]) -> None:
    homes = Counter(clusters.home[i] for i in bearers)
    foremost = _foremost(clusters, word, bearers)
    for index in bare:
        chain = clusters.chains[index]
        if foremost is not None:
            why = "the only" if len(homes) == 1 else "the foremost"
            reason = Reason("surname", 0.9, f"{why} {chain.names[0]} of the story")
            clusters.join(foremost, index, reason)
    if len(homes) <= 1:
        persons = [i for i in bare if clusters.chains[i].kind is EntityKind.PERSON]
        for one, other in pairwise(persons):
            reason = Reason("surname", 0.8, "no other bearer in the story")
            clusters.join(one, other, reason)


def _foremost(clusters: Clusters, word: str, bearers: list[int]) -> int | None:
    """The only bearer; of family names that stand first the only leader, or the one named far more often."""
    homes = list(dict.fromkeys(clusters.home[i] for i in bearers))
    if len(homes) <= 1 or not may_stand_first(word):
        return homes[0] if len(homes) == 1 else None
    leaders = [
        home
        for home in homes
        if any(_last_words(clusters.chains[i]) & offices().heads for i in clusters.members[home])
    ]
    homes = leaders or homes
    counts = {
        home: sum(len(clusters.chains[i].mentions) for i in clusters.members[home])
        for home in homes
    }
    ranked = sorted(homes, key=lambda home: -counts[home])
    if len(ranked) == 1 or counts[ranked[0]] >= _AHEAD * counts[ranked[1]]:
        return ranked[0]
    return None


def _last_words(chain: ReportChain) -> set[str]:
    return {office.rpartition(" ")[2] for office in chain.offices}
