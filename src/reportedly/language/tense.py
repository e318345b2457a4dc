"""Where the verb that governs a time looks: "said Tuesday they will" is past, "will meet Tuesday" is not."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files

from reportedly.language.cue_words import verbs_with
from reportedly.model.span import Span
from reportedly.model.syntax import Sentence, Token

PAST = -1
OPEN = 0
FUTURE = 1
EITHER = 2  # fixed beforehand, so that no tense tells: the nearest


@lru_cache(maxsize=1)
def _words() -> Mapping[str, frozenset[str]]:
    text = files("reportedly.language").joinpath("tense.toml").read_text("utf-8")
    return {name: frozenset(map(str, row)) for name, row in tomllib.loads(text).items()}


def direction_of(sentence: Sentence | None, span: Span) -> int:
    """PAST, FUTURE or OPEN by the first finite verb above the expression and the ones without tense on the way."""
    if sentence is None or not sentence.tokens:
        return OPEN
    inside = sentence.tokens_in(span)
    if not inside:
        return OPEN
    first = inside[0].index
    if _is_put_off(sentence, inside[0]) or _is_from(sentence, inside[0]):
        return FUTURE
    if first and sentence.tokens[first - 1].lemma in verbs_with("reporting"):
        tense = _tense(sentence, sentence.tokens[first - 1])
        if tense != OPEN:
            return tense
    after = inside[-1].index + 1
    if after < len(sentence.tokens) and sentence.tokens[after].tag == "POS":
        return _possessor_direction(sentence, inside[-1])
    head = next(
        (
            token
            for token in inside
            if token.head < inside[0].index or token.head > inside[-1].index
        ),
        inside[0],
    )
    found = _climb(sentence, head)
    required = found == PAST and _is_required_by(sentence, inside)
    due = found == OPEN and _is_deadline(sentence, inside[0])
    return FUTURE if required or due else found


def is_of_planned(sentence: Sentence | None, span: Span) -> bool:
    """Whether the expression dates what is fixed beforehand: "the Nov. 8 election", "the convention in July"."""
    inside = sentence.tokens_in(span) if sentence is not None else ()
    if sentence is None or not inside:
        return False
    for governor in sentence.ancestors(inside[0]):
        if governor in inside or governor.pos == "ADP":
            continue
        return governor.pos in ("NOUN", "PROPN") and governor.lemma in _words()["planned_events"]
    return False


def is_told_on(sentence: Sentence, span: Span) -> bool:
    """Whether the verb above the expression is one of saying, in the past: "he said on Tuesday"."""
    inside = sentence.tokens_in(span)
    if not inside:
        return False
    verbs = (each for each in sentence.ancestors(inside[0]) if each.pos in ("VERB", "AUX"))
    verb = next(verbs, None)
    return (
        verb is not None
        and verb.lemma in verbs_with("reporting")
        and _tense(sentence, verb) == PAST
    )


def _is_put_off(sentence: Sentence, token: Token) -> bool:
    """'Extended the deadline until Tuesday', "gave them until Tuesday": the day is still to come."""
    governors = sentence.ancestors(token)
    before = sentence.tokens[max(0, token.index - 1)]
    words = _words()
    verb = next((each for each in governors if each.lemma in words["putting_off"]), None)
    return before.lemma in words["until"] and verb is not None


def _is_deadline(sentence: Sentence, token: Token) -> bool:
    """'The bill funds the army through Sept. 30', "a vote by Friday"."""
    before = sentence.tokens[max(0, token.index - 1) : token.index]
    return any(each.lemma in _words()["deadline"] for each in before)


def _is_required_by(sentence: Sentence, inside: Sequence[Token]) -> bool:
    """'Said the rebels had to disarm before May 3': what somebody is told to do by a day is still to be done.

    "Before May 3, when the bank took it" tells what came of it.
    """
    words = _words()
    before = sentence.tokens[max(0, inside[0].index - 1)]
    after = sentence.tokens[inside[-1].index + 1 : inside[-1].index + 3]
    if before.lemma not in words["deadline"] | words["before"] or "when" in {
        each.lemma for each in after
    }:
        return False
    above = sentence.ancestors(inside[0])
    duty = next((each for each in above if _is_duty(sentence, each)), None)
    return duty is not None and any(
        each.lemma in verbs_with("reporting") for each in sentence.ancestors(duty)[:1]
    )


def _is_duty(sentence: Sentence, token: Token) -> bool:
    """'Had to' and 'needed to', which one verb of saying may have set back."""
    marks = (
        each.tag
        for infinitive in sentence.children_of(token, "xcomp")
        for each in sentence.children_of(infinitive, "aux")
    )
    return token.lemma in _words()["obliging"] and "TO" in marks


def _is_from(sentence: Sentence, token: Token) -> bool:
    """'Effective June 1': told before it comes into force."""
    return any(
        each.lemma == "effective" for each in sentence.tokens[max(0, token.index - 1) : token.index]
    )


def _possessor_direction(sentence: Sentence, token: Token) -> int:
    """A possessive ("Thursday's talks") tell nothing by themselves; "ahead of Thursday's talks" does."""
    nearest = sentence.ancestors(token)[:4]
    return FUTURE if any(each.lemma == "ahead" for each in nearest) else OPEN


def _climb(sentence: Sentence, token: Token) -> int:
    """Up to the first finite verb; an infinitive below a verb of planning, or below a present, looks ahead."""
    words = _words()
    planned = untensed = to_come = False
    for governor in sentence.ancestors(token):
        if governor.lemma in words["ahead"]:
            planned = True
        if governor.pos not in ("VERB", "AUX"):
            continue
        planned = planned or (untensed and governor.lemma in words["planning"])
        planned = planned or any(
            each.lemma == "due" for each in sentence.children_of(governor, "acomp")
        )  # "is due on Sunday"
        if _is_present_passive(sentence, governor):
            return FUTURE if planned else OPEN
        tense = _tense(sentence, governor)
        if tense == PAST and planned:
            return PAST if _was_due(sentence, governor) else FUTURE
        if tense != OPEN:
            return FUTURE if to_come and governor.lemma in verbs_with("reporting") else tense
        if governor.tag in ("VBZ", "VBP"):
            return FUTURE if planned or untensed else OPEN
        untensed = True
        to_come = _is_to(sentence, governor)
    return FUTURE if planned or to_come else OPEN


def _is_to(sentence: Sentence, verb: Token) -> bool:
    """The infinitive of headlines: "Envoy to visit Sulaco Monday", "Palace says envoy to visit Sulaco"."""
    marked = any(each.tag == "TO" for each in sentence.children_of(verb, "aux"))
    governed = verb.dep not in ("ROOT", "acl", "relcl")
    return marked and (not governed or bool(sentence.children_of(verb, "nsubj", "nsubjpass")))


def _was_due(sentence: Sentence, verb: Token) -> bool:
    """'Had been scheduled to end Friday', "had been due": the day has passed."""
    helpers = sentence.children_of(verb, "aux", "auxpass")
    had = any(each.lemma == "have" and each.tag == "VBD" for each in helpers)
    return had and (verb.text == "been" or any(each.text == "been" for each in helpers))


def _tense(sentence: Sentence, verb: Token) -> int:
    """The tense of one verb with its auxiliaries; OPEN for infinitives and gerunds."""
    helpers = sentence.children_of(verb, "aux", "auxpass")
    words = _words()
    modals = {each.lemma for each in helpers if each.tag == "MD" or each.lemma in words["modal"]}
    if modals:
        return OPEN if modals <= words["open_modal"] else FUTURE
    tags = {each.tag for each in helpers}
    if "TO" in tags:
        return OPEN
    if verb.lemma == "set" and not _comes_to(sentence, verb):
        return PAST
    if not tags and verb.lemma == "set":
        return FUTURE
    return PAST if "VBD" in tags else _own_tense(verb)


def _is_present_passive(sentence: Sentence, verb: Token) -> bool:
    """'When the case is heard in May': may lie on either side; "is scheduled for May" looks ahead by its word."""
    helpers = sentence.children_of(verb, "aux", "auxpass")
    present = {each.lemma for each in helpers if each.tag in ("VBZ", "VBP")}
    return verb.tag == "VBN" and present == {"be"} and verb.lemma not in _words()["scheduling"]


def _comes_to(sentence: Sentence, verb: Token) -> bool:
    """'Leaders set to sign', "talks set for Friday": not "a record set on Friday"."""
    after = sentence.tokens[verb.index + 1 : verb.index + 2]
    return any(each.lemma in ("for", "to") for each in after)


def _own_tense(verb: Token) -> int:
    """The tense of the form itself: 'scheduled for' and 'meets Tuesday' look ahead, 'says' is as good as past."""
    words = _words()
    if verb.tag == "VBN":
        return FUTURE if verb.lemma in words["scheduling"] else PAST
    if verb.tag in ("VBZ", "VBP") and verb.lemma in words["timetable"]:
        return FUTURE
    past = verb.tag == "VBD" or (
        verb.tag in ("VBZ", "VBP") and verb.lemma in verbs_with("reporting")
    )
    return PAST if past else OPEN
