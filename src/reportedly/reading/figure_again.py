"""Figures that count what was counted before: "650 jobs were at risk. The employers put the number at 400."."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files

from reportedly.model.reading import Figure
from reportedly.model.span import Span
from reportedly.model.syntax import Sentence, Token

NEAR = 2  # sentences back to which "the number" may point


@lru_cache(maxsize=1)
def _words() -> Mapping[str, frozenset[str]]:
    text = files("reportedly.reading").joinpath("figure_again.toml").read_text("utf-8")
    return {name: frozenset(map(str, row)) for name, row in tomllib.loads(text).items()}


def counted_again(
    sentence: Sentence, span: Span, before: Sequence[Sentence], found: Sequence[Figure]
) -> str:
    """What a bare number counts where "the number" or "the toll" is put at it; "" where it is not, or of what."""
    counted = _counting_noun(sentence, span)
    if counted is None:
        return ""
    if counted.lemma in _words()["tolls"]:
        return "dead"
    if own := _named_beside(sentence, counted):
        return own
    if not any(each.lemma in _words()["definite"] for each in sentence.children_of(counted, "det")):
        return ""
    reach = (*before[-NEAR:], sentence)
    earlier = [
        each
        for each in found
        if each.of and not each.unit and any(it.span.contains(each.span) for it in reach)
    ]
    return earlier[-1].of if earlier else ""


def _counting_noun(sentence: Sentence, span: Span) -> Token | None:
    """'The number' of "put the number at 400", "the figure was 400", "the total rose to 400"."""
    token = next(iter(reversed(sentence.tokens_in(span))), None)
    preposition = sentence.head_of(token) if token else None
    if token is None or preposition is None or token.dep not in ("attr", "pobj"):
        return None
    verb = preposition if token.dep == "attr" else sentence.head_of(preposition)
    if token.dep == "pobj" and preposition.lemma not in _words()["prepositions"]:
        return None
    roles = ("dobj",) if verb.lemma in _words()["putting"] else ("nsubj", "nsubjpass")
    known = verb.lemma in _words()["putting"] | _words()["standing"]
    nouns = [each for each in sentence.children_of(verb, *roles) if _counts(each)]
    return nouns[0] if known and nouns else None


def _counts(noun: Token) -> bool:
    return noun.lemma in _words()["numbers"] | _words()["tolls"]


def _named_beside(sentence: Sentence, noun: Token) -> str:
    """'The number of dead' says itself what is counted."""
    for of in sentence.children_of(noun, "prep"):
        for counted in sentence.children_of(of, "pobj"):
            return counted.text if of.lemma == "of" else ""
    return ""
