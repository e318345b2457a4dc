"""The content words of a stretch of text: which of them are names, of which family they are, how firm they sound."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import resources

from reportedly.language.cue_words import verbs_with
from reportedly.model.reading import Reading
from reportedly.model.span import Span
from reportedly.model.syntax import Token

SHORT = 3  # content words up to which a stretch that points back is read with the sentence before
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})
_RULES = tomllib.loads(
    resources.files("reportedly.linking").joinpath("wording.toml").read_text(encoding="utf-8")
)
_POINTERS = frozenset(str(word) for word in _RULES["pointers"]["words"])
_EMPTY = _POINTERS | {str(word) for word in _RULES["empty"]["words"]}
PLAIN_CUES = verbs_with("plain")
_FIRMNESS = {
    str(name): frozenset(str(word) for word in words) for name, words in _RULES["firmness"].items()
}
_FAMILY = {str(word): str(name) for name, words in _RULES["families"].items() for word in words}
_WORD = re.compile(r"[^\W_]+(?:[.,'’-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Wording:
    """A stretch as its words for people, its content words (lemmas) in order, and which of them are names."""

    text: str
    content: tuple[str, ...]
    names: frozenset[str] = frozenset()


def wording_of(reading: Reading, spans: Iterable[Span]) -> Wording:
    """The wording of these places of a report, joined."""
    places = tuple(spans)
    text = " ".join(span.of(reading.text) for span in places)
    tokens = tuple(_tokens(reading, places))
    content = [each for each in tokens if each.pos in _CONTENT and each.lemma not in _EMPTY]
    names = frozenset(each.lemma for each in content if each.pos == "PROPN")
    return Wording(text, tuple(each.lemma for each in content) or _plain_words(text), names)


def _tokens(reading: Reading, spans: Iterable[Span]) -> Iterator[Token]:
    """The words of these places, where their sentences are parsed."""
    for span in spans:
        for sentence in reading.sentences_in(span):
            yield from sentence.tokens_in(span)


def with_antecedent(reading: Reading, span: Span) -> Wording:
    """The wording of a place; where it points back ("such intentions"), with the words of the sentence before."""
    found = wording_of(reading, (span,))
    words = {each.group().casefold() for each in _WORD.finditer(found.text)}
    if not words & _POINTERS or len(found.content) > SHORT:
        return found
    before = [each.span for each in reading.sentences if each.span.end <= span.start]
    if not before:
        return found
    earlier = wording_of(reading, before[-1:])
    return Wording(found.text, (*found.content, *earlier.content), found.names | earlier.names)


def _plain_words(text: str) -> tuple[str, ...]:
    """Content words of a text that has no parse."""
    words = (found.group().casefold() for found in _WORD.finditer(text))
    return tuple(word for word in words if word not in _EMPTY)


def family_of(word: str) -> str:
    """The family that a word belongs to; another word is its own."""
    return _FAMILY.get(word, word)


def families_of(reading: Reading, span: Span) -> frozenset[str]:
    """The word families that stand in a place ("meet" for talks or a summit); another word is its own family."""
    wording = wording_of(reading, (span,))
    return frozenset(family_of(word) for word in wording.content if word not in wording.names)


def firmness_of(reading: Reading, spans: Sequence[Span]) -> frozenset[str]:
    """Which signs of firmness stand in these places: "denied", "intended", "negated", "open"."""
    text = " ".join(span.of(reading.text) for span in spans)
    lemmas = {token.lemma for token in _tokens(reading, spans)}
    words = lemmas or {found.group().casefold() for found in _WORD.finditer(text)}
    return frozenset(name for name, signs in _FIRMNESS.items() if words & signs)
