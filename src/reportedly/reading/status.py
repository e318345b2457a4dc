"""Did it happen? The status of each event, composed from the inside out: mood, negation, what governs it, who says it."""

from dataclasses import dataclass, replace

from reportedly.language.lexicon import (
    Entry,
    is_harm,
    load_lexicon,
    modal_status,
    qualifier_status,
    verb_entry,
)
from reportedly.model.interval import Interval
from reportedly.model.ontology import Act, Status
from reportedly.model.reading import EventMention, Quotation, Reading
from reportedly.model.report import Role
from reportedly.model.span import Span
from reportedly.model.syntax import Sentence, Token
from reportedly.reading.predicates import entry_of, has_subject, is_finite, is_predicate

HISTORY_DAYS = 365  # what lies further back is background, not news

_WEAK = (Status.PLANNED, Status.POSSIBLE, Status.PROPOSED)
_FACTS = (Status.HAPPENED, Status.ONGOING, Status.HISTORICAL)


@dataclass(frozen=True, slots=True)
class Verdict:
    """A status with the token that shows it and a sentence for people."""

    status: Status
    cue: Token | None
    because: str


def judge_status(reading: Reading) -> Reading:
    """Set status and cue of every event; a plan, threat, demand or denial never comes out as a fact."""
    return replace(reading, events=tuple(_judged(reading, event) for event in reading.events))


def status_of(reading: Reading, sentence: Sentence, token: Token, days: Interval | None) -> Verdict:
    """The status of what this predicate tells, in the words of whoever tells it."""
    verdict = _composed(sentence, token)
    verdict = _in_quotation(reading, sentence, token, verdict)
    verdict = _on_calendar(reading, sentence, token, verdict, days)
    if sentence.role is Role.HEADLINE and verdict.status.is_fact and token.tag != "VBD":
        return Verdict(
            Status.POSSIBLE, verdict.cue, "a headline in the present tense is no report of fact"
        )
    return verdict


def quotation_at(reading: Reading, span: Span) -> int | None:
    """The index of the innermost quotation whose content holds this span."""
    found: int | None = None
    size = 0
    for index, quotation in enumerate(reading.quotations):
        inside = any(piece.contains(span) for piece in quotation.content)
        length = sum(len(piece) for piece in quotation.content)
        if inside and (found is None or length < size):
            found, size = index, length
    return found


def combined(outer: Status, inner: Status | None) -> Status:
    """The status of a clause of status `inner` under a governor that lays `outer` on it.

    >>> combined(Status.DENIED, Status.PLANNED).value
    'denied'
    >>> combined(Status.NEGATED, Status.NEGATED).value
    'possible'
    >>> combined(Status.POSSIBLE, Status.DEMANDED).value
    'demanded'
    """
    if inner is None or inner.is_fact:
        return outer
    if outer in (Status.NEGATED, Status.DENIED) and inner in (Status.NEGATED, Status.DENIED):
        return Status.POSSIBLE
    if outer not in _WEAK:
        return outer
    if inner not in _WEAK:
        return inner
    return Status.POSSIBLE if Status.POSSIBLE in (outer, inner) else outer


def own_effect(sentence: Sentence, token: Token, entry: Entry | None) -> Status | None:
    """What an act of demanding, denying, promising, refusing makes of the thing it is about; None for plain deeds."""
    if entry is None or entry.inner is None or entry.act is Act.CONSULT:
        return None
    if entry.inner is Status.NEGATED and entry.act is not Act.REJECT:
        return None
    return _effect(sentence, entry.lemma, entry.inner, token)


def _judged(reading: Reading, event: EventMention) -> EventMention:
    sentence = reading.sentence_at(event.predicate.start)
    if sentence is None or not sentence.tokens:
        return replace(event, status=Status.POSSIBLE, because="its sentence could not be parsed")
    tokens = sentence.tokens_in(event.predicate)
    verdict = status_of(reading, sentence, tokens[0], event.days)
    cue = verdict.cue.span if verdict.cue is not None else None
    return replace(event, status=verdict.status, status_cue=cue, because=verdict.because)


def _composed(sentence: Sentence, token: Token) -> Verdict:
    verdict = own_status(sentence, token)
    child = token
    for _ in range(len(sentence.tokens)):
        if child.head == child.index or child.dep == "relcl":
            break
        governor = _governor(sentence, child)
        if child.dep == "advcl":
            return _adverbial(sentence, child, governor, verdict)
        if child.dep not in ("conj", "parataxis", "appos"):
            verdict = _governed(sentence, governor, child, verdict)
        child = governor
    return verdict or Verdict(Status.POSSIBLE, None, "no tense of its own")


