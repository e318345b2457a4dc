"""Which chains of several reports are one person, body, country or group.

The story is the world: names, offices and countries that its own reports give are the registry. Two persons are
never merged on a surname alone where given names differ, and unnamed roles only on the same occasion.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from reportedly.language import countries
from reportedly.language.names import fold, likeness, parse_name
from reportedly.language.offices import body_key, office_key, offices
from reportedly.language.organisations import same_body
from reportedly.model.correction import CorrectionKind
from reportedly.model.ontology import EntityKind, Form
from reportedly.model.reading import Mention, Reading
from reportedly.model.span import Citation, Reason, Span
from reportedly.model.story import Entity, Story

SURE = 0.9
"""Names of persons this alike are one person wherever they hold no contradicting office."""

PROBABLE = 0.7
"""Names this alike are one person if office, country or an aligned sentence agrees."""

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_EVERYBODY = frozenset({"aide", "diplomat", "officer", "official", "source"})


@dataclass(frozen=True, slots=True)
class _Chain:
    """A chain of one report with what it tells of its entity."""

    report: str
    id: str
    kind: EntityKind
    name: str
    names: tuple[str, ...]
    country: str | None
    offices: frozenset[str]
    bodies: tuple[str, ...]
    mentions: tuple[Mention, ...]
    days: frozenset[str]
    parts: frozenset[str]  # parts of countries in the same sentences: "east of Ukraine"

    @property
    def full_names(self) -> tuple[str, ...]:
        """Names of more than one word."""
        return tuple(name for name in self.names if len(fold(name).split()) > 1)


class _Clusters:
    """Union-find over chains that refuses what is forbidden, and keeps the reasons."""

    def __init__(self, chains: list[_Chain], apart: frozenset[tuple[str, str]]) -> None:
        self.chains = chains
        self.apart = apart
        self.members: dict[int, list[int]] = {i: [i] for i in range(len(chains))}
        self.home = list(range(len(chains)))
        self.reasons: dict[int, list[Reason]] = {i: [] for i in range(len(chains))}

    def join(self, one: int, other: int, *reasons: Reason) -> None:
        """Merge two clusters unless a pair across them cannot be one entity."""
        a, b = sorted((self.home[one], self.home[other]))
        if a == b or any(
            self._forbidden(self.chains[i], self.chains[j])
            for i in self.members[a]
            for j in self.members[b]
        ):
            return
        for index in self.members[b]:
            self.home[index] = a
        self.members[a] += self.members.pop(b)
        self.reasons[a] += [*self.reasons.pop(b), *reasons]

    def _forbidden(self, one: _Chain, other: _Chain) -> bool:
        for a in one.names:
            for b in other.names:
                if (fold(a), fold(b)) in self.apart or (fold(b), fold(a)) in self.apart:
                    return True
        if one.kind is not EntityKind.PERSON or other.kind is not EntityKind.PERSON:
            return False
        return any(likeness(a, b).forbidden for a in one.full_names for b in other.full_names)


def merge_entities(story: Story) -> Story:
    """Fill `entities`: every chain of every reading lies in exactly one."""
    chains = [chain for reading in story.readings for chain in _chains_of(reading)]
    clusters = _Clusters(chains, _said_apart(story))
    _join_as_told(story, clusters)
    aligned = _aligned(story, chains)
    for one, other in combinations(range(len(chains)), 2):
        if chains[one].report != chains[other].report:
            reasons = _reasons(chains[one], chains[other], aligned=(one, other) in aligned)
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


def _chains_of(reading: Reading) -> Iterator[_Chain]:
    """The chains of one report, in order of their first mention."""
    found: dict[str, list[Mention]] = {}
    for mention in reading.mentions:
        if mention.entity:
            found.setdefault(mention.entity, []).append(mention)
    for key, mentions in found.items():
        first = mentions[0]
        named = [m for m in mentions if m.form in (Form.NAMED, Form.METONYM)]
        heads = dict.fromkeys(m.head.of(reading.text) for m in named)
        yield _Chain(
            report=reading.report.id,
            id=key,
            kind=first.kind,
            name=first.name,
            names=tuple(dict.fromkeys((*heads, first.name))) if named or _is_part(first) else (),
            country=next((m.country for m in mentions if m.country), None),
            offices=frozenset(office_key(m.office) for m in mentions if m.office),
            bodies=tuple(dict.fromkeys(body_key(m.body) for m in mentions if m.body)),
            mentions=tuple(mentions),
            days=frozenset(_weekdays(reading, mentions)),
            parts=frozenset(_parts_beside(reading, mentions)),
        )


def _is_part(mention: Mention) -> bool:
    """A described part of a country, which has a name of our own: "east of Ukraine"."""
    return mention.kind is EntityKind.PLACE and mention.country is not None


def _weekdays(reading: Reading, mentions: list[Mention]) -> Iterator[str]:
    """The weekdays named in the sentences of the mentions."""
    for mention in mentions:
        sentence = reading.sentence_at(mention.head.start)
        if sentence is not None:
            words = sentence.span.of(reading.text).casefold()
            yield from (day for day in _DAYS if day in words)


def _parts_beside(reading: Reading, mentions: list[Mention]) -> Iterator[str]:
    """The parts of countries that the sentences of the mentions name."""
    for mention in mentions:
        sentence = reading.sentence_at(mention.head.start)
        if sentence is not None:
            yield from (
                m.name for m in reading.mentions if _is_part(m) and sentence.span.contains(m.span)
            )


def _said_apart(story: Story) -> frozenset[tuple[str, str]]:
    """Pairs of names that people called different."""
    return frozenset(
        (fold(each.first), fold(each.second))
        for each in story.corrections
        if each.kind is CorrectionKind.DIFFERENT_ENTITY
    )


def _join_as_told(story: Story, clusters: _Clusters) -> None:
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
                )


def _aligned(story: Story, chains: list[_Chain]) -> frozenset[tuple[int, int]]:
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


def _lies_in(chain: _Chain, span: Span) -> bool:
    return any(span.contains(mention.head) for mention in chain.mentions)


def _reasons(one: _Chain, other: _Chain, *, aligned: bool) -> tuple[Reason, ...]:
    """Why two chains of two reports are one entity; nothing where they are not, or not surely."""
    kinds = {one.kind, other.kind}
    if kinds == {EntityKind.COUNTRY}:
        return _same_country(one, other)
    if kinds == {EntityKind.PERSON}:
        return _same_named_person(one, other, aligned=aligned)
    if kinds == {EntityKind.ORGANISATION}:
        return _same_organisation(one, other)
    if kinds == {EntityKind.ROLE}:
        return _same_role(one, other, aligned=aligned)
    if len(kinds) == 1:
        return _same_words(one, other, aligned=aligned)
    return ()


def _same_country(one: _Chain, other: _Chain) -> tuple[Reason, ...]:
    if one.country is None or one.country != other.country:
        return ()
    return (Reason("country", 1.0, f"both stand for {countries.name_of(one.country)}"),)


def _same_named_person(one: _Chain, other: _Chain, *, aligned: bool) -> tuple[Reason, ...]:
    """Full names alike; less alike ones need the same office or the same place in an aligned sentence."""
    if one.country and other.country and one.country != other.country:
        return ()
    best: tuple[float, str, str] = (0.0, "", "")
    for a in one.full_names:
        for b in other.full_names:
            found = likeness(a, b)
            if not found.forbidden:
                best = max(best, (found.score, a, b))
    score, a, b = best
    reasons = [Reason("names", round(score, 2), f"{a} / {b}")]
    shared = one.offices & other.offices
    if shared and (one.country == other.country or set(one.bodies) & set(other.bodies)):
        reasons.append(Reason("office", 1.0, f"both {', '.join(sorted(shared))}"))
    if aligned:
        reasons.append(
            Reason("aligned sentence", 1.0, "the same place in two versions of one text")
        )
    if score >= SURE or (score >= PROBABLE and len(reasons) > 1):
        return tuple(reasons)
    return ()


def _same_organisation(one: _Chain, other: _Chain) -> tuple[Reason, ...]:
    """One body by name, acronym or country and noun."""
    if not (one.names and other.names) and not (one.country and one.country == other.country):
        return ()
    for a in _body_names(one):
        for b in _body_names(other):
            if same_body(a, one.country, b, other.country):
                return (Reason("body", 1.0, f"{one.name} / {other.name}"),)
    return ()


def _body_names(chain: _Chain) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*chain.names, *chain.bodies)))


def _same_role(one: _Chain, other: _Chain, *, aligned: bool) -> tuple[Reason, ...]:
    """Unnamed speakers: the same body, office and weekday, or the same place in two versions of one text."""
    offices_shared = {each.split()[-1] for each in one.offices} & {
        each.split()[-1] for each in other.offices
    }
    if not offices_shared or (one.country and other.country and one.country != other.country):
        return ()
    bodies = [(a, b) for a in one.bodies for b in other.bodies if same_body(a, None, b, None)]
    word = ", ".join(sorted(offices_shared))
    if bodies and one.days & other.days:
        day = ", ".join(sorted(one.days & other.days))
        return (
            Reason("office and body", 1.0, f"{word} of the {bodies[0][0]}"),
            Reason("occasion", 1.0, f"both on {day}"),
        )
    if aligned and (bodies or one.country == other.country):
        return (
            Reason("aligned sentence", 1.0, f"{word}: the same place in two versions of one text"),
        )
    return ()


def _same_words(one: _Chain, other: _Chain, *, aligned: bool) -> tuple[Reason, ...]:
    """Places, blocs and works by name; described groups only at the same place of two versions of one text."""
    if one.names and other.names:
        shared = {countries.plain(n) for n in one.names} & {countries.plain(n) for n in other.names}
        if shared and (one.country == other.country or None in (one.country, other.country)):
            return (Reason("same name", 1.0, ", ".join(sorted(shared))),)
        return ()
    if aligned and one.country == other.country and _nouns(one) & _nouns(other):
        return (Reason("aligned sentence", 1.0, "the same group in two versions of one text"),)
    if _are_rebels(one) and _are_rebels(other) and one.parts & other.parts:
        where = ", ".join(sorted(one.parts & other.parts))
        return (Reason("place", 0.8, f"both in arms in the {where}"),)
    return ()


def _are_rebels(chain: _Chain) -> bool:
    """Separatists, insurgents or a rebellion."""
    return any(noun.removesuffix("s") in offices().rebels for noun in _nouns(chain))


def _nouns(chain: _Chain) -> frozenset[str]:
    return frozenset(each.split()[-1] for each in chain.offices)


def _join_surnames(clusters: _Clusters) -> None:
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


def _bears(chain: _Chain, name: str) -> bool:
    return parse_name(name).surname in {parse_name(n).surname for n in chain.full_names}


def _join_holders(clusters: _Clusters) -> None:
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


def _join_administrations(clusters: _Clusters) -> None:
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


def _relatives(clusters: _Clusters, kind: EntityKind) -> Iterable[int]:
    return (i for i, chain in enumerate(clusters.chains) if chain.kind is kind)


def _entity(story: Story, chains: list[_Chain], reasons: list[Reason]) -> Entity:
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


def _canonical(story: Story, chains: list[_Chain]) -> str:
    """The spelling that most texts carry, then most mentions, then the fullest, then the likeliest original's."""
    text_of = {report: line.id for line in story.lineages for report in line.reports}
    rank = {report: n for line in story.lineages for n, report in enumerate(line.reports)}
    wordings: dict[str, list[_Chain]] = {}
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


def _variants(story: Story, chains: list[_Chain]) -> Iterator[str]:
    """The wordings in the reports, pronouns left out unless there is nothing else."""
    for chain in chains:
        text = story.reading(chain.report).text
        worded = [m for m in chain.mentions if m.form is not Form.PRONOUN] or list(chain.mentions)
        yield from (mention.span.of(text) for mention in worded)
