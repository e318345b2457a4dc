"""Which reports are versions of one text: copies, excerpts, edits, rewordings; and which share only a passage."""

import hashlib
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from reportedly.language.similarity import FLOOR, Bead, align_blocks, fill_gaps, find_anchors
from reportedly.linking.candidates import pairs_to_compare
from reportedly.linking.clusters import group
from reportedly.linking.direction import Side, direct
from reportedly.linking.passages import Body, Run, prepare, shared_runs, span_of
from reportedly.model.correction import Correction, CorrectionKind
from reportedly.model.ontology import RelationKind
from reportedly.model.span import Reason, Span
from reportedly.model.story import Lineage, Passage, Relation, Story

SHARED = 12  # unquoted words of a shared passage; shorter runs are names, titles and set phrases
WHOLE = 0.80  # share of a text word for word in the other: an excerpt
EDITED = 0.50
CERTAIN = 0.15  # likeness of 0.6 % of pairs of independent reports of one incident (bench lineage)
PROBABLE = 0.09  # 2 %
TOLD = 0.27  # weight of the share that is told again in the likeness, and
LENGTH = (
    0.05  # what each e-fold of sentences takes from it: long texts find a match for much by chance
)
FEWEST = 4  # beads that a rewording needs: a stub of two sentences proves nothing


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was measured between two bodies."""

    runs: tuple[Run, ...]
    beads: tuple[Bead, ...]  # the main chain
    moved: tuple[Bead, ...]  # chains of blocks that stand elsewhere
    shorter: int  # sentences of the shorter text
    covered: tuple[float, float]  # share of the words of each that stand word for word in the other
    told: tuple[float, float]  # share of the characters of each that stand in beads
    agreeing: int  # beads whose names and figures agree at least in part
    anchored: int  # beads in which both sides have a name or figure

    @property
    def retold(self) -> float:
        """Beads by sentences of the shorter text."""
        return (len(self.beads) + len(self.moved)) / self.shorter if self.shorter else 0.0

    @property
    def likeness(self) -> float:
        """How far one retells the other: how closely, how much of both, less for long texts; some -0.2 to 0.6.

        By the share of sentences and how closely alone, 84 % of cut, swapped and padded versions are found at 1 %
        false positives; so it is 89 % (bench lineage).
        """
        if not self.shorter:
            return 0.0
        gained = sum(max(0.0, bead.score - FLOOR) for bead in (*self.beads, *self.moved))
        return gained / self.shorter + TOLD * min(self.told) - LENGTH * math.log(self.shorter)

    @property
    def score(self) -> float:
        """The stronger of both kinds of evidence, 0 to 1."""
        return min(1.0, max(0.0, *self.covered, (self.likeness + 0.2) / 0.8))


def trace_lineage(story: Story) -> Story:
    """Fill `relations` and `lineages`; what people said (a copy, not a copy) overrides what was measured."""
    bodies = {reading.report.id: prepare(reading) for reading in story.readings}
    sides = {
        reading.report.id: Side(reading.report, bodies[reading.report.id])
        for reading in story.readings
    }
    ordered = [sides[report] for report in sorted(sides)]
    pairs = pairs_to_compare([side.body for side in ordered])
    found = [relate(ordered[i], ordered[j]) for i, j in pairs]
    relations = _correct([each for each in found if each], sides, story.corrections)
    relations.sort(key=lambda each: (each.a, each.b))
    lineages = _lineages(story, relations)
    return replace(story, relations=tuple(relations), lineages=lineages)


def relate(first: Side, second: Side) -> Relation | None:
    """The relation of two reports, None where they are plainly independent."""
    a, b = sorted((first, second), key=lambda side: side.body.report)
    compared = compare(a.body, b.body)
    kind, certain = _kind(a.body, b.body, compared)
    if kind is RelationKind.INDEPENDENT:
        return None
    relation = Relation(
        a=a.body.report,
        b=b.body.report,
        kind=kind,
        score=round(compared.score, 4),
        certain=certain,
        derived=None,
        passages=_passages(a.body, b.body, compared, kind),
        reasons=_reasons(a.body, compared, kind),
    )
    return _directed(relation, a, b) if kind.is_same_text else relation


def compare(a: Body, b: Body) -> Comparison:
    """Measure two bodies: shared runs of words, and the chain of sentences that tell the same in order."""
    runs = shared_runs(a, b)
    chains = align_blocks(a.vectors, b.vectors)
    beads = fill_gaps(chains[0], a.vectors, b.vectors) if chains else ()
    moved = tuple(bead for chain in chains[1:] for bead in chain)
    agreeing, anchored = _anchors(a, b, beads)
    all_beads = (*beads, *moved)
    return Comparison(
        runs=runs,
        beads=beads,
        moved=moved,
        shorter=min(len(a.sentences), len(b.sentences)),
        covered=(_covered(runs, len(a.words), 0), _covered(runs, len(b.words), 1)),
        told=(
            _told(a, [bead.a for bead in all_beads]),
            _told(b, [bead.b for bead in all_beads]),
        ),
        agreeing=agreeing,
        anchored=anchored,
    )


def _covered(runs: Iterable[Run], words: int, side: int) -> float:
    """Share of the words of one side that lie in shared runs."""
    within: set[int] = set()
    for run in runs:
        within.update(range(*(run.a if side == 0 else run.b)))
    return len(within) / words if words else 0.0


def _told(body: Body, beads: Iterable[tuple[int, int]]) -> float:
    """Share of a body's characters whose sentences stand in beads."""
    lengths = [len(span) for span in body.sentences]
    within = {sentence for bead in beads for sentence in range(*bead)}
    return sum(lengths[each] for each in within) / max(1, sum(lengths))


