"""Small readings and an archive that holds nothing yet."""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reportedly.archive.store import Archive
from reportedly.model.ontology import EntityKind, Form
from reportedly.model.reading import Mention, Reading
from reportedly.model.report import Block, Report, Role, Source
from reportedly.model.span import Span
from reportedly.model.syntax import Sentence

MakeReading = Callable[[str], Reading]


@pytest.fixture
def make_reading() -> MakeReading:
    """A reading of one paragraph with a sentence and a mention over all of it."""

    def make(text: str) -> Reading:
        data = text.encode("utf-8", "surrogatepass")
        whole = Span(0, len(text))
        report = Report(
            id=hashlib.sha256(data).hexdigest(),
            path=f"{len(text)}.txt",
            text=text,
            blocks=(Block(whole, Role.PARAGRAPH, "the only block"),),
            source=Source(),
            published=None,
        )
        mention = Mention(whole, whole, EntityKind.GROUP, Form.NOMINAL, text, "e1")
        return Reading(report, (Sentence(whole, Role.PARAGRAPH),), (mention,))

    return make


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    """An open archive without reports."""
    with Archive.open(tmp_path / "a.db", create=True) as opened:
        yield opened
