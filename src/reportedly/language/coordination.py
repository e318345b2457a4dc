"""Second verbs that the parse hangs on an infinitive: "urged Rome to lift the ban and [offered] to meet"."""

from collections.abc import Sequence
from dataclasses import replace

from reportedly.model.syntax import Token

_FINITE = frozenset({"VBD", "VBZ"})


def set_right(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens with each finite verb that "and" joins to an infinitive joined to the verb above it instead."""
    heads = {each.index: _finite_above(tokens, each) for each in tokens if _is_astray(tokens, each)}
    found = {index: head for index, head in heads.items() if head is not None}
    if not found:
        return tokens
    moved = [
        replace(each, head=found[each.index]) if each.index in found else each for each in tokens
    ]
    return with_children(moved)


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
    """The nearest verb above with a tense of its own."""
    above = tokens[token.head]
    while above.head != above.index:
        above = tokens[above.head]
        if above.tag in _FINITE | {"VBP"}:
            return above.index
    return None
