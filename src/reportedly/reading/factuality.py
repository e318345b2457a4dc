"""How real each predicate is told to be: a chance for every status and a number, by a trained encoder.

The rules of `reading.status` see the parse of one sentence and can say why; the encoder sees the words around, also
those of the sentences before, and can not. `weighed` lays the two together. Card of the encoder: docs/cards/encoder.md.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from enum import IntEnum
from operator import attrgetter

import numpy as np

from reportedly.language.encoder import Rows, score
from reportedly.model.ontology import Status
from reportedly.model.reading import Factuality, Reading
from reportedly.model.report import Role
from reportedly.model.span import Span
from reportedly.model.syntax import Token
from reportedly.reading.predicates import is_predicate
from reportedly.reading.verdicts import Verdict

STATUSES = tuple(Status)
RULES = 1.0  # what the rules' own status is worth: the logarithm of odds
SURE = 0.8  # chance from which a fact is told
LIKELY = 0.5  # and from which one less-than-fact is changed for another
MARKED = frozenset(
    {
        Status.PLANNED,
        Status.PROPOSED,
        Status.DEMANDED,
        Status.PROMISED,
        Status.THREATENED,
        Status.DENIED,
    }
)
"""Rules say these only where a word of the text does: never is a fact made of them, and little else."""
SPOKEN = frozenset({Status.DEMANDED, Status.ALLEGED})
CONTENT = frozenset({Status.NEGATED, Status.PROMISED})
"""That something not be done, or be promised, is still what is demanded or alleged."""
HELD = MARKED - {Status.PLANNED} | SPOKEN
"""What somebody demands, offers, promises, threatens, denies or alleges is nothing without whoever does."""
KEPT = frozenset({Status.THREATENED, Status.DENIED})
HIGHEST = 3.0
_BE = frozenset(
    {"'m", "'re", "'s", "am", "are", "be", "been", "being", "is", "was", "were", "’m", "’re", "’s"}
)

_place = attrgetter("word.start")


class Genre(IntEnum):
    """Whose sense of fact, by its place in a row of the encoder: newswire (UW) or the mixed web (UDS)."""

    NEWS = 12
    WEB = 13


LINES = {Genre.NEWS: (1.08, 0.51), Genre.WEB: (1.14, -0.05)}
"""From the encoder's numbers, which its last training moved, back to the labels' scale; fitted on their train parts."""


def weigh_predicates(reading: Reading) -> Reading:
    """Fill `factualities`: verbs and nouns in the body, in the order of the text."""
    sentences = [each for each in reading.sentences if each.tokens and each.role is Role.PARAGRAPH]
    words = [token.span for each in sentences for token in each.tokens if _is_weighed(token)]
    rows = score(reading.text, [each.span for each in sentences], words)
    found = (_factuality(word, row) for word, row in zip(words, rows, strict=True))
    return replace(reading, factualities=tuple(found))


def factuality(text: str, word: Span, genre: Genre = Genre.NEWS) -> float:
    """How real the word is told to be in this text, -3 (did not happen) to 3 (happened)."""
    (row,) = score(text, [Span(0, len(text))], [word])
    return _number(row, genre)


def factuality_at(reading: Reading, token: Token) -> Factuality | None:
    """What the encoder makes of this word; None where it was not asked."""
    place = bisect_left(reading.factualities, token.span.start, key=_place)
    found = reading.factualities[place : place + 1]
    return found[0] if found and found[0].word == token.span else None


def weighed(verdict: Verdict, found: Factuality | None) -> Verdict:
    """The rules' verdict, or the status that the words around make likelier; a fact only where it is sure."""
    if found is None or verdict.settled:
        return verdict
    chances = _with_rules(found, verdict.status)
    chance = sum(chances[each] for each in STATUSES if each.is_fact)
    is_fact = chance >= SURE and verdict.status not in MARKED
    listed = [each for each in _others(verdict.status) if each.is_fact is is_fact]
    status = max(listed, key=chances.__getitem__)
    needed = SURE if is_fact or verdict.status in MARKED else LIKELY
    stays = verdict.status.is_fact is is_fact and chances[status] < needed
    if status is verdict.status or stays:
        return verdict
    if verdict.status.is_fact and not is_fact and chances[status] < LIKELY:
        told = f"the words around leave open whether it is a fact ({chance:.2f}), by the encoder"
        return Verdict(Status.POSSIBLE, None, told, suggested=True)
    told = f"the words around tell it as {status.value} ({chances[status]:.2f}), by the encoder"
    return Verdict(status, None, told, suggested=status in HELD)


def _others(ruled: Status) -> Sequence[Status]:
    """The statuses that may be told where the rules say this one."""
    if ruled in KEPT:
        return (ruled,)
    return [each for each in STATUSES if each not in CONTENT] if ruled in SPOKEN else STATUSES


def _with_rules(found: Factuality, ruled: Status) -> dict[Status, float]:
    """The chances where the rules' status has its weight."""
    odds = np.log(np.maximum(found.chances, np.float32(1e-6)))
    if ruled is not Status.ONGOING:  # by rule a mere present tense, which tells plans as often
        odds[STATUSES.index(ruled)] += RULES
    odds = np.exp(odds - odds.max())
    return dict(zip(STATUSES, (odds / odds.sum()).tolist(), strict=True))


def _is_weighed(token: Token) -> bool:
    """Verbs, and nouns, since no list has all that name an event; what is said with "be" is the rules' affair."""
    return token.text.lower() not in _BE and (token.pos == "NOUN" or is_predicate(token))


def _factuality(word: Span, row: Rows) -> Factuality:
    odds = np.exp(row[: len(STATUSES)] - row[: len(STATUSES)].max())
    chances = tuple(round(each, 4) for each in (odds / odds.sum()).tolist())
    return Factuality(word, chances, _number(row, Genre.NEWS))


def _number(row: Rows, genre: Genre) -> float:
    slope, shift = LINES[genre]
    return round(max(-HIGHEST, min(HIGHEST, slope * float(row[genre]) + shift)), 2)
