"""Task `direction`: which of two levels of an article was made from the other, without dates.

DATA: lineage/onestop/articles.jsonl. The elementary level is made from the intermediate, that from the advanced one.
"""

import json
from collections.abc import Callable
from pathlib import Path

from bench.documents import sentences_of
from bench.result import Request, Result
from reportedly.linking.direction import Side, anchors_of, direct, lean_of
from reportedly.linking.passages import Body, prepare_text

LEVELS = (("adv_int", "adv", "int"), ("int_ele", "int", "ele"), ("adv_ele", "adv", "ele"))

Lean = Callable[[Body, Body], float]


def run(request: Request) -> Result:
    """Accuracy when an answer is forced, ours beside "shorter is the copy" and plain containment."""
    articles = read_articles(request.data[0])[: request.limit]
    return Result(
        n=len(articles),
        ours=_accuracies(articles, lean) | decided(articles),
        baselines={
            "shorter is the copy": _accuracies(articles, _shorter),
            "holds more names and numbers": _accuracies(articles, _containment),
        },
        published={
            "names and numbers (our note)": {"adv_int": 0.77, "int_ele": 0.87, "adv_ele": 0.94},
        },
    )


def read_articles(path: Path) -> list[dict[str, Body]]:
    """Each article's three levels."""
    found: list[dict[str, Body]] = []
    for line in path.read_text("utf-8").splitlines():
        record = json.loads(line)
        found.append(
            {
                level: _body(f"{record['id']}/{level}", str(record[level]))
                for level in ("adv", "int", "ele")
            }
        )
    return found


def _body(name: str, text: str) -> Body:
    return prepare_text(name, text, sentences_of(text))


def _accuracies(articles: list[dict[str, Body]], lean: Lean) -> dict[str, float]:
    """Share of pairs where the lean points at the source; half a point where it points nowhere."""
    found: dict[str, float] = {}
    for name, source, copy in LEVELS:
        points = sum(_point(lean(each[source], each[copy])) for each in articles)
        found[name] = round(points / max(1, len(articles)), 4)
    return found


def _point(lean: float) -> float:
    return 1.0 if lean < 0 else 0.5 if lean == 0 else 0.0


def decided(articles: list[dict[str, Body]]) -> dict[str, float]:
    """Where abstaining is allowed: the share of pairs decided, and how many of those are right."""
    found: dict[str, float] = {}
    for name, source, copy in LEVELS:
        answers = [
            direct(Side(None, each[source]), Side(None, each[copy])).derived for each in articles
        ]
        given = [answer for answer in answers if answer is not None]
        found[f"{name}_decided"] = round(len(given) / max(1, len(answers)), 4)
        found[f"{name}_right_of_decided"] = round(given.count(1) / max(1, len(given)), 4)
    return found


def lean(a: Body, b: Body) -> float:
    """Ours: below 0 where the first is the source."""
    return lean_of(a, b).score


def _shorter(a: Body, b: Body) -> float:
    return float(len(b.words) - len(a.words))


def _containment(a: Body, b: Body) -> float:
    first, second = anchors_of(a), anchors_of(b)
    return float(len(second & first) - len(first)) / max(1, len(first)) - float(
        len(first & second) - len(second)
    ) / max(1, len(second))
