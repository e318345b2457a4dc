"""Which predicates of a sentence are stated on their own, and which only belong to another's clause."""

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.language.act_rows import Entry
from reportedly.language.cue_words import verbs_with
from reportedly.language.lexicon import load_lexicon, noun_entry
from reportedly.model.ontology import Act, Status
from reportedly.model.report import Role
from reportedly.model.syntax import Sentence, Token
from reportedly.reading.governors import completed_noun, is_listed, shares_negation, stands_before
from reportedly.reading.predicates import (
    content_clause,
    entry_of,
    event_noun,
    has_subject,
    has_to,
    is_attribution,
    is_finite,
    is_predicate,
)

_TOLD = (
    Status.DEMANDED,
    Status.POSSIBLE,
    Status.PROMISED,
    Status.PROPOSED,
    Status.THREATENED,
)
_HAVING = frozenset({"express", "have", "voice"})
_GATHERS = frozenset({"including", "like"})
_OWED = (Status.DEMANDED, Status.THREATENED, Status.PROMISED)
_COMPLETING = ("acomp", "advcl", "agent", "attr", "dobj", "oprd", "prep", "prt", "xcomp")
_WH = ("WDT", "WP", "WP$", "WRB")
_EMPTY_SUBJECTS = frozenset({"it", "that", "this", "what"})


@dataclass(frozen=True, slots=True)
class Unit:
    """A predicate that is stated on its own, with its row of the lexicon."""

    sentence: Sentence
    token: Token
    entry: Entry | None


def units_of(sentence: Sentence) -> tuple[Unit, ...]:
    """The predicates of a sentence that each state a thing; mere attributions and fragments are left out."""
    standing = [
        token for token in sentence.tokens if is_predicate(token) and _stands_alone(sentence, token)
    ]
    governing = {above for token in standing for above in _governing(sentence, token)}
    return tuple(
        Unit(sentence, token, _entry(sentence, token))
        for token in standing
        if not _only_tells_who(sentence, token, governs=token.index in governing)
        and not _is_empty(sentence, token)
    )


def _entry(sentence: Sentence, token: Token) -> Entry | None:
    """The row of the verb, or of the noun that its demand, offer, promise is told by: "made an offer"."""
    noun = event_noun(sentence, token)
    entry = noun_entry(noun.lemma) if noun is not None and noun.dep == "dobj" else None
    owed = entry is not None and (entry.act, entry.inner) == (Act.STATEMENT, Status.DEMANDED)
    if owed and token.lemma == "have":
        return entry_of(sentence, token)  # "has an obligation", "has a need": nobody asks for it
    planned = entry is not None and entry.inner is Status.PLANNED and token.lemma in _HAVING
    if entry is not None and (planned or entry.inner in _TOLD):
        return entry
    return entry_of(sentence, token)


def _stands_alone(sentence: Sentence, token: Token) -> bool:
    governor = sentence.head_of(token)
    if token.dep == "conj":
        return _conjunct_stands(sentence, token, governor)
    if token.dep == "parataxis":
        return not is_attribution(sentence, token)
    if token.dep in ("advcl", "acl", "relcl"):
        return _modifier_stands(sentence, token, governor)
    if token.dep == "pcomp":
        return _complement_stands(sentence, token, governor)
    return token.index == governor.index or (
        token.dep == "ccomp" and _says_something(sentence, token)
    )


def _says_something(sentence: Sentence, token: Token) -> bool:
    """Whether the clause is no question ("who they are") and no bare infinitive ("let me see")."""
    if any(
        each.tag in _WH and each.text.lower() != "which" for each in sentence.children_of(token)
    ):
        return False
    if is_finite(sentence, token) or has_to(sentence, token) or token.tag != "VB":
        return True
    entry = entry_of(sentence, sentence.head_of(token), token)
    return (entry is not None and entry.inner is not None) or bool(
        sentence.children_of(token, "mark")
    )


def _is_owed(sentence: Sentence, token: Token) -> bool:
    noun = completed_noun(sentence, token)
    if noun is None or _is_told_by(sentence, noun):
        return False
    entry = entry_of(sentence, noun)
    return entry is not None and entry.inner in _OWED


def _is_told_by(sentence: Sentence, noun: Token) -> bool:
    """Whether a light verb tells the noun, and with it what completes it: "[made a promise] to rebuild"."""
    verb = sentence.head_of(noun)
    if noun.dep != "dobj" or not is_predicate(verb):
        return False
    carried = event_noun(sentence, verb)
    return carried is not None and carried.index == noun.index


def _conjunct_stands(sentence: Sentence, token: Token, governor: Token) -> bool:
    if not is_predicate(governor) or shares_negation(sentence, token):
        return False
    if governor.dep == "relcl" and sentence.children_of(token, "mark"):
        return False  # "the plan that she wanted and [that he dropped]"
    return (
        is_finite(sentence, token)
        or _stands_alone(sentence, governor)
        or is_listed(sentence, token)
    )


