"""Attributions by syntax: in one sentence, each cue with its content and its source."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportedly.model.span import Span
from reportedly.model.syntax import Sentence, Token
from reportedly.reading.cues import Cues, load_cues, verb_group

EDGE = ("PUNCT", "SPACE")
CLAUSES = ("ccomp", "parataxis")
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
INHERITING = ("conj", "advcl", "xcomp", "pcomp", "acl", "dep")
OUTER = ("advcl", "mark", "cc", "preconj")
EMPTY_SUBJECTS = ("it", "there")
FINITE = ("VBD", "VBP", "VBZ", "MD")
LINKING = ("and", "but", "however", "meanwhile", "yet")


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
        if frames and token.pos == "ADJ":
            found.append(_read_adjective(sentence, token))
        elif frames and token.pos == "NOUN":
            found.append(_read_noun(sentence, token, frames))
        elif frames:
            found.append(_read_verb(sentence, token, frames, cues))
    kept = [each for each in found if each is not None]
    return tuple(sorted(kept, key=lambda each: each.cue))


def _read_verb(
    sentence: Sentence, verb: Token, frames: frozenset[str], cues: Cues
) -> Attribution | None:
    """A cue verb with what its frames admit; None where nothing of the kind hangs on it."""
    group = verb_group(sentence, verb)
    content, preposition, because = _content_of(sentence, verb, frames)
    content = _without_pronouns(sentence, content)
    if not content or (is_unreal(sentence, verb) and _governing_cue(sentence, verb, cues)):
        return None
    if preposition is not None and preposition.index == group[-1].index + 1:
        group = (*group, preposition)
    source, relay = source_of(sentence, verb)
    return Attribution(
        cue=_stretch(group),
        lemma=cues.lemma_of(verb),
        verb=verb.span,
        source=source,
        content=content,
        because=because,
        told=recipient_of(sentence, verb),
        relay=relay,
    )


def is_unreal(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb only could, would or is to be: "to comment", "would guarantee"."""
    return any(each.tag in ("MD", "TO") for each in sentence.children_of(verb, "aux"))


def _governing_cue(sentence: Sentence, verb: Token, cues: Cues) -> bool:
    """Whether a cue verb stands above this one."""
    return any(cues.frames_of(each) for each in sentence.ancestors(verb))


