"""Sentences over the unchanged text."""

import itertools
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.model.reading import Reading
from reportedly.model.report import Block, Report, Role, Source
from reportedly.model.span import Span
from reportedly.reading.sentences import sentence_spans, split_sentences

FIXTURE = Path(__file__).parents[1] / "fixtures" / "sentences.txt"
CASES = [
    line for line in FIXTURE.read_text("utf-8").splitlines() if line and not line.startswith("#")
]


@pytest.mark.parametrize("line", CASES)
def test_marked_borders_are_found_and_no_others(line: str) -> None:
    """Each piece between marks is one sentence."""
    text = line.replace("¶", "")
    found = [span.of(text) for span in sentence_spans(text, Span(0, len(text)))]
    assert found == [piece.strip() for piece in line.split("¶")]


@settings(deadline=None, max_examples=200)
@given(st.text(alphabet=st.sampled_from("Ab c.!?…\"“”'\n5(U.S)"), min_size=1, max_size=60))
def test_sentences_hold_every_letter_once_and_in_order(text: str) -> None:
    """Nothing that can be read is lost, doubled or moved."""
    spans = sentence_spans(text, Span(0, len(text)))
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert all(span.of(text) == span.of(text).strip() for span in spans)
    read = "".join(span.of(text) for span in spans)
    assert [c for c in read if c.isalnum()] == [c for c in text if c.isalnum()]


def test_only_headlines_captions_and_paragraphs_are_split_and_parsed() -> None:
    """Credits and furniture have no sentences."""
    text = "Rain stops play\nAFP\nIt rained. It stopped."
    blocks = (
        Block(Span(0, 15), Role.HEADLINE, "first line"),
        Block(Span(16, 19), Role.CREDIT, "agency"),
        Block(Span(20, 42), Role.PARAGRAPH, "prose"),
    )
    report = Report("r", "r.txt", text, blocks, Source(), None)
    sentences = split_sentences(Reading(report)).sentences
    assert [each.span.of(text) for each in sentences] == [
        "Rain stops play",
        "It rained.",
        "It stopped.",
    ]
    assert [each.role for each in sentences] == [Role.HEADLINE, Role.PARAGRAPH, Role.PARAGRAPH]
    assert all(each.tokens for each in sentences)


def test_a_blank_line_ends_a_sentence() -> None:
    """A block of two paragraphs is cut at the blank line even without a stop."""
    text = "No stop here\n\nNor here"
    assert [span.of(text) for span in sentence_spans(text, Span(0, len(text)))] == [
        "No stop here",
        "Nor here",
    ]
