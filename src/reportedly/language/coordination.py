"""Second verbs that the parse hangs on an infinitive or takes for adjectives: "to lift the ban and [offered] help"."""

from collections.abc import Sequence
from dataclasses import replace

from reportedly.language.lexicon import noun_entry, verb_entry
from reportedly.model.ontology import Act, Status
from reportedly.model.syntax import Token

_FINITE = frozenset({"VBD", "VBZ"})
_PUT_FORWARD = frozenset({Status.PROPOSED, Status.PROMISED})


def set_right(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens with each finite verb that "and" joins to an infinitive or a noun joined to the verb above it."""
    for each in tokens:
        if _is_proposing(tokens, each):
            tokens = _with_verb(tokens, each)
        above = _that_above(tokens, each)
        if above is not None:
            tokens = _under(tokens, each, above)
    heads = {each.index: _finite_above(tokens, each) for each in tokens if _is_astray(tokens, each)}
    found = {index: head for index, head in heads.items() if head is not None}
    if not found:
        return tokens
    moved = [
        replace(each, head=found[each.index]) if each.index in found else each for each in tokens
    ]
    return with_children(moved)


def _that_above(tokens: Sequence[Token], token: Token) -> Token | None:
    """The "that" clause which "and that" goes on with: "said that A if B and that C" puts C under no condition."""
    beside = tokens[token.head]
    if token.dep != "conj" or not _has_mark(tokens, token) or _has_mark(tokens, beside):
        return None
    if beside.dep != "advcl":
        return None
    above = tokens[beside.head]
    while above.head != above.index and not _has_mark(tokens, above):
        above = tokens[above.head]
    return above if _has_mark(tokens, above) else None


def _has_mark(tokens: Sequence[Token], clause: Token) -> bool:
    """Whether a clause begins with "that"."""
    return any(
        tokens[each].dep == "mark" and tokens[each].lemma == "that" for each in clause.children
    )


def _under(tokens: Sequence[Token], token: Token, above: Token) -> tuple[Token, ...]:
    """The tokens with a clause, and the "and" before it, joined to another."""
    moved = [
        replace(each, head=above.index)
        if each.index == token.index or _joins(tokens, each, token)
        else each
        for each in tokens
    ]
    return with_children(moved)


def _joins(tokens: Sequence[Token], word: Token, clause: Token) -> bool:
    """Whether it is the "and" or comma before a clause that is joined to what stands before."""
    first = min(each.index for each in tokens if each.head == clause.index)
    near = word.index in (first - 1, first - 2)
    return near and word.head == clause.head and word.dep in ("cc", "punct")


def _is_proposing(tokens: Sequence[Token], token: Token) -> bool:
    """Whether what was taken for an adjective is the verb: "urged Rome to lift the ban and [proposed] talks".

    It can be one: "criticised the tax and proposed cuts". Talks are neither lifted nor criticised beside "the ban",
    and no noun is joined to a verb.
    """
    noun = tokens[token.head]
    entry = verb_entry(token.lemma)
    if (
        token.dep != "amod"
        or noun.dep != "conj"
        or entry is None
        or entry.inner not in _PUT_FORWARD
    ):
        return False
    follows_and = token.index > 0 and tokens[token.index - 1].lemma == "and"
    is_bare = noun.tag == "NNS" and min(noun.children) == token.index
    before = tokens[noun.head]
    told = noun_entry(noun.lemma)
    talks = told is not None and told.act is Act.CONSULT and _is_determined(tokens, before)
    return follows_and and is_bare and (before.pos == "VERB" or talks)


def _is_determined(tokens: Sequence[Token], noun: Token) -> bool:
    """Whether a noun has an article or possessor, so that a bare one beside it stands apart."""
    return noun.pos == "NOUN" and any(tokens[each].dep in ("det", "poss") for each in noun.children)


def _with_verb(tokens: Sequence[Token], token: Token) -> tuple[Token, ...]:
    """The tokens with this participle as a verb in the past, beside the finite verb above, and its noun as object."""
    noun = tokens[token.head]
    before = tokens[noun.head]
    finite = before if before.tag in _FINITE else _finite_over(tokens, before)
    if finite is None:
        return tuple(tokens)
    after = {noun.index: (token.index, "dobj"), token.index: (finite.index, "conj")}
    changed: list[Token] = []
    for each in tokens:
        head, dep = after.get(each.index, (each.head, each.dep))
        if each.index > noun.index and tokens[each.head].index in _between(tokens, noun, finite):
            head = token.index  # "in Oslo" and "this month" are of the talks
        if each.index == token.index - 1:
            head = finite.index
        changed.append(replace(each, head=head, dep=dep))
    changed[token.index] = replace(changed[token.index], tag="VBD", pos="VERB")
    return with_children(changed)


def _between(tokens: Sequence[Token], noun: Token, finite: Token) -> frozenset[int]:
    """The words from a noun up to the finite verb, that verb left out."""
    found: list[int] = []
    above = tokens[noun.head]
    while above.index != finite.index:
        found.append(above.index)
        above = tokens[above.head]
    return frozenset(found)


def with_children(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens with the children that their heads give them."""
    children: list[list[int]] = [[] for _ in tokens]
    for each in tokens:
        if each.head != each.index:
            children[each.head].append(each.index)
    return tuple(replace(each, children=tuple(children[each.index])) for each in tokens)


def _is_astray(tokens: Sequence[Token], token: Token) -> bool:
    """Whether a verb of the past or present is joined to an infinitive, which none of its kind can be."""
    head = tokens[token.head]
    own = any(tokens[child].dep in ("nsubj", "nsubjpass") for child in token.children)
    helped = any(tokens[child].tag in ("MD", "TO") for child in head.children)
    return token.dep == "conj" and token.tag in _FINITE and head.tag == "VB" and helped and not own


def _finite_above(tokens: Sequence[Token], token: Token) -> int | None:
    """The nearest verb above the head with a tense of its own."""
    found = _finite_over(tokens, tokens[token.head])
    return None if found is None else found.index


def _finite_over(tokens: Sequence[Token], token: Token) -> Token | None:
    """The nearest verb above with a tense of its own."""
    while token.head != token.index:
        token = tokens[token.head]
        if token.tag in _FINITE | {"VBP"}:
            return token
    return None
