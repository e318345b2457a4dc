"""How common words are in news at large."""

import pytest

from reportedly.language.frequency import RARE, share_of_reports


@pytest.mark.parametrize("word", ["said", "government", "people"])
def test_words_of_all_news_are_common(word: str) -> None:
    assert share_of_reports(word) > 0.1


@pytest.mark.parametrize("word", ["ceasefire", "qwertz", ""])
def test_words_outside_the_table_are_rare(word: str) -> None:
    assert share_of_reports(word) <= 10 * RARE


def test_shares_are_shares() -> None:
    assert all(0 < share_of_reports(word) <= 1 for word in ("the", "of", "talks"))
