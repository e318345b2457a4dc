"""Task `furniture`: roles of lines on labelled pages, boundaries in glued copies, clean text untouched, dates.

Data: stories/gva/docs.jsonl, stories/ecbplus/docs.jsonl, a story folder, claims/basil; any of them, in any order.
Figures are of the held-out half of the labelled documents; `verbose` prints the misses of the other half only.
"""

import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from html import escape

import justext

from bench.furniture_gluing import (
    Article,
    found_starts,
    glued,
    naive_starts,
    read_articles,
    touched,
)
from bench.furniture_labels import Labelled, Mark, lines_of, read_labelled
from bench.result import Request, Result, bootstrap, f1
from reportedly.intake.blocks import label_blocks
from reportedly.intake.compose import read_published
from reportedly.intake.page import Metadata
from reportedly.model.report import Role

SAME = 0.5  # of the union of two stretches they must share to be one
WRONG_COSTS = 2
Value = float | int | str | Mapping[str, object] | None
Counts = tuple[Counter[str], Counter[str], Counter[str]]
Labeller = Callable[[str], tuple[Mark, ...]]


def run(request: Request) -> Result:
    """Score what the paths hold."""
    basil = [path for path in request.data if (path / "articles").is_dir()]
    labelled, missing = read_labelled([path for path in request.data if path not in basil])
    labelled = labelled[: request.limit]
    held = [each for each in labelled if not each.tuned]
    articles = [each for path in basil for each in read_articles(path)][: request.limit]
    if request.verbose:
        _print_misses(each for each in labelled if each.tuned)
    low, high = _interval(held)
    return Result(
        n=sum(len(list(each.lines())) for each in held),
        ours=_line_figures(labelled, held)
        | _boundary_figures(articles, request.seed, found_starts)
        | _clean_figures(articles),
        baselines={
            "everything is text": {"f1": 0.0, "not_text_f1": 0.0},
            "jusText on lines": {"not_text_f1": round(_not_text(held, _by_justext), 4)},
            "end mark and space": _boundary_figures(articles, request.seed, naive_starts),
        },
        notes=(
            f"{len(labelled)} labelled documents, {len(held)} of them held out; {missing} not in the data",
            f"f1 95 % interval by document {low:.3f}..{high:.3f}",
            f"boundaries and clean text: {len(articles)} articles",
        ),
    )


def _line_figures(labelled: Sequence[Labelled], held: Sequence[Labelled]) -> dict[str, Value]:
    hits, told, true = _count(held)
    precision, recall, score = _prf(hits.total(), told.total(), true.total())
    tune = _prf(*(each.total() for each in _count([d for d in labelled if d.tuned])))
    return {
        "precision": precision,
        "recall": recall,
        "f1": score,
        "tune_f1": tune[2],
        "by_role": {
            role: [*_prf(hits[role], told[role], true[role]), true[role]] for role in sorted(true)
        },
        "not_text_f1": round(_not_text(held, _ours), 4),
        **_dates(labelled),
    }


def _prf(hits: int, told: int, true: int) -> tuple[float, float, float]:
    precision, recall = hits / told if told else 0.0, hits / true if true else 0.0
    return round(precision, 4), round(recall, 4), round(f1(precision, recall), 4)


def _ours(text: str) -> tuple[Mark, ...]:
    """The labels of the product, but for running text."""
    return tuple(
        Mark(block.span.start, block.span.end, block.role.value)
        for block in label_blocks(text)
        if block.role is not Role.PARAGRAPH
    )


def _by_line(document: Labelled, marks: Iterable[Mark]) -> Iterator[Mark]:
    """Marks cut at the lines that are judged."""
    lines = list(document.lines())
    for mark in marks:
        for start, end in lines:
            if mark.start < end and start < mark.end:
                yield Mark(max(start, mark.start), min(end, mark.end), mark.role)


def _count(documents: Iterable[Labelled]) -> Counts:
    """By role: marks of lines that are right, told, and true."""
    hits, told, true = Counter[str](), Counter[str](), Counter[str]()
    for document in documents:
        ours = list(_by_line(document, _ours(document.text)))
        key = list(_by_line(document, document.marks))
        told.update(mark.role for mark in ours)
        true.update(mark.role for mark in key)
        hits.update(mark.role for mark in key if any(_same(mark, other) for other in ours))
    return hits, told, true


