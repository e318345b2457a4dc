"""Who is the source of a cue, by syntax: subject, agent, or what the cue hangs on."""

from reportedly.language.lexicon import load_lexicon
from reportedly.model.span import Span
from reportedly.model.syntax import Sentence, Token
from reportedly.reading.clauses import is_second_cue, own_subject
from reportedly.reading.runs import stretch, trim_run

INHERITING = ("conj", "advcl", "xcomp", "pcomp", "acl", "dep")
OCCASIONS = (
    "briefing", "conference", "email", "interview", "letter", "message", "post", "speech",
    "statement", "telephone", "tweet",
)  # fmt: skip
PAPERS = (
    "document",
    "email",
    "letter",
    "memo",
    "message",
    "note",
    "order",
    "petition",
    "statement",
    "text",
)
GETTING = ("get", "obtain", "receive", "review", "see")
EMPTY_SUBJECTS = ("it", "there")


def noun_phrase(sentence: Sentence, head: Token, *, before: Token | None = None) -> Span:
    """The whole phrase of a source: title, apposition and relative clause with it, not what follows `before`."""
    relatives = sentence.children_of(head, "relcl")
    aside = {each.index for part in relatives for each in _aside(sentence, part)}
    tokens = [
        each
        for each in sentence.subtree(head)
        if each.index not in aside and (before is None or each.index < before.index)
    ]
    run = trim_run(_without_occasion(sentence, _last_run(tokens, head), head))
    return stretch(run) if run else head.span


def _without_occasion(sentence: Sentence, run: list[Token], head: Token) -> list[Token]:
    """Without a day, a place of speech or a manner at the end: "the envoy [in a statement on Monday]"."""
    for child in sentence.children_of(head, "prep", "npadvmod"):
        inside = sentence.children_of(child, "pobj")
        word = inside[0] if inside else child
        spoken = child.lemma in ("in", "during", "at") and word.lemma in OCCASIONS
        if child.index > head.index and (spoken or word.entity in ("DATE", "TIME")):
            return [each for each in run if each.index < child.index]
    return run


def _aside(sentence: Sentence, clause: Token) -> tuple[Token, ...]:
    """A relative clause that only adds something, set off by a comma, with "which"."""
    tokens = sentence.subtree(clause)
    opening = tokens[0]
    set_off = opening.index > 0 and sentence.tokens[opening.index - 1].text == ","
    return tokens if set_off and opening.text.lower() == "which" else ()


def _last_run(tokens: list[Token], head: Token) -> list[Token]:
    """The contiguous run that holds `head`."""
    run: list[Token] = []
    for token in tokens:
        if run and run[-1].index + 1 != token.index:
            if run[-1].index >= head.index:
                break
            run = []
        run.append(token)
    return run


def recipient_of(sentence: Sentence, verb: Token) -> Span | None:
    """Whom the words were told to: "told AFP", "said to reporters"."""
    for child in sentence.children_of(verb, "dobj", "dative"):
        if child.index > verb.index and child.dep == "dobj" and verb.lemma == "tell":
            return noun_phrase(sentence, child)
        for inside in sentence.children_of(child, "pobj"):
            return noun_phrase(sentence, inside)
        if child.dep == "dative" and child.index > verb.index:
            return noun_phrase(sentence, child)
    return None


def source_of(sentence: Sentence, verb: Token) -> tuple[Span | None, Span | None]:
    """Who says it, and who passes it on ("X quoted Y as saying": Y, and X as the relay)."""
    agent = _agent_of(sentence, verb)
    if agent is not None:
        return noun_phrase(sentence, agent), None
    if sentence.children_of(verb, "auxpass", "nsubjpass") or _is_done_to(sentence, verb):
        return None, None
    subject = own_subject(sentence, verb)
    if subject is None:
        return _inherited_source(sentence, verb) if verb.dep in INHERITING else (None, None)
    empty = subject.dep == "expl" and subject.lemma in EMPTY_SUBJECTS
    return (None if empty else noun_phrase(sentence, subject)), None


