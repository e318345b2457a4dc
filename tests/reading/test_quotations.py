"""Quotations, as marked in tests/fixtures/quotations.txt."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.model.ontology import QuoteKind
from reportedly.model.reading import Quotation, Reading
from reportedly.model.report import Block, Report, Role, Source
from reportedly.model.span import Span
from reportedly.reading.quotations import find_quotations
from reportedly.reading.sentences import split_sentences

FIXTURE = Path(__file__).resolve().parents[1] / "fixtures" / "quotations.txt"


def report_of(text: str, *, headline: bool = False) -> Report:
    """A report with a paragraph for each line."""
    found = re.finditer(r"\S(?:[^\n]*\S)?", text)
    blocks = [Block(Span(*each.span()), Role.PARAGRAPH, "line") for each in found]
    if headline and blocks:
        blocks[0] = Block(blocks[0].span, Role.HEADLINE, "first line")
    return Report("r", "r.txt", text, tuple(blocks), Source(), None)


def quotations_of(text: str, *, headline: bool = False) -> tuple[Quotation, ...]:
    """What is found in a text of our own."""
    report = report_of(text, headline=headline)
    return find_quotations(split_sentences(Reading(report))).quotations


def cases() -> Iterator[tuple[str, str, str]]:
    """The lines of the fixture file: cue and kind, source, marked text."""
    for line in FIXTURE.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            cue, source, marked = (part.strip() for part in line.split(" | ", 2))
            yield cue, source, marked


def unmark(marked: str) -> tuple[str, tuple[Span, ...]]:
    """The text of a case, and its spans."""
    text, spans = "", []
    for part in re.split(r"(\{\{.*?\}\})", marked.replace(" // ", "\n")):
        if part.startswith("{{"):
            spans.append(Span(len(text), len(text) + len(part) - 4))
            text += part[2:-2]
        else:
            text += part
    return text, tuple(spans)


@pytest.mark.parametrize(("cue", "source", "marked"), tuple(cases()))
def test_marked_content_is_found(cue: str, source: str, marked: str) -> None:
    """Content, cue lemma, kind and source are those of the case."""
    text, spans = unmark(marked)
    found = {
        each.content: (
            f"{each.cue_lemma} {each.kind.value}",
            each.source.of(text) if each.source else "-",
        )
        for each in quotations_of(text)
    }
    assert found.get(spans) == (cue, source), [
        tuple(piece.of(text) for piece in content) for content in found
    ]


def test_an_agency_that_closes_anothers_statement_is_a_link() -> None:
    """The ministry speaks; the agency passes it on and has no quotation of its own."""
    text = "The Finance Ministry confirmed that the loan was repaid, the state-run BTA reported."
    (quotation,) = quotations_of(text)
    assert quotation.chain == ("BTA",)
    assert quotation.source is not None
    assert quotation.source.of(text) == "The Finance Ministry"


def test_an_agency_told_is_a_link_and_a_person_told_is_not() -> None:
    """Told AFP: AFP passed it on. Told reporters, or NATO: they did not."""
    (first,) = quotations_of("A pilot told AFP that the runway was dark.")
    (second,) = quotations_of("A pilot told reporters that the runway was dark.")
    (third,) = quotations_of("A pilot told NATO that the runway was dark.")
    assert (first.chain, second.chain, third.chain) == (("AFP",), (), ())


def test_a_repair_of_marks_is_told() -> None:
    """A wrong closing mark is taken for one and named in the reason."""
    found = quotations_of("“We will see where this ends and who will pay for it. “")
    assert [each.kind for each in found] == [QuoteKind.DIRECT]
    assert "closing mark repaired" in found[0].because


@pytest.mark.parametrize(
    "text",
    [
        "The old demand for ice fell.",
        "The bishop's call came late.",
        "It is clear that the well is deep.",
        "They walked according to plan B and.",
        "According to.",
        "The table below: it has three rows.",
        "A reported 12 ships.",
    ],
)
def test_what_ascribes_nothing_to_anybody(text: str) -> None:
    """Cue words without a speaker or without content give no indirect quotation by a person."""
    found = quotations_of(text)
    assert not [each for each in found if each.kind is not QuoteKind.INDIRECT]
    assert all(each.content for each in found)


def test_a_headline_says_nothing_over_its_while() -> None:
    """The agreement does not reach into what goes on meanwhile."""
    (agreed,) = quotations_of(
        "Lima and Quito agree to hold talks while Baker invades Peru", headline=True
    )
    assert [piece.start for piece in agreed.content] == [21]
    assert [piece.end for piece in agreed.content] == [34]


def test_a_headline_that_ends_with_a_demand() -> None:
    """Only what follows the verb is demanded."""
    text = "Troops mass at the border, Putin demands NATO guarantees"
    (demanded,) = quotations_of(text, headline=True)
    assert [piece.of(text) for piece in demanded.content] == ["NATO guarantees"]


def test_a_source_that_has_swallowed_the_subject_is_none() -> None:
    """A comma is lost: nobody knows where the sheriff's name ends."""
    assert quotations_of("According to Sheriff Tom Hill Baker, 31, was jailed on Friday.") == ()


