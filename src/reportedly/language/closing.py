"""Attributions that close a sentence, "..., the trade minister, Helen Marsh, said on Monday", set right in the parse.

News ends its sentences so more often than any other prose; where an apposition, an age or a relative clause stands
around the name, small parsers take the name for part of the statement and "said" for its second verb.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reportedly.language.coordination import with_children
from reportedly.model.syntax import Token

SAYING = frozenset(
    {
        "add", "announce", "claim", "declare", "explain", "insist", "note", "report", "say", "state",
        "stress", "tell", "warn", "write",
    }
)  # fmt: skip
LONGEST_TAIL = 25  # words after the verb: "in a statement on Monday"
LONGEST_ASIDE = 14  # words of an apposition or relative clause between commas

_FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_BEFORE_NOUN = frozenset({"ADJ", "DET", "NUM", "PART", "PUNCT"})
_OPENS_TAIL = frozenset({"ADP", "ADV", "PUNCT", "SCONJ"})
_RELATIVE = frozenset({"who", "whose"})
_CLOSED = frozenset({'"', "”", "''", "’"})


@dataclass(frozen=True, slots=True)
class _Closing:
    """A statement with whoever closes it: `verb` says it, the source is at `start` up to the verb, headed by `noun`."""

    root: int  # of the statement
    start: int
    noun: int
    verb: int


def set_right(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens of a sentence, its closing attribution above its statement where the parse had lost it."""
    tokens = _with_source(tokens)
    closing = _closing(tokens)
    if closing is None or _is_right(tokens, closing):
        return tokens
    return with_children([_moved(tokens, closing, each) for each in tokens])


