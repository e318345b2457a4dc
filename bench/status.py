"""How real a predicate is told to be: the shipped head on UDS or UW, beside plain baselines."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from bench.result import Figures, Request, Result, bootstrap
from bench.status_files import Predicate, parse_texts, read_predicates
from reportedly.model.ontology import Status
from reportedly.model.syntax import Sentence
from reportedly.reading.factuality import Genre, factuality
from reportedly.reading.governed import composed_status

FACT = 3.0
BY_STATUS = {  # what the rules' status alone says of the number
    Status.HAPPENED: 3.0,
    Status.ONGOING: 3.0,
    Status.HISTORICAL: 3.0,
    Status.ALLEGED: 1.0,
    Status.PLANNED: 1.0,
    Status.PROMISED: 1.0,
    Status.POSSIBLE: 0.5,
    Status.PROPOSED: 0.5,
    Status.DEMANDED: 0.0,
    Status.THREATENED: 0.0,
    Status.DENIED: -2.0,
    Status.NEGATED: -3.0,
}
PUBLISHED: dict[Genre, dict[str, Figures]] = {
    Genre.NEWS: {
        "Lee 2015 (test part)": {"mae": 0.511, "r": 0.708},
        "biLSTM, Rudinger 2018 (test part)": {"mae": 0.508, "r": 0.719},
        "best known (test part)": {"mae": 0.346, "r": 0.863},
    },
    Genre.WEB: {"biLSTM, Rudinger 2018 (test part)": {"mae": 0.96, "r": 0.77}},
}

Numbers = npt.NDArray[np.float64]


def run(request: Request) -> Result:
    """Mean absolute error, Pearson's r and right signs (percent) of the numbers; nothing is trained here."""
    genre, predicates = read_predicates(request.data[0])
    predicates = predicates[: request.limit]
    parsed = parse_texts(predicates)
    gold = np.array([each.label for each in predicates])
    ours = np.array([factuality(each.text, each.span, genre) for each in predicates])
    rules = np.array([_by_rules(parsed[each.text], each) for each in predicates])
    if request.verbose:
        _print_misses(predicates, gold, ours)
    low, high = bootstrap(list(zip(gold, ours, strict=True)), _r, seed=request.seed)
    return Result(
        n=len(predicates),
        ours={**_figures(gold, ours), "r_interval": f"{low:.3f}-{high:.3f}"},
        baselines={
            "always happened": _figures(gold, np.full(len(gold), FACT)),
            "the rules' status as a number": _figures(gold, rules),
        },
        published=PUBLISHED[genre],
        notes=(f"column: {genre.name.lower()}, trained on the published train part",),
    )


def _by_rules(sentence: Sentence, predicate: Predicate) -> float:
    tokens = sentence.tokens_in(predicate.span)
    return BY_STATUS[composed_status(sentence, tokens[0]).status] if tokens else FACT


def _figures(gold: Numbers, said: Numbers) -> dict[str, float]:
    return {
        "mae": round(float(np.abs(gold - said).mean()), 4),
        "r": round(_correlation(gold, said), 4),
        "sign": round(100 * float((np.sign(gold) == np.sign(said)).mean()), 2),
    }


def _correlation(gold: Numbers, said: Numbers) -> float:
    """Pearson's r; 0 where one side never varies."""
    if gold.std() == 0 or said.std() == 0:
        return 0.0
    return float(np.corrcoef(gold, said)[0, 1])


def _r(told: Sequence[object]) -> float:
    table = np.array(told, dtype=np.float64)
    return _correlation(table[:, 0], table[:, 1])


def _print_misses(predicates: Sequence[Predicate], gold: Numbers, ours: Numbers) -> None:
    for each, number, said in zip(predicates, gold, ours, strict=True):
        if abs(number - said) > FACT:
            print(f"  {number:+.1f} told as {said:+.1f}: {each.span.of(each.text)}")
