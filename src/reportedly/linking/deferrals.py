"""What is put off until a day, however it is told: "delayed its tariff until May 1", "will wait until May 1"."""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import resources

from reportedly.linking.wording import family_of
from reportedly.model.interval import Interval
from reportedly.model.reading import Reading, TimeType
from reportedly.model.span import Span
from reportedly.model.syntax import Sentence, Token

_WORDS = tomllib.loads(
    resources.files("reportedly.linking").joinpath("moved.toml").read_text(encoding="utf-8")
)
_LATER = frozenset(map(str, _WORDS["verbs"]))
_LATER_WITH = {
    str(verb): frozenset(map(str, found)) - {"forward", "from"}
    for verb, found in _WORDS["with"].items()
}
_WAITING = frozenset(map(str, _WORDS["waiting"]))
_WAITING_WITH = {
    str(verb): frozenset(map(str, row)) for verb, row in _WORDS["waiting_with"].items()
}
_UNTIL = frozenset({"till", "until"})
_TO = _UNTIL | {"to"}
_CONTENT = frozenset({"ADJ", "NOUN", "VERB"})
_HELD_OFF = frozenset({"before", "on", "with"})


@dataclass(frozen=True, slots=True)
class Deferral:
    """The day until which something is put off, and the words (families) of what."""

    until: Interval
    matter: frozenset[str]

    def is_of(self, other: "Deferral") -> int:
        """How many words both have of what is put off; none where the days differ."""
        return len(self.matter & other.matter) if self.until == other.until else 0


def deferral_in(reading: Reading, span: Span) -> Deferral | None:
    """What the verb of a stretch puts off, until a day that stands in the stretch."""
    sentence = reading.sentence_at(span.start)
    for verb in sentence.tokens_in(span) if sentence else ():
        if sentence is None or verb.pos != "VERB":
            continue
        later = _is_one(sentence, verb, _LATER, _LATER_WITH)
        if not later and not _is_one(sentence, verb, _WAITING, _WAITING_WITH):
            continue
        until = _until(reading, sentence, verb, _TO if later else _UNTIL)
        heads = _put_off(sentence, verb) if later else _waited_with(sentence, verb)
        matter = frozenset(_words(sentence, heads))
        if until is not None and matter:
            return Deferral(until, matter)
    return None


def _is_one(
    sentence: Sentence, verb: Token, alone: frozenset[str], with_words: dict[str, frozenset[str]]
) -> bool:
    """Whether it is such a verb, by itself or with its particle."""
    beside = {each.lemma for each in sentence.children_of(verb, "prt", "advmod", "dobj")}
    return verb.lemma in alone or bool(with_words.get(verb.lemma, frozenset()) & beside)


def _until(
    reading: Reading, sentence: Sentence, verb: Token, prepositions: frozenset[str]
) -> Interval | None:
    """The day behind "until" or "to", which may hang on what is put off."""
    for preposition in sentence.subtree(verb):
        if preposition.pos not in ("ADP", "SCONJ") or preposition.lemma not in prepositions:
            continue
        for noun in sentence.children_of(preposition, "pobj"):
            for time in reading.times:
                if time.span.overlaps(noun.span) and time.type is TimeType.DATE:
                    return time.days
    return None


def _put_off(sentence: Sentence, verb: Token) -> Sequence[Token]:
    """What is delayed, the object or the subject of a passive, with what it is "on"."""
    objects = sentence.children_of(verb, "dobj") or sentence.children_of(verb, "nsubjpass")
    phrases = [each for each in sentence.children_of(verb, "prep") if each.lemma == "on"]
    return (*objects, *phrases)


def _waited_with(sentence: Sentence, verb: Token) -> Sequence[Token]:
    """What somebody waits with: "before it imposes a tariff", "to vote", "with the sale", "on the tax"."""
    clauses = sentence.children_of(verb, "advcl", "xcomp")
    phrases = [each for each in sentence.children_of(verb, "prep") if each.lemma in _HELD_OFF]
    return (*clauses, *phrases)


def _words(sentence: Sentence, heads: Sequence[Token]) -> Iterator[str]:
    """The families of the words below these."""
    for head in heads:
        for token in sentence.subtree(head):
            if token.pos in _CONTENT:
                yield family_of(token.lemma)
