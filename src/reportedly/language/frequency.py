"""How common a word is in news at large: what a few reports alone cannot tell."""

import csv
from functools import lru_cache
from importlib import resources

RARE = 0.002  # the share of reports that is taken for a word the table does not have


@lru_cache(maxsize=1)
def _shares() -> dict[str, float]:
    text = resources.files("reportedly.language").joinpath("common_words.csv").read_text("utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return {row["word"]: float(row["share"]) for row in csv.DictReader(lines)}


def share_of_reports(word: str) -> float:
    """The share of news reports, 0 to 1, that hold a word (lower case); names count as rare.

    >>> share_of_reports("said") > share_of_reports("ceasefire")
    True
    """
    return _shares().get(word, RARE)
