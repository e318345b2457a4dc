"""Noun phrases and names in a parsed sentence."""

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.language.closing import SAYING
from reportedly.language.countries import country, country_of_capital, is_bloc
from reportedly.language.frequency import RARE, share_of_reports
from reportedly.language.names import gender_of_name, is_place_too, may_stand_first
from reportedly.language.offices import offices
from reportedly.model.report import Role
from reportedly.model.span import Span
from reportedly.model.syntax import Sentence, Token

_LEFT = frozenset(
    {
        "amod",
        "compound",
        "det",
        "nmod",
        "npadvmod",
        "nummod",
        "poss",
        "predet",
        "quantmod",
    }
)
_NAMES = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "LAW", "WORK_OF_ART"})
_TAIL = frozenset({"in", "for", "of", "on", "and"})
_MODIFIER = frozenset({"amod", "compound", "nmod", "npadvmod"})
_SPEAKING = SAYING | {
    "accuse",
    "demand",
    "deny",
    "promise",
    "refuse",
    "reject",
    "threaten",
    "urge",
    "vow",
}
_OF_THINGS = frozenset({"it", "its", "itself"})
_SYLLABLE = 6  # letters of "chol", "hyung"


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a sentence: its tokens, its spaCy label and the token that heads it."""

    tokens: tuple[Token, ...]
    label: str
    head: Token

    @property
    def span(self) -> Span:
        """From its first to its last character."""
        return Span(self.tokens[0].span.start, self.tokens[-1].span.end)


def noun_phrase(sentence: Sentence, head: Token) -> Span:
    """The phrase from its first modifier to `head`, with no relative clause, apposition or preposition."""
    first = head
    for child in reversed(sentence.children_of(head)):
        if child.index > head.index:
            continue
        if child.dep not in _LEFT and not _is_inner_mark(sentence, child, head):
            break
        first = min((first, *sentence.subtree(child)), key=lambda token: token.index)
    if first.text in '“"‘(' and first.index < head.index:
        first = sentence.tokens[first.index + 1]
    return Span(first.span.start, head.span.end)


def _is_inner_mark(sentence: Sentence, token: Token, head: Token) -> bool:
    """Whether a quotation mark or hyphen stands between modifiers of the head."""
    between = sentence.tokens[token.index + 1 : head.index]
    return token.dep == "punct" and token.text in "-–" and bool(between)


def modifiers(sentence: Sentence, head: Token) -> tuple[Token, ...]:
    """The tokens of the phrase left of its head."""
    span = noun_phrase(sentence, head)
    return tuple(t for t in sentence.tokens[: head.index] if t.span.start >= span.start)


def names(sentence: Sentence, known: frozenset[str] = frozenset()) -> tuple[Name, ...]:
    """The names that the tagger found, trimmed of articles and role nouns, completed where it cut them.

    `known` are surnames of the report, found also where the tagger passed them over.
    """
    found: list[Name] = []
    taken = -1
    for run in sorted(
        (*_runs(sentence), *_untagged(sentence, known)), key=lambda run: run[0].index
    ):
        tokens = _completed(sentence, _known_part(sentence, _trimmed(run), known))
        if not any(t.text[0].isupper() for t in tokens) or tokens[0].index <= taken:
            continue
        taken = tokens[-1].index
        label = run[0].entity or _label(sentence, run)
        found.append(Name(tuple(tokens), label, head_token(tokens)))
    return tuple(found)


def _label(sentence: Sentence, run: list[Token]) -> str:
    """What a run without a label most likely is; who speaks and is not called "it" is a person."""
    if run[-1].text.rstrip(".").casefold() in offices().roads:
        return "FAC"
    is_full = len(run) > 1 and gender_of_name(run[0].text) is not None
    speaks = _speaks(sentence, run[0])
    return "PERSON" if is_full or (speaks and not _is_thing(sentence, run[-1])) else "ORG"


def _is_thing(sentence: Sentence, token: Token) -> bool:
    """Whether "it" or "its" follows with no other body between: "Boeing said it would go"."""
    for each in sentence.tokens[token.index + 1 :]:
        if each.lemma in _OF_THINGS:
            return True
        if each.lemma in offices().bodies or each.entity in ("GPE", "ORG"):
            return False
    return False


def _untagged(sentence: Sentence, known: frozenset[str]) -> Iterator[list[Token]]:
    """Names that the tagger passed over: surnames of this report, places and seats of the tables, acronyms."""
    position = 0
    while position < len(sentence.tokens):
        run = _listed_name(sentence, position) or _lone_name(
            sentence, sentence.tokens[position], known
        )
        if run:
            yield run
        position += len(run) or 1


def _listed_name(sentence: Sentence, position: int) -> list[Token]:
    """The longest name of a country, capital, seat or bloc that begins here, all of it untagged."""
    for size in (3, 2, 1):
        run = list(sentence.tokens[position : position + size])
        if len(run) < size or any(t.tag not in ("NNP", "NNPS") or t.entity for t in run):
            continue
        words = " ".join(token.text for token in run)
        around = sentence.tokens[max(0, position - 1) : position + size + 1]
        is_part = any(t.tag == "NNP" and t not in run and t.head in _indexes(run) for t in around)
        is_part = is_part or (sentence.head_of(run[-1]) in around and run[-1].dep in _MODIFIER)
        if not is_part and (country(words) or country_of_capital(words) or is_bloc(words)):
            return run
    return []


def _indexes(run: list[Token]) -> set[int]:
    return {token.index for token in run}


def _lone_name(sentence: Sentence, token: Token, known: frozenset[str]) -> list[Token]:
    """A surname known from this report, or an acronym ("the state-run RIA")."""
    if token.entity or not token.text[0].isupper():
        return []
    if token.text in known and token.pos in ("NOUN", "PROPN"):
        return [token]
    following = sentence.tokens[token.index + 1 : token.index + 2]
    if gender_of_name(token.text) and any(t.text in known and not t.entity for t in following):
        return [token, *following]
    if token.tag == "NNP" and sentence.role is not Role.HEADLINE:
        unseen = _unseen_name(sentence, token)
        if unseen:
            return unseen
    is_acronym = (
        token.tag == "NNP" and token.text.isupper() and token.text.isalpha() and len(token.text) > 1
    )
    if is_acronym and token.dep not in _MODIFIER and not _shouts(sentence):
        return [token]
    return [token] if _speaks(sentence, token) else []


def _speaks(sentence: Sentence, token: Token) -> bool:
    """Whether one word that no list knows is who says something: "Adeyemi denied it", in a body's own sentence."""
    verb = sentence.head_of(token)
    alone = not sentence.children_of(token, "compound", "det", "amod", "poss", "conj")
    named = token.tag == "NNP" and token.dep == "nsubj" and not token.text.isupper()
    return (
        named
        and alone
        and sentence.role is not Role.HEADLINE
        and verb.lemma in _SPEAKING
        and share_of_reports(token.text.casefold()) <= RARE
    )


