"""Mentions: what is one, how far it goes, what it stands for."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.model.ontology import EntityKind, Form
from reportedly.model.reading import Reading
from reportedly.model.report import Block, Report, Role, Source
from reportedly.model.span import Span
from reportedly.reading.mentions import find_mentions
from reportedly.reading.posts import split_body
from reportedly.reading.sentences import split_sentences
from tests.reading.marked_reports import marked_lines, mention_at, read, unmark


@pytest.mark.parametrize("line", marked_lines())
def test_marked_mentions_are_found_with_kind_and_country(line: str) -> None:
    """Exact words, kind and country; places marked as none carry no mention."""
    text, marks = unmark(line)
    reading = read(text)
    for mark in marks:
        mention = mention_at(reading, mark.span)
        if mark.absent:
            assert mention is None, mark.span.of(text)
            continue
        assert mention is not None, mark.span.of(text)
        assert mark.kind in ("", mention.kind.value), mark.span.of(text)
        assert mark.country in ("", mention.country), mark.span.of(text)


def test_a_title_gives_office_and_body() -> None:
    """The words around a name are its office, body and country, not its name."""
    reading = read("White House press secretary Ann Lund told National Guard commander Bo Reed.")
    lund = next(m for m in reading.mentions if m.name == "Ann Lund")
    assert (lund.office, lund.body, lund.country) == ("press secretary", "White House", "USA")
    assert lund.span.of(reading.text) == "White House press secretary Ann Lund"
    assert lund.head.of(reading.text) == "Ann Lund"


def test_a_secretary_of_state_is_no_state() -> None:
    """The "State" of the title is not a mention of its own."""
    reading = read("US Secretary of State Ann Lund flew to Oslo.")
    assert [m.span.of(reading.text) for m in reading.mentions] == [
        "US",
        "US Secretary of State Ann Lund",
        "Oslo",
    ]


def test_a_capital_acts_or_is_a_place() -> None:
    """Subject and partner of talks: the government; after "in": the city."""
    reading = read("Oslo held talks with Lima in Rome.")
    found = {m.head.of(reading.text): (m.kind, m.form) for m in reading.mentions}
    assert found == {
        "Oslo": (EntityKind.COUNTRY, Form.METONYM),
        "Lima": (EntityKind.COUNTRY, Form.METONYM),
        "Rome": (EntityKind.PLACE, Form.NAMED),
    }


def test_backed_by_a_country_is_not_of_it() -> None:
    """Fighters backed by Norway are nobody's citizens."""
    reading = read("Norway-backed fighters left the town.")
    fighters = next(m for m in reading.mentions if m.kind is EntityKind.GROUP)
    assert fighters.country is None


@pytest.mark.parametrize(
    ("named", "country", "body"),
    [
        ("the Russian Foreign Ministry", "RUS", "Foreign Ministry"),
        ("White House National Security Council", "USA", "National Security Council"),
        ("Presidential Office in Kyiv", "UKR", "Presidential Office"),
        ("Bank of England", None, "Bank of England"),
    ],
)
def test_a_body_gives_up_its_country(named: str, country: str | None, body: str) -> None:
    """Country, seat or capital before or behind a body's own name."""
    assert split_body(named) == (country, body)


@pytest.mark.parametrize(
    ("headline", "name"),
    [("Anna Holt Spreads Doubt", "Anna Holt"), ("Holt Makes 'No Promise' For Peace", "Holt")],
)
def test_a_name_in_a_headline_ends_with_the_surname_that_the_body_knows(
    headline: str, name: str
) -> None:
    """Where every word has a capital, the tagger does not know where the name stops."""
    text = f"{headline}\nMinister Anna Holt spoke in Oslo."
    blocks = (
        Block(Span(0, len(headline)), Role.HEADLINE, "first line"),
        Block(Span(len(headline) + 1, len(text)), Role.PARAGRAPH, "prose"),
    )
    reading = split_sentences(Reading(Report("r", "r.txt", text, blocks, Source(), None)))
    found = find_mentions(reading).mentions
    assert [m.head.of(text) for m in found] == [name, "Anna Holt", "Oslo"]


def test_no_sentences_no_mentions() -> None:
    """An empty layer below leaves this one empty."""
    reading = read("Oslo waits.")
    assert find_mentions(Reading(reading.report)).mentions == ()


_WORDS = st.lists(
    st.sampled_from(
        [
            "the",
            "Kremlin",
            "said",
            "Putin",
            "Moscow",
            "in",
            "officials",
            "and",
            ",",
            "(",
            ")",
            "“",
            "”",
            "a",
            "senior",
            "US",
            "of",
            "Ukraine's",
            "army",
            "it",
            "Ann",
            "Lund",
        ]
    ),
    min_size=1,
    max_size=14,
)


@settings(deadline=None, max_examples=40)
@given(_WORDS)
def test_every_mention_lies_in_its_text_and_holds_its_head(words: list[str]) -> None:
    """Spans are places of the text, heads lie within, chains are set."""
    reading = read(" ".join(words))
    for mention in reading.mentions:
        assert mention.span.end <= len(reading.text)
        assert mention.span.contains(mention.head)
        assert mention.entity
        assert mention.name
