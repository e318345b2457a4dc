"""The task origins on a small made-up set."""

import json
import random
from pathlib import Path

from bench import origins
from bench.documents import body_of
from bench.lineage import Article
from bench.result import Request
from tests.linking.tellings import HARBOUR, OTHER, REWORDED

THIRD = tuple(f"It is told that {line[0].lower()}{line[1:]}" for line in REWORDED)
SHIPS = (
    "Two trawlers ran aground off Vardo in thick fog.",
    "Their crews were lifted out by a helicopter of the coast guard.",
    "Oil has leaked from one of the tanks.",
    "Divers will look at the hulls when the sea is calm.",
)


def test_cascades_have_known_roots() -> None:
    """The wire's descendants are one root; other hands are others; a copy adds none."""
    versions = (HARBOUR, HARBOUR, REWORDED, THIRD)
    others = (list(OTHER), list(SHIPS), list(OTHER[::-1]))
    chance = random.Random(5)  # noqa: S311 - sampling, not secrecy
    made = [origins._cascade(versions, 3, others, chance) for _ in range(6)]  # noqa: SLF001
    assert {each.roots for each in made} <= {1, 2, 3}
    for cascade in made:
        counts = origins.count(cascade)
        assert counts.texts[0] <= cascade.roots
        assert origins.count(origins._with_copy(cascade)).texts == counts.texts  # noqa: SLF001


def test_the_task_runs(tmp_path: Path) -> None:
    """Short articles and such without other words give no cascade."""
    wmt = tmp_path / "wmt.jsonl"
    versions = dict.fromkeys("abcd", HARBOUR)
    wmt.write_text(json.dumps({"doc": "1", "versions": versions}), "utf-8")
    gva = tmp_path / "gva.jsonl"
    gva.write_text(
        "\n".join(
            json.dumps({"incident": "1", "id": name, "text": "\n".join(lines)})
            for name, lines in (("a", OTHER), ("b", SHIPS))
        ),
        "utf-8",
    )
    assert origins.make_cascades(
        Article("1", (HARBOUR, HARBOUR, REWORDED, THIRD)),
        [(body_of("a", OTHER), body_of("b", SHIPS))],
        random.Random(5),  # noqa: S311 - sampling, not secrecy
    )
    assert origins.run(Request((wmt, gva))).n == 0
