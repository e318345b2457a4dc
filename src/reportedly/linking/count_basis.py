"""What all counts of one story rest on, built once a story: its texts, newsrooms, relations and entities."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from reportedly.linking.clusters import group
from reportedly.linking.newsrooms import Newsroom, newsroom_of
from reportedly.model.lineage import Relation
from reportedly.model.ontology import RelationKind
from reportedly.model.reading import Reading
from reportedly.model.story import Entity, Story


@dataclass(frozen=True, slots=True)
class CountBasis:
    """Everything by report id, or by pair of ids as in the relations; entities by their own id."""

    readings: Mapping[str, Reading]
    copies: Mapping[str, tuple[str, ...]]  # of a report, those in the same frame
    bodies: Mapping[
        str, tuple[str, ...]
    ]  # of a report, those that have its body in a frame of their own
    newsrooms: Mapping[str, Newsroom]
    text_of: Mapping[str, str]  # the lineage of a report
    texts: tuple[Mapping[str, int], Mapping[str, int]]  # with probable versions, and without
    relations: Mapping[tuple[str, str], Relation]
    related: Mapping[str, tuple[str, ...]]  # to which a report has a relation
    agency_copies: frozenset[tuple[str, str]]  # who share a passage, one of them an agency's
    entities: Mapping[str, Entity]

    def alike(self, report: str, *, body: bool) -> tuple[str, ...]:
        """The report, and those that carry the same: where it is its body that tells, those with that body."""
        bodies = self.bodies.get(report, ()) if body else ()
        return (report, *self.copies.get(report, ()), *bodies)


@dataclass(frozen=True, slots=True, eq=False)
class _Same:
    """A story as a key: the same object, not an equal one; it is held, so that its identity stays its own."""

    story: Story

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.story is other.story

    def __hash__(self) -> int:
        return id(self.story)


def basis_of(story: Story) -> CountBasis:
    """The basis of this story; that of the story asked for last is kept."""
    return _basis(_Same(story))


@lru_cache(maxsize=1)
def _basis(same: _Same) -> CountBasis:
    story = same.story
    bodies, copies = (
        _lists((c.like, c.reading.report.id) for c in story.copies if c.own_frame is own)
        for own in (True, False)
    )
    everyone = (*story.readings, *(each.reading for each in story.copies))
    newsrooms = {each.report.id: newsroom_of(each) for each in everyone}
    pairs = [(each.a, each.b) for each in story.relations]
    return CountBasis(
        readings={each.report.id: each for each in story.readings},
        copies=copies,
        bodies=bodies,
        newsrooms=newsrooms,
        text_of={report: each.id for each in story.lineages for report in each.reports},
        texts=(_texts(story, probable=True), _texts(story, probable=False)),
        relations=dict(zip(pairs, story.relations, strict=True)),
        related=_lists((*pairs, *((b, a) for a, b in pairs))),
        agency_copies=_agency_copies(story, newsrooms),
        entities={entity.id: entity for entity in story.entities},
    )


def _lists(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """By the first of each pair all its second ones."""
    found: dict[str, list[str]] = {}
    for first, second in pairs:
        found.setdefault(first, []).append(second)
    return {first: tuple(seconds) for first, seconds in found.items()}


def _texts(story: Story, *, probable: bool) -> dict[str, int]:
    """The number of each report's text."""
    links = [
        (each.a, each.b)
        for each in story.relations
        if each.kind.is_same_text and (each.certain or probable)
    ]
    texts = group([reading.report.id for reading in story.readings], links)
    return {report: index for index, each in enumerate(texts) for report in each}


def _agency_copies(story: Story, newsrooms: Mapping[str, Newsroom]) -> frozenset[tuple[str, str]]:
    """Pairs that share a passage word for word, one of them credited to an agency; each pair in both orders."""
    pairs = [
        (each.a, each.b)
        for each in story.relations
        if each.kind is RelationKind.SHARED_PASSAGE
        and any(newsrooms[side].because.startswith("credited") for side in (each.a, each.b))
    ]
    return frozenset(pairs) | {(b, a) for a, b in pairs}
