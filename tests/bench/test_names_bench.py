"""The bench of name pairs."""

from pathlib import Path

import pytest

from bench.names import best, figures, run
from bench.result import Request

DATA = (
    Path(__file__).resolve().parents[3]
    / "shared"
    / "data"
    / "entities"
    / "name_bench"
    / "cases.csv"
)


def test_figures_count_what_is_said_to_be_the_same() -> None:
    """Two said, one right, two to be found."""
    found = figures([0.9, 0.8, 0.1], [True, False, True], 0.5)
    assert (found["precision"], found["recall"], found["f1"]) == (0.5, 0.5, 0.5)
    assert figures([0.1], [False], 0.5)["f1"] == 0.0


def test_the_baseline_takes_its_best_threshold() -> None:
    """A threshold that separates is found."""
    assert best([0.9, 0.4], [True, False])["f1"] == 1.0


def test_pairs_are_read_and_scored(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file of three pairs, one of which no rule can know; misses are printed on request."""
    path = tmp_path / "cases.csv"
    path.write_text(
        "case_group,schema,name1,name2,is_match\n"
        "x,Person,Ann Lund,Anne Lund,true\n"
        "x,Company,Acme Ltd,Acme Limited,true\n"
        "x,Person,Ann Lund,Bo Quint,true\n",
        "utf-8",
    )
    result = run(Request((path,), verbose=True))
    assert result.n == 3
    assert result.ours["recall"] == pytest.approx(2 / 3)
    assert "Bo Quint" in capsys.readouterr().out


@pytest.mark.skipif(not DATA.exists(), reason="the development data lie beside the repository")
def test_names_reach_their_floor() -> None:
    """Better than the published matcher on the same pairs, and far better than plain distance."""
    result = run(Request((DATA,)))
    assert float(str(result.ours["f1"])) > 0.82
