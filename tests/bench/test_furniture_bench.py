"""The bench of furniture: labels by offset, gluing, baselines and dates."""

import json
import random
from hashlib import sha256
from pathlib import Path

import pytest

from bench import furniture
from bench.furniture_gluing import (
    Article,
    found_starts,
    glued,
    naive_starts,
    read_articles,
    touched,
)
from bench.furniture_labels import lines_of, read_labelled
from bench.result import Request

TITLE = "Ferry stopped by fog"
BODY = (
    "The ferry to the island was stopped by fog on Monday morning, the harbour master said.\n\n"
    "Nobody was hurt, and boats will bring the passengers home in the evening, he added.\n\n"
    "Share this story"
)
TEXT = f"{TITLE}\n\n{BODY}"


def row(**changes: object) -> str:
    """A labelled document with its headline and its last line marked."""
    last = TEXT.index("Share")
    marks = [[0, len(TITLE), "headline"], [last, len(TEXT), "furniture"]]
    fields: dict[str, object] = {
        "id": "a1",
        "sha256": sha256(TEXT.encode()).hexdigest(),
        "half": "held-out",
        "published": None,
        "marks": marks,
        "skip": [],
    }
    return json.dumps(fields | changes)


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A file of one page."""
    path = tmp_path / "docs.jsonl"
    path.write_text(json.dumps({"id": "a1", "title": TITLE, "text": BODY}), encoding="utf-8")
    return path


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder of one clean article, with a heading that is left out."""
    folder = tmp_path / "basil"
    (folder / "articles").mkdir(parents=True)
    paragraphs = [
        ["The ferry was stopped by fog on Monday.", "Boats took the passengers home."],
        ["A heading"],
        ["Nobody was hurt in the fog, the harbour master said on Monday evening."],
    ]
    record = {"title": TITLE, "body-paragraphs": paragraphs}
    (folder / "articles" / "1.json").write_text(json.dumps(record), encoding="utf-8")
    return folder


def test_labels_are_found_again_by_id_and_hash(pages: Path, tmp_path: Path) -> None:
    """A page with another text is missing rather than judged by labels of the first."""
    labels = tmp_path / "labels.jsonl"
    labels.write_text(row() + "\n" + row(sha256="0" * 64), encoding="utf-8")
    found, missing = read_labelled([pages], labels)
    assert [each.id for each in found] == ["a1"]
    assert missing == 1
    assert [TEXT[mark.start : mark.end] for mark in found[0].marks] == [TITLE, "Share this story"]


def test_lines_that_are_unsure_are_not_judged(pages: Path, tmp_path: Path) -> None:
    """A skipped line is none of the document's."""
    labels = tmp_path / "labels.jsonl"
    labels.write_text(row(skip=[[0, len(TITLE)]]), encoding="utf-8")
    found, _ = read_labelled([pages], labels)
    assert len(list(found[0].lines())) == len(list(lines_of(TEXT))) - 1


def test_tokenised_documents_and_folders_are_read(tmp_path: Path) -> None:
    """Tokens are put together as they were printed; reports keep their line ends."""
    tokenised = tmp_path / "tokens.jsonl"
    tokenised.write_text(json.dumps({"id": "t", "sentences": ["`` No , '' he said ."]}))
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "000.txt").write_bytes(b"One\r\nTwo")
    labels = tmp_path / "labels.jsonl"
    wanted = {"t": "“No,” he said.", "000": "One\r\nTwo"}
    labels.write_text(
        "\n".join(
            row(id=name, sha256=sha256(text.encode()).hexdigest(), marks=[])
            for name, text in wanted.items()
        )
    )
    found, missing = read_labelled([tokenised, tmp_path], labels)
    assert {each.id: each.text for each in found} == wanted
    assert missing == 0


def test_gluing_keeps_every_character_but_gaps(articles: Path) -> None:
    """The key says where sentences begin, whatever was deleted between them."""
    article = next(read_articles(articles))
    assert article.paragraphs[1] == (
        "Nobody was hurt in the fog, the harbour master said on Monday evening.",
    )
    text, starts = glued(article, random.Random(7))  # noqa: S311 - a copy, not a secret
    sentences = [sentence for group in article.paragraphs for sentence in group]
    assert all(any(text.startswith(each, start) for start in starts) for each in sentences)
    assert len("".join(sentences)) < len(text)


def test_glued_sentences_are_parted() -> None:
    """The product parts what the plain rule does not."""
    text = f"{TITLE}\n\nWritten byJane Roe\n\nThe fog came at six.The ferry was stopped at once."
    second = text.index("The ferry")
    assert second in found_starts(text)
    assert second not in naive_starts(text)


def test_clean_text_is_untouched() -> None:
    """No character of a clean body has another label than text."""
    article = Article(TITLE, (("The ferry was stopped by fog on Monday, and nobody was hurt.",),))
    assert touched(article) == (0, 60)


def test_the_task_tells_all_its_figures(
    pages: Path,
    articles: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """F1 on the held-out half, roles, boundaries, clean text, dates, and the baselines beside them."""
    labels = tmp_path / "labels.jsonl"
    labels.write_text(row() + "\n" + row(half="tune", published="2024-03-03"), encoding="utf-8")
    monkeypatch.setattr(furniture, "read_labelled", lambda paths: read_labelled(paths, labels))
    result = furniture.run(Request((pages, articles), verbose=True))
    assert result.n == 4
    assert result.ours["f1"] == 1.0
    assert result.ours["dates"] == {"rightly_none": 1, "missing": 1}
    assert result.ours["dates_cost"] == 1
    assert result.ours["wrong_dates"] == 0
    assert result.ours["clean_untouched"] == 1.0
    assert set(result.baselines) == {"everything is text", "jusText on lines", "end mark and space"}
    assert capsys.readouterr().out == ""


def test_misses_of_the_tuned_half_are_printed(
    pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Held-out misses stay unread."""
    labels = tmp_path / "labels.jsonl"
    wrong = [[0, len(TITLE), "byline"]]
    labels.write_text(row(half="tune", marks=wrong) + "\n" + row(marks=wrong), encoding="utf-8")
    monkeypatch.setattr(furniture, "read_labelled", lambda paths: read_labelled(paths, labels))
    furniture.run(Request((pages,), verbose=True))
    assert capsys.readouterr().out.count("missed a1 byline") == 1