def test_short_words_between_marks_say_nothing() -> None:
    """Scare quotes are no quotations."""
    assert quotations_of("The so-called “green belt” runs along the river.") == ()


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    """A mark opened again in the next paragraph: the words float behind the quotation before."""
    text = (
        "“The pumps failed,” the engineer said.\n“It took us two days to find out why it happened.”"
    )
    first, second = quotations_of(text)
    assert first.cue is not None
    assert (second.cue, second.source) == (None, None)


def test_an_open_end_runs_to_the_end_of_its_paragraph() -> None:
    """The closing mark is left out where the next paragraph goes on."""
    text = "He said: “The pumps failed.\n“It took us two days to find out.”"
    contents = [piece.of(text) for each in quotations_of(text) for piece in each.content]
    assert "“The pumps failed." in contents
    assert "“It took us two days to find out.”" in contents


def test_cues_inside_quoted_words_are_not_the_reports() -> None:
    """What the speaker believes is said by the speaker."""
    (quotation,) = quotations_of(
        "“There are things that we believe we can settle,” the envoy said."
    )
    assert quotation.cue_lemma == "say"


def test_a_refusal_to_speak_is_no_statement() -> None:
    """Declined to comment: the refusal is recorded, the comment is not."""
    found = quotations_of("The palace declined to comment on the wedding.")
    assert [each.cue_lemma for each in found] == ["decline"]


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet="ab “”\"'«».,:\n", max_size=60))
def test_any_text_is_survived_and_spans_lie_in_it(text: str) -> None:
    """No exception; contents are in order and within the text."""
    for quotation in quotations_of(text):
        assert quotation.content
        assert all(piece.end <= len(text) for piece in quotation.content)


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 5))
def test_a_lost_mark_changes_only_its_own_paragraph(lost: int) -> None:
    """Deleting one mark of the first paragraph leaves the quotation of the second alone."""
    first = "“It rained,” the farmer said. “It rained,” he said. “It rained,” he added."
    places = [index for index, char in enumerate(first) if char in "“”"]
    broken = first[: places[lost]] + first[places[lost] + 1 :]
    text = f"{broken}\nThe council met. “The road is open,” said the clerk."
    contents = [piece.of(text) for each in quotations_of(text) for piece in each.content]
    assert "“The road is open,”" in contents


def test_who_is_asked_has_asked_nothing() -> None:
    """The participle tells what was done to the envoy, and "when" is no part of a cue."""
    text = "Asked whether the strike would end, the envoy said the talks would go on."
    told = {each.cue_lemma: each.source for each in quotations_of(text)}
    assert told["say"] is not None
    assert told.get("ask") is None


def test_an_adverb_of_manner_belongs_to_the_cue() -> None:
    """How it was said stands with the cue."""
    text = '"Nobody knew," the porter said angrily.'
    (quotation,) = quotations_of(text)
    assert quotation.cue is not None
    assert quotation.cue.of(text) == "said angrily"
