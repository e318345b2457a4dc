"""Attributions by syntax: in one sentence, each cue with its content and its source."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reportedly.model.span import Span
from reportedly.model.syntax import Sentence, Token
from reportedly.reading.cues import Cues, verb_group

EDGE = ("PUNCT", "SPACE")
CLAUSES = ("ccomp", "parataxis")
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
INHERITING = ("conj", "advcl", "xcomp", "pcomp", "acl", "dep")
OUTER = ("advcl", "mark", "cc", "preconj")
EMPTY_SUBJECTS = ("it", "there")


@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue with what it ascribes. `because` names the frame; `told` is whom the words were told to."""

    cue: Span
    lemma: str
    verb: Span  # the head word of the cue
    source: Span | None
    content: tuple[Span, ...]
    because: str
    told: Span | None = None
    relay: Span | None = None  # who quotes the source, in "X quoted Y as saying"


def find_attributions(sentence: Sentence, cues: Cues) -> tuple[Attribution, ...]:
    """Every attribution that the parse of this sentence shows, in the order of the cues."""
    found = [_read_according(sentence, token) for token in sentence.tokens]
    for token in sentence.tokens:
        frames = cues.frames_of(token)
        if frames and token.pos == "NOUN":
            found.append(_read_noun(sentence, token, frames))
        elif frames:
            found.append(_read_verb(sentence, token, frames))
    kept = [each for each in found if each is not None]
    return tuple(sorted(kept, key=lambda each: each.cue))


def _read_verb(sentence: Sentence, verb: Token, frames: frozenset[str]) -> Attribution | None:
    """A cue verb with what its frames admit; None where nothing of the kind hangs on it."""
    group = verb_group(sentence, verb)
    content, preposition, because = _content_of(sentence, verb, frames)
    if not content:
        return None
    if preposition is not None and preposition.index == group[-1].index + 1:
        group = (*group, preposition)
    source, relay = source_of(sentence, verb)
    return Attribution(
        cue=_stretch(group),
        lemma=verb.lemma,
        verb=verb.span,
        source=source,
        content=content,
        because=because,
        told=recipient_of(sentence, verb),
        relay=relay,
    )


def _content_of(
    sentence: Sentence, verb: Token, frames: frozenset[str]
) -> tuple[tuple[Span, ...], Token | None, str]:
    """The content of a verb, the preposition that links it, and the name of the frame."""
    for child in sentence.children_of(verb):
        frame = _frame_of(sentence, verb, child)
        if frame == "clause" and "clause" in frames:
            return _without(sentence, child, verb), None, "clause"
    fronted = _fronted_clause(sentence, verb) if "clause" in frames else ()
    if fronted:
        return fronted, None, "clause before"
    for child in sentence.children_of(verb):
        frame = _frame_of(sentence, verb, child)
        if frame in ("to", "ing", "named", "object") and frame in frames:
            return _without(sentence, child, verb), None, frame
        if child.dep in ("prep", "dative") and child.lemma in frames and child.index > verb.index:
            inside = sentence.children_of(child, "pobj", "pcomp")
            if inside:
                return _without(sentence, inside[0], verb), child, child.lemma
    return (), None, ""


def _frame_of(sentence: Sentence, verb: Token, child: Token) -> str:
    """What a dependent of a cue verb is to it: a clause, an infinitive, a gerund, an object, or ''."""
    if child.dep in CLAUSES:
        return _clause_frame(sentence, child)
    if child.dep == "xcomp":
        return _clause_frame(sentence, child)
    if child.dep == "oprd":
        return "named"
    if child.dep == "dobj" and child.index > verb.index:
        return "object"
    return ""


def _clause_frame(sentence: Sentence, clause: Token) -> str:
    helpers = sentence.children_of(clause, "aux", "mark", "nsubj", "nsubjpass", "expl")
    if any(each.dep != "aux" for each in helpers):
        return "clause"
    if any(each.tag == "TO" for each in helpers):
        return "to"
    return "ing" if clause.tag == "VBG" else "clause"


