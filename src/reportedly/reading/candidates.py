"""Everything in a sentence that could be an attribution: more than are, each with ways to draw its borders.

A candidate has a head word and a frame: a verb with a clause, an infinitive, an object or a phrase; a verb and its
object with what depends on that ("expressed doubts about [the deal]"); what something seems or is expected to do; an
adjective or a noun with a clause or phrase. Which of them ascribe anything is for `choice` to say.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.model.span import Span
from reportedly.model.syntax import Sentence, Token
from reportedly.reading.clauses import clause_frame, frame_of
from reportedly.reading.contents import content_of, content_under, without_pronouns
from reportedly.reading.cues import verb_group
from reportedly.reading.runs import pieces, stretch
from reportedly.reading.sources import noun_phrase, recipient_of, source_of

COMPOSED = ("object-to", "object-named", "object-as", "object-of", "object-with", "object-for")
CLAUSAL = ("acl", "relcl", "advcl")
OWNED = ("acl", "ccomp", "prep")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible attribution. `contents` are ways to draw its content, the plainest first; none of them is empty."""

    head: Token
    frame: str
    cue: Span
    link: str  # the preposition that leads to the content, "" where there is none
    source: Span | None
    contents: tuple[tuple[Span, ...], ...]
    told: Span | None = None
    relay: Span | None = None
    noun: Token | None = None  # the object that belongs to the cue


def candidates_of(sentence: Sentence) -> tuple[Candidate, ...]:
    """The candidates of a sentence, in the order of their heads."""
    found: list[Candidate] = []
    for token in sentence.tokens:
        if token.pos in ("VERB", "AUX"):
            found.extend(_of_verb(sentence, token))
        elif token.pos == "ADJ":
            found.extend(_of_adjective(sentence, token))
        elif token.pos == "NOUN":
            found.extend(_of_noun(sentence, token))
    return tuple(found)


def _of_verb(sentence: Sentence, verb: Token) -> Iterator[Candidate]:
    """One candidate for each frame that the verb's dependents make, and for its object with what depends on it."""
    group = verb_group(sentence, verb)
    source, relay = source_of(sentence, verb)
    told = recipient_of(sentence, verb)
    for frame in _frames(sentence, verb):
        content, preposition, because = content_of(sentence, verb, frozenset({frame}))
        content = without_pronouns(sentence, content)
        if not content:
            continue
        cue, link = group, ""
        if preposition is not None:
            link = preposition.lemma
            if preposition.index == group[-1].index + 1:
                cue = (*group, preposition)
        name = because if frame == "clause" else frame
        contents = _ways(sentence, verb, content)
        yield Candidate(verb, name, stretch(cue), link, source, contents, told, relay)
    yield from _with_object(sentence, verb, source)
    yield from _raised(sentence, verb)


def _frames(sentence: Sentence, verb: Token) -> list[str]:
    """The frames that a verb's dependents could fill."""
    children = sentence.children_of(verb)
    frames = ["clause"]
    for child in children:
        frame = frame_of(sentence, verb, child)
        if child.dep in ("prep", "dative") and child.index > verb.index:
            frame = "to-whom" if child.lemma == "to" else child.lemma
        if frame and frame not in frames:
            frames.append(frame)
    if "object" in frames:
        frames.extend(COMPOSED)
    return frames


def _ways(
    sentence: Sentence, head: Token, content: tuple[Span, ...]
) -> tuple[tuple[Span, ...], ...]:
    """A content as it is, without what hangs on at its end, and with the phrase of the verb that follows it."""
    ways = [content]
    last = sentence.tokens_in(content[-1])
    for token in last[1:]:
        if token.dep in CLAUSAL and token.head < token.index:
            opening = sentence.subtree(token)[0]
            kept = [each for each in last if each.index < opening.index]
            shorter = pieces(kept)
            if shorter and (*content[:-1], *shorter) not in ways:
                ways.append((*content[:-1], *shorter))
    for child in sentence.children_of(head, "prep", "advcl", "npadvmod", "advmod"):
        tokens = sentence.subtree(child)
        if last and tokens[0].index == last[-1].index + 1:
            longer = (*content[:-1], content[-1].joined(stretch(tokens)))
            ways.append(longer)
            last = (*last, *tokens)
            content = longer
    return tuple(ways)


