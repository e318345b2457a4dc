"""Relative and participle clauses: they tell their own, but what describes a thing that is not there is open.

"A law that bans smoking" where the law is wanted, "no trip planned", "anyone who leaves".
"""

from collections.abc import Callable

from reportedly.language.lexicon import load_lexicon
from reportedly.model.ontology import Status
from reportedly.model.syntax import Sentence, Token
from reportedly.reading.predicates import entry_of, is_predicate
from reportedly.reading.verdicts import Verdict

Compose = Callable[[Sentence, Token], Verdict]

_ANY = frozenset({"a", "an", "any"})
_WHICHEVER = frozenset({"any", "whatever", "whichever"})
_WHOEVER = frozenset({"anybody", "anyone", "anything", "whoever"})
_HAVING = ("get", "have")
_PRESENT = ("VBP", "VBZ")
_WANTED = (Status.DEMANDED, Status.PLANNED)


def described(sentence: Sentence, clause: Token, noun: Token, compose: Compose) -> Verdict | None:
    """What the noun that a clause describes, and what governs the noun, make of the clause; None where nothing.

    `compose` gives the status of a predicate further up.
    """
    if clause.dep == "acl":
        return _absent(sentence, clause, noun) or _as_its_verb(sentence, clause, noun, compose)
    found = _cleft(sentence, noun, compose) or _overdue(sentence, clause, noun)
    if found is not None or not _is_present(sentence, clause):
        return found
    return (
        _dating(sentence, clause, compose)
        or _whoever(clause, noun)
        or _of_what_is_wanted(sentence, noun, compose)
    )


def _absent(sentence: Sentence, clause: Token, noun: Token) -> Verdict | None:
    if "no" in _determiners(sentence, noun):
        return Verdict(Status.NEGATED, None, f"no '{noun.text}' that was {clause.text}")
    return None


def _as_its_verb(
    sentence: Sentence, clause: Token, noun: Token, compose: Compose
) -> Verdict | None:
    """As open as the verb: "will have the bridge repaired", "any fees collected may be seized"."""
    verb = sentence.head_of(noun)
    had = clause.tag == "VBN" and noun.dep == "dobj" and verb.lemma in _HAVING
    any_of = bool(_determiners(sentence, noun) & _WHICHEVER) and is_predicate(verb)
    if not had and not any_of:
        return None
    held = compose(sentence, verb)
    return None if held.status.is_fact else held


def _cleft(sentence: Sentence, noun: Token, compose: Compose) -> Verdict | None:
    """What is alleged of "the one who fired": that he did."""
    verb = sentence.head_of(noun)
    if noun.dep != "attr" or not is_predicate(verb):
        return None
    held = compose(sentence, verb)
    return held if held.status in (Status.ALLEGED, Status.DENIED) else None


def _overdue(sentence: Sentence, clause: Token, noun: Token) -> Verdict | None:
    """What is not done at last: "it is time the minister resigned", "it is a lie that they left"."""
    verb = sentence.head_of(noun)
    it = any(each.text.lower() == "it" for each in sentence.children_of(verb, "expl", "nsubj"))
    if noun.dep != "attr" or verb.lemma != "be" or not it:
        return None
    if noun.lemma == "time" and not _determiners(sentence, noun) and clause.tag != "VB":
        return Verdict(Status.POSSIBLE, noun, f"'{noun.text}' for it")
    if noun.lemma in load_lexicon().untrue:
        return Verdict(Status.DENIED, noun, f"'{noun.text}'")
    return None


def _dating(sentence: Sentence, clause: Token, compose: Compose) -> Verdict | None:
    """What only dates something to come: "will join next year, when it turns fifty"."""
    marks = [each for each in sentence.children_of(clause, "advmod") if each.lemma == "when"]
    noun = sentence.head_of(clause)
    if noun.lemma == "time" and sentence.head_of(noun).text.lower() == "by":
        marks.append(noun)  # "by the time it is done"
    verb = next((each for each in sentence.ancestors(clause) if is_predicate(each)), None)
    if not marks or verb is None or compose(sentence, verb).status.is_fact:
        return None
    return Verdict(Status.POSSIBLE, marks[0], f"dates '{verb.text}', which is not done")


def _whoever(clause: Token, noun: Token) -> Verdict | None:
    if noun.text.lower() in _WHOEVER:
        return Verdict(Status.POSSIBLE, noun, f"'{noun.text}' that {clause.text}")
    return None


def _of_what_is_wanted(sentence: Sentence, noun: Token, compose: Compose) -> Verdict | None:
    whole = sentence.head_of(noun) if noun.dep in ("appos", "conj") else noun
    verb = sentence.head_of(whole)
    unknown = bool(_determiners(sentence, noun) & _ANY) and whole.dep in ("attr", "dobj")
    if not unknown or not is_predicate(verb):
        return None
    entry = entry_of(sentence, verb, whole)
    wanted = entry is not None and entry.inner in _WANTED
    if not wanted and compose(sentence, verb).status.is_fact:
        return None
    return Verdict(Status.POSSIBLE, None, f"of '{noun.text}', which is not there yet")


def _is_present(sentence: Sentence, clause: Token) -> bool:
    helpers = sentence.children_of(clause, "aux", "auxpass")
    return clause.tag in _PRESENT or any(each.tag in _PRESENT for each in helpers[:1])


def _determiners(sentence: Sentence, noun: Token) -> set[str]:
    return {each.text.lower() for each in sentence.children_of(noun, "det")}
