"""Clues to a publication date: what a report says happened "on Thursday", and which other report tells the same."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from importlib.resources import files

from reportedly.language.cue_words import verbs_with
from reportedly.language.tense import FUTURE, PAST, direction_of
from reportedly.model.reading import Reading, TimeExpression
from reportedly.model.syntax import Sentence, Token

WEEKDAY = re.compile(r"XXXX-WXX-([1-7])")
MONTH_DAY = re.compile(r"XXXX-(\d\d)-(\d\d)")
MONTH = re.compile(r"XXXX-(\d\d)")
DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?")
CONTENT = ("ADJ", "NOUN", "PROPN", "VERB")
PAIR = 2  # a word that only the two sentences compared hold is as rare as can be
NAMED = ("EVENT", "FAC", "GPE", "LOC", "NORP", "ORG", "PERSON")


@lru_cache(maxsize=1)
def _words() -> Mapping[str, frozenset[str]]:
    text = files("reportedly.linking").joinpath("date_clues.toml").read_text("utf-8")
    return {name: frozenset(map(str, row)) for name, row in tomllib.loads(text).items()}


@dataclass(frozen=True, slots=True)
class Clue:
    """A time in its sentence: names and other content words of the sentence, and where the verb looks."""

    report: str
    time: TimeExpression
    sentence: Sentence
    direction: int
    names: frozenset[str]
    words: frozenset[str]
    words_of_time: str

    @property
    def weekday(self) -> int | None:
        """1 (Monday) to 7 where the time is a weekday or a day, else None."""
        found = WEEKDAY.match(self.time.value)
        if found:
            return int(found[1])
        day = self.day
        return day.isoweekday() if day else None

    @property
    def day(self) -> date | None:
        """The day, where the time is one day of the calendar."""
        days = self.time.days
        return days.first if days and days.days == 1 and DAY.fullmatch(self.time.value) else None


def clues_of(reading: Reading) -> Iterator[Clue]:
    """The times of a reading that stand in parsed sentences."""
    for time in reading.times:
        sentence = reading.sentence_at(time.span.start)
        if sentence is None or not sentence.tokens:
            continue
        names = _names(sentence)
        words = frozenset(
            token.lemma
            for token in sentence.tokens
            if token.pos in CONTENT
            and token.lemma not in _words()["calendar"] | verbs_with("reporting")
        )
        yield Clue(
            reading.report.id,
            time,
            sentence,
            direction_of(sentence, time.span),
            names,
            words - names,
            " ".join(time.span.of(reading.text).split()),
        )


def _names(sentence: Sentence) -> frozenset[str]:
    """The words of the names in a sentence, lower case: "putin", "russian"."""
    return frozenset(token.lemma for token in sentence.tokens if _is_name(token))


def _is_name(token: Token) -> bool:
    """A word of a name; a title before a name ("President") is none, and calendar words are none."""
    if token.lemma in _words()["calendar"] | _words()["titles"]:
        return False
    return (
        token.pos == "PROPN"
        if not token.entity
        else token.entity in NAMED and token.pos in ("PROPN", "ADJ")
    )


def tells_the_same(one: Clue, other: Clue, rarity: "Rarity") -> float:
    """How sure it is, 0 to 1, that two sentences tell one event: a name in common and telling words in common."""
    names = rarity.weight(one.names & other.names)
    words = rarity.weight(one.words & other.words)
    if not names or not words:
        return 0.0
    return min(1.0, (names + words) / 4)


@dataclass(frozen=True, slots=True)
class Rarity:
    """How telling a word is within the story: 1 for a rare one, near 0 for one that stands in most sentences."""

    shares: Mapping[str, float]

    def weight(self, words: frozenset[str]) -> float:
        """The summed weight of these words."""
        return sum(1.0 - self.shares.get(word, 0.0) for word in words)


def rarity_of(readings: Sequence[Reading]) -> Rarity:
    """How telling each word is, by the share of the story's sentences that hold it."""
    lemmas = [
        {token.lemma for token in sentence.tokens}
        for reading in readings
        for sentence in reading.sentences
    ]
    counts = Counter(lemma for each in lemmas for lemma in each)
    return Rarity({lemma: max(0, count - PAIR) / len(lemmas) for lemma, count in counts.items()})


def is_past(clue: Clue) -> bool:
    """Whether the time is told as past; a weekday without a direction is, too (91 % of weekdays in the news are)."""
    return clue.direction == PAST or (clue.direction != FUTURE and clue.weekday is not None)


def is_ahead(clue: Clue) -> bool:
    """Whether the time is told as still to come."""
    return clue.direction == FUTURE


def latest(day: date, weekday: int) -> date:
    """The last such weekday (1 to 7) up to `day` itself."""
    return day - timedelta((day.isoweekday() - weekday) % 7)
