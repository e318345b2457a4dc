"""Which PLOVER root stands between a source and a target: PLV's table by folds that keep a sentence together."""

from collections.abc import Callable, Sequence

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import f1_score
from sklearn.model_selection import GroupKFold
from sklearn.pipeline import FeatureUnion, make_pipeline, make_union
from sklearn.preprocessing import FunctionTransformer
from sklearn.svm import LinearSVC

from bench.event_features import Views, views_of
from bench.event_pairs import CONFLICT, QUADS, Pair, read_pairs
from bench.result import Figures, Request, Result, bootstrap
from reportedly.language.vectors import Vectors

FOLDS = 5
SOFTNESS = 0.5  # C of the linear machine: .3 to 1 give the same root F1 within .5
PUBLISHED: dict[str, Figures] = {
    "GPT-4 (PLV's test part)": {"root": 61.5, "quad": 76.7, "binary": 93.4},
    "Gemma2-9B, enriched codebook (test part)": {"root": 71.4, "quad": 86.8, "binary": 95.8},
    "ZSP, roberta-large (test part)": {"root": 82.4, "quad": 89.6, "binary": 96.4},
}


def run(request: Request) -> Result:
    """Macro F1 in percent: one file by folds; of several, the last one after training on those before it."""
    files = [read_pairs(path, request.limit) for path in request.data]
    pairs = [pair for rows in files for pair in rows]
    views = views_of(pairs)
    splits = _splits(pairs, len(files[-1]), request.folds or FOLDS)
    kept = [index for _, tested in splits for index in tested]
    ours = _predicted(pairs, views, splits, _ours)
    plain = _predicted(pairs, views, splits, _plain)
    if request.verbose:
        _print_misses(pairs, ours)
    told = [(pairs[index].root, ours[index]) for index in kept]
    low, high = bootstrap(told, lambda each: _figures(each)["root"], seed=request.seed)
    return Result(
        n=len(kept),
        ours={**_figures(told), "root_interval": f"{low:.1f}-{high:.1f}"},
        baselines={
            "linear SVM on words, characters, middle": _figures(
                [(pairs[index].root, plain[index]) for index in kept]
            )
        },
        published=PUBLISHED,
        notes=("quads of the key follow the roots; trained within the folds only",),
    )


def _splits(pairs: Sequence[Pair], last: int, folds: int) -> list[tuple[list[int], list[int]]]:
    everything = list(range(len(pairs)))
    if last < len(pairs):
        return [(everything[:-last], everything[-last:])]
    texts = [pair.text for pair in pairs]
    count = min(folds, len(set(texts)))
    parted = GroupKFold(count).split(texts, groups=texts)
    return [([int(i) for i in train], [int(i) for i in test]) for train, test in parted]


def _predicted(
    pairs: Sequence[Pair],
    views: Sequence[Views],
    splits: Sequence[tuple[list[int], list[int]]],
    build: Callable[[], FeatureUnion],
) -> dict[int, str]:
    found: dict[int, str] = {}
    for train, test in splits:
        machine = make_pipeline(
            build(), LinearSVC(C=SOFTNESS, class_weight="balanced", random_state=0)
        )
        machine.fit([views[index] for index in train], [pairs[index].root for index in train])
        said = machine.predict([views[index] for index in test])
        found |= {i: str(root) for i, root in zip(test, said, strict=True)}
    return found


def _ours() -> FeatureUnion:
    """All views: without syntax the root F1 falls by 5 points, without vectors by 3, without the rest by 2."""
    return make_union(
        *_texts(),
        TfidfVectorizer(preprocessor=_lemmas, ngram_range=(1, 3), sublinear_tf=True),
        TfidfVectorizer(analyzer=_syntax, sublinear_tf=True),
        FunctionTransformer(_vectors),
    )


def _plain() -> FeatureUnion:
    return make_union(*_texts())


def _texts() -> tuple[TfidfVectorizer, ...]:
    return (
        TfidfVectorizer(preprocessor=_masked, ngram_range=(1, 2), sublinear_tf=True),
        TfidfVectorizer(
            preprocessor=_masked, analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True
        ),
        TfidfVectorizer(preprocessor=_between, ngram_range=(1, 2), sublinear_tf=True),
    )


def _masked(view: Views) -> str:
    return view.masked.lower()


def _between(view: Views) -> str:
    return view.between.lower()


def _lemmas(view: Views) -> str:
    return view.lemmas


def _syntax(view: Views) -> tuple[str, ...]:
    return view.syntax


def _vectors(views: Sequence[Views]) -> Vectors:
    return np.stack([np.asarray(view.vector, dtype=np.float32) for view in views])


def _figures(told: Sequence[object]) -> dict[str, float]:
    """Macro F1 over roots, quads and the two sides, in percent."""
    pairs = [(str(gold), str(said)) for gold, said in _as_pairs(told)]
    gold, said = np.array([a for a, _ in pairs]), np.array([b for _, b in pairs])
    quads = [np.array([QUADS[root] for root in roots]) for roots in (gold, said)]
    return {
        "root": _macro(gold, said),
        "quad": _macro(*quads),
        "binary": _macro(quads[0] < CONFLICT, quads[1] < CONFLICT),
    }


def _as_pairs(told: Sequence[object]) -> list[tuple[object, object]]:
    return [each for each in told if isinstance(each, tuple) and len(each) == 2]


def _macro(gold: object, said: object) -> float:
    return round(100 * float(f1_score(gold, said, average="macro", zero_division=0)), 2)


def _print_misses(pairs: Sequence[Pair], said: dict[int, str]) -> None:
    for index, pair in enumerate(pairs):
        if index in said and said[index] != pair.root:
            print(f"  {pair.root} told as {said[index]}: {masked_short(pair)}")


def masked_short(pair: Pair) -> str:
    """The row for a reader of misses: where source and target stand and how long the sentence is, no text."""
    return f"source {pair.source.start}-{pair.source.end}, target {pair.target.start}-{pair.target.end}"
