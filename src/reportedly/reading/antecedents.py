"""How well a name fits as the antecedent of "he" or "she": features of syntax, nearness and gender, weighted.

The weights (`antecedents.toml`) are those of a conditional logistic model over the candidates of one pronoun.
"""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from itertools import pairwise
from math import log2

from reportedly.language.names import gender_of_name
from reportedly.model.span import Span
from reportedly.model.syntax import Sentence, Token
from reportedly.reading.chains import FEMALE, MALE, gender_of

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})
_OBJECTS = frozenset({"dative", "dobj", "oprd"})
_FAR = 3


@dataclass(frozen=True, slots=True)
class Place:
    """A word in its sentence; `number` counts sentences."""

    number: int
    sentence: Sentence
    token: Token


@dataclass(frozen=True, slots=True)
class Named:
    """A candidate: where it is named, the words of the name, and its gender where more is known than the name."""

    place: Place
    span: Span
    name: str
    gender: str | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """A pronoun and what stands around it: words in capitals, words of persons' names, he and she."""

    pronoun: Place
    capitals: tuple[Token, ...]
    persons: tuple[Token, ...]
    gendered: tuple[Token, ...]


def place_of(sentences: Iterable[Sentence], span: Span) -> Place | None:
    """The word that heads this span."""
    for number, sentence in enumerate(sentences):
        tokens = sentence.tokens_in(span)
        if tokens:
            inside = {each.index for each in tokens}
            heads = [t for t in tokens if t.head not in inside or t.head == t.index]
            nouns = [t for t in heads if t.pos in ("PROPN", "NOUN", "PRON", "DET")]
            return Place(number, sentence, (nouns or heads or list(tokens))[0])
    return None


def scene_of(sentences: tuple[Sentence, ...], pronoun: Place) -> Scene:
    """The scene of a pronoun; `number` of all places counts these sentences."""
    tokens = [token for sentence in sentences for token in sentence.tokens]
    return Scene(
        pronoun,
        tuple(token for token in tokens if token.text[0].isupper()),
        tuple(token for token in tokens if token.entity == "PERSON"),
        tuple(token for token in tokens if _gender_word(token)),
    )


def fit(scene: Scene, candidate: Named) -> float:
    """The weighted sum of the features: the higher the likelier, comparable among the candidates of one pronoun."""
    table = weights()
    return sum(table.get(name, 0.0) * value for name, value in features(scene, candidate))


@lru_cache(maxsize=1)
def weights() -> dict[str, float]:
    """Feature to weight."""
    source = resources.files("reportedly.reading").joinpath("antecedents.toml").read_text("utf-8")
    return {str(name): float(value) for name, value in tomllib.loads(source)["weights"].items()}


def features(scene: Scene, candidate: Named) -> Iterator[tuple[str, float]]:
    """What speaks for and against the candidate."""
    pronoun = scene.pronoun
    yield from _nearness(scene, candidate)
    yield from _roles(pronoun, candidate)
    yield from _structure(pronoun, candidate)
    yield from _prominence(scene, candidate)
    yield from _gender(pronoun, candidate)


def _nearness(scene: Scene, candidate: Named) -> Iterator[tuple[str, float]]:
    pronoun, place = scene.pronoun, candidate.place
    here, there = pronoun.token.span.start, place.token.span.start
    if there > here:
        yield "after the pronoun", 1.0
        yield "after, sentences between", min(place.number - pronoun.number, _FAR)
        return
    yield f"{min(pronoun.number - place.number, _FAR)} sentences back", 1.0
    yield "distance", log2(1 + (here - there) / 6)
    between = [t for t in scene.persons if t.begins and there < t.span.start < here]
    yield "names between", min(_FAR, sum(not candidate.span.contains(t.span) for t in between))
    mine = _gender_word(pronoun.token)
    inside = [t for t in scene.gendered if there < t.span.start < here]
    same = [t for t in inside if _gender_word(t) == mine]
    yield "same pronouns between", min(_FAR, len(same))
    if any(t.dep in _SUBJECTS for t in same):
        yield "same pronoun as subject between", 1.0
    if len(same) < len(inside):
        yield "other pronoun between", 1.0


def _gender_word(token: Token) -> str | None:
    word = token.text.casefold()
    return "m" if word in MALE else "f" if word in FEMALE else None


def role_of(place: Place) -> str:
    """Subject, object, possessive, after a preposition, or other."""
    token, sentence = place.token, place.sentence
    while token.dep in ("conj", "appos") and token.head != token.index:
        token = sentence.head_of(token)
    if token.dep in _SUBJECTS:
        return "subject"
    if token.dep in _OBJECTS:
        return "object"
    if token.dep == "poss" or token.tag == "PRP$":
        return "possessive"
    if token.dep == "pobj":
        return "agent" if sentence.head_of(token).dep == "agent" else "preposition"
    return "other"


