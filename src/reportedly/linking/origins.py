"""The one function that counts. Three rungs, never confused: texts, newsrooms, and who told it.

Each count is an interval: at least, where every open link is taken to hold, and at most, where only certain ones
are. An unknown never adds to "at least" what evidence ties to another.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from reportedly.linking.clusters import group
from reportedly.linking.newsrooms import Newsroom, newsroom_of
from reportedly.model.ontology import EntityKind, Grade, RelationKind
from reportedly.model.span import Span
from reportedly.model.story import Counts, Entity, Origin, Relation, Story, Voice

Link = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Carrier:
    """A report that carries what is counted, and where in it; no `spans` for the report as a whole."""

    report: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Teller:
    """Somebody in whose name a report tells it."""

    report: str
    text: int  # which text, at least
    name: str
    entity: str
    country: str
    unnamed: bool


def count_origins(story: Story, voices: Sequence[Voice]) -> Counts:
    """How many stand behind these tellings; without voices, behind the story as a whole."""
    carriers = _carriers(story, voices)
    reports = tuple(dict.fromkeys(carrier.report for carrier in carriers))
    few = group(range(len(carriers)), _text_links(story, carriers, probable=True))
    many = group(range(len(carriers)), _text_links(story, carriers, probable=False))
    newsrooms = {report: newsroom_of(story.reading(report)) for report in reports}
    rooms_few = _newsrooms(story, carriers, few, newsrooms, inferred=True)
    rooms_many = _newsrooms(story, carriers, many, newsrooms, inferred=False)
    told = tuple(voices) or tuple(voice for claim in story.claims for voice in claim.voices)
    tellers = _tellers(story, told)
    origins, at_most = _origins(tellers)
    return Counts(
        reports=len(reports),
        texts=(len(few), len(many)),
        newsrooms=(len(rooms_few), max(len(rooms_few), len(rooms_many))),
        origins=(len(origins), max(len(origins), at_most)),
        tellers=origins,
        because=tuple(_because(carriers, few, newsrooms, origins, told)),
    )


def _carriers(story: Story, voices: Sequence[Voice]) -> tuple[Carrier, ...]:
    if not voices:
        return tuple(Carrier(reading.report.id, ()) for reading in story.readings)
    spans: dict[str, set[Span]] = {}
    for voice in voices:
        spans.setdefault(voice.citation.report, set()).add(voice.citation.span)
    return tuple(Carrier(report, tuple(sorted(spans[report]))) for report in sorted(spans))


def _text_links(story: Story, carriers: Sequence[Carrier], *, probable: bool) -> list[Link]:
    """Carriers that are one text: versions of one text, or what one tells stands in a passage both share."""
    text_of = {report: each.id for each in story.lineages for report in each.reports}
    relations = {(each.a, each.b): each for each in story.relations}
    links: list[Link] = []
    for j, second in enumerate(carriers):
        for i, first in enumerate(carriers[:j]):
            text = text_of.get(first.report)
            same = text is not None and text == text_of.get(second.report)
            if same or _related(relations, first, second, probable=probable):
                links.append((i, j))
    return links


def _related(
    relations: Mapping[tuple[str, str], Relation],
    first: Carrier,
    second: Carrier,
    *,
    probable: bool,
) -> bool:
    if first.report > second.report:
        first, second = second, first
    relation = relations.get((first.report, second.report))
    if relation is None:
        return False
    if relation.kind.is_same_text:
        return relation.certain or probable
    return _adds_nothing(relation, first, second)


def _adds_nothing(relation: Relation, first: Carrier, second: Carrier) -> bool:
    """Whether all that one of them tells lies in passages shared with places of the other."""
    pairs = [
        (a, b)
        for a in first.spans
        for b in second.spans
        if any(each.a.matches(a) and each.b.matches(b) for each in relation.passages)
    ]
    left, right = {a for a, _ in pairs}, {b for _, b in pairs}
    return bool(pairs) and (len(left) == len(first.spans) or len(right) == len(second.spans))


def _newsrooms(
    story: Story,
    carriers: Sequence[Carrier],
    texts: Sequence[Sequence[int]],
    newsrooms: Mapping[str, Newsroom],
    *,
    inferred: bool,
) -> tuple[tuple[int, ...], ...]:
    """Texts grouped by who wrote them. A text of unnamed origin stands alone unless a shared passage ties it."""
    names = [_names(carriers, text, newsrooms, inferred=inferred) for text in texts]
    links = [(i, j) for j in range(len(texts)) for i in range(j) if names[i] & names[j]]
    if inferred:
        reports = [{carriers[index].report for index in text} for text in texts]
        links += [
            (i, j)
            for j in range(len(texts))
            for i in range(j)
            if _share_agency_copy(story, reports[i], reports[j], newsrooms)
        ]
    return group(range(len(texts)), links)


def _names(
    carriers: Sequence[Carrier],
    text: Iterable[int],
    newsrooms: Mapping[str, Newsroom],
    *,
    inferred: bool,
) -> frozenset[str]:
    """The newsrooms that a text's versions name: agencies alone where there is one, for copies carry outlets' names."""
    found = [newsrooms[carriers[index].report] for index in text]
    named = [each for each in found if each.name and (each.stated or inferred)]
    agencies = {each.name for each in named if not each.because.startswith("published")}
    return frozenset(agencies or {each.name for each in named})


def _share_agency_copy(
    story: Story, first: set[str], second: set[str], newsrooms: Mapping[str, Newsroom]
) -> bool:
    """Whether a report of each side shares a passage word for word with the other, one of them an agency's."""
    for relation in story.relations:
        if relation.kind is not RelationKind.SHARED_PASSAGE:
            continue
        across = (relation.a in first and relation.b in second) or (
            relation.a in second and relation.b in first
        )
        if across and any(
            newsrooms[each].because.startswith("credited") for each in (relation.a, relation.b)
        ):
            return True
    return False


