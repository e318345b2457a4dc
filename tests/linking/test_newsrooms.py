"""Which newsroom wrote a report."""

from dataclasses import replace

import pytest

from reportedly.language.agencies import agency_named
from reportedly.linking.newsrooms import newsroom_of
from reportedly.model.report import Source
from tests.linking.tellings import HARBOUR, reading


@pytest.mark.parametrize(
    ("source", "first", "name", "stated"),
    [
        (Source(agency="Agence France-Presse"), "It rained.", "AFP", True),
        (Source(agency="Nordnytt"), "It rained.", "Nordnytt", True),
        (Source(), "A guard told the Associated Press that it rained.", "AP", False),
        (Source(outlet="Reuters"), "It rained.", "Reuters", True),
        (Source(outlet="Larvik Post"), "It rained, RIA reported.", "Larvik Post", True),
        (Source(), "It rained, RIA reported.", "", False),
    ],
)
def test_newsrooms(source: Source, first: str, name: str, stated: bool) -> None:  # noqa: FBT001 - a table
    """Credit, then who was told, then the outlet; an agency that is relayed is none."""
    made = reading("a", [first, *HARBOUR])
    found = newsroom_of(replace(made, report=replace(made.report, source=source)))
    assert (found.name, found.stated) == (name, stated)


def test_spellings_of_an_agency() -> None:
    """The usual name, whatever the case; nothing for what is no agency."""
    assert agency_named(" reuters.") == "Reuters"
    assert agency_named("Larvik Post") is None
