"""What became of a saying between its wordings: negated here and not there, left open, meant as an intention."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.linking.opposites import opposites_in
from reportedly.linking.sayings import Saying, words_in, words_of
from reportedly.linking.wording import firmness_of, wording_of
from reportedly.model.reading import Quotation, Reading
from reportedly.model.span import Span

ENOUGH = 0.5  # share of the words of a sentence by which another wording tells it too
AS_MUCH = 0.6  # share of the words of a wording that another must have to tell nearly as much

_DRIFT = (
    ("negated", "with a negation"),
    ("intended", "as an intention"),
    ("open", "as open"),
)


def drift_of(sayings: Sequence[Saying]) -> str | None:
    """What changed in firmness between the wordings, in words; None where nothing did."""
    if len(sayings) < 2:  # noqa: PLR2004 - a drift takes two wordings
        return None
    signs = [_signs(each, sayings) for each in sayings]
    found = []
    for name, words in _DRIFT:
        having = next((i for i, each in enumerate(signs) if name in each), None)
        lacking = next((i for i, each in enumerate(signs) if name not in each), None)
        if having is None or lacking is None or not _as_much(sayings, having, lacking):
            continue
        if name in _signs(_in_common(sayings[having], sayings[lacking]), sayings):
            quoted = [_quoted(sayings[index]) for index in (having, lacking)]
            found.append(f"{quoted[0]} tells it {words}, {quoted[1]} does not")
    return "; ".join(found) or None


def _as_much(sayings: Sequence[Saying], having: int, lacking: int) -> bool:
    """Whether the wording without a sign tells nearly as much: what was cut away has not drifted."""
    return AS_MUCH * len(sayings[having].said) <= len(sayings[lacking].said)


def _in_common(saying: Saying, other: Saying) -> Saying:
    """The saying without its sentences that the other leaves out: a "not" that was cut away has not drifted."""
    words = set(other.said)
    kept = [
        part
        for piece in saying.quotation.content
        for part in _sentences(saying.reading, piece)
        if _is_told_by(part.of(saying.reading.text), words)
    ]
    if not kept:
        return saying
    quotation = replace(saying.quotation, content=tuple(kept))
    return replace(saying, quotation=quotation, said=words_of(saying.reading, quotation))


def _sentences(reading: Reading, piece: Span) -> Iterator[Span]:
    for sentence in reading.sentences_in(piece):
        yield Span(max(piece.start, sentence.span.start), min(piece.end, sentence.span.end))


def _is_told_by(text: str, words: set[str]) -> bool:
    """Whether most of the words of a sentence are among these."""
    own = words_in(text)
    return ENOUGH * len(own) <= sum(each in words for each in own)


def _signs(saying: Saying, others: Sequence[Saying]) -> frozenset[str]:
    """The signs of firmness in a wording and its cue; to deny is to negate, as is "unfair" where others say "fair"."""
    found = firmness_of(saying.reading, _with_cue(saying.quotation))
    words = {word for each in others if each is not saying for word in each.said}
    denied = "denied" in found or bool(opposites_in(saying.said, words))
    return found | {"negated"} if denied else found


def _with_cue(quotation: Quotation) -> tuple[Span, ...]:
    return (*quotation.content, quotation.cue) if quotation.cue else quotation.content


def _quoted(saying: Saying) -> str:
    words = wording_of(saying.reading, saying.quotation.content).text
    return "“" + words.strip('“”" ') + "”"