def _tellers(story: Story, voices: Sequence[Voice]) -> tuple[Teller, ...]:
    """Holders, once a report; a report's own voice is none."""
    entities = {entity.id: entity for entity in story.entities}
    text_of = {
        report: index for index, each in enumerate(_probable_texts(story)) for report in each
    }
    found: dict[tuple[str, str], Teller] = {}
    for voice in sorted(voices, key=lambda each: (each.citation.report, each.citation.span)):
        if not voice.holder and not voice.entity:
            continue
        entity = entities.get(voice.entity)
        report = voice.citation.report
        name = entity.name if entity else voice.holder
        key = voice.entity or voice.holder.casefold()
        teller = Teller(
            report,
            text_of.get(report, -1),
            name,
            voice.entity,
            _country(entity),
            _unnamed(story, voice, entity),
        )
        found.setdefault((report, key), teller)
    return tuple(found.values())


def _probable_texts(story: Story) -> tuple[tuple[str, ...], ...]:
    links = [(each.a, each.b) for each in story.relations if each.kind.is_same_text]
    return group([reading.report.id for reading in story.readings], links)


def _country(entity: Entity | None) -> str:
    return (entity.country or "") if entity else ""


def _unnamed(story: Story, voice: Voice, entity: Entity | None) -> bool:
    """Whether the holder has no name: "a senior official", "sources"."""
    assertions = story.reading(voice.citation.report).assertions
    holder = assertions[voice.assertion].holder if 0 <= voice.assertion < len(assertions) else None
    if holder is not None and holder.grade in (Grade.UNNAMED_OFFICIAL, Grade.SOURCES):
        return True
    return entity is not None and entity.kind is EntityKind.ROLE


def _origins(tellers: Sequence[Teller]) -> tuple[tuple[Origin, ...], int]:
    """Origins at least, and how many at most.

    At least: one a person or body; the unnamed of one country are one; within the versions of one text the report
    with most tellers speaks for all, for a copy retells, under whatever garbled name.
    """
    certain = group(range(len(tellers)), _teller_links(tellers, _same_teller))
    few = group(range(len(tellers)), _teller_links(tellers, _perhaps_same))
    kept = _without_copies(tellers, few)
    origins = tuple(_origin([tellers[index] for index in members]) for members in kept)
    return origins, len(_without_copies(tellers, certain))


def _teller_links(tellers: Sequence[Teller], joins: Callable[[Teller, Teller], bool]) -> list[Link]:
    return [(i, j) for j in range(len(tellers)) for i in range(j) if joins(tellers[i], tellers[j])]


def _same_teller(first: Teller, second: Teller) -> bool:
    if first.entity or second.entity:
        return first.entity == second.entity
    return first.name.casefold() == second.name.casefold()


def _perhaps_same(first: Teller, second: Teller) -> bool:
    """The same, or both unnamed and of one country: they may be one official."""
    both = first.unnamed and second.unnamed
    return _same_teller(first, second) or (both and first.country == second.country)


def _without_copies(
    tellers: Sequence[Teller], groups: Sequence[tuple[int, ...]]
) -> tuple[tuple[int, ...], ...]:
    """Leave out who is told only by versions that name no more tellers than another version of their text."""
    speaking = _fullest_versions(tellers)
    return tuple(
        members for members in groups if any(tellers[index].report in speaking for index in members)
    )


def _fullest_versions(tellers: Sequence[Teller]) -> frozenset[str]:
    """For each text the report with most tellers, the first of equals."""
    counted: dict[int, dict[str, int]] = {}
    for teller in tellers:
        reports = counted.setdefault(teller.text, {})
        reports[teller.report] = reports.get(teller.report, 0) + 1
    return frozenset(max(reports, key=lambda each: reports[each]) for reports in counted.values())


def _origin(members: Sequence[Teller]) -> Origin:
    named = next((each for each in members if not each.unnamed), members[0])
    reports = tuple(sorted({each.report for each in members}))
    names = sorted({each.name for each in members})
    because = f"told by {named.name}"
    if len(names) > 1:
        because = f"{', '.join(names)}: not named, perhaps one"
    return Origin(named.name, named.entity, reports, because)


def _because(
    carriers: Sequence[Carrier],
    texts: Sequence[Sequence[int]],
    newsrooms: Mapping[str, Newsroom],
    origins: Sequence[Origin],
    voices: Sequence[Voice],
) -> list[str]:
    """One line a rung, for people."""
    found = [
        f"{len({carriers[index].report for index in text})} reports are versions of one text"
        for text in texts
        if len({carriers[index].report for index in text}) > 1
    ]
    found += sorted({each.because for each in newsrooms.values() if each.name})
    unknown = sum(not each.name for each in newsrooms.values())
    if unknown:
        found.append(
            f"the newsroom of {unknown} reports is not named: each of their texts counts as one of its own, "
            "unless its words tie it to another"
        )
    found += [each.because for each in origins]
    if any(not voice.holder for voice in voices):
        found.append("a report that speaks in its own voice adds no origin")
    return found
