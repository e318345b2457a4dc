"""Countries, capitals that act as governments, bodies, places and works by name."""

from dataclasses import dataclass

from reportedly.language import countries
from reportedly.language.offices import offices
from reportedly.language.organisations import organisation_named
from reportedly.model.ontology import EntityKind, Form
from reportedly.model.reading import Mention
from reportedly.model.span import Span
from reportedly.model.syntax import Sentence, Token
from reportedly.reading.persons import is_home, is_named_body
from reportedly.reading.phrases import Name, is_modifier, noun_phrase
from reportedly.reading.posts import adjective_country, split_body

ACTING = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "agent", "csubj"})
"""Dependencies in which somebody does or suffers something."""

_COMPASS = frozenset({"East", "North", "South", "West"})
_PARTNER = frozenset({"against", "between", "by", "with"})
_ARTICLED = frozenset({"ARE", "BHS", "CAF", "DOM", "GBR", "GMB", "MDV", "NLD", "PHL", "USA"})


def named_mention(text: str, sentence: Sentence, name: Name) -> Mention | None:
    """A country, metonym, bloc, body, place or work by name; None where it only qualifies a noun."""
    named = name.span.of(text)
    before_noun = is_modifier(sentence, name)
    sense = by_compass(text, sentence, name.head) if len(name.tokens) == 1 else None
    sense = sense or sense_of(sentence, name, named, before_noun=before_noun)
    if sense is not None and sense.kind is EntityKind.ORGANISATION and is_home(sentence, name):
        sense = Sense(EntityKind.PLACE, Form.NAMED, None, "a place where somebody lives or is")
    if sense is None or (sense.kind is EntityKind.ORGANISATION and _is_one_of_many(sentence, name)):
        return None
    span = name.span if before_noun else noun_phrase(sentence, name.head).joined(name.span)
    code, body = sense.country, None
    if sense.kind is EntityKind.COUNTRY and code is not None:
        span = _with_article(sentence, name, span, code)
    if sense.kind is EntityKind.ORGANISATION:
        inner, body = split_body(named)
        code = code or inner or adjective_country(sentence, name.head)
    return Mention(
        span, name.span, sense.kind, sense.form, named, "", code, None, body, sense.because
    )


def _is_one_of_many(sentence: Sentence, name: Name) -> bool:
    """Whether a word in capitals is a kind of thing: "a white SUV"."""
    dets = sentence.children_of(name.head, "det")
    return name.head.text.isupper() and any(t.lemma in ("a", "an") for t in dets)


@dataclass(frozen=True, slots=True)
class Sense:
    """What a name stands for where it stands."""

    kind: EntityKind
    form: Form
    country: str | None
    because: str


def sense_of(sentence: Sentence, name: Name, named: str, *, before_noun: bool) -> Sense | None:
    """What a name that is no person's stands for here; None where it only qualifies a noun."""
    if countries.is_bloc(named):
        return Sense(EntityKind.GROUP, Form.NAMED, None, "a bloc")
    code = countries.country_named(named)
    if code is not None:
        return Sense(EntityKind.COUNTRY, Form.NAMED, code, "a country's name")
    if countries.countries_joined(named):
        return Sense(EntityKind.GROUP, Form.NAMED, None, "countries together")
    if countries.country_of_seat(named) or countries.country_of_capital(named):
        return None if before_noun else _metonym(sentence, name, named)
    if organisation_named(named) is not None:
        return Sense(EntityKind.ORGANISATION, Form.NAMED, None, "a body's name")
    return _sense_of_label(name, named, before_noun=before_noun)


def by_compass(text: str, sentence: Sentence, token: Token) -> Sense | None:
    """A country by its direction: "the North" in a report of North Korea; "the North of the city" is none."""
    if token.text not in _COMPASS or not sentence.children_of(token, "det"):
        return None
    code = countries.country_by_compass(token.text, text)
    if code is None or any(each.lemma == "of" for each in sentence.children_of(token, "prep")):
        return None
    because = f"{countries.name_of(code)} by its direction"
    return Sense(EntityKind.COUNTRY, Form.METONYM, code, because)


def _metonym(sentence: Sentence, name: Name, named: str) -> Sense | None:
    """A capital or seat: the government where it acts, else the city; a building that does not act is nothing."""
    seat, capital = countries.country_of_seat(named), countries.country_of_capital(named)
    if _acts(sentence, name.head, seat=seat is not None):
        return Sense(
            EntityKind.COUNTRY, Form.METONYM, seat or capital, f"{named} acts here as a government"
        )
    if seat is not None:
        return None
    return Sense(EntityKind.PLACE, Form.NAMED, capital, "a city as a place")


def _sense_of_label(name: Name, named: str, *, before_noun: bool) -> Sense | None:
    """By the tagger's label, where no table knows the name."""
    if name.label == "NORP":
        is_people = name.head.tag in ("NNPS", "NNS") and not before_noun
        people = Sense(
            EntityKind.GROUP, Form.NAMED, countries.country_of_people(named), "people of a country"
        )
        return people if is_people else None
    if name.label == "ORG" or name.head.lemma in offices().bodies or is_named_body(name):
        return Sense(EntityKind.ORGANISATION, Form.NAMED, None, "a body's name")
    if name.label in ("LAW", "WORK_OF_ART"):
        return Sense(EntityKind.WORK, Form.NAMED, None, "a document or work")
    return None if before_noun else Sense(EntityKind.PLACE, Form.NAMED, None, "a place")


def _with_article(sentence: Sentence, name: Name, span: Span, code: str) -> Span:
    """Give "the US" its article, also before a noun: "the US response"."""
    first = name.tokens[0].index
    if first == 0 or code not in _ARTICLED or span.start < name.span.start:
        return span
    before = sentence.tokens[first - 1]
    return span.joined(before.span) if before.text.casefold() == "the" else span


def _acts(sentence: Sentence, token: Token, *, seat: bool) -> bool:
    """Whether a capital or seat does or suffers something here, rather than being where it is done."""
    while token.dep in ("conj", "appos"):
        token = sentence.head_of(token)
    governor = sentence.head_of(token)
    if token.dep in ("nsubj", "nsubjpass"):
        return seat or not sentence.children_of(governor, "attr")  # "Rome is a city"
    if token.dep in ("dobj", "dative"):
        return seat or governor.lemma in offices().addressing
    if token.dep == "poss":
        return governor.lemma not in offices().city_nouns
    if token.dep == "pobj":
        return _is_partner(sentence, governor) or (seat and governor.lemma in ("to", "for", "of"))
    return False


def _is_partner(sentence: Sentence, preposition: Token) -> bool:
    """Whether the preposition is one of dealing with somebody: "talks with", "a letter from", "sanctions on"."""
    head = sentence.head_of(preposition)
    if preposition.lemma == "on":
        return head.lemma in offices().aimed
    if preposition.lemma == "from":
        return head.pos == "NOUN"
    return preposition.lemma in _PARTNER or preposition.dep == "agent"
