"""Task `differences`: typed differences on pairs of real sentences, one of which was changed by rule in one thing.

DATA: claims/msrp/train.tsv. Of each pair that says the same, sentence A is held against itself and against B (nothing
may be found), and against A with one thing changed and B with one thing changed (just that must be found). Pairs whose
two sentences give other figures are no untouched pairs and are left out.
"""

import random
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bench.conflicts import changed, reading_of
from bench.paraphrase import Labelled, read_pairs
from bench.result import Figures, Request, Result
from reportedly.model.ontology import DifferenceKind
from reportedly.model.reading import Reading
from reportedly.model.story import Story
from reportedly.pipeline import tell_story

PAIRS = 150  # unless --limit says otherwise
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Case:
    """Two readings and the kind of difference that was put between them; None for none."""

    first: Reading
    second: Reading
    kind: DifferenceKind | None
    reworded: bool


def run(request: Request) -> Result:
    """Precision and recall of typed differences; false alarms on untouched and reworded pairs."""
    chance = random.Random(request.seed)  # noqa: S311 - sampling, not secrecy
    pairs = [each for each in read_pairs(request.data[0]) if each.same and _same_figures(each)]
    chance.shuffle(pairs)
    cases = [
        case
        for number, each in enumerate(pairs[: request.limit or PAIRS])
        for case in cases_of(each, chance, number)
    ]
    found = [kinds_found(each) for each in cases]
    if request.verbose:
        _print_misses(cases, found)
    return Result(n=len(cases), ours=figures(cases, found))


def _same_figures(pair: Labelled) -> bool:
    return set(_NUMBER.findall(pair.first)) == set(_NUMBER.findall(pair.second))


def cases_of(pair: Labelled, chance: random.Random, number: int) -> list[Case]:
    """A sentence against itself, its rewording, and both with one thing changed."""
    first = reading_of(pair.first, f"{number}-a")
    second = reading_of(pair.second, f"{number}-b")
    cases = [
        Case(first, reading_of(pair.first, f"{number}-c"), None, reworded=False),
        Case(first, second, None, reworded=True),
    ]
    for kind, text in changed(first, first, chance):
        cases.append(Case(first, reading_of(text, f"{number}-{kind.value}"), kind, reworded=False))
    for kind, text in changed(second, first, chance):
        other = reading_of(text, f"{number}-{kind.value}-b")
        cases.append(Case(first, other, kind, reworded=True))
    return cases


def kinds_found(case: Case) -> set[DifferenceKind]:
    """The kinds of difference found between the two, each a report of its own."""
    readings = sorted((case.first, case.second), key=lambda each: each.report.id)
    return {each.kind for each in tell_story(Story("bench", tuple(readings))).differences}


def figures(cases: Sequence[Case], found: Sequence[set[DifferenceKind]]) -> Figures:
    """Precision and recall over all, and recall by kind, verbatim and reworded apart."""
    told = sum(len(kinds) for kinds in found)
    right = sum(case.kind in kinds for case, kinds in zip(cases, found, strict=True))
    made = sum(case.kind is not None for case in cases)
    plain = [kinds for case, kinds in zip(cases, found, strict=True) if case.kind is None]
    by_kind: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    for case, kinds in zip(cases, found, strict=True):
        if case.kind is not None:
            name = f"{case.kind.value}{', reworded' if case.reworded else ''}"
            by_kind[name] += 1
            hits[name] += case.kind in kinds
    return {
        "precision": round(right / max(1, told), 4),
        "recall": round(right / max(1, made), 4),
        "recall_verbatim": round(_recall(cases, found, reworded=False), 4),
        "false_alarms": round(sum(map(bool, plain)) / max(1, len(plain)), 4),
        "by_kind": {name: [hits[name], total] for name, total in sorted(by_kind.items())},
    }


def _recall(
    cases: Sequence[Case], found: Sequence[set[DifferenceKind]], *, reworded: bool
) -> float:
    chosen = [
        case.kind in kinds
        for case, kinds in zip(cases, found, strict=True)
        if case.kind is not None and case.reworded is reworded
    ]
    return sum(chosen) / max(1, len(chosen))


def _print_misses(cases: Sequence[Case], found: Sequence[set[DifferenceKind]]) -> None:
    for case, kinds in zip(cases, found, strict=True):
        wanted = {case.kind} if case.kind else set()
        if kinds != wanted:
            named = sorted(each.value for each in kinds) or "nothing"
            asked = case.kind.value if case.kind else "nothing"
            print(f"  {asked}, found {named}: {case.first.text} || {case.second.text}")
