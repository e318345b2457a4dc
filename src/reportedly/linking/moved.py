"""What was to be on one day and is now to be on another: put off, brought forward, "first set for"."""

import tomllib
from collections.abc import Iterator
from importlib import resources

from reportedly.linking.comparison import AHEAD, Telling, is_vague, shown
from reportedly.linking.ground import Ground, difference
from reportedly.model.interval import Interval
from reportedly.model.ontology import DifferenceKind
from reportedly.model.reading import TimeType
from reportedly.model.span import Reason
from reportedly.model.story import Difference

SAME_DATE = 0.30  # likeness asked of a plan whose very day is told to be given up
SAME_PLAN = 0.55  # the same where only the new day is told
_WORDS = tomllib.loads(
    resources.files("reportedly.linking").joinpath("moved.toml").read_text(encoding="utf-8")
)
_MOVING = frozenset(map(str, _WORDS["verbs"]))
_PARTICLES = {str(verb): frozenset(map(str, found)) for verb, found in _WORDS["with"].items()}
_AT_FIRST = frozenset(map(str, _WORDS["at_first"]))
_MOVED = Reason("moved", 1.0, "the same is told to be on another day than planned")


def moved(ground: Ground) -> Iterator[Difference]:
    """Plans for a day, each beside the tellings that give the day up."""
    bodies = [i for i, each in enumerate(ground.tellings) if not each.assertion.headline]
    plans = [i for i in bodies if _plans(ground.tellings[i])]
    for b in bodies:
        days = _days_told(ground.tellings[b])
        if not days or not (_is_moving(ground.tellings[b]) or _is_first(ground.tellings[b])):
            continue
        told = [a for a in plans if _gives_up(ground, a, b, days)]
        if told:
            a = max(told, key=lambda each: (ground.wordings.likeness(each, b).score, -each))
            yield _difference(ground, a, b)


def _plans(telling: Telling) -> bool:
    """Whether it tells of something to come on a day."""
    day = telling.assertion.days
    return telling.assertion.status in AHEAD and day is not None and not is_vague(day)


def _days_told(telling: Telling) -> tuple[Interval, ...]:
    """The days that stand in its words."""
    return tuple(
        each.days
        for each in telling.reading.times
        if each.type is TimeType.DATE and each.days and telling.place.span.contains(each.span)
    )


def _is_moving(telling: Telling) -> bool:
    """Whether a verb of putting off or bringing forward stands in it."""
    sentence = telling.reading.sentence_at(telling.place.span.start)
    for token in sentence.tokens_in(telling.place.span) if sentence else ():
        if token.pos == "VERB" and sentence:
            particles = {
                each.lemma for each in sentence.children_of(token, "prt", "advmod", "prep")
            }
            if token.lemma in _MOVING or _PARTICLES.get(token.lemma, frozenset()) & particles:
                return True
    return False


def _is_first(telling: Telling) -> bool:
    """Whether it tells for when a thing was planned at first."""
    sentence = telling.reading.sentence_at(telling.place.span.start)
    return telling.assertion.status in AHEAD and any(
        token.lemma in _AT_FIRST and sentence is not None and sentence.head_of(token).pos == "VERB"
        for token in (sentence.tokens_in(telling.place.span) if sentence else ())
    )


def _gives_up(ground: Ground, plan: int, telling: int, days: tuple[Interval, ...]) -> bool:
    """Whether the telling gives up the day of a plan, by naming that day or another one, later on."""
    first, second = ground.tellings[plan], ground.tellings[telling]
    day = first.assertion.days
    if plan == telling or day is None or ground.claims[plan] == ground.claims[telling]:
        return False
    alike = ground.wordings.likeness(plan, telling)
    if _is_first(second):
        return first.is_meeting and second.is_meeting and alike.kin > 0 and day not in days
    if first.report == second.report or ground.later(second.report, first.report):
        return False
    related = bool(first.parties & second.parties) or alike.kin > 1
    if day in days:
        return len(days) > 1 and related and alike.score >= SAME_DATE
    later = ground.later(first.report, second.report)
    return later and related and alike.score >= SAME_PLAN


def _difference(ground: Ground, plan: int, telling: int) -> Difference:
    """The plan in all its tellings and what gives its day up."""
    claims = (ground.claims[plan], ground.claims[telling])
    members = {each for claim in claims for each in ground.members(claim)} | {plan, telling}
    day = ground.tellings[plan].assertion.days
    when = shown(day) if day else ""
    first, second = ground.put(plan), ground.put(telling)
    note = f"planned for {when}: {first}; then on another day: {second}"
    if _is_first(ground.tellings[telling]):
        note = f"first on another day: {second}; now on {when}: {first}"
    sides = [ground.side(each) for each in sorted(members)]
    return difference(DifferenceKind.UPDATE, sides, note, (_MOVED,))