def _roles(pronoun: Place, candidate: Named) -> Iterator[tuple[str, float]]:
    mine, other = role_of(pronoun), role_of(candidate.place)
    yield f"{other}", 1.0
    yield f"{mine} to {other}", 1.0
    if mine == other:
        yield "parallel", 1.0
        if candidate.place.number == pronoun.number:
            yield "parallel in the sentence", 1.0
    if candidate.place.token.dep in ("conj", "appos", "compound", "nmod"):
        yield candidate.place.token.dep, 1.0
    yield "depth", min(5, len(candidate.place.sentence.ancestors(candidate.place.token)))


def _structure(pronoun: Place, candidate: Named) -> Iterator[tuple[str, float]]:
    token, sentence = candidate.place.token, candidate.place.sentence
    if role_of(candidate.place) == "subject" and _clause(sentence, token) == sentence.root.index:
        yield "subject of the sentence", 1.0
    if candidate.place.number != pronoun.number:
        return
    mine, other = _clause(sentence, pronoun.token), _clause(sentence, token)
    is_owner = pronoun.token.tag == "PRP$" or pronoun.token.dep == "poss"
    if mine == other:
        yield "possessive in one clause" if is_owner else "one clause", 1.0
        if not is_owner and pronoun.token.head == token.head:
            yield "one verb", 1.0
    above = {each.index for each in sentence.ancestors(pronoun.token)}
    if other in above and role_of(candidate.place) == "subject":
        yield "subject above", 1.0
    if token.index in above:
        yield "above", 1.0
    if pronoun.token.index in {each.index for each in sentence.ancestors(token)}:
        yield "below", 1.0


def _clause(sentence: Sentence, token: Token) -> int:
    """The verb of the clause that a word stands in."""
    for each in sentence.ancestors(token):
        if each.pos in ("VERB", "AUX"):
            return each.index
    return sentence.root.index


def _prominence(scene: Scene, candidate: Named) -> Iterator[tuple[str, float]]:
    """Named often, first in the text or sentence, in brackets, somebody's."""
    words = {word for word in candidate.name.split() if word[:1].isupper()}
    named = [t for t in scene.capitals if t.text in words]
    times = 1 + sum(b.index != a.index + 1 for a, b in pairwise(named))
    yield "times named", min(4, times) - 1
    start = candidate.place.token.span.start
    before = candidate.place.sentence.tokens[: candidate.place.token.index]
    first = candidate.place.sentence.span.start
    if not any(
        t.span.start < first or (t.span.start < start and t.text not in words)
        for t in scene.persons
    ):
        yield "first name of the text", 1.0
    if not any(t.pos in ("PROPN", "PRON") and t.text not in words for t in before):
        yield "first of its sentence", 1.0
    if sum(t.text == "(" for t in before) > sum(t.text == ")" for t in before):
        yield "in brackets", 1.0
    if sum(t.text in '"“”' for t in before) % 2:
        yield "in quotation marks", 1.0
    if len(words) > 1:
        yield "named in full", 1.0
    same = _gender_word(scene.pronoun.token)
    earlier = (t for t in scene.gendered if t.span.start < candidate.span.start)
    yield "same pronouns before", min(_FAR, sum(_gender_word(t) == same for t in earlier))
    if any(_gender_word(t) == same for t in _owners(candidate.place)):
        yield "somebody's of the pronoun", 1.0


def _owners(place: Place) -> tuple[Token, ...]:
    """The possessors of the name or of the noun it stands beside: "her husband John"."""
    owners = place.sentence.children_of(place.token, "poss")
    if place.token.dep in ("appos", "compound", "nmod"):
        governor = place.sentence.head_of(place.token)
        owners = (*owners, *place.sentence.children_of(governor, "poss"))
    return owners


def _gender(pronoun: Place, candidate: Named) -> Iterator[tuple[str, float]]:
    known = candidate.gender or _title_gender(candidate.place) or gender_of_name(candidate.name)
    if known is not None:
        yield ("gender agrees" if known == _gender_word(pronoun.token) else "gender differs"), 1.0


def _title_gender(place: Place) -> str | None:
    """By the words beside the name: "actress", "her husband"."""
    beside = place.sentence.children_of(place.token, "appos", "compound", "nmod")
    if place.token.dep in ("appos", "compound", "nmod"):
        beside = (*beside, place.sentence.head_of(place.token))
    return next((found for t in beside if (found := gender_of(t.lemma))), None)
