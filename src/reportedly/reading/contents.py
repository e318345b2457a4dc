"""What a cue verb ascribes: the clause, infinitive, gerund, object or phrase that its frames admit."""

from collections.abc import Sequence

from reportedly.model.report import Role
from reportedly.model.span import Span
from reportedly.model.syntax import Sentence, Token
from reportedly.reading.clauses import clause_of, frame_of, own_subject, second_cue, set_against
from reportedly.reading.cues import load_cues, verb_group
from reportedly.reading.runs import filled, pieces

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
FINITE = ("VBD", "VBP", "VBZ", "MD")
LINKING = ("and", "but", "however", "meanwhile", "yet")


Content = tuple[tuple[Span, ...], Token | None, str]


def content_of(sentence: Sentence, verb: Token, frames: frozenset[str]) -> Content:
    """The content of a verb, the preposition that links it, and the name of the frame."""
    if "clause" in frames:
        content, because = _said_clause(sentence, verb)
        if content:
            return content, None, because
    composed = _object_with(sentence, verb, frames)
    if composed:
        return composed, None, "object and phrase"
    found = (_phrase_content(sentence, verb, child, frames) for child in sentence.children_of(verb))
    return next((each for each in found if each is not None), ((), None, ""))


def _said_clause(sentence: Sentence, verb: Token) -> tuple[tuple[Span, ...], str]:
    """The clause that is said: after the cue, before it at the sentence's start, or around it."""
    clause = clause_of(sentence, verb)
    if clause is None or clause.index < verb.index:
        fronted = _fronted_clause(sentence, verb)
        if fronted:
            return fronted, "clause before"
        if clause is not None and _has_own_object(sentence, verb):
            return (), ""
    if clause is not None:
        return _joined(
            content_under(sentence, clause, verb), _goes_on(sentence, verb, clause)
        ), "clause"
    return _clause_around(sentence, verb), "clause around"


