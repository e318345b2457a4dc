"""A weekday before a name, "After talks on Friday Lund said", set right in the parse: it is no part of the name."""

from calendar import day_name
from collections.abc import Sequence
from dataclasses import replace

from reportedly.language.coordination import with_children
from reportedly.model.syntax import Token

_DAYS = frozenset(day_name)
_FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})


def set_right(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens with each such weekday as the object of its preposition, and the name as the subject behind it."""
    for day in tokens:
        if _is_astray(tokens, day):
            tokens = with_children([_moved(tokens, each, day) for each in tokens])
        elif _is_of_saying(tokens, day):
            tokens = with_children([_given_back(each, day) for each in tokens])
    return tokens


def _is_of_saying(tokens: Sequence[Token], day: Token) -> bool:
    """Whether the day behind a verb of saying is taken into the next name: "said Friday Lund's plan failed"."""
    name = tokens[day.head]
    before = tokens[day.index - 1] if day.index else day
    clauses = [tokens[child] for child in before.children if tokens[child].dep == "ccomp"]
    return (
        day.text in _DAYS
        and day.dep in ("compound", "nmod")
        and before.tag in ("VBD", "VBZ")
        and name.pos == "PROPN"
        and name.index > day.index
        and any(each.index > name.index for each in clauses)
    )


def _given_back(token: Token, day: Token) -> Token:
    """A word once the weekday says when it was said."""
    if token.index == day.index:
        return replace(token, head=day.index - 1, dep="npadvmod", entity="DATE", begins=True)
    return replace(token, begins=True) if token.index == day.index + 1 else token


def _is_astray(tokens: Sequence[Token], day: Token) -> bool:
    """Whether a weekday behind a preposition is taken for the first part of a name that a verb follows."""
    name = tokens[day.head]
    before = tokens[day.index - 1] if day.index else day
    behind = tokens[name.index + 1 : name.index + 2]
    return (
        day.text in _DAYS
        and day.dep in ("compound", "nmod")
        and before.pos == "ADP"
        and name.pos == "PROPN"
        and name.index > day.index
        and name.dep in ("nsubj", "pobj")
        and any(each.tag in _FINITE for each in behind)
    )


def _moved(tokens: Sequence[Token], token: Token, day: Token) -> Token:
    """A word with its governor once the weekday stands by itself."""
    name, before = tokens[day.head], tokens[day.index - 1]
    following = tokens[name.index + 1]
    verb = following if following.dep not in ("aux", "auxpass") else tokens[following.head]
    if token.index == day.index:
        return replace(token, head=before.index, dep="pobj", entity="DATE")
    if token.index == name.index:
        begins = token.begins or token.index == day.index + 1
        return replace(token, head=verb.index, dep="nsubj", begins=begins)
    if token.index == day.index + 1:
        return replace(token, begins=True)
    opening = tokens[token.index - 1] if token.index else token
    replaced = token.dep == "nsubj" and token.head == verb.index and token.index < day.index
    if replaced and opening.pos == "ADP":
        return replace(token, head=opening.index, dep="pobj")
    return token
