"""Train the weights by which `reading/choice.py` chooses among candidates, from PolNeAR's training articles.

    python -m bench.train_attributions FOLDER WEIGHTS.csv

FOLDER holds text/ and attributions/. Needs scikit-learn (the `bench` extra); takes some two minutes.
"""

import csv
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

from bench.attribution_files import Triple, read_polnear, read_text
from bench.quotes import agree, triple_of
from reportedly.model.ontology import QuoteKind
from reportedly.model.reading import Quotation, Reading
from reportedly.model.span import Span
from reportedly.model.syntax import Sentence
from reportedly.reading.candidate_features import features_of
from reportedly.reading.candidates import Candidate, candidates_of
from reportedly.reading.content_borders import with_marks
from reportedly.reading.quotations import PROSE
from reportedly.reading.quote_marks import Quoted, pair_marks
from reportedly.reading.sentences import split_sentences

SEEN = 3  # times that a feature must occur
STRENGTH = (
    1.0  # inverse of the L1 penalty: .1 61.3, .3 63.6, 1.0 64.1 F1 of heads on held-out articles
)
LEAST = 0.02  # smaller weights are left out


@dataclass(frozen=True, slots=True)
class Example:
    """A candidate with one of its contents, and whether source, cue and content are those of an annotation."""

    features: tuple[str, ...]
    right: bool


def examples(folder: Path, limit: int | None) -> Iterator[Example]:
    """The candidates of all articles, without those inside an annotated content, which the corpus leaves open."""
    for text, triples in read_polnear(folder, limit):
        reading = split_sentences(Reading(read_text(text)))
        marks = pair_marks(text, reading.report.spans_of(*PROSE))
        for sentence in reading.sentences:
            if sentence.tokens:
                near = tuple(mark for mark in marks if mark.span.overlaps(sentence.span))
                yield from _of_sentence(text, sentence, triples, near)


def _of_sentence(
    text: str, sentence: Sentence, triples: Sequence[Triple], marks: Sequence[Quoted]
) -> Iterator[Example]:
    here = [each for each in triples if any(cue.overlaps(sentence.span) for cue in each.cue)]
    inner = [piece for each in triples for piece in each.content]
    for candidate in candidates_of(sentence):
        quoted = any(mark.inner.contains(candidate.head.span) for mark in marks)
        if quoted or any(piece.contains(candidate.cue) for piece in inner):
            continue
        for way, content in enumerate(candidate.contents):
            found = _as_triple(text, candidate, content, marks)
            right = any(agree(found, each) for each in here)
            yield Example(features_of(sentence, candidate, way, marks), right)


def _as_triple(
    text: str, candidate: Candidate, content: tuple[Span, ...], marks: Sequence[Quoted]
) -> Triple:
    whole = with_marks(text, content, marks, named=False)
    cue, source = candidate.cue, candidate.source
    return triple_of(Quotation(whole, QuoteKind.INDIRECT, cue, source, None, (), ""), text)


def fit(found: Sequence[Example]) -> dict[str, float]:
    """Weights of a logistic regression whose L1 penalty leaves few of them."""
    words = CountVectorizer(analyzer=lambda example: set(example.features), min_df=SEEN)
    matrix = words.fit_transform(found)
    model = LogisticRegression(
        solver="liblinear", penalty="l1", C=STRENGTH, tol=1e-3, max_iter=200, fit_intercept=False
    )
    model.fit(matrix, [example.right for example in found])
    weights = zip(words.get_feature_names_out(), model.coef_[0], strict=True)
    return {str(name): float(weight) for name, weight in weights if abs(weight) >= LEAST}


def main() -> None:
    """Read the articles, fit, write one weight a line."""
    folder, target = Path(sys.argv[1]), Path(sys.argv[2])
    weights = fit(tuple(examples(folder, None)))
    with target.open("w", encoding="utf-8") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerows((name, f"{weight:.2f}") for name, weight in sorted(weights.items()))
    print(f"{len(weights)} weights")


if __name__ == "__main__":
    main()
