"""Where a report names or describes somebody: persons, bodies, countries, places, groups, unnamed roles, pronouns."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reportedly.language import countries
from reportedly.language.offices import offices
from reportedly.language.organisations import organisation_named
from reportedly.model.ontology import EntityKind, Form
from reportedly.model.reading import Mention, Reading
from reportedly.model.span import Span
from reportedly.model.syntax import Sentence, Token
from reportedly.reading.phrases import Name, is_modifier, modifiers, names, noun_phrase

_PRONOUNS = frozenset(
    {"he", "she", "it", "they", "him", "her", "them", "his", "hers", "its", "their", "theirs"}
)
_ACTING = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "agent", "csubj"})
_PARTNER = frozenset({"with", "by", "between", "against", "from", "on"})
_CITY_NOUNS = frozenset(
    {"airport", "center", "centre", "court", "mayor", "metro", "outskirt", "park", "police", "resident",
     "restaurant", "square", "street", "suburb", "university"}
)  # fmt: skip
_RANKS = frozenset(
    {
        "senior",
        "top",
        "unnamed",
        "anonymous",
        "one",
        "another",
        "other",
        "several",
        "high",
        "level",
        "ranking",
    }
)
_DIRECTIONS = frozenset(
    {"east", "west", "north", "south", "eastern", "western", "northern", "southern"}
)
_LEAST = 2
_ARTICLED = frozenset({"ARE", "BHS", "CAF", "DOM", "GBR", "GMB", "MDV", "NLD", "PHL", "USA"})
_OFFICE_TAIL = frozenset({"of", "for", "in", "at", "to"})


@dataclass(frozen=True, slots=True)
class Post:
    """What stands around a name or role noun: its country, the words of the office, the body."""

    country: str | None = None
    office: str | None = None
    body: str | None = None


def find_mentions(reading: Reading) -> Reading:
    """Fill `mentions`, in text order; `entity` is filled by `link_mentions`."""
    surnames = _surnames(reading)
    found = [
        m
        for each in reading.sentences
        if each.tokens
        for m in _mentions(reading.text, each, surnames)
    ]
    unique = {(mention.span, mention.head): mention for mention in found}
    return replace(reading, mentions=tuple(sorted(unique.values(), key=lambda m: (m.span, m.head))))


def _surnames(reading: Reading) -> frozenset[str]:
    """Last words of names of persons, to right the tagger where it takes a bare surname for a body."""
    found: set[str] = set()
    for sentence in reading.sentences:
        for name in names(sentence):
            if len(name.tokens) > 1 and _is_person(sentence, name, frozenset()):
                found.add(name.tokens[-1].text)
    return frozenset(found)


def _mentions(text: str, sentence: Sentence, surnames: frozenset[str]) -> Iterator[Mention]:
    """All mentions of a sentence: names first, then nouns that no person's name has used up as its title."""
    listed = names(sentence)
    persons = [name for name in listed if _is_person(sentence, name, surnames)]
    used: set[int] = set()
    for name in persons:
        mention, titles = _person(text, sentence, name, listed)
        used.update(titles)
        used.update(token.index for token in name.tokens)
        yield mention
    for name in listed:
        if name in persons or _is_inside_title(sentence, name, used):
            continue
        mention_or_none = _named(text, sentence, name)
        used.update(t.index for t in name.tokens if t.lemma not in offices().people)
        if mention_or_none is not None:
            yield mention_or_none
    for token in sentence.tokens:
        if token.index not in used:
            yield from _described(text, sentence, token, listed)


def _is_inside_title(sentence: Sentence, name: Name, used: set[int]) -> bool:
    """ "State" in "Secretary of State"."""
    first = name.tokens[0].index
    return first in used and first > 0 and sentence.tokens[first - 1].lemma == "of"


