"""The table of log-odds is learned from hidden days."""

import tomllib

import numpy as np

from bench.dated_documents import day_in
from bench.train_dates import Case, fit, written


def test_the_days_that_were_right_gain() -> None:
    """Log-odds rise where days were right and a weekday's row has seven numbers."""
    columns = [("weekday", place) for place in range(7)]
    cases = [Case(np.eye(7), 1) for _ in range(20)]
    odds = fit(cases, columns)
    assert int(odds.argmax()) == 1
    table = tomllib.loads(written(columns, odds))
    assert len(table["weekday"]) == 7


def test_days_in_addresses() -> None:
    """Numbers and names of months; what is no day is none."""
    assert str(day_in("https://example.org/2021/04/22/talks")) == "2021-04-22"
    assert day_in("https://example.org/2021/xyz/22/talks") is None
    assert day_in("https://example.org/2021/13/22/talks") is None
    assert day_in("https://example.org/talks") is None