def _fronted_clause(sentence: Sentence, verb: Token) -> tuple[Span, ...]:
    """The clause before ", X said" where the parse hangs it elsewhere: all up to that comma."""
    subject = next(iter(sentence.children_of(verb, *SUBJECTS)), None)
    if subject is None or not _closes(sentence, verb, subject):
        return ()
    own = [each.index for each in sentence.subtree(subject)]
    own.extend(each.index for each in verb_group(sentence, verb))
    first = min(own)
    if first < 2 or sentence.tokens[first - 1].text not in (",", '"', "”", "''"):  # noqa: PLR2004 - a word and a comma
        return ()
    return _pieces(sentence.tokens[: first - 1])


def _closes(sentence: Sentence, verb: Token, subject: Token) -> bool:
    """Whether subject and verb end the sentence, but for a phrase or two: "..., the minister said on Monday"."""
    after = max([verb.index, *(each.index for each in sentence.subtree(subject))])
    rest = sentence.tokens[after + 1 :]
    return not any(each.pos in ("VERB", "AUX") for each in rest)


def _without(sentence: Sentence, head: Token, verb: Token) -> tuple[Span, ...]:
    """What `head` governs without its subordinator and without the cue's own words, in contiguous pieces."""
    inside = set(range(len(sentence.tokens))) - {verb.index}
    opening = {each.index for each in sentence.children_of(head, "mark") if each.lemma == "that"}
    own = _cue_words(sentence, verb) if verb in sentence.subtree(head) else set[int]()
    kept = [each for each in sentence.subtree(head) if each.index in inside - opening - own]
    return _pieces(_filled(sentence, kept, verb))


def _cue_words(sentence: Sentence, verb: Token) -> set[int]:
    """Indexes of a cue clause that stands inside its own content."""
    return {each.index for each in sentence.subtree(verb)}


def _filled(sentence: Sentence, kept: list[Token], verb: Token) -> list[Token]:
    """With the punctuation that the parse hung elsewhere but which stands between the words kept."""
    if not kept:
        return kept
    indexes = {each.index for each in kept}
    between = range(kept[0].index, kept[-1].index)
    for index in between:
        token = sentence.tokens[index]
        if token.pos in EDGE and index != verb.index:
            indexes.add(index)
    return [sentence.tokens[index] for index in sorted(indexes)]


def _pieces(tokens: Iterable[Token]) -> tuple[Span, ...]:
    """Contiguous runs of words as spans, punctuation cut off their ends."""
    runs: list[list[Token]] = []
    for token in tokens:
        if runs and runs[-1][-1].index + 1 == token.index:
            runs[-1].append(token)
        else:
            runs.append([token])
    trimmed = (trim_run(run) for run in runs)
    return tuple(_stretch(run) for run in trimmed if run)


def trim_run(run: list[Token]) -> list[Token]:
    """Without punctuation at the ends; "?" and closing brackets stay where words stand before them."""
    first, last = 0, len(run)
    while first < last and run[first].pos in EDGE and run[first].text not in ("$", "("):
        first += 1
    while (
        last > first
        and run[last - 1].pos in EDGE
        and run[last - 1].text not in ("?", "!", ")", "%")
    ):
        last -= 1
    return run[first:last]


def _stretch(tokens: Iterable[Token]) -> Span:
    spans = [each.span for each in tokens]
    return Span(spans[0].start, spans[-1].end)


def source_of(sentence: Sentence, verb: Token) -> tuple[Span | None, Span | None]:
    """Who says it, and who passes it on ("X quoted Y as saying": Y, and X as the relay)."""
    agent = _agent_of(sentence, verb)
    if agent is not None:
        return noun_phrase(sentence, agent), None
    if sentence.children_of(verb, "auxpass", "nsubjpass"):
        return None, None
    subject = _own_subject(sentence, verb)
    if subject is not None:
        return (
            None
            if subject.lemma in EMPTY_SUBJECTS and subject.dep == "expl"
            else noun_phrase(sentence, subject)
        ), None
    if verb.dep not in INHERITING:
        return None, None
    governor = sentence.head_of(verb)
    if verb.dep == "pcomp" and governor.lemma == "as":
        return _quoted_source(sentence, sentence.head_of(governor))
    if verb.dep == "acl" and governor.pos in ("NOUN", "PROPN") and verb.tag == "VBG":
        return noun_phrase(sentence, governor, before=verb), None
    if governor.pos in ("VERB", "AUX") and governor.index != verb.index:
        return source_of(sentence, governor)
    above = [each for each in sentence.ancestors(verb) if each.pos in ("VERB", "AUX")]
    return source_of(sentence, above[0]) if above else (None, None)


