"""The one function that counts. Three rungs, never confused: texts, newsrooms, and who told it.

Each count is an interval: at least, where every open link is taken to hold, and at most, where only certain ones
are. An unknown never adds to "at least" what evidence ties to another.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reportedly.linking.clusters import group
from reportedly.linking.count_basis import CountBasis, basis_of
from reportedly.linking.holders import count_holders, find_holders
from reportedly.linking.newsrooms import Newsroom
from reportedly.model.span import Span
from reportedly.model.story import Counts, Origin, Relation, Story, Voice

Link = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Carrier:
    """A report that carries what is counted, and where in it; no `spans` for the report as a whole."""

    report: str
    spans: tuple[Span, ...]


def count_origins(story: Story, voices: Sequence[Voice]) -> Counts:
    """How many stand behind these tellings; without voices, behind the story as a whole."""
    carriers = _carriers(story, voices)
    reports = tuple(dict.fromkeys(carrier.report for carrier in carriers))
    basis = basis_of(story)
    few = group(range(len(carriers)), _text_links(basis, carriers, probable=True))
    many = group(range(len(carriers)), _text_links(basis, carriers, probable=False))
    newsrooms = {report: basis.newsrooms[report] for report in reports}
    rooms_few = _newsrooms(basis, carriers, few, inferred=True)
    rooms_many = _newsrooms(basis, carriers, many, inferred=False)
    told = tuple(voices) or tuple(voice for claim in story.claims for voice in claim.voices)
    holders = find_holders(story, told)
    origins, at_most = count_holders(holders)
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


def _text_links(basis: CountBasis, carriers: Sequence[Carrier], *, probable: bool) -> list[Link]:
    """Carriers that are one text: versions of one text, or what one tells stands in a passage both share."""
    links: list[Link] = []
    for j, second in enumerate(carriers):
        for i, first in enumerate(carriers[:j]):
            text = basis.text_of.get(first.report)
            same = text is not None and text == basis.text_of.get(second.report)
            if same or _related(basis.relations, first, second, probable=probable):
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
    basis: CountBasis,
    carriers: Sequence[Carrier],
    texts: Sequence[Sequence[int]],
    *,
    inferred: bool,
) -> tuple[tuple[int, ...], ...]:
    """Texts grouped by who wrote them. A text of unnamed origin stands alone unless a shared passage ties it."""
    names = [_names(carriers, text, basis.newsrooms, inferred=inferred) for text in texts]
    links = [(i, j) for j in range(len(texts)) for i in range(j) if names[i] & names[j]]
    if inferred and basis.agency_copies:
        reports = [{carriers[index].report for index in text} for text in texts]
        links += [
            (i, j)
            for j in range(len(texts))
            for i in range(j)
            if _share_agency_copy(basis, reports[i], reports[j])
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


def _share_agency_copy(basis: CountBasis, first: set[str], second: set[str]) -> bool:
    """Whether a report of each side shares a passage word for word with the other, one of them an agency's."""
    return any((a, b) in basis.agency_copies for a in first for b in second)


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
