"""Are two names one? Pairs of `cases.csv` (opensanctions/nomenklatura, MIT): ours beside plain string distance."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz.distance import JaroWinkler, Levenshtein

from bench.result import Figures, Request, Result, f1
from reportedly.language.names import SAME, likeness
from reportedly.model.ontology import EntityKind


@dataclass(frozen=True, slots=True)
class Case:
    """A labelled pair of names."""

    schema: str
    one: str
    other: str
    same: bool


def run(request: Request) -> Result:
    """Precision, recall and F1 of "same", ours at its fixed threshold, distances at their best."""
    cases = [case for path in request.data for case in read_cases(path)][: request.limit]
    gold = [case.same for case in cases]
    ours = [
        0.0 if (found := likeness(case.one, case.other, kind_of(case))).forbidden else found.score
        for case in cases
    ]
    if request.verbose:
        _print_misses(cases, ours)
    return Result(
        n=len(cases),
        ours=figures(ours, gold, SAME) | {"persons": _persons(cases, ours)},
        baselines={
            "all the same": figures([1.0] * len(cases), gold, 0.5),
            "Levenshtein, best threshold": best([_levenshtein(case) for case in cases], gold),
            "Jaro-Winkler sorted, best threshold": best(
                [_jaro_winkler(case) for case in cases], gold
            ),
        },
        published={
            "LogicV2 at .7 (nomenklatura)": {"f1": 0.821, "precision": 0.802, "recall": 0.841}
        },
    )


def read_cases(path: Path) -> list[Case]:
    """The rows of one file."""
    with path.open(encoding="utf-8", newline="") as lines:
        return [
            Case(row["schema"], row["name1"], row["name2"], row["is_match"] == "true")
            for row in csv.DictReader(lines)
        ]


def kind_of(case: Case) -> EntityKind:
    """Persons, and bodies for everything else."""
    return EntityKind.PERSON if case.schema == "Person" else EntityKind.ORGANISATION


def figures(scores: Sequence[float], gold: Sequence[bool], threshold: float) -> dict[str, float]:
    """Precision, recall and F1 of what scores at least `threshold`."""
    said = [score >= threshold for score in scores]
    right = sum(1 for yes, true in zip(said, gold, strict=True) if yes and true)
    precision = right / sum(said) if any(said) else 0.0
    recall = right / sum(gold) if any(gold) else 0.0
    return {"f1": f1(precision, recall), "precision": precision, "recall": recall}


def best(scores: Sequence[float], gold: Sequence[bool]) -> Figures:
    """Figures at the threshold that suits these very data best: a generous baseline."""
    found = [(figures(scores, gold, step / 100), step / 100) for step in range(30, 100)]
    top, threshold = max(found, key=lambda each: each[0]["f1"])
    return {**top, "threshold": threshold}


def _persons(cases: Sequence[Case], scores: Sequence[float]) -> float:
    chosen = [index for index, case in enumerate(cases) if case.schema == "Person"]
    return figures([scores[i] for i in chosen], [cases[i].same for i in chosen], SAME)["f1"]


def _levenshtein(case: Case) -> float:
    return float(Levenshtein.normalized_similarity(case.one.lower(), case.other.lower()))


def _jaro_winkler(case: Case) -> float:
    one, other = (" ".join(sorted(name.lower().split())) for name in (case.one, case.other))
    return float(JaroWinkler.similarity(one, other))


def _print_misses(cases: Sequence[Case], scores: Sequence[float]) -> None:
    for case, score in zip(cases, scores, strict=True):
        if (score >= SAME) != case.same:
            print(f"  {'missed' if case.same else 'wrong '} {score:.2f}  {case.one} | {case.other}")
