"""Clauses of what is not there yet: conditions ("if", "in case", "should it close") and things waited for ("until")."""

from reportedly.language.lexicon import load_lexicon
from reportedly.model.syntax import Sentence, Token
from reportedly.reading.predicates import SUBJECTS, is_predicate

_INVERTED = frozenset({"had", "should", "were"})
_ASSUMING = frozenset({"assuming", "presuming", "provided", "providing", "supposing"})
_NOMINATIVE = frozenset({"he", "i", "she", "they", "we"})
_MEASURES = ("far", "long", "soon")  # "as soon as he leaves"
_OPENS = ("case", "event")
_PRESENT = ("VBP", "VBZ")


def condition_of(sentence: Sentence, clause: Token) -> Token | None:
    """The word that makes the clause a condition: "if", the "case" of "in case", the "should" of "should it close"."""
    words = load_lexicon().conditions
    for mark in sentence.children_of(clause, "mark", "advmod", "cc"):
        known = mark.text.lower() in words or _is_as_though(sentence, mark)
        if known and mark.index < clause.index:
            return mark
    if not is_predicate(clause):
        return None
    return (
        _if_and_when(sentence, clause)
        or _in_case(sentence, clause)
        or _inverted(sentence, clause)
        or _assumed(sentence, clause)
    )


def _is_as_though(sentence: Sentence, mark: Token) -> bool:
    before = sentence.tokens[max(0, mark.index - 1) : mark.index]
    return mark.text.lower() == "though" and any(each.text.lower() == "as" for each in before)


def waiting_mark(sentence: Sentence, clause: Token) -> Token | None:
    """The word that puts a present-tense clause after something: "before", "until", "once"."""
    if not _is_present(sentence, clause) and not is_participle(sentence, clause):
        return None
    return time_mark(sentence, clause)


def time_mark(sentence: Sentence, clause: Token) -> Token | None:
    """The word that orders the clause in time, whatever its tense: "before", "until", "once", "as long as"."""
    words = load_lexicon()
    for mark in sentence.children_of(clause, "mark", "advmod"):
        if mark.text.lower() in words.awaited | words.following:
            return mark
    measure = sentence.head_of(clause)
    if clause.dep == "advcl" and measure.text.lower() in _MEASURES and measure.pos == "ADV":
        return measure
    return None


def _is_present(sentence: Sentence, clause: Token) -> bool:
    helpers = sentence.children_of(clause, "aux", "auxpass")
    if any(each.tag in ("MD", "VBD") for each in helpers):
        return False
    return clause.tag in _PRESENT or any(each.tag in _PRESENT for each in helpers)


def is_participle(sentence: Sentence, clause: Token) -> bool:
    """Whether a participle stands alone: "once triggered, the rights allow"."""
    return clause.tag == "VBN" and not sentence.children_of(clause, "aux", "auxpass")


def _in_case(sentence: Sentence, clause: Token) -> Token | None:
    first = min(each.index for each in sentence.subtree(clause))
    before = sentence.tokens[max(0, first - 3) : first]
    words = [each.text.lower() for each in before]
    if words[-1:] == ["that"]:
        before, words = before[:-1], words[:-1]
    if not words or words[-1] not in _OPENS or words[-2:-1] not in (["in"], ["the"]):
        return None
    return before[-1]


def _if_and_when(sentence: Sentence, clause: Token) -> Token | None:
    """The "if" of "if and when it leaves", wherever the parser hangs it."""
    first = min(each.index for each in sentence.subtree(clause))
    before = sentence.tokens[max(0, first - 2) : first]
    joined = [each.text.lower() for each in before[1:]] == ["and"]
    return before[0] if joined and before[0].text.lower() == "if" else None


def _assumed(sentence: Sentence, clause: Token) -> Token | None:
    """The word that opens what is only assumed: "Assuming the talks take place, the port will open"."""
    first = sentence.tokens[0]
    if first.text.lower() not in _ASSUMING:
        return None
    comma = next((each.index for each in sentence.tokens if each.text == ","), 0)
    return first if 0 < clause.index < comma and clause.tag in _PRESENT else None


def _had_before(sentence: Sentence, clause: Token) -> Token | None:
    """The "had" of "would have left had he known", where the parser makes a verb of its own of it."""
    had = sentence.head_of(clause)
    if had.text.lower() != "had" or clause.dep != "ccomp" or had.index > clause.index:
        return None
    after = sentence.tokens[had.index + 1]
    would = any(each.tag == "MD" for each in sentence.tokens[: had.index])
    own = sentence.children_of(had, "nsubj", "aux")
    return had if would and (not own or after.text.lower() in _NOMINATIVE) else None


def _inverted(sentence: Sentence, clause: Token) -> Token | None:
    """A helper before its subject in a clause that is no question and no main clause: "should the port close"."""
    if clause.head == clause.index or sentence.tokens[-1].text == "?":
        return None
    had = _had_before(sentence, clause)
    if had is not None:
        return had
    subjects = sentence.children_of(clause, *SUBJECTS)
    for helper in sentence.children_of(clause, "aux"):
        if helper.text.lower() in _INVERTED and subjects and helper.index < subjects[0].index:
            return helper
    return None