def _governor(sentence: Sentence, child: Token) -> Token:
    """The head, passing from a finite second verb over infinitives: "wanted to come and is thinking"."""
    governor = sentence.head_of(child)
    if child.dep == "conj" and is_predicate(child) and is_finite(sentence, child):
        while not is_finite(sentence, governor) and governor.head != governor.index:
            if not is_predicate(governor):
                break
            governor = sentence.head_of(governor)
    return governor


def _adverbial(
    sentence: Sentence, child: Token, governor: Token, verdict: Verdict | None
) -> Verdict:
    marks = sentence.children_of(child, "mark")
    for mark in marks:
        if mark.text.lower() in load_lexicon().conditions:
            return Verdict(Status.POSSIBLE, mark, f"under '{mark.text}'")
    if verdict is not None:
        return verdict
    if child.tag == "VB":
        return Verdict(Status.POSSIBLE, None, "a purpose, not a report that it was done")
    return _composed(sentence, governor)


def _governed(
    sentence: Sentence, governor: Token, child: Token, verdict: Verdict | None
) -> Verdict | None:
    entry = entry_of(sentence, governor, child)
    own = own_status(sentence, governor) if is_predicate(governor) else None
    denied = own is not None and own.status is Status.NEGATED
    if child.dep in ("nsubj", "nsubjpass"):
        return _under(verdict, own)
    if entry is None or entry.inner is None:
        kept = _under(verdict, own) if is_predicate(child) or child.dep != "ccomp" else verdict
        return (
            verdict if child.dep == "ccomp" and is_finite(sentence, child) and not denied else kept
        )
    effect = _effect(sentence, entry.lemma, entry.inner, child)
    inner = verdict.status if verdict is not None else None
    if denied:
        status = Status.NEGATED if effect in _WEAK or effect is Status.PROMISED else Status.POSSIBLE
        return Verdict(status, governor, f"'{governor.text}' is itself negated")
    status = combined(effect, inner)
    if verdict is not None and status is verdict.status:
        return verdict
    return Verdict(status, governor, f"under '{governor.text}'")


def _under(verdict: Verdict | None, own: Verdict | None) -> Verdict | None:
    """A noun or infinitive takes mood and negation of its governor; what is less than fact stays so."""
    if own is None or (verdict is not None and not verdict.status.is_fact):
        return verdict
    return own


def _effect(sentence: Sentence, lemma: str, inner: Status, child: Token) -> Status:
    """A promise of harm is a threat; a warning without a threat is only a possibility."""
    if inner not in (Status.PROMISED, Status.THREATENED):
        return inner
    harm = any(is_harm(each.lemma) for each in sentence.subtree(child))
    if inner is Status.PROMISED:
        return Status.THREATENED if harm else inner
    if not lemma.startswith("warn"):
        return inner
    could = {each.text.lower() for each in sentence.children_of(child, "aux")} & {
        "could",
        "may",
        "might",
    }
    return Status.THREATENED if harm and not could else Status.POSSIBLE


def own_status(sentence: Sentence, token: Token) -> Verdict | None:
    """What tense, mood and negation of the predicate itself say; None where it has no tense of its own."""
    if not is_predicate(token):
        return _noun_status(sentence, token)
    negator = _negator(sentence, token)
    mood = _mood(sentence, token)
    if mood is not None and negator is None:
        return mood
    if mood is not None and mood.status in (Status.DEMANDED,):
        return mood
    if negator is not None:
        return Verdict(Status.NEGATED, negator, f"negated by '{negator.text}'")
    qualified = _qualified(sentence, token)
    if qualified is not None:
        return qualified
    return _tense(sentence, token)


def _noun_status(sentence: Sentence, token: Token) -> Verdict | None:
    for child in sentence.children_of(token, "amod", "det", "compound", "neg"):
        status = qualifier_status(child.text.lower())
        if status is not None and child.dep != "det":
            return Verdict(status, child, f"'{child.text}' {token.text}")
        if child.text.lower() in ("no", "neither"):
            return Verdict(Status.NEGATED, child, f"negated by '{child.text}'")
    return None


def _negator(sentence: Sentence, token: Token) -> Token | None:
    words = load_lexicon().negators
    for child in sentence.children_of(token, "neg", "advmod", "preconj"):
        if child.text.lower() in words:
            return child
    for child in sentence.children_of(token, "nsubj", "nsubjpass", "dobj", "attr"):
        if child.text.lower() in words:
            return child
        for word in sentence.children_of(child, "det", "neg"):
            if word.text.lower() in words:
                return word
    return None


