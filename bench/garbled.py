"""Garbled names: are names that differ between versions of one text linked, and nobody who is another.

DATA: lineage/wmt. Sentence i of each English version renders sentence i of the foreign article, so where both
versions name exactly one person there, it is the same. Pairs that are named in such sentences, but never in the
same one, are different people. Links are those of the product: lineage, then entities of the story of versions.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from bench.documents import joined, report_of
from bench.lineage import Article, read_articles
from bench.result import Figures, Request, Result, f1
from reportedly.language.names import fold
from reportedly.linking.entities import merge_entities
from reportedly.linking.lineage import trace_lineage
from reportedly.model.ontology import EntityKind, Form
from reportedly.model.reading import Reading
from reportedly.model.story import Story
from reportedly.reading.coreference import link_mentions
from reportedly.reading.mentions import find_mentions
from reportedly.reading.sentences import split_sentences

VERSIONS = 4  # of an article
ARTICLES = 60  # unless a limit is given: 60 take about a minute


@dataclass(frozen=True, slots=True)
class Pair:
    """A person of one version and one of another: gold, and whether they are linked."""

    one: str
    other: str
    same: bool
    linked: bool

    @property
    def is_garbled(self) -> bool:
        """Whether the spellings differ beyond letter case and accents."""
        return fold(self.one) != fold(self.other)


def run(request: Request) -> Result:
    """Precision and recall of links between differently spelt names; all names beside them."""
    articles = [each for path in request.data for each in read_articles(path)]
    step = max(1, len(articles) // (request.limit or ARTICLES))
    pairs = [pair for each in articles[::step] for pair in judged(each)]
    garbled = [pair for pair in pairs if pair.is_garbled]
    if request.verbose:
        _print_misses(garbled)
    return Result(
        n=sum(pair.same for pair in garbled),
        ours=dict(scores(garbled)) | {"all_precision": scores(pairs)["precision"]},
        baselines={
            "all names": scores(pairs),
            "same spelling only": scores(
                [Pair(p.one, p.other, p.same, not p.is_garbled) for p in pairs]
            ),
        },
        notes=(f"{len(pairs)} pairs judged in {len(articles[::step])} articles",),
    )


def judged(article: Article) -> Iterator[Pair]:
    """The pairs of persons of each two versions that the alignment of sentences can judge."""
    whole = [each for each in article.versions if all(line.strip() for line in each)]
    readings = [_read(f"{article.name}/{n}", each) for n, each in enumerate(whole[:VERSIONS])]
    story = merge_entities(trace_lineage(Story("s", tuple(readings))))
    entity = {chain: each.id for each in story.entities for chain in each.chains}
    persons = [persons_by_line(reading) for reading in readings]
    for (first, here), (second, there) in combinations(zip(readings, persons, strict=True), 2):
        names, others = _names(first), _names(second)
        for one, other, same in truth(here, there):
            ids = entity.get((first.report.id, one)), entity.get((second.report.id, other))
            yield Pair(names[one], others[other], same, linked=ids[0] == ids[1])


def truth(
    here: Sequence[frozenset[str]], there: Sequence[frozenset[str]]
) -> Iterator[tuple[str, str, bool]]:
    """Pairs named alone in a line of both versions are one; of people so paired the others are two."""
    alone = Counter(
        (*a, *b) for a, b in zip(here, there, strict=True) if len(a) == 1 and len(b) == 1
    )
    paired = {(one, other) for (one, other), _ in _mutual(alone)}
    together = {(x, y) for a, b in zip(here, there, strict=True) for x in a for y in b}
    firsts, seconds = {one for one, _ in paired}, {other for _, other in paired}
    for one in sorted(firsts):
        for other in sorted(seconds):
            if (one, other) in paired:
                yield one, other, True
            elif (one, other) not in together:
                yield one, other, False


def _mutual(alone: Counter[tuple[str, ...]]) -> Iterator[tuple[tuple[str, ...], int]]:
    """The pairs that are each other's most frequent partner, with no rival."""
    for pair, count in alone.items():
        rivals = [n for p, n in alone.items() if p != pair and (p[0] == pair[0] or p[1] == pair[1])]
        if not rivals:
            yield pair, count


def _read(path: str, lines: Sequence[str]) -> Reading:
    text, _ = joined(lines)
    return link_mentions(find_mentions(split_sentences(Reading(report_of(text, path=path)))))


def persons_by_line(reading: Reading) -> list[frozenset[str]]:
    """The chains of people that each line names."""
    found: list[frozenset[str]] = []
    start = 0
    for line in reading.text.split("\n"):
        end = start + len(line)
        found.append(
            frozenset(
                m.entity
                for m in reading.mentions
                if m.kind is EntityKind.PERSON
                and m.form is Form.NAMED
                and start <= m.head.start < end
            )
        )
        start = end + 1
    return found


def _names(reading: Reading) -> dict[str, str]:
    return {m.entity: m.name for m in reading.mentions}


def scores(pairs: Sequence[Pair]) -> Figures:
    """Of the linked the share that is the same, of the same the share that is linked."""
    linked = sum(pair.linked for pair in pairs)
    same = sum(pair.same for pair in pairs)
    right = sum(pair.linked and pair.same for pair in pairs)
    precision, recall = right / max(1, linked), right / max(1, same)
    return {"precision": precision, "recall": recall, "f1": f1(precision, recall)}


def _print_misses(pairs: Sequence[Pair]) -> None:
    for pair in pairs:
        if pair.same != pair.linked:
            print(f"  {'missed' if pair.same else 'wrong '} {pair.one} | {pair.other}")
