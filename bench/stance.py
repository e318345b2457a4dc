"""Task `stance`: is a headline for a claim, against it, or does it only observe it? A linear model, claims held out.

DATA: claims/emergent/train.jsonl. `--folds 10` splits by claim: no claim is in two folds. What a verdict rests on are
the words of weight in the headline; `--verbose` prints them with each miss.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from sklearn.preprocessing import StandardScaler

from bench.pair_features import rows_of, words_of
from bench.result import Request, Result, f1, the_file

FOLDS = 10
STRENGTH = 1.0  # of the regularisation, inverse
WEIGHT_OF_WORDS = 1.5  # of the bags of words against the figures
WEIGHT_OF_FIGURES = 0.25
STANCES = ("for", "against", "observing")
_SIGNS = {
    "against": (
        "bogus debunk debunked denied denies deny dismisses doubt doubts fabricated fake false falsely hoax incorrect "
        "lie lies made-up misleading mistake myth no not nope n't prank rebuts refute refuted refutes rejects "
        "retracted rubbish satire scam slams spoof untrue wrong"
    ),
    "open": (
        "accused alleged allegedly apparently believed claim claimed claims could feared if investigating likely may "
        "maybe might possible possibly potential purported purportedly reported reportedly report reports rumor rumored "
        "rumors rumour rumoured rumours said says set suspected unconfirmed unverified whether would"
    ),
    "sure": "admits announces announced confirm confirmed confirms official officially reveals revealed true yes",
}
_WORDS = {name: frozenset(words.split()) for name, words in _SIGNS.items()}
_STANDS = re.compile(r"[‘'\"“][^’'\"”]{3,}[’'\"”]")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A claim, a headline, and how the headline stands to it."""

    claim: str
    headline: str
    stance: str


def run(request: Request) -> Result:
    """Accuracy and F1 by stance over folds that share no claim."""
    pairs = [each for path in request.data for each in read_pairs(path)][: request.limit]
    truth = [each.stance for each in pairs]
    said = [""] * len(pairs)
    figures = np.hstack([rows_of([(each.claim, each.headline) for each in pairs]), signs_of(pairs)])
    folds = GroupKFold(request.folds or FOLDS)
    groups = [each.claim for each in pairs]
    for train, test in folds.split(pairs, truth, groups):
        for index, guess in zip(test, _guess(pairs, figures, train, test), strict=True):
            said[int(index)] = guess
    if request.verbose:
        for each, guess in zip(pairs, said, strict=True):
            if guess != each.stance:
                marked = ", ".join(sorted(evidence(each.headline))) or "no word of weight"
                print(f"  {each.stance}, said {guess} ({marked}): {each.claim} || {each.headline}")
    return Result(
        n=len(pairs),
        ours=scored(truth, said),
        baselines={"all for": scored(truth, ["for"] * len(truth))},
        published={
            "Ferreira & Vlachos 2016, logistic regression, on test": {"accuracy": 0.7328},
        },
    )


def evidence(headline: str) -> set[str]:
    """The words of a headline that show how it stands: of doubt, of denial, of certainty."""
    return {word for words in _WORDS.values() for word in words_of(headline) if word in words}


def signs_of(pairs: Sequence[Labelled]) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """For each pair: words of each kind in headline and claim, in one alone, questions, marks of quotation."""
    rows = []
    for each in pairs:
        heads, claims = set(_tokens(each.headline)), set(_tokens(each.claim))
        row = []
        for words in _WORDS.values():
            here, there = len(words & heads), len(words & claims)
            row += [float(here), float(bool(here)), float(there), float(bool(here) != bool(there))]
        question = "?" in each.headline
        row += [
            float(question),
            float(bool(_STANDS.search(each.headline))),
            float(":" in each.headline),
        ]
        rows.append(row)
    return np.array(rows, dtype=np.float64)


def _tokens(text: str) -> list[str]:
    words = words_of(text)
    return [*words, *("n't" for word in words if word.endswith("n't"))]


def _guess(
    pairs: Sequence[Labelled],
    figures: np.ndarray[tuple[int, int], np.dtype[np.float64]],
    train: Sequence[int],
    test: Sequence[int],
) -> list[str]:
    scaler = StandardScaler().fit(figures[train])
    bags = [_bag(pairs, train, test, alone=alone) for alone in (False, True)]
    shaped = [
        hstack(
            [csr_matrix(scaler.transform(figures[part]) * WEIGHT_OF_FIGURES)]
            + [bag[place] * WEIGHT_OF_WORDS for bag in bags]
        ).tocsr()
        for place, part in enumerate((train, test))
    ]
    learner = LogisticRegression(C=STRENGTH, max_iter=2000)
    learner.fit(shaped[0], [pairs[index].stance for index in train])
    return [str(each) for each in learner.predict(shaped[1])]


def _bag(
    pairs: Sequence[Labelled], train: Sequence[int], test: Sequence[int], *, alone: bool
) -> tuple[csr_matrix, csr_matrix]:
    """Words and pairs of words of the headlines; with `alone` those that the claim lacks."""
    texts = {
        part: [
            _left(pairs[index]) if alone else " ".join(_tokens(pairs[index].headline))
            for index in part
        ]
        for part in (tuple(train), tuple(test))
    }
    bag = TfidfVectorizer(
        ngram_range=(1, 2), min_df=2, sublinear_tf=True, tokenizer=str.split, token_pattern=None
    )
    ours, theirs = texts[tuple(train)], texts[tuple(test)]
    return bag.fit_transform(ours), bag.transform(theirs)


def _left(pair: Labelled) -> str:
    known = set(_tokens(pair.claim))
    return " ".join(each for each in _tokens(pair.headline) if each not in known)


def scored(truth: Sequence[str], said: Sequence[str]) -> dict[str, float]:
    """Accuracy, and F1 of each stance."""
    right = sum(a == b for a, b in zip(truth, said, strict=True))
    found = {"accuracy": round(right / max(1, len(truth)), 4)}
    for stance in STANCES:
        both = sum(a == b == stance for a, b in zip(truth, said, strict=True))
        precision, recall = both / max(1, said.count(stance)), both / max(1, truth.count(stance))
        found[f"f1_{stance}"] = round(f1(precision, recall), 4)
    return found


def read_pairs(path: Path) -> list[Labelled]:
    """The pairs of a file."""
    records = [
        json.loads(line)
        for line in the_file(path, ".jsonl").read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]
    return [Labelled(each["claim"], each["headline"], each["stance"]) for each in records]
