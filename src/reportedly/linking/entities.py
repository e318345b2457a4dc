"""Which chains of several reports are one person, body, country or group.

The story is the world: names, offices and countries that its own reports give are the registry. Two persons are
never merged on a surname alone where given names differ, and unnamed roles only on the same occasion.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations

from reportedly.language import countries
from reportedly.language.names import fold, parse_name
from reportedly.language.offices import offices
from reportedly.linking.report_chains import Clusters, ReportChain, chains_of
from reportedly.linking.sameness import reasons_for
from reportedly.model.correction import CorrectionKind
from reportedly.model.ontology import EntityKind, Form
from reportedly.model.span import Citation, Reason, Span
from reportedly.model.story import Entity, Story

_EVERYBODY = frozenset({"aide", "diplomat", "officer", "official", "source"})


def merge_entities(story: Story) -> Story:
    """Fill `entities`: every chain of every reading lies in exactly one."""
    chains = [chain for reading in story.readings for chain in chains_of(reading)]
    clusters = Clusters(chains, _said_apart(story))
    _join_as_told(story, clusters)
    aligned = _aligned(story, chains)
    for one, other in combinations(range(len(chains)), 2):
        if chains[one].report != chains[other].report:
            reasons = reasons_for(chains[one], chains[other], aligned=(one, other) in aligned)
            if reasons:
                clusters.join(one, other, *reasons)
    _join_surnames(clusters)
    _join_holders(clusters)
    _join_administrations(clusters)
    entities = (
        _entity(story, [chains[i] for i in members], clusters.reasons[root])
        for root, members in clusters.members.items()
    )
    return replace(story, entities=tuple(entities))


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
    found: set[tuple[int, int]] = set()
    by_report: dict[str, list[int]] = {}
    for index, chain in enumerate(chains):
        by_report.setdefault(chain.report, []).append(index)
    for relation in story.relations:
        if not relation.kind.is_same_text:
            continue
        for passage in relation.passages:
            left = [i for i in by_report.get(relation.a, ()) if _lies_in(chains[i], passage.a)]
            right = [i for i in by_report.get(relation.b, ()) if _lies_in(chains[i], passage.b)]
            found.update((min(i, j), max(i, j)) for i in left for j in right)
    return frozenset(found)


def _lies_in(chain: ReportChain, span: Span) -> bool:
    return any(span.contains(mention.head) for mention in chain.mentions)


def _join_surnames(clusters: Clusters) -> None:
    """A bare surname belongs to the only person of the story who bears it."""
    chains = clusters.chains
    full = [i for i, c in enumerate(chains) if c.kind is EntityKind.PERSON and c.full_names]
    for index, chain in enumerate(chains):
        if chain.kind is not EntityKind.PERSON or chain.full_names or not chain.names:
            continue
        surname = parse_name(chain.names[0]).surname
        bearers = [
            i for i in full if surname in {parse_name(n).surname for n in chains[i].full_names}
        ]
        if bearers and len({clusters.home[i] for i in bearers}) == 1:
            clusters.join(
                bearers[0], index, Reason("surname", 0.9, f"the only {chain.names[0]} of the story")
            )
    bare = [
        i
        for i, c in enumerate(chains)
        if c.kind is EntityKind.PERSON and c.names and not c.full_names
    ]
    for one, other in combinations(bare, 2):
        same = (
            parse_name(chains[one].names[0]).surname == parse_name(chains[other].names[0]).surname
        )
        rivals = {clusters.home[i] for i in full if _bears(chains[i], chains[one].names[0])}
        if same and len(rivals) <= 1:
            clusters.join(one, other, Reason("surname", 0.8, "no other bearer in the story"))


def _bears(chain: ReportChain, name: str) -> bool:
    return parse_name(name).surname in {parse_name(n).surname for n in chain.full_names}


def _join_holders(clusters: Clusters) -> None:
    """For "Russia's head of state" the only person whom the story names as holding that office of that country."""
    chains = clusters.chains
    persons = [i for i, c in enumerate(chains) if c.kind is EntityKind.PERSON and c.names]
    for index, chain in enumerate(chains):
        if chain.kind is not EntityKind.ROLE or chain.country is None:
            continue
        wanted = {each for each in chain.offices if each.split()[-1] not in _EVERYBODY}
        if "leader" in wanted:
            wanted |= offices().heads
        holders = [
            i for i in persons if chains[i].country == chain.country and chains[i].offices & wanted
        ]
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
    for index, chain in enumerate(chains):
        if chain.kind is not EntityKind.COUNTRY or chain.country is not None:
            continue
        words = set(fold(chain.name).split())
        leaders = {
            chains[i].country
            for i in _relatives(clusters, EntityKind.PERSON)
            if chains[i].country and words & {parse_name(n).surname for n in chains[i].names}
        }
        if len(leaders) == 1 and (state := states.get(leaders.pop())) is not None:
            clusters.join(
                state, index, Reason("leader", 0.9, f"{chain.name}: named after its leader")
            )


def _relatives(clusters: Clusters, kind: EntityKind) -> Iterable[int]:
    return (i for i, chain in enumerate(clusters.chains) if chain.kind is kind)


def _entity(story: Story, chains: list[ReportChain], reasons: list[Reason]) -> Entity:
    """One entity of its chains, the first report's first."""
    named = [chain for chain in chains if chain.names] or chains
    kind = next((c.kind for c in chains if c.kind is not EntityKind.ROLE), chains[0].kind)
    country = next((chain.country for chain in chains if chain.country), None)
    name = _canonical(story, named)
    if kind is EntityKind.COUNTRY and country:
        name = countries.name_of(country)
    key = (
        country
        if kind is EntityKind.COUNTRY and country
        else f"{fold(named[0].name)} {named[0].report} {named[0].id}"
    )
    return Entity(
        id=hashlib.sha256(f"{kind} {key}".encode()).hexdigest()[:12],
        name=name,
        kind=kind,
        country=country,
        variants=tuple(dict.fromkeys(_variants(story, chains))),
        evidence=tuple(Citation(c.report, m.span) for c in chains for m in c.mentions),
        chains=tuple((chain.report, chain.id) for chain in chains),
        reasons=tuple(dict.fromkeys(reasons)),
    )


def _canonical(story: Story, chains: list[ReportChain]) -> str:
    """The spelling that most texts carry, then most mentions, then the fullest, then the likeliest original's."""
    text_of = {report: line.id for line in story.lineages for report in line.reports}
    rank = {report: n for line in story.lineages for n, report in enumerate(line.reports)}
    wordings: dict[str, list[ReportChain]] = {}
    for chain in chains:
        wordings.setdefault(chain.name, []).append(chain)

    def weight(name: str) -> tuple[bool, int, int, int, int]:
        carriers = wordings[name]
        texts = {text_of.get(chain.report, chain.report) for chain in carriers}
        full = any(chain.full_names for chain in carriers)
        count = sum(len(chain.mentions) for chain in carriers)
        return (
            full,
            len(texts),
            len(name.split()),
            count,
            -min(rank.get(c.report, 0) for c in carriers),
        )

    return max(wordings, key=weight)


def _variants(story: Story, chains: list[ReportChain]) -> Iterator[str]:
    """The wordings in the reports, pronouns left out unless there is nothing else."""
    for chain in chains:
        text = story.reading(chain.report).text
        worded = [m for m in chain.mentions if m.form is not Form.PRONOUN] or list(chain.mentions)
        yield from (mention.span.of(text) for mention in worded)
