"""Task `origins`: how many texts stand behind a statement, on cascades made here, so that the roots are known.

DATA: lineage/wmt, stories/gva/docs.jsonl, in this order. A cascade has a wire text with a copy,
a cut, a rewording by another translator, one with strange sentences put in, and a strange report that prints its
paragraph; beside it two reports of one incident by other hands, one of which or both tell the statement in words of
their own (a third translator's). `exact`: both ends of the count equal the roots; `interval`: the roots lie within;
`copies_added`: statements whose count rises when one more copy comes in.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bench.documents import body_of, reading_of, report_of
from bench.kinds import whole
from bench.lineage import Article, containment, incident_pairs, read_articles
from bench.result import Request, Result, bootstrap
from reportedly.linking.lineage import trace_lineage
from reportedly.linking.origins import count_origins
from reportedly.linking.passages import Body
from reportedly.model.ontology import Status
from reportedly.model.reading import Reading
from reportedly.model.report import Source
from reportedly.model.span import Citation, Span
from reportedly.model.story import Counts, Story, Voice

CASCADES = 60
LINES = 8  # sentences that a wire text has at least
WORDS = (12, 60)  # of a statement
OTHER_WORDS = 0.34  # containment of 5-grams up to which a telling is in words of its own
VERSIONS = 4


@dataclass(frozen=True, slots=True)
class Carrier:
    """A report that carries the statement at a place; `root` is whose text it goes back to."""

    reading: Reading
    span: Span
    root: str


@dataclass(frozen=True, slots=True)
class Cascade:
    """The carriers of one statement."""

    carriers: tuple[Carrier, ...]

    @property
    def roots(self) -> int:
        """How many texts stand behind it."""
        return len({each.root for each in self.carriers})


def run(request: Request) -> Result:
    """Share of statements counted exactly, and within the interval; beside the number of outlets."""
    chance = random.Random(request.seed)  # noqa: S311 - sampling, not secrecy
    articles = [each for each in read_articles(request.data[0]) if _is_wire(each)]
    hosts, _ = incident_pairs(request.data[-1], 1000)
    hosts = [pair for pair in hosts if containment(*pair) == 0]
    chosen = chance.sample(articles, min(request.limit or CASCADES, len(articles)))
    cascades = [each for article in chosen for each in make_cascades(article, hosts, chance)]
    counted = [count(each) for each in cascades]
    pairs = list(zip(cascades, counted, strict=True))
    exact = [counts.texts == (each.roots, each.roots) for each, counts in pairs]
    within = [counts.texts[0] <= each.roots <= counts.texts[1] for each, counts in pairs]
    added = [count(_with_copy(each)).texts > counts.texts for each, counts in pairs]
    low, high = bootstrap(
        exact, lambda items: sum(map(bool, items)) / max(1, len(items)), seed=request.seed
    )
    outlets = [len(each.carriers) == each.roots for each in cascades]
    return Result(
        n=len(cascades),
        ours={"exact": _share(exact), "interval": _share(within), "copies_added": _share(added)},
        baselines={"count of outlets": {"exact": _share(outlets)}},
        notes=(f"exact, 95 %: {low:.3f}..{high:.3f}", *_misses(pairs)),
    )


def _share(hits: Sequence[bool]) -> float:
    return round(sum(hits) / max(1, len(hits)), 4)


def _is_wire(article: Article) -> bool:
    whole_ones = [each for each in article.versions if len(whole(each)) == len(each) >= LINES]
    return len(whole_ones) >= VERSIONS and len({len(each) for each in whole_ones}) == 1


def make_cascades(
    article: Article, hosts: Sequence[tuple[Body, Body]], chance: random.Random
) -> Iterator[Cascade]:
    """A cascade for each of two statements that other translators word otherwise."""
    versions = [each for each in article.versions if len(whole(each)) == len(each) >= LINES]
    places = [
        place
        for place in range(len(versions[0]))
        if all(
            _in_other_words(versions[i][place], versions[j][place])
            for i, j in ((0, 2), (0, 3), (1, 2), (1, 3), (2, 3))
        )
    ]
    for place in chance.sample(places, min(2, len(places))):
        first, second = chance.choice(hosts)
        strange = _lines(chance.choice(hosts)[0])
        yield _cascade(versions, place, (_lines(first), _lines(second), strange), chance)


def _in_other_words(line: str, telling: str) -> bool:
    bodies = body_of("a", (line,)), body_of("b", (telling,))
    sizes = [len(each.words) for each in bodies]
    fits = all(WORDS[0] <= size <= WORDS[1] for size in sizes)
    return fits and containment(*bodies) <= OTHER_WORDS


def _lines(body: Body) -> list[str]:
    return [span.of(body.text) for span in body.sentences]


def _cascade(
    versions: Sequence[Sequence[str]],
    place: int,
    others: tuple[list[str], list[str], list[str]],
    chance: random.Random,
) -> Cascade:
    """Some of the wire's descendants, and one or two reports of other hands."""
    wire, reworded = versions[:2]
    start = max(0, min(place - 2, len(wire) - LINES // 2 - 1))
    mixed = list(reworded)
    mixed[:0] = others[2][:2]
    texts = [
        (list(wire), wire[place]),
        (list(wire), wire[place]),
        (list(wire[start : start + LINES // 2 + 1]), wire[place]),
        (list(reworded), reworded[place]),
        (mixed, reworded[place]),
        (_put(others[2], wire[place], chance), wire[place]),
    ]
    kept = [
        ("wire", *each) for each in [texts[0], *chance.sample(texts[1:], chance.randrange(1, 5))]
    ]
    tellings = (
        ("other hand", others[0], versions[2][place]),
        ("third hand", others[1], versions[3][place]),
    )
    for root, lines, telling in tellings[: chance.randrange(0, 3)]:
        kept.append((root, _put(lines, telling, chance), telling))
    return Cascade(tuple(_carrier(f"{index}", *each) for index, each in enumerate(kept)))


def _put(lines: Sequence[str], line: str, chance: random.Random) -> list[str]:
    found = list(lines)
    found.insert(chance.randrange(len(found) + 1), line)
    return found


def _carrier(outlet: str, root: str, lines: Sequence[str], statement: str) -> Carrier:
    """A report of an outlet of its own."""
    text = "\n".join(lines)
    report = replace(report_of(text, path=outlet), source=Source(outlet=f"Outlet {outlet}"))
    start = text.index(statement)
    return Carrier(reading_of(report), Span(start, start + len(statement)), root)


def count(cascade: Cascade) -> Counts:
    """Our count of the statement, in a story whose lineage was traced."""
    story = trace_lineage(Story("cascade", tuple(each.reading for each in cascade.carriers)))
    voices = [
        Voice(Citation(each.reading.report.id, each.span), -1, "", "", Status.HAPPENED, False)
        for each in cascade.carriers
    ]
    return count_origins(story, voices)


def _with_copy(cascade: Cascade) -> Cascade:
    """One more outlet that prints the last report's text."""
    last = cascade.carriers[-1]
    copy = report_of(last.reading.text, path="copy")
    return Cascade((*cascade.carriers, Carrier(reading_of(copy), last.span, last.root)))


def _misses(pairs: Sequence[tuple[Cascade, Counts]]) -> Iterator[str]:
    wrong = [
        f"{each.roots} roots counted {counts.texts}"
        for each, counts in pairs
        if counts.texts != (each.roots,) * 2
    ]
    for line in sorted(set(wrong), key=lambda each: (-wrong.count(each), each)):
        yield f"{wrong.count(line)} times {line}"