def _mood(sentence: Sentence, token: Token) -> Verdict | None:
    for child in sentence.children_of(token, "aux"):
        status = modal_status(child.text)
        if status is not None:
            return Verdict(status, child, f"'{child.text}'")
    if token.dep == "conj" and not is_finite(sentence, token) and token.tag in ("VB", "VBN"):
        return (
            _mood(sentence, sentence.head_of(token))
            if is_predicate(sentence.head_of(token))
            else None
        )
    if token.tag == "VB" and not has_subject(sentence, token) and token.dep == "ROOT":
        return Verdict(
            Status.PLANNED if _infinitive(sentence, token) else Status.DEMANDED,
            token,
            "no tense: what is to be",
        )
    if token.lemma in ("have", "need") and any(
        each.tag == "VB" for each in sentence.children_of(token, "xcomp")
    ):
        return Verdict(Status.DEMANDED, token, f"'{token.text} to'")
    return None


def _infinitive(sentence: Sentence, token: Token) -> bool:
    return any(child.tag == "TO" for child in sentence.children_of(token, "aux"))


def _qualified(sentence: Sentence, token: Token) -> Verdict | None:
    if token.tag == "VBN" and sentence.children_of(token, "auxpass"):
        status = qualifier_status(token.text.lower())
        if status is not None:
            return Verdict(status, token, f"'{token.text}'")
    for child in sentence.children_of(token, "acomp", "advmod", "oprd"):
        status = qualifier_status(child.text.lower())
        if status is not None and child.dep != "advmod":
            return Verdict(status, child, f"'{child.text}'")
        if child.text.lower() in ("allegedly", "reportedly", "supposedly", "purportedly"):
            return Verdict(Status.ALLEGED, child, f"'{child.text}'")
        if child.text.lower() in (
            "perhaps",
            "possibly",
            "probably",
            "likely",
            "maybe",
            "potentially",
        ):
            return Verdict(Status.POSSIBLE, child, f"'{child.text}'")
    return None


def _tense(sentence: Sentence, token: Token) -> Verdict | None:
    if sentence.tokens[-1].text.endswith("?"):
        return Verdict(Status.POSSIBLE, sentence.tokens[-1], "a question")
    helpers = {child.text.lower() for child in sentence.children_of(token, "aux", "auxpass")}
    if token.tag in ("VB", "VBG", "VBN") and not is_finite(sentence, token):
        if _infinitive(sentence, token) and token.dep in ("relcl", "ROOT"):
            return Verdict(Status.PLANNED, token, f"'to {token.text}': what is to be")
        if token.dep == "conj" and is_predicate(sentence.head_of(token)):
            return own_status(sentence, sentence.head_of(token))
        if token.tag != "VBN":
            return None
        return Verdict(Status.HAPPENED, None, "a past participle")
    if token.tag == "VBG":
        return Verdict(Status.ONGOING, None, "a progressive form")
    if token.tag in ("VBZ", "VBP") or helpers & {"is", "are", "'s", "’s", "am"}:
        return Verdict(Status.ONGOING, None, "present tense")
    return Verdict(Status.HAPPENED, None, "plain past")


def _in_quotation(reading: Reading, sentence: Sentence, token: Token, verdict: Verdict) -> Verdict:
    """Lay on what the verb of saying does, where the parse does not already govern the clause by it."""
    index = quotation_at(reading, token.span)
    if index is None:
        return verdict
    quotation = reading.quotations[index]
    governors = {each.span.start for each in sentence.ancestors(token)}
    if (
        quotation.cue is None
        or quotation.cue.start in governors
        or _cue_within(quotation, governors)
    ):
        return verdict
    entry = verb_entry(quotation.cue_lemma, "that")
    if entry is None or entry.inner is None:
        return verdict
    effect = _effect(sentence, entry.lemma, entry.inner, token)
    status = combined(effect, verdict.status)
    return (
        verdict
        if status is verdict.status
        else Verdict(status, None, f"in what was said with '{quotation.cue_lemma}'")
    )


def _cue_within(quotation: Quotation, governors: set[int]) -> bool:
    cue = quotation.cue
    return cue is not None and any(cue.start <= start < cue.end for start in governors)


def _on_calendar(
    reading: Reading, sentence: Sentence, token: Token, verdict: Verdict, days: Interval | None
) -> Verdict:
    published = reading.report.published
    if not verdict.status.is_fact or days is None or published is None:
        return verdict
    if days.first > published.days.last:
        return Verdict(Status.PLANNED, verdict.cue, "told with a day after the report's own")
    age = (published.days.first - days.last).days
    if age > HISTORY_DAYS and verdict.status is Status.HAPPENED:
        return Verdict(Status.HISTORICAL, verdict.cue, "told with a day more than a year back")
    return verdict
