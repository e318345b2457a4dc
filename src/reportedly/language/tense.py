"""Where the verb that governs a time expression looks: "officials said Tuesday they will ..." is past, "will meet Tuesday" is not."""

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

import tomllib

from reportedly.model.span import Span
from reportedly.model.syntax import Sentence, Token

PAST = -1
OPEN = 0
FUTURE = 1


@lru_cache(maxsize=1)
def _words() -> Mapping[str, frozenset[str]]:
    text = files("reportedly.language").joinpath("tense.toml").read_text("utf-8")
    return {name: frozenset(row) for name, row in tomllib.loads(text).items()}


def direction_of(sentence: Sentence | None, span: Span) -> int:
    """PAST, FUTURE or OPEN by the first finite verb above the expression and the ones without tense on the way."""
    if sentence is None or not sentence.tokens:
        return OPEN
    inside = sentence.tokens_in(span)
    if not inside:
        return OPEN
    first = inside[0].index
    if first and sentence.tokens[first - 1].lemma in _words()["reporting"]:
        tense = _tense(sentence, sentence.tokens[first - 1])
        if tense != OPEN:
            return tense
    after = inside[-1].index + 1
    if after < len(sentence.tokens) and sentence.tokens[after].tag == "POS":
        return _possessor_direction(sentence, inside[-1])
    head = next((token for token in inside if token.head < inside[0].index or token.head > inside[-1].index), inside[0])
    return _climb(sentence, head)


def _possessor_direction(sentence: Sentence, token: Token) -> int:
    """ "Thursday's talks" tell nothing by themselves; "ahead of Thursday's talks" does."""
    nearest = sentence.ancestors(token)[:4]
    return FUTURE if any(each.lemma == "ahead" for each in nearest) else OPEN


def _climb(sentence: Sentence, token: Token) -> int:
    """Up to the first finite verb; an infinitive below a verb of planning, or below a present, looks ahead."""
    words = _words()
    planned = untensed = False
    for governor in sentence.ancestors(token):
        if governor.lemma in words["ahead"]:
            planned = True
        if governor.pos not in ("VERB", "AUX"):
            continue
        planned = planned or (untensed and governor.lemma in words["planning"])
        tense = _tense(sentence, governor)
        if tense == PAST and planned:
            return FUTURE
        if tense != OPEN:
            return tense
        if governor.tag in ("VBZ", "VBP"):
            return FUTURE if planned or untensed else OPEN
        untensed = True
    return FUTURE if planned else OPEN


def _tense(sentence: Sentence, verb: Token) -> int:
    """The tense of one verb with its auxiliaries; OPEN for infinitives, participles and most present forms."""
    helpers = sentence.children_of(verb, "aux", "auxpass")
    tags = {helper.tag for helper in helpers}
    words = _words()
    modals = [helper.lemma for helper in helpers if helper.tag == "MD" or helper.lemma in words["modal"]]
    if modals:
        return OPEN if set(modals) <= words["open_modal"] else FUTURE
    if "TO" in tags:
        return OPEN
    if verb.tag == "VBD" or tags & {"VBD"}:
        return FUTURE if verb.lemma in words["scheduling"] and verb.tag == "VBN" else PAST
    if verb.tag == "VBN":
        if verb.lemma in words["scheduling"]:
            return FUTURE
        return PAST
    if verb.tag in ("VBZ", "VBP"):
        return PAST if verb.lemma in words["reporting"] else FUTURE if verb.lemma in words["timetable"] else OPEN
    return OPEN
