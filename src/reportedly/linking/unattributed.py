"""What one report tells in its own voice, as a fact, and another only lets somebody claim, or calls false."""

from collections.abc import Iterator, Sequence

from reportedly.language.cue_words import cue_verbs
from reportedly.linking.comparison import Telling
from reportedly.linking.ground import Ground, Side, difference, report_named
from reportedly.model.ontology import DifferenceKind, Presentation
from reportedly.model.reading import Quotation
from reportedly.model.span import Citation, Reason
from reportedly.model.story import Difference

SAME_WORDS = 0.7  # likeness of the two tellings

_FAR = (Presentation.DISTANT, Presentation.FALSE)


def attribution_differs(ground: Ground) -> Iterator[Difference]:
    """A claim that one report vouches for and another does not; not one that names its source elsewhere."""
    for _, members in ground.groups():
        named = {ground.tellings[each].report for each in members if _said(ground.tellings[each])}
        plain = [
            each
            for each in members
            if _is_own(ground.tellings[each]) and ground.tellings[each].report not in named
        ]
        far = [each for each in members if _is_far(ground.tellings[each])]
        pairs = [(a, b) for a in plain for b in far if _is_same(ground, a, b)]
        if pairs:
            yield _recorded(ground, sorted({each for pair in pairs for each in pair}))


def _said(telling: Telling) -> Quotation | None:
    """The quotation that a telling stands in."""
    index = telling.assertion.quotation
    return None if index is None else telling.reading.quotations[index]


def _is_own(telling: Telling) -> bool:
    """Whether the report tells it as a fact, in a sentence without a word that may ascribe it to somebody."""
    assertion = telling.assertion
    if assertion.holder is not None or not assertion.status.is_fact:
        return False
    sentence = telling.reading.sentence_at(assertion.span.start)
    lemmas = {each.lemma for each in sentence.tokens} if sentence else set()
    return "accord" not in lemmas and not any(
        "clause" in cue_verbs().get(each, ()) for each in lemmas
    )


def _is_far(telling: Telling) -> bool:
    said = _said(telling)
    return said is not None and said.presented in _FAR


def _is_same(ground: Ground, plain: int, far: int) -> bool:
    return ground.wordings.likeness(plain, far).score >= SAME_WORDS


def _recorded(ground: Ground, members: Sequence[int]) -> Difference:
    told = "; ".join(_told(ground, each) for each in members)
    reasons = (Reason("presented", 1.0, "one report tells it itself, another keeps away from it"),)
    sides = [_side(ground, each) for each in members]
    return difference(DifferenceKind.HEDGED, sides, told, reasons)


def _side(ground: Ground, index: int) -> Side:
    """A telling in the report's own voice, or the words that keep another's away."""
    telling, said = ground.tellings[index], _said(ground.tellings[index])
    if said is None or said.presented_by is None:
        return ground.side(index)
    words = said.presented_by.of(telling.reading.text)
    return Side(Citation(telling.report, said.presented_by), words, ground.claims[index])


def _told(ground: Ground, index: int) -> str:
    telling, said = ground.tellings[index], _said(ground.tellings[index])
    source, words = report_named(telling.reading), " ".join(telling.words.split())
    if said is None or said.presented_by is None:
        return f"{source} in its own voice: “{words}”"
    cue = said.presented_by.of(telling.reading.text)
    teller = ground.teller(index)
    return f"“{cue}” ({source}: {said.presented.words}): “{words}” ({teller})"
