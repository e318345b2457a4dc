"""Which reports are versions of one text: copies, excerpts, edits, rewordings; and which share only a passage."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from reportedly.linking.beside import copies_of, same_words
from reportedly.linking.candidates import pairs_to_compare
from reportedly.linking.clusters import group
from reportedly.linking.direction import Side, direct
from reportedly.linking.lineage_corrections import correct_relations
from reportedly.linking.passages import Body, prepare, span_of
from reportedly.linking.retelling import Comparison, bead_span, compare
from reportedly.model.lineage import Lineage, Passage, Relation
from reportedly.model.ontology import RelationKind
from reportedly.model.span import Reason
from reportedly.model.story import Story

SHARED = 12  # unquoted words of a shared passage; shorter runs are names, titles and set phrases
WHOLE = 0.80  # share of a text word for word in the other: an excerpt
EDITED = 0.50
CERTAIN = 0.20  # likeness of 0.6 % of pairs of independent reports of one incident (bench lineage, tuned half)
PROBABLE = 0.155  # 2 %
CLOSE = 0.22  # above this one retells the other so closely that it does not matter how much of it is quoted
FEWEST = 4  # beads outside of quotations that a rewording needs: a stub proves nothing, nor do two notes of one speech


def trace_lineage(story: Story) -> Story:
    """Fill `relations` and `lineages`; what people said (a copy, not a copy) overrides what was measured."""
    aside = story.bodies_aside
    sides = {
        each.report.id: Side(each.report, prepare(each))
        for each in story.readings
        if each.report.id not in aside
    }
    ordered = [sides[report] for report in sorted(sides)]
    pairs = pairs_to_compare([side.body for side in ordered])
    found = [relate(ordered[i], ordered[j]) for i, j in pairs]
    relations = correct_relations([each for each in found if each], sides, story.corrections)
    copies = (each for group in copies_of(story).of.values() for each in group)
    relations.extend(same_words(each) for each in copies if each.own_frame)
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
    told = len(compared.beads) if compared.likeness >= CLOSE else compared.reported
    if told >= FEWEST and agreed and compared.likeness >= PROBABLE:
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
            Passage(bead_span(a, bead.a), bead_span(b, bead.b), round(bead.score, 4))
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
    within = frozenset(members)
    inner = [each for each in joined if each.a in within]
    made = Counter(each.derived for each in inner)
    ranked = sorted(members, key=lambda report: (made[report], order[report], report))
    digest = hashlib.sha256(min(members).encode()).hexdigest()[:10]
    return Lineage(f"text-{digest}", tuple(ranked), _why(inner, ranked))


def _why(inner: Sequence[Relation], ranked: Sequence[str]) -> str:
    """One sentence for people."""
    if len(ranked) == 1:
        return "no other report has this text"
    known = any(each.derived is not None for each in inner)
    return versions_line(len(ranked), {each.kind for each in inner}, known=known)


def versions_line(count: int, kinds: Iterable[RelationKind], *, known: bool) -> str:
    """How the versions of a text are related, for people; `known` says that some are known to be made from others."""
    named = ", ".join(sorted(each.value for each in kinds))
    original = "the first is the likeliest original" if known else "which came first is open"
    return f"{count} versions ({named}); {original}"
