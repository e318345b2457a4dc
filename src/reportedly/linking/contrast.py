"""Two sentences of two reports that are alike but for one thing: a figure, a day, a place, who did it, or a "not".

Compared are whole sentences of bodies, since a day or a place may stand outside the clause that tells the deed. Found
is only what stands once on each side and of which neither report tells the other's: who tells of both days knows them
as two.
"""

import re
from calendar import day_name, month_abbr, month_name
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from reportedly.linking.comparison import shown
from reportedly.linking.contrast_deeds import doers_apart, negations_apart
from reportedly.linking.contrast_lines import Contrast, Line, is_named_in
from reportedly.linking.ground import Ground, Side, difference
from reportedly.linking.headline_places import land_of
from reportedly.linking.likeness import Wordings, prepare
from reportedly.linking.quantities import Quantity, clash, grows, quantity_of
from reportedly.linking.wording import wording_of
from reportedly.model.ontology import DifferenceKind, EntityKind
from reportedly.model.reading import Mention, TimeExpression, TimeType
from reportedly.model.report import Role
from reportedly.model.span import Reason, Span
from reportedly.model.story import Difference

# Likeness of two sentences, 0 to 1, chosen on sentences of claims/msrp that were changed by rule (bench differences)
# and read through on the stories of claims/basil and stories/gva.
ALIKE = 0.64
SAME_DEED = 0.45  # likeness where name, verb and counted noun are the same, for figures only
CLOSER = 0.80  # the same where the verb says nothing of its own
WORDS_ASKED = 4  # content words of each sentence
RARE = 60  # a word of more sentences than this brings no candidates
COSINE = 0.45
_EMPTY = frozenset({"whether (be)", "whether (have)"})


def contrasts(ground: Ground) -> Iterator[Difference]:
    """All differences between sentences that are alike."""
    lines = lines_of(ground)
    wordings = prepare([wording_of(each.reading, (each.sentence.span,)) for each in lines])
    for a, b, alike in _alike(lines, wordings):
        first, second = lines[a], lines[b]
        named = bool(wordings.all[a].names & wordings.all[b].names)
        for found in _between(ground, (first, second), alike, named=named):
            yield _recorded(ground, first, second, found)


def _alike(lines: Sequence[Line], wordings: Wordings) -> Iterator[tuple[int, int, float]]:
    """Pairs of sentences of two reports that say enough and are alike enough to be compared, with how alike."""
    pairs = wordings.near_pairs(min(len(lines), RARE), COSINE)
    says_enough = [len(each.content) >= WORDS_ASKED for each in wordings.all]
    for a, others in groupby(pairs, key=itemgetter(0)):
        places = [
            b
            for _, b in others
            if says_enough[a] and says_enough[b] and lines[a].report != lines[b].report
        ]
        for b, alike in zip(places, wordings.likenesses(a, places), strict=True):
            if alike.score >= SAME_DEED:
                yield a, b, alike.score


def _between(
    ground: Ground, lines: tuple[Line, Line], alike: float, *, named: bool
) -> Iterator[Contrast]:
    """What differs, as far as the two are alike: of one deed in other words only the figures are compared."""
    first, second = lines
    if alike >= ALIKE:
        for found in compare(ground, first, second):
            if alike >= CLOSER or found.what not in _EMPTY:
                yield found
    elif named:
        yield from _figures(ground, first, second, surely=True)


def lines_of(ground: Ground) -> tuple[Line, ...]:
    """The sentences of all bodies, of copies once."""
    aside = ground.story.bodies_aside
    return tuple(
        Line(reading, sentence)
        for reading in ground.story.readings
        for sentence in reading.sentences
        if sentence.role is not Role.HEADLINE
        and (sentence.role is Role.CAPTION or reading.report.id not in aside)
    )


def compare(ground: Ground, first: Line, second: Line) -> Iterator[Contrast]:
    """What differs between two sentences that are alike."""
    yield from _figures(ground, first, second)
    yield from _days(first, second)
    yield from _places(first, second)
    yield from doers_apart(ground, first, second)
    yield from negations_apart(first, second)


def _recorded(ground: Ground, first: Line, second: Line, found: Contrast) -> Difference:
    places = ((first, found.first), (second, found.second))
    sides = [_side(ground, line, span) for line, span in places]
    told = " / ".join(
        f"“{line.words(span)}” ({_source(line)}) in “{line.words(line.sentence.span)}”"
        for line, span in places
    )
    reasons = (Reason("alike", ALIKE, "the two sentences are alike but for this"),)
    return difference(found.kind, sides, f"{found.what}: {told}", reasons)


def _source(line: Line) -> str:
    """The outlet and day of a line's report."""
    report = line.reading.report
    name = report.source.outlet or report.path or "a report"
    return f"{name}, {shown(report.published.days)}" if report.published else name


def _side(ground: Ground, line: Line, span: Span) -> Side:
    """The place with the claim that is told there."""
    for telling, claim in zip(ground.tellings, ground.claims, strict=True):
        if telling.report == line.report and telling.place.span.contains(span):
            return Side(line.at(span), line.words(span), claim)
    return Side(line.at(span), line.words(span), "")


# figures