def _anchors(a: Body, b: Body, beads: Iterable[Bead]) -> tuple[int, int]:
    agreeing = anchored = 0
    for bead in beads:
        left = find_anchors(_bead_span(a, bead.a).of(a.text))
        right = find_anchors(_bead_span(b, bead.b).of(b.text))
        anchored += bool(left and right)
        agreeing += bool(left & right)
    return agreeing, anchored


def _bead_span(body: Body, sentences: tuple[int, int]) -> Span:
    return body.sentences[sentences[0]].joined(body.sentences[sentences[1] - 1])


def _kind(a: Body, b: Body, compared: Comparison) -> tuple[RelationKind, bool]:
    """The class of a pair, verbatim evidence first, and whether it is certain."""
    if not a.words or not b.words:
        return RelationKind.INDEPENDENT, True
    if a.words == b.words:
        return RelationKind.IDENTICAL, True
    own = sum(run.unquoted for run in compared.runs)
    high, low = max(compared.covered), min(compared.covered)
    if high >= EDITED and own >= SHARED:
        contained = high >= WHOLE and low < WHOLE
        return (RelationKind.EXCERPT if contained else RelationKind.EDITED), True
    agreed = 2 * compared.agreeing >= compared.anchored
    if len(compared.beads) >= FEWEST and agreed and compared.likeness >= PROBABLE:
        return RelationKind.REWORDED, compared.likeness >= CERTAIN
    if any(run.unquoted >= SHARED for run in compared.runs):
        return RelationKind.SHARED_PASSAGE, True
    return RelationKind.INDEPENDENT, True


def _passages(a: Body, b: Body, compared: Comparison, kind: RelationKind) -> tuple[Passage, ...]:
    """Verbatim stretches, and for a rewording the aligned sentences too, in the order of the first report."""
    verbatim = [
        Passage(span_of(a, run.a), span_of(b, run.b), 1.0)
        for run in compared.runs
        if kind.is_same_text or run.unquoted >= SHARED
    ]
    if kind.is_same_text and kind is not RelationKind.IDENTICAL:
        aligned = [
            Passage(_bead_span(a, bead.a), _bead_span(b, bead.b), round(bead.score, 4))
            for bead in (*compared.beads, *compared.moved)
        ]
        verbatim += [
            each for each in aligned if not any(each.a.overlaps(run.a) for run in verbatim)
        ]
    return tuple(sorted(verbatim, key=lambda each: (each.a, each.b)))


def _reasons(a: Body, compared: Comparison, kind: RelationKind) -> tuple[Reason, ...]:
    """Why, in words for people, the weightiest first."""
    if kind is RelationKind.IDENTICAL:
        return (Reason("same words", 1.0, f"all {len(a.words)} words of the body are the same"),)
    found: list[Reason] = []
    if compared.runs:
        longest = max(run.length for run in compared.runs)
        share = max(compared.covered)
        detail = f"{share:.0%} of the words of one stand word for word in the other; longest run {longest} words"
        found.append(Reason("word for word", round(share, 4), detail))
    if kind is RelationKind.REWORDED:
        detail = f"{len(compared.beads)} of {compared.shorter} passages in the same order"
        detail += f", {len(compared.moved)} more moved" if compared.moved else ""
        found.insert(0, Reason("same order", round(min(1.0, compared.retold), 4), detail))
        agreed = compared.agreeing / max(1, compared.anchored)
        detail = f"names and figures agree in {compared.agreeing} of {compared.anchored} passages"
        found.append(Reason("anchors", round(agreed, 4), detail + " that have them"))
    return tuple(found)