def _quoted_source(sentence: Sentence, verb: Token) -> tuple[Span | None, Span | None]:
    """Of "X quoted Y as saying" and "Y was quoted by X as saying": Y, and X."""
    passive = next(iter(sentence.children_of(verb, "nsubjpass")), None)
    if passive is not None:
        agent = _agent_of(sentence, verb)
        relay = noun_phrase(sentence, agent) if agent is not None else None
        return noun_phrase(sentence, passive), relay
    quoted = next(iter(sentence.children_of(verb, "dobj")), None)
    subject = _own_subject(sentence, verb)
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


def _own_subject(sentence: Sentence, verb: Token) -> Token | None:
    return next(iter(sentence.children_of(verb, "nsubj", "expl")), None)


def noun_phrase(sentence: Sentence, head: Token, *, before: Token | None = None) -> Span:
    """The whole phrase of a source: title, apposition and relative clause with it, not what follows `before`."""
    tokens = [
        each for each in sentence.subtree(head) if before is None or each.index < before.index
    ]
    run = trim_run(_last_run(tokens, head))
    return _stretch(run) if run else head.span


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


def _read_noun(sentence: Sentence, noun: Token, frames: frozenset[str]) -> Attribution | None:
    """A cue noun with a possessor: "Moscow's demand that ...", "his call for ..."."""
    owner = next(iter(sentence.children_of(noun, "poss")), None)
    if owner is None:
        return None
    for child in sentence.children_of(noun):
        if child.index < noun.index:
            continue
        content, preposition = _noun_content(sentence, noun, child, frames)
        if content:
            cue = noun.span if preposition is None else noun.span.joined(preposition.span)
            source = noun_phrase(sentence, owner)
            return Attribution(cue, noun.lemma, noun.span, source, content, "noun")
    return None


def _noun_content(
    sentence: Sentence, noun: Token, child: Token, frames: frozenset[str]
) -> tuple[tuple[Span, ...], Token | None]:
    if child.dep in ("acl", "ccomp") and _clause_frame(sentence, child) in frames:
        return _without(sentence, child, noun), None
    if child.dep == "prep" and child.lemma in frames:
        inside = sentence.children_of(child, "pobj", "pcomp")
        if inside:
            return _without(sentence, inside[0], noun), child
    return (), None


def _read_according(sentence: Sentence, token: Token) -> Attribution | None:
    """According to X: the rest of its clause is the content."""
    following = sentence.tokens[token.index + 1 : token.index + 2]
    if token.text.lower() != "according" or not following or following[0].text != "to":
        return None
    inside = sentence.children_of(following[0], "pobj", "pcomp")
    if not inside:
        return None
    taken = {each.index for each in sentence.subtree(token)} | {token.index, following[0].index}
    clause = _clause_around(sentence, token)
    kept = [each for each in sentence.subtree(clause) if each.index not in taken]
    cue = token.span.joined(following[0].span)
    source = noun_phrase(sentence, inside[0])
    content = _pieces(_filled_around(sentence, kept, taken))
    return (
        Attribution(cue, "according", token.span, source, content, "according to")
        if content
        else None
    )


def _clause_around(sentence: Sentence, token: Token) -> Token:
    """The verb of the clause that holds `token`, or the root."""
    above = sentence.ancestors(token)
    return next(
        (each for each in above if each.pos in ("VERB", "AUX")), above[-1] if above else token
    )


def _filled_around(sentence: Sentence, kept: list[Token], taken: set[int]) -> list[Token]:
    """The words kept with the punctuation between them, none of it from the words taken."""
    return [
        each
        for each in _filled(sentence, kept, sentence.tokens[min(taken)])
        if each.index not in taken
    ]
