"""What stand a telling takes, as the ledger names it: demands, offers, rejects, welcomes; "" where it takes none."""

from collections.abc import Iterator, Mapping

from reportedly.language.cue_words import all_stands, stand_of, stands_of_words
from reportedly.model.ontology import Act, Status
from reportedly.model.reading import Assertion, AssertionKind, Reading
from reportedly.model.syntax import Sentence, Token

BY_KIND: Mapping[AssertionKind, str] = {
    AssertionKind.DEMAND: "demand",
    AssertionKind.OFFER: "offer",
    AssertionKind.PROMISE: "promise",
    AssertionKind.THREAT: "threaten",
    AssertionKind.DENIAL: "deny",
    AssertionKind.ACCUSATION: "accuse",
}
BY_ACT: Mapping[Act, str] = {
    Act.REJECT: "reject",
    Act.SUPPORT: "welcome",
    Act.DENY: "deny",
    Act.ACCUSE: "accuse",
    Act.REQUEST: "demand",
    Act.THREATEN: "threaten",
}
AFFIRMING = frozenset(
    {"accept", "confirm", "hope", "offer", "promise", "propose", "support", "welcome"}
)
YIELDING = frozenset({"accept", "agree", "allow", "concede", "permit"})
NOTHING = (
    "-"  # the ledger's word for what looks like a stand and is none: pleading guilty, investigating
)
THREATENING = ("threaten", "vow", "warn")
GETTING = frozenset({"be", "get", "have", "know", "receive", "see"})
OPEN_MODALS = frozenset({"could", "may", "might"})
VOICING = ("express", "voice")
OWN_KINDS = (AssertionKind.OFFER, AssertionKind.PROMISE, AssertionKind.THREAT)
OWN_ACTS = frozenset({"offer", "promise", "threaten", "propose"})


def stand_in(reading: Reading, assertion: Assertion) -> str:
    """The ledger's word for it: by its kind, else by the cue or the verb that tells it, else by its act."""
    verb = _verb(reading, assertion)
    if _is_warning(reading, assertion) or NOTHING in (
        stand_of(each) for each in (verb, *_main_verbs(reading, assertion))
    ):
        return ""
    if assertion.kind in BY_KIND:
        outright = assertion.kind in OWN_KINDS
        return (outright and _named_outright(reading, assertion)) or BY_KIND[assertion.kind]
    by_word = next((word for word in _cues(reading, assertion) if word), "")
    if verb in YIELDING and _is_refused(reading, assertion):
        return "reject"
    unmet = assertion.status is Status.NEGATED and by_word in AFFIRMING  # "has not accepted it yet"
    silent = by_word == "decline" and _is_silence(reading, assertion)
    if unmet or silent or by_word == NOTHING:
        return ""
    if by_word and not (assertion.status.is_fact and by_word in OWN_ACTS):
        return by_word
    return _by_what_is_done(assertion) or _by_words(reading, assertion)


def _named_outright(reading: Reading, assertion: Assertion) -> str:
    """The act that the main verb names: "pledged to cut" is a promise, whatever is cut."""
    named = {stand_of(each) for each in _main_verbs(reading, assertion)}
    return min(named & OWN_ACTS, default="")


def _main_verbs(reading: Reading, assertion: Assertion) -> Iterator[str]:
    """The verbs that the words hang on: "arrested" in "Police arrested two men on suspicion"."""
    sentence = reading.sentence_at(assertion.span.start)
    for token in sentence.tokens_in(assertion.span) if sentence else ():
        if token.dep in ("ROOT", "ccomp") and token.pos == "VERB":
            yield token.lemma


def _by_what_is_done(assertion: Assertion) -> str:
    settled = assertion.status in (Status.HAPPENED, Status.NEGATED, Status.POSSIBLE)
    if assertion.kind is AssertionKind.PLAN or settled:
        return ""
    return BY_ACT.get(assertion.act, "")


def _cues(reading: Reading, assertion: Assertion) -> Iterator[str]:
    """What the cue of its attribution and its own verb are in the ledger."""
    if assertion.quotation is not None and _opens(reading, assertion):
        yield stand_of(reading.quotations[assertion.quotation].cue_lemma)
    yield stand_of(_verb(reading, assertion), assertion.act)


def _words_of(reading: Reading, assertion: Assertion) -> frozenset[str]:
    """The words of an assertion in small letters."""
    return frozenset(assertion.span.of(reading.text).lower().split())


