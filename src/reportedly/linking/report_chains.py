"""The chains of single reports as linking sees them, and clusters of them that refuse what cannot be one entity."""

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.language.names import family_names, fold, likeness
from reportedly.language.offices import body_key, office_key
from reportedly.model.ontology import EntityKind, Form
from reportedly.model.reading import Mention, Reading
from reportedly.model.span import Reason

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True, slots=True)
class ReportChain:
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

    @property
    def family_names(self) -> frozenset[str]:
        """The words by which alone this person may be called."""
        return frozenset().union(*map(family_names, self.full_names or self.names))

    @property
    def look(self) -> tuple[object, ...]:
        """All that decides whether it is one entity with another: chains that look the same are judged the same."""
        if self.kind is EntityKind.ROLE or not self.names:
            return (self.report, self.id)
        return (self.kind, self.names, self.country, self.offices, self.bodies)


class Clusters:
    """Union-find over chains that refuses what is forbidden, and keeps the reasons."""

    def __init__(self, chains: list[ReportChain], apart: frozenset[tuple[str, str]]) -> None:
        self.chains = chains
        self.apart = apart
        self.members: dict[int, list[int]] = {i: [i] for i in range(len(chains))}
        self.looks: dict[int, dict[tuple[object, ...], ReportChain]] = {
            i: {chain.look: chain} for i, chain in enumerate(chains)
        }
        self.home = list(range(len(chains)))
        self.reasons: dict[int, list[Reason]] = {i: [] for i in range(len(chains))}

    def join(self, one: int, other: int, *reasons: Reason, told: bool = False) -> None:
        """Merge two clusters unless a pair across them cannot be one entity; what people told is not questioned."""
        a, b = sorted((self.home[one], self.home[other]))
        if a == b:
            return
        if not told and any(
            self._forbidden(first, second)
            for first in self.looks[a].values()
            for second in self.looks[b].values()
        ):
            return
        for index in self.members[b]:
            self.home[index] = a
        self.members[a] += self.members.pop(b)
        self.looks[a] |= self.looks.pop(b)
        self.reasons[a] += [*self.reasons.pop(b), *reasons]

    def _forbidden(self, one: ReportChain, other: ReportChain) -> bool:
        if self.apart and self._told_apart(one, other):
            return True
        if one.kind is other.kind is EntityKind.ROLE and one.report == other.report:
            return True
        if one.country and other.country and one.country != other.country:
            return True
        if one.kind is not EntityKind.PERSON or other.kind is not EntityKind.PERSON:
            return False
        if one.report == other.report and not (one.full_names or other.full_names):
            return True  # one report calls two people Hanna and Anna
        return any(likeness(a, b).forbidden for a in one.full_names for b in other.full_names)

    def _told_apart(self, one: ReportChain, other: ReportChain) -> bool:
        """Whether people called two of the names different."""
        pairs = ((fold(a), fold(b)) for a in one.names for b in other.names)
        return any(pair in self.apart or pair[::-1] in self.apart for pair in pairs)


def chains_of(reading: Reading) -> Iterator[ReportChain]:
    """The chains of one report, in order of their first mention."""
    found: dict[str, list[Mention]] = {}
    for mention in reading.mentions:
        if mention.entity:
            found.setdefault(mention.entity, []).append(mention)
    for key, mentions in found.items():
        first = mentions[0]
        named = [m for m in mentions if m.form in (Form.NAMED, Form.METONYM)]
        heads = dict.fromkeys(m.head.of(reading.text) for m in named)
        yield ReportChain(
            report=reading.report.id,
            id=key,
            kind=first.kind,
            name=first.name,
            names=tuple(dict.fromkeys((*heads, first.name))) if named or is_part(first) else (),
            country=next((m.country for m in mentions if m.country), None),
            offices=frozenset(office_key(m.office) for m in mentions if m.office),
            bodies=tuple(dict.fromkeys(body_key(m.body) for m in mentions if m.body)),
            mentions=tuple(mentions),
            days=frozenset(_weekdays(reading, mentions)),
            parts=frozenset(_parts_beside(reading, mentions)),
        )


def is_part(mention: Mention) -> bool:
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
                m.name for m in reading.mentions if is_part(m) and sentence.span.contains(m.span)
            )
