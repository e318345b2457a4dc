"""Names that the parse takes for other words: the article of "An Claes", the adverb of "Tarvia accepted the plan"."""

from collections.abc import Sequence
from dataclasses import replace

from reportedly.language.coordination import with_children
from reportedly.language.names import is_wordlike
from reportedly.language.offices import offices
from reportedly.model.syntax import Token

_FINITE = frozenset({"VBD", "VBP", "VBZ"})
_NAMED = frozenset({"FAC", "GPE", "LOC", "NORP", "ORG", "PERSON"})
_OPENING = frozenset(
    {"``", ":", "-LRB-", "HYPH"}
)  # tags of what a sentence within a sentence follows


def set_right(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens with each such article as the first word of the name that follows, each such adverb as the subject."""
    for each in tokens:
        if _is_name(tokens, each):
            tokens = _named(tokens, each)
    return tuple(
        replace(each, dep="nsubj", pos="PROPN", tag="NNP") if _is_subject(tokens, each) else each
        for each in tokens
    )


def _is_subject(tokens: Sequence[Token], token: Token) -> bool:
    """Whether a name stands as an adverb right before a finite verb that has no subject: "Tarvia accepted the plan"."""
    verb = tokens[token.head]
    named = token.tag == "NNP" or token.entity in _NAMED
    if token.dep != "advmod" or not named or not token.text[0].isupper() or verb.tag not in _FINITE:
        return False
    subjects = [
        each for each in verb.children if tokens[each].dep in ("nsubj", "nsubjpass", "csubj")
    ]
    return token.index == verb.index - 1 and not subjects


def _is_name(tokens: Sequence[Token], token: Token) -> bool:
    """Whether an article with a capital inside a sentence stands before a person's name."""
    if token.dep != "det" or not token.text[0].isupper() or not is_wordlike(token.text):
        return False
    inside = token.index > 0 and tokens[token.index - 1].tag not in _OPENING
    name = tokens[token.index + 1] if token.index + 1 < len(tokens) else token
    behind = tokens[token.head + 1 : token.head + 2]
    titled = name.pos != "PROPN" or any(
        each.text == "of" and each.entity != "PERSON" for each in behind
    )
    return inside and not titled and _is_person(tokens, token, name)


def _is_person(tokens: Sequence[Token], token: Token, name: Token) -> bool:
    """Whether the tagger says so, or an office stands beside: "the mayor, An Peeters"."""
    head = tokens[token.head]
    beside = [tokens[token.index - 1], *(tokens[each] for each in head.children)]
    beside += [tokens[head.head]] if head.dep == "appos" else []
    return name.entity == "PERSON" or any(each.lemma in offices().people for each in beside)


def _named(tokens: Sequence[Token], token: Token) -> tuple[Token, ...]:
    """The tokens with the article as a part of the name, and an office before it as its title."""
    head = tokens[token.head]
    before = tokens[token.index - 1]
    changed = list(tokens)
    changed[token.index] = replace(
        token,
        pos="PROPN",
        tag="NNP",
        dep="compound",
        entity="PERSON",
        begins=True,
        lemma=token.text.lower(),
    )
    for index in range(token.index + 1, head.index + 1):
        changed[index] = replace(tokens[index], entity="PERSON", begins=False)
    if before.lemma in offices().people and before.head == head.head and before.dep == head.dep:
        changed[before.index] = replace(before, head=head.index, dep="compound")
        for index in before.children:
            if tokens[index].dep == "punct":
                changed[index] = replace(tokens[index], head=head.head)
    return with_children(changed)
