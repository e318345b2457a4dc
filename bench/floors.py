"""Floors: figures that a change may not lose. `python -m bench.floors [--raise]` checks, or raises what was beaten.

`floors.json` holds, for each small run, the task, the data (beside the repository, under `shared`), the limit, the
data's hash and a floor a figure. Raising is this command; lowering is done by hand and needs a `reason` there.
"""

import argparse
import importlib
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.result import Request, Task, fingerprint

FLOORS = Path(__file__).with_name("floors.json")
SHARED = Path(__file__).resolve().parents[2] / "shared"
SLACK = (
    0.02  # a raised floor stays this share under what was reached: small changes in one place pass
)


@dataclass(frozen=True, slots=True)
class Floor:
    """One small run with the least that each of its figures must reach; `under` names those that may not be passed."""

    task: str
    data: tuple[str, ...]
    limit: int | None
    figures: dict[str, float]
    at_most: dict[str, float]
    sha256: str
    reason: str = ""

    @property
    def paths(self) -> tuple[Path, ...]:
        """Where the data lies."""
        return tuple(SHARED / each for each in self.data)


def read_floors() -> list[Floor]:
    """The floors as pinned."""
    return [
        Floor(
            each["task"],
            tuple(each["data"]),
            each["limit"],
            each["figures"],
            each.get("at_most", {}),
            each["sha256"],
            each.get("reason", ""),
        )
        for each in json.loads(FLOORS.read_text(encoding="utf-8"))
    ]


def measure(floor: Floor) -> dict[str, float]:
    """The figures of the run now."""
    task: Task = importlib.import_module(f"bench.{floor.task}").run
    ours = task(Request(floor.paths, floor.limit, rivals=False)).ours
    return {name: float(value) for name, value in ours.items() if isinstance(value, int | float)}


def breaches(floor: Floor, now: dict[str, float]) -> Iterator[str]:
    """What lies under its floor, in words."""
    for name, least in floor.figures.items():
        if now.get(name, 0.0) < least:
            yield f"{floor.task} {name}: {now.get(name)} is under its floor {least}"
    for name, most in floor.at_most.items():
        if now.get(name, most + 1) > most:
            yield f"{floor.task} {name}: {now.get(name)} is over {most}"


def main() -> int:
    """Check all floors, or raise those that were beaten."""
    parser = argparse.ArgumentParser(prog="python -m bench.floors", description=__doc__)
    parser.add_argument("--raise", dest="lift", action="store_true")
    lift = parser.parse_args().lift
    kept, failed = [], False
    for floor in read_floors():
        now = measure(floor)
        for breach in breaches(floor, now):
            failed = True
            print(breach, file=sys.stderr)
        print(floor.task, {name: now.get(name) for name in floor.figures})
        kept.append(_entry(floor, now if lift else {}))
    if lift and not failed:
        FLOORS.write_text(json.dumps(kept, indent=2) + "\n", encoding="utf-8")
    return int(failed)


def _entry(floor: Floor, now: dict[str, float]) -> dict[str, object]:
    raised = {
        name: max(least, round(now.get(name, 0.0) * (1 - SLACK), 3))
        for name, least in floor.figures.items()
    }
    entry: dict[str, object] = {
        "task": floor.task,
        "data": list(floor.data),
        "limit": floor.limit,
        "figures": raised,
        "at_most": floor.at_most,
        "sha256": fingerprint(floor.paths) if now else floor.sha256,
    }
    return entry | ({"reason": floor.reason} if floor.reason else {})


if __name__ == "__main__":
    raise SystemExit(main())
