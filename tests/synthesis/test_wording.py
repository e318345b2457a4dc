"""How counts, days and names are put."""

from datetime import date

import pytest

from reportedly.model.interval import Interval
from reportedly.model.story import Counts
from reportedly.synthesis.wording import (
    counts_line,
    listed,
    number,
    short_path,
    span_of_days,
    support,
)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2024-03-12", "2024-03-12", "12 March 2024"),
        ("2024-03-01", "2024-03-31", "March 2024"),
        ("2024-03-01", "2024-03-10", "1-10 March 2024"),
        ("2024-03-28", "2024-04-02", "28 March 2024 - 2 April 2024"),
    ],
)
def test_days_are_written_as_people_write_them(first: str, last: str, words: str) -> None:
    days = Interval(date.fromisoformat(first), date.fromisoformat(last))
    assert span_of_days(days) == words


def test_no_days_are_said_to_be_none() -> None:
    assert span_of_days(None) == "no date"


def test_an_open_count_says_both_ends() -> None:
    counts = Counts(5, (4, 4), (3, 4), (2, 2), (), ())
    assert counts_line(counts) == "5 reports, 4 texts, 3 (at most 4) newsrooms, 2 origins"
    assert support(counts) == "5 reports, 4 texts, 2 origins"


def test_nobody_named_is_said_so() -> None:
    assert support(Counts(1, (1, 1), (1, 1), (0, 0), (), ())) == "1 report, 1 text, no origin named"


def test_names_are_listed_once() -> None:
    assert listed(["The Kremlin", "NATO", "NATO"]) == "the Kremlin and NATO"
    assert listed([], "nobody") == "nobody"


def test_numbers_agree_with_their_word() -> None:
    assert number((0, 0), "origin") == "0 origins"


def test_a_path_is_shown_by_its_last_part() -> None:
    assert short_path("inbox/night.zip#a/b.txt") == "b.txt"