def _is_warning(reading: Reading, assertion: Assertion) -> bool:
    """Whether somebody warns of what may happen, which threatens nobody: "warned that the bridge could fall"."""
    return assertion.kind is AssertionKind.THREAT and bool(
        OPEN_MODALS & _words_of(reading, assertion)
    )


def _is_silence(reading: Reading, assertion: Assertion) -> bool:
    """Whether what is declined is a word to the press."""
    return bool({"comment", "comment.", "interview"} & _words_of(reading, assertion))


def _opens(reading: Reading, assertion: Assertion) -> bool:
    """Whether it stands in the sentence that its cue governs, not in one of those behind, which give the reasons."""
    sentence = reading.sentence_at(assertion.span.start)
    index = assertion.quotation
    begun = reading.quotations[index].content[0].start if index is not None else 0
    return sentence is None or sentence.span.start <= begun


def is_cue(lemma: str) -> bool:
    """Whether a verb of saying names a stand by itself."""
    return stand_of(lemma) not in ("", NOTHING)


def is_ledger_act(act: str) -> bool:
    """Whether the report itself may tell that somebody does it."""
    return act in OWN_ACTS or act in all_stands()


def is_by_verb(reading: Reading, assertion: Assertion) -> bool:
    """Whether the stand is that of the event told, which need not be the teller's: "Dahl said Kenya rejected it"."""
    of_event = stand_of(_verb(reading, assertion))
    cue = reading.quotations[assertion.quotation] if assertion.quotation is not None else None
    of_cue = stand_of(cue.cue_lemma) if cue else ""
    return bool(of_event) and not of_cue and assertion.kind not in BY_KIND


def is_speakers_threat(reading: Reading, assertion: Assertion) -> bool:
    """Whether who speaks threatens: "warned that a strike would be met with sanctions", not "said Kenya threatened"."""
    return assertion.kind is AssertionKind.THREAT and _verb(reading, assertion) not in THREATENING


def is_own_duty(reading: Reading, assertion: Assertion) -> bool:
    """Whether somebody says what they themselves must do, which asks nothing of others; "we must have aid" does."""
    holder = assertion.holder
    event = reading.events[assertion.event] if assertion.event is not None else None
    sentence = reading.sentence_at(assertion.span.start)
    if assertion.kind is not AssertionKind.DEMAND or holder is None or sentence is None:
        return False
    if event is not None and event.act is Act.REQUEST:
        return False
    tokens = sentence.tokens_in(assertion.span)
    subject = next((each for each in tokens if each.dep in ("nsubj", "nsubjpass")), None)
    if subject is None or subject.dep == "nsubjpass" or sentence.head_of(subject).lemma in GETTING:
        return False
    doers = {each.entity for each in assertion.actors} - {""}
    word = subject.text.lower()
    return word in ("i", "we") or doers == {holder.entity} or (word in ("he", "she") and not doers)


def _verb(reading: Reading, assertion: Assertion) -> str:
    """The lemma of the event that the assertion tells, "" where there is none."""
    return reading.events[assertion.event].lemma if assertion.event is not None else ""


def _is_refused(reading: Reading, assertion: Assertion) -> bool:
    """Whether the yielding is refused: "would accept no freeze", "will not agree"; not "has not agreed yet"."""
    if assertion.event is None:
        return False
    event = reading.events[assertion.event]
    after = reading.text[event.predicate.end : assertion.span.end].split()
    if after and after[0].lower() in ("neither", "no", "nothing"):
        return True
    before = reading.text[assertion.span.start : event.predicate.start].lower().split()
    negated = assertion.status is Status.NEGATED
    return negated and "yet" not in after and not {"has", "have", "had"} & set(before)


def _by_words(reading: Reading, assertion: Assertion) -> str:
    """What somebody calls good or bad: "the talks were constructive", "voiced concern"."""
    sentence = reading.sentence_at(assertion.span.start)
    if assertion.holder is None or sentence is None or not assertion.status.is_fact:
        return ""
    tokens = sentence.tokens_in(assertion.span)
    found = (_evaluated(sentence, token) for token in tokens)
    return next((each for each in found if each), "")


def _evaluated(sentence: Sentence, token: Token) -> str:
    """The act of the main verb's adjective, or of what is voiced; nothing below an "if" or a "not"."""
    if token.lemma not in (*VOICING, "be") or token.dep not in ("ROOT", "ccomp"):
        return ""
    if sentence.children_of(token, "neg", "aux") or token.tag == "VB":
        return ""
    dep = "acomp" if token.lemma == "be" else "dobj"
    words = sentence.children_of(token, dep)
    return next((stands_of_words().get(each.lemma.lower(), "") for each in words), "")
