"""The bench of who acts on whom."""

from pathlib import Path

import pytest

from bench.result import Request
from bench.whom import Sides, figures, parse, read_marked, run, sides_of, tells_event
from reportedly.model.span import Span


def said(text: str) -> tuple[list[str], list[str]]:
    """The words of actors and recipients."""
    sides = sides_of(parse(text))
    return [each.of(text) for each in sides.actors], [each.of(text) for each in sides.recipients]


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Norway shelled Denmark on Monday.", ["Norway"], ["Denmark"]),
        ("Norway launched an attack on Denmark.", ["Norway"], ["Denmark"]),
        ("Norway met Denmark in Oslo.", ["Norway", "Denmark"], ["Denmark", "Norway"]),
        ("Denmark was shelled by Norway.", ["Norway"], ["Denmark"]),
        ("Norway bombed the port, France said.", ["Norway"], ["the port"]),
        ("France and Norway signed a treaty.", ["France", "Norway"], ["France", "Norway"]),
        ("The mayor said the rebels had left the town.", ["The mayor"], ["the rebels"]),
    ],
)
def test_sides(text: str, actors: list[str], recipients: list[str]) -> None:
    """Who and towards whom, by the parse."""
    assert said(text) == (actors, recipients)


def test_statements_tell_no_event() -> None:
    """Saying, appealing, denying, being able to: no event; a deed is one."""
    assert not tells_event(parse("The mayor urged Norway to leave."))
    assert not tells_event(parse("The mayor denied the charge."))
    assert not tells_event(parse("Norway may attack Denmark."))
    assert tells_event(parse("Norway attacked Denmark."))
    assert tells_event(parse("The mayor said Norway attacked Denmark."))


def test_files_are_read_and_scored(tmp_path: Path) -> None:
    """Spans from CoNLL, statements from the table beside it, misses on request."""
    path = tmp_path / "x_ner_y.conll"
    path.write_text(
        "Norway B-S\nshelled O\nDenmark B-T\n. O\n\nFrance B-R\nand I-R\nPeru I-R\nmet O\n", "utf-8"
    )
    (tmp_path / "x_class_y.tsv").write_text("They met.\t1\nHe spoke.\t0\n", "utf-8")
    first, second = read_marked(path)
    assert first[1] == Sides((Span(0, 6),), (Span(15, 22),))
    assert second[1].actors == second[1].recipients == (Span(0, 15),)
    result = run(Request((path,), verbose=True))
    assert result.n == 2
    assert result.ours["false_events"] == 0.0


def test_nothing_told_scores_nothing() -> None:
    """Without spans the figures are zero."""
    assert figures([Sides((), ())], [Sides((), ())])["exact"] == 0.0
