"""What a predicate's own words say of its reality: tense, mood, negation, adjectives, whoever governs it left aside."""

from reportedly.language.lexicon import load_lexicon, modal_status, qualifier_status
from reportedly.model.ontology import Status
from reportedly.model.syntax import Sentence, Token
from reportedly.reading.bare_forms import disagreeing, is_order, mandative
from reportedly.reading.ellipsis import shares_helper
from reportedly.reading.negation import negator_of
from reportedly.reading.predicates import (
    SUBJECTS,
    adjective_status,
    has_to,
    is_finite,
    is_predicate,
    passive_status,
)
from reportedly.reading.prospects import in_the_offing
from reportedly.reading.questions import question_mark
from reportedly.reading.reported import is_told_will
from reportedly.reading.scheduled import set_ahead
from reportedly.reading.tenses import tense_of
from reportedly.reading.verdicts import Verdict

_ASKED = (Status.DEMANDED, Status.PLANNED)
_HAVING = ("get", "have")
_OPEN = frozenset({"may", "might"})
_HAD = ("had", "'d", "’d")
_BACK = frozenset({"'d", "would", "’d"})
_HAS = frozenset({"'s", "'ve", "has", "have", "’s", "’ve"})
_WOULD = ("'d", "’d")


def own_status(sentence: Sentence, token: Token) -> Verdict | None:
    """What tense, mood and negation of the predicate itself say; None where it has no tense of its own."""
    if not is_predicate(token):
        return _modal(sentence, token) or _noun_status(sentence, token)
    negator = negator_of(sentence, token)
    mood = mood_of(sentence, token)
    mark = question_mark(sentence, token)
    if mark is not None and mood is not None and mood.status in _ASKED:
        return Verdict(Status.POSSIBLE, mark, "a question")
    if mood is not None and (negator is None or mood.status is Status.DEMANDED):
        return mood  # "must not" demands as well
    if mood is not None and mood.cue is not None and mood.cue.text.lower() in _OPEN:
        return mood  # "may not come": open
    if negator is not None:
        return Verdict(Status.NEGATED, negator, f"negated by '{negator.text}'")
    return _qualified(sentence, token) or _tense(sentence, token)


def mood_of(sentence: Sentence, token: Token) -> Verdict | None:
    """The modal verb, order or obligation that the predicate stands in; shared by "will meet and talk"."""
    modal = (
        _modal(sentence, token) or _modal_astray(sentence, token) or _modal_parted(sentence, token)
    )
    if modal is not None:
        return modal
    governor = sentence.head_of(token)
    if token.dep == "conj" and is_predicate(governor):
        shared = mood_of(sentence, governor) if shares_helper(sentence, token) else None
        if shared is not None:
            return shared
        if not is_finite(sentence, token):
            return _without_tense(sentence, token)
    return (
        _going_to(sentence, token)
        or _obliged(sentence, token)
        or _arranged(sentence, token)
        or mandative(sentence, token)
        or in_the_offing(sentence, token)
        or _without_tense(sentence, token)
    )


def _modal(sentence: Sentence, token: Token) -> Verdict | None:
    for child in sentence.children_of(token, "aux"):
        status = modal_status(child.text)
        if child.text.lower() in _BACK and is_told_will(sentence, token):
            return Verdict(Status.PLANNED, child, f"'{child.text}': 'will', as somebody told it")
        if status is Status.DEMANDED and _is_missed(sentence, token):
            return Verdict(Status.POSSIBLE, child, f"'{child.text} have'")
        if status is not None:
            return Verdict(status, child, f"'{child.text}'")
        if child.text.lower() in _HAD and _is_bare(sentence, token) and _is_better(sentence, token):
            return Verdict(Status.DEMANDED, child, f"'{child.text} better'")
        if child.text.lower() in _WOULD and token.tag == "VB":
            return Verdict(Status.POSSIBLE, child, f"'{child.text}': would")
    return None


def _is_bare(sentence: Sentence, token: Token) -> bool:
    """Whether it is a bare form, "leave" or "be closed"."""
    passive = sentence.children_of(token, "auxpass")
    return token.tag == "VB" or any(each.text.lower() == "be" for each in passive)


def _is_better(sentence: Sentence, token: Token) -> bool:
    """Whether it is the advice of "had better leave"."""
    return any(each.text.lower() == "better" for each in sentence.children_of(token, "advmod"))


