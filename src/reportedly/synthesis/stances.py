"""What stand a telling takes, as the ledger names it: demands, offers, rejects, welcomes; "" where it takes none."""

from collections.abc import Iterator, Mapping

from reportedly.language.cue_words import (
    all_stands,
    cue_verbs,
    has_stand,
    stand_of,
    stands_of_words,
)
from reportedly.model.ontology import Act, QuoteKind, Status
from reportedly.model.reading import Assertion, AssertionKind, Quotation, Reading
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
    words = (stand_of(each) for each in (verb, *_main_verbs(reading, assertion)))
    nobodys = _is_warning(reading, assertion) or _is_past_duty(reading, assertion)
    nobodys = nobodys or _may_be_asked(reading, assertion)
    if nobodys or is_anothers_word(reading, assertion) or NOTHING in words:
        return ""
    if assertion.kind in BY_KIND:
        outright = assertion.kind in OWN_KINDS
        return (outright and _named_outright(reading, assertion)) or BY_KIND[assertion.kind]
    by_word = next((word for word in _cues(reading, assertion) if word), "")
    if verb in YIELDING and _is_refused(reading, assertion):
        return "reject"
    unmet = assertion.status is Status.NEGATED and by_word in AFFIRMING  # "has not accepted it yet"
    silent = by_word == "decline" and _is_silence(reading, assertion)
    blamed = by_word == "accuse" and not assertion.status.is_fact
    warned = by_word == "threaten" and assertion.kind is not AssertionKind.THREAT
    if unmet or silent or warned or blamed or by_word == NOTHING:
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
    """What the cue of its attribution and its own verb are in the ledger; who denies a request says nothing of it."""
    if assertion.act is Act.REJECT and _verb(reading, assertion) == "deny":
        yield NOTHING
    if assertion.quotation is not None and _opens(reading, assertion):
        yield _stand_of_cue(reading, reading.quotations[assertion.quotation])
    yield stand_of(_verb(reading, assertion), assertion.act)


def _stand_of_cue(reading: Reading, quotation: Quotation) -> str:
    """The ledger's word for the verb of saying, with its preposition where it has one: "called for", not "called"."""
    words = quotation.cue.of(reading.text).lower().split() if quotation.cue else []
    return stand_of(quotation.cue_lemma) if has_stand(quotation.cue_lemma, words[1:]) else ""


def _words_of(reading: Reading, assertion: Assertion) -> frozenset[str]:
    """The words of an assertion in small letters."""
    return frozenset(assertion.span.of(reading.text).lower().split())


def _is_warning(reading: Reading, assertion: Assertion) -> bool:
    """Whether somebody warns of what may happen, which threatens nobody: "warned that the bridge could fall".

    Nor is it a threat where a thing "threatens to delay the talks".
    """
    if _is_of_a_thing(reading, assertion):
        return True
    return assertion.kind is AssertionKind.THREAT and bool(
        OPEN_MODALS & _words_of(reading, assertion)
    )


def is_anothers_word(reading: Reading, assertion: Assertion) -> bool:
    """Whether a quoted speaker only tells what somebody else says or wants: “he said that things must change”."""
    sentence = reading.sentence_at(assertion.span.start)
    index = assertion.quotation
    tokens = sentence.tokens_in(assertion.span) if sentence else ()
    if sentence is None or index is None or not tokens:
        return False
    quotation = reading.quotations[index]
    within = {each.index for each in tokens}
    top = next((each for each in tokens if each.head not in within), tokens[0])
    for child in (top, *sentence.ancestors(top)):
        verb = sentence.head_of(child)
        if not any(piece.contains(verb.span) for piece in quotation.content):
            return False
        subjects = sentence.children_of(verb, "nsubj")
        others = [each for each in subjects if each.text.lower() not in ("i", "we", "you", "that")]
        if others and child.dep in ("ccomp", "xcomp") and verb.lemma in cue_verbs():
            return True
    return False


