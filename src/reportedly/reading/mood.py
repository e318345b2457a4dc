"""What a predicate's own words say of its reality: tense, mood, negation, adjectives, whoever governs it left aside."""

from dataclasses import dataclass

from reportedly.language.lexicon import load_lexicon, modal_status, qualifier_status
from reportedly.model.ontology import Status
from reportedly.model.syntax import Sentence, Token
from reportedly.reading.predicates import (
    adjective_status,
    has_subject,
    has_to,
    is_finite,
    is_predicate,
    passive_status,
)

_BE_NOW = frozenset({"'s", "am", "are", "is", "’s"})
_DURING = frozenset({"for", "long", "since"})
_OPEN = frozenset({"may", "might"})
_ONE = frozenset({"he", "it", "she"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """A status with the token that shows it and a sentence for people."""

    status: Status
    cue: Token | None
    because: str


def own_status(sentence: Sentence, token: Token) -> Verdict | None:
    """What tense, mood and negation of the predicate itself say; None where it has no tense of its own."""
    if not is_predicate(token):
        return _noun_status(sentence, token)
    negator = negator_of(sentence, token)
    mood = mood_of(sentence, token)
    if mood is not None and (negator is None or mood.status is Status.DEMANDED):
        return mood  # "must not" demands as well
    if mood is not None and mood.cue is not None and mood.cue.text.lower() in _OPEN:
        return mood  # "may not come": open
    if negator is not None:
        return Verdict(Status.NEGATED, negator, f"negated by '{negator.text}'")
    return _qualified(sentence, token) or _tense(sentence, token)


def negator_of(sentence: Sentence, token: Token) -> Token | None:
    """The word that negates the predicate: "not", "never", "no" before its subject or object."""
    words = load_lexicon().negators
    for child in sentence.children_of(token, "neg", "advmod", "preconj"):
        if child.text.lower() in words and not _is_beyond(sentence, child):
            return child
    for child in sentence.children_of(token, "nsubj", "nsubjpass", "dobj", "attr"):
        for word in (child, *sentence.children_of(child, "det", "neg")):
            if word.text.lower() in words:
                return word
    return None


def _is_beyond(sentence: Sentence, negator: Token) -> bool:
    """Whether it says that there is more: "not only threatened"."""
    after = sentence.tokens[negator.index + 1 : negator.index + 2]
    return any(each.text.lower() in load_lexicon().beyond for each in after)


def mood_of(sentence: Sentence, token: Token) -> Verdict | None:
    """The modal verb, order or obligation that the predicate stands in; shared by "will meet and talk"."""
    for child in sentence.children_of(token, "aux"):
        status = modal_status(child.text)
        if status is not None:
            return Verdict(status, child, f"'{child.text}'")
    governor = sentence.head_of(token)
    if token.dep == "conj" and not is_finite(sentence, token) and is_predicate(governor):
        return mood_of(sentence, governor) if token.tag in ("VB", "VBN") else None
    if token.lemma in ("have", "need") and _obliges(sentence, token):
        yet = next((each for each in sentence.subtree(token) if each.text.lower() == "yet"), None)
        if yet is not None and yet.index == token.index + 1:
            return Verdict(Status.NEGATED, yet, f"'{token.text} yet to'")
        return Verdict(Status.DEMANDED, token, f"'{token.text} to'")
    return (
        _arranged(sentence, token) or _mandative(sentence, token) or _without_tense(sentence, token)
    )


def _mandative(sentence: Sentence, token: Token) -> Verdict | None:
    """The bare form of "insists that the port close", "asked that it be closed": what shall be, not what is."""
    governor = sentence.head_of(token)
    if token.dep != "ccomp" or sentence.children_of(token, "aux"):
        return None
    if any(each.text.lower() == "be" for each in sentence.children_of(token, "auxpass")):
        return Verdict(Status.DEMANDED, token, f"'be {token.text}': what shall be")
    singular = any(
        each.tag in ("NN", "NNP") or each.text.lower() in _ONE
        for each in sentence.children_of(token, "nsubj")
        if not sentence.children_of(each, "conj")
    )
    bare = token.tag in ("VB", "VBP") and token.text == token.lemma
    if not (singular and bare and governor.lemma in load_lexicon().mandative):
        return None
    return Verdict(Status.DEMANDED, governor, f"'{governor.text}' with a bare '{token.text}'")


def _arranged(sentence: Sentence, token: Token) -> Verdict | None:
    """A plan as in "the minister is to visit"; "the aim is to visit" only says what is aimed at."""
    if token.lemma != "be" or not _obliges(sentence, token):
        return None
    subjects = sentence.children_of(token, "nsubj")
    if (
        not subjects
        or subjects[0].lemma in load_lexicon().aims
        or subjects[0].tag in ("DT", "WDT", "WP")
    ):
        return None
    status = Status.POSSIBLE if token.tag == "VBD" else Status.PLANNED
    return Verdict(status, token, f"'{token.text} to'")


def is_order(sentence: Sentence, token: Token) -> bool:
    """Whether the clause is an imperative: "Share this story"."""
    if token.tag != "VB" or has_subject(sentence, token) or token.head != token.index:
        return False
    return not sentence.children_of(token, "aux")


def _without_tense(sentence: Sentence, token: Token) -> Verdict | None:
    if is_order(sentence, token):
        return Verdict(Status.DEMANDED, token, f"'{token.text}': an order")
    if token.head == token.index and token.tag == "VB" and has_to(sentence, token):
        return Verdict(Status.PLANNED, token, f"'to {token.text}': what is to be")
    return None


def _obliges(sentence: Sentence, token: Token) -> bool:
    return any(has_to(sentence, each) for each in sentence.children_of(token, "xcomp"))


def _noun_status(sentence: Sentence, token: Token) -> Verdict | None:
    for child in sentence.children_of(token, "amod", "compound"):
        status = qualifier_status(child.text.lower())
        if status is not None:
            return Verdict(status, child, f"'{child.text}' before '{token.text}'")
    for child in sentence.children_of(token, "det", "neg"):
        if child.text.lower() in ("neither", "no"):
            return Verdict(Status.NEGATED, child, f"negated by '{child.text}'")
    for child in sentence.children_of(token, "acl"):
        status = qualifier_status(child.text.lower()) if child.tag == "VBN" else None
        if status is not None:
            return Verdict(status, child, f"'{token.text} {child.text}'")
    return None


def _qualified(sentence: Sentence, token: Token) -> Verdict | None:
    if token.tag == "VBN" and sentence.children_of(token, "auxpass"):
        status = passive_status(sentence, token)
        if status is not None:
            return Verdict(status, token, f"'{token.text}'")
    for child in sentence.children_of(token, "acomp", "advmod", "oprd"):
        adverb = child.dep == "advmod"
        known = load_lexicon().adverbs.get(child.text.lower())
        status = known if adverb else adjective_status(sentence, child)
        if status is not None:
            return Verdict(status, child, f"'{child.text}'")
    return None


def _tense(sentence: Sentence, token: Token) -> Verdict | None:
    if sentence.tokens[-1].text.endswith("?"):
        return Verdict(Status.POSSIBLE, sentence.tokens[-1], "a question")
    if not is_finite(sentence, token):
        return _untensed(sentence, token)
    helpers = {child.text.lower() for child in sentence.children_of(token, "aux", "auxpass")}
    if token.tag == "VBG":
        return Verdict(Status.ONGOING, None, "a progressive form")
    if helpers & {"has", "have"}:
        return _perfect(sentence, token)
    if token.tag in ("VBZ", "VBP") or helpers & _BE_NOW:
        return Verdict(Status.ONGOING, None, "present tense")
    return Verdict(Status.HAPPENED, None, "past tense")


def _perfect(sentence: Sentence, token: Token) -> Verdict:
    spans = sentence.children_of(token, "prep", "advmod")
    lasting = any(child.text.lower() in _DURING for child in spans)
    if token.lemma == "be" or lasting:
        return Verdict(Status.ONGOING, None, "a state that lasts up to now")
    return Verdict(Status.HAPPENED, None, "present perfect")


def _untensed(sentence: Sentence, token: Token) -> Verdict | None:
    governor = sentence.head_of(token)
    if has_to(sentence, token) and token.dep == "relcl":
        return Verdict(Status.PLANNED, token, f"'to {token.text}': what is to be")
    if token.dep == "conj" and is_predicate(governor):
        return own_status(sentence, governor)
    if token.tag == "VBN" and token.dep in ("ROOT", "acl", "advcl", "ccomp"):
        return Verdict(Status.HAPPENED, None, "a past participle")
    return None
