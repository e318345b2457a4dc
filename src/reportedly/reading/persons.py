"""Persons by name, with the titles and appositions that say who they are."""

from dataclasses import replace

from reportedly.language import countries
from reportedly.language.names import gender_of_name, is_place_too
from reportedly.language.offices import offices
from reportedly.model.ontology import EntityKind, Form
from reportedly.model.reading import Mention
from reportedly.model.span import Span
from reportedly.model.syntax import Sentence, Token
from reportedly.reading.phrases import Name, modifiers, noun_phrase
from reportedly.reading.posts import read_post

_OF = frozenset({"at", "for", "of"})
_TITLES = frozenset({"NN", "NNP"})
_WORDS = 4
"""Words of a name in full."""


def has_title(sentence: Sentence, name: Name) -> bool:
    """Whether a role noun stands before it: "President Holt"."""
    titles = sentence.children_of(name.head, "compound", "nmod")
    return any(t.lemma in offices().people and t.index < name.tokens[0].index for t in titles)


def is_person(sentence: Sentence, name: Name, surnames: frozenset[str]) -> bool:
    """A name tagged so, or with a role noun as its title or beside it, or a surname known from this report."""
    text = " ".join(token.text for token in name.tokens)
    if countries.country(text) or countries.country_of_capital(text) or countries.is_bloc(text):
        return False
    is_network = text.casefold() in offices().networks
    if is_network or (text not in surnames and (is_named_body(name) or is_home(sentence, name))):
        return False
    if name.label == "PERSON" or text in surnames or _begins_as_person(name):
        return True
    if name.label not in ("ORG", "GPE", "FAC", "WORK_OF_ART", "LOC", "NORP"):
        return False
    if text.isupper() or name.head.lemma in offices().bodies:
        return False
    beside = sentence.head_of(name.head) if name.head.dep == "appos" else None
    titles = [
        t for t in sentence.children_of(name.head, "compound", "nmod") if t not in name.tokens
    ]
    appositions = sentence.children_of(name.head, "appos")
    inside = name.tokens[:1] if name.label != "ORG" and len(name.tokens) > 1 else ()
    known = (*titles, *appositions, *inside, *((beside,) if beside else ()))
    roles = [t for t in known if t.lemma in offices().people]
    return bool(roles) and all(t.tag in ("NNP", "NN") for t in roles)


def person(
    text: str, sentence: Sentence, name: Name, listed: tuple[Name, ...]
) -> tuple[Mention, set[int]]:
    """A named person with title or apposition, and the indexes of the words that belong to the title."""
    name = _with_surname(sentence, name)
    span, words = _titled(sentence, name, listed)
    post = read_post(text, sentence, words, listed)
    tail = _tail_country(sentence, name.head)
    if tail is not None:
        span = span.joined(tail[0])
        post = replace(post, country=post.country or tail[1])
    if post.office is None and post.body is None and not words:
        span = name.span if tail is None else span
    titles = {
        t.index
        for t in words
        if t.lemma in offices().people or t.tag != "NNP" or _follows_of(sentence, t)
    }
    mention = Mention(
        span, _name_span(name), EntityKind.PERSON, Form.NAMED, _name_span(name).of(text), "",
        post.country, post.office, post.body, "a person's name",
    )  # fmt: skip
    return mention, titles


def _with_surname(sentence: Sentence, name: Name) -> Name:
    """A name that the tagger took for a mere "Jr." with the names before it."""
    first = name.tokens[0].index
    while first and name.tokens[0].text.rstrip(".") in ("Jr", "Sr"):
        before = sentence.tokens[first - 1]
        if before.tag != "NNP":
            break
        name, first = replace(name, tokens=(before, *name.tokens)), first - 1
    return name


def is_named_body(name: Name) -> bool:
    """Whether its last word says that it is a body: "Harbour Tribune", "Oslo Police", "Larkfield Homes"."""
    last = name.tokens[-1].text.casefold().rstrip(".")
    words = offices()
    return len(name.tokens) > 1 and last in words.outlets | words.bodies | words.firm_names


def is_home(sentence: Sentence, name: Name) -> bool:
    """Whether one word is told as a place: "Ann Lund, 16, of Avonmore", "a house in Ivanhoe", "the village of Lund"."""
    if len(name.tokens) > 1 or name.head.dep != "pobj" or name.head.text.isupper():
        return False
    of = sentence.head_of(name.head)
    if locality_named(sentence, sentence.head_of(of)) == name.head:
        return True
    before = sentence.tokens[max(0, name.head.index - 4) : name.head.index]
    words = [token.text for token in before]
    if words[-2:] == [",", "of"]:
        return len(before) > 2 and before[-3].pos == "NUM"  # noqa: PLR2004 - an age before the comma
    return words[-1:] in (["in"], ["near"], ["outside"]) and name.label in ("ORG", "PERSON")


def locality_named(sentence: Sentence, token: Token) -> Token | None:
    """The name of "the village of Lund", where `token` is "village"."""
    if token.lemma not in offices().localities:
        return None
    for of in sentence.children_of(token, "prep"):
        if of.lemma == "of" and of.index == token.index + 1:
            return next((t for t in sentence.children_of(of, "pobj") if t.pos == "PROPN"), None)
    return None


