"""Counts that went on: "more than 3,000 people have signed a petition", and days later "4,500 people have signed it".

"More than 3,000" holds 4,500 and is no conflict with it, yet nobody says so of 4,500: a later count beyond the next
round number is an update. Only what adds up is compared: "have signed", not "are in the square".
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import permutations

from reportedly.linking.comparison import Telling
from reportedly.linking.ground import Ground, Side, difference
from reportedly.linking.quantities import Quantity, beyond_round
from reportedly.model.ontology import DifferenceKind
from reportedly.model.span import Reason
from reportedly.model.story import Difference
from reportedly.model.syntax import Token

SAME_MATTER = 0.45  # likeness asked of two counts by one teller
SAME_WORDS = 0.62  # and of counts by two
KIN_ASKED = 2  # words that both must have, besides names
Count = tuple[int, Quantity]  # a telling and what it counts
Pair = tuple[Count, Count]

_GREW = Reason("grew", 1.0, "a later count is beyond what the earlier one means by “more than”")


def outgrown(ground: Ground) -> Iterator[Difference]:
    """Each count of what has been done so far beside a later, higher one."""
    by_noun: defaultdict[str, list[Count]] = defaultdict(list)
    for index, telling in enumerate(ground.tellings):
        if not telling.assertion.headline:
            for each in telling.quantities:
                by_noun[each.noun].append((index, each))
    found: dict[tuple[str, str, str], list[Pair]] = {}
    for noun, counts in by_noun.items():
        for first, second in permutations(counts, 2):
            if beyond_round(first[1], second[1]) and _is_later_count(ground, first, second):
                key = (ground.claims[first[0]], ground.claims[second[0]], noun)
                found.setdefault(key, []).append((first, second))
    yield from (_update(ground, pairs) for pairs in found.values())


def _is_later_count(ground: Ground, first: Count, second: Count) -> bool:
    """Whether the second is a later count of the same thing, by the same teller or in like words."""
    (a, low), (b, high) = first, second
    ours, theirs = ground.tellings[a], ground.tellings[b]
    if not ground.later(ours.report, theirs.report):
        return False
    deed = _done(ours, low)
    if not deed or deed != _done(theirs, high):
        return False
    alike = ground.wordings.likeness(a, b)
    own = bool(ours.holder) and ours.holder == theirs.holder
    return alike.kin >= KIN_ASKED and alike.score >= (SAME_MATTER if own else SAME_WORDS)


def _done(telling: Telling, quantity: Quantity) -> str:
    """The verb of what those counted have done or suffered so far: "have signed"; "" where it does not add up."""
    sentence = telling.reading.sentence_at(quantity.place.span.start)
    tokens = sentence.tokens_in(quantity.place.span) if sentence else ()
    if sentence is None or not tokens:
        return ""
    counted = next((each for each in reversed(tokens) if each.dep in ("nsubj", "nsubjpass")), None)
    verb = sentence.head_of(counted) if counted else None
    if verb is None:
        return ""
    helpers = sentence.children_of(verb, "aux")
    return verb.lemma if verb.tag == "VBN" and any(map(_is_have, helpers)) else ""


def _is_have(token: Token) -> bool:
    return token.lemma == "have" and token.tag in ("VBP", "VBZ", "VBD")


def _update(ground: Ground, pairs: Sequence[Pair]) -> Difference:
    """The two counts in all their tellings, in the words of the first."""
    counts = dict.fromkeys(count for pair in pairs for count in pair)
    sides = [Side(each.place, each.words, ground.claims[index]) for index, each in counts]
    told = (f"“{each.words}” ({ground.source(index)})" for index, each in pairs[0])
    note = f"{pairs[0][0][1].asked}: " + ", then ".join(told)
    return difference(DifferenceKind.UPDATE, sides, note, (_GREW,))
