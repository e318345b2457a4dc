"""Who told it: the holders behind tellings, joined where they are or may be the same."""

import re
import tomllib
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from reportedly.language.countries import country
from reportedly.language.similarity import comparable
from reportedly.linking.clusters import group
from reportedly.linking.count_basis import CountBasis, basis_of
from reportedly.model.ontology import EntityKind, Grade
from reportedly.model.story import Entity, Origin, Story, Voice

Link = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody in whose name a report tells it."""

    report: str
    texts: tuple[int, int]  # which text, where probable versions are one and where they are not
    name: str
    entity: str
    country: str
    unnamed: bool
    state: bool  # a country or its government told it: "Moscow"


def find_holders(story: Story, voices: Sequence[Voice]) -> tuple[Holder, ...]:
    """The holders of these voices, once a report each; a report's own voice is none."""
    basis = basis_of(story)
    few, many = basis.texts
    found: dict[tuple[str, str], Holder] = {}
    for voice in sorted(voices, key=lambda each: (each.citation.report, each.citation.span)):
        if not voice.holder and not voice.entity:
            continue
        entity = basis.entities.get(voice.entity)
        report = voice.citation.report
        holder = Holder(
            report=report,
            texts=(few[report], many[report]),
            name=entity.name if entity else voice.holder,
            entity=voice.entity,
            country=(entity.country or "") if entity else "",
            unnamed=_unnamed(basis, voice, entity),
            state=entity is not None and entity.kind is EntityKind.COUNTRY,
        )
        found.setdefault((report, voice.entity or voice.holder.casefold()), holder)
    return tuple(found.values())


def _unnamed(basis: CountBasis, voice: Voice, entity: Entity | None) -> bool:
    """Whether the holder has no name: "a senior official", "sources"."""
    assertions = basis.readings[voice.citation.report].assertions
    holder = assertions[voice.assertion].holder if 0 <= voice.assertion < len(assertions) else None
    if holder is not None and holder.grade in (Grade.UNNAMED_OFFICIAL, Grade.SOURCES):
        return True
    return entity is not None and entity.kind is EntityKind.ROLE


def count_holders(holders: Sequence[Holder]) -> tuple[tuple[Origin, ...], int]:
    """Origins at least, and how many at most.

    At least: one a person or body; the unnamed of one country are one unless their descriptions tell them apart;
    a state that tells it is whoever of its own tells it; within the versions of one text the report with most
    holders speaks for all, for a copy retells, under whatever garbled name.
    """
    same = _links(_identity(each) for each in holders)
    certain = group(range(len(holders)), same)
    perhaps = same + _unnamed_links(holders) + _state_links(holders)
    few = group(range(len(holders)), perhaps)
    kept = _without_copies(holders, few, 0)
    origins = tuple(_origin([holders[index] for index in members]) for members in kept)
    return origins, max(len(origins), len(_without_copies(holders, certain, 1)))


def _links(keys: Iterable[Hashable]) -> list[Link]:
    """Each member to the first of the same key: as good as all with all, and never as many."""
    first: dict[Hashable, int] = {}
    return [(first.setdefault(key, place), place) for place, key in enumerate(keys)]


def _identity(holder: Holder) -> tuple[str, str]:
    """What is the same for two holders that surely are one: the entity, else the name."""
    return (holder.entity, "") if holder.entity else ("", holder.name.casefold())


def _unnamed_links(holders: Sequence[Holder]) -> list[Link]:
    """The unnamed of one country who share a telling word, or of whom one has none: nothing tells them apart."""
    found: list[Link] = []
    by_country: dict[str, list[int]] = {}
    for place, holder in enumerate(holders):
        if holder.unnamed:
            by_country.setdefault(holder.country, []).append(place)
    for places in by_country.values():
        words = {place: telling_words(holders[place].name) for place in places}
        bare = next((place for place in places if not words[place]), None)
        if bare is not None:
            found += [(bare, place) for place in places]
        told = [(word, place) for place in places for word in words[place]]
        found += [(told[a][1], told[b][1]) for a, b in _links(word for word, _ in told)]
    return found


@lru_cache(maxsize=4096)
def telling_words(description: str) -> frozenset[str]:
    """The words of a description that tell somebody apart: no country, no "senior", no "official".

    >>> sorted(telling_words("a senior US official")), sorted(telling_words("the harbour master's spokesman"))
    ([], ['harbour', 'master'])
    """
    words = [each[0] for each in re.finditer(r"[\w'’.]+", description) if country(each[0]) is None]
    plain = {comparable(word).removesuffix("'s").rstrip(".") for word in words}
    return frozenset(plain - _untelling())


@lru_cache(maxsize=1)
def _untelling() -> frozenset[str]:
    table = tomllib.loads(files("reportedly.linking").joinpath("unnamed.toml").read_text("utf-8"))
    return frozenset(str(word) for word in table["words"])


def _state_links(holders: Sequence[Holder]) -> list[Link]:
    """What Moscow denies beside a minister of its own has no second teller: each state goes to the first of its own."""
    found: list[Link] = []
    for i, state in enumerate(holders):
        if state.state and state.country:
            own = (j for j, other in enumerate(holders) if _is_of(other, state.country))
            found.extend((j, i) for j in list(own)[:1])
    return found


def _is_of(holder: Holder, code: str) -> bool:
    """Whether this is a person or body of a state, not the state itself."""
    return holder.country == code and not holder.state


def _without_copies(
    holders: Sequence[Holder], groups: Sequence[tuple[int, ...]], rung: int
) -> tuple[tuple[int, ...], ...]:
    """Leave out who is told only by versions that name no more holders than another version of their text."""
    speaking = _fullest_versions(holders, rung)
    return tuple(
        members for members in groups if any(holders[index].report in speaking for index in members)
    )


def _fullest_versions(holders: Sequence[Holder], rung: int) -> frozenset[str]:
    """For each text the report with most holders, then with most that are named; the first of equals."""
    versions: dict[int, dict[str, tuple[int, int]]] = {}
    for holder in holders:
        reports = versions.setdefault(holder.texts[rung], {})
        told, named = reports.get(holder.report, (0, 0))
        reports[holder.report] = told + 1, named + (not holder.unnamed)
    return frozenset(max(reports, key=lambda each: reports[each]) for reports in versions.values())


def _origin(members: Sequence[Holder]) -> Origin:
    """The members under the name of a person or body, rather than of somebody unnamed or of a state."""
    shown = min(members, key=lambda each: (each.state, each.unnamed))
    reports = tuple(sorted({each.report for each in members}))
    others = sorted({each.name for each in members if _identity(each) != _identity(shown)})
    because = f"told by {shown.name}"
    if others:
        because += f"; {', '.join(others)} may be the same"
    return Origin(shown.name, shown.entity, reports, because)