def _with_object(sentence: Sentence, verb: Token, source: Span | None) -> Iterator[Candidate]:
    """A verb whose object belongs to the cue: "made a promise to [pay]", "has doubts about [the deal]"."""
    group = verb_group(sentence, verb)
    for noun in sentence.children_of(verb, "dobj", "attr"):
        if noun.index < verb.index or noun.pos != "NOUN":
            continue
        for child in (*sentence.children_of(noun, *OWNED), *sentence.children_of(verb, "prep")):
            if child.index < noun.index:
                continue
            content, link, frame = _owned(sentence, noun, child)
            end = child.span if link else noun.span
            if content and content[0].start > end.start:
                cue = group[0].span.joined(end)
                yield Candidate(
                    verb, f"noun-{frame}", cue, link, source, (content,), None, None, noun
                )


def _owned(sentence: Sentence, noun: Token, child: Token) -> tuple[tuple[Span, ...], str, str]:
    """What depends on a noun as content, the preposition that leads to it, and the frame."""
    if child.dep == "prep":
        inside = sentence.children_of(child, "pobj", "pcomp")
        if inside:
            return content_under(sentence, inside[0], noun), child.lemma, child.lemma
        return (), "", ""
    return content_under(sentence, child, noun), "", clause_frame(sentence, child)


def _raised(sentence: Sentence, verb: Token) -> Iterator[Candidate]:
    """What somebody seems or is expected to do: the subject belongs to the content, and there is no source."""
    subjects = sentence.children_of(verb, "nsubj", "nsubjpass")
    if not subjects or subjects[0].index > verb.index or subjects[0].pos == "PRON":
        return
    passive = subjects[0].dep == "nsubjpass"
    for child in sentence.children_of(verb, "xcomp", "oprd", "acomp", "prep"):
        frame = "as" if child.lemma == "as" else frame_of(sentence, verb, child)
        if child.index < verb.index or (not passive and frame != "to" and child.dep != "acomp"):
            continue
        if child.dep == "prep" and frame != "as":
            continue
        whole = content_under(sentence, child, verb)
        if whole:
            content = (noun_phrase(sentence, subjects[0]), *whole)
            cue = stretch(verb_group(sentence, verb))
            yield Candidate(verb, f"raised-{frame}", cue, "", None, (content,))


def _of_adjective(sentence: Sentence, adjective: Token) -> Iterator[Candidate]:
    """A state of mind: "is confident that ...", "was critical of ...", "is unafraid to ..."."""
    verb = sentence.head_of(adjective)
    if adjective.dep != "acomp" or verb.pos not in ("VERB", "AUX"):
        return
    source, _ = source_of(sentence, verb)
    for child in sentence.children_of(adjective, "ccomp", "xcomp", "prep", "advcl"):
        if child.index < adjective.index:
            continue
        content, link, frame = _owned(sentence, adjective, child)
        if content:
            end = child.span if link else adjective.span
            cue = verb_group(sentence, verb)[0].span.joined(end)
            yield Candidate(adjective, f"adjective-{frame}", cue, link, source, (content,))


def _of_noun(sentence: Sentence, noun: Token) -> Iterator[Candidate]:
    """A noun with a possessor or nobody's: "Moscow's demand that ...", "a plan to ...", "their fear is that ..."."""
    owner = next(iter(sentence.children_of(noun, "poss")), None)
    source = noun_phrase(sentence, owner) if owner is not None else None
    for child in sentence.children_of(noun, *OWNED):
        if child.index < noun.index or child.dep == "relcl":
            continue
        content, link, frame = _owned(sentence, noun, child)
        if content:
            cue = noun.span.joined(child.span) if link else noun.span
            yield Candidate(noun, f"of-noun-{frame}", cue, link, source, (content,))
    verb = sentence.head_of(noun)
    if noun.dep == "nsubj" and verb.lemma == "be":
        for child in sentence.children_of(verb, "ccomp", "xcomp", "advcl"):
            content = content_under(sentence, child, verb)
            if content and child.index > verb.index:
                cue = noun.span.joined(verb.span)
                yield Candidate(noun, "noun-is", cue, "", source, (content,))
