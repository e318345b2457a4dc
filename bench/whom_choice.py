"""Who acts on whom: of the phrases of a sentence the likeliest actor, then of the others the likeliest recipient.

Weights are in `whom_weights.csv`, trained by `bench/train_whom.py`; docs/cards/whom.md tells from what.
"""

import csv
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from bench.whom_candidates import Candidate, candidates_of
from bench.whom_files import Sides, Spans
from bench.whom_sides import phrases_of, sides_by_rules, split_list, with_mutual
from reportedly.model.syntax import Sentence

WEIGHTS = Path(__file__).with_name("whom_weights.csv")
ROLES = ("actor", "recipient")

Weights = Mapping[str, Mapping[str, float]]


@cache
def load_weights() -> Weights:
    """The weight of each feature by role."""
    weights: dict[str, dict[str, float]] = {role: {} for role in ROLES}
    with WEIGHTS.open(encoding="utf-8", newline="") as lines:
        for role, feature, weight in csv.reader(lines):
            weights[role][feature] = float(weight)
    return weights


def sides_of(sentence: Sentence, weights: Weights | None = None) -> Sides:
    """Who does or says the foremost thing of a sentence, and towards whom."""
    weights = weights or load_weights()
    told = sides_by_rules(sentence)
    actors = _chosen(sentence, candidates_of(sentence, told.actors), weights["actor"])
    free = apart_from(candidates_of(sentence, told.recipients), actors)
    recipients = _chosen(sentence, free, weights["recipient"])
    return with_mutual(sentence, Sides(actors, recipients))


def apart_from(candidates: Sequence[Candidate], taken: Spans) -> tuple[Candidate, ...]:
    """Those whose phrase is not one that is taken already, nor most of one."""
    return tuple(
        each for each in candidates if not any(each.span.matches(other) for other in taken)
    )


def _chosen(
    sentence: Sentence, candidates: Sequence[Candidate], weights: Mapping[str, float]
) -> Spans:
    """The likeliest, with the further items of its list."""
    if not candidates:
        return ()
    best = max(candidates, key=lambda each: sum(weights.get(word, 0) for word in each.features))
    return phrases_of(sentence, split_list(sentence, [best.head]))