def _is_done_to(sentence: Sentence, verb: Token) -> bool:
    """Whether a participle tells what is done to whom it describes: "Asked about it, the envoy smiled"."""
    bare = not sentence.children_of(verb, "aux")
    return verb.tag == "VBN" and verb.dep in ("acl", "advcl") and bare


def _inherited_source(sentence: Sentence, verb: Token) -> tuple[Span | None, Span | None]:
    """The source of a cue without a subject: that of the verb it hangs on, or the noun it describes."""
    governor = sentence.head_of(verb)
    if is_second_cue(sentence, verb):
        return source_of(sentence, sentence.head_of(governor))
    if verb.dep == "pcomp" and governor.lemma == "as":
        return _quoted_source(sentence, sentence.head_of(governor))
    if verb.dep == "acl" and governor.pos in ("NOUN", "PROPN") and verb.tag == "VBG":
        return noun_phrase(sentence, governor, before=verb), None
    above = [each for each in sentence.ancestors(verb) if each.pos in ("VERB", "AUX")]
    if not above:
        return None, None
    paper = _paper_of(sentence, above[0], verb)
    if paper is not None:
        return noun_phrase(sentence, paper, before=verb), None
    occasion = _occasion_of(sentence, above[0], verb) or _beyond(sentence, above[0], verb)
    return source_of(sentence, occasion or above[0])


def _beyond(sentence: Sentence, governor: Token, verb: Token) -> Token | None:
    """The main verb over a clause of time: "refused it before Holt spoke, [saying it was late]"."""
    marks = {each.lemma for each in sentence.children_of(governor, "mark", "advmod")}
    apart = verb.index > 0 and "," in {
        each.text for each in sentence.tokens[verb.index - 2 : verb.index]
    }
    timed = governor.dep == "advcl" and bool(marks & {"after", "before", "until", "when"})
    above = sentence.head_of(governor)
    own = own_subject(sentence, above) is not None
    return above if timed and apart and own and verb.dep == "advcl" and verb.tag == "VBG" else None


def _paper_of(sentence: Sentence, governor: Token, verb: Token) -> Token | None:
    """The letter that says it: "the paper obtained a letter asking him to wait"."""
    if governor.lemma not in GETTING or verb.tag != "VBG":
        return None
    papers = (each for each in sentence.children_of(governor, "dobj") if each.lemma in PAPERS)
    return next((each for each in papers if each.index < verb.index), None)


def _occasion_of(sentence: Sentence, governor: Token, verb: Token) -> Token | None:
    """The deed at which it is said: "the remarks came as the minister refused, saying he was busy"."""
    if governor.lemma not in load_lexicon().follows or verb.dep != "advcl":
        return None
    clauses = sentence.children_of(governor, "advcl")
    before = [each for each in clauses if each.index < verb.index and own_subject(sentence, each)]
    return before[-1] if before else None


def _quoted_source(sentence: Sentence, verb: Token) -> tuple[Span | None, Span | None]:
    """Of "X quoted Y as saying" and "Y was quoted by X as saying": Y, and X."""
    passive = next(iter(sentence.children_of(verb, "nsubjpass")), None)
    if passive is not None:
        agent = _agent_of(sentence, verb)
        relay = noun_phrase(sentence, agent) if agent is not None else None
        return noun_phrase(sentence, passive), relay
    quoted = next(iter(sentence.children_of(verb, "dobj")), None)
    subject = own_subject(sentence, verb)
    return (
        noun_phrase(sentence, quoted) if quoted is not None else None,
        noun_phrase(sentence, subject) if subject is not None else None,
    )


def _agent_of(sentence: Sentence, verb: Token) -> Token | None:
    """The one a passive is done by."""
    for agent in sentence.children_of(verb, "agent"):
        for inside in sentence.children_of(agent, "pobj"):
            return inside
    return None
