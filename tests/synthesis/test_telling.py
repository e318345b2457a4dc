"""How a claim is put into words."""

from reportedly.synthesis.telling import OPEN, OWN, Telling
from tests.told import told

TEMPLATE = """Storm over the pier of Avonmore

AVONMORE, March 4, 2024 (AFP) - {}
"""


def _put(sentence: str) -> list[str]:
    return [
        Telling(story).words(claim)
        for story in told(TEMPLATE.format(sentence))
        for claim in story.claims
    ]


def test_what_somebody_unknown_says_is_not_the_reports_own() -> None:
    """Where the text leaves open who says it, so does the page."""
    found = _put("It was said that the pier of Avonmore would be closed in May.")
    assert any(OPEN in each for each in found)
    assert not any(OWN in each for each in found)


def test_what_the_report_tells_is_its_own() -> None:
    found = _put("The pier of Avonmore was closed on Monday.")
    assert any(OWN in each for each in found)