def _directed(relation: Relation, a: Side, b: Side) -> Relation:
    """Say which side was made from the other, where that can be told."""
    found = direct(a, b, contained=relation.kind is RelationKind.EXCERPT)
    derived = None if found.derived is None else (a, b)[found.derived].body.report
    kind = relation.kind
    if kind is RelationKind.EXCERPT and found.derived is not None:
        lengths = len(a.body.words), len(b.body.words)
        if lengths[found.derived] > lengths[1 - found.derived]:
            kind = RelationKind.EXTENDED
    return replace(relation, kind=kind, derived=derived, reasons=relation.reasons + found.reasons)


def _correct(
    relations: Sequence[Relation], sides: Mapping[str, Side], corrections: Sequence[Correction]
) -> list[Relation]:
    """What people said stands above what was measured; the last word on a pair counts."""
    found = {(each.a, each.b): each for each in relations}
    for correction in corrections:
        pair = _corrected_pair(correction, sides)
        if pair is None:
            continue
        before = found.pop(pair, None)
        if correction.kind is CorrectionKind.COPY:
            found[pair] = _as_copy(pair, before, correction)
        elif before is not None:
            kept = _as_no_copy(before, correction)
            if kept is not None:
                found[pair] = kept
    return list(found.values())


def _corrected_pair(correction: Correction, sides: Mapping[str, Side]) -> tuple[str, str] | None:
    """The ids that a correction names, in order; None where it names others or is ambiguous."""
    if correction.kind not in (CorrectionKind.COPY, CorrectionKind.NOT_COPY):
        return None
    named: list[str] = []
    for prefix in (correction.first, correction.second):
        fits = [report for report in sides if report.startswith(prefix)]
        if not prefix or len(fits) != 1:
            return None
        named.append(fits[0])
    first, second = sorted(named)
    return (first, second) if first != second else None


def _as_copy(pair: tuple[str, str], before: Relation | None, correction: Correction) -> Relation:
    said = Reason("correction", 1.0, _said("versions of one text", correction))
    if before is not None and before.kind.is_same_text:
        return replace(before, certain=True, reasons=(said, *before.reasons))
    passages = before.passages if before else ()
    return Relation(*pair, RelationKind.REWORDED, 1.0, True, None, passages, (said,))


def _as_no_copy(before: Relation, correction: Correction) -> Relation | None:
    """A pair said to be no copies keeps its verbatim passages, if it has any."""
    if not before.kind.is_same_text:
        return before
    said = Reason("correction", 1.0, _said("no versions of one text", correction))
    verbatim = tuple(each for each in before.passages if each.score >= 1.0)
    if not verbatim:
        return None
    return replace(
        before,
        kind=RelationKind.SHARED_PASSAGE,
        certain=True,
        derived=None,
        passages=verbatim,
        reasons=(said,),
    )


def _said(what: str, correction: Correction) -> str:
    note = f": {correction.note}" if correction.note else ""
    return f"said on {correction.made} to be {what}{note}"


def _lineages(story: Story, relations: Sequence[Relation]) -> tuple[Lineage, ...]:
    """One a text, in the order of the story's readings. Probable rewordings do not join."""
    joined = [each for each in relations if each.certain and each.kind.is_same_text]
    ids = sorted(reading.report.id for reading in story.readings)
    order = {reading.report.id: place for place, reading in enumerate(story.readings)}
    texts = group(ids, ((each.a, each.b) for each in joined))
    found = [_lineage(members, joined, order) for members in texts]
    return tuple(sorted(found, key=lambda each: min(order[report] for report in each.reports)))


def _lineage(
    members: Sequence[str], joined: Sequence[Relation], order: Mapping[str, int]
) -> Lineage:
    """The likeliest original first: who is made from fewest, then who came first."""
    inner = [each for each in joined if each.a in members]
    made = {report: sum(each.derived == report for each in inner) for report in members}
    ranked = sorted(members, key=lambda report: (made[report], order[report], report))
    digest = hashlib.sha256(min(members).encode()).hexdigest()[:10]
    return Lineage(f"text-{digest}", tuple(ranked), _why(inner, ranked))


def _why(inner: Sequence[Relation], ranked: Sequence[str]) -> str:
    """One sentence for people."""
    if len(ranked) == 1:
        return "no other report has this text"
    kinds = ", ".join(sorted({each.kind.value for each in inner}))
    first = any(each.derived is not None for each in inner)
    original = "the first is the likeliest original" if first else "which came first is open"
    return f"{len(ranked)} versions ({kinds}); {original}"
