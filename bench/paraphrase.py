"""Task `paraphrase`: do two sentences of the news say the same, by a small linear model on what linking compares.

DATA: claims/msrp/train.tsv. Ten folds (or --folds); pairs that share a sentence stay in one fold.
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import PolynomialFeatures, StandardScaler

from bench.pair_features import rows_of
from bench.result import Request, Result, f1, the_file

FOLDS = 10
STRENGTH = 0.003  # of the regularisation, inverse; .001 to .03 give the same within half a point


@dataclass(frozen=True, slots=True)
class Labelled:
    """Two sentences, whether they say the same, and the name of the group that must stay in one fold."""

    first: str
    second: str
    same: bool
    group: str


def run(request: Request) -> Result:
    """Accuracy and F1 over the folds; beside it the majority and one threshold on likeness."""
    pairs = [each for path in request.data for each in read_pairs(path)][: request.limit]
    rows = rows_of([(each.first, each.second) for each in pairs])
    truth = [each.same for each in pairs]
    folds = GroupKFold(request.folds or FOLDS)
    groups = [each.group for each in pairs]
    said = cross_val_predict(model(), rows, truth, cv=folds, groups=groups)
    if request.verbose:
        for each, guess in zip(pairs, said, strict=True):
            if bool(guess) is not each.same:
                print(f"  {'same' if each.same else 'other'}: {each.first} || {each.second}")
    simple = LogisticRegression()
    alike = cross_val_predict(simple, rows[:, 3:4], truth, cv=folds, groups=groups)
    return Result(
        n=len(pairs),
        ours=figures(truth, [bool(each) for each in said]),
        baselines={
            "all the same": figures(truth, [True] * len(truth)),
            "likeness of wording alone": figures(truth, [bool(each) for each in alike]),
        },
        published={
            "Mihalcea 2006, on test": {"accuracy": 0.703, "f1": 0.813},
            "Madnani 2012, on test": {"accuracy": 0.774, "f1": 0.841},
        },
    )


def model() -> Pipeline:
    """A logistic regression on the figures and their products."""
    return make_pipeline(
        StandardScaler(),
        PolynomialFeatures(2, include_bias=False),
        StandardScaler(),
        LogisticRegression(C=STRENGTH, max_iter=3000),
    )


def figures(truth: Sequence[bool], said: Sequence[bool]) -> dict[str, float]:
    """Accuracy, and precision, recall and F1 of "the same"."""
    both = sum(a and b for a, b in zip(truth, said, strict=True))
    precision, recall = both / max(1, sum(said)), both / max(1, sum(truth))
    right = float(np.mean([a == b for a, b in zip(truth, said, strict=True)])) if truth else 0.0
    return {
        "accuracy": round(right, 4),
        "f1": round(f1(precision, recall), 4),
        "precision": round(precision, 4),
        "recall": round(recall, 4),
    }


def read_pairs(path: Path) -> list[Labelled]:
    """The pairs of a file; those that share a sentence, at once or over others, have one group."""
    with the_file(path, ".tsv").open(encoding="utf-8-sig", newline="") as lines:
        found = list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]
    groups: dict[str, str] = {}
    for row in found:
        _unite(groups, row[1], row[2])
    return [Labelled(row[3], row[4], row[0] == "1", _root(groups, row[1])) for row in found]


def _root(groups: dict[str, str], name: str) -> str:
    while groups.setdefault(name, name) != name:
        name = groups[name]
    return name


def _unite(groups: dict[str, str], first: str, second: str) -> None:
    groups[_root(groups, second)] = _root(groups, first)
