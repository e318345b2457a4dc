"""Titles between quotation marks, which nobody says: a programme, a book, an article: "told “Fox & Friends”"."""

import re

from reportedly.reading.quote_marks import Quoted

_BEFORE = re.compile(
    r"\b(?:at|for|from|in|of|on|tells|told)\s+(?:[\w.’']+\s+){0,3}$", re.IGNORECASE
)
_SMALL = frozenset(
    {"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"}
)
_LONGEST = 8  # words
_STOPS = ".,;:“”\"'’‘&!"


def is_title(text: str, mark: Quoted) -> bool:
    """Whether the words, each with a capital, stand behind "on", "told" or "of" with at most an owner between."""
    words = [each.strip(_STOPS) for each in mark.inner.of(text).split()]
    words = [each for each in words if each]
    if not 0 < len(words) <= _LONGEST or words[0][0].islower():
        return False
    if any(each[0].islower() and each not in _SMALL for each in words):
        return False
    line = text.rfind("\n", 0, mark.span.start) + 1
    found = _BEFORE.search(text[line : mark.span.start])
    return found is not None and _is_owner(found.group().split()[1:])


def _is_owner(words: list[str]) -> bool:
    """Whether nothing or a name with "'s" stands between: "on Channel Four’s “The Hour”"."""
    return not words or (words[-1][-2:] in ("'s", "’s", "s'", "s’") and words[0][0].isupper())
