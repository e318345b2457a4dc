"""Moves of forces that are named in passing as known: "over an increase in Norwegian deployments"."""

from collections.abc import Iterator

from reportedly.language.lexicon import load_lexicon, noun_entry
from reportedly.model.ontology import Act, Status
from reportedly.model.syntax import Sentence, Token
from reportedly.reading.mood import own_status
from reportedly.reading.predicates import entry_of, is_predicate
from reportedly.reading.units import Unit
from reportedly.reading.verdicts import Verdict

_WHERE = ("along", "around", "at", "in", "near", "on", "outside")
_PLACES = ("FAC", "GPE", "LOC", "NORP")
_MATTERS = ("amod", "compound", "nmod", "poss")


def passing_units(sentence: Sentence) -> Iterator[Unit]:
    """The nouns that name such a move, with who makes it or where, where the wording takes it as given."""
    for token in sentence.tokens:
        entry = noun_entry(_lemma(sentence, token))
        if entry is None or entry.act is not Act.MOBILIZE or not _is_massing(sentence, token):
            continue
        if _is_given(sentence, top_noun(sentence, token)) and _is_anchored(sentence, token):
            yield Unit(sentence, token, entry)


def presupposed(unit: Unit) -> Verdict:
    """A known move goes on."""
    return Verdict(Status.ONGOING, None, f"'{unit.token.text}' is named as known")


def top_noun(sentence: Sentence, token: Token) -> Token:
    """The noun that measures it, else itself: "[an increase] in deployments"."""
    governor = sentence.head_of(token)
    if governor.dep == "prep" and governor.text.lower() in ("in", "of"):
        noun = sentence.head_of(governor)
        if noun.lemma in load_lexicon().growth:
            return noun
    return token


def _lemma(sentence: Sentence, token: Token) -> str:
    """The noun's lemma; the parser cuts "build-up" into three."""
    if token.text.lower() == "up" and any(
        each.text.lower() == "build" for each in sentence.children_of(token, "compound")
    ):
        return "build-up"
    return token.lemma if token.pos == "NOUN" else ""


def _is_massing(sentence: Sentence, token: Token) -> bool:
    if token.dep in _MATTERS or own_status(sentence, token) is not None:
        return False
    return _lemma(sentence, token) in load_lexicon().massing


def _is_given(sentence: Sentence, noun: Token) -> bool:
    """Whether the wording takes it as given: after "over", "amid", "with", or owned and deplored, praised, watched."""
    governor = sentence.head_of(noun)
    if noun.dep == "pobj" and governor.text.lower() in load_lexicon().presupposing:
        return True
    if noun.dep != "dobj" or not sentence.children_of(noun, "poss") or not is_predicate(governor):
        return False
    entry = entry_of(sentence, governor)
    return entry is not None and entry.inner is None and entry.act in (Act.ACCUSE, Act.SUPPORT)


def _is_anchored(sentence: Sentence, token: Token) -> bool:
    """Whether it says whose forces or where, by a name."""
    below = sentence.subtree(token)
    named = {each.index for each in below if each.entity in _PLACES}
    forces = [each for each in below if each.dep in ("pobj", *_MATTERS) and each.index in named]
    where = [each for each in below if each.dep == "prep" and each.text.lower() in _WHERE]
    return bool(forces) or any(
        each.index in named for prep in where for each in sentence.subtree(prep)
    )
