"""Infinitives and gerunds: whether what has no tense is told as done.

"Began to shell" is, "moved ships to raid the port", "too weak to fight", "talk of leaving", "without speaking" are not.
"""

from reportedly.language.act_rows import Entry
from reportedly.language.lexicon import load_lexicon, verb_entry
from reportedly.model.ontology import Status
from reportedly.model.syntax import Sentence, Token
from reportedly.reading.predicates import has_subject, has_to, is_predicate, particles
from reportedly.reading.verdicts import Verdict

_ACHIEVED = frozenset({"first", "last", "latest", "only", "second", "third"})
_ANY_WORD = "*"
_UNDONE = (("of", "instead"), ("of", "short"), ("than", "rather"))
_UNITS = frozenset({"day", "hour", "minute", "month", "week", "year"})
_DONE = ("do", "did", "does")


def is_aim(sentence: Sentence, governor: Token, child: Token, entry: Entry | None) -> bool:
    """A "to" clause under a word that does not say whether it came true: "moved ships to raid the port"."""
    if not has_to(sentence, child) or (entry is not None and entry.inner is not None):
        return False
    if child.dep == "acl" and governor.pos in ("NOUN", "PROPN"):  # "a comeback to win the cup"
        kinds = {each.text.lower() for each in sentence.children_of(governor, "amod", "det")}
        return not kinds & _ACHIEVED and governor.text.lower() not in _ACHIEVED
    words = load_lexicon()
    if is_predicate(governor):
        if child.dep in ("csubj", "csubjpass", "attr"):
            return True
        return child.dep in ("xcomp", "ccomp") and governor.lemma not in words.implicative
    enough = any(each.text == "enough" for each in sentence.children_of(governor, "advmod"))
    return governor.pos == "ADJ" and governor.lemma not in words.felt and not enough


def too_much(sentence: Sentence, governor: Token) -> Token | None:
    """The "too" of "too weak to fight": what follows does not come about."""
    for child in sentence.children_of(governor, "advmod"):
        if child.text.lower() == "too" and child.index < governor.index:
            return child
    return None


def left_undone(sentence: Sentence, preposition: Token) -> bool:
    """Whether what follows was not done: "without speaking", "instead of speaking", "rather than speak"."""
    before = sentence.tokens[max(0, preposition.index - 1) : preposition.index]
    word = preposition.text.lower()
    return word == "without" or any((word, each.text.lower()) in _UNDONE for each in before)


def is_particle_content(sentence: Sentence, clause: Token) -> bool:
    """Whether a gerund completes a verb with its particle: "ruled out [sending] troops", as parsed or not."""
    verb = sentence.head_of(clause)
    beside = any(each.index == clause.index - 1 for each in sentence.children_of(verb, "prt"))
    return clause.tag == "VBG" and (beside or _is_behind_day(sentence, verb, clause))


def _is_behind_day(sentence: Sentence, verb: Token, clause: Token) -> bool:
    """Whether only a day stands between: "denied on Monday [shelling] the town", "ruled out last week [selling] it"."""
    entry = verb_entry(verb.lemma, "ing", particles(sentence, verb))
    between = sentence.tokens[verb.index + 1 : clause.index]
    dates = [each for each in between if each.entity == "DATE" or each.text.lower() == "on"]
    told = entry is not None and entry.inner is not None
    commas = [each.index for each in between if each.text == ","]
    aside = commas == [verb.index + 1, clause.index - 1]
    if told and aside and not any(is_predicate(each) for each in between):
        return True  # "proposed, among other things, [raising] pay"
    return told and bool(dates) and all(each in dates or each.dep == "prt" for each in between)


def is_outcome(sentence: Sentence, clause: Token) -> bool:
    """Whether a "to" clause tells what came next: "returned, only to be jailed"."""
    helpers = [each for each in sentence.children_of(clause, "aux") if each.tag == "TO"]
    before = [sentence.tokens[each.index - 1] for each in helpers if each.index]
    return any(each.text.lower() == "only" for each in before)


def absent_after(sentence: Sentence, preposition: Token, noun: Token) -> Verdict | None:
    """The status of a noun after words that say it is not there: "without a raid", "subject to talks"."""
    if noun.dep != "pobj":
        return None
    if _is_away_from(sentence, preposition):
        return Verdict(Status.PLANNED, preposition, "some time away")
    first = preposition
    while first.dep == "conj":
        first = sentence.head_of(first)
    pair = f"{sentence.head_of(first).text.lower()} {preposition.text.lower()}"
    table = load_lexicon().absent
    status = table.get(pair) or table.get(preposition.text.lower())
    return None if status is None else Verdict(status, preposition, f"'{preposition.text}'")


def _is_away_from(sentence: Sentence, preposition: Token) -> bool:
    """Whether what follows lies ahead: "days away from a vote"; walking away from it is another thing."""
    away = sentence.head_of(preposition)
    measures = sentence.children_of(away, "npadvmod") if away.text.lower() == "away" else ()
    return preposition.text.lower() == "from" and any(each.lemma in _UNITS for each in measures)


def is_open_gerund(sentence: Sentence, preposition: Token, gerund: Token) -> bool:
    """Whether a gerund is only spoken or thought of: "talk about leaving", "a way of leaving"."""
    if gerund.dep != "pcomp" or gerund.tag not in ("VBG", "VBN"):
        return False
    governors = load_lexicon().open_gerunds.get(preposition.text.lower(), frozenset())
    return _ANY_WORD in governors or sentence.head_of(preposition).lemma in governors


def is_bare_infinitive(sentence: Sentence, token: Token) -> bool:
    """A verb without tense, "to" or "did", that no "let", "make" or "help" brings about: never told as done."""
    if token.tag != "VB" or has_subject(sentence, token):
        return False
    governor = sentence.head_of(token)
    if token.dep == "conj" and governor.tag == "VBP":
        return False  # a present form that the parser takes for an infinitive
    if token.dep == "conj" and token.lemma in load_lexicon().invariant:
        return governor.tag == "VB" and not _is_brought_about(sentence, governor)
    if token.dep == "conj":
        return not _is_brought_about(sentence, governor)
    return not _is_brought_about(sentence, token)


def _is_brought_about(sentence: Sentence, token: Token) -> bool:
    words = load_lexicon()
    if any(each.text.lower() in _DONE for each in sentence.children_of(token, "aux")):
        return True
    governor = sentence.head_of(token)
    known = words.causative | words.implicative | words.felt
    return any(each.lemma in known for each in (governor, *sentence.ancestors(token)[:2]))


def aimed(sentence: Sentence, governor: Token, verdict: Verdict | None) -> Verdict:
    """The status of an aim: what it already is where that is less than fact, else possible; negated after "too"."""
    if verdict is not None and not verdict.status.is_fact:
        return verdict
    too = too_much(sentence, governor)
    if too is not None:
        return Verdict(Status.NEGATED, too, f"'too {governor.text}' for it")
    return Verdict(Status.POSSIBLE, None, "an aim, not a report that it was done")
