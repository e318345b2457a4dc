"""Which chains of several reports are one person, body, country or group.

The story is the world: names, offices and countries that its own reports give are the registry. Two persons are
never merged on a surname alone where given names differ, and unnamed roles only on the same occasion.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from reportedly.language.names import fold
from reportedly.language.offices import offices
from reportedly.linking.canonical import entities_of
from reportedly.linking.chain_keys import candidates
from reportedly.linking.report_chains import Clusters, ReportChain, chains_of
from reportedly.linking.sameness import reasons_for
from reportedly.linking.states import with_states
from reportedly.linking.surnames import join_surnames
from reportedly.model.correction import CorrectionKind
from reportedly.model.lineage import Relation
from reportedly.model.ontology import EntityKind
from reportedly.model.span import Reason, Span
from reportedly.model.story import Story

NEAREST = 6
"""Versions of one text that each report is aligned with."""

_EVERYBODY = frozenset({"aide", "diplomat", "officer", "official", "source"})


def merge_entities(story: Story) -> Story:
    """Fill `entities`: every chain of every reading lies in exactly one."""
    readings = {each.report.id: each for each in story.readings}
    chains = with_states([each for it in story.readings for each in chains_of(it)], readings)
    clusters = Clusters(chains, _said_apart(story))
    _join_as_told(story, clusters)
    aligned = _aligned(story, chains)
    for one, other in candidates(chains, aligned):
        reasons = reasons_for(chains[one], chains[other], aligned=(one, other) in aligned)
        if reasons:
            clusters.join(one, other, *reasons)
    join_surnames(clusters)
    _join_holders(clusters)
    _join_administrations(clusters)
    return replace(story, entities=tuple(entities_of(story, clusters)))


def _said_apart(story: Story) -> frozenset[tuple[str, str]]:
    """Pairs of names that people called different."""
    return frozenset(
        (fold(each.first), fold(each.second))
        for each in story.corrections
        if each.kind is CorrectionKind.DIFFERENT_ENTITY
    )


def _join_as_told(story: Story, clusters: Clusters) -> None:
    """Merge what people called the same."""
    for each in story.corrections:
        if each.kind is CorrectionKind.SAME_ENTITY:
            wanted = {fold(each.first), fold(each.second)}
            hits = [
                i
                for i, chain in enumerate(clusters.chains)
                if wanted & {fold(name) for name in (*chain.names, chain.name)}
            ]
            for other in hits[1:]:
                clusters.join(
                    hits[0],
                    other,
                    Reason("correction", 1.0, f"told to be one: {each.first}, {each.second}"),
                    told=True,
                )


def _aligned(story: Story, chains: list[ReportChain]) -> frozenset[tuple[int, int]]:
    """Pairs of chains that stand in aligned passages of two versions of one text."""
    heads = _heads(chains)
    found: set[tuple[int, int]] = set()
    for relation in _nearest_versions(story.relations):
        for passage in relation.passages:
            left = _within(heads.get(relation.a, []), passage.a)
            right = _within(heads.get(relation.b, []), passage.b)
            found.update((min(i, j), max(i, j)) for i in left for j in right)
    return frozenset(found)


def _nearest_versions(relations: Iterable[Relation]) -> Iterator[Relation]:
    """Of all pairs of versions the nearest few of each report, so that the cost grows with the reports."""
    taken: Counter[str] = Counter()
    same = [each for each in relations if each.kind.is_same_text]
    for relation in sorted(same, key=lambda each: (-each.score, each.a, each.b)):
        if min(taken[relation.a], taken[relation.b]) < NEAREST:
            taken.update((relation.a, relation.b))
            yield relation


def _heads(chains: list[ReportChain]) -> dict[str, list[tuple[int, int, int]]]:
    """By report, in text order: where each mention's head begins and ends, and the number of its chain."""
    found: dict[str, list[tuple[int, int, int]]] = {}
    for index, chain in enumerate(chains):
        places = found.setdefault(chain.report, [])
        places += [(m.head.start, m.head.end, index) for m in chain.mentions]
    for places in found.values():
        places.sort()
    return found


def _within(heads: list[tuple[int, int, int]], span: Span) -> set[int]:
    """The chains with a head in this span."""
    first = bisect_left(heads, (span.start, 0, 0))
    last = bisect_left(heads, (span.end, 0, 0))
    return {index for _, end, index in heads[first:last] if end <= span.end}


def _join_holders(clusters: Clusters) -> None:
    """For "Russia's head of state" the only person whom the story names as holding that office of that country."""
    chains = clusters.chains
    citizens: dict[str, list[int]] = {}
    for index, chain in enumerate(chains):
        if chain.kind is EntityKind.PERSON and chain.names and chain.country and chain.offices:
            citizens.setdefault(chain.country, []).append(index)
    for index, chain in enumerate(chains):
        if chain.kind is not EntityKind.ROLE or chain.country is None:
            continue
        wanted = {each for each in chain.offices if each.split()[-1] not in _EVERYBODY}
        if "leader" in wanted:
            wanted |= offices().heads
        holders = [i for i in citizens.get(chain.country, ()) if chains[i].offices & wanted]
        holders = [
            i for i in holders if not chain.bodies or set(chains[i].bodies) & set(chain.bodies)
        ]
        if holders and len({clusters.home[i] for i in holders}) == 1:
            held = ", ".join(sorted(chains[holders[0]].offices & wanted))
            clusters.join(
                holders[0],
                index,
                Reason("office", 0.9, f"the story's only {held} of {chain.country}"),
            )


def _join_administrations(clusters: Clusters) -> None:
    """Make "the Biden administration" the government of the country whose Biden the story knows."""
    chains = clusters.chains
    states = {
        c.country: i for i, c in reversed(list(enumerate(chains))) if c.kind is EntityKind.COUNTRY
    }
    leaders: dict[str, set[str]] = {}
    for chain in chains:
        if chain.kind is EntityKind.PERSON and chain.country:
            for word in chain.family_names:
                leaders.setdefault(word, set()).add(chain.country)
    for index, chain in enumerate(chains):
        if chain.kind is not EntityKind.COUNTRY or chain.country is not None:
            continue
        found = set().union(*(leaders.get(word, set()) for word in fold(chain.name).split()))
        if len(found) == 1 and (state := states.get(found.pop())) is not None:
            clusters.join(
                state, index, Reason("leader", 0.9, f"{chain.name}: named after its leader")
            )