def _is_person(sentence: Sentence, name: Name, surnames: frozenset[str]) -> bool:
    """A name tagged so, or with a role noun as its title or beside it, or a surname known from this report."""
    text = " ".join(token.text for token in name.tokens)
    if countries.country(text) or countries.country_of_capital(text) or countries.is_bloc(text):
        return False
    if name.label == "PERSON" or text in surnames:
        return True
    if name.label not in ("ORG", "GPE", "FAC", "WORK_OF_ART", "LOC", "NORP"):
        return False
    if text.isupper() or name.head.lemma in offices().bodies:
        return False
    beside = sentence.head_of(name.head) if name.head.dep == "appos" else None
    titles = [
        t for t in sentence.children_of(name.head, "compound", "nmod") if t not in name.tokens
    ]
    roles = [t for t in (*titles, beside) if t is not None and t.lemma in offices().people]
    return bool(roles) and all(t.tag in ("NNP", "NN") for t in roles)


def _person(
    text: str, sentence: Sentence, name: Name, listed: tuple[Name, ...]
) -> tuple[Mention, set[int]]:
    """A named person with title or apposition, and the indexes of the words that belong to the title."""
    head = name.tokens[-1]
    role = _role_beside(sentence, name)
    span = noun_phrase(sentence, name.head).joined(name.span)
    words = [t for t in modifiers(sentence, name.head) if t not in name.tokens]
    if role is not None and role.index < head.index:
        span = noun_phrase(sentence, role).joined(span)
        words = [*modifiers(sentence, role), role]
    elif role is not None:
        words = [*modifiers(sentence, role), role]
    if name.head.dep in ("compound", "nmod") and role is None:
        span = name.span
        words = []
    post = _post(text, sentence, words, listed)
    tail = _tail_country(text, sentence, name.head)
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


def _follows_of(sentence: Sentence, token: Token) -> bool:
    return token.index > 0 and sentence.tokens[token.index - 1].lemma == "of"


def _name_span(name: Name) -> Span:
    """The name without titles that the tagger took in ("President Putin")."""
    tokens = list(name.tokens)
    while len(tokens) > 1 and (tokens[0].lemma.rstrip(".") in offices().titles | offices().people):
        tokens = tokens[1:]
    return Span(tokens[0].span.start, tokens[-1].span.end)


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


def _tail_country(text: str, sentence: Sentence, head: Token) -> tuple[Span, str] | None:
    """A country behind the name: "Zbigniew Rau of Poland"."""
    for child in sentence.children_of(head, "prep"):
        if child.lemma == "of":
            for place in sentence.children_of(child, "pobj"):
                code = countries.country_named(place.text)
                if code is not None:
                    return Span(child.span.start, place.span.end), code
    return None


def _post(text: str, sentence: Sentence, words: list[Token], listed: tuple[Name, ...]) -> Post:
    """Country, office and body from the words of a title or role phrase."""
    chosen = {token.index for token in words}
    code: str | None = None
    body: str | None = None
    rest = set(chosen)
    several = False
    for name in listed:
        indexes = {token.index for token in name.tokens}
        if not indexes <= chosen or name.label == "PERSON":
            continue
        named = name.span.of(text)
        country = countries.country(named) or countries.country_of_capital(named)
        rest -= indexes if country or name.head.lemma not in offices().people else set()
        if _is_joined(sentence, name.tokens[-1]):
            continue
        several = several or (country is not None and code not in (None, country))
        code = code or country
        if country is None or countries.country_of_seat(named):
            inner_code, inner_body = split_body(named)
            code = code or inner_code
            body = body if body and not inner_body else (inner_body or named)
    rest -= {t.index for t in words if _is_joined(sentence, t) or t.text in "-–"}
    kept = [t for t in words if t.index in rest and t.pos in ("NOUN", "PROPN", "ADJ", "ADP")]
    office = " ".join(
        t.text.casefold()
        for t in kept
        if t.lemma not in _RANKS and not countries.country_of_people(t.text)
    )
    return Post(None if several else code, office or None, body)


