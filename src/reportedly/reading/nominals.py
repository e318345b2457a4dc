"""Mentions without a name: unnamed roles, groups, bodies, "the country", parts of countries, pronouns."""

from dataclasses import replace

from reportedly.language import countries
from reportedly.language.offices import offices
from reportedly.model.ontology import EntityKind, Form
from reportedly.model.reading import Mention
from reportedly.model.span import Span
from reportedly.model.syntax import Sentence, Token
from reportedly.reading.named import ACTING, by_compass
from reportedly.reading.phrases import Name, modifiers, noun_phrase
from reportedly.reading.posts import Post, adjective_country, read_post, split_body

_PERSONAL = frozenset({"he", "him", "his", "she", "her", "hers"})
_OURS = frozenset({"my", "our", "their", "your"})
_PRONOUNS = _PERSONAL | {"it", "its", "they", "them", "their", "theirs"}
_NO_PHRASE = frozenset({"amod", "attr", "compound", "nmod", "npadvmod", "oprd"})
_COLLECTIVE = frozenset({"leadership", "police", "rebellion", "side"})
_OFFICE_TAIL = frozenset({"of", "for", "in", "at", "to"})
_TAIL_OF_OFFICE = frozenset({"government", "mission", "staff", "state"})
_SEVERAL = frozenset({"both", "many", "several", "some"})
_DIRECTIONS = frozenset(
    {"east", "eastern", "north", "northern", "south", "southern", "west", "western"}
)


def described(
    text: str, sentence: Sentence, token: Token, listed: tuple[Name, ...]
) -> Mention | None:
    """A mention without a name: pronoun, role, group, body, country or part of one."""
    if token.tag in ("PRP", "PRP$"):
        return _pronoun(sentence, token)
    if token.pos not in ("NOUN", "PROPN") or token.dep in _NO_PHRASE:
        return None
    if token.dep == "poss" and sentence.head_of(token).lemma == "office":
        return None  # "the prosecutor's office" is a body; no prosecutor is spoken of
    compass = by_compass(text, sentence, token)
    if compass is not None:
        span = noun_phrase(sentence, token)
        return Mention(
            span, token.span, compass.kind, compass.form, token.text, "",
            compass.country, because=compass.because,
        )  # fmt: skip
    if any(each.tag == "WP$" for each in sentence.children_of(token, "poss")):
        return None  # "whose owners": known only by whose they are
    kind = None if _is_part_of_body(sentence, token) else _kind_of_noun(sentence, token)
    return _nominal(text, sentence, token, kind, listed) if kind is not None else None


def _is_part_of_body(sentence: Sentence, token: Token) -> bool:
    """Whether a head is no chief: "shot in the head", "whatever comes into his head"."""
    owners = {each.text.casefold() for each in sentence.children_of(token, "poss")}
    of = [each for each in sentence.children_of(token, "prep") if each.lemma == "of"]
    return token.lemma == "head" and not of and bool(owners & _PERSONAL | owners & _OURS)


def _pronoun(sentence: Sentence, token: Token) -> Mention | None:
    """He, she, it and they, where they refer to something."""
    word = token.text.casefold()
    if word not in _PRONOUNS or _is_empty_it(sentence, token):
        return None
    kind = EntityKind.PERSON if word in _PERSONAL else EntityKind.GROUP
    return Mention(token.span, token.span, kind, Form.PRONOUN, token.text, "", because="a pronoun")


def _is_empty_it(sentence: Sentence, token: Token) -> bool:
    """Whether it refers to nothing: "it is crucial that", "it's you who"."""
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
    if token.tag in ("NNS", "NNPS"):
        return _kind_of_plural(sentence, token)
    words = offices()
    definite = is_definite(sentence, token)
    rules = (
        (EntityKind.COUNTRY, words.governments | words.countries, definite),
        (EntityKind.ROLE, words.people, True),
        (EntityKind.GROUP, words.groups & _COLLECTIVE, True),
        (EntityKind.PLACE, words.parts, _is_part(sentence, token)),
        (EntityKind.ORGANISATION, words.bodies, _is_known_body(sentence, token)),
    )
    return next((kind for kind, nouns, fits in rules if fits and token.lemma in nouns), None)


def _kind_of_plural(sentence: Sentence, token: Token) -> EntityKind | None:
    """Several people, where they are more than a bare "troops"; "the armed forces" are a body."""
    words = offices()
    if not _is_told_apart(sentence, token):
        return None
    if token.lemma == "force" and _has(sentence, token, "armed"):
        return EntityKind.ORGANISATION
    if token.lemma in words.countries and not _counted(sentence, token):
        return None
    several = words.people | words.groups | words.countries
    return EntityKind.GROUP if token.lemma in several else None


