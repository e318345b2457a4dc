"""Blocks: marked reports, cover and order for any text, and that added furniture leaves the rest alone."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.intake.blocks import label_blocks
from reportedly.intake.page import Metadata
from reportedly.model.report import Block, Role
from reportedly.model.span import Span

FIXTURE = Path(__file__).parents[1] / "fixtures" / "blocks.txt"
MARK = re.compile(r"\{\{(?P<text>[^{}]*)\|(?P<role>\w+)\}\}")
CLEAN = (
    "Envoys to meet in Oslo next week",
    "Envoys of the two countries will meet in Oslo next week, an official said on Friday evening.",
    "“We will bring a plan for the border,” the official said, adding that 40 experts would come along.",
    "The talks were put off twice since the summer, and both sides blamed each other for the delay.",
)
CHROME = (
    "Connect with us",
    "Read more: The plan",
    "Share this",
    "© 2024 The Letter",
    "Advertisement",
    "Also read: Why it took so long",
)


def cases() -> list[str]:
    """The marked reports of the fixture, without its heading."""
    body = FIXTURE.read_text(encoding="utf-8").partition("\n\n")[2]
    return [case.strip("\n") for case in body.split("---\n")]


def unmarked(case: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The text of a case and the blocks that its marks ask for."""
    text, wanted, at = "", [], 0
    for match in MARK.finditer(case):
        text += case[at : match.start()]
        wanted.append((len(text), len(text) + len(match["text"]), match["role"]))
        text += match["text"]
        at = match.end()
    return text + case[at:], wanted


def labels(text: str) -> list[tuple[str, str]]:
    """The blocks of a text as pairs of role and words."""
    return [(block.role.value, block.span.of(text)) for block in label_blocks(text)]


@pytest.mark.parametrize("case", cases())
def test_marked_reports_get_their_marks(case: str) -> None:
    """Every mark is a block of its role, and all the rest is paragraphs."""
    text, wanted = unmarked(case)
    found = [(b.span.start, b.span.end, b.role.value) for b in label_blocks(text)]
    assert [block for block in found if block[2] != "paragraph"] == wanted


def check_cover(text: str, blocks: tuple[Block, ...]) -> None:
    """Blocks are in order, apart, and leave nothing but white space out."""
    rest, end = list(text), 0
    for block in blocks:
        assert block.span.start >= end
        assert block.because
        end = block.span.end
        rest[block.span.start : end] = " " * len(block.span)
    assert not "".join(rest).strip()
    assert end <= len(text)


LINES = st.sampled_from(
    [
        *CLEAN,
        *CHROME,
        "OSLO (AFP) - Ministers met. Seen",
        "By Jane Roe",
        "date 2024-03-03 Ministers to meet again",
        "AFP, OSLO",
        "1. One",
        "… .",
        "“",
        "",
        " \t",
        "a\r\nb",
    ]
)


@settings(deadline=None, max_examples=150)
@given(
    st.lists(LINES | st.text(max_size=40), max_size=9),
    st.sampled_from(["\n", "\n\n", "\r\n", "\u2028"]),
)
def test_blocks_cover_any_text(lines: list[str], separator: str) -> None:
    """Whatever the lines are, every character but white space is in exactly one block."""
    text = separator.join(lines)
    check_cover(text, label_blocks(text))


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.integers(0, 4), st.sampled_from(CHROME)), max_size=4))
def test_added_furniture_leaves_the_report_alone(added: list[tuple[int, str]]) -> None:
    """Chrome put between the lines is labelled, and what was a headline or paragraph stays one."""
    lines = list(CLEAN)
    for place, line in sorted(added, reverse=True):
        lines.insert(place, line)
    found = labels("\n\n".join(lines))
    assert [pair for pair in found if pair[0] != "furniture"] == labels("\n\n".join(CLEAN))
    assert sum(role == "furniture" for role, _ in found) == len(added)


def test_wrapped_lines_are_joined() -> None:
    """A text broken at a fixed width has paragraphs, not one for each line."""
    text = (
        "Envoys to meet in Oslo\n\nEnvoys of the two countries will meet in Oslo\n"
        "next week, an official of the foreign ministry\nsaid on Friday evening after a long day of\n"
        "telephone calls.\n\nThe talks were put off twice since the summer, as\nboth sides blamed each other for it.\n"
    )
    assert [role for role, _ in labels(text)] == ["headline", "paragraph", "paragraph"]


def test_glued_sentences_stay_one_paragraph() -> None:
    """Nothing is repaired: sentences run together are one block."""
    text = "Talks in Oslo\nEnvoys met on Friday.The talks went on until night.They agreed on a plan for the border."
    assert labels(text)[1] == ("paragraph", text.partition("\n")[2])


def test_metadata_point_to_the_headline() -> None:
    """The line that the metadata call the headline is it, and short lines above are furniture."""
    text = "World and more\nEnvoys meet in Oslo\n" + CLEAN[1]
    blocks = label_blocks(text, Metadata(headline="Envoys meet in Oslo"))
    assert [block.role for block in blocks] == [Role.FURNITURE, Role.HEADLINE, Role.PARAGRAPH]


def test_section_after_headline_keeps_its_space() -> None:
    """The furniture after a headline begins with its space: a reader cuts it all."""
    blocks = label_blocks("Talks go on | Russia\n" + CLEAN[1])
    assert blocks[1].span == Span(11, 20)


def test_a_quotation_is_no_caption() -> None:
    """What somebody says of a picture is text; what stands under one is not."""
    head = "Mayor of Lund speaks of the well\n\n"
    said = "“The lid is seen in this picture, and it was closed,” the mayor said on Monday in Lund."
    shown = "The lid of the well is seen in this picture of Monday."
    body = "The well was closed on Monday, and nobody fell into it, the mayor of the town said."
    assert ("paragraph", said) in labels(f"{head}{body}\n\n{said}\n\n{body}")
    assert ("caption", shown) in labels(f"{head}{body}\n\n{shown}\n\n{body}")


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Fog\n\nOne link here\n\nTwo links here\n\nThree links here", ["furniture"] * 3),
        (
            (
                "Lund in the fog again\n\nA first deck of some words\n\nA second deck of some words\n\n"
                "A third line that is a link\n\nThe fog lay over the town of Lund until noon on Monday."
            ),
            ["furniture"] * 3,
        ),
    ],
)
def test_many_lines_that_are_no_sentences_are_links(text: str, roles: list[str]) -> None:
    """Under the headline up to two lines belong to it."""
    found = [role for role, _ in labels(text)]
    assert found[1:4] == roles
