"""Which word governs a clause, also where the parser hangs it elsewhere: the verb above, the noun that it completes."""

from reportedly.model.ontology import Act, Status
from reportedly.model.syntax import Sentence, Token
from reportedly.reading.predicates import (
    SUBJECTS,
    entry_of,
    has_subject,
    has_to,
    is_finite,
    is_predicate,
    noun_of,
)

_TO_BE_DONE = (Status.DEMANDED, Status.PROPOSED, Status.THREATENED)


def governor_of(sentence: Sentence, child: Token) -> Token:
    """The head, passing from a finite second verb over infinitives, and from "to" clauses to the noun they complete.

    "wanted to come and is thinking": not under "wanted". "a call by the minister to halt": under "call".
    """
    governor = sentence.head_of(child)
    if child.dep == "conj" and is_predicate(child) and is_finite(sentence, child):
        while (
            is_predicate(governor)
            and not is_finite(sentence, governor)
            and not (_is_joined_wish(sentence, child) and has_subject(sentence, governor))
            and governor.head != governor.index
        ):
            governor = sentence.head_of(governor)
        return governor
    return completed_noun(sentence, child) or _told_noun(sentence, child) or governor


def _told_noun(sentence: Sentence, clause: Token) -> Token | None:
    """The noun of saying right before "that", whose clause hangs on another: "days of denials that it left"."""
    if clause.dep not in ("acl", "relcl"):
        return None
    for mark in sentence.children_of(clause, "mark"):
        before = sentence.tokens[mark.index - 1] if mark.index else mark
        entry = noun_of(sentence, before) if before.pos == "NOUN" else None
        if mark.text.lower() == "that" and entry is not None and entry.inner is not None:
            return before
    return None


def _is_joined_wish(sentence: Sentence, verb: Token) -> bool:
    """Whether a second bare verb may go on with what is wanted: "asked that it pay and that they [leave]"."""
    return (
        verb.tag == "VBP" and verb.text == verb.lemma and bool(sentence.children_of(verb, "mark"))
    )


def completed_noun(sentence: Sentence, clause: Token) -> Token | None:
    """The noun that a "to" clause completes, also where the parser hangs the clause elsewhere.

    "answer a call by the minister to halt": "halt" completes "call", though the parse may give it to "answer".
    """
    if clause.dep not in ("acl", "advcl") or not has_to(sentence, clause) or clause.tag != "VB":
        return None
    governor = sentence.head_of(clause)
    between = [
        each for each in sentence.subtree(governor) if governor.index < each.index < clause.index
    ]
    if clause.dep == "advcl" and any(each.pos == "PUNCT" for each in between):
        return None
    nouns = [governor, *between] if clause.dep == "advcl" else _outwards(sentence, governor)
    for noun in reversed(nouns):
        entry = noun_of(sentence, noun) if noun.pos == "NOUN" else None
        if entry is not None and entry.inner is not None:
            near = noun.index == clause.index - 2  # only "to" stands between
            return noun if clause.dep == "acl" or near or entry.inner in _TO_BE_DONE else None
    return None


def _outwards(sentence: Sentence, noun: Token) -> list[Token]:
    """The noun and those whose phrases it closes, the nearest last."""
    found = [noun]
    while found[-1].dep in ("pobj", "prep"):
        found.append(sentence.head_of(found[-1]))
    return list(reversed(found))


def stands_before(sentence: Sentence, child: Token) -> bool:
    """A clause before a verb that is none of saying stands beside it: "Talks collapse, ruler demands aid"."""
    governor = sentence.head_of(child)
    if child.dep != "ccomp" or child.index > governor.index or not is_predicate(governor):
        return False
    entry = entry_of(sentence, governor, child)
    return entry is None or entry.act in (Act.REQUEST, Act.AGREE)


def is_listed(sentence: Sentence, token: Token) -> bool:
    """A later item of a list of charges: "accusing it of massing troops and plotting a raid"."""
    governor = sentence.head_of(token)
    if token.dep != "conj" or token.tag != "VBG" or not is_predicate(governor):
        return False
    entry = entry_of(sentence, governor)
    gerunds = [
        each
        for prep in sentence.children_of(governor, "prep")
        for each in sentence.children_of(prep, "pcomp")
    ]
    return bool(gerunds) and entry is not None and entry.inner is Status.ALLEGED


def shares_negation(sentence: Sentence, token: Token) -> bool:
    """Whether it stands under the "not" of the verb before and tells the opposite alone: "not back or [fight] it"."""
    governor = sentence.head_of(token)
    bare = token.tag == "VB" or (token.tag == "VBP" and governor.tag == "VB")
    if token.dep != "conj" or not bare or not is_predicate(governor):
        return False
    own = sentence.children_of(token, "aux", "auxpass", *SUBJECTS)
    either = any(each.lemma in ("nor", "or") for each in sentence.children_of(governor, "cc"))
    return either and not own and bool(sentence.children_of(governor, "neg"))
