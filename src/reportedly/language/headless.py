"""Main verbs that an apposition or relative clause before them hides: "Lund, a former judge, [denied] that she left".

Small parsers take such a past for a participle that describes the name, and leave the sentence without a verb.
"""

from collections.abc import Sequence
from dataclasses import replace

from reportedly.language.coordination import with_children
from reportedly.model.syntax import Token

_NOUNS = frozenset({"NOUN", "PROPN"})
_CONTENT = frozenset({"ccomp", "dobj", "xcomp"})
_BETWEEN = frozenset({"appos", "relcl"})


def set_right(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens with the hidden verb at the head of the sentence."""
    root = next((each for each in tokens if each.head == each.index), None)
    if root is None or root.pos not in _NOUNS or tokens[-1].text != ".":
        return tokens
    below = [tokens[child] for child in root.children]
    verb = next((each for each in below if _is_hidden(tokens, each, below)), None)
    if verb is None:
        return tokens
    return with_children([_moved(tokens, each, root, verb) for each in tokens])


def _is_hidden(tokens: Sequence[Token], verb: Token, siblings: Sequence[Token]) -> bool:
    """Whether it stands behind a comma and an insertion, and has what no participle of a passive has."""
    if verb.dep != "acl" or verb.tag not in ("VBD", "VBN") or tokens[verb.index - 1].text != ",":
        return False
    if not any(each.dep in _BETWEEN and each.index < verb.index for each in siblings):
        return False
    content = any(tokens[child].dep in _CONTENT for child in verb.children)
    return content or any(_is_content(tokens, each, verb) for each in siblings)


def _is_content(tokens: Sequence[Token], clause: Token, verb: Token) -> bool:
    """Whether a clause taken to describe the name is what the verb says: "denied ... that she had left"."""
    if clause.dep != "relcl" or clause.index < verb.index:
        return False
    subject = any(tokens[child].dep in ("nsubj", "nsubjpass") for child in clause.children)
    return subject and any(tokens[child].text.lower() == "that" for child in clause.children)


def _moved(tokens: Sequence[Token], token: Token, root: Token, verb: Token) -> Token:
    """A word with the governor that it has once the verb heads the sentence."""
    if token.index == verb.index:
        return replace(token, head=verb.index, dep="ROOT", tag="VBD", pos="VERB")
    if token.index == root.index:
        return replace(token, head=verb.index, dep="nsubj")
    if token.head == root.index and token.index > verb.index:
        dep = "ccomp" if _is_content(tokens, token, verb) else token.dep
        return replace(token, head=verb.index, dep=dep)
    return token