def _has_own_object(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb in a headline has its object after it: "Troops mass, Putin demands [guarantees]"."""
    after = (each.index > verb.index for each in sentence.children_of(verb, "dobj"))
    return sentence.role is Role.HEADLINE and any(after)


def _joined(content: tuple[Span, ...], more: tuple[Span, ...]) -> tuple[Span, ...]:
    """Two contents with what links them, where each is of one piece."""
    if len(content) == 1 and len(more) == 1 and content[0].end < more[0].start:
        return (content[0].joined(more[0]),)
    return content


def _goes_on(sentence: Sentence, verb: Token, clause: Token) -> tuple[Span, ...]:
    """A clause with its own subject that the parse hangs on the cue: "said it was late [but they would try]"."""
    for child in sentence.children_of(verb, "conj"):
        own = own_subject(sentence, child)
        if own is None or child.index < clause.index or load_cues().frames_of(child):
            continue
        if verb.tag == "VBD" and _shifted(sentence, clause) and _shifted(sentence, child):
            return content_under(sentence, child, verb)
    return ()


def _shifted(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb is in the past, as reported speech has it, or would be."""
    words = (verb, *sentence.children_of(verb, "aux", "auxpass"))
    return any(
        each.tag == "VBD" or each.text.lower() in ("would", "could", "might") for each in words
    )


def _phrase_content(
    sentence: Sentence, verb: Token, child: Token, frames: frozenset[str]
) -> Content | None:
    """What a dependent gives as content: infinitive, gerund, name, object, or the end of a phrase."""
    frame = frame_of(sentence, verb, child)
    if frame in ("to", "ing", "named", "object") and frame in frames:
        return content_under(sentence, child, verb), None, frame
    if child.dep not in ("prep", "dative") or child.index < verb.index:
        return None
    inside = sentence.children_of(child, "pobj", "pcomp")
    if not inside or _phrase_frame(child) not in frames:
        return None
    return content_under(sentence, inside[0], verb), child, child.lemma


def without_pronouns(sentence: Sentence, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """Without pieces that are a mere pronoun ("which, he said, ...", "think about it")."""
    return tuple(
        piece
        for piece in content
        if any(each.pos not in ("PRON", "PUNCT", "SCONJ") for each in sentence.tokens_in(piece))
    )


def _phrase_frame(preposition: Token) -> str:
    """The frame of a phrase: its preposition, "to-whom" where "to" would be mistaken for an infinitive."""
    return "to-whom" if preposition.lemma == "to" else preposition.lemma


def _object_with(sentence: Sentence, verb: Token, frames: frozenset[str]) -> tuple[Span, ...]:
    """An object with what is said of it, in one piece: "NATO of breaking its word", "the plan as a step back"."""
    objects = [each for each in sentence.children_of(verb, "dobj") if each.index > verb.index]
    if not objects:
        return ()
    inside = [
        each for each in sentence.children_of(objects[0], "prep") if _opens_gerund(sentence, each)
    ]
    for child in (*sentence.children_of(verb), *inside):
        frame = _phrase_frame(child) if child.dep == "prep" else frame_of(sentence, verb, child)
        if child.index > objects[0].index and f"object-{frame}" in frames:
            kept = {*sentence.subtree(objects[0]), *sentence.subtree(child)}
            kept.update(_second_gerund(sentence, verb, child))
            return pieces(filled(sentence, sorted(kept, key=lambda each: each.index), verb))
    return ()


def _opens_gerund(sentence: Sentence, phrase: Token) -> bool:
    """Whether a word in -ing follows a preposition: "of mining"."""
    following = sentence.tokens[phrase.index + 1 : phrase.index + 2]
    return bool(following) and following[0].text.endswith("ing")


def _clause_around(sentence: Sentence, verb: Token) -> tuple[Span, ...]:
    """The clause that an aside breaks up: "The storm, the pilot said, was worse"."""
    governor = sentence.head_of(verb)
    if (
        verb.dep != "parataxis"
        or own_subject(sentence, verb) is None
        or governor.index == verb.index
    ):
        return ()
    aside = {each.index for each in sentence.subtree(verb)}
    kept = [each for each in sentence.subtree(governor) if each.index not in aside]
    return pieces(kept)


def _second_gerund(sentence: Sentence, verb: Token, phrase: Token) -> set[Token]:
    """A gerund that the parse hangs on the cue but which goes on with its phrase: "of arming and [training] them"."""
    words: set[Token] = set()
    if not _opens_gerund(sentence, phrase):
        return words
    for child in sentence.children_of(verb, "conj"):
        bare = child.tag == "VBG" and own_subject(sentence, child) is None
        if bare and not load_cues().frames_of(child):
            words.update(sentence.subtree(child), sentence.children_of(verb, "cc"))
    return words


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
    if first < 2 or sentence.tokens[first - 1].text not in (",", '"', "”", "’", "''"):  # noqa: PLR2004 - a word and a comma
        return ()
    before = sentence.tokens[: first - 1]
    if not any(each.tag in FINITE for each in before):
        return ()
    return pieces(before[_linking(before) :])


def _linking(tokens: Sequence[Token]) -> int:
    """How many words at the start only link to what was told before: "But", "However,"."""
    if len(tokens) > 1 and tokens[0].text.lower() in LINKING:
        return 1
    return 0


def _closes(sentence: Sentence, verb: Token, subject: Token) -> bool:
    """Whether subject and verb end the sentence, but for a phrase or two: "..., the minister said on Monday"."""
    after = max([verb.index, *(each.index for each in sentence.subtree(subject))])
    rest = sentence.tokens[after + 1 :]
    if sentence.role is Role.HEADLINE and rest and rest[0].pos in ("ADJ", "NOUN", "PROPN"):
        return rest[0].entity in ("DATE", "TIME")
    return not any(each.pos in ("VERB", "AUX") for each in rest)


def content_under(sentence: Sentence, head: Token, verb: Token) -> tuple[Span, ...]:
    """What `head` governs without its subordinator and without the cue's own words, in contiguous pieces."""
    inside = set(range(len(sentence.tokens))) - {verb.index}
    opening = {each.index for each in sentence.children_of(head, "mark") if each.lemma == "that"}
    own = _cue_words(sentence, verb) if verb in sentence.subtree(head) else set[int]()
    own |= second_cue(sentence, head) | set_against(sentence, head) | _told_beside(sentence, head)
    kept = [each for each in sentence.subtree(head) if each.index in inside - opening - own]
    return pieces(filled(sentence, kept, verb))


def _cue_words(sentence: Sentence, verb: Token) -> set[int]:
    """Indexes of a cue clause that stands inside its own content."""
    return {each.index for each in sentence.subtree(verb)}


def _told_beside(sentence: Sentence, head: Token) -> set[int]:
    """What the parse hangs on an infinitive but has a tense of its own: "told him to go, and [they left]"."""
    if not any(each.tag == "TO" for each in sentence.children_of(head, "aux")):
        return set()
    beside = [
        each
        for each in sentence.children_of(head, "conj")
        if own_subject(sentence, each) is not None and each.tag in FINITE
    ]
    words = {each.index for child in beside for each in sentence.subtree(child)}
    first = min((each.index for each in beside), default=0)
    marks = [each for each in sentence.children_of(head, "cc", "punct") if head.index < each.index]
    return words | {each.index for each in marks if beside and each.index < first}
