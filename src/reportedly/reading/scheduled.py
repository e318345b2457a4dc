"""Nouns that name what is to come: a hearing for Friday, an election that is scheduled, items of an agenda."""

from reportedly.language.lexicon import load_lexicon, noun_entry, qualifier_status
from reportedly.model.ontology import Status
from reportedly.model.syntax import Sentence, Token
from reportedly.reading.predicates import passive_status
from reportedly.reading.prospects import WEEKDAYS
from reportedly.reading.verdicts import Verdict

_LISTING = frozenset({"entail", "include", "including", "involve"})
_AHEAD = frozenset({Status.DEMANDED, Status.PLANNED, Status.PROMISED, Status.PROPOSED})


def set_ahead(sentence: Sentence, noun: Token) -> Verdict | None:
    """The status of an event noun with its day ("a hearing for Friday") or of which is said that it is scheduled."""
    for prep in sentence.children_of(noun, "prep"):
        for day in sentence.children_of(prep, "pobj"):
            if prep.text.lower() == "for" and day.text in WEEKDAYS:
                return Verdict(Status.PLANNED, day, f"'{noun.text} for {day.text}'")
    return _scheduled(sentence, noun)


def _scheduled(sentence: Sentence, noun: Token) -> Verdict | None:
    """'The election of members of the council, which is scheduled': the council itself cannot be."""
    for clause in sentence.subtree(noun):
        if clause.dep != "relcl" or clause.tag != "VBN":
            continue
        near = sentence.head_of(clause)
        passive = bool(sentence.children_of(clause, "auxpass"))
        if passive and (near == noun or noun_entry(near.lemma) is None):
            status = passive_status(sentence, clause)
            if status is Status.PLANNED:
                return Verdict(status, clause, f"'{noun.text}' is '{clause.text}'")
    return None


def listed_ahead(sentence: Sentence, gerund: Token, governor: Token) -> Verdict | None:
    """The status of an item of what is planned or wanted: "an agenda including lifting the ban"."""
    if gerund.tag != "VBG" or governor.lemma not in _LISTING:
        return None
    if governor.tag == "VBG" or governor.dep == "prep":
        nouns: tuple[Token, ...] = (sentence.head_of(governor),)
    else:
        nouns = sentence.children_of(governor, "nsubj")
    for noun in nouns:
        status = _wanted(sentence, noun)
        if status is not None:
            return Verdict(status, noun, f"one of the '{noun.text}'")
    return None


def _wanted(sentence: Sentence, noun: Token) -> Status | None:
    """What a noun is by its own meaning or by its adjective: "agenda", "demands", "changes needed"."""
    words = load_lexicon()
    for each in sentence.children_of(noun, "acl", "amod"):
        if each.text.lower() in words.needed:
            return Status.DEMANDED
        status = qualifier_status(each.text.lower())
        if status in _AHEAD:
            return status
    entry = noun_entry(noun.lemma)
    if entry is not None and entry.inner in _AHEAD:
        return entry.inner
    return Status.PLANNED if noun.lemma in words.agendas else None
