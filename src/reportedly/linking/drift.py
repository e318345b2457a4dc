"""What became of a saying between its wordings: negated here and not there, left open, meant as an intention."""

from collections.abc import Sequence

from reportedly.linking.opposites import opposites_in
from reportedly.linking.sayings import Saying
from reportedly.linking.wording import firmness_of, wording_of
from reportedly.model.reading import Quotation
from reportedly.model.span import Span

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
        if having is not None and lacking is not None and _as_much(sayings, having, lacking):
            quoted = [_quoted(sayings[index]) for index in (having, lacking)]
            found.append(f"{quoted[0]} tells it {words}, {quoted[1]} does not")
    return "; ".join(found) or None


def _as_much(sayings: Sequence[Saying], having: int, lacking: int) -> bool:
    """Whether the wording without a sign tells nearly as much: what was cut away has not drifted."""
    return AS_MUCH * len(sayings[having].said) <= len(sayings[lacking].said)


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