def _adverbial_stands(sentence: Sentence, token: Token) -> bool:
    marks = {mark.text.lower() for mark in sentence.children_of(token, "mark", "advmod")}
    if marks & load_lexicon().conditions or "when" in marks:
        return False
    if is_finite(sentence, token):
        return has_subject(sentence, token)
    return token.tag == "VBG" and entry_of(sentence, token) is not None


def _modifier_stands(sentence: Sentence, token: Token, governor: Token) -> bool:
    if completed_noun(sentence, token) is not None:
        return _is_owed(sentence, token)
    if token.dep == "advcl":
        return _adverbial_stands(sentence, token)
    if token.dep == "acl":
        entry = entry_of(sentence, governor) if is_finite(sentence, token) else None
        return entry is not None and entry.inner in _OWED
    if has_to(sentence, token):
        return sentence.role is Role.HEADLINE
    return _relative_stands(sentence, token)


def _relative_stands(sentence: Sentence, token: Token) -> bool:
    """Whether a relative clause tells a deed or word; not whom it describes: "voters who want peace"."""
    entry = entry_of(sentence, token)
    own = any(each.tag in _WH for each in sentence.children_of(token, "nsubj"))
    if token.lemma in load_lexicon().wishing and own:
        return False
    if token.tag in ("VBZ", "VBP"):  # "a law that helps": what it is like, not what happened
        return entry is not None and entry.inner is not None
    return entry is not None or event_noun(sentence, token) is not None


def _complement_stands(sentence: Sentence, token: Token, governor: Token) -> bool:
    if governor.text.lower() == "with":
        return has_subject(sentence, token)
    entry = entry_of(sentence, sentence.head_of(governor))
    if entry is None:
        return False
    if governor.text.lower() in _GATHERS:
        return entry.inner is not None
    return entry.inner is Status.ALLEGED


def _content_of(sentence: Sentence, token: Token) -> int | None:
    """The verb whose content this clause is."""
    governor = sentence.head_of(token)
    if token.dep == "ccomp" and not stands_before(sentence, token):
        return governor.index if is_predicate(governor) else governor.head
    if token.dep == "pcomp" and governor.text.lower() != "with":
        return governor.head
    return None


def _governing(sentence: Sentence, token: Token) -> Iterator[int]:
    """Whose content the clause is, also over an infinitive: of "promised to ensure that it opens" both verbs."""
    index = _content_of(sentence, token)
    if index is None:
        return
    yield index
    below = sentence.tokens[index]
    entry = entry_of(sentence, sentence.head_of(below), below)
    if below.dep == "xcomp" and entry is not None and entry.inner in _TOLD:
        yield below.head


def _only_tells_who(sentence: Sentence, token: Token, *, governs: bool) -> bool:
    """A verb of saying, or one whose charge, demand or question is told by the clause that it governs."""
    entry = entry_of(sentence, token)
    if is_attribution(sentence, token):
        told = sentence.children_of(token, "dobj", "attr", "prep", "xcomp", "acomp")
        if entry is not None and entry.inner is Status.NEGATED:
            return False
        bare = entry is not None and entry.inner is None and not told
        return governs or bare or token.lemma in ("ask", *verbs_with("mere"))
    if entry is None or not governs:
        return governs and not sentence.children_of(token, *_COMPLETING)  # "my view is [that ...]"
    return entry.inner is not None or (
        entry.act is Act.ACCUSE and content_clause(sentence, token) is not None
    )


def _is_empty(sentence: Sentence, token: Token) -> bool:
    """Fragments, "that is how it is", "the remarks came after", "who refused to be named"."""
    words = load_lexicon()
    subjects = sentence.children_of(token, "nsubj", "nsubjpass", "expl")
    if token.dep == "ROOT" and not subjects and is_finite(sentence, token):
        return sentence.role is not Role.HEADLINE
    if token.pos == "AUX" and event_noun(sentence, token) is None:
        return not subjects or any(each.text.lower() in _EMPTY_SUBJECTS for each in subjects)
    if token.lemma in words.follows:
        return any(_dates(sentence, each) for each in sentence.children_of(token, "prep", "advcl"))
    clause = content_clause(sentence, token)
    return clause is not None and clause.lemma in words.anonymity


def _dates(sentence: Sentence, child: Token) -> bool:
    """Whether the phrase or clause only says what something came after or amid."""
    marks = (child, *sentence.children_of(child, "mark"))
    return any(each.text.lower() in load_lexicon().sequence for each in marks)


def governing_units(sentence: Sentence, token: Token) -> Iterator[Token]:
    """The words that lay a status on this predicate, nearest first: whose demand, charge or promise it is."""
    while token.dep == "conj" and not is_listed(sentence, token):
        token = sentence.head_of(token)
    noun = completed_noun(sentence, token)
    if noun is not None:
        yield noun
    yield from sentence.ancestors(token)
