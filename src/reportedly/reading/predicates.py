"""What tells an event in a parsed sentence: the predicate, and what governs it."""

import itertools
from dataclasses import replace

from reportedly.language.act_rows import Entry
from reportedly.language.commitment import Commitment
from reportedly.language.lexicon import (
    is_light,
    load_lexicon,
    noun_entry,
    qualifier_entry,
    qualifier_status,
    verb_entry,
)
from reportedly.model.ontology import Act, Presentation, Status
from reportedly.model.syntax import Sentence, Token
from reportedly.reading.verb_senses import turned

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
_CAUSING = ("help", "let", "make")
_COMPLETES = ("ccomp", "csubj", "pcomp", "prep", "xcomp")
_CLAUSES = ("advcl", "ccomp", "csubj", "pcomp", "xcomp")


def is_predicate(token: Token) -> bool:
    """Whether the token heads a clause: a verb that is no auxiliary, adjective or preposition."""
    if token.pos not in ("VERB", "AUX"):
        return False
    return token.dep not in (
        "aux",
        "auxpass",
        "amod",
        "compound",
        "prep",
        "case",
        "mark",
        "nmod",
        "det",
    )


def is_finite(sentence: Sentence, token: Token) -> bool:
    """Whether the verb has a tense of its own: "said", "will meet", not "to meet", "meeting"."""
    if has_to(sentence, token):
        return False
    if token.tag == "VBP" and token.dep == "ccomp" and sentence.head_of(token).lemma in _CAUSING:
        return False  # "let him [stop]", whatever the parser makes of it
    if token.tag in ("VBD", "VBZ", "VBP", "MD"):
        return True
    finite = ("MD", "VBD", "VBZ", "VBP")
    return any(child.tag in finite for child in sentence.children_of(token, "aux", "auxpass"))


def is_past(sentence: Sentence, token: Token) -> bool:
    """Whether the form is a past one: "arranged", "was arranged"."""
    helpers = sentence.children_of(token, "aux", "auxpass")
    past = any(each.tag == "VBD" for each in helpers)
    return token.tag == "VBD" or (past and not any(each.tag == "MD" for each in helpers))


def has_subject(sentence: Sentence, token: Token) -> bool:
    """Whether the clause names its own subject."""
    return bool(sentence.children_of(token, *SUBJECTS))


def particles(sentence: Sentence, token: Token) -> tuple[str, ...]:
    """Particles and prepositions of a verb, the longest phrase first: "forward to", "for"."""
    found = [
        child.text.lower()
        for child in sentence.children_of(token, "prt", "prep", "advmod")
        if not _is_date(sentence, child)
    ]
    pairs = [f"{first} {second}" for first, second in itertools.pairwise(found)]
    return (*pairs, *found)


def _is_date(sentence: Sentence, word: Token) -> bool:
    """Whether it is the "on" of "called him a liar on Monday", which makes no "call on"."""
    things = sentence.children_of(word, "pobj")
    return any(each.entity in ("DATE", "TIME") for each in things)


def frame_of(sentence: Sentence, clause: Token) -> str:
    """How a clause is built: "that" where finite, "to", "other to" ("wants them to go"), "ing", "" for a noun."""
    if not is_predicate(clause):
        return ""
    if has_to(sentence, clause):
        other = has_subject(sentence, clause) or _has_object(sentence, sentence.head_of(clause))
        return "other to" if other else "to"
    if is_finite(sentence, clause) or (has_subject(sentence, clause) and clause.dep == "ccomp"):
        return "that"
    return "ing" if clause.tag == "VBG" else ""


def _has_object(sentence: Sentence, token: Token) -> bool:
    return is_predicate(token) and bool(sentence.children_of(token, "dobj"))


def entry_of(sentence: Sentence, token: Token, child: Token | None = None) -> Entry | None:
    """What the lexicon says of this word as governor of `child` (or alone)."""
    if is_predicate(token):
        return _verb(sentence, token, child)
    if token.pos in ("NOUN", "PROPN"):
        return noun_of(sentence, token)
    status = qualifier_status(token.text.lower())
    known = status is not None and token.pos in ("ADJ", "VERB", "ADV")
    return _qualified(token) if known else None


def event_noun(sentence: Sentence, token: Token) -> Token | None:
    """The noun that carries the event of a light verb: "talks" of "hold talks", "talks will take place"."""
    if not is_light(token.lemma) and token.pos != "AUX" and not _is_met(sentence, token):
        return None
    if token.lemma == "end" and sentence.children_of(token, "dobj"):
        return None  # "ended the siege" is no siege
    places = (
        ("prep",) if _is_met(sentence, token) else ("dobj", "nsubjpass", "nsubj", "attr", "prep")
    )
    for child in sentence.children_of(token, *places):
        for noun in sentence.children_of(child, "pobj") if child.dep == "prep" else (child,):
            if noun.pos == "NOUN" and noun_of(sentence, noun) is not None:
                return noun
    return None


def noun_of(sentence: Sentence, noun: Token) -> Entry | None:
    """The entry of a noun; None of "a phone call" and "an executive order", which ask for nothing."""
    kinds = {each.text.lower() for each in sentence.children_of(noun, "amod", "compound")}
    if noun.lemma in ("call", "order") and kinds & load_lexicon().asks_nothing:
        return None
    return noun_entry(noun.lemma)


