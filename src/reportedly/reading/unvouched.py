"""Clauses that nobody stands for: what was not said, what there is no evidence of, what was not the reason."""

from reportedly.language.lexicon import load_lexicon, noun_entry
from reportedly.model.ontology import Status
from reportedly.model.syntax import Sentence, Token
from reportedly.reading.mood import mood_of, own_status
from reportedly.reading.negation import negator_of
from reportedly.reading.predicates import entry_of, has_to, is_predicate
from reportedly.reading.verdicts import Verdict

_CLEFT = frozenset({"it", "that", "this"})
_NO_GAP = ("acomp", "attr", "auxpass", "dobj")
_RELATIVE = ("WDT", "WP", "WP$", "WRB")


def unvouched(sentence: Sentence, governor: Token, child: Token) -> Verdict | None:
    """Open is what a negated verb or noun is about: "did not say that he left", "no evidence that he left".

    Verbs that take their clause as given leave it as it is ("did not know that he left"), and so does a question word
    ("did not say why he left").
    """
    if child.dep in ("acl", "ccomp", "relcl") and governor.lemma in load_lexicon().untrue:
        return Verdict(Status.DENIED, governor, f"'{governor.text}'")
    if child.dep not in ("acl", "ccomp") or has_to(sentence, child) or _asks(sentence, child):
        return None
    judged = _judged(sentence, governor, child) or _tested(sentence, governor, child)
    if judged is not None or _takes_as_given(sentence, governor, child):
        return judged
    negator = _negator(sentence, governor)
    if negator is None:
        return None
    return Verdict(Status.POSSIBLE, negator, f"'{negator.text}' before '{governor.text}'")


def _takes_as_given(sentence: Sentence, governor: Token, clause: Token) -> bool:
    """Whether negation leaves the clause alone, or the lexicon says more: "did not know that", "did not deny that"."""
    words = load_lexicon()
    if governor.lemma in words.presumed | words.beyond_doubt:
        return True
    entry = entry_of(sentence, governor, clause)
    if entry is None:
        return is_predicate(governor)
    return entry.inner is not None or (is_predicate(governor) and not entry.governs)


def _tested(sentence: Sentence, governor: Token, clause: Token) -> Verdict | None:
    """What is yet to be shown: "must prove that he left", "must show evidence that he left"."""
    verb = governor
    if clause.dep == "acl" and governor.dep == "dobj":
        verb = sentence.head_of(governor)
    if verb.lemma not in load_lexicon().proving or not is_predicate(verb):
        return None
    mood = mood_of(sentence, verb)
    if mood is None or mood.status.is_fact:
        return None
    return Verdict(Status.POSSIBLE, mood.cue, f"'{verb.text}' is yet to be done")


def _judged(sentence: Sentence, verb: Token, clause: Token) -> Verdict | None:
    """What "it is not true that", "it is not clear that" make of their clause."""
    words = load_lexicon()
    if verb.lemma != "be":
        return None
    negator = negator_of(sentence, verb)
    times = (*sentence.children_of(verb, "attr"), *sentence.children_of(clause, "npadvmod"))
    if any(_is_high_time(sentence, each) for each in times):
        return Verdict(Status.POSSIBLE, verb, "'time' for it")
    untrue = _called_untrue(sentence, verb) if negator is None else None
    if untrue is not None:
        return Verdict(Status.DENIED, untrue, f"'{untrue.text}'")
    for adjective in sentence.children_of(verb, "acomp"):
        if negator is not None and adjective.text.lower() in words.true | words.clear:
            denied = adjective.text.lower() in words.true
            status = Status.NEGATED if denied else Status.POSSIBLE
            return Verdict(status, negator, f"'{negator.text} {adjective.text}'")
    return None


def _is_high_time(sentence: Sentence, noun: Token) -> bool:
    """Whether it is the "time" of "it is time he was sent home", not "the time"."""
    return noun.lemma == "time" and not sentence.children_of(noun, "det", "nummod", "poss")


def _called_untrue(sentence: Sentence, verb: Token) -> Token | None:
    """The word of "it is untrue that he left", "it is a lie that he left"."""
    for each in sentence.children_of(verb, "acomp", "attr"):
        if each.lemma in load_lexicon().untrue:
            return each
    return None


def not_the_reason(sentence: Sentence, clause: Token, governor: Token) -> Token | None:
    """The negator of "it was not because he left", "not because he left": that he left is not told."""
    marks = [each for each in sentence.children_of(clause, "mark") if each.lemma == "because"]
    negator = negator_of(sentence, governor)
    if not marks or negator is None:
        return None
    subjects = {each.text.lower() for each in sentence.children_of(governor, "nsubj", "expl")}
    beside = negator.index == marks[0].index - 1
    bare = governor.lemma == "be" and not sentence.children_of(governor, "acomp", "attr")
    return negator if beside or (bare and subjects & _CLEFT) else None


def is_content(sentence: Sentence, clause: Token) -> bool:
    """Whether the clause says what its noun is about: "reports that he left", "charges he shot a man".

    "The man that left" does not.
    """
    if any(each.text.lower() == "that" for each in sentence.children_of(clause, "mark")):
        return True
    entry = noun_entry(sentence.head_of(clause).lemma)
    if clause.dep not in ("acl", "relcl") or entry is None or entry.inner is None:
        return False
    named = sentence.children_of(clause, "nsubj", "nsubjpass")
    whole = any(
        sentence.children_of(each, *_NO_GAP)
        for each in (clause, *sentence.children_of(clause, "conj"))
    )
    return bool(named) and whole and not _asks(sentence, clause)


def _negator(sentence: Sentence, governor: Token) -> Token | None:
    if is_predicate(governor):
        return negator_of(sentence, governor)
    own = own_status(sentence, governor)
    if own is not None and own.status is Status.NEGATED:
        return own.cue
    verb = sentence.head_of(governor)
    if governor.dep in ("attr", "dobj") and is_predicate(verb):
        return negator_of(sentence, verb)
    return None


def _asks(sentence: Sentence, clause: Token) -> bool:
    """Whether a question word or relative opens the clause."""
    words = sorted(sentence.subtree(clause), key=lambda each: each.index)
    return any(each.tag in _RELATIVE for each in words[:2])