def _is_missed(sentence: Sentence, token: Token) -> bool:
    """Whether it says what was to be and was not: "should have been told", an opinion and no demand."""
    helpers = sentence.children_of(token, "aux")
    return token.tag == "VBN" and any(each.lemma == "have" for each in helpers)


def _obliged(sentence: Sentence, token: Token) -> Verdict | None:
    """'Has to leave', "needs to leave"; "has yet to leave" is not done."""
    if not _is_having(sentence, token) or not _obliges(sentence, token):
        return None
    yet = next((each for each in sentence.subtree(token) if each.text.lower() == "yet"), None)
    if yet is not None and yet.index == token.index + 1:
        return Verdict(Status.NEGATED, yet, f"'{token.text} yet to'")
    if any(each.dep == "neg" for each in sentence.children_of(token)):
        return Verdict(Status.POSSIBLE, token, f"no '{token.text} to'")
    if token.lemma == "have" and token.tag == "VBD" and token.dep in ("ROOT", "advcl", "relcl"):
        return Verdict(Status.HAPPENED, token, f"'{token.text} to': done, in nobody's mouth")
    return Verdict(Status.DEMANDED, token, f"'{token.text} to'")


def _is_having(sentence: Sentence, token: Token) -> bool:
    """Whether it is the "has", "needs" or "has got" of "has to leave"."""
    got = token.text.lower() == "got"
    have = any(each.text.lower() in _HAS for each in sentence.children_of(token, "aux"))
    return token.lemma in ("have", "need") or (got and have)


def _leads_to_verb(sentence: Sentence, token: Token) -> bool:
    """Whether an infinitive follows at once: "going to [fully] leave", not "going to great lengths to build"."""
    after = sentence.tokens[token.index + 1 : token.index + 2]
    return _obliges(sentence, token) and any(
        each.tag == "TO" or each.text == "na" for each in after
    )


def _modal_astray(sentence: Sentence, token: Token) -> Verdict | None:
    """The modal before "be" that quotation marks keep from its verb: "would be ``handed over''"."""
    helpers = sentence.children_of(token, "aux", "auxpass")
    if any(each.tag in ("MD", "TO", "VBD", "VBP", "VBZ") for each in helpers):
        return None
    for helper in helpers:
        before = sentence.tokens[max(0, helper.index - 2) : helper.index]
        modal = next((each for each in reversed(before) if each.tag == "MD"), None)
        if helper.text.lower() == "be" and modal is not None:
            return Verdict(modal_status(modal.text) or Status.POSSIBLE, modal, f"'{modal.text}'")
    return None


def _modal_parted(sentence: Sentence, token: Token) -> Verdict | None:
    """The modal that an insertion parts from its verb: "the army will, after talks with the mayor, free them"."""
    before = sentence.tokens[token.index - 1] if token.index else token
    bare = token.tag in ("VB", "VBP") and token.text.lower() == token.lemma
    if not bare or before.text != "," or sentence.children_of(token, "aux", *SUBJECTS):
        return None
    for comma in reversed(sentence.tokens[1 : before.index]):
        if comma.tag in ("VBD", "VBP", "VBZ"):
            return None
        modal = sentence.tokens[comma.index - 1]
        if comma.text == "," and modal.tag == "MD":
            return Verdict(modal_status(modal.text) or Status.POSSIBLE, modal, f"'{modal.text}'")
    return None


def _going_to(sentence: Sentence, token: Token) -> Verdict | None:
    """A plan as in "is going to leave"; "was going to leave" only says what was meant."""
    if token.lemma != "go" or token.tag != "VBG" or not _leads_to_verb(sentence, token):
        return None
    helpers = {each.text.lower() for each in sentence.children_of(token, "aux")}
    status = Status.POSSIBLE if helpers & {"was", "were"} else Status.PLANNED
    return Verdict(status, token, f"'{token.text} to'")


def _arranged(sentence: Sentence, token: Token) -> Verdict | None:
    """A plan as in "the minister is to visit"; "the aim is to visit" only says what is aimed at."""
    if token.lemma != "be" or not _obliges(sentence, token):
        return None
    subjects = sentence.children_of(token, "nsubj")
    if (
        not subjects
        or any(each.lemma == "blame" for each in sentence.children_of(token, "xcomp"))
        or subjects[0].lemma in load_lexicon().aims
        or subjects[0].tag in ("DT", "WDT", "WP")
    ):
        return None
    status = Status.POSSIBLE if token.tag == "VBD" else Status.PLANNED
    return Verdict(status, token, f"'{token.text} to'")


