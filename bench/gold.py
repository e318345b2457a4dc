"""Task `gold`: the product on story folders, every item of the answer key scored (EVALUATION.md says how)."""

from collections import Counter
from collections.abc import Callable, Mapping

from bench import gold_marks, gold_records
from bench.gold_key import Told, tell
from bench.result import Request, Result

Scorer = Callable[[Told], list[tuple[str, bool]]]

LISTS: Mapping[str, Scorer] = {
    "boilerplate": gold_marks.boilerplate,
    "anchors": gold_marks.anchors,
    "lineage": gold_marks.lineage,
    "origins_count": gold_records.origins_count,
    "entity_variants": gold_marks.entity_variants,
    "aligned_quotes": gold_records.aligned_quotes,
    "meetings": gold_records.meetings,
    "positions": gold_records.positions,
    "headline_vs_body": gold_marks.headlines,
    "statements": gold_records.statements,
    "differences": gold_records.differences,
    "times": gold_marks.times,
}


def run(request: Request) -> Result:
    """Score the folders together; `verbose` prints each item that was not found."""
    found: Counter[str] = Counter()
    total: Counter[str] = Counter()
    status, counts, facts, false = Counter[bool](), Counter[bool](), 0, 0
    for folder in request.data:
        told = tell(folder)
        for name, score in LISTS.items():
            for label, hit in score(told):
                found[name] += hit
                total[name] += 1
                if request.verbose and not hit:
                    print(f"  missed {folder.name} {name}: {label}")
        for right_status, right_counts in gold_records.statement_fields(told):
            status[right_status] += 1
            counts[right_counts] += 1
        wrong, all_facts = gold_records.false_facts(told, verbose=request.verbose)
        false, facts = false + wrong, facts + all_facts
    items = sum(total.values())
    return Result(
        n=items,
        ours={
            "found": round(sum(found.values()) / items, 4) if items else 0.0,
            "items": items,
            "false_facts": round(false / facts, 4) if facts else 0.0,
            "by_kind": {name: [found[name], total[name]] for name in LISTS},
            "status_right": _share(status),
            "counts_right": _share(counts),
        },
    )


def _share(counts: Counter[bool]) -> float:
    """The share of True, of the statements that were found."""
    total = counts.total()
    return round(counts[True] / total, 4) if total else 0.0
