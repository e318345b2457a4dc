"""The bench of source-target pairs."""

from pathlib import Path

from bench.event_features import masked
from bench.event_pairs import QUADS, Pair, read_pairs, unmarked
from bench.events import run
from bench.result import Request
from reportedly.model.span import Span

HEADS = "sentence\tmarked_sentence\tsource\ttarget\tgold_root\n"
ROWS = (
    ("<s>Norway</s> shelled <t>Denmark</t> in May.", "ASSAULT"),
    ("<s>France</s> bombed <t>the port</t> again.", "ASSAULT"),
    ("<s>Kenya</s> attacked <t>Peru</t> at dawn.", "ASSAULT"),
    ("<s>Norway</s> praised <t>Denmark</t> warmly.", "SUPPORT"),
    ("<s>France</s> hailed <t>the mayor</t> today.", "SUPPORT"),
    ("<s>Kenya</s> praised <t>Peru</t> on Monday.", "SUPPORT"),
)


def table(path: Path, rows: tuple[tuple[str, str], ...] = ROWS) -> Path:
    """A small table in PLV's form."""
    lines = [f"{marked}\t{marked}\tNorway\tDenmark\t{root}\n" for marked, root in rows]
    path.write_text(HEADS + "".join(lines), "utf-8")
    return path


def test_marks_become_spans(tmp_path: Path) -> None:
    """Source and target are found between their marks, by their words where a mark is lost."""
    rows = (ROWS[0], ("<s>Norway</s> shelled Denmark in May.", "ASSAULT"), ("They left.", "YIELD"))
    first, second, third = read_pairs(table(tmp_path / "a.tsv", rows))
    assert (first.source, first.target) == (Span(0, 6), Span(15, 22))
    assert second == first
    assert third.target == Span(0, 1)
    assert unmarked("a <s>b</s>") == ("a b", {"s": [2, 3]})


def test_masks_of_spans_that_overlap() -> None:
    """Where the target lies in the source one mask stands for both."""
    pair = Pair("Norway's army left.", Span(0, 13), Span(0, 6), "YIELD")
    assert masked(pair, "X", "Y") == "Y left."


def test_folds_and_files(tmp_path: Path) -> None:
    """One file is measured by folds, the last of two after training on the first."""
    path = table(tmp_path / "a.tsv")
    folded = run(Request((path,), folds=3, verbose=True))
    assert folded.n == len(ROWS)
    trained = run(Request((path, table(tmp_path / "b.tsv", ROWS[:1])), folds=3))
    assert trained.n == 1
    assert trained.ours["binary"] == 100.0
    assert set(QUADS.values()) == {1, 2, 3, 4}
