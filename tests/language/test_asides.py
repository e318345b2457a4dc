"""Who was asked is who answers."""

import pytest

from tests.language.test_closing import parsed


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Lund, asked if he supported the plan, said he did.",
        "Ann Lund, pressed on the delay, told reporters that it was short.",
        "The minister, asked about the strike, said it was over.",
    ],
)
def test_the_one_who_was_asked_is_the_subject_of_the_answer(text: str) -> None:
    """The participle only describes them."""
    sentence = parsed(text)
    (subject,) = sentence.children_of(sentence.root, "nsubj")
    assert sentence.root.text in ("said", "told")
    assert [each.text for each in sentence.children_of(subject, "acl")] in (["asked"], ["pressed"])


def test_who_asks_stays_who_asks() -> None:
    """Without an answer behind a comma nothing is moved."""
    sentence = parsed("Lund asked if he supported the plan.")
    assert sentence.root.text == "asked"
