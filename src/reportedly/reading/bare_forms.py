"""Bare forms of verbs that tell no fact: orders, what shall be, what has lost its "will" or "would".

"He insists that the port close", "the talks be held", "a message for him: get out". The evidence is in the form alone,
so it holds where the parse of the sentence does not.
"""

from reportedly.language.lexicon import load_lexicon
from reportedly.model.ontology import Status
from reportedly.model.syntax import Sentence, Token
from reportedly.reading.predicates import entry_of, has_subject, has_to, is_predicate
from reportedly.reading.verdicts import Verdict

_DO = ("do", "don't")
_SAYING = frozenset({"chant", "cry", "read", "say", "shout", "yell"})
_ONE = frozenset({"he", "it", "she"})
_HELPERS = frozenset({"be", "do", "have"})
_PLURAL = frozenset(
    {
        "couple", "crew", "family", "fish", "former", "half", "latter", "lot", "majority", "most",
        "number", "police", "rest", "staff", "team",
    }
)  # fmt: skip
_LOOSE = frozenset({"ccomp", "conj", "dep", "parataxis"})


def is_order(sentence: Sentence, token: Token) -> bool:
    """Whether the clause is an imperative: "Share this story", "a message for him: get out"."""
    if token.tag not in ("VB", "VBP") or has_subject(sentence, token):
        return False
    if any(each.text.lower() not in _DO for each in sentence.children_of(token, "aux")):
        return False
    if token.head == token.index:
        opens = token.index == 0 and token.text.lower() == token.lemma
        return token.tag == "VB" or (opens and token.lemma not in load_lexicon().elided)
    if _is_called_out(sentence, token):
        return True
    quoted = token.dep in ("ccomp", "xcomp") and sentence.head_of(token).lemma in _SAYING
    return quoted and token.tag == "VB" and token.text[:1].isupper()


def _is_called_out(sentence: Sentence, token: Token) -> bool:
    """Whether a bare verb opens what a colon or dots announce: "one message: get out", "... now taste it"."""
    index = token.index - 1
    while index > 0 and sentence.tokens[index].pos == "ADV":
        index -= 1
    announced = index > 0 and sentence.tokens[index].text in (":", "...", "…")
    return announced and token.dep in _LOOSE and token.text.lower() == token.lemma


def mandative(sentence: Sentence, token: Token) -> Verdict | None:
    """The bare form of "insists that the port close", "asked that it be closed": what shall be, not what is."""
    if token.dep not in ("acl", "ccomp", "conj", "relcl") or sentence.children_of(token, "aux"):
        return None
    governor = _governor(sentence, token)
    if any(each.text.lower() == "be" for each in sentence.children_of(token, "auxpass")):
        return _to_be(sentence, token, governor)
    known = governor.lemma in load_lexicon().mandative
    if not _is_bare(token) or not known:
        return None
    past = governor.tag == "VBD" and governor.lemma == "insist" and token.tag == "VBP"
    noun = governor.pos == "NOUN" and _opens_with_that(sentence, token)
    if not past and not noun and not _is_singular(sentence, token):
        return None
    return Verdict(Status.DEMANDED, governor, f"'{governor.text}' with a bare '{token.text}'")


def _to_be(sentence: Sentence, token: Token, governor: Token) -> Verdict | None:
    """What "that it be closed" says: a demand as a clause of its own, else by its noun; never what is."""
    if token.dep == "ccomp" or governor.lemma in load_lexicon().mandative:
        return Verdict(Status.DEMANDED, token, f"'be {token.text}': what shall be")
    entry = None if is_predicate(governor) else entry_of(sentence, governor)
    if entry is None or entry.inner is None:
        return None
    return Verdict(entry.inner, governor, f"under '{governor.text}'")


def _opens_with_that(sentence: Sentence, clause: Token) -> bool:
    first = min(each.index for each in sentence.subtree(clause))
    opens = sentence.tokens[first].text.lower() == "that"
    return opens and has_subject(sentence, clause)


def _governor(sentence: Sentence, clause: Token) -> Token:
    """The governor of the first clause of those that are joined: "asked that it close and that it pay"."""
    while clause.dep == "conj" and sentence.head_of(clause).dep in ("acl", "ccomp", "conj"):
        clause = sentence.head_of(clause)
    return sentence.head_of(clause)


def disagreeing(sentence: Sentence, token: Token) -> Verdict | None:
    """What a bare form with one "he", "she" or "it" says: "the army [send] troops" has lost a "will" or shall be."""
    if not _is_bare(token) or not _is_singular(sentence, token):
        return None
    words = load_lexicon()
    caused = sentence.head_of(token).lemma in words.causative and token.dep in ("ccomp", "xcomp")
    past = token.text.lower() in words.invariant or token.text.lower().endswith("s")
    if caused or past or sentence.children_of(token, "aux", "auxpass"):
        return None
    return Verdict(Status.POSSIBLE, token, f"a bare '{token.text}' tells no fact")


def _is_bare(token: Token) -> bool:
    word = token.text.lower()
    return token.tag in ("VB", "VBP") and word == token.lemma and word not in _HELPERS


def _is_singular(sentence: Sentence, verb: Token) -> bool:
    """Whether its subject is one thing or person: "the army", "it", not "most of them", "the two"."""
    subjects = sentence.children_of(verb, "nsubj")
    if len(subjects) != 1 or has_to(sentence, verb):
        return False
    noun = subjects[0]
    several = sentence.children_of(noun, "conj", "nummod", "appos")
    if noun.text.lower() in _ONE:
        return not several
    of_many = any(each.text.lower() == "of" for each in sentence.children_of(noun, "prep"))
    named = noun.tag in ("NN", "NNP") and not noun.text.lower().endswith(("s", "men", "people"))
    return named and not several and not of_many and noun.lemma not in _PLURAL


def is_let(sentence: Sentence, token: Token) -> bool:
    """Whether it is what somebody is asked to let come about: "Let the states [ratify] it"."""
    let = sentence.head_of(token)
    if token.tag != "VB" or let.lemma != "let" or let.tag != "VB":
        return False
    return not sentence.children_of(let, "aux", "nsubj")