def split_body(named: str) -> tuple[str | None, str]:
    """A body's own name apart from the country or seat before it.

    >>> split_body("White House National Security Council")
    ('USA', 'National Security Council')
    """
    words = named.removeprefix("The ").removeprefix("the ").split()
    if len(words) > _LEAST and words[-2] == "in" and countries.country_of_capital(words[-1]):
        return countries.country_of_capital(words[-1]), " ".join(words[:-2])
    for size in (3, 2, 1):
        first, rest = " ".join(words[:size]), " ".join(words[size:])
        code = countries.country(first)
        if code is not None and rest:
            return code, rest
    return countries.country_of_seat(named), " ".join(words)


def _named(text: str, sentence: Sentence, name: Name) -> Mention | None:
    """A country, metonym, bloc, body, place or work by name; None where it only qualifies a noun."""
    named = name.span.of(text)
    before_noun = is_modifier(sentence, name)
    span = name.span if before_noun else noun_phrase(sentence, name.head).joined(name.span)
    kind, form, code, because = _kind_of(sentence, name, named, before_noun=before_noun)
    if kind is None:
        return None
    if code is not None and kind is EntityKind.COUNTRY:
        span = _with_article(sentence, name, span, code)
    body = None
    if kind is EntityKind.ORGANISATION:
        inner, body = split_body(named)
        code = code or inner or _adjective_country(sentence, name.head)
    return Mention(span, name.span, kind, form, named, "", code, None, body, because)


def _with_article(sentence: Sentence, name: Name, span: Span, code: str) -> Span:
    """ "The US" with its article, also before a noun: "the US response"."""
    first = name.tokens[0].index
    if first == 0 or code not in _ARTICLED or span.start < name.span.start:
        return span
    before = sentence.tokens[first - 1]
    return span.joined(before.span) if before.text.casefold() == "the" else span


def _adjective_country(sentence: Sentence, head: Token) -> str | None:
    """The country of a nationality or possessor before a noun."""
    found = {
        code
        for token in modifiers(sentence, head)
        if not _is_joined(sentence, token) and (code := countries.country(token.text)) is not None
    }
    return found.pop() if len(found) == 1 else None


def _is_joined(sentence: Sentence, token: Token) -> bool:
    """ "Russia" in "Russia-backed", "Moscow" in "pro-Moscow": not whose, but by whom or for whom."""
    around = sentence.tokens[max(0, token.index - 1) : token.index + 2]
    return any(each.text in "-–" for each in around)


def _kind_of(
    sentence: Sentence, name: Name, named: str, *, before_noun: bool
) -> tuple[EntityKind | None, Form, str | None, str]:
    """What a name that is no person's stands for here."""
    last = name.tokens[-1].text
    if countries.is_bloc(named):
        return EntityKind.GROUP, Form.NAMED, None, "a bloc"
    code = countries.country_named(named) or (
        countries.country_named(last) if name.label == "GPE" else None
    )
    if code is not None:
        return EntityKind.COUNTRY, Form.NAMED, code, "a country's name"
    code = countries.country_of_seat(named)
    if code is not None:
        if before_noun or not _acts(sentence, name.head, seat=True):
            return None, Form.METONYM, code, ""
        return EntityKind.COUNTRY, Form.METONYM, code, f"{named} stands for the government"
    code = countries.country_of_capital(named)
    if code is not None:
        if before_noun:
            return None, Form.NAMED, code, ""
        if _acts(sentence, name.head, seat=False):
            return EntityKind.COUNTRY, Form.METONYM, code, f"{named} acts here as a government"
        return EntityKind.PLACE, Form.NAMED, code, "a city as a place"
    if before_noun and organisation_named(named) is None and name.label in ("GPE", "LOC", "FAC"):
        return None, Form.NAMED, None, "only qualifies a noun"
    if name.label == "NORP":
        people = countries.country_of_people(named)
        plural = name.head.tag in ("NNPS", "NNS") and not before_noun
        return (EntityKind.GROUP if plural else None), Form.NAMED, people, "people of a country"
    if organisation_named(named) is not None:
        return EntityKind.ORGANISATION, Form.NAMED, None, "a body's name"
    kinds = {"ORG": EntityKind.ORGANISATION, "LAW": EntityKind.WORK, "WORK_OF_ART": EntityKind.WORK}
    place = EntityKind.ORGANISATION if name.head.lemma in offices().bodies else EntityKind.PLACE
    return kinds.get(name.label, place), Form.NAMED, None, "a name"


