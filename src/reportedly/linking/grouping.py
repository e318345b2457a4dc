"""Groups out of judged pairs: the surest pairs first, and never against what forbids two members to stand together."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from reportedly.model.correction import CorrectionKind
from reportedly.model.span import Citation, Reason, Span
from reportedly.model.story import Story

SINGLE = "single"  # the feature of the reason of what stands alone


@dataclass(frozen=True, slots=True)
class Link:
    """Two members (places in the list) that belong together, how surely, and why."""

    a: int
    b: int
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Ruling:
    """What people have said: pairs of members that belong together, and pairs that do not."""

    together: tuple[tuple[int, int], ...] = ()
    apart: frozenset[tuple[int, int]] = frozenset()


def group(
    count: int, links: Iterable[Link], ruling: Ruling, may_join: Callable[[int, int], bool]
) -> tuple[tuple[int, ...], ...]:
    """Members 0 to count-1 in groups, each in order, the groups by their first member.

    A link joins two groups only where `may_join` allows each pair across them. What people said goes first and
    asks nobody.
    """
    member_of = list(range(count))
    groups = {index: [index] for index in range(count)}
    for a, b in ruling.together:
        _join(groups, member_of, a, b)
    for link in sorted(links, key=lambda each: (-each.score, each.a, each.b)):
        ours, theirs = groups[member_of[link.a]], groups[member_of[link.b]]
        if ours is not theirs and _allowed(ours, theirs, ruling, may_join):
            _join(groups, member_of, link.a, link.b)
    return tuple(sorted(tuple(sorted(members)) for members in groups.values()))


def reasons_of(
    groups: Sequence[Sequence[int]], links: Iterable[Link]
) -> tuple[tuple[Reason, ...], ...]:
    """For each group the reasons of the links inside it, each reason once."""
    place = {member: index for index, members in enumerate(groups) for member in members}
    found: list[dict[Reason, None]] = [{} for _ in groups]
    for link in links:
        if place[link.a] == place[link.b]:
            found[place[link.a]].update(dict.fromkeys(link.reasons))
    return tuple(tuple(each) for each in found)


def _join(groups: dict[int, list[int]], member_of: list[int], a: int, b: int) -> None:
    keep, gone = sorted((member_of[a], member_of[b]))
    if keep == gone:
        return
    for member in groups[gone]:
        member_of[member] = keep
    groups[keep].extend(groups.pop(gone))


def _allowed(
    ours: Sequence[int], theirs: Sequence[int], ruling: Ruling, may_join: Callable[[int, int], bool]
) -> bool:
    return all(
        (min(a, b), max(a, b)) not in ruling.apart and may_join(a, b) for a in ours for b in theirs
    )


def ruling_of(
    story: Story,
    members: Sequence[tuple[Citation, ...]],
    same: CorrectionKind,
    different: CorrectionKind,
) -> Ruling:
    """The story's corrections of these two kinds as pairs of members; the later word on a pair wins."""
    said: dict[tuple[int, int], bool] = {}
    for correction in story.corrections:
        if correction.kind not in (same, different):
            continue
        for a in members_at(correction.first, members):
            for b in members_at(correction.second, members):
                if a != b:
                    said[min(a, b), max(a, b)] = correction.kind is same
    return Ruling(
        tuple(sorted(pair for pair, is_same in said.items() if is_same)),
        frozenset(pair for pair, is_same in said.items() if not is_same),
    )


def members_at(place: str, members: Sequence[tuple[Citation, ...]]) -> tuple[int, ...]:
    """The members at a place "REPORT:START-END" (a prefix of the id will do); () where it is no place."""
    report, _, stretch = place.rpartition(":")
    start, _, end = stretch.partition("-")
    if not (report and start.isdecimal() and end.isdecimal() and int(start) < int(end)):
        return ()
    span = Span(int(start), int(end))
    return tuple(
        index
        for index, citations in enumerate(members)
        if any(each.report.startswith(report) and each.span.matches(span) for each in citations)
    )
