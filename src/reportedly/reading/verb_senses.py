"""What a verb means by its object, doer or clause: sending troops or greetings, denying a charge or bail."""

from dataclasses import replace

from reportedly.language.act_rows import Entry
from reportedly.language.commitment import Commitment
from reportedly.language.lexicon import load_lexicon, noun_entry
from reportedly.language.offices import offices
from reportedly.model.ontology import Act, Presentation, Status
from reportedly.model.syntax import Sentence, Token
from reportedly.reading.questions import is_asked

_FIRST_PERSON = frozenset({"i", "we"})
_SEEMING = ("acomp", "advcl", "attr", "ccomp", "expl", "oprd", "xcomp")
_THIS = frozenset({"it", "that", "this"})
_WARNING = frozenset({"caution", "warn"})
_BRINGING = frozenset({"call for", "compel", "demand", "encourage", "force", "push", "require"})
_SOUGHT = frozenset({"by", "for", "in", "on", "over"})


def turned(sentence: Sentence, token: Token, entry: Entry, clause: Token | None) -> Entry | None:
    """The entry as it is meant here; None where the verb tells no act at all ("is wanted on a charge")."""
    if _tells_nothing(sentence, token, entry, clause):
        return None
    if _leaves_open(sentence, token, entry, clause):
        return replace(entry, act=Act.STATEMENT, speaker=Commitment.POSSIBLE)
    settled = clause is not None and _only_says(sentence, entry, clause)
    if settled or _is_own_need(sentence, token, clause):
        return replace(entry, act=Act.STATEMENT, speaker=None, reporter=Presentation.NEUTRAL)
    things = _things(sentence, token)
    if entry.lemma == "offer" and things & load_lexicon().voiced:
        return replace(entry, act=Act.STATEMENT, speaker=None, reporter=None)
    ruled = _is_ruling(sentence, token, things, clause)
    if ruled or (entry.act is Act.CONCEDE and _is_plain(sentence, token, entry)):
        act = Act.REJECT if ruled else entry.act
        return replace(entry, act=act, speaker=None, reporter=None)
    return _rejecting(sentence, token, entry)


def _things(sentence: Sentence, token: Token) -> set[str]:
    """What it is done to."""
    return {each.lemma for each in sentence.children_of(token, "dobj", "nsubjpass")}


def _tells_nothing(sentence: Sentence, token: Token, entry: Entry, clause: Token | None) -> bool:
    """Whether no party acts: "is wanted for theft", "sent greetings", "appeared twice on the show"."""
    words = load_lexicon()
    if token.lemma in words.sending and not _things(sentence, token) & words.forces:
        return True
    bare = clause is None and not sentence.children_of(token, "prep")
    if entry.lemma == "threaten" and bare and _things(sentence, token) & words.endangered:
        return True
    shown = entry.lemma == "appear" and clause is None
    if shown and not sentence.children_of(token, *_SEEMING):
        return True
    return _is_sought(sentence, token) or _is_idle_wish(sentence, token, clause)


def _leaves_open(sentence: Sentence, token: Token, entry: Entry, clause: Token | None) -> bool:
    """Whether it asks nothing of anybody: "they want it", "the rule requires it", "asked what it was"."""
    if token.lemma in load_lexicon().wishing and _things(sentence, token) & _THIS:
        return True
    if entry.lemma == "ask" and clause is not None and is_asked(sentence, clause):
        return True
    return entry.lemma in _BRINGING and _is_done_by_a_thing(sentence, token)


def _only_says(sentence: Sentence, entry: Entry, clause: Token) -> bool:
    """Whether what is assured or warned of is told as so: nothing is promised, nothing left open."""
    if entry.lemma in _WARNING:
        return _is_so(sentence, clause)
    return entry.inner is Status.PROMISED and _is_settled(sentence, clause)


def _rejecting(sentence: Sentence, token: Token, entry: Entry) -> Entry:
    """To reject a charge is to deny it; to decline to comment is to say nothing."""
    if entry.act is not Act.REJECT:
        return entry
    if _charged(sentence, token) & load_lexicon().charges:
        return replace(entry, act=Act.DENY, speaker=Commitment.DENIED)
    done = {each.lemma for each in sentence.children_of(token, "xcomp")}
    return replace(entry, act=Act.STATEMENT) if done & load_lexicon().silence else entry


