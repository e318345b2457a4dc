"""What an act lays on the thing it is about: a denial, a demand, a promise that is a threat; and how layers compose."""

from reportedly.language.act_rows import Entry
from reportedly.language.lexicon import is_harm, load_lexicon, noun_entry
from reportedly.model.ontology import Act, Status
from reportedly.model.syntax import Sentence, Token
from reportedly.reading.predicates import content_clause
from reportedly.reading.verdicts import Verdict

_UNDONE = (Status.ALLEGED, Status.DENIED, Status.NEGATED)
_WEAK = (Status.PLANNED, Status.POSSIBLE, Status.PROPOSED)
_UNSURE = frozenset({"can", "could", "may", "might"})
_FIRST_PERSON = frozenset({"i", "we"})
_WISHED_FOR = frozenset({"assurance", "guarantee", "pledge", "promise", "reassurance"})


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
    if {outer, inner} <= {Status.NEGATED, Status.DENIED}:
        return Status.POSSIBLE
    if outer not in _WEAK:
        return outer
    if inner not in _WEAK:
        return inner
    return Status.POSSIBLE if Status.POSSIBLE in (outer, inner) else outer


def own_effect(sentence: Sentence, token: Token, entry: Entry | None) -> Status | None:
    """What an act of demanding, denying, promising, refusing makes of its object; None for plain deeds."""
    if entry is None or entry.inner is None or entry.act is Act.CONSULT:
        return None
    if _is_done(sentence, token, entry):
        return None
    return effect_of(sentence, token, entry, content_clause(sentence, token) or token)


def _is_done(sentence: Sentence, token: Token, entry: Entry) -> bool:
    """Whether the act is a deed itself: "called it off", "ended the siege", "ordered them into the cellar"."""
    words = load_lexicon()
    if entry.inner is Status.NEGATED:
        deed = entry.act not in (Act.REJECT, Act.STATEMENT) or entry.lemma in words.cancelling
        return deed and (entry.lemma not in words.cancelling or not content_clause(sentence, token))
    if entry.lemma != "order" or content_clause(sentence, token) is not None:
        return False
    where = {each.text.lower() for each in sentence.children_of(token, "prep", "prt", "advmod")}
    things = sentence.children_of(token, "dobj")
    sent = any(noun_entry(each.lemma) is None for each in things)
    return bool(where & words.directions) and sent


def act_status(sentence: Sentence, token: Token, entry: Entry | None, verdict: Verdict) -> Verdict:
    """The status of the thing that a demand, denial, promise is about, given that of the act itself."""
    effect = own_effect(sentence, token, entry)
    refused = entry is not None and entry.lemma in load_lexicon().refusing
    if refused and effect is Status.NEGATED is verdict.status:
        return Verdict(Status.POSSIBLE, verdict.cue, f"'{token.text}' is itself negated")
    asked = verdict.cue is not None and verdict.cue.text.endswith("?")
    if effect is None or effect is verdict.status or asked:
        return verdict  # who asks a question demands nothing
    if effect in _UNDONE and not verdict.status.is_fact and verdict.status is not Status.NEGATED:
        return verdict  # "would veto the bill", "could refute it": nothing is refused or denied yet
    if verdict.status is Status.NEGATED:
        return Verdict(negated_effect(effect), verdict.cue, f"'{token.text}' is itself negated")
    status = effect if verdict.status.is_fact else combined(verdict.status, effect)
    return Verdict(status, token, f"'{token.text}' tells it as {status.value}")


def negated_effect(effect: Status) -> Status:
    """Not planning, not offering: no; not demanding, not denying: open."""
    return (
        Status.NEGATED
        if effect in (Status.PLANNED, Status.PROPOSED, Status.PROMISED)
        else Status.POSSIBLE
    )


def effect_of(sentence: Sentence, governor: Token, entry: Entry, child: Token) -> Status:
    """A promise of harm is a threat, one asked of another a demand; a warning may only name a possibility."""
    inner = entry.inner or Status.POSSIBLE
    if inner is Status.PROMISED:
        return _promise(sentence, governor, entry, child)
    if inner is Status.THREATENED and entry.lemma.startswith("warn"):
        helpers = {each.text.lower() for each in sentence.children_of(child, "aux")}
        return (
            Status.THREATENED
            if _harms(sentence, child) and not helpers & _UNSURE
            else Status.POSSIBLE
        )
    if inner is Status.ALLEGED and entry.act is Act.STATEMENT:
        subjects = {each.text.lower() for each in sentence.children_of(governor, "nsubj")}
        return Status.POSSIBLE if subjects & _FIRST_PERSON else inner
    return inner


def _promise(sentence: Sentence, governor: Token, entry: Entry, child: Token) -> Status:
    if _harms(sentence, child):
        return Status.THREATENED
    own_subject = bool(sentence.children_of(child, "nsubj", "nsubjpass"))
    if entry.lemma in _WISHED_FOR and governor.pos == "NOUN" and own_subject:
        owned = sentence.children_of(governor, "poss")
        return (
            Status.PROMISED if owned or governor.dep in ("nsubj", "nsubjpass") else Status.DEMANDED
        )
    return Status.PROMISED


def _harms(sentence: Sentence, child: Token) -> bool:
    if child.lemma in load_lexicon().undoing:
        return False  # "vowed to end the war"
    return any(
        is_harm(each.lemma)
        for each in sentence.subtree(child)
        if not _is_cause(sentence, each, child) and not _is_figure(sentence, each)
    )


def _is_figure(sentence: Sentence, token: Token) -> bool:
    """Whether nothing is harmed that is hit: "hit the campaign trail"."""
    things = {each.lemma for each in sentence.children_of(token, "dobj")}
    return token.lemma == "hit" and bool(things & load_lexicon().hit_in_peace)


def _is_cause(sentence: Sentence, token: Token, clause: Token) -> bool:
    """The subject of "the attack would be answered" is what is answered, not the harm promised."""
    return any(
        each.dep in ("nsubj", "nsubjpass")
        for each in (token, *sentence.ancestors(token))
        if each.head == clause.index
    )
