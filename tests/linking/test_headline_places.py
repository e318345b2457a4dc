"""Places that only a headline names."""

import pytest

from reportedly.linking.headline_places import land_of, lonely_places
from reportedly.model.ontology import EntityKind
from tests.linking.samples import Draft, draft

HEADLINE = "Envoys meet in Geneva"


def _names(made: Draft) -> list[str]:
    headline = made.reading.report.headline
    assert headline is not None
    return [each.name for each in lonely_places(made.reading, headline)]


@pytest.mark.parametrize(
    ("body", "lonely"),
    [
        ("They talked for an hour.", ["Geneva"]),
        ("They talked in Lund for an hour.", ["Geneva"]),
        ("They talked by the lake of Geneva.", []),
        ("They talked in the Swiss city.", []),
        ("They talked in Switzerland for an hour.", []),
    ],
)
def test_a_city_and_its_country_in_any_form(body: str, lonely: list[str]) -> None:
    """A city is told by its own name, by the country and by the name of its people."""
    assert (
        _names(draft("aa", body, headline=HEADLINE).with_mention("Geneva", EntityKind.PLACE))
        == lonely
    )


def test_a_place_inside_the_country_of_the_headline_tells_it() -> None:
    """A body that tells of Zurich tells of Switzerland, and one of the same chain too."""
    made = draft("aa", "A storm hit Zurich.", headline="Storm in Switzerland")
    made = made.with_mention("Switzerland", EntityKind.PLACE)
    assert _names(made) == ["Switzerland"]
    assert _names(made.with_mention("Zurich", EntityKind.PLACE)) == []


@pytest.mark.parametrize("name", ["Koreas", "North and South", "Swiss", "Mo."])
def test_what_is_no_known_place_is_not_missed(name: str) -> None:
    """Parties, nationalities and abbreviations are not looked for."""
    made = draft("aa", "They talked for an hour.", headline=f"Envoys of {name} meet")
    assert _names(made.with_mention(name, EntityKind.PLACE)) == []


def test_the_largest_city_of_a_name() -> None:
    """Paris is in France, whatever lies in Texas."""
    assert (land_of("Paris"), land_of("the Nowhere")) == ("FRA", "")