def _unseen_name(sentence: Sentence, token: Token) -> list[Token]:
    """A given name with a name behind it ("Todd Akin"), or a road ("Orchard Avenue")."""
    following = [token]
    for each in sentence.tokens[token.index + 1 : token.index + 3]:
        if each.tag != "NNP" or each.entity not in ("", "CARDINAL"):
            break
        following.append(each)
    if len(following) > 1 and following[-1].text.rstrip(".").casefold() in offices().roads:
        return following
    is_given = gender_of_name(token.text) is not None and not is_place_too(token.text)
    return following[:2] if is_given and len(following) > 1 and not _shouts(sentence) else []


def _shouts(sentence: Sentence) -> bool:
    """Whether the sentence is in capitals, so that they mark nothing."""
    words = [token.text for token in sentence.tokens if token.text.isalpha()]
    return 2 * sum(word.isupper() for word in words) > len(words)


def head_token(tokens: list[Token]) -> Token:
    """The token of a stretch that is governed from outside, the first such that is a noun."""
    inside = {token.index for token in tokens}
    outer = [t for t in tokens if t.head not in inside or t.head == t.index]
    nouns = [t for t in outer if t.pos in ("PROPN", "NOUN")]
    return (nouns or outer or tokens)[0]


def _runs(sentence: Sentence) -> Iterator[list[Token]]:
    run: list[Token] = []
    for token in sentence.tokens:
        if run and (token.begins or token.entity != run[0].entity):
            yield run
            run = []
        if token.entity in _NAMES:
            run.append(token)
    if run:
        yield run


