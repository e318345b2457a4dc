"""What lies ahead without a "will": set days ("opens Friday"), what plans do, what is "on the agenda"."""

from reportedly.language.lexicon import load_lexicon
from reportedly.model.ontology import Act
from reportedly.model.syntax import Sentence, Token
from reportedly.reading.predicates import entry_of, has_subject
from reportedly.reading.verdicts import Verdict

_PRESENT = ("VBP", "VBZ")
_BE_NOW = frozenset({"'re", "'s", "am", "are", "is", "’re", "’s"})
WEEKDAYS = frozenset(
    {"Friday", "Monday", "Saturday", "Sunday", "Thursday", "Tuesday", "Wednesday", "tomorrow"}
)
_MONTHS = frozenset(
    {
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    }
)  # fmt: skip


def set_day(sentence: Sentence, token: Token) -> Token | None:
    """The bare weekday or month that a present tense is set for: "the funeral is Wednesday", not "says Monday".

    Such a day is to come whatever weekday the report is of; what was done is told of a day in the past tense.
    """
    subjects = sentence.children_of(token, "nsubj", "nsubjpass")
    if not _is_present(sentence, token) or any(each.entity == "DATE" for each in subjects):
        return None
    if token.lemma == "be" and not any(each.pos in ("NOUN", "PROPN") for each in subjects):
        return None  # "it is Monday"
    entry = entry_of(sentence, token)
    if entry is not None and (entry.governs or entry.act is Act.STATEMENT):
        return None
    return next((each for each in _days(sentence, token) if _is_bare(sentence, each)), None)


def in_the_offing(sentence: Sentence, token: Token) -> Verdict | None:
    """The status of what "is on the agenda", "is in the works", "is on hold"."""
    if token.lemma != "be" or token.tag not in _PRESENT:
        return None
    for prep in sentence.children_of(token, "prep"):
        for noun in sentence.children_of(prep, "pobj"):
            status = load_lexicon().offing.get(f"{prep.text.lower()} {noun.text.lower()}")
            if status is not None:
                return Verdict(status, noun, f"'{prep.text} {noun.text}'")
    return None


def planner_of(sentence: Sentence, token: Token) -> Token | None:
    """The plan that is to do something: "the plan cuts taxes", "a bill that bans smoking", "a plan cutting taxes".

    What happens to a plan is told as it is: "the plan faces criticism".
    """
    if not _may_be_planned(sentence, token):
        return None
    first = sentence.head_of(token)
    if token.tag == "VBG":
        return _described_plan(sentence, token) if token.dep == "acl" else None
    if token.dep == "conj" and first.tag in _PRESENT and not has_subject(sentence, token):
        return planner_of(sentence, first)
    words = load_lexicon()
    others = words.frameworks if _is_of_others(sentence, token) else frozenset[str]()
    for subject in sentence.children_of(token, "nsubj"):
        if token.dep == "relcl" and (subject.tag == "WDT" or subject.text.lower() == "that"):
            return _described_plan(sentence, token)
        if subject.lemma in words.planners | others:
            return subject
    return None


def _may_be_planned(sentence: Sentence, token: Token) -> bool:
    """Whether it is a present tense that does something to something, no reaction to a plan."""
    words = load_lexicon()
    if token.tag not in (*_PRESENT, "VBG") or sentence.children_of(token, "auxpass"):
        return False
    if token.lemma in words.met_by_plans and not _is_of_others(sentence, token):
        return False
    things = sentence.children_of(token, "ccomp", "dobj", "xcomp")
    return bool(things) and not {each.lemma for each in things} & words.reactions


def _is_of_others(sentence: Sentence, token: Token) -> bool:
    """Whether it says what others are to do: "the deal sees Norland leave"."""
    return token.lemma in ("have", "see") and bool(sentence.children_of(token, "ccomp"))


def _described_plan(sentence: Sentence, clause: Token) -> Token | None:
    noun = sentence.head_of(clause)
    return noun if noun.lemma in load_lexicon().planners else None


def _is_present(sentence: Sentence, token: Token) -> bool:
    helpers = sentence.children_of(token, "aux", "auxpass")
    if token.tag in _PRESENT:
        return not helpers
    progressive = token.tag == "VBG" or token.text.lower() == "headed"
    return progressive and bool(helpers) and all(each.text.lower() in _BE_NOW for each in helpers)


def _days(sentence: Sentence, token: Token) -> tuple[Token, ...]:
    """The days that hang on the verb itself."""
    direct = sentence.children_of(token, "attr", "npadvmod")
    on = [each for each in sentence.children_of(token, "prep") if each.text.lower() in ("in", "on")]
    return (*direct, *(day for prep in on for day in sentence.children_of(prep, "pobj")))


def _is_bare(sentence: Sentence, day: Token) -> bool:
    """Whether nothing says which one: "Monday", "Monday evening", not "last Monday"."""
    weekday = next(
        (
            each
            for each in (day, *sentence.children_of(day, "compound"))
            if each.text in WEEKDAYS | _MONTHS
        ),
        None,
    )
    return weekday is not None and not sentence.children_of(day, "amod", "det", "nummod")