def _is_past_duty(reading: Reading, assertion: Assertion) -> bool:
    """Whether it tells what once had to be done, which nobody demands: "they needed to find a majority".

    In reported speech it is a demand: "Kenya said Somalia had to leave".
    """
    index = assertion.quotation
    if index is not None and reading.quotations[index].kind is QuoteKind.INDIRECT:
        return False
    sentence = reading.sentence_at(assertion.span.start)
    tokens = sentence.tokens_in(assertion.span) if sentence else ()
    if any(each.lemma == "need" and each.dep == "relcl" for each in tokens):
        return True  # "the aid that they need"
    return assertion.kind is AssertionKind.DEMAND and any(
        each.tag == "VBD"
        and each.lemma in ("have", "need")
        and each.dep in ("ROOT", "ccomp", "conj", "relcl")
        for each in tokens
    )


def _is_of_a_thing(reading: Reading, assertion: Assertion) -> bool:
    """Whether what threatens is no party."""
    sentence = reading.sentence_at(assertion.span.start)
    for token in sentence.tokens_in(assertion.span) if sentence else ():
        if sentence and token.lemma == "threaten" and assertion.kind is AssertionKind.THREAT:
            doers = sentence.children_of(token, "nsubj")
            things = [each for each in doers if each.pos == "NOUN"]
            return bool(things) and not any(
                mention.head.overlaps(each.span) for mention in reading.mentions for each in things
            )
    return False


def _may_be_asked(reading: Reading, assertion: Assertion) -> bool:
    """Whether somebody only may demand it one day: "the next minister could order them to leave"."""
    sentence = reading.sentence_at(assertion.span.start)
    event = reading.events[assertion.event] if assertion.event is not None else None
    if sentence is None or event is None or event.act is not Act.REQUEST:
        return False
    helpers = (
        child.text.lower()
        for token in sentence.tokens_in(event.predicate)
        for child in sentence.children_of(token, "aux")
    )
    return assertion.kind is AssertionKind.DEMAND and bool(OPEN_MODALS & set(helpers))


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
    """Whether who speaks threatens: "warned that a strike would be met with sanctions", not "said Kenya threatened".

    So with what they promise: "promised that Kenya would pay" is nobody's promise but theirs.
    """
    if assertion.kind is AssertionKind.PROMISE and assertion.quotation is not None:
        return stand_of(reading.quotations[assertion.quotation].cue_lemma) == "promise"
    if assertion.kind is AssertionKind.PROMISE:
        return not {"offer", "promise"} & {stand_of(each) for each in _told_by(reading, assertion)}
    return assertion.kind is AssertionKind.THREAT and _verb(reading, assertion) not in THREATENING


def _told_by(reading: Reading, assertion: Assertion) -> Iterator[str]:
    """The verb of the event and the main verbs of the words."""
    yield _verb(reading, assertion)
    yield from _main_verbs(reading, assertion)


def is_own_duty(reading: Reading, assertion: Assertion) -> bool:
    """Whether somebody says what they themselves must do, which asks nothing of others; "we must have aid" does."""
    holder = assertion.holder
    event = reading.events[assertion.event] if assertion.event is not None else None
    sentence = reading.sentence_at(assertion.span.start)
    if assertion.kind is not AssertionKind.DEMAND or holder is None or sentence is None:
        return False
    tokens = sentence.tokens_in(assertion.span)
    subject = next((each for each in tokens if each.dep in ("nsubj", "nsubjpass")), None)
    if subject is not None and _must_oneself(sentence, subject):
        return True
    if event is not None and event.act is Act.REQUEST:
        return False
    if subject is None or subject.dep == "nsubjpass" or sentence.head_of(subject).lemma in GETTING:
        return False
    doers = {each.entity for each in assertion.actors} - {""}
    word = subject.text.lower()
    return word in ("i", "we") or doers == {holder.entity} or (word in ("he", "she") and not doers)


def _must_oneself(sentence: Sentence, subject: Token) -> bool:
    """Whether one speaker alone has to do it: "I need to ask", "I have to stay"; "I need to get aid" asks for it."""
    verb = sentence.head_of(subject)
    done = sentence.children_of(verb, "xcomp") if verb.lemma in ("have", "need") else ()
    alone = subject.text.lower() == "i" and subject.dep == "nsubj"
    return alone and bool(done) and not any(each.lemma in GETTING for each in done)


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
