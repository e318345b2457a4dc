"""The one function that counts. Three rungs, never confused: texts, newsrooms, and who told it.

Each count is an interval: at least, where every open link is taken to hold, and at most, where only certain ones
are. An unknown never adds to "at least" what evidence ties to another.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reportedly.linking.clusters import group
from reportedly.linking.count_basis import CountBasis, basis_of
from reportedly.linking.holders import count_holders, find_holders
from reportedly.linking.newsrooms import Newsroom
from reportedly.model.span import Span
from reportedly.model.story import Counts, Origin, Relation, Story, Voice

OWN_VOICE = "a report that speaks in its own voice adds no origin"

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
    everyone = [each for report in reports for each in basis.alike(report)]
    newsrooms = {report: basis.newsrooms[report] for report in everyone}
    rooms_few = _newsrooms(basis, carriers, few, inferred=True)
    rooms_many = _newsrooms(basis, carriers, many, inferred=False)
    told = tuple(voices) or tuple(voice for claim in story.claims for voice in claim.voices)
    holders = find_holders(story, told)
    origins, at_most = count_holders(holders)
    tellers = tuple(_with_copies(basis, each) for each in origins)
    return Counts(
        reports=len(everyone),
        texts=(len(few), len(many)),
        newsrooms=(len(rooms_few), max(len(rooms_few), len(rooms_many))),
        origins=(len(origins), max(len(origins), at_most)),
        tellers=tellers,
        because=(
            *_because(basis, [_reports(carriers, text) for text in few], newsrooms),
            *(each.because for each in tellers),
            *([OWN_VOICE] if any(not voice.holder for voice in told) else ()),
        ),
    )


def _with_copies(basis: CountBasis, origin: Origin) -> Origin:
    """An origin with all that carry it, the copies that were set aside among them."""
    reports = (each for report in origin.reports for each in basis.alike(report))
    return replace(origin, reports=tuple(sorted(reports)))


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
    place = {each.report: index for index, each in enumerate(carriers)}
    first_of: dict[str, int] = {}
    for j, second in enumerate(carriers):
        links.append((first_of.setdefault(basis.text_of.get(second.report, second.report), j), j))
        for other in basis.related.get(second.report, ()):
            i = place.get(other, j)
            if i < j and _related(basis.relations, carriers[i], second, probable=probable):
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
    names = [_names(basis, _reports(carriers, text), inferred=inferred) for text in texts]
    links = [(i, j) for j in range(len(texts)) for i in range(j) if names[i] & names[j]]
    if inferred and basis.agency_copies:
        reports = [_reports(carriers, text) for text in texts]
        links += [
            (i, j)
            for j in range(len(texts))
            for i in range(j)
            if _share_agency_copy(basis, reports[i], reports[j])
        ]
    return group(range(len(texts)), links)


def _reports(carriers: Sequence[Carrier], text: Iterable[int]) -> frozenset[str]:
    return frozenset(carriers[index].report for index in text)


def _names(basis: CountBasis, reports: Iterable[str], *, inferred: bool) -> frozenset[str]:
    """The newsrooms that a text's versions name: agencies alone where there is one, for copies carry outlets' names."""
    found = [basis.newsrooms[each] for report in reports for each in basis.alike(report)]
    named = [each for each in found if each.name and (each.stated or inferred)]
    agencies = {each.name for each in named if not each.because.startswith("published")}
    return frozenset(agencies or {each.name for each in named})


def _share_agency_copy(basis: CountBasis, first: frozenset[str], second: frozenset[str]) -> bool:
    """Whether a report of each side shares a passage word for word with the other, one of them an agency's."""
    return any((a, b) in basis.agency_copies for a in first for b in second)


def _because(
    basis: CountBasis, texts: Iterable[Iterable[str]], newsrooms: Mapping[str, Newsroom]
) -> Iterator[str]:
    """What ties the reports of one text together and who wrote them, a line each, for people."""
    for text in texts:
        count = sum(len(basis.alike(report)) for report in text)
        if count > 1:
            yield f"{count} reports are versions of one text"
    yield from sorted({each.because for each in newsrooms.values() if each.name})
    unknown = sum(not each.name for each in newsrooms.values())
    if unknown:
        yield (
            f"the newsroom of {unknown} reports is not named: each of their texts counts as one of its own, "
            "unless its words tie it to another"
        )
