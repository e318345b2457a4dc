"""The bench of he and she."""

from pathlib import Path

import numpy as np
import pytest

from bench.pronoun_training import matrix, train
from bench.pronouns import Case, chosen, figures, in_chains, read_cases, run
from bench.result import Request
from reportedly.model.span import Span

DATA = Path(__file__).resolve().parents[3] / "shared/data/entities/gap/gap-development.tsv"
_HEAD = "ID\tText\tPronoun\tPronoun-offset\tA\tA-offset\tA-coref\tB\tB-offset\tB-coref\tURL\n"
_TEXT = "Ann Lund saw Vera Nowak in Oslo. She wrote a letter that evening."


def _table(folder: Path) -> Path:
    path = folder / "gap.tsv"
    row = f"t1\t{_TEXT}\tShe\t33\tAnn Lund\t0\tTRUE\tVera Nowak\t13\tFALSE\tu\n"
    path.write_text(_HEAD + row, "utf-8")
    return path


def test_the_subject_is_chosen_and_scored(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One case, rightly told, by the ranker and by the chains."""
    result = run(Request((_table(tmp_path),), verbose=True))
    assert result.n == 1
    assert (result.ours["f1"], result.ours["f1_f"], result.ours["f1_m"]) == (100.0, 100.0, 0.0)
    assert result.baselines["nearest name before"]["f1"] == 0.0
    assert result.baselines["parallelism"]["f1"] == 100.0
    assert capsys.readouterr().out == ""


def test_a_miss_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same case with the other name as gold."""
    path = _table(tmp_path)
    turned = path.read_text("utf-8").replace("TRUE", "x").replace("FALSE", "TRUE")
    path.write_text(turned, "utf-8")
    assert run(Request((path,), verbose=True)).ours["f1"] == 0.0
    assert "t1" in capsys.readouterr().out


def test_words_in_no_sentence_are_left_open(tmp_path: Path) -> None:
    """A span behind the text has no place."""
    case = next(iter(read_cases(_table(tmp_path))))
    lost = Case(case.id, case.reading, Span(900, 903), case.names, case.gold)
    assert chosen(lost) == (False, False)
    assert figures([lost], [chosen(lost)])["f1"] == 0.0
    assert in_chains(case) == (True, False)


def test_training_finds_what_tells_the_names_apart(tmp_path: Path) -> None:
    """A feature that only the right names have gets weight."""
    names, table, gold = matrix(list(read_cases(_table(tmp_path))))
    assert table.shape == (1, 2, len(names))
    weights = train(np.array([[[1.0], [0.0]]] * 9), np.zeros(9, dtype=np.int64))
    assert weights[0] > 0
    assert list(gold) == [0]


@pytest.mark.skipif(not DATA.exists(), reason="the development data lie beside the repository")
def test_pronouns_reach_their_floor() -> None:
    """A slice of the development part, above the published rule of parallelism."""
    result = run(Request((DATA,), limit=60))
    assert float(str(result.ours["f1"])) > 60
