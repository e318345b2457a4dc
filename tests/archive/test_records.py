"""Records go into the archive and come back exactly."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.archive.records import pack, text_hash, unpack
from reportedly.model.report import Block, Report, Role, Source
from reportedly.model.span import Citation, Span

TEXTS = st.text(
    'a -"*\n\x00\x01\x1bé\u202e\ud83d\ude00\udcff\U0001f600', min_size=1
)  # lone surrogates included


@given(TEXTS)
def test_any_text_comes_back(text: str) -> None:
    """Also with lone surrogates, controls and characters beyond the first plane."""
    block = Block(Span(0, len(text)), Role.PARAGRAPH, text)
    report = Report("id", text, text, (block,), Source(outlet=text), None)
    assert unpack(pack(report), Report) == report


@given(TEXTS)
def test_the_hash_tells_texts_apart(text: str) -> None:
    """Another text has another hash; the same text the same."""
    assert text_hash(text) == text_hash(str(text))
    assert text_hash(text) != text_hash(text + "\ud800")


def test_records_of_another_shape_are_refused() -> None:
    """What other code wrote is not read as something else."""
    with pytest.raises(msgspec.ValidationError):
        unpack(pack(Source(outlet="x")), Citation)