def _without_pronouns(sentence: Sentence, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """Without pieces that are a mere pronoun ("which, he said, ...", "think about it")."""
    return tuple(
        piece
        for piece in content
        if any(each.pos not in ("PRON", "PUNCT", "SCONJ") for each in sentence.tokens_in(piece))
    )


def _content_of(
    sentence: Sentence, verb: Token, frames: frozenset[str]
) -> tuple[tuple[Span, ...], Token | None, str]:
    """The content of a verb, the preposition that links it, and the name of the frame."""
    clause = _clause_of(sentence, verb) if "clause" in frames else None
    if clause is None or clause.index < verb.index:
        fronted = _fronted_clause(sentence, verb) if "clause" in frames else ()
        if fronted:
            return fronted, None, "clause before"
    if clause is not None:
        return _without(sentence, clause, verb), None, "clause"
    composed = _object_with(sentence, verb, frames)
    if composed:
        return composed, None, "object and phrase"
    for child in sentence.children_of(verb):
        frame = _frame_of(sentence, verb, child)
        if frame in ("to", "ing", "named", "object") and frame in frames:
            return _without(sentence, child, verb), None, frame
        if (
            child.dep in ("prep", "dative")
            and child.index > verb.index
            and _phrase_frame(child) in frames
        ):
            inside = sentence.children_of(child, "pobj", "pcomp")
            if inside:
                return _without(sentence, inside[0], verb), child, child.lemma
    return (), None, ""


def _phrase_frame(preposition: Token) -> str:
    """The frame of a phrase: its preposition, "to-whom" where "to" would be mistaken for an infinitive."""
    return "to-whom" if preposition.lemma == "to" else preposition.lemma


def _clause_of(sentence: Sentence, verb: Token) -> Token | None:
    """The head of the clause that is said, the one after the verb first."""
    clauses = [
        each for each in sentence.children_of(verb) if _frame_of(sentence, verb, each) == "clause"
    ]
    return max(clauses, key=lambda each: (each.index > verb.index, -each.index), default=None)


def _object_with(sentence: Sentence, verb: Token, frames: frozenset[str]) -> tuple[Span, ...]:
    """An object with what is said of it, in one piece: "NATO of breaking its word", "the plan as a step back"."""
    objects = [each for each in sentence.children_of(verb, "dobj") if each.index > verb.index]
    if not objects:
        return ()
    for child in sentence.children_of(verb):
        frame = _phrase_frame(child) if child.dep == "prep" else _frame_of(sentence, verb, child)
        if child.index > objects[0].index and f"object-{frame}" in frames:
            kept = {*sentence.subtree(objects[0]), *sentence.subtree(child)}
            kept.update(_second_gerund(sentence, verb, child))
            return _pieces(_filled(sentence, sorted(kept, key=lambda each: each.index), verb))
    return ()


def _second_gerund(sentence: Sentence, verb: Token, phrase: Token) -> set[Token]:
    """A gerund that the parse hangs on the cue but which goes on with its phrase: "of arming and [training] them"."""
    words: set[Token] = set()
    if not sentence.children_of(phrase, "pcomp"):
        return words
    for child in sentence.children_of(verb, "conj"):
        bare = child.tag == "VBG" and _own_subject(sentence, child) is None
        if bare and not load_cues().frames_of(child):
            words.update(sentence.subtree(child), sentence.children_of(verb, "cc"))
    return words


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
    """The clause before ", X said" at the end of a sentence: all up to that comma, linking words left out."""
    subject = next(iter(sentence.children_of(verb, *SUBJECTS)), None)
    if (
        subject is None
        or sentence.children_of(verb, "dobj")
        or not _closes(sentence, verb, subject)
    ):
        return ()
    own = [each.index for each in sentence.subtree(subject)]
    own.extend(each.index for each in verb_group(sentence, verb))
    first = min(own)
    if first < 2 or sentence.tokens[first - 1].text not in (",", '"', "”", "''"):  # noqa: PLR2004 - a word and a comma
        return ()
    before = sentence.tokens[: first - 1]
    if not any(each.tag in FINITE for each in before):
        return ()
    return _pieces(before[_linking(before) :])


def _linking(tokens: Sequence[Token]) -> int:
    """How many words at the start only link to what was told before: "But", "However,"."""
    if len(tokens) > 1 and tokens[0].text.lower() in LINKING:
        return 1
    return 0


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
    own |= _second_cue(sentence, head)
    kept = [each for each in sentence.subtree(head) if each.index in inside - opening - own]
    return _pieces(_filled(sentence, kept, verb))


def _second_cue(sentence: Sentence, head: Token) -> set[int]:
    """Indexes of a coordinated cue that speaks for itself: "said it was late [and warned that ...]"."""
    words: set[int] = set()
    for child in sentence.children_of(head, "conj"):
        if _is_second_cue(sentence, child):
            words.update(each.index for each in sentence.subtree(child))
            words.update(each.index for each in sentence.children_of(head, "cc"))
    return words


def _is_second_cue(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb that the parse puts inside a content goes on with the cue above it."""
    governor = sentence.head_of(verb)
    return (
        verb.dep == "conj"
        and governor.dep in CLAUSES
        and "clause" in load_cues().frames_of(verb)
        and not load_cues().frames_of(governor)
        and _own_subject(sentence, verb) is None
        and _clause_of(sentence, verb) is not None
    )


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
    if subject is None:
        return _inherited_source(sentence, verb) if verb.dep in INHERITING else (None, None)
    empty = subject.dep == "expl" and subject.lemma in EMPTY_SUBJECTS
    return (None if empty else noun_phrase(sentence, subject)), None


def _inherited_source(sentence: Sentence, verb: Token) -> tuple[Span | None, Span | None]:
    """The source of a cue without a subject: that of the verb it hangs on, or the noun it describes."""
    governor = sentence.head_of(verb)
    if _is_second_cue(sentence, verb):
        return source_of(sentence, sentence.head_of(governor))
    if verb.dep == "pcomp" and governor.lemma == "as":
        return _quoted_source(sentence, sentence.head_of(governor))
    if verb.dep == "acl" and governor.pos in ("NOUN", "PROPN") and verb.tag == "VBG":
        return noun_phrase(sentence, governor, before=verb), None
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


def _read_adjective(sentence: Sentence, adjective: Token) -> Attribution | None:
    """A state of mind with a clause: "Oslo is confident that ...", "has grown insistent that ..."."""
    clause = next(iter(sentence.children_of(adjective, "ccomp")), None)
    verb = sentence.head_of(adjective)
    if clause is None or adjective.dep != "acomp" or _clause_frame(sentence, clause) != "clause":
        return None
    content = _without(sentence, clause, adjective)
    source, _ = source_of(sentence, verb)
    if source is None or not content:
        return None
    cue = verb_group(sentence, verb)[0].span.joined(adjective.span)
    return Attribution(cue, adjective.lemma, adjective.span, source, content, "adjective")


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