def _figures(
    ground: Ground, first: Line, second: Line, *, surely: bool = False
) -> Iterator[Contrast]:
    """The same noun counted once in each, so that both figures cannot hold; `surely` under one known verb."""
    for ours in _quantities(first):
        for theirs in _quantities(second):
            alone = (
                _only(ours, first)
                and _only(theirs, second)
                and _one_verb((first, ours), (second, theirs), surely=surely)
            )
            if alone and clash(ours, theirs) and not _counted_there(ours, theirs, first, second):
                later = ground.later(first.report, second.report) and grows(ours, theirs)
                earlier = ground.later(second.report, first.report) and grows(theirs, ours)
                kind = DifferenceKind.UPDATE if later or earlier else DifferenceKind.NUMBER
                yield Contrast(kind, ours.place.span, theirs.place.span, ours.asked)


def _quantities(line: Line) -> tuple[Quantity, ...]:
    """The figures of a sentence that count something or have a unit."""
    found = (
        quantity_of(line.reading, each)
        for each in line.reading.figures
        if line.sentence.span.contains(each.span)
    )
    return tuple(each for each in found if each.noun)


def _only(quantity: Quantity, line: Line) -> bool:
    return sum(each.noun == quantity.noun for each in _quantities(line)) == 1


def _one_verb(one: tuple[Line, Quantity], other: tuple[Line, Quantity], *, surely: bool) -> bool:
    """Whether both figures stand under one verb: the injured are not compared with the arrested."""
    verbs = _verb_over(*one), _verb_over(*other)
    return verbs[0] == verbs[1] if all(verbs) else not surely


def _verb_over(line: Line, quantity: Quantity) -> str:
    """The lemma of the nearest verb over a figure, "" where there is none."""
    tokens = line.sentence.tokens_in(quantity.place.span)
    above = line.sentence.ancestors(tokens[-1]) if tokens else ()
    return next((each.lemma for each in above if each.pos == "VERB"), "")


def _counted_there(ours: Quantity, theirs: Quantity, first: Line, second: Line) -> bool:
    """Whether one report has the other's figure too."""
    return any(
        each.low == quantity.figure.low and each.high == quantity.figure.high
        for quantity, line in ((ours, second), (theirs, first))
        for each in line.reading.figures
    )


# days


def _days(first: Line, second: Line) -> Iterator[Contrast]:
    """One day each, and not the same."""
    ours, theirs = _dates(first), _dates(second)
    if len(ours) != 1 or len(theirs) != 1:
        return
    one, other = ours[0], theirs[0]
    if one.days is None or other.days is None or one.days.overlaps(other.days):
        return
    kinds = {_named_by(line.words(time.span)) for line, time in ((first, one), (second, other))}
    same = first.words(one.span).casefold() == second.words(other.span).casefold()
    if same or len(kinds) > 1 or "" in kinds or _dated(first, other) or _dated(second, one):
        return
    yield Contrast(DifferenceKind.DATE, one.span, other.span, "on which day")


_MONTHS = frozenset(str(name).casefold() for name in (*month_name, *month_abbr) if name)
_WEEKDAYS = frozenset(str(name).casefold() for name in day_name)


def _named_by(words: str) -> str:
    """What names the day: a weekday, a month (with or without a day), or "" for "overnight" and the like."""
    found = {each.casefold() for each in re.findall(r"[^\W\d_]+", words)}
    if found & _MONTHS:
        return "day of a month" if re.search(r"\b\d{1,2}\b", words) else "month"
    return "weekday" if found & _WEEKDAYS else ""


def _dates(line: Line) -> tuple[TimeExpression, ...]:
    """The dates of a sentence."""
    return tuple(
        each
        for each in line.reading.times
        if line.sentence.span.contains(each.span)
        and each.days is not None
        and each.type in (TimeType.DATE, TimeType.TIME)
    )


def _dated(line: Line, time: TimeExpression) -> bool:
    """Whether the report names this time too."""
    return any(each.days == time.days for each in line.reading.times)


# places


def _places(first: Line, second: Line) -> Iterator[Contrast]:
    """One known place each, of which neither report names the other's."""
    ours, theirs = _known_places(first), _known_places(second)
    lonely = [each for each in ours if not is_named_in(each, first, second)]
    others = [each for each in theirs if not is_named_in(each, second, first)]
    if len(lonely) == len(others) == 1 and _apart(first, lonely[0], second, others[0]):
        yield Contrast(DifferenceKind.PLACE, lonely[0].head, others[0].head, "in which place")


def _known_places(line: Line) -> tuple[Mention, ...]:
    return tuple(
        each
        for each in line.reading.mentions
        if each.kind is EntityKind.PLACE
        and line.sentence.span.contains(each.span)
        and land_of(line.words(each.head))
    )


def _apart(first: Line, ours: Mention, second: Line, theirs: Mention) -> bool:
    """Whether neither place can hold the other: two cities, or two countries."""
    names = first.words(ours.head), second.words(theirs.head)
    lands = land_of(names[0]), land_of(names[1])
    whole = [name.casefold() for name in names]
    return lands[0] != lands[1] or (whole[0] != whole[1] and ours.country == theirs.country)


def told_already(found: Difference, others: Sequence[Difference]) -> bool:
    """Whether another difference of the same kind, or an update, cites both places."""
    return any(
        each.kind in (found.kind, DifferenceKind.UPDATE)
        and all(
            any(place.report == it.report and place.span.overlaps(it.span) for it in each.evidence)
            for place in found.evidence
        )
        for each in others
    )
