"""Two counts of one thing in one report: "650 jobs were at risk. The employers put the number at 400."."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportedly.linking.ground import Ground, Side, difference
from reportedly.linking.quantities import Quantity, clash, quantity_of
from reportedly.model.ontology import DifferenceKind
from reportedly.model.reading import Reading
from reportedly.model.report import Role
from reportedly.model.span import Reason
from reportedly.model.story import Difference
from reportedly.model.syntax import Sentence

Pair = tuple[tuple[Quantity, int], tuple[Quantity, int]]  # each count with its telling
Key = tuple[str, float | None, float | None]

_AGAIN = Reason("counted again", 1.0, "the report puts another figure beside the one before it")
_SELF = frozenset({"he", "it", "she", "they"})  # who puts right what they said themselves


def recounted(ground: Ground) -> Iterator[Difference]:
    """Each count that somebody puts beside that of another, where both cannot hold; copies tell it once."""
    found: dict[Key, list[Pair]] = {}
    for reading in ground.story.readings:
        counts = [each for each in _counts(reading) if each.noun]
        for before, again in pairwise(counts):
            pair = _pair(ground, before, again)
            if pair and _is_again(reading, again) and clash(before, again):
                found.setdefault((before.asked, before.figure.low, again.figure.low), []).append(
                    pair
                )
    for (asked, _, _), pairs in found.items():
        yield _told(ground, asked, pairs)


def _counts(reading: Reading) -> Iterator[Quantity]:
    """The counts of the body, in order."""
    for figure in sorted(reading.figures, key=lambda each: each.span):
        sentence = reading.sentence_at(figure.span.start)
        if sentence is not None and sentence.role is not Role.HEADLINE and not figure.unit:
            yield quantity_of(reading, figure)


def _is_again(reading: Reading, quantity: Quantity) -> bool:
    """Whether what it counts stands in a sentence before, and somebody else puts the number."""
    sentence = reading.sentence_at(quantity.place.span.start)
    if sentence is None or quantity.figure.of in sentence.span.of(reading.text):
        return False
    subjects = _subjects(sentence, quantity)
    return bool(subjects) and not _SELF & set(subjects)


def _subjects(sentence: Sentence, quantity: Quantity) -> Sequence[str]:
    """Who puts the number, or says what it is: the subjects of the verbs above the figure."""
    tokens = sentence.tokens_in(quantity.place.span)
    above = sentence.ancestors(tokens[-1]) if tokens else ()
    return [
        each.lemma for verb in above for each in sentence.children_of(verb, "nsubj", "nsubjpass")
    ]


def _pair(ground: Ground, before: Quantity, again: Quantity) -> Pair | None:
    """The two counts and the tellings that have them; None where one teller has both."""
    first, second = _place(ground, before), _place(ground, again)
    if first is None or second is None:
        return None
    holders = [ground.tellings[each].holder for each in (first, second)]
    own = holders[0] and holders[0] == holders[1]
    return None if own else ((before, first), (again, second))


def _told(ground: Ground, asked: str, pairs: Sequence[Pair]) -> Difference:
    """The two counts in all reports that have them, in the words of the first."""
    (_, first), (_, second) = pairs[0]
    note = f"{asked}: {ground.put(first)}; then “{ground.tellings[second].words}”"
    sides = [
        Side(quantity.place, quantity.words, ground.claims[index])
        for pair in pairs
        for quantity, index in pair
    ]
    return difference(DifferenceKind.NUMBER, sides, note, (_AGAIN,))


def _place(ground: Ground, quantity: Quantity) -> int | None:
    """The telling that has a count."""
    for index, telling in enumerate(ground.tellings):
        same = telling.report == quantity.place.report
        if same and telling.place.span.contains(quantity.place.span):
            return index
    return None
