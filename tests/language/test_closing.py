"""Attributions that close a sentence hang above their statement, whatever stands around the name."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.language.closing import set_right
from reportedly.language.parse import parse_sentences
from reportedly.model.report import Role
from reportedly.model.span import Span
from reportedly.model.syntax import Sentence

STATEMENTS = (
    "The council will wait until May 1 before it shuts the road to Larvik",
    "Some 4,500 people have signed a petition against a stadium in Mill Park in Lund",
    "The talks collapsed late on Thursday after three days in Geneva",
    "Both sides agreed to extend the truce in the capital, Oslo",
    "The fire killed six people, including two children",
)
SOURCES = (
    ("Helen Marsh", "Marsh"),
    ("the harbour minister, Helen Marsh,", "minister"),
    ("Helen Marsh, the harbour minister,", "Marsh"),
    ("Colin Webb, who leads the campaign,", "Webb"),
    ("Colin Webb, 45,", "Webb"),
    ("a senior official, who asked not to be named,", "official"),
    ("Denmark's navy chief, Admiral Per Holt,", "chief"),
    ("two people familiar with the talks", "people"),
)


def parsed(text: str) -> Sentence:
    """The sentence as it is parsed."""
    (sentence,) = parse_sentences(text, [(Span(0, len(text)), Role.PARAGRAPH)])
    return sentence


@pytest.mark.parametrize(("statement", "source"), list(product(STATEMENTS, SOURCES)))
def test_who_closes_a_statement_is_the_subject_of_said(
    statement: str, source: tuple[str, str]
) -> None:
    """The verb of saying heads the sentence, its source is the subject, and the statement hangs below."""
    words, noun = source
    sentence = parsed(f"{statement}, {words} said on Monday.")
    said = sentence.root
    assert said.text == "said"
    (subject,) = sentence.children_of(said, "nsubj")
    assert subject.text == noun
    (told,) = sentence.children_of(said, "ccomp")
    whole = sentence.subtree_span(told).of(f"{statement}, {words} said on Monday.")
    assert whole.rstrip(", ") == statement


@pytest.mark.parametrize(
    "text",
    [
        "The minister, who leads the party, said prices would rise.",
        "Helen Marsh, the harbour minister, said on Monday.",
        "He opened the door, looked around and said nothing.",
        "Rain fell.",
        "Norland, the host, reported a loss.",
    ],
)
def test_what_closes_nothing_is_left_as_it_was(text: str) -> None:
    """Where no statement stands before the verb, or one follows it, the parse stays."""
    tokens = parsed(text).tokens
    assert set_right(tokens) == tokens


@given(
    st.lists(
        st.sampled_from(
            ["Marsh", "said", ",", "the", "who", "on", "Monday", "fell", "it", "45", "."]
        ),
        max_size=9,
    )
)
def test_any_words_keep_one_root_and_their_children(words: list[str]) -> None:
    """Whatever is parsed, heads and children agree and every word is reached from the root."""
    text = " ".join(words) or "Rain."
    sentence = parsed(text)
    assert [each.index for each in sentence.subtree(sentence.root)] == list(
        range(len(sentence.tokens))
    )
    for token in sentence.tokens:
        assert all(sentence.tokens[child].head == token.index for child in token.children)


def test_a_title_keeps_its_full_stop_and_its_name() -> None:
    """No sentence ends in "Supt."."""
    sentence = parsed('"We will find them," said Harbour Supt. Dan Holt.')
    (saying,) = (each for each in sentence.tokens if each.text == "said")
    assert [each.text for each in sentence.children_of(saying, "nsubj")] == ["Holt"]


def test_a_name_taken_for_an_adverb_is_who_says_it() -> None:
    """Whatever stands between the closing mark and "said" says it."""
    sentence = parsed("“I thank them all for me and my family,” Toliver said.")
    (saying,) = (each for each in sentence.tokens if each.text == "said")
    assert [each.text for each in sentence.children_of(saying, "nsubj")] == ["Toliver"]


def test_a_name_with_two_descriptions_is_who_says_it() -> None:
    """Behind the closing mark all words up to the verb are the source."""
    sentence = parsed(
        "“They will lose,” Dan Holt, the director of the Harbour Group, a Tarn-based firm, said in a statement."
    )
    (saying,) = (each for each in sentence.tokens if each.text == "said")
    assert [each.text for each in sentence.children_of(saying, "nsubj")] == ["Holt"]
