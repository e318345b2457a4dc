"""The bench of who acts on whom."""

import hashlib
import json
from pathlib import Path

import pytest

from bench import whom_files
from bench.result import Request
from bench.train_whom import examples, tell_by_folds, train
from bench.whom import run, tells_event
from bench.whom_choice import sides_of
from bench.whom_events import share_paired
from bench.whom_files import Sides, find_files, read_labelled, read_marked
from bench.whom_pairs import read_pairs
from bench.whom_scores import figures
from bench.whom_sides import parse, sides_by_rules
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
        ("The mayor said Denmark had left the pact.", ["The mayor"], ["Denmark"]),
        ("OSLO (AFP) - Denmark called on Norway to withdraw.", ["Denmark"], ["Norway"]),
        ("Norway rejected a call by Denmark to leave the port.", ["Norway"], ["Denmark"]),
        ("Norway refused to lift sanctions against Denmark.", ["Norway"], ["Denmark"]),
        ("Denmark provided the rebels with weapons.", ["Denmark"], ["the rebels"]),
        (
            "British and Danish envoys agreed on a truce.",
            ["British and Danish envoys"],
            ["British and Danish envoys"],
        ),
    ],
)
def test_sides(text: str, actors: list[str], recipients: list[str]) -> None:
    """Who and towards whom, by the parse."""
    assert said(text) == (actors, recipients)


def test_rules_take_whom_a_saying_is_about() -> None:
    """The subject of what is said; the weights take it too where it is named."""
    text = "The mayor said the rebels had left the town."
    sides = sides_by_rules(parse(text))
    assert [each.of(text) for each in sides.recipients] == ["the rebels"]


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


@pytest.fixture
def pairs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A table of pairs with two sentences, labels for both, one of which was changed since."""
    table = tmp_path / "plv" / "pairs.tsv"
    table.parent.mkdir()
    head = "sentence_id\tsentence\tmarked_sentence\n"
    table.write_text(head + "1\tNorway met Denmark.\t-\n2\tPeru shelled Chile.\t-\n", "utf-8")
    spans = {"actors": [[0, 4]], "recipients": [[13, 18]], "mutual": []}
    both = {"actors": [], "recipients": [], "mutual": [[0, 6], [11, 18]]}
    rows = [
        {"sha256": hashlib.sha256(b"Norway met Denmark.").hexdigest(), "line": 2, **both},
        {"sha256": hashlib.sha256(b"Peru bombed Chile.").hexdigest(), "line": 3, **spans},
    ]
    labels = tmp_path / "labels.jsonl"
    labels.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    monkeypatch.setattr(whom_files, "LABELS", labels)
    return table


def test_a_labelled_sentence_counts_only_unchanged(pairs: Path) -> None:
    """The sentence stands on its line under its hash; those who do it to one another are on both sides."""
    ((text, sides),) = read_labelled(pairs)
    assert text == "Norway met Denmark."
    assert sides.actors == sides.recipients == (Span(0, 6), Span(11, 18))


def test_a_table_of_pairs_is_measured_alone_and_beside_the_spans(pairs: Path) -> None:
    """Alone it gives the figures; in a folder with spans it is the part held out, whose misses are never printed."""
    assert run(Request((pairs,))).ours["actor_overlap"] == 100.0
    spans = pairs.parent / "x_ner_y.conll"
    spans.write_text("Norway B-S\nshelled O\nDenmark B-T\n. O\n", "utf-8")
    found = find_files((pairs.parent.parent,))
    assert (found.spans, found.classes, found.pairs) == (spans, None, pairs)
    result = run(Request((pairs.parent.parent,), verbose=True))
    assert result.n == 1
    assert isinstance(result.ours["held_out"], dict)
    assert result.ours["held_out"]["recipient_overlap"] == 100.0
    assert any(note.startswith("held_out: actor_overlap: 95 %") for note in result.notes)


def test_pairs_are_parted_and_none_is_held_out(pairs: Path) -> None:
    """Sentences that CAMEO has too are shared; of a list both sides act; what is labelled is left out."""
    rows = (
        "sentence\tmarked_sentence\tgold_root",
        "Norway met Denmark.\t<s>Norway</s> met <t>Denmark</t>.\tCONSULT",
        "Peru hit Chile.\t<s>Peru</s> hit <t>Chile</t>.\tASSAULT",
        "Peru and Chile signed.\t<s>Peru</s> and <t>Chile</t> signed.\tAGREE",
        "Peru left.\t<s>Chile</s> left <t>Peru</t>.\tYIELD",
    )
    pairs.write_text("\n".join(rows), "utf-8")
    parts = read_pairs(pairs, ["Peru hit Chile ."])
    assert parts["shared"] == [("Peru hit Chile.", Sides((Span(0, 4),), (Span(9, 14),)))]
    (signed,) = [*parts["tuned"], *parts["check"]]
    assert signed[1].actors == signed[1].recipients == (Span(0, 4), Span(9, 14))
    assert read_pairs(None, ()) == {"shared": [], "tuned": [], "check": []}


def test_weights_are_learnt_from_the_phrase_most_like_the_marked_one() -> None:
    """The nearest candidate is right, the others are not; a sentence is told by weights that never saw it."""
    text = "Norway shelled Denmark."
    marked = (text, Sides((Span(0, 6),), (Span(15, 22),)))
    found = list(examples(parse(text), marked))
    right = [(role, each.span.of(text)) for role, (each, hit) in found if hit]
    assert right == [("actor", "Norway"), ("recipient", "Denmark")]
    assert train(()) == {"actor": {}, "recipient": {}}
    (told,) = tell_by_folds([(parse(text), marked)])
    assert [each.of(text) for each in told.actors] == ["Norway"]


def test_events_of_the_product_are_paired_with_what_is_marked() -> None:
    """One event must have both sides; sentences with one side marked are not asked."""
    both = Sides((Span(0, 6),), (Span(16, 23),))
    assert share_paired([("Norway attacked Denmark.", both)]) == 100.0
    assert share_paired([("Norway attacked Denmark.", Sides(both.recipients, both.actors))]) == 0.0
    assert share_paired([("Norway attacked Denmark.", Sides(both.actors, ()))]) == 0.0