def _counted(sentence: Sentence, token: Token) -> bool:
    """Whether countries are told apart by number or kind: "several European countries", not "these countries"."""
    return any(
        t.pos == "NUM" or t.lemma in _SEVERAL or (t.pos == "ADJ" and t.text[0].isupper())
        for t in modifiers(sentence, token)
    )


def _has(sentence: Sentence, token: Token, word: str) -> bool:
    return any(word in (each.lemma, each.text) for each in modifiers(sentence, token))


def _is_told_apart(sentence: Sentence, token: Token) -> bool:
    """Whether a plural is more than a bare "troops": it has a modifier, or it acts, or it is of somebody."""
    acts = token.dep in ACTING - {"dobj", "dative"}
    owner = _of_object(sentence, token)
    return bool(modifiers(sentence, token)) or acts or (owner is not None and owner.pos == "PROPN")


def _is_known_body(sentence: Sentence, token: Token) -> bool:
    """Whether "the council" or "Ukraine's army" rather than any council, or "the ball is in their court"."""
    if any(child.tag == "PRP$" for child in sentence.children_of(token, "poss")):
        return token.lemma in ("army", "government", "military", "parliament", "party")
    as_phrase = token.dep == "pobj" and sentence.head_of(token).lemma == "as"
    return (
        is_definite(sentence, token) or as_phrase or adjective_country(sentence, token) is not None
    )


def is_definite(sentence: Sentence, token: Token) -> bool:
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
    """Give "the organization founded in 1975" its participle, which says which one."""
    if kind is EntityKind.ORGANISATION and is_definite(sentence, token):
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
    post = read_post(text, sentence, words, listed)
    post = replace(post, country=post.country or adjective_country(sentence, token))
    span = _with_participle(sentence, token, span, kind)
    tail = _of_object(sentence, token)
    if tail is not None and kind in (EntityKind.ROLE, EntityKind.GROUP, EntityKind.PLACE):
        partners = _partners(sentence, tail) if kind is not EntityKind.PLACE else ()
        for each in (tail, *partners, *_further(sentence, tail)):
            span = span.joined(noun_phrase(sentence, each))
        if kind is not EntityKind.PLACE:
            post = _post_of_tail(text, sentence, (tail, *partners), post, token)
    if kind not in (EntityKind.ROLE, EntityKind.GROUP):
        body = span.of(text) if kind is EntityKind.ORGANISATION else post.body
        post = replace(post, office=None, body=body)
    return Mention(
        span, token.span, kind, Form.NOMINAL, span.of(text), "",
        post.country, post.office, post.body, "a description",
    )  # fmt: skip


def _further(sentence: Sentence, tail: Token) -> tuple[Token, ...]:
    """What goes on behind the tail: "secretary of the Department of [Defence]", "aide of the secretary of [state]"."""
    behind = _of_object(sentence, tail)
    named = behind is not None and behind.tag in ("NNP", "NNPS") and tail.tag in ("NNP", "NNPS")
    office = behind is not None and behind.lemma in _TAIL_OF_OFFICE
    return (behind,) if behind is not None and (named or office) else ()


def _partners(sentence: Sentence, tail: Token) -> tuple[Token, ...]:
    """The other countries of "the foreign ministers of Kenya and Somalia"."""
    if countries.country_named(tail.text) is None:
        return ()
    return tuple(
        each
        for each in sentence.subtree(tail)
        if each.dep == "conj" and each.tag == "NNP" and countries.country_named(each.text)
    )


def _post_of_tail(
    text: str, sentence: Sentence, tails: tuple[Token, ...], post: Post, token: Token
) -> Post:
    """What "of ..." behind a role adds: whose, of which body, or no country where it is of several."""
    tail = tails[0]
    if len(tails) > 1:
        return replace(post, country=None)
    named = noun_phrase(sentence, tail).of(text)
    if tail.tag in ("NN", "NNS") and tail.lemma in _TAIL_OF_OFFICE:
        return replace(post, office=f"{post.office or token.lemma} of {tail.lemma}")
    inner, inner_body = split_body(named)
    of_country = countries.country(named)
    code = post.country or inner or of_country or countries.country_of_capital(tail.text)
    if of_country is None and (code is None or inner_body):
        return replace(post, country=code, body=post.body or inner_body)
    return replace(post, country=code)
