"""How real a predicate is told to be, -3 (did not happen) to 3 (happened): a linear head over words, parse and rules.

The rules of `reading.status` say which status; this number says how sure the wording is. Weights and their card:
docs/cards/factuality.md.
"""

import zlib
from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import lru_cache
from importlib.resources import as_file, files

import numpy as np
import numpy.typing as npt

from reportedly.model.span import Span
from reportedly.model.syntax import Sentence, Token
from reportedly.reading.governed import composed_status
from reportedly.reading.mood import own_status
from reportedly.reading.predicates import entry_of, frame_of, is_finite, is_predicate

SLOTS = 1 << 17  # features are hashed into so many places; half as many cost .002 of r
BEFORE, AFTER = 8, 4  # words of context
HIGHEST = 3.0
LEVELS = 4  # governors that are looked at
_TOLD_WORDS = ("acomp", "advmod", "aux", "auxpass", "cc", "det", "expl", "mark", "neg", "nsubj")
_MORE_WORDS = ("amod", "poss", "prt", "xcomp")
_LEMMAS = ("dobj", "nsubj", "prep")
_GOVERNORS = ("ADJ", "AUX", "NOUN", "PROPN", "VERB")

Numbers = npt.NDArray[np.float32]


class Genre(StrEnum):
    """Whose sense of fact: newswire (UW) or the mixed web (UDS)."""

    NEWS = "news"
    WEB = "web"


def factuality(sentence: Sentence, span: Span, genre: Genre = Genre.NEWS) -> float:
    """How real the words at `span` are told to be, -3 to 3."""
    weights = load_weights(genre)
    places = slots_of(features_of(sentence, span))
    score = float(weights[places].sum() + weights[SLOTS])
    return max(-HIGHEST, min(HIGHEST, score))


@lru_cache(maxsize=2)
def load_weights(genre: Genre) -> Numbers:
    """The weights of one head, its bias in the last place."""
    with as_file(files("reportedly.reading") / "factuality.npz") as path, np.load(path) as table:
        return np.asarray(table[genre.value], dtype=np.float32)


def slots_of(features: Iterable[str]) -> npt.NDArray[np.int64]:
    """The places of the features, each once."""
    found = {zlib.crc32(each.encode()) % SLOTS for each in features}
    return np.array(sorted(found), dtype=np.int64)


def features_of(sentence: Sentence, span: Span) -> Iterator[str]:
    """All that the head sees of the words at `span`."""
    token = _head(sentence, span)
    if token is None:
        return
    yield from _words(sentence, token)
    yield from _children(sentence, token)
    yield from _rules(sentence, token)
    yield from _governors(sentence, token)
    yield from _frame(sentence, token)


def _head(sentence: Sentence, span: Span) -> Token | None:
    inside = sentence.tokens_in(span)
    for token in inside:
        if not span.overlaps(sentence.head_of(token).span):
            return token
    return inside[0] if inside else None


def _words(sentence: Sentence, token: Token) -> Iterator[str]:
    yield from (f"l={token.lemma}", f"t={token.tag}", f"d={token.dep}", f"w={token.text.lower()}")
    yield from (f"pos={token.pos}", f"dt={token.dep}{token.tag}")
    for each in sentence.tokens[max(0, token.index - BEFORE) : token.index]:
        yield f"L={each.text.lower()}"
        if token.index - each.index <= 2:  # noqa: PLR2004 - the two words before have their own places
            yield f"L{token.index - each.index}={each.text.lower()}"
    for each in sentence.tokens[token.index + 1 : token.index + 1 + AFTER]:
        yield f"R={each.text.lower()}"
        if each.index == token.index + 1:
            yield f"R1={each.text.lower()}"


def _children(sentence: Sentence, token: Token) -> Iterator[str]:
    for child in sentence.children_of(token):
        yield f"c={child.dep}"
        if child.dep in _TOLD_WORDS or child.dep in _MORE_WORDS:
            yield f"c={child.dep}:{child.text.lower()}"
        if child.dep in _LEMMAS:
            yield f"cl={child.dep}:{child.lemma}"
    helpers = _helpers(sentence, token, "aux", "auxpass", "neg")
    yield from (f"aux={helpers}", f"auxt={helpers}{token.tag}")


def _rules(sentence: Sentence, token: Token) -> Iterator[str]:
    """What the rules of mood and status make of it."""
    own = own_status(sentence, token)
    status = own.status.value if own is not None else "-"
    verdict = composed_status(sentence, token)
    cue = verdict.cue.lemma if verdict.cue is not None else ""
    yield from (f"own={status}", f"all={verdict.status.value}", f"cue={cue}")
    yield f"both={status}{verdict.status.value}"
    yield f"because={verdict.because.split(chr(39))[0]}{cue}"
    yield f"open={verdict.status.value}{token.dep}{token.tag}"
    if is_predicate(token):
        yield from (f"frame={frame_of(sentence, token)}", f"finite={is_finite(sentence, token)}")


def _governors(sentence: Sentence, token: Token) -> Iterator[str]:
    child = token
    way = []
    for level, governor in enumerate(sentence.ancestors(token)[:LEVELS]):
        yield from (f"g{level}={governor.lemma}|{child.dep}", f"gdep={child.dep}")
        yield f"G={governor.lemma}"
        yield from _governor(sentence, governor, child, level)
        for mark in sentence.children_of(child, "mark"):
            yield f"mark{level}={mark.text.lower()}"
        way.append(child.dep)
        child = governor
    yield from (f"up={'/'.join(way[:3])}", f"root={sentence.root.lemma}")


def _governor(sentence: Sentence, governor: Token, child: Token, level: int) -> Iterator[str]:
    frame = frame_of(sentence, child)
    entry = entry_of(sentence, governor, child) if governor.pos in _GOVERNORS else None
    if entry is not None:
        inner = entry.inner.value if entry.inner is not None else "-"
        yield f"ge{level}={entry.act.value}:{inner}:{frame}"
    if is_predicate(governor):
        own = own_status(sentence, governor)
        yield f"gown{level}={own.status.value if own is not None else '-'}"
        yield f"gframe{level}={governor.lemma}:{frame}:{child.dep}"
        yield f"gaux{level}={_helpers(sentence, governor, 'aux', 'neg')}"


def _frame(sentence: Sentence, token: Token) -> Iterator[str]:
    """Questions, orders, where in the sentence it stands."""
    first, last = sentence.tokens[0], sentence.tokens[-1]
    yield from (f"first={first.text.lower()}", f"long={min(len(sentence.tokens) // 10, 5)}")
    if last.text == "?":
        yield "question"
    if any(each.text == "?" for each in sentence.tokens):
        yield "asks"
    if first.tag == "VB":
        yield "order"
    if token.index < 3:  # noqa: PLR2004 - the opening words
        yield "early"


def _helpers(sentence: Sentence, token: Token, *deps: str) -> str:
    return " ".join(each.text.lower() for each in sentence.children_of(token, *deps))
