"""Who goes where: "planners would leave for Singapore over the weekend", "a team is due in Singapore on Sunday"."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources

from reportedly.language.countries import country, plain
from reportedly.model.ontology import QuoteKind
from reportedly.model.reading import Assertion, Reading
from reportedly.model.span import Span
from reportedly.model.syntax import Sentence, Token

_TABLE = tomllib.loads(
    resources.files("reportedly.linking").joinpath("journeys.toml").read_text(encoding="utf-8")
)
_GOING = {
    str(preposition): frozenset(map(str, row["words"]))
    for preposition, row in _TABLE.items()
    if preposition != "party"
}
_PARTICLES = frozenset(map(str, _TABLE["for"]["particles"]))
_CONDITIONS = frozenset({"if", "unless", "whether"})
_PARTY = frozenset(map(str, _TABLE["party"]["words"]))


@dataclass(frozen=True, slots=True)
class Journey:
    """Where somebody goes, and who: the words of the traveller, without names, and the countries that they name."""

    place: str
    travellers: frozenset[str]
    countries: frozenset[str]

    def is_of(self, other: "Journey") -> bool:
        """Whether both lead to one place, by travellers of one country that are called by the same word."""
        same = self.place == other.place and bool(self.travellers & other.travellers)
        return same and self.countries == other.countries and bool(self.countries)


def journey_in(reading: Reading, span: Span) -> Journey | None:
    """The journey that a stretch tells, if it names the place and says who goes."""
    sentence = reading.sentence_at(span.start)
    for going in sentence.tokens_in(span) if sentence else ():
        place = _place(sentence, going) if sentence else ""
        traveller = _traveller(sentence, going) if sentence and place else None
        if sentence and traveller:
            words = sentence.subtree(traveller)
            called = frozenset(_called(each) for each in words if each.pos == "NOUN")
            return Journey(place, called, frozenset(_countries(reading, sentence, words)))
    return None


def _called(noun: Token) -> str:
    return "team" if noun.lemma in _PARTY else noun.lemma


def _place(sentence: Sentence, going: Token) -> str:
    """The name of the place that somebody goes to, "" where it is none."""
    if going.lemma in _GOING[""] and going.pos == "VERB":
        return next((_named(each) for each in sentence.children_of(going, "dobj")), "")
    for preposition in sentence.children_of(going, "prep"):
        if _goes(sentence, going, preposition.lemma):
            return next((_named(each) for each in sentence.children_of(preposition, "pobj")), "")
    return ""


def _named(noun: Token) -> str:
    return plain(noun.text) if noun.pos == "PROPN" else ""


def _goes(sentence: Sentence, going: Token, preposition: str) -> bool:
    """Whether a word with this preposition tells of going somewhere."""
    if going.lemma in _GOING.get(preposition, frozenset()):
        return going.pos in ("ADJ", "VERB")
    beside = {each.lemma for each in sentence.children_of(going, "prt", "advmod")}
    return preposition == "for" and going.lemma == "set" and bool(beside & _PARTICLES)


def _traveller(sentence: Sentence, going: Token) -> Token | None:
    """The subject of the verb, or of the "is" of "is due" and "is to arrive"."""
    for verb in (going, sentence.head_of(going)):
        subjects = sentence.children_of(verb, "nsubj", "nsubjpass")
        if subjects or going.dep not in ("acomp", "xcomp"):
            return next(iter(subjects), None)
    return None


def _countries(reading: Reading, sentence: Sentence, words: tuple[Token, ...]) -> Iterator[str]:
    """The countries that these words name, by nationality, seat or a mention."""
    for token in words:
        pair = " ".join(each.text for each in sentence.tokens[token.index : token.index + 2])
        yield from filter(None, (country(token.text), country(pair)))
    for mention in reading.mentions:
        if mention.country and any(mention.head.overlaps(each.span) for each in words):
            yield mention.country


def is_set_back(reading: Reading, assertion: Assertion) -> bool:
    """Whether its first verb stands under the "would" of what somebody is told to have said, on no condition."""
    sentence = reading.sentence_at(assertion.span.start)
    tokens = sentence.tokens_in(assertion.span) if sentence else ()
    if sentence is None or assertion.holder is None or _is_direct(reading, assertion):
        return False
    modals = [each.text.lower() for each in tokens if each.tag == "MD"]
    return modals[:1] == ["would"] and not any(each.lemma in _CONDITIONS for each in tokens)


def _is_direct(reading: Reading, assertion: Assertion) -> bool:
    """Whether it stands in quotation marks, where nothing is set back."""
    at = assertion.quotation
    return at is not None and reading.quotations[at].kind is not QuoteKind.INDIRECT