def _with_source(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens with a name taken for an adverb as who says it: "“...,” Tolliver said."."""
    for name in tokens[1:-1]:
        verb, before = tokens[name.index + 1], tokens[name.index - 1]
        saying = verb.lemma in SAYING and verb.tag in ("VBD", "VBZ") and name.head == verb.index
        own = any("subj" in tokens[child].dep for child in verb.children)
        astray = name.text.istitle() and name.pos in ("ADJ", "ADV") and not own
        if saying and astray and before.text in _CLOSED | {","}:
            named = replace(name, tag="NNP", pos="PROPN", dep="nsubj")
            return with_children([named if each.index == name.index else each for each in tokens])
    return tokens


def _closing(tokens: Sequence[Token]) -> _Closing | None:
    """The attribution at the end of a sentence, where there is one behind a statement."""
    verb = _closing_verb(tokens)
    start = _source_start(tokens, verb) if verb else None
    if verb is None or start is None:
        return None
    noun = _head_noun(tokens[start:verb])
    root = _root_of(tokens[:start])
    return _Closing(root, start, noun, verb) if noun is not None and root is not None else None


def _closing_verb(tokens: Sequence[Token]) -> int | None:
    """The last verb of saying, where nothing but when, where and to whom follows."""
    for each in reversed(tokens):
        if each.tag in _FINITE:
            tail = tokens[each.index + 1 :]
            closes = each.lemma in SAYING and each.tag in ("VBD", "VBZ", "VBP")
            return each.index if closes and _is_tail(each, tail) else None
    return None


def _is_tail(verb: Token, tail: Sequence[Token]) -> bool:
    """Whether these words say when, where and to whom: no object but of "told", no clause of their own."""
    if len(tail) > LONGEST_TAIL or not tail or verb.lemma == "tell":
        return bool(tail) and len(tail) <= LONGEST_TAIL
    return tail[0].pos in _OPENS_TAIL or tail[0].entity in ("DATE", "TIME")


def _source_start(tokens: Sequence[Token], verb: int) -> int | None:
    """Where the source begins that stands right before the verb: behind the comma that parts it from the statement."""
    quoted = _after_quotation(tokens, verb)
    if quoted is not None:
        return quoted
    start = _after_comma(tokens, verb)
    if start != verb:
        return start if start and _may_name(tokens[start:verb]) else None
    aside = _after_comma(tokens, verb - 1)
    if aside is None or not 0 < verb - 1 - aside <= LONGEST_ASIDE:
        return None
    if not _is_aside(tokens[aside : verb - 1]):
        return None
    start = _after_comma(tokens, aside - 1)
    return start if start and _may_name(tokens[start : aside - 1]) else None


def _after_quotation(tokens: Sequence[Token], verb: int) -> int | None:
    """The place behind the mark that closes the words, where a name with its descriptions fills all up to the verb."""
    marks = [each.index for each in tokens[:verb] if each.text in _CLOSED]
    start = marks[-1] + 1 if marks else verb
    source = tokens[start:verb]
    comma = next((each.index for each in source if each.text == ","), verb)
    long = len(source) > LONGEST_TAIL or any(each.tag in _FINITE for each in source)
    return start if start < comma < verb and not long and _may_name(tokens[start:comma]) else None


def _after_comma(tokens: Sequence[Token], end: int) -> int | None:
    """The place behind the last comma before `end`, or behind the mark that closes what is quoted."""
    for index in range(end - 1, -1, -1):
        if tokens[index].text == "," or tokens[index].text in _CLOSED:
            return index + 1
    return None


def _may_name(tokens: Sequence[Token]) -> bool:
    """Whether these words may name somebody: they open as a noun phrase does and hold no clause."""
    opens = bool(tokens) and tokens[0].pos in _NOUNS | {"ADJ", "DET", "NUM", "PRON"}
    possessive = bool(tokens) and (tokens[0].pos != "PRON" or tokens[0].tag == "PRP$")
    return opens and possessive and not any(each.tag in _FINITE for each in tokens)


def _is_aside(tokens: Sequence[Token]) -> bool:
    """Whether these words describe whoever stands before them: an apposition, an age, a clause with "who"."""
    if tokens[0].lemma in _RELATIVE:
        return True
    opens = tokens[0].pos in _NOUNS | {"ADJ", "DET", "NUM"} or tokens[0].tag == "PRP$"
    return opens and not any(each.tag in _FINITE or each.pos == "CCONJ" for each in tokens[:1])


def _head_noun(tokens: Sequence[Token]) -> int | None:
    """The noun that heads a phrase which begins here: "chief" of "Sudan's army chief for the north"."""
    found = None
    for each in tokens:
        if each.pos in _NOUNS:
            found = each.index
        elif each.pos not in _BEFORE_NOUN or (found is not None and each.text == ","):
            break
    return found


def _root_of(statement: Sequence[Token]) -> int | None:
    """The verb that heads the statement: of those with a subject the one that stands highest in the parse."""
    verbs = [
        each for each in statement if each.pos in ("AUX", "VERB") and _is_clause(statement, each)
    ]
    if not verbs:
        return None
    return min(verbs, key=lambda each: (_depth(statement, each), each.index)).index


def _is_clause(statement: Sequence[Token], verb: Token) -> bool:
    finite = verb.tag in _FINITE or any(
        each.head == verb.index and each.dep in ("aux", "auxpass") and each.tag in _FINITE
        for each in statement
    )
    subject = any(each.head == verb.index and "subj" in each.dep for each in statement)
    return finite and (subject or verb.head == verb.index) and verb.dep not in ("aux", "auxpass")


def _depth(statement: Sequence[Token], token: Token) -> int:
    """How many words of the statement stand above this one."""
    depth = 0
    while token.head != token.index and token.head < len(statement) and depth < len(statement):
        token = statement[token.head]
        depth += 1
    return depth


def _is_right(tokens: Sequence[Token], closing: _Closing) -> bool:
    """Whether the parse has it so already: nothing of the statement hangs on the source, nor the other way round."""
    subjects = [each for each in tokens if each.head == closing.verb and "subj" in each.dep]
    inside = all(closing.start <= each.index < closing.verb for each in subjects)
    above = tokens[closing.root].head == closing.verb
    source = range(closing.start, closing.verb)
    crossing = any(
        tokens[index].head < closing.start for index in source if tokens[index].pos != "PUNCT"
    )
    return bool(subjects) and inside and above and not crossing


def _moved(tokens: Sequence[Token], closing: _Closing, token: Token) -> Token:
    """A word with the governor that it has once the statement hangs on the verb that closes it."""
    index = token.index
    if index == closing.verb:
        return replace(token, head=index, dep="ROOT")
    if index == closing.root:
        return replace(token, head=closing.verb, dep="ccomp")
    if index == closing.noun:
        return replace(token, head=closing.verb, dep="nsubj")
    if index < closing.start:
        return _kept_in(token, range(closing.start), closing.root, _as_object(token, tokens))
    if index < closing.verb:
        dep = "appos" if token.pos in _NOUNS else token.dep
        return _kept_in(token, range(closing.start, closing.verb), closing.noun, dep)
    return _kept_in(token, range(closing.verb, len(tokens)), closing.verb, token.dep)


def _kept_in(token: Token, part: Iterable[int], head: int, dep: str) -> Token:
    """A word whose governor lies outside its part hangs on the part's own head instead."""
    return token if token.head in part else replace(token, head=head, dep=dep)


def _as_object(token: Token, tokens: Sequence[Token]) -> str:
    """What was taken for the subject of the closing verb is an object of the statement's."""
    behind = any(each.pos in ("AUX", "VERB") for each in tokens[: token.index])
    return "dobj" if token.dep == "nsubj" and behind else token.dep