def _charged(sentence: Sentence, token: Token) -> set[str]:
    """What is rejected, a suggestion only where it is told: "a suggestion that he lied", not "her suggestion"."""
    found = sentence.children_of(token, "dobj", "nsubjpass")
    told = (
        each
        for each in found
        if each.lemma != "suggestion" or sentence.children_of(each, "acl", "relcl")
    )
    return {each.lemma for each in told}


def _is_so(sentence: Sentence, clause: Token) -> bool:
    """Whether the clause tells what is or was: "warned that the bridge is unsafe" leaves nothing open."""
    helpers = {each.tag for each in sentence.children_of(clause, "aux", "auxpass")}
    finite = clause.tag in ("VBD", "VBP", "VBZ") or bool(helpers & {"VBD", "VBP", "VBZ"})
    return finite and not helpers & {"MD", "TO"}


def _is_done_by_a_thing(sentence: Sentence, token: Token) -> bool:
    """Whether no party does it, nor what a party says or plans: "the policy encourages them to come"."""
    words = offices()
    acting = words.people | words.groups | words.bodies | words.persons | words.governments
    subjects = [each for each in sentence.children_of(token, "nsubj") if each.tag in ("NN", "NNS")]
    return any(each.lemma not in acting and noun_entry(each.lemma) is None for each in subjects)


def _is_plain(sentence: Sentence, token: Token, entry: Entry) -> bool:
    """Whether a thing and no event is allowed: "the state allows no write-in votes"."""
    if entry.inner is not Status.POSSIBLE:
        return False
    things = sentence.children_of(token, "dobj")
    bare = not sentence.children_of(token, "ccomp", "xcomp", "advcl", "prep")
    return bool(things) and bare and not any(noun_entry(each.lemma) for each in things)


def _is_own_need(sentence: Sentence, token: Token, clause: Token | None) -> bool:
    """Whether it tells what somebody else is in need of: "he will require surgery"; "we need aid" asks for it."""
    doers = sentence.children_of(token, "nsubj")
    if token.lemma not in ("need", "require") or clause is not None or not doers:
        return False
    asking = {each.text.lower() for each in doers} & _FIRST_PERSON
    return not asking and bool(sentence.children_of(token, "dobj"))


def _is_idle_wish(sentence: Sentence, token: Token, clause: Token | None) -> bool:
    """Whether nothing is named that is wanted: "to whomever I want", "when they need"."""
    wanted = sentence.children_of(token, "dobj", "nsubjpass", "prep", "advcl", "dative")
    return token.lemma in load_lexicon().wishing and clause is None and not wanted


def _is_sought(sentence: Sentence, token: Token) -> bool:
    """Whether somebody "is wanted on a charge", which nobody demands."""
    passive = token.lemma == "want" and bool(sentence.children_of(token, "auxpass"))
    after = {each.text.lower() for each in sentence.children_of(token, "agent", "prep")}
    return passive and bool(after & _SOUGHT)


def _is_settled(sentence: Sentence, clause: Token) -> bool:
    """Whether what is assured lies behind or is so now: "I assure you that it was safe" promises nothing."""
    helpers = [each.tag for each in sentence.children_of(clause, "aux", "auxpass")]
    if clause.tag == "MD" or {"MD", "TO"} & set(helpers):
        return False
    past = clause.tag == "VBD" or "VBD" in helpers
    now = clause.tag in ("VBZ", "VBP") or bool({"VBZ", "VBP"} & set(helpers))
    assured = sentence.head_of(clause).lemma == "assure"
    return past or (assured and now and clause.lemma != "go")


def _is_ruling(sentence: Sentence, token: Token, things: set[str], clause: Token | None) -> bool:
    """Whether a court dismisses a claim, or somebody denies a request: done, and nothing is called untrue."""
    words = load_lexicon()
    if token.lemma == "deny" and things & words.pleas:
        return True
    agents = sentence.children_of(token, "nsubj", "agent")
    doers = {each.lemma.lower() for each in agents}
    doers |= {noun.lemma.lower() for each in agents for noun in sentence.children_of(each, "pobj")}
    return token.lemma in ("deny", "dismiss") and bool(doers & words.courts) and clause is None