def _is_met(sentence: Sentence, token: Token) -> bool:
    """Whether it is no meeting: "the raid will be met with sanctions", "met the deadline"."""
    if token.lemma != "meet":
        return False
    things = sentence.children_of(token, "dobj")
    fulfilled = any(each.lemma in load_lexicon().fulfilled for each in things)
    return fulfilled or bool(sentence.children_of(token, "auxpass"))


def content_clause(sentence: Sentence, token: Token) -> Token | None:
    """The clause that completes the verb: what is said, wanted, planned."""
    for child in sentence.children_of(token, "ccomp", "xcomp"):
        if is_predicate(child):
            return child
    return None


def adjective_status(sentence: Sentence, adjective: Token) -> Status | None:
    """What a predicate adjective says of its clause; some say nothing where no clause completes them."""
    lemma = adjective.text.lower()
    status = None if _is_cause(sentence, adjective) else qualifier_status(lemma)
    if lemma in load_lexicon().completed:
        head = sentence.head_of(adjective)
        left = head.lemma in ("keep", "leave")  # "in doing so, she left open many questions"
        beside = () if left else sentence.children_of(head)
        completed = [
            each
            for each in (*sentence.children_of(adjective), *beside)
            if lemma != "open" or each.dep != "prep" or each.text.lower() == "to"
        ]
        clauses = _CLAUSES if status is Status.DEMANDED else _COMPLETES
        if not any(each.dep in clauses for each in completed):
            return None  # "vital to the inquiry", "critical of the plan" ask for nothing
    return status


def _is_cause(sentence: Sentence, adjective: Token) -> bool:
    """Whether it is the "due" of "due to the rain"."""
    after = [each for each in sentence.children_of(adjective) if each.lemma == "to"]
    return adjective.lemma == "due" and any(each.dep in ("pcomp", "prep") for each in after)


def passive_status(sentence: Sentence, participle: Token) -> Status | None:
    """What a participle after "be" says of its clause: "is set for Monday" is a plan, "is set at a million" none."""
    lemma = participle.text.lower()
    if lemma in load_lexicon().completed:
        aims = [each.text.lower() for each in sentence.children_of(participle, "prep")]
        if not sentence.children_of(participle, "xcomp") and not {"for", "to"} & set(aims):
            return None
    return qualifier_status(lemma)


def is_attribution(sentence: Sentence, token: Token) -> bool:
    """Whether a verb only says who said it: a verb of saying with a clause of content."""
    entry = entry_of(sentence, token)
    if entry is None or not entry.governs or entry.act is not Act.STATEMENT:
        return False
    return token.lemma not in load_lexicon().news_acts


def _verb(sentence: Sentence, token: Token, child: Token | None) -> Entry | None:
    adjective = next(iter(sentence.children_of(token, "acomp")), None)
    beside = child is None or (child.head == token.index and child.dep != "acomp")
    if adjective is not None and beside and adjective_status(sentence, adjective) is not None:
        return _qualified(adjective)
    passive = token.tag == "VBN" and bool(sentence.children_of(token, "auxpass"))
    if passive and passive_status(sentence, token) is not None:
        return _qualified(token)
    if _is_not_guilty(sentence, token):
        return Entry(token.lemma, Act.DENY, Commitment.DENIED, Presentation.NEUTRAL)
    named = _by_subject(sentence, token, child)
    if named is not None:
        return named
    clause = child or content_clause(sentence, token)
    frame = frame_of(sentence, clause) if clause is not None else ""
    if _is_met(sentence, token):
        return None
    entry = verb_entry(token.lemma, frame, particles(sentence, token))
    return None if entry is None else turned(sentence, token, entry, clause)


def _qualified(word: Token) -> Entry | None:
    """The entry of an adjective or participle under its lemma: "is scheduled" tells "schedule"."""
    entry = qualifier_entry(word.text.lower())
    return None if entry is None else replace(entry, lemma=word.lemma)


def _by_subject(sentence: Sentence, token: Token, child: Token | None) -> Entry | None:
    """The entry of the noun whose content the verb brings: "the plan is to leave", "the plan involves leaving"."""
    if token.lemma not in load_lexicon().tells_content or child is None:
        return None
    content = child.dep in ("ccomp", "xcomp") or (child.dep == "dobj" and child.pos == "NOUN")
    for subject in sentence.children_of(token, "nsubj"):
        relative = token.dep == "relcl" and subject.tag == "WDT"
        noun = sentence.head_of(token) if relative else subject
        entry = noun_entry(noun.lemma) if noun.pos == "NOUN" and content else None
        if entry is not None and entry.inner is not None:
            return entry
    return None


def _is_not_guilty(sentence: Sentence, token: Token) -> bool:
    """Whether somebody pleads that he did not do it: "pleaded not guilty to shelling the town"."""
    after = [each.text.lower() for each in sentence.tokens[token.index + 1 : token.index + 3]]
    return token.lemma == "plead" and (after == ["not", "guilty"] or after[:1] == ["innocent"])


def has_to(sentence: Sentence, token: Token) -> bool:
    """Whether the verb is an infinitive with "to"."""
    return any(child.tag == "TO" for child in sentence.children_of(token, "aux"))