def _titled(sentence: Sentence, name: Name, listed: tuple[Name, ...]) -> tuple[Span, list[Token]]:
    """The phrase from title to name, and the words of the title or apposition."""
    span = noun_phrase(sentence, name.head).joined(name.span)
    words = [t for t in modifiers(sentence, name.head) if t not in name.tokens]
    if (title := _title_of(sentence, name, listed)) is not None:
        return _from_title(sentence, name, title)
    role = _role_beside(sentence, name)
    if role is not None:
        before = role.index < name.tokens[-1].index
        whole = noun_phrase(sentence, role).joined(span) if before else span
        return whole, [*modifiers(sentence, role), role]
    if not words and (title := _title_before(sentence, name)) is not None:
        return _from_title(sentence, name, title)
    if (title := _cut_title(sentence, name)) is not None:
        span, words = _from_title(sentence, name, title)
    return (name.span, []) if name.head.dep in ("compound", "nmod") else (span, words)


def _from_title(sentence: Sentence, name: Name, title: Token) -> tuple[Span, list[Token]]:
    """From the phrase of the title on, all words up to the name."""
    between = sentence.tokens[title.index : name.tokens[0].index]
    return noun_phrase(sentence, title).joined(name.span), [*modifiers(sentence, title), *between]


def _begins_as_person(name: Name) -> bool:
    """Whether two or three words begin with a given name: the tagger takes some for a book or a town."""
    words = [token for token in name.tokens if token.text.isalpha()]
    if len(words) == 1 and name.label == "ORG" and not words[0].text.isupper():  # "Bernie said"
        return gender_of_name(words[0].text) is not None and not is_place_too(words[0].text)
    is_short = 1 < len(words) <= _WORDS and name.head.lemma not in offices().bodies
    return is_short and gender_of_name(name.tokens[0].text) is not None


def _follows_of(sentence: Sentence, token: Token) -> bool:
    return token.index > 0 and sentence.tokens[token.index - 1].lemma == "of"


def _name_span(name: Name) -> Span:
    """The name without titles that the tagger took in ("President Putin")."""
    tokens = list(name.tokens)
    while len(tokens) > 1 and (tokens[0].lemma.rstrip(".") in offices().titles | offices().people):
        tokens = tokens[1:]
    return Span(tokens[0].span.start, tokens[-1].span.end)


def _cut_title(sentence: Sentence, name: Name) -> Token | None:
    """The "Secretary" of "Secretary of State Ann Lund" where the parser took "State Ann Lund" together."""
    first = min((t.index for t in modifiers(sentence, name.head)), default=name.tokens[0].index)
    if first < 2 or first == name.tokens[0].index:  # noqa: PLR2004 - room for "Secretary of"
        return None
    of, title = sentence.tokens[first - 1], sentence.tokens[first - 2]
    is_title = of.lemma == "of" and title.tag == "NNP" and title.lemma in offices().people
    return title if is_title else None


def _title_of(sentence: Sentence, name: Name, listed: tuple[Name, ...]) -> Token | None:
    """The role noun of "the foreign minister of North Korea Kim Kye Gwan": a place or body between it and the name."""
    first = name.tokens[0].index
    between = next((n for n in listed if n.tokens[-1].index == first - 1), None)
    if between is None or between.tokens[0].index == 0:
        return None
    of = sentence.tokens[between.tokens[0].index - 1]
    if of.tag == "DT" and of.index > 0:
        of = sentence.tokens[of.index - 1]
    title = sentence.tokens[of.index - 1] if of.lemma in _OF and of.index > 0 else of
    return title if title is not of and title.lemma in offices().people else None


def _title_before(sentence: Sentence, name: Name) -> Token | None:
    """The role noun that stands right before the name, wherever the parser hung it."""
    first = name.tokens[0].index
    before = sentence.tokens[first - 1] if first else None
    is_title = before is not None and before.lemma in offices().people and before.tag in _TITLES
    return before if is_title else None


def _role_beside(sentence: Sentence, name: Name) -> Token | None:
    """A role noun in apposition: "Russia's deputy envoy, Dmitry Polyanskiy", "Rau, the foreign minister"."""
    people = offices().people
    if name.head.dep == "appos":
        governor = sentence.head_of(name.head)
        if governor.lemma in people and governor.tag in ("NN", "NNP"):
            return governor
    for child in sentence.children_of(name.head, "appos"):
        if child.lemma in people:
            return child
    return None


def _tail_country(sentence: Sentence, head: Token) -> tuple[Span, str] | None:
    """A country behind the name: "Zbigniew Rau of Poland"."""
    for child in sentence.children_of(head, "prep"):
        if child.lemma == "of":
            for place in sentence.children_of(child, "pobj"):
                code = countries.country_named(place.text)
                if code is not None:
                    return Span(child.span.start, place.span.end), code
    return None


def is_inside_title(sentence: Sentence, name: Name, used: set[int]) -> bool:
    """Whether it is used up by a title: "State" in "Secretary of State"."""
    first = name.tokens[0].index
    return first in used and first > 0 and sentence.tokens[first - 1].lemma == "of"
