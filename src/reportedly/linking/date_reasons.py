"""Why an undated report has its date: the clues in words that a reader can check, the strongest first."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from reportedly.linking.date_clues import Clue
from reportedly.model.span import Reason
from reportedly.model.syntax import Sentence, Token

TOLD = 2  # clues named in the sentence for the reader; the others stay in the reasons
NAMES = 2  # names quoted of what two reports tell
LAST_DAY = "still to come"
TYING = ("version", "weekday", "finer", "said since", LAST_DAY)
DROPPED = "dropped"
SUREST = 0.98  # more than this is not to be had from days alone


def told(reasons: Sequence[Reason]) -> str:
    """The strongest clues in one sentence, those that hang on another report first."""
    kept = [reason for reason in reasons if reason.feature != DROPPED]
    ranked = sorted(kept, key=lambda reason: (reason.feature not in TYING, -reason.score))
    return "; ".join(reason.detail for reason in ranked[:TOLD])


def usual(held: float) -> Reason:
    """How many reports with signs like these appeared within the days told, as learned; never all."""
    detail = f"{min(held, SUREST):.0%} of reports with such signs appear within these days"
    return Reason("usual", 0.0, detail)


def once_each(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """The reasons in their order, each wording once."""
    found: dict[str, Reason] = {}
    for reason in reasons:
        found.setdefault(reason.detail, reason)
    return tuple(found.values())


def dropped(reason: Reason) -> Reason:
    """A clue that contradicts stronger ones."""
    return Reason(DROPPED, 0.0, f"does not fit the other clues: {reason.detail}")


def written(first: date, last: date) -> str:
    """A day, or the first and last of several, as people write them.

    >>> written(date(2021, 12, 23), date(2021, 12, 23))
    '23 December 2021'
    """
    if first == last:
        return f"{first.day} {first:%B %Y}"
    return f"{written(first, first)} to {written(last, last)}"


def same_told(clue: Clue, other: Clue, day: date) -> str:
    """'“Thursday” in what it says of Donald Trump is 24 May 2018 in another report'."""
    names = named_in_both(clue, other)
    said = f" in what it says of {names}" if names else ""
    return f"“{clue.words_of_time}”{said} is {written(day, day)} in another report"


def named_in_both(clue: Clue, other: Clue) -> str:
    """The names of the clue's sentence that the other's holds too, as they stand there, persons first."""
    shared = clue.names & other.names
    found: list[tuple[bool, str]] = []
    for name in _whole_names(clue.sentence):
        if any(token.lemma in shared for token in name):
            words = " ".join(token.text for token in name)
            found.append((name[0].entity != "PERSON", words))
    ranked = dict.fromkeys(words for _, words in sorted(found, key=lambda pair: pair[0]))
    return " and ".join(list(ranked)[:NAMES])


def _whole_names(sentence: Sentence) -> Iterator[tuple[Token, ...]]:
    """The names of a sentence as runs of capitalised words."""
    run: list[Token] = []
    for token in sentence.tokens:
        if token.pos in ("PROPN", "ADJ") and token.text[:1].isupper():
            if run and token.begins:
                yield tuple(run)
                run = []
            run.append(token)
        elif run:
            yield tuple(run)
            run = []
    if run:
        yield tuple(run)
