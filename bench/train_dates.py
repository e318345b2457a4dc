"""Learn what signs say of the days of undated reports: `python -m bench.train_dates GVA.jsonl [date_odds.toml]`.

A conditional logistic regression over the days around a story, each dated report hidden in turn, on the stories whose
name falls into the tuned half (bench.dates.is_tuned). The table has no words of the texts, only log-odds by days.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from bench.dated_documents import is_tuned
from bench.dates import blind_stories, read_stories
from reportedly.linking.date_bounds import board_of
from reportedly.linking.date_odds import EDGES, WEEKDAYS, bucket
from reportedly.linking.date_signs import Sign, signs_of
from reportedly.linking.dates import around, spread

SMOOTH = 1.0  # the same for the difference of neighbouring buckets
PENALTY = (
    1.0  # by cross-validation over stories of the tuned half, with SMOOTH 1: from .5 to 2 as good
)
HEADER = """\
# What each kind of sign says of the day on which an undated report appeared (linking/date_odds.py): log-odds by days after
# its anchor ({edges}, more), or by days since the weekday (0 to 6).
# Card: trained by `python -m bench.train_dates` on {n} hidden days of half of GVA's stories, chosen by hash (web reports of
# single incidents; no licence stated); no text of them is in here. Figures: docs/decisions/043-days-of-undated-reports.md.
"""

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Case:
    """The days of a hidden report, the weight of each column (kind and bucket) on each, and which day is right."""

    weights: Floats
    right: int


def main(arguments: Sequence[str]) -> None:
    """Train on a file and write the table, or print it."""
    hidden = list(read_cases(Path(arguments[0])))
    columns = sorted(
        {(sign.kind, place) for _, signs, _ in hidden for sign in signs for place in _places(sign)}
    )
    cases = [_case(days, signs, right, columns) for days, signs, right in hidden]
    table = HEADER.format(edges=", ".join(map(str, EDGES)), n=len(cases)) + written(
        columns, fit(cases, columns)
    )
    if arguments[1:]:
        Path(arguments[1]).write_text(table, "utf-8")
    else:
        sys.stdout.write(table)


Hidden = tuple[Sequence[date], Sequence[Sign], date]


def read_cases(path: Path) -> Iterator[Hidden]:
    """The days, the signs and the true day of each report of the tuned half that may be found at all."""
    for name, readings in read_stories(path, spread=None):
        if not is_tuned(path, name):
            continue
        for story, report, right in blind_stories(name, readings):
            dated = {
                each.report.id: spread(each.report.published.days)
                for each in story.readings
                if each.report.published is not None
            }
            days = sorted(around(dated))
            if right in days:
                yield days, signs_of(report.report.id, board_of(story, dated), dated), right


def _places(sign: Sign) -> range:
    return range(WEEKDAYS if sign.anchor is None else len(EDGES) + 1)


def _case(
    days: Sequence[date], signs: Sequence[Sign], right: date, columns: Sequence[tuple[str, int]]
) -> Case:
    at = {column: place for place, column in enumerate(columns)}
    weights = np.zeros((len(days), len(columns)))
    for row, day in enumerate(days):
        for sign in signs:
            weights[row, at[sign.kind, bucket(sign, day)]] += sign.share
    return Case(weights, days.index(right))


def fit(
    cases: Sequence[Case], columns: Sequence[tuple[str, int]], penalty: float = PENALTY
) -> Floats:
    """The log-odds under which the right days are likeliest, less a penalty for large ones and for jumps."""
    jumps = _jumps(columns)
    stacked = np.concatenate([each.weights for each in cases])
    starts = np.cumsum([0, *(len(each.weights) for each in cases)])
    right = starts[:-1] + np.array([each.right for each in cases])
    owner = np.repeat(np.arange(len(cases)), np.diff(starts))

    def loss(odds: Floats) -> tuple[float, Floats]:
        scores = stacked @ odds
        most = np.maximum.reduceat(scores, starts[:-1])
        weights = np.exp(scores - most[owner])
        totals = np.add.reduceat(weights, starts[:-1])
        shares = weights / totals[owner]
        gain = float((scores[right] - most - np.log(totals)).sum())
        slope = stacked[right].sum(axis=0) - stacked.T @ shares
        steps = jumps @ odds
        cost = penalty / 2 * float(odds @ odds) + SMOOTH / 2 * float(steps @ steps)
        return cost - gain, penalty * odds + SMOOTH * (jumps.T @ steps) - slope

    found = minimize(
        loss, np.zeros(stacked.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 400}
    )
    return np.asarray(found.x, dtype=np.float64)


def _jumps(columns: Sequence[tuple[str, int]]) -> Floats:
    """Rows that take the difference of neighbouring buckets of one kind; weekdays have no order."""
    last = dict(columns)
    pairs = [
        at
        for at, (kind, place) in enumerate(columns)
        if place < last[kind] and last[kind] >= WEEKDAYS
    ]
    rows = np.zeros((len(pairs), len(columns)))
    rows[np.arange(len(pairs)), pairs] = 1.0
    rows[np.arange(len(pairs)), [at + 1 for at in pairs]] = -1.0
    return rows


def written(columns: Sequence[tuple[str, int]], odds: Floats) -> str:
    """The table as TOML, a kind a line."""
    rows: defaultdict[str, list[float]] = defaultdict(list)
    for (kind, _), each in zip(columns, odds, strict=True):
        rows[kind].append(round(float(each), 2) + 0.0)
    return "".join(f'"{kind}" = {row}\n' for kind, row in sorted(rows.items()))


if __name__ == "__main__":
    main(sys.argv[1:])
