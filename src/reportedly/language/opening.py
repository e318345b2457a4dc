"""Attributions that open a sentence, "According to Ann Lund, the road stays shut and ...", set right in the parse.

Where two statements follow, small parsers take the first for something that describes the name.
"""

from collections.abc import Sequence
from dataclasses import replace

from reportedly.language.coordination import with_children
from reportedly.model.syntax import Token

_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})


def set_right(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens with the statement right behind the attribution as the head of the sentence."""
    opens = len(tokens) > 1 and [each.text.lower() for each in tokens[:2]] == ["according", "to"]
    statement = (
        next((each for each in tokens if _is_statement(tokens, each)), None) if opens else None
    )
    root = next((each for each in tokens if each.head == each.index), None)
    if statement is None or root is None or root.index < statement.index:
        return tokens
    return with_children([_moved(each, statement, root) for each in tokens])


def _is_statement(tokens: Sequence[Token], verb: Token) -> bool:
    """Whether a verb that is taken to describe a name has a subject of its own, behind a comma and without "who"."""
    children = [tokens[child] for child in verb.children]
    finite = verb.tag in _FINITE or any(
        each.dep == "aux" and each.tag in _FINITE for each in children
    )
    subjects = [each for each in children if each.dep in ("nsubj", "nsubjpass")]
    if verb.dep != "relcl" or not finite or not subjects:
        return False
    start = _first_of(tokens, subjects[0])
    relative = any(each.tag in ("WDT", "WP") for each in tokens[start : verb.index])
    return tokens[start - 1].text == "," and not relative and verb.head < start


def _first_of(tokens: Sequence[Token], token: Token) -> int:
    """Where the phrase of a word begins."""
    first = token.index
    for child in token.children:
        first = min(first, _first_of(tokens, tokens[child]) if child < token.index else first)
    return first


def _moved(token: Token, statement: Token, root: Token) -> Token:
    """A word with the governor that it has once the first statement heads the second."""
    if token.index == statement.index:
        return replace(token, head=statement.index, dep="ROOT")
    if token.index == root.index:
        return replace(token, head=statement.index, dep="conj")
    to_name = token.head == statement.head and token.index > statement.index
    before = token.head == root.index and token.index < statement.index
    return replace(token, head=statement.index) if to_name or before else token
