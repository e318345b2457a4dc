"""Parts of names, likeness of names, countries, offices and bodies by name."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.language import countries
from reportedly.language.names import (
    Name,
    fold,
    gender_of_name,
    is_acronym,
    likeness,
    may_stand_first,
    parse_name,
    word_likeness,
)
from reportedly.language.offices import body_key, office_key
from reportedly.language.organisations import can_be_called, organisation_named, same_body
from reportedly.model.ontology import EntityKind


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jen Psaki", "Jane Sackie"),
        ("Sergei Ryabkov", "Sergey Riabkov"),
        ("Nikita Khrushchev", "Nikita Chruschtschow"),
        ("Bill Harlow", "William Harlow"),
        ("Harlow, Anna", "Anna Harlow"),
        ("J. Harlow", "John Harlow"),
        ("Prof. Anna Harlow", "Anna Harlow"),
        ("AnnaHarlow", "Anna Harlow"),
        ("Сергей Лавров", "Sergei Lavrov"),
    ],
)
def test_spellings_of_one_person(one: str, other: str) -> None:
    """Sound, transliteration, short forms, initials, order, titles, glue."""
    assert likeness(one, other).same
    assert likeness(other, one).same


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anna Harlow", "Bill Harlow"),
        ("Jane Sackie", "Jane Sanders"),
        ("Ivan Petrovich Orlov", "Ivan Sergeevich Orlov"),
        ("Anna Harlow", "Harlow"),
        ("Anna Harlow", "Boris Quint"),
        ("", "Anna"),
    ],
)
def test_names_of_two_persons(one: str, other: str) -> None:
    """A shared surname or given name is not enough."""
    assert not likeness(one, other).same


def test_given_names_that_contradict_forbid() -> None:
    """Two of one family can never be one."""
    assert likeness("Anna Harlow", "Bill Harlow").forbidden


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Acme Corp.", "Acme Corporation", True),
        ("Marsh & Sons Ltd", "Marsh and Sons Limited", True),
        ("World Health Organisation", "World Health Organization", True),
        ("WHO", "World Health Organization", True),
        ("Ministry of Estonia", "Ministry of Ethiopia", False),
        ("Marsh Foods", "Marsh Mining", False),
    ],
)
def test_names_of_bodies(one: str, other: str, *, same: bool) -> None:
    """Legal forms, "&", British spelling, acronyms."""
    assert likeness(one, other, EntityKind.ORGANISATION).same is same


@settings(max_examples=50)
@given(st.text(max_size=20), st.text(max_size=20))
def test_likeness_is_a_fraction_and_knows_no_order(one: str, other: str) -> None:
    """0 to 1 for any text, both ways round; a name is like itself."""
    found = likeness(one, other)
    assert 0 <= found.score <= 1
    assert likeness(other, one).score == pytest.approx(found.score)
    assert likeness(one, one).score in (0.0, 1.0)


def test_long_names_are_paired_word_by_word() -> None:
    """Beyond five words the nearest pairs are taken one after another."""
    assert likeness("Ali Omar Bakr Zaid Musa Amin Nur", "Ali Omar Bakr Zaid Musa Amin").same


def test_parts_of_a_name() -> None:
    """Titles, given names, particles, surname; a lone title stays a name."""
    assert parse_name("Dr. Anna Maria van Holt") == Name(
        ("dr",), ("anna", "maria"), ("van",), "holt"
    )
    assert parse_name("King").surname == "king"
    assert fold("  ") == ""
    assert may_stand_first("Zhang")
    assert not may_stand_first("Harlow")


def test_words_of_names() -> None:
    """Initials count for something, other letters for nothing."""
    assert word_likeness("a", "anna") == 0.8
    assert word_likeness("b", "anna") == 0.0


def test_given_names_tell_gender_where_they_do() -> None:
    """Nothing for names that both bear, or for nobody."""
    assert gender_of_name("Anna Harlow") == "f"
    assert gender_of_name("Bill") == "m"
    assert gender_of_name("Robin Harlow") is None
    assert gender_of_name("") is None


def test_acronyms_are_short_capitals() -> None:
    """No lower case, no single word."""
    assert not is_acronym("who", "World Health Organization")
    assert not is_acronym("WHO", "Worldhealth")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("the U.S.", "USA"),
        ("Ukrainians", "UKR"),
        ("the Kremlin's", "RUS"),
        ("us", None),
        ("polish", None),
        ("Moscow", None),
    ],
)
def test_countries_by_name_people_and_seat(words: str, code: str | None) -> None:
    """Lower case is no name; capitals are another question."""
    assert countries.country(words) == code


def test_what_countries_know() -> None:
    """Capitals, names, neighbours, blocs."""
    assert countries.country_of_capital("Kiev") == countries.country_of_capital("Kyiv") == "UKR"
    assert countries.name_of("USA") == "United States"
    assert countries.name_of("XYZ") == "XYZ"
    assert countries.are_neighbours("RUS", "UKR")
    assert not countries.are_neighbours("RUS", "GBR")
    assert not countries.are_neighbours("XYZ", "GBR")
    assert countries.is_bloc("the West")
    assert not countries.is_bloc("the west")


def test_offices_and_bodies_have_one_wording() -> None:
    """Spokespersons agree; ministries are turned round."""
    assert office_key("spokeswoman") == office_key("Press Secretary") == "spokesperson"
    assert office_key("deputy envoy") == "deputy envoy"
    assert body_key("the Department of the Interior") == "interior department"


def test_listed_bodies() -> None:
    """Short and full names are one body, with the nouns that may stand for it."""
    assert organisation_named("the O.S.C.E.") == organisation_named(
        "Organisation for Security and Co-operation in Europe"
    )
    assert organisation_named("Acme") is None
    assert can_be_called("NATO", "alliance")
    assert can_be_called("Swim Federation", "federation")
    assert not can_be_called("Acme", "federation")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("Foreign Ministry", "RUS"), ("Ministry of Foreign Affairs", "RUS"), True),
        (("Foreign Ministry", "RUS"), ("Foreign Ministry", "UKR"), False),
        (("army", "UKR"), ("armed forces", "UKR"), True),
        (("NATO", None), ("North Atlantic Treaty Organization", None), True),
        (("NATO", None), ("OSCE", None), False),
    ],
)
def test_same_body(
    one: tuple[str, str | None], other: tuple[str, str | None], *, same: bool
) -> None:
    """Names and countries of two bodies."""
    assert same_body(*one, *other) is same