def _without_tense(sentence: Sentence, token: Token) -> Verdict | None:
    if is_order(sentence, token):
        return Verdict(Status.DEMANDED, token, f"'{token.text}': an order")
    if token.head == token.index and token.tag in ("VB", "VBN") and has_to(sentence, token):
        return Verdict(Status.PLANNED, token, f"'to {token.text}': what is to be")
    return None


def _obliges(sentence: Sentence, token: Token) -> bool:
    after = sentence.tokens[token.index + 1 : token.index + 2]
    if token.lemma == "need" and any(each.tag == "TO" for each in after):
        return True
    if sentence.children_of(token, "dobj"):
        return False  # "had two weeks to leave"
    return any(has_to(sentence, each) for each in sentence.children_of(token, "xcomp"))


def _noun_status(sentence: Sentence, token: Token) -> Verdict | None:
    for child in sentence.children_of(token, "amod", "compound"):
        word = child.text.lower()
        status = qualifier_status(word) or load_lexicon().attributive.get(word)
        if status is not None:
            return Verdict(status, child, f"'{child.text}' before '{token.text}'")
    for child in sentence.children_of(token, "det", "neg"):
        if child.text.lower() in ("neither", "no"):
            return Verdict(Status.NEGATED, child, f"negated by '{child.text}'")
        if child.text.lower() == "any":
            return Verdict(Status.POSSIBLE, child, f"'any {token.text}'")
    for child in sentence.children_of(token, "acl"):
        status = qualifier_status(child.text.lower()) if child.tag == "VBN" else None
        if status is not None:
            return Verdict(status, child, f"'{token.text} {child.text}'")
    return set_ahead(sentence, token) if token.pos == "NOUN" else None


def _qualified(sentence: Sentence, token: Token) -> Verdict | None:
    if token.tag == "VBN" and _is_passive(sentence, token):
        status = passive_status(sentence, token)
        if status is not None:
            return Verdict(status, token, f"'{token.text}'")
    for child in sentence.children_of(token, "acomp", "advmod", "oprd"):
        adverb = child.dep == "advmod"
        beside = child.index == token.index - 1 and token.pos == "VERB"
        if adverb and beside and child.text.lower() in load_lexicon().short_of:
            return Verdict(Status.POSSIBLE, child, f"'{child.text} {token.text}'")
        known = load_lexicon().adverbs.get(child.text.lower())
        status = known if adverb else adjective_status(sentence, child)
        if status is not None:
            return Verdict(status, child, f"'{child.text}'")
    return None


def _is_passive(sentence: Sentence, participle: Token) -> bool:
    """Whether it is one by "be", or stands alone beside its noun: "talks scheduled for Monday"."""
    if sentence.children_of(participle, "auxpass"):
        return True
    if participle.lemma in ("prepare", "report"):
        return False  # "a paper prepared for the board", "callers reported"
    return participle.dep in ("acl", "advcl") and not sentence.children_of(participle, "aux")


def _tense(sentence: Sentence, token: Token) -> Verdict | None:
    mark = question_mark(sentence, token)
    if mark is not None:
        return Verdict(Status.POSSIBLE, mark, "a question")
    bare = disagreeing(sentence, token)
    if bare is not None:
        return bare
    return tense_of(sentence, token) if is_finite(sentence, token) else _untensed(sentence, token)


def _untensed(sentence: Sentence, token: Token) -> Verdict | None:
    governor = sentence.head_of(token)
    if has_to(sentence, token) and token.dep == "relcl":
        return Verdict(Status.PLANNED, token, f"'to {token.text}': what is to be")
    if token.dep == "conj" and is_predicate(governor):
        return _of_pair(sentence, token, governor)
    if token.tag == "VBN" and token.dep == "ccomp" and governor.lemma in _HAVING:
        return None  # as true as "have": "will have it repaired"
    if has_to(sentence, token):
        return None
    if token.tag == "VBN" and token.dep in ("ROOT", "acl", "advcl", "ccomp"):
        return Verdict(Status.HAPPENED, None, "a past participle")
    return None


def _of_pair(sentence: Sentence, token: Token, first: Token) -> Verdict | None:
    """What a second verb without tense shares with the first; "and [to leave]" shares nothing with a finite one."""
    if has_to(sentence, token) and not has_to(sentence, first):
        return Verdict(Status.POSSIBLE, None, "an aim, not a report that it was done")
    return own_status(sentence, first)
