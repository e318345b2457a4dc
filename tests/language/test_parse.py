"""Parsed sentences, and that the same sentence is parsed once."""

import pytest

from reportedly.language import parse
from reportedly.language.parse import parse_sentences
from reportedly.model.report import Role
from reportedly.model.span import Span

SENTENCE = "The mayor of Larvik closed the harbour."


def test_a_sentence_met_again_has_the_same_parse_elsewhere() -> None:
    """Offsets are those of the text it stands in; all else is equal."""
    text = f"Well. {SENTENCE}"
    (first,) = parse_sentences(SENTENCE, [(Span(0, len(SENTENCE)), Role.PARAGRAPH)])
    (second,) = parse_sentences(text, [(Span(6, len(text)), Role.HEADLINE)])
    assert [token.span.of(SENTENCE) for token in first.tokens] == [
        token.span.of(text) for token in second.tokens
    ]
    assert [(token.text, token.dep, token.head, token.tag) for token in first.tokens] == [
        (token.text, token.dep, token.head, token.tag) for token in second.tokens
    ]
    assert second.tokens[0].span.start == 6


def test_memory_of_sentences_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """The oldest go first; a sentence twice in one report is parsed once."""
    monkeypatch.setattr(parse, "LATELY", 2)
    text = "Snow fell. Snow fell. Rain fell. Hail fell."
    spans = [Span(0, 10), Span(11, 21), Span(22, 32), Span(33, 43)]
    found = parse_sentences(text, [(span, Role.PARAGRAPH) for span in spans])
    assert [each.tokens[0].text for each in found] == ["Snow", "Snow", "Rain", "Hail"]
    assert len(parse._LATELY) == 2  # noqa: SLF001 - the bound is what is tested
    assert parse_sentences(text, []) == ()
