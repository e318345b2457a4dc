"""Who was asked and answers, "Lund, asked if he would go, said he might", set right: he has asked nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.language.closing import SAYING
from reportedly.language.coordination import with_children
from reportedly.model.syntax import Token

_ASKING = frozenset({"ask", "press", "question"})
_NOUNS = frozenset({"NOUN", "PRON", "PROPN"})
_FINITE = frozenset({"VBD", "VBP", "VBZ"})


@dataclass(frozen=True, slots=True)
class _Answer:
    """The one who was asked, the participle and the verb of the answer, as indexes."""

    subject: int
    asked: int
    verb: int


def set_right(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens with the one who was asked as the subject of what they say."""
    for asked in tokens:
        answer = _answer(tokens, asked)
        if answer is not None:
            return with_children([_moved(tokens, each, answer) for each in tokens])
    return tokens


def _answer(tokens: Sequence[Token], asked: Token) -> _Answer | None:
    """What the parse takes for asking behind a comma, where a verb of saying without a subject follows."""
    after_comma = asked.index > 1 and tokens[asked.index - 1].text == ","
    if asked.lemma not in _ASKING or asked.tag not in ("VBD", "VBN") or not after_comma:
        return None
    subjects = [tokens[child] for child in asked.children if tokens[child].dep == "nsubj"]
    before = [each for each in subjects if each.index < asked.index and each.pos in _NOUNS]
    verb = next((each for each in tokens[asked.index + 1 :] if _answers(tokens, each, asked)), None)
    return _Answer(before[0].index, asked.index, verb.index) if before and verb else None


def _answers(tokens: Sequence[Token], verb: Token, asked: Token) -> bool:
    own = any(tokens[child].dep == "nsubj" for child in verb.children)
    joined = asked.index == verb.head or verb.index == asked.head
    comma = tokens[verb.index - 1].text == ","
    return verb.lemma in SAYING and verb.tag in _FINITE and joined and comma and not own


def _moved(tokens: Sequence[Token], token: Token, answer: _Answer) -> Token:
    """A word with the governor that it has once the answer heads both."""
    above = tokens[answer.asked]
    if token.index == answer.asked:
        return replace(token, head=answer.subject, dep="acl", tag="VBN")
    if token.index == answer.subject:
        return replace(token, head=answer.verb, dep="nsubj")
    if token.index == answer.verb and above.head == above.index:
        return replace(token, head=answer.verb, dep="ROOT")
    if token.index == answer.verb and token.head == answer.asked:
        return replace(token, head=above.head, dep=above.dep)
    behind = token.index > answer.verb and token.head == answer.asked
    return replace(token, head=answer.verb) if behind else token