def _acts(sentence: Sentence, token: Token, *, seat: bool) -> bool:
    """Whether a capital or seat does or suffers something here, rather than being where it is done."""
    while token.dep in ("conj", "appos"):
        token = sentence.head_of(token)
    if token.dep in _ACTING:
        return True
    governor = sentence.head_of(token)
    if token.dep == "poss":
        return governor.lemma not in _CITY_NOUNS
    if token.dep == "pobj":
        return (
            governor.lemma in _PARTNER
            or governor.dep == "agent"
            or (seat and governor.lemma in ("to", "for", "of"))
        )
    return False


def _described(
    text: str, sentence: Sentence, token: Token, listed: tuple[Name, ...]
) -> Iterator[Mention]:
    """A mention without a name: pronoun, role, group, body, country or part of one."""
    if token.tag in ("PRP", "PRP$"):
        if token.text.casefold() in _PRONOUNS and not _is_empty_it(sentence, token):
            kind = (
                EntityKind.PERSON
                if token.lemma in ("he", "she", "his", "her", "him")
                else EntityKind.GROUP
            )
            yield Mention(
                token.span, token.span, kind, Form.PRONOUN, token.text, "", because="a pronoun"
            )
        return
    if token.pos not in ("NOUN", "PROPN") or token.dep in (
        "compound",
        "nmod",
        "amod",
        "attr",
        "oprd",
        "npadvmod",
    ):
        return
    noun_kind = _kind_of_noun(sentence, token)
    if noun_kind is not None:
        yield _nominal(text, sentence, token, noun_kind, listed)


def _is_empty_it(sentence: Sentence, token: Token) -> bool:
    """ "It is crucial that", "it's you who": no referent."""
    if token.text.casefold() != "it" or token.dep not in ("nsubj", "nsubjpass", "expl"):
        return token.dep == "expl"
    verb = sentence.head_of(token)
    clause = [
        c
        for c in sentence.children_of(verb)
        if c.dep in ("ccomp", "advcl", "csubj", "xcomp") and c.index > verb.index
    ]
    return verb.lemma in ("be", "'s", "’s", "seem", "appear") and bool(
        clause or sentence.children_of(verb, "attr")
    )


def _kind_of_noun(sentence: Sentence, token: Token) -> EntityKind | None:
    """What a common noun stands for, by the word lists; None where it is no actor or place."""
    words = offices()
    plural = token.tag in ("NNS", "NNPS")
    if plural and not _is_told_apart(sentence, token):
        return None
    if plural and token.lemma == "force" and _has(sentence, token, "armed"):
        return EntityKind.ORGANISATION
    if token.lemma in words.governments and _is_definite(sentence, token):
        return EntityKind.COUNTRY
    if token.lemma in words.people:
        return EntityKind.GROUP if plural else EntityKind.ROLE
    if token.lemma in words.groups and (
        plural or token.lemma in ("police", "rebellion", "side", "leadership")
    ):
        return EntityKind.GROUP
    if token.lemma in words.countries and not plural and (_is_definite(sentence, token)):
        return EntityKind.COUNTRY
    if token.lemma in words.parts and _is_part(sentence, token):
        return EntityKind.PLACE
    if token.lemma in words.bodies and not plural and _is_known_body(sentence, token):
        return EntityKind.ORGANISATION
    return None


