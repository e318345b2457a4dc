"""The JSON of `read`: held to its schema, its offsets to the text."""

import json
import re
from datetime import date
from importlib.resources import files
from pathlib import Path

import jsonschema
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.export.marked_text import render_marked
from reportedly.export.reading_json import reading_schema, render_reading
from reportedly.export.reading_records import ReadingJson
from reportedly.model.interval import Interval
from reportedly.model.ontology import Act, EntityKind, Form, Grade, QuoteKind, Status
from reportedly.model.reading import (
    Argument,
    Assertion,
    AssertionKind,
    EventMention,
    Factuality,
    Figure,
    Mention,
    Quotation,
    Reading,
    Speaker,
    TimeExpression,
    TimeType,
)
from reportedly.model.report import Block, Known, Published, Report, Role, Source
from reportedly.model.span import Span
from reportedly.model.syntax import Sentence

TEXT = "Menu\nOlga Lund said on Tuesday that 5 ships would sail to Tarsk."
SCHEMA = files("reportedly.export").joinpath("reading.schema.json")


def place(words: str) -> Span:
    """Where the words stand in the text."""
    start = TEXT.index(words)
    return Span(start, start + len(words))


@pytest.fixture
def reading() -> Reading:
    """A reading with something in each layer."""
    lund = Speaker("Olga Lund", "e1", Grade.NAMED_PERSON, "before the verb")
    day = Interval.day(date(2022, 3, 1))
    ships = Argument(place("5 ships"), "5 ships", "")
    whole = place("Olga Lund said on Tuesday that 5 ships would sail to Tarsk.")
    clause = place("5 ships would sail to Tarsk")
    report = Report(
        "0" * 64,
        "lund.txt",
        TEXT,
        (Block(place("Menu"), Role.FURNITURE, "a menu"), Block(whole, Role.PARAGRAPH, "text")),
        Source(agency="Reuters"),
        Published(Interval.day(date(2022, 3, 2)), Known.STATED, "in the dateline"),
    )
    return Reading(
        report,
        (Sentence(whole, Role.PARAGRAPH),),
        (
            Mention(
                place("Olga Lund"),
                place("Olga Lund"),
                EntityKind.PERSON,
                Form.NAMED,
                "Olga Lund",
                "e1",
            ),
        ),
        (
            TimeExpression(
                place("on Tuesday"), TimeType.DATE, "2022-03-01", day, "the last Tuesday"
            ),
        ),
        (Figure(place("5 ships"), 5.0, None, "", "ships", vague=False),),
        (
            Quotation(
                (clause,),
                QuoteKind.INDIRECT,
                place("said"),
                place("Olga Lund"),
                lund,
                ("RIA",),
                "said that",
            ),
        ),
        (Factuality(place("sail"), (0.0, 0.0, 0.96, 0.04, *(0.0,) * 8), 0.5),),
        (
            EventMention(
                predicate=place("sail"),
                clause=clause,
                lemma="sail",
                act=Act.MOBILIZE,
                mode=None,
                status=Status.PLANNED,
                status_cue=place("would"),
                actors=(ships,),
                recipients=(),
                days=day,
                place=place("Tarsk"),
                holder=lund,
                outer=None,
                because="would",
            ),
        ),
        (
            Assertion(
                span=clause,
                kind=AssertionKind.PLAN,
                act=Act.MOBILIZE,
                status=Status.PLANNED,
                holder=lund,
                chain=("RIA",),
                actors=(ships,),
                recipients=(),
                days=day,
                place=place("Tarsk"),
                figures=(0,),
                times=(0,),
                event=0,
                quotation=0,
                headline=False,
                because="told by Lund",
            ),
        ),
    )


def test_the_schema_in_the_package_is_that_of_the_records() -> None:
    """Write it anew from `reading_schema` where a field was added."""
    assert json.loads(SCHEMA.read_text(encoding="utf-8")) == reading_schema()


def test_a_full_reading_is_valid(reading: Reading) -> None:
    """And a key that the schema does not know would be seen: all keys are required."""
    found = json.loads(render_reading(reading))
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.validate(found, schema)
    for layer in ("blocks", "mentions", "times", "figures", "quotations", "events", "assertions"):
        assert found[layer], layer
    del found["times"][0]["value"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(found, schema)


def test_the_fields_of_the_issue(reading: Reading) -> None:
    """Names and shapes that others build on."""
    found = json.loads(render_reading(reading))
    assert found["report"]["published"]["first"] == "2022-03-02"
    assert found["sentences"] == [[5, 64]]
    assert found["times"][0]["first"] == found["times"][0]["last"] == "2022-03-01"
    assert found["quotations"][0]["speaker"] == {
        "name": "Olga Lund",
        "entity": "e1",
        "grade": "named person",
    }
    [content] = found["quotations"][0]["content"]
    assert TEXT[slice(*content)] == "5 ships would sail to Tarsk"
    event = found["events"][0]
    assert TEXT[event["start"] : event["end"]] == "sail"
    assert (event["type"], event["status"]) == ("MOBILIZE", "planned")


@given(st.text('a -"*\n\x00\x01\x1bé\u202e\ud83d\ude00\udcff\U0001f600', min_size=1))
def test_any_text_is_written_and_its_offsets_hold(text: str) -> None:
    """Lone surrogates become U+FFFD, a character for a character."""
    report = Report(
        "i", text, text, (Block(Span(0, len(text)), Role.PARAGRAPH, text),), Source(), None
    )
    line = render_reading(Reading(report))
    line.encode("utf-8")
    assert "\n" not in line
    shown = json.loads(line)["report"]["text"]
    assert len(shown) == len(text)
    assert all(a == b or "\ud800" <= b <= "\udfff" for a, b in zip(shown, text, strict=True))
    render_marked(Reading(report)).encode("utf-8")


def test_marked_text(reading: Reading) -> None:
    """Readable in a minute: what it is, what is furniture, finds in place, who said what."""
    assert render_marked(reading).splitlines() == [
        f"lund.txt  {'0' * 64}",
        "source: agency Reuters",
        "published: 2022-03-02 (stated: in the dateline)",
        "",
        "furniture (a menu): Menu",
        "",
        "paragraph 5-64",
        "  [[Olga Lund|person]] said [[on Tuesday|2022-03-01]] that [[5 ships|5.. ships]] would sail to Tarsk.",
        "      said, indirect: Olga Lund (named person), through RIA: “5 ships would sail to Tarsk”",
        "      event, planned: MOBILIZE “sail” 5 ships -> ?, 2022-03-01, Tarsk; says Olga Lund",
    ]


def test_every_field_is_described() -> None:
    """docs/formats.md names each key of the schema."""
    document = Path(__file__).parents[2] / "docs" / "formats.md"
    described = set(re.findall(r"\w+", document.read_text(encoding="utf-8")))
    for record in msgspec.json.schema_components([ReadingJson])[1].values():
        assert set(record["properties"]) <= described
