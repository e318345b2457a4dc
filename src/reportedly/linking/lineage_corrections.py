"""What people said of two reports, that they are a copy or no copies, above what was measured."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from reportedly.model.correction import Correction, CorrectionKind
from reportedly.model.lineage import Relation
from reportedly.model.ontology import RelationKind
from reportedly.model.span import Reason


def correct_relations(
    relations: Sequence[Relation], reports: Collection[str], corrections: Sequence[Correction]
) -> list[Relation]:
    """What people said stands above what was measured; the last word on a pair counts."""
    found = {(each.a, each.b): each for each in relations}
    for correction in corrections:
        pair = _corrected_pair(correction, reports)
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


def _corrected_pair(correction: Correction, reports: Collection[str]) -> tuple[str, str] | None:
    """The ids that a correction names, in order; None where it names others or is ambiguous."""
    if correction.kind not in (CorrectionKind.COPY, CorrectionKind.NOT_COPY):
        return None
    named: list[str] = []
    for prefix in (correction.first, correction.second):
        fits = [report for report in reports if report.startswith(prefix)]
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
