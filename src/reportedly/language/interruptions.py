"""Whoever says it named within it, "The plan, said Ann Lund, the mayor, is dead", set right in the parse.

Small parsers take the plan for what says it and the mayor for what is dead.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.language.closing import SAYING
from reportedly.language.coordination import with_children
from reportedly.model.syntax import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


@dataclass(frozen=True, slots=True)
class _Interruption:
    """The subject of the statement, the verb of saying, its source and the statement's verb, as indexes."""

    subject: int
    saying: int
    source: int
    verb: int


def set_right(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens with the saying as an aside of the statement that it breaks up."""
    for saying in tokens:
        found = _interruption(tokens, saying)
        if found is not None:
            return with_children([_moved(tokens, each, found) for each in tokens])
    return tokens


def _interruption(tokens: Sequence[Token], saying: Token) -> _Interruption | None:
    """Where a verb of saying stands behind a comma, its "subject" before and its source as that of the next verb."""
    behind = saying.index > 1 and tokens[saying.index - 1].text == ","
    if not behind or saying.lemma not in SAYING or saying.tag not in ("VBD", "VBZ"):
        return None
    children = [tokens[child] for child in saying.children]
    subject = next((each for each in children if each.dep in _SUBJECTS), None)
    verb = next((each for each in children if each.dep == "ccomp"), None)
    if subject is None or verb is None or not subject.index < saying.index < verb.index:
        return None
    own = [tokens[child] for child in verb.children]
    source = next((each for each in own if each.dep in _SUBJECTS), None)
    if source is None or not saying.index < source.index < verb.index:
        return None
    first = min(
        [verb.index, *(each.index for each in own if each.dep in ("aux", "auxpass", "neg"))]
    )
    if tokens[first - 1].text != "," or source.pos not in ("NOUN", "PROPN"):
        return None
    return _Interruption(subject.index, saying.index, source.index, verb.index)


def _moved(tokens: Sequence[Token], token: Token, found: _Interruption) -> Token:
    """A word with the governor that it has once the statement heads the saying."""
    above = tokens[found.saying]
    if token.index == found.verb:
        head = found.verb if above.head == above.index else above.head
        return replace(token, head=head, dep=above.dep)
    if token.index == found.saying:
        return replace(token, head=found.verb, dep="parataxis")
    if token.index == found.subject:
        return replace(token, head=found.verb)
    if token.index == found.source:
        return replace(token, head=found.saying, dep="nsubj")
    outside = token.head == found.saying and token.index != found.saying
    return replace(token, head=found.verb) if outside else token
