"""The one function that counts. Three rungs, never confused: texts, newsrooms, and who told it.

Each count is an interval: at least, where every open link is taken to hold, and at most, where only certain ones
are. An unknown never adds to "at least" what evidence ties to another.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reportedly.linking.clusters import group
from reportedly.linking.copies import in_frame
from reportedly.linking.count_basis import CountBasis, basis_of
from reportedly.linking.holders import count_holders, find_holders
from reportedly.linking.newsrooms import Newsroom
from reportedly.model.lineage import Relation
from reportedly.model.span import Span
from reportedly.model.story import Counts, Origin, Story, Voice

OWN_VOICE = "a report that speaks in its own voice adds no origin"

Link = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Carrier:
    """A report that carries what is counted, and where in it; no `spans` for the report as a whole.

    `alike` are the report and those copies of it that carry the same and have not been looked at for themselves.
    """

    report: str
    spans: tuple[Span, ...]
    alike: tuple[str, ...]


def count_origins(story: Story, voices: Sequence[Voice]) -> Counts:
    """How many stand behind these tellings; without voices, behind the story as a whole."""
    basis = basis_of(story)
    carriers = _carriers(basis, voices)
    few = group(range(len(carriers)), _text_links(basis, carriers, probable=True))
    many = group(range(len(carriers)), _text_links(basis, carriers, probable=False))
    everyone = [each for carrier in carriers for each in carrier.alike]
    newsrooms = {report: basis.newsrooms[report] for report in everyone}
    rooms_few = _newsrooms(basis, carriers, few, inferred=True)
    rooms_many = _newsrooms(basis, carriers, many, inferred=False)
    told = tuple(voices) or tuple(voice for claim in story.claims for voice in claim.voices)
    holders = find_holders(story, told)
    origins, at_most = count_holders(holders)
    tellers = _with_copies(carriers, origins)
    return Counts(
        reports=len(everyone),
        texts=(len(few), len(many)),
        newsrooms=(len(rooms_few), max(len(rooms_few), len(rooms_many))),
        origins=(len(origins), max(len(origins), at_most)),
        tellers=tellers,
        because=(
            *_because([_alike(carriers, text) for text in few], newsrooms),
            *(each.because for each in tellers),
            *([OWN_VOICE] if any(not voice.holder for voice in told) else ()),
        ),
    )


def _with_copies(carriers: Sequence[Carrier], origins: Sequence[Origin]) -> tuple[Origin, ...]:
    """The origins with all that carry them, copies among them."""
    alike = {each.report: each.alike for each in carriers}
    return tuple(
        replace(
            origin, reports=tuple(sorted(e for report in origin.reports for e in alike[report]))
        )
        for origin in origins
    )


def _carriers(basis: CountBasis, voices: Sequence[Voice]) -> tuple[Carrier, ...]:
    if not voices:
        return tuple(Carrier(report, (), (report,)) for report in basis.readings)
    spans: dict[str, set[Span]] = {}
    for voice in voices:
        spans.setdefault(voice.citation.report, set()).add(voice.citation.span)
    bodies = {
        voice.citation.report
        for voice in voices
        if not in_frame(basis.readings[voice.citation.report], voice.citation.span)
    }
    return tuple(
        Carrier(
            report,
            tuple(sorted(spans[report])),
            tuple(
                each
                for each in basis.alike(report, body=report in bodies)
                if each == report or each not in spans
            ),
        )
        for report in sorted(spans)
    )


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
    names = [_names(basis, _alike(carriers, text), inferred=inferred) for text in texts]
    links = [(i, j) for j in range(len(texts)) for i in range(j) if names[i] & names[j]]
    if inferred and basis.agency_copies:
        reports = [_alike(carriers, text) for text in texts]
        links += [
            (i, j)
            for j in range(len(texts))
            for i in range(j)
            if _share_agency_copy(basis, reports[i], reports[j])
        ]
    return group(range(len(texts)), links)


def _alike(carriers: Sequence[Carrier], text: Iterable[int]) -> frozenset[str]:
    """The reports that carry a text, copies among them."""
    return frozenset(each for index in text for each in carriers[index].alike)


def _names(basis: CountBasis, reports: Iterable[str], *, inferred: bool) -> frozenset[str]:
    """The newsrooms that a text's versions name: agencies alone where there is one, for copies carry outlets' names."""
    found = [basis.newsrooms[each] for each in reports]
    named = [each for each in found if each.name and (each.stated or inferred)]
    agencies = {each.name for each in named if not each.because.startswith("published")}
    return frozenset(agencies or {each.name for each in named})


def _share_agency_copy(basis: CountBasis, first: frozenset[str], second: frozenset[str]) -> bool:
    """Whether a report of each side shares a passage word for word with the other, one of them an agency's."""
    return any((a, b) in basis.agency_copies for a in first for b in second)


def _because(texts: Iterable[frozenset[str]], newsrooms: Mapping[str, Newsroom]) -> Iterator[str]:
    """What ties the reports of one text together and who wrote them, a line each, for people."""
    for text in texts:
        if len(text) > 1:
            yield f"{len(text)} reports are versions of one text"
    yield from sorted({each.because for each in newsrooms.values() if each.name})
    unknown = sum(not each.name for each in newsrooms.values())
    if unknown:
        yield (
            f"the newsroom of {unknown} reports is not named: each of their texts counts as one of its own, "
            "unless its words tie it to another"
        )
