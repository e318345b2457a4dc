"""Joined clauses that share an auxiliary: "would be shot or [hanged]", "is to be sold and the talks [held]"."""

from reportedly.language.lexicon import load_lexicon
from reportedly.model.ontology import Act
from reportedly.model.syntax import Sentence, Token
from reportedly.reading.predicates import SUBJECTS, entry_of, is_predicate

_FOLLOWING = frozenset({"accompany", "follow"})
_PARTICIPLES = ("en", "wn")  # "taken", "withdrawn"
_MORE = ("JJR", "RBR")
_FINITE = ("MD", "VBD", "VBP", "VBZ")


def shares_helper(sentence: Sentence, token: Token) -> bool:
    """Whether it stands under the auxiliary of the verb before: "would come and [put]", "would have run and [shot]"."""
    if sentence.children_of(token, "aux", "auxpass", *SUBJECTS):
        return False
    first = sentence.head_of(token)
    passive = bool(sentence.children_of(first, "auxpass"))
    objects = [each for each in sentence.children_of(token, "dobj") if each.tag not in _MORE]
    if token.tag == "VBD" and passive and objects:
        return False
    word = token.text.lower()
    if token.tag in ("VBD", "VBP"):
        bare = word == token.lemma or word in load_lexicon().invariant
        participle = token.tag == "VBD" and is_twofold(token)
        joined = passive or (_would_have(sentence, first) and participle)
        return (joined and token.tag == "VBD") or (first.tag == "VB" and bare)
    return token.tag in ("VB", "VBN")


def is_twofold(token: Token) -> bool:
    """Whether its form is a past and a participle: "started", "held", not "went"."""
    word = token.text.lower()
    return word.endswith("ed") or word in load_lexicon().twofold | load_lexicon().invariant


def gapped(sentence: Sentence, token: Token) -> Token | None:
    """The verb whose "be" a participle with its own subject shares: "the port is to be shut and taxes [raised]"."""
    participle = is_twofold(token) or token.text.lower().endswith(_PARTICIPLES)
    if token.tag not in ("VBD", "VBN") or not participle:
        return None
    if sentence.children_of(token, "agent", "aux", "auxpass", "dobj"):
        return None
    for each in reversed(sentence.tokens[: token.index]):
        if each.tag in _FINITE and each.dep not in ("aux", "auxpass") and not is_twofold(each):
            return None
        if _is_to_be(sentence, each) or _is_wished(sentence, each):
            return each if _is_joined(sentence, token, each) else None
    return None


def _would_have(sentence: Sentence, verb: Token) -> bool:
    helpers = sentence.children_of(verb, "aux")
    return any(each.tag == "MD" for each in helpers) and any(
        each.lemma == "have" for each in helpers
    )


def _is_to_be(sentence: Sentence, verb: Token) -> bool:
    """Whether it is a passive that lies ahead: "to be sold", "would be sold", "demands it be sold"."""
    bare = any(each.text.lower() == "be" for each in sentence.children_of(verb, "auxpass"))
    return bare and is_predicate(verb)


def _is_wished(sentence: Sentence, verb: Token) -> bool:
    """Whether a bare participle is what is wanted: "wants the plant [reopened]"."""
    if verb.tag not in ("VBD", "VBN") or verb.dep not in ("ccomp", "oprd", "xcomp"):
        return False
    if sentence.children_of(verb, "aux", "auxpass", "dobj", "mark"):
        return False
    entry = entry_of(sentence, sentence.head_of(verb))
    return entry is not None and entry.act is Act.REQUEST and verb.index > verb.head


def _is_joined(sentence: Sentence, token: Token, first: Token) -> bool:
    """Whether it is the second of the two, or describes a noun that the parser joins to a verb."""
    head = sentence.head_of(token)
    if token.dep in ("ccomp", "conj") and head.index < token.index:
        if head.index not in (first.index, first.head) and gapped(sentence, head) is None:
            return False
        return bool(sentence.children_of(token, *SUBJECTS))
    if token.dep != "acl":
        return False
    return any(
        each.dep == "conj" and each.pos in ("NOUN", "PROPN") and each.head == first.index
        for each in sentence.ancestors(token)
    )


def followed_verb(sentence: Sentence, token: Token) -> Token | None:
    """The verb whose time a closing participle shares: "is to begin on Monday, [followed] by a vote"."""
    if token.tag != "VBN" or token.lemma not in _FOLLOWING or not token.index:
        return None
    comma = sentence.tokens[token.index - 1].text == ","
    by = any(each.text.lower() == "by" for each in sentence.children_of(token, "agent", "prep"))
    if not comma or not by or sentence.children_of(token, "aux", "auxpass", *SUBJECTS):
        return None
    before = [each for each in sentence.tokens[: token.index] if is_predicate(each)]
    return before[-1] if before and token.dep in ("acl", "advcl") else None
