"""Task `kinds`: which of the seven relations holds between two texts, where the truth is known.

DATA: lineage/wmt, lineage/onestop/articles.jsonl, stories/gva/docs.jsonl, in this order. The truth is known since the
relations are made here: a copy in other type, a cut, an addition (dated later), an edit (three of ten sentences in
another translator's words), two translators' versions, hand rewritings, one paragraph put into two strange reports,
reports of one incident that share no run of words. `siblings` is the share of translators' versions, each of which has
lost sentences, that are told to have no direction; `wire_*` are precision and recall of the paragraphs put in.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bench.direction import read_articles as read_levels
from bench.documents import body_of, report_of
from bench.lineage import SHORTEST, containment, cut, incident_pairs, read_articles
from bench.result import Request, Result, f1
from reportedly.linking.direction import Side
from reportedly.linking.lineage import relate
from reportedly.linking.passages import Body, shared_runs
from reportedly.model.lineage import Relation
from reportedly.model.ontology import RelationKind

EACH = 60  # pairs a kind
ALONE = 0.02  # containment of 5-grams up to which reports of one incident share nothing
WIRE = (12, 60)  # words of a shared paragraph
DAYS = (date(2024, 3, 4), date(2024, 3, 6))
TYPE = str.maketrans({"'": "’", '"': "“"})

Lines = Sequence[str]


@dataclass(frozen=True, slots=True)
class Case:
    """A pair with its truth. `derived` is 0 or 1 for the side made from the other, None for neither or open."""

    kind: RelationKind
    sides: tuple[Side, Side]
    derived: int | None = None
    siblings: bool = False
    wire: str = ""


def run(request: Request) -> Result:
    """Macro-F1 of the seven kinds, and F1 of each."""
    chance = random.Random(request.seed)  # noqa: S311 - sampling, not secrecy
    cases = list(make_cases(request.data, request.limit or EACH, chance))
    found = [relate(*case.sides) for case in cases]
    kinds = [each.kind if each else RelationKind.INDEPENDENT for each in found]
    figures = {kind.value: _f1_of(kind, cases, kinds) for kind in RelationKind}
    siblings = [each for case, each in zip(cases, found, strict=True) if case.siblings]
    held = [each for each in siblings if each is not None and each.derived is None]
    directed = [pair for pair in zip(cases, found, strict=True) if pair[0].derived is not None]
    return Result(
        n=len(cases),
        ours={
            "macro_f1": round(sum(figures.values()) / len(figures), 4),
            "siblings": round(len(held) / max(1, len(siblings)), 4),
            "derived": round(
                sum(_is_directed(*pair) for pair in directed) / max(1, len(directed)), 4
            ),
            **{name.replace(" ", "_"): value for name, value in figures.items()},
            **_wire(cases, found),
        },
        baselines={
            "5-grams alone": {"macro_f1": _macro(cases, [by_grams(case) for case in cases])}
        },
        notes=tuple(_misses(cases, kinds)),
    )


def make_cases(paths: Sequence[Path], each: int, chance: random.Random) -> Iterator[Case]:
    """So many pairs of each kind."""
    articles = [
        article
        for article in read_articles(paths[0])
        if len(article.versions) > 1
        and all(len(whole(lines)) >= 2 * SHORTEST for lines in article.versions[:2])
    ]
    for article in chance.sample(articles, min(each, len(articles))):
        first, second = (whole(lines) for lines in article.versions[:2])
        yield _case(RelationKind.IDENTICAL, first, [line.translate(TYPE).upper() for line in first])
        yield _case(RelationKind.EXCERPT, first, first[: max(SHORTEST, len(first) // 2)], derived=1)
        short = first[: max(SHORTEST, len(first) // 2)]
        yield _case(RelationKind.EXTENDED, short, [*short, *second[len(short) :]], derived=1)
        if len(first) == len(second):
            yield _case(RelationKind.EDITED, first, _edited(first, second, chance))
        yield _case(RelationKind.REWORDED, cut(first, chance), cut(second, chance), siblings=True)
    yield from _rewritten(paths[1], each // 2)
    yield from _strangers(paths[2], each, articles[0].versions, chance)


def whole(lines: Lines) -> list[str]:
    """Lines that hold a word."""
    return [line for line in lines if line.strip()]


def _edited(first: Lines, second: Lines, chance: random.Random) -> list[str]:
    """Three of ten sentences in other words."""
    changed = set(chance.sample(range(len(first)), max(1, round(0.3 * len(first)))))
    return [second[place] if place in changed else line for place, line in enumerate(first)]


def _case(
    kind: RelationKind,
    first: Lines,
    second: Lines,
    *,
    derived: int | None = None,
    siblings: bool = False,
) -> Case:
    sides = (_side("a", first, DAYS[0]), _side("b", second, None if siblings else DAYS[1]))
    return Case(kind, sides, derived, siblings)


def _side(name: str, lines: Lines, day: date | None) -> Side:
    return Side(report_of("\n".join(lines), day=day), body_of(name, lines))


def _rewritten(path: Path, each: int) -> Iterator[Case]:
    """Hand rewritings; an elementary level that keeps the words of the advanced one is none."""
    for levels in read_levels(path)[:each]:
        first, second = levels["adv"], levels["ele"]
        if containment(first, second) < 0.3:
            yield Case(RelationKind.REWORDED, (Side(None, first), Side(None, second)), 1)


def _strangers(
    path: Path, each: int, wires: Sequence[Lines], chance: random.Random
) -> Iterator[Case]:
    """Reports that are not versions: of one incident, and of two incidents with a paragraph put into both."""
    pairs, _ = incident_pairs(path, 20 * each)
    alone = [pair for pair in pairs if containment(*pair) <= ALONE and not shared_runs(*pair)]
    for first, second in chance.sample(alone, min(each, len(alone))):
        yield Case(RelationKind.INDEPENDENT, (Side(None, first), Side(None, second)))
    paragraphs = [line for lines in wires for line in whole(lines) if _fits(line)]
    for place in range(each):
        first, second = alone[place % len(alone)][0], alone[(place + 7) % len(alone)][1]
        wire = chance.choice(paragraphs)
        sides = (_with(first, wire, "a", chance), _with(second, wire, "b", chance))
        yield Case(RelationKind.SHARED_PASSAGE, sides, wire=wire)


def _fits(line: str) -> bool:
    return WIRE[0] <= len(line.split()) <= WIRE[1] and not set('"“«') & set(line)


def _with(body: Body, wire: str, name: str, chance: random.Random) -> Side:
    lines = [span.of(body.text) for span in body.sentences]
    lines.insert(chance.randrange(len(lines) + 1), wire)
    return Side(None, body_of(name, lines))


def _is_directed(case: Case, found: Relation | None) -> bool:
    """Whether the side made from the other is the one told."""
    if found is None or case.derived is None:
        return False
    return found.derived == case.sides[case.derived].body.report


def _f1_of(kind: RelationKind, cases: Sequence[Case], kinds: Sequence[RelationKind]) -> float:
    right = sum(case.kind is kind and each is kind for case, each in zip(cases, kinds, strict=True))
    told = sum(each is kind for each in kinds)
    wanted = sum(case.kind is kind for case in cases)
    return round(f1(right / told if told else 0.0, right / wanted if wanted else 0.0), 4)


def _macro(cases: Sequence[Case], kinds: Sequence[RelationKind]) -> float:
    return round(sum(_f1_of(kind, cases, kinds) for kind in RelationKind) / len(RelationKind), 4)


def by_grams(case: Case) -> RelationKind:
    """The baseline: kinds by the containment of word 5-grams."""
    first, second = (side.body for side in case.sides)
    share = containment(first, second)
    if first.words == second.words:
        return RelationKind.IDENTICAL
    for least, kind in (
        (0.8, RelationKind.EXCERPT),
        (0.5, RelationKind.EDITED),
        (0.2, RelationKind.REWORDED),
        (0.02, RelationKind.SHARED_PASSAGE),
    ):
        if share >= least:
            return kind
    return RelationKind.INDEPENDENT


def _wire(cases: Sequence[Case], found: Sequence[Relation | None]) -> dict[str, float]:
    """Precision and recall of the paragraphs put in, by characters at both ends."""
    right = told = wanted = 0
    for case, relation in zip(cases, found, strict=True):
        if case.wire:
            wanted += 1
            texts = [side.body.text for side in case.sides]
            passages = relation.passages if relation else ()
            told += len(passages)
            hits = [
                each for each in passages if case.wire in (each.a.of(texts[0]), each.b.of(texts[1]))
            ]
            right += bool(hits)
    return {
        "wire_precision": round(right / told if told else 0.0, 4),
        "wire_recall": round(right / wanted if wanted else 0.0, 4),
    }


def _misses(cases: Sequence[Case], kinds: Sequence[RelationKind]) -> Iterator[str]:
    """What was taken for what, the most frequent first."""
    pairs = [
        f"{case.kind.value} taken for {each.value}"
        for case, each in zip(cases, kinds, strict=True)
        if case.kind is not each
    ]
    for pair in sorted(set(pairs), key=lambda name: (-pairs.count(name), name)):
        yield f"{pairs.count(pair)} {pair}"
