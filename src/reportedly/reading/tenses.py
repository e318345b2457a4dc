"""What the tense of a finite verb says of its reality; the question, condition or deal that a tense hangs on."""

from reportedly.language.lexicon import load_lexicon, verb_entry
from reportedly.model.ontology import Act, Status
from reportedly.model.syntax import Sentence, Token
from reportedly.reading.prospects import planner_of
from reportedly.reading.verdicts import Verdict

_BE_NOW = frozenset({"'s", "am", "are", "is", "’s"})
_PERFECT = frozenset({"has", "have"})
_DURING = frozenset({"for", "long", "since"})


def tense_of(sentence: Sentence, token: Token) -> Verdict:
    """The status by the tense of a finite verb."""
    helpers = {child.text.lower() for child in sentence.children_of(token, "aux", "auxpass")}
    hanging = _hanging(sentence, token)
    if hanging is not None:
        return hanging
    if token.tag == "VBG":
        return Verdict(Status.ONGOING, None, "a progressive form")
    if helpers & _PERFECT:
        return _perfect(sentence, token)
    if token.tag in ("VBZ", "VBP") or helpers & _BE_NOW:
        return Verdict(Status.ONGOING, None, "present tense")
    return Verdict(Status.HAPPENED, None, "past tense")


def _hanging(sentence: Sentence, token: Token) -> Verdict | None:
    """What a present tense hangs on: a deal, a plan, a condition."""
    helpers = {child.text.lower() for child in sentence.children_of(token, "aux", "auxpass")}
    if helpers & _PERFECT or (token.tag == "VBG" and not helpers & _BE_NOW):
        return None
    framework = _framework(sentence, token) if token.tag in ("VBZ", "VBP") else None
    if framework is not None:
        return Verdict(Status.PLANNED, framework, f"under '{framework.text}'")
    plan = planner_of(sentence, token) if token.tag != "VBG" else None
    if plan is not None:
        return Verdict(Status.PLANNED, plan, f"what a '{plan.text}' does")
    condition = _condition_before(sentence, token)
    if condition is not None:
        return Verdict(Status.POSSIBLE, condition, f"hangs on '{condition.text}'")
    return None


def _condition_before(sentence: Sentence, token: Token) -> Token | None:
    """The "if" of "if they come, we leave"; what somebody thinks or says hangs on nothing."""
    entry = verb_entry(token.lemma)
    if token.tag not in ("VBG", "VBZ", "VBP") or (entry is not None and entry.act is Act.STATEMENT):
        return None
    for clause in sentence.children_of(token, "advcl"):
        first = min(each.index for each in sentence.subtree(clause))
        for mark in sentence.children_of(clause, "mark"):
            opens = mark.index == first and clause.index < token.index
            if mark.text.lower() == "if" and opens and token.lemma not in ("be", "look"):
                return mark
    return _condition_of_pair(sentence, token)


def _condition_of_pair(sentence: Sentence, token: Token) -> Token | None:
    """The same for "if they come, you get out and you close the port": the same doer goes on."""
    first = sentence.head_of(token)
    if token.dep != "conj" or token.head == token.index:
        return None
    ours, theirs = (
        {each.text.lower() for each in sentence.children_of(verb, "nsubj")}
        for verb in (token, first)
    )
    return _condition_before(sentence, first) if ours & theirs else None


def _framework(sentence: Sentence, token: Token) -> Token | None:
    """The deal or plan that something is done under: "under the deal, the army leaves the town"."""
    for prep in sentence.children_of(token, "prep"):
        for noun in sentence.children_of(prep, "pobj"):
            if prep.text.lower() == "under" and noun.lemma in load_lexicon().frameworks:
                return noun
    return None


def _perfect(sentence: Sentence, token: Token) -> Verdict:
    spans = {child.text.lower() for child in sentence.children_of(token, "prep", "advmod")}
    if token.lemma == "be" or spans & _DURING:
        because = "a state that lasts up to now"
        return Verdict(Status.ONGOING, None, because, settled="since" in spans)
    return Verdict(Status.HAPPENED, None, "present perfect")