def _has(sentence: Sentence, token: Token, word: str) -> bool:
    return any(each.lemma == word or each.text == word for each in modifiers(sentence, token))


def _is_told_apart(sentence: Sentence, token: Token) -> bool:
    """Whether a plural is more than a bare "troops": it has a modifier, or it acts."""
    return bool(modifiers(sentence, token)) or token.dep in _ACTING - {"dobj", "dative"}


def _is_known_body(sentence: Sentence, token: Token) -> bool:
    """Whether "the council" or "Ukraine's army" rather than any council, or "the ball is in their court"."""
    if any(child.tag == "PRP$" for child in sentence.children_of(token, "poss")):
        return token.lemma in ("army", "government", "military", "parliament", "party")
    as_phrase = token.dep == "pobj" and sentence.head_of(token).lemma == "as"
    return (
        _is_definite(sentence, token)
        or as_phrase
        or _adjective_country(sentence, token) is not None
    )


def _is_definite(sentence: Sentence, token: Token) -> bool:
    """Whether it is "the", "this", "its" or somebody's."""
    left = sentence.children_of(token, "det", "poss")
    return any(t.dep == "poss" or t.lemma in ("the", "this", "that") for t in left)


def _is_part(sentence: Sentence, token: Token) -> bool:
    """Whether this is a part of a country: "the country's east", "the eastern part of the country"."""
    words = {t.text.casefold() for t in (*modifiers(sentence, token), token)}
    return bool(words & _DIRECTIONS) and (
        _of_object(sentence, token) is not None or bool(sentence.children_of(token, "poss"))
    )


def _with_participle(sentence: Sentence, token: Token, span: Span, kind: EntityKind) -> Span:
    """ "The organization founded in 1975" with its participle: it says which one."""
    if kind is EntityKind.ORGANISATION and _is_definite(sentence, token):
        for child in sentence.children_of(token, "acl"):
            if child.index == token.index + 1 and child.tag == "VBN":
                return span.joined(sentence.subtree_span(child))
    return span


def _of_object(sentence: Sentence, token: Token) -> Token | None:
    for child in sentence.children_of(token, "prep"):
        if child.lemma in _OFFICE_TAIL and child.index == token.index + 1:
            for found in sentence.children_of(child, "pobj"):
                return found
    return None


def _nominal(
    text: str, sentence: Sentence, token: Token, kind: EntityKind, listed: tuple[Name, ...]
) -> Mention:
    """A described entity with its country, office and body."""
    span = noun_phrase(sentence, token)
    words = [*modifiers(sentence, token), token]
    post = _post(text, sentence, words, listed)
    tail = _of_object(sentence, token)
    country = post.country or _adjective_country(sentence, token)
    span = _with_participle(sentence, token, span, kind)
    office, body = post.office, post.body
    if tail is not None and kind in (EntityKind.ROLE, EntityKind.GROUP, EntityKind.PLACE):
        span = span.joined(noun_phrase(sentence, tail))
        named = noun_phrase(sentence, tail).of(text)
        if tail.tag in ("NN", "NNS") and tail.lemma in ("state", "staff", "government", "mission"):
            office = f"{office or token.lemma} of {tail.lemma}"
        elif kind is EntityKind.ROLE or kind is EntityKind.GROUP:
            inner, inner_body = split_body(named)
            country = (
                country
                or inner
                or countries.country(named)
                or countries.country_of_capital(tail.text)
            )
            if (countries.country(named) is None and country is None) or (
                inner_body and countries.country(named) is None
            ):
                body = body or inner_body
    if kind not in (EntityKind.ROLE, EntityKind.GROUP):
        office = None
        body = span.of(text) if kind is EntityKind.ORGANISATION else body
    return Mention(
        span,
        token.span,
        kind,
        Form.NOMINAL,
        span.of(text),
        "",
        country,
        office,
        body,
        "a description",
    )
