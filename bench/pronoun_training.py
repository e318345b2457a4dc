"""Train the weights of `reading/antecedents.toml`: `python -m bench.pronoun_training GAP-VALIDATION.tsv`.

A conditional logistic model over the two names of a case and "neither", with a quadratic penalty, by gradient steps.
"""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.pronouns import Case, places, read_cases
from reportedly.reading.antecedents import features

PENALTY = 3.0  # 1, 3, 10 give 70.2, 70.0, 68.1 by 10-fold cross-validation on the training file
ROUNDS, STEP = 3000, 0.1
TARGET = Path(__file__).parents[1] / "src" / "reportedly" / "reading" / "antecedents.toml"
_HEAD = """# Weights of antecedents.py: feature = weight. Made by `python -m bench.pronoun_training`, not by hand.
# Trained on {n} snippets of GAP's validation part (Apache-2.0; Webster et al. 2018), penalty {penalty}; counts, no texts.

[weights]
"""
Numbers = NDArray[np.float64]


def main() -> int:
    """Read the cases, fit the weights, write them."""
    cases = list(read_cases(Path(sys.argv[1])))
    names, table, gold = matrix(cases)
    weights = train(table, gold)
    lines = [f'"{name}" = {weight:.3f}' for name, weight in zip(names, weights, strict=True)]
    head = _HEAD.format(n=len(cases), penalty=PENALTY)
    TARGET.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(names)} weights from {len(cases)} cases: {TARGET.name}")
    return 0


def matrix(cases: Sequence[Case]) -> tuple[list[str], Numbers, NDArray[np.int64]]:
    """Feature names; cases x 2 names x features; 0, 1 or 2 for the first, the second, neither."""
    found: list[tuple[dict[str, float], dict[str, float]]] = []
    gold: list[int] = []
    for case in cases:
        placed = places(case)
        if placed is None:
            continue
        first, second = (summed(features(placed[0], each)) for each in placed[1])
        found.append((first, second))
        gold.append(0 if case.gold[0] else 1 if case.gold[1] else 2)
    names = sorted({name for pair in found for each in pair for name in each})
    table = np.array([[[each.get(n, 0.0) for n in names] for each in pair] for pair in found])
    return names, table, np.array(gold, dtype=np.int64)


def summed(pairs: Iterable[tuple[str, float]]) -> dict[str, float]:
    """Features of one name added up."""
    totals: dict[str, float] = {}
    for name, value in pairs:
        totals[name] = totals.get(name, 0.0) + value
    return totals


def train(table: Numbers, gold: NDArray[np.int64]) -> Numbers:
    """The weights that make the gold choices likeliest; the loss is convex, so plain steps find them."""
    weights, squares = np.zeros(table.shape[2] + 1), np.full(table.shape[2] + 1, 1e-8)
    for _ in range(ROUNDS):
        slope = _slope(weights, table, gold)
        squares += slope**2
        weights -= STEP * slope / np.sqrt(squares)
    return weights[:-1]


def _slope(weights: Numbers, table: Numbers, gold: NDArray[np.int64]) -> Numbers:
    """Of the penalised negative log likelihood; the last weight is that of "neither"."""
    neither = np.full((len(table), 1), weights[-1])
    scores = np.concatenate([table @ weights[:-1], neither], axis=1)
    shares = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares /= shares.sum(axis=1, keepdims=True)
    shares[np.arange(len(gold)), gold] -= 1
    named = np.einsum("ik,ikf->f", shares[:, :2], table) + PENALTY * weights[:-1]
    return np.concatenate([named, [shares[:, 2].sum()]])


if __name__ == "__main__":
    raise SystemExit(main())
