"""Attributions by syntax: in one sentence, each cue with its content and its source."""

from dataclasses import dataclass

from reportedly.model.span import Span
from reportedly.model.syntax import Sentence, Token
from reportedly.reading.clauses import clause_frame
from reportedly.reading.contents import (
    FINITE,
    SUBJECTS,
    content_of,
    content_under,
    without_pronouns,
)
from reportedly.reading.cues import Cues, verb_group
from reportedly.reading.runs import filled_around, pieces, stretch
from reportedly.reading.sources import noun_phrase, recipient_of, source_of

NAME = 7  # words that a name before a colon may have, the colon included


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
    found = [
        _read_colon(sentence),
        *(_read_according(sentence, token) for token in sentence.tokens),
    ]
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
    content, preposition, because = content_of(sentence, verb, frames)
    content = without_pronouns(sentence, content)
    if not content or (is_unreal(sentence, verb) and _governing_cue(sentence, verb, cues)):
        return None
    if preposition is not None and preposition.index == group[-1].index + 1:
        group = (*group, preposition)
    source, relay = source_of(sentence, verb)
    return Attribution(
        cue=stretch(group),
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


def _read_colon(sentence: Sentence) -> Attribution | None:
    """A name and a colon at the start, as in headlines and transcripts: "Minister Berg: the pier stays shut"."""
    colon = next((each for each in sentence.tokens[:NAME] if each.text == ":"), None)
    if colon is None or colon.index == 0:
        return None
    name, rest = sentence.tokens[: colon.index], sentence.tokens[colon.index + 1 :]
    spoken = any(each.tag in FINITE for each in rest)
    if (
        not spoken
        or name[-1].entity not in ("PERSON", "ORG")
        or not all(each.text[0].isupper() for each in name)
    ):
        return None
    return Attribution(colon.span, ":", colon.span, stretch(name), pieces(rest), "name and colon")


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
    if clause is None or adjective.dep != "acomp" or clause_frame(sentence, clause) != "clause":
        return None
    content = content_under(sentence, clause, adjective)
    source, _ = source_of(sentence, verb)
    if source is None or not content:
        return None
    cue = verb_group(sentence, verb)[0].span.joined(adjective.span)
    return Attribution(cue, adjective.lemma, adjective.span, source, content, "adjective")


def _noun_content(
    sentence: Sentence, noun: Token, child: Token, frames: frozenset[str]
) -> tuple[tuple[Span, ...], Token | None]:
    if child.dep in ("acl", "ccomp") and clause_frame(sentence, child) in frames:
        return content_under(sentence, child, noun), None
    if child.dep == "prep" and child.lemma in frames:
        inside = sentence.children_of(child, "pobj", "pcomp")
        if inside:
            return content_under(sentence, inside[0], noun), child
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
    if _lost_subject(sentence, clause, max(taken)):
        return None
    kept = [each for each in sentence.subtree(clause) if each.index not in taken]
    cue = token.span.joined(following[0].span)
    source = noun_phrase(sentence, inside[0])
    content = pieces(filled_around(sentence, kept, taken))
    return (
        Attribution(cue, "according", token.span, source, content, "according to")
        if content
        else None
    )


def _lost_subject(sentence: Sentence, clause: Token, last: int) -> bool:
    """Whether a clause after "according to X" has no subject: a lost comma has put it into X."""
    helpers = [
        clause.index,
        *(each.index for each in sentence.children_of(clause, "aux", "auxpass")),
    ]
    finite = any(sentence.tokens[index].tag in FINITE for index in helpers)
    return (
        finite
        and clause.dep == "ROOT"
        and not sentence.children_of(clause, *SUBJECTS)
        and all(each.pos == "PUNCT" for each in sentence.tokens[last + 1 : min(helpers)])
    )


def _clause_around(sentence: Sentence, token: Token) -> Token:
    """The verb of the clause that holds `token`, or the root."""
    above = sentence.ancestors(token)
    return next(
        (each for each in above if each.pos in ("VERB", "AUX")), above[-1] if above else token
    )
