"""The word that denies a predicate: "not", "never", "no longer", "no" or "few" before its subject, "neither", "nor"."""

from reportedly.language.lexicon import load_lexicon
from reportedly.model.syntax import Sentence, Token
from reportedly.reading.predicates import SUBJECTS, is_predicate

_OCCASIONS = frozenset(
    {"account", "case", "circumstance", "moment", "point", "stage", "time", "way"}
)
_NEITHER = ("neither", "nor")
_PARTIES = ("nsubj", "nsubjpass", "dobj", "attr")


def negator_of(sentence: Sentence, token: Token) -> Token | None:
    """The word that negates the predicate, its own or one that it shares: "did not rob or kill"."""
    words = load_lexicon().negators
    for child in sentence.children_of(token, "neg", "advmod", "preconj"):
        if child.text.lower() in words and not _is_beyond(sentence, child):
            return child
    return (
        _no_longer(sentence, token)
        or _at_no_time(sentence, token)
        or _nor(sentence, token)
        or _none_of(sentence, token)
        or _shared(sentence, token)
    )


def _is_beyond(sentence: Sentence, negator: Token) -> bool:
    """Whether it says that there is more: "not only threatened"."""
    after = sentence.tokens[negator.index + 1 : negator.index + 2]
    return any(each.text.lower() in load_lexicon().beyond for each in after)


def _no_longer(sentence: Sentence, token: Token) -> Token | None:
    for child in sentence.children_of(token, "advmod"):
        before = sentence.tokens[max(0, child.index - 1) : child.index]
        if child.text.lower() in ("longer", "more") and any(
            each.text.lower() == "no" for each in before
        ):
            return child
    return None


def _at_no_time(sentence: Sentence, token: Token) -> Token | None:
    """The "no" of "at no time did they shell it", "in no way", "under no circumstances"."""
    for prep in sentence.children_of(token, "prep"):
        for noun in sentence.children_of(prep, "pobj"):
            if noun.lemma in _OCCASIONS:
                for word in sentence.children_of(noun, "det"):
                    if word.text.lower() == "no":
                        return word
    return None


def _nor(sentence: Sentence, token: Token) -> Token | None:
    """The "nor", "rather than" before a verb: "it has not left, nor has it talked", "to help rather than hurt"."""
    words = list(sentence.children_of(token, "cc"))
    if token.dep == "conj":
        words += sentence.children_of(sentence.head_of(token), "cc")
    for word in words:
        before = sentence.tokens[max(0, word.index - 1) : word.index]
        rather = word.text.lower() == "than" and any(each.lemma == "rather" for each in before)
        if (word.text.lower() == "nor" or rather) and word.index < token.index:
            return word
    return None


def _none_of(sentence: Sentence, token: Token) -> Token | None:
    """What denies its subject or object: "no soldiers", "neither the king nor the queen", "few of them"."""
    words = load_lexicon()
    for child in sentence.children_of(token, *_PARTIES):
        for word in (child, *sentence.children_of(child, "det", "neg", "preconj", "cc")):
            known = word.text.lower()
            if known in words.negators and (word.dep not in ("cc", "preconj") or known in _NEITHER):
                return word
        scant = _scant(sentence, child) if child.dep in SUBJECTS else None
        if scant is not None:
            return scant
    return None


def _scant(sentence: Sentence, noun: Token) -> Token | None:
    """The "few" of "few complied", "few soldiers", no "a" or "the" before it."""
    articles = {each.text.lower() for each in sentence.children_of(noun, "det", "poss")}
    if articles:
        return None
    for word in (noun, *sentence.children_of(noun, "amod")):
        before = sentence.tokens[max(0, word.index - 1) : word.index]
        if word.text.lower() in load_lexicon().scant and not any(
            each.tag in ("DT", "PRP$") or each.text.lower() == "quite" for each in before
        ):
            return word
    return None


def _shared(sentence: Sentence, token: Token) -> Token | None:
    """The negator of the first verb of "did not rob or kill", where the second has no subject of its own."""
    first = sentence.head_of(token)
    if token.dep != "conj" or not is_predicate(first) or first.index == token.index:
        return None
    between = [each for each in sentence.children_of(first, "cc") if each.index < token.index]
    if not any(each.text.lower() == "or" for each in between):
        return None
    return None if sentence.children_of(token, *SUBJECTS) else negator_of(sentence, first)
