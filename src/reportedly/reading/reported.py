"""Speech that is reported in the past: who said "we will leave" is told to have said that they would leave."""

from reportedly.language.lexicon import verb_entry
from reportedly.model.ontology import Act, Presentation
from reportedly.model.syntax import Sentence, Token

_PAST = ("VBD", "VBN")
_DOUBTED = frozenset({"likely", "perhaps", "possibly", "probably"})
_WISHING = frozenset({"hate", "like", "love", "mind", "prefer", "welcome"})


def is_told_will(sentence: Sentence, token: Token) -> bool:
    """Whether the "would" of this verb is the "will" of what was said: "she said the port would open".

    Under a condition it is none, nor for what was not done ("would have left") and what is only wished.
    """
    if token.lemma in _WISHING or _hangs_on_condition(sentence, token) or _is_past(sentence, token):
        return False
    doubted = any(each.text.lower() in _DOUBTED for each in sentence.children_of(token, "advmod"))
    if doubted or sentence.children_of(token, "csubj"):
        return False  # "said that closing it would cost millions", "would likely be late"
    teller = _teller(sentence, token)
    entry = verb_entry(teller.lemma, "that") if teller is not None else None
    return (
        teller is not None
        and teller.tag in _PAST
        and not sentence.children_of(teller, "neg")
        and entry is not None
        and entry.act is Act.STATEMENT
        and entry.inner is None
        and entry.reporter is Presentation.NEUTRAL  # "knew that it would" is no report of a plan
    )


def _teller(sentence: Sentence, token: Token) -> Token | None:
    """The verb whose content the clause is, past the verbs that it is joined to."""
    clause = token
    while clause.dep == "conj":
        clause = sentence.head_of(clause)
    return sentence.head_of(clause) if clause.dep in ("ccomp", "parataxis") else None


def _hangs_on_condition(sentence: Sentence, token: Token) -> bool:
    words = {
        mark.text.lower()
        for clause in sentence.children_of(token, "advcl")
        for mark in sentence.children_of(clause, "mark")
    }
    return bool(words & {"if", "unless"})


def _is_past(sentence: Sentence, token: Token) -> bool:
    return any(each.lemma == "have" for each in sentence.children_of(token, "aux"))
