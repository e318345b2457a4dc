"""Words that say no by their prefix: "inaccurate" beside "accurate"."""

from collections.abc import Collection

_PREFIXES = ("dis", "il", "im", "in", "ir", "non", "un")


def opposites_in(words: Collection[str], others: Collection[str]) -> frozenset[str]:
    """Those of the words that are others with a prefix of no; both are lemmas in small letters.

    >>> sorted(opposites_in({"inaccurate", "inside"}, {"accurate", "report"}))
    ['inaccurate']
    """
    return frozenset(
        word
        for word in words
        for prefix in _PREFIXES
        if word.startswith(prefix) and word[len(prefix) :].lstrip("-") in others
    )
