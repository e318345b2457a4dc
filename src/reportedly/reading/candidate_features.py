"""What speaks for or against a candidate, as words that a person can read: "verb=deny clause", "source=who"."""

from collections.abc import Iterator, Sequence

from reportedly.model.report import Role
from reportedly.model.syntax import Sentence, Token
from reportedly.reading.candidates import Candidate
from reportedly.reading.cues import load_cues
from reportedly.reading.quote_marks import Quoted

LONG = (3, 6, 12, 25)  # words: borders between lengths of a content


def features_of(
    sentence: Sentence, candidate: Candidate, way: int, marks: Sequence[Quoted]
) -> tuple[str, ...]:
    """The features of a candidate with the `way`-th of its contents."""
    found = ["bias", *_of_head(sentence, candidate), *_of_source(sentence, candidate)]
    found.extend(_of_content(sentence, candidate, way, marks))
    found.extend(_of_place(sentence, candidate, marks))
    return tuple(found)


def _of_head(sentence: Sentence, candidate: Candidate) -> Iterator[str]:
    """The cue's own words."""
    head, frame = candidate.head, candidate.frame
    lemma = load_cues().lemma_of(head)
    key = f"{frame} {candidate.link}" if candidate.link else frame
    yield f"frame={key}"
    yield f"head={lemma}"
    yield f"head={lemma} {frame}"
    if candidate.link:
        yield f"head={lemma} {key}"
    if candidate.noun is not None:
        yield f"noun={candidate.noun.lemma}"
        yield f"noun={candidate.noun.lemma} {key}"
        yield f"noun={lemma} {candidate.noun.lemma}"
    frames = load_cues().frames_of(head)
    plain = frame.split()[0]
    if frames:
        listed = plain in frames or candidate.link in frames
        yield f"listed={'frame' if listed else 'word'} {plain}"
    yield f"tag={head.tag} {plain}"
    for helper in sentence.children_of(head, "aux", "auxpass", "neg"):
        kind = helper.dep if helper.tag != "MD" else helper.lemma
        yield f"helper={kind} {helper.tag} {plain}"


def _of_source(sentence: Sentence, candidate: Candidate) -> Iterator[str]:
    """Who the source is, as far as words and names show."""
    frame = candidate.frame.split()[0]
    if candidate.source is None:
        yield f"source=none {frame}"
        return
    tokens = sentence.tokens_in(candidate.source)
    inside = {each.index for each in tokens}
    head = next((each for each in tokens if each.head not in inside), tokens[-1])
    yield f"source={head.pos} {frame}"
    yield f"source={head.entity or head.lemma}"
    if len(tokens) > LONG[2]:
        yield "source=long"
    if any(each.dep == "relcl" for each in tokens):
        yield "source=relative"
    if tokens[-1].dep in ("npadvmod", "pobj") and tokens[-1].entity == "DATE":
        yield "source=date at end"
    if candidate.source.end > candidate.cue.start:
        yield f"source=after {frame}"


def _of_content(
    sentence: Sentence, candidate: Candidate, way: int, marks: Sequence[Quoted]
) -> Iterator[str]:
    """How the content begins and ends, how long it is, and how this way to draw it differs."""
    content, frame = candidate.contents[way], candidate.frame.split()[0]
    first, last = sentence.tokens_in(content[0]), sentence.tokens_in(content[-1])
    if not first or not last:
        return
    words = sum(len(sentence.tokens_in(piece)) for piece in content)
    yield f"begins={first[0].tag} {frame}"
    yield f"begins={first[0].lemma} {frame}"
    yield f"length={sum(words > each for each in LONG)} {frame}"
    yield f"pieces={len(content)} {frame}"
    head = next((each for each in first if each.head == candidate.head.index), first[-1])
    yield f"about={head.entity or head.pos} {frame}"
    if frame in ("object", "for", "of", "about", "on", "against", "with"):
        yield f"about={candidate.head.lemma} {head.lemma}"
    if any(mark.span.overlaps(piece) for mark in marks for piece in content):
        yield f"marked={frame}"
    yield from _of_way(sentence, candidate, way)
    following = sentence.tokens[last[-1].index + 1 : last[-1].index + 2]
    yield f"after={following[0].tag if following else 'end'} {frame}"


def _of_way(sentence: Sentence, candidate: Candidate, way: int) -> Iterator[str]:
    """What this way leaves out or takes in, compared with the plainest; and that there are others."""
    plain, own = candidate.contents[0], candidate.contents[way]
    frame = candidate.frame.split()[0]
    kind = "whole" if way == 0 else "less" if own[-1].end < plain[-1].end else "more"
    yield f"way={kind} {frame}"
    for other in candidate.contents:
        if other[-1].end == own[-1].end:
            continue
        shorter = min(own[-1].end, other[-1].end)
        side = "without" if own[-1].end == shorter else "with"
        token = next((each for each in sentence.tokens if each.span.start >= shorter), None)
        if token is not None:
            top = _top(sentence, token, shorter)
            comma = "comma " if token.text == "," else ""
            lemma = token.lemma if token.text != "," else sentence.tokens[token.index + 1].lemma
            yield f"{side}={comma}{top.dep} {frame}"
            yield f"{side}={comma}{top.dep} {lemma}"
            yield f"{side}={top.entity} {frame}"


def _top(sentence: Sentence, token: Token, start: int) -> Token:
    """The highest word above `token` that stands after `start`."""
    for above in sentence.ancestors(token):
        if above.span.start < start:
            break
        token = above
    return token


def _of_place(sentence: Sentence, candidate: Candidate, marks: Sequence[Quoted]) -> Iterator[str]:
    """Where the cue stands in its sentence, and what it hangs on."""
    head, frame = candidate.head, candidate.frame.split()[0]
    yield f"hangs={head.dep} {frame}"
    if head.dep != "ROOT":
        governor = sentence.head_of(head)
        yield f"hangs={head.dep} {governor.lemma}"
        if any(load_cues().frames_of(each) for each in sentence.ancestors(head)):
            yield f"under cue={head.dep}"
    if sentence.role is Role.HEADLINE:
        yield "headline"
    if any(mark.span.contains(candidate.cue) for mark in marks):
        yield "cue in marks"
    before = sentence.tokens[head.index - 1].tag if head.index else "start"
    yield f"before={before} {frame}"
    if candidate.told is not None:
        yield f"told {frame}"
