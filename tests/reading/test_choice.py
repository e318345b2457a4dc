"""Candidates for attributions, what speaks for them, and which are chosen."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.model.reading import Reading
from reportedly.model.report import Block, Report, Role, Source
from reportedly.model.span import Span
from reportedly.model.syntax import Sentence
from reportedly.reading.candidate_features import features_of
from reportedly.reading.candidates import candidates_of
from reportedly.reading.choice import choose, load_weights
from reportedly.reading.sentences import split_sentences


def sentence_of(text: str) -> Sentence:
    """The first sentence of a text of our own."""
    found = re.finditer(r"\S(?:[^\n]*\S)?", text)
    blocks = tuple(Block(Span(*each.span()), Role.PARAGRAPH, "line") for each in found)
    report = Report("r", "r.txt", text, blocks, Source(), None)
    return split_sentences(Reading(report)).sentences[0]


@pytest.mark.parametrize(
    ("text", "frame", "cue", "content"),
    [
        ("The club expressed doubts about the stadium.", "noun-about", "expressed doubts about", 1),
        ("The clerk was critical of the mayor.", "adjective-of", "was critical of", 1),
        ("Their fear is that the dam will fail.", "noun-is", "fear is", 1),
        ("The vote is expected to take place in June.", "raised-to", "is expected", 2),
        ("Their plan to move the village failed.", "of-noun-to", "plan", 1),
        ("The guild accused him of theft.", "object-of", "accused", 1),
    ],
)
def test_a_candidate_has_its_frame(text: str, frame: str, cue: str, content: int) -> None:
    """Each frame gives its cue, and a content of so many pieces."""
    found = {each.frame: each for each in candidates_of(sentence_of(text))}
    assert frame in found
    assert found[frame].cue.of(text) == cue
    assert len(found[frame].contents[0]) == content


def test_a_content_may_end_sooner_or_later() -> None:
    """A clause at the end may be the speaker's or the report's."""
    text = "The bank rejected the offer after a week, saying it was low."
    ways = {
        way[-1].of(text)
        for each in candidates_of(sentence_of(text))
        if each.frame == "object" and each.head.lemma == "reject"
        for way in each.contents
    }
    assert {"the offer", "the offer after a week"} <= ways


def test_features_are_words_that_a_person_can_read() -> None:
    """The head with its frame, who the source is, and no feature without a name."""
    sentence = sentence_of("The clerk denied that the roof leaked.")
    candidate = candidates_of(sentence)[0]
    found = features_of(sentence, candidate, 0, ())
    assert {"head=deny clause", "source=clerk", "listed=frame clause"} <= set(found)


def test_weights_are_of_features() -> None:
    """Some thousands, none of them zero, "say" with a clause well above none."""
    weights = load_weights()
    assert 1000 < len(weights) < 20000
    assert weights["head=say clause"] > 0
    assert all(weights.values())


def test_deeds_are_not_thoughts() -> None:
    """A plan may be attacked in words, a town is not."""
    assert choose(sentence_of("The army attacked the town on Monday."), (), (), ()) == ()
    assert choose(sentence_of("The dog chased the cat."), (), (), ()) == ()


def test_what_is_taken_is_left_alone() -> None:
    """A head that has its content already gets no other."""
    sentence = sentence_of("The board supports the merger.")
    (found,) = choose(sentence, (), (), ())
    assert found.lemma == "support"
    assert choose(sentence, (), (), (found.verb,)) == ()


@settings(max_examples=20, deadline=None)
@given(st.text(alphabet='ab said that to of “”",.:', max_size=60))
def test_any_sentence_is_survived(text: str) -> None:
    """No exception; contents lie within the sentence."""
    if text.strip():
        sentence = sentence_of(f"He said {text}")
        for each in choose(sentence, (), (), ()):
            assert all(sentence.span.contains(piece) for piece in each.content)


def test_an_infinitive_of_what_is_to_be_done_is_no_thought() -> None:
    """They refuse; that they accept nobody says."""
    found = choose(
        sentence_of("They met to discuss the plan and not accept the merger."), (), (), ()
    )
    assert not [each for each in found if each.lemma in ("accept", "discuss")]