def _trimmed(run: list[Token]) -> list[Token]:
    """Without article before, possessive ending and lower-case role nouns behind."""
    people = offices().people
    owner = next((i for i, token in enumerate(run) if token.tag == "POS" and i), len(run))
    if run and run[0].entity == "PERSON":  # "Ann Lund's Congressional" is Ann Lund
        run = run[:owner]
    while run and (run[0].tag in ("DT", "POS", "``", "''", "PRP$") or run[0].pos == "PUNCT"):
        run = run[1:]
    while len(run) > 1 and run[0].entity == "PERSON" and run[0].lemma in people:
        run = run[1:]
    while run and (run[-1].tag == "POS" or run[-1].pos == "PUNCT" or _is_role(run[-1], people)):
        run = run[:-1]
    return run


def _known_part(sentence: Sentence, run: list[Token], known: frozenset[str]) -> list[Token]:
    """In a headline, whose every word may be a capital, a person's name ends with a surname that the body knows."""
    if sentence.role is Role.HEADLINE and run and run[0].entity == "PERSON":
        for size, token in enumerate(run, start=1):
            if token.text in known:
                return run[:size]
    return run


def _is_role(token: Token, people: frozenset[str]) -> bool:
    return token.lemma in people and token.text.islower()


def _completed(sentence: Sentence, tokens: list[Token]) -> list[Token]:
    """A body's name goes on over "in Europe": the tagger cuts "Organization ... in Europe" before it."""
    tokens = _with_hyphens(sentence, tokens)
    if not tokens or tokens[0].entity != "ORG" or tokens[0].lemma not in offices().bodies:
        return tokens
    end = tokens[-1].index
    rest = sentence.tokens[end + 1 : end + 3]
    is_tail = len(rest) > 1 and rest[0].lemma in _TAIL and rest[1].tag == "NNP"
    goes_on = is_tail and rest[1].dep == "compound"  # "on Capitol Hill" is where it sits
    if is_tail and not goes_on and rest[1].entity in ("GPE", "LOC", "ORG", ""):
        return [*tokens, *rest]
    return tokens


def _with_hyphens(sentence: Sentence, tokens: list[Token]) -> list[Token]:
    """A person's name goes on over a hyphen: "Moon Jae-in", "Jean-Claude Juncker", not "Holt-backed"."""
    while tokens and len(sentence.tokens) > tokens[-1].index + 2:
        mark, part = sentence.tokens[tokens[-1].index + 1 : tokens[-1].index + 3]
        glued = tokens[-1].span.end == mark.span.start and mark.span.end == part.span.start
        if not (glued and mark.text in "-\u2010\u2011" and _goes_on(tokens, part)):
            return tokens
        tokens = [*tokens, mark, part]
    return tokens


def _goes_on(tokens: list[Token], part: Token) -> bool:
    """Whether the part behind a hyphen belongs to the name before it."""
    if not part.text.isalpha() or tokens[-1].tag == "POS":
        return False
    if part.text[0].isupper():
        return part.entity == tokens[0].entity == "PERSON" and not part.begins
    is_syllable = len(part.text) <= _SYLLABLE and part.tag not in ("VBD", "VBN", "VBG", "JJ")
    return is_syllable and len(tokens) > 1 and may_stand_first(tokens[0].text)


def is_modifier(sentence: Sentence, name: Name) -> bool:
    """Whether the name stands before a noun that heads the phrase ("U.S. officials")."""
    head = name.head
    if head.dep == "conj":
        first = sentence.head_of(head)
        return first.dep in _MODIFIER and sentence.head_of(first).index > head.index
    return head.dep in _MODIFIER and head.head > head.index
