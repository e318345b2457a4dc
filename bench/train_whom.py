"""Train the weights by which `bench/whom_choice.py` chooses actor and recipient, from CAMEO's and PLV's sentences.

    python -m bench.train_whom EVENTS

EVENTS holds CAMEO's spans and PLV's table. What is held out and what ways are checked on is not seen. Needs
scikit-learn (the `bench` extra); takes half a minute.
"""

import csv
import hashlib
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

from bench.whom_candidates import Candidate, candidates_of
from bench.whom_choice import ROLES, WEIGHTS, Weights, apart_from, sides_of
from bench.whom_files import Marked, Sides, Spans, find_files, read_marked
from bench.whom_pairs import letters, read_pairs
from bench.whom_sides import parse, sides_by_rules
from reportedly.model.span import Span
from reportedly.model.syntax import Sentence

SEEN = 3  # times that a feature must occur
STRENGTH = 0.3  # inverse of the L2 penalty: .1, .3, 1: 69.6, 70.1, 68.9 on the tuned part by folds
LEAST = 0.05  # smaller weights are left out
FOLDS = 5
ALIKE = 0.3  # share of both spans that they must have in common

Example = tuple[Candidate, bool]


def examples(sentence: Sentence, marked: Marked) -> Iterator[tuple[str, Example]]:
    """The candidates for each role that is marked, and whether each is the one most like a marked span."""
    told, gold = sides_by_rules(sentence), marked[1]
    actors = candidates_of(sentence, told.actors)
    recipients = apart_from(candidates_of(sentence, told.recipients), told.actors)
    for role, candidates, spans in zip(
        ROLES, (actors, recipients), (gold.actors, gold.recipients), strict=True
    ):
        right = _nearest(candidates, spans)
        if right:
            yield from ((role, (each, each.span in right)) for each in candidates)


def _nearest(candidates: Sequence[Candidate], gold: Spans) -> set[Span]:
    """For each marked span the candidate that has most in common with it."""
    found: set[Span] = set()
    for span in gold:
        shares = {_alike(each.span, span): each.span for each in candidates}
        most = max(shares, default=0.0)
        if most >= ALIKE:
            found.add(shares[most])
    return found


def _alike(one: Span, other: Span) -> float:
    shared = max(0, min(one.end, other.end) - max(one.start, other.start))
    return shared / (len(one) + len(other) - shared)


def fit(found: Sequence[Example]) -> dict[str, float]:
    """Weights of a logistic regression over the features; none where there is nothing to tell apart."""
    if len({right for _, right in found}) == 1 or not found:
        return {}
    least = min(SEEN, len(found) // 2)
    words = CountVectorizer(analyzer=lambda example: example[0].features, min_df=least)
    model = LogisticRegression(solver="liblinear", C=STRENGTH, max_iter=300)
    model.fit(words.fit_transform(found), [right for _, right in found])
    weights = zip(words.get_feature_names_out(), model.coef_[0], strict=True)
    return {str(name): round(float(weight), 2) for name, weight in weights if abs(weight) >= LEAST}


def train(found: Iterable[tuple[str, Example]]) -> Weights:
    """The weights of both roles."""
    by_role: dict[str, list[Example]] = {role: [] for role in ROLES}
    for role, example in found:
        by_role[role].append(example)
    return {role: fit(some) for role, some in by_role.items()}


def tell_by_folds(parsed: Sequence[tuple[Sentence, Marked]]) -> list[Sides]:
    """What weights say of each sentence that never saw its text, in any setting."""
    learnt = [
        (fold_of(text), tuple(examples(sentence, (text, sides))))
        for sentence, (text, sides) in parsed
    ]
    said: dict[int, Sides] = {}
    for fold in range(FOLDS):
        weights = train(each for other, some in learnt if other != fold for each in some)
        for place, (sentence, _) in enumerate(parsed):
            if learnt[place][0] == fold:
                said[place] = sides_of(sentence, weights)
    return [said[place] for place in range(len(parsed))]


def fold_of(text: str) -> int:
    """The fold of a text, whatever its spaces and marks."""
    return int(hashlib.sha256(letters(text).encode()).hexdigest()[:8], 16) % FOLDS


def read_training(folder: Path) -> list[Marked]:
    """CAMEO's sentences by its key, PLV's of the same and of the tuned part by its own."""
    files = find_files((folder,))
    if files.spans is None or files.pairs is None:
        sys.exit(f"{folder}: needs CAMEO's spans and PLV's table of pairs")
    marked = read_marked(files.spans)
    pairs = read_pairs(files.pairs, (text for text, _ in marked))
    return [*marked, *pairs["shared"], *pairs["tuned"]]


def main() -> None:
    """Read, fit, write one weight a line."""
    marked = read_training(Path(sys.argv[1]))
    weights = train(found for each in marked for found in examples(parse(each[0]), each))
    with WEIGHTS.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        for role in ROLES:
            writer.writerows((role, name, value) for name, value in sorted(weights[role].items()))
    print(f"{sum(map(len, weights.values()))} weights from {len(marked)} sentences")


if __name__ == "__main__":
    main()