def _same(mark: Mark, other: Mark) -> bool:
    shared = min(mark.end, other.end) - max(mark.start, other.start)
    union = max(mark.end, other.end) - min(mark.start, other.start)
    return mark.role == other.role and shared >= SAME * union


def _interval(documents: Sequence[Labelled]) -> tuple[float, float]:
    """95 % interval of F1, by document."""
    totals = [tuple(each.total() for each in _count([document])) for document in documents]

    def figure(picked: Sequence[object]) -> float:
        chosen = [totals[index] for index in picked if isinstance(index, int)]
        return _prf(*(sum(each[which] for each in chosen) for which in range(3)))[2]

    return bootstrap(range(len(totals)), figure) if totals else (0.0, 0.0)


def _not_text(documents: Sequence[Labelled], labeller: Labeller) -> float:
    """F1 of telling lines that are no text from those that are; headlines count as neither."""
    hits = told = true = 0
    for document in documents:
        ours = labeller(document.text)
        for start, end in document.lines():
            if _covers(document.marks, start, end, headline=True):
                continue
            wanted = _covers(document.marks, start, end, headline=False)
            found = _covers(ours, start, end, headline=False)
            hits, told, true = hits + (wanted and found), told + found, true + wanted
    return f1(hits / told if told else 0.0, hits / true if true else 0.0)


def _covers(marks: Iterable[Mark], start: int, end: int, *, headline: bool) -> bool:
    shared = sum(
        max(0, min(end, mark.end) - max(start, mark.start))
        for mark in marks
        if (mark.role == Role.HEADLINE.value) is headline
    )
    return shared > SAME * (end - start)


def _by_justext(text: str) -> tuple[Mark, ...]:
    """What jusText drops when each line comes as a paragraph of a page."""
    lines = list(lines_of(text))
    page = "\n".join(f"<p>{escape(text[start:end])}</p>" for start, end in lines)
    told = justext.justext(page.encode(), justext.get_stoplist("English"), encoding="utf-8")
    if len(told) != len(lines):  # a line without a letter it counts
        kept = {" ".join(each.text.split()) for each in told if not each.is_boilerplate}
        dropped = [" ".join(text[start:end].split()) not in kept for start, end in lines]
    else:
        dropped = [each.is_boilerplate for each in told]
    return tuple(
        Mark(start, end, Role.FURNITURE.value)
        for (start, end), drop in zip(lines, dropped, strict=True)
        if drop
    )


def _dates(documents: Sequence[Labelled]) -> dict[str, Value]:
    """Days of publication that the texts print: right, wrong, missing; a wrong one costs double."""
    counts = Counter[str]()
    for document in documents:
        found = read_published(document.text, label_blocks(document.text), Metadata())
        day = found.days.first.isoformat() if found else None
        if day != document.published:
            counts["wrong" if day else "missing"] += 1
        else:
            counts["right" if day else "rightly_none"] += 1
    cost = WRONG_COSTS * counts["wrong"] + counts["missing"]
    return {
        "dates": dict(counts),
        "dates_cost": cost,
        "wrong_dates": counts["wrong"],
    }


def _boundary_figures(
    articles: Sequence[Article], seed: int, starts: Callable[[str], frozenset[int]]
) -> dict[str, Value]:
    chance = random.Random(seed)  # noqa: S311 - a copy, not a secret
    hits = told = true = 0
    for article in articles:
        text, key = glued(article, chance)
        found = starts(text)
        hits, told, true = hits + len(found & set(key)), told + len(found), true + len(key)
    precision, recall, score = _prf(hits, told, true)
    return {
        "boundary_precision": precision,
        "boundary_recall": recall,
        "boundary_f1": score,
    }


def _clean_figures(articles: Sequence[Article]) -> dict[str, Value]:
    counts = [touched(article) for article in articles]
    total = sum(all_of for _, all_of in counts)
    return {
        "clean_untouched": round(1 - sum(hit for hit, _ in counts) / total, 5) if total else None
    }


def _print_misses(documents: Iterable[Labelled]) -> None:
    for document in documents:
        ours = list(_by_line(document, _ours(document.text)))
        key = list(_by_line(document, document.marks))
        for name, some, others in (("missed", key, ours), ("false", ours, key)):
            for mark in some:
                if not any(_same(mark, other) for other in others):
                    shown = document.text[mark.start : mark.end]
                    print(f"  {name} {document.id[:8]} {mark.role}: {shown[:110]!r}")
