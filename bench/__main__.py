"""`python -m bench TASK DATA... [--json] [--limit N] [--folds N] [--verbose]`; TASK "all" takes one folder."""

import argparse
import importlib
import json
import sys
import time
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from bench.result import Figures, Request, Result, Task, fingerprint

TASKS = (
    "dates",
    "differences",
    "direction",
    "events",
    "figures",
    "frames",
    "furniture",
    "garbled",
    "gold",
    "kinds",
    "lineage",
    "mentions",
    "names",
    "origins",
    "paraphrase",
    "predicates",
    "pronouns",
    "quotes",
    "speakers",
    "speed",
    "stance",
    "status",
    "stories",
    "times",
    "utterances",
    "whom",
)


def main() -> int:
    """Run one task and print its table; with --json one JSON object on the last line."""
    options = _arguments()
    request = Request(
        tuple(options.data), options.limit, options.folds, options.seed, options.verbose
    )
    if options.task != "all":
        return _measure(options.task, request, as_json=options.json)
    return max(
        _measure(task, replace(request, data=data, folds=folds), as_json=options.json)
        for task, data, folds in _runs(options.data[0])
    )


def _runs(shared: Path) -> Iterator[tuple[str, tuple[Path, ...], int | None]]:
    """The runs of `runs.toml`, their data under this folder."""
    table = tomllib.loads(Path(__file__).with_name("runs.toml").read_text(encoding="utf-8"))
    for run in table["run"]:
        yield run["task"], tuple(shared / each for each in run["data"]), run.get("folds")


def _measure(name: str, request: Request, *, as_json: bool) -> int:
    """Run one task and print its table; the exit code."""
    missing = [str(path) for path in request.data if not path.exists()]
    if missing:
        print(f"bench: no such data: {', '.join(missing)}", file=sys.stderr)
        return 2
    task: Task = importlib.import_module(f"bench.{name}").run
    began = time.perf_counter()
    result = task(request)
    seconds = round(time.perf_counter() - began, 2)
    _print_table(name, result, seconds)
    if as_json:
        print(json.dumps(_as_json(name, request, result, seconds)))
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("task", choices=(*TASKS, "all"))
    parser.add_argument("data", nargs="+", type=Path)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--folds", type=int)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--verbose", action="store_true", help="print misses")
    return parser.parse_args()


def _print_table(task: str, result: Result, seconds: float) -> None:
    """Our figures, the baselines run in this process, the published ones: a line each."""
    print(f"{task}: n={result.n}, {seconds} s")
    _print_row("ours", result.ours)
    for name, figures in result.baselines.items():
        _print_row(name, figures)
    for name, figures in result.published.items():
        _print_row(f"{name} (published)", figures)
    for note in result.notes:
        print(f"  note: {note}")


def _print_row(name: str, figures: Figures) -> None:
    shown = "  ".join(f"{key}={_shown(value)}" for key, value in figures.items())
    print(f"  {name:<34} {shown}")


def _shown(value: object) -> str:
    return f"{value:.4g}" if isinstance(value, float) else str(value)


def _as_json(task: str, request: Request, result: Result, seconds: float) -> dict[str, object]:
    return {
        "task": task,
        "data": [{"path": path.name, "sha256": fingerprint([path])} for path in request.data],
        "n": result.n,
        "ours": dict(result.ours),
        "baselines": {name: dict(figures) for name, figures in result.baselines.items()},
        "published": {name: dict(figures) for name, figures in result.published.items()},
        "seconds": seconds,
        "seed": request.seed,
    }


if __name__ == "__main__":
    raise SystemExit(main())
