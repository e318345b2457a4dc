"""Bylines, credits and datelines, and running text that looks like them."""

import pytest

from reportedly.intake.bylines import author_of, byline_parts
from reportedly.intake.header import agency_of, credit_line, lead_parts, tail_credit

LEADS = [
    ("WASHINGTON (Reuters) - Envoys met.", ["WASHINGTON", "(Reuters) -"]),
    ("MOSCOW, Dec 23 (Reuters) - Envoys met.", ["MOSCOW, Dec 23", "(Reuters) -"]),
    ("Kyiv, Jan. 10, 2022 (dpa) – Envoys met.", ["Kyiv, Jan. 10, 2022", "(dpa) –"]),
    ("KYIV, Ukraine (AP) — Envoys met.", ["KYIV, Ukraine", "(AP) —"]),
    ("PARIS/BERLIN (AFP) — Envoys met.", ["PARIS/BERLIN", "(AFP) —"]),
    ("NEW DELHI: Envoys met.", ["NEW DELHI:"]),
    ("OSLO — Envoys met.", ["OSLO —"]),
    ("(CNN) -- Envoys met.", ["(CNN) --"]),
    ("MIAMI (WSVN) - Envoys met.", ["MIAMI", "(WSVN) -"]),
    ("(AFP) - Envoys met.", ["(AFP) -"]),
    ("TASS - Envoys met.", ["TASS -"]),
    ("BEIJING, March 3 (Xinhua) -- Envoys met.", ["BEIJING, March 3", "(Xinhua) --"]),
]
TEXTS = (
    "NATO — The alliance met.",
    "Envoys met - and left.",
    "A spokesperson told AFP late on Monday that talks go on.",
    "UN: Envoys met.",
    "Trend: Envoys met.",
    "European Union (EU) - Envoys met.",
    "The state-run RIA reported a meeting.",
    "BREAKING: Envoys met.",
)
CREDITS = (
    "AFP",
    "(Reuters)",
    "By Reuters",
    "Source: AP",
    "AFP / NDTV",
    "Agence France-Presse",
    "With inputs from PTI",
    "Reuters, AP",
    "- AFP",
)
BYLINES = (
    "By Jane Roe",
    "By JANE DOE and JOHN ROE",
    "Written bySunrise Daily",
    "Posted by admin Desk",
    "By Rich Roe, Reuters",
    "From our correspondent",
    "(Reporting by A. Roe; Editing by B. Doe)",
)
PROSE = (
    "By the end of the day the envoys had left.",
    "By Monday they were gone",
    "Byron wrote it",
    "By",
)


@pytest.mark.parametrize(("line", "parts"), LEADS)
def test_leads_are_split(line: str, parts: list[str]) -> None:
    """Dateline and credit come off the first sentence, which stays whole."""
    found = lead_parts(line)
    assert [line[part.start : part.end].strip() for part in found] == parts
    assert line[found[-1].end :].strip() == "Envoys met."


@pytest.mark.parametrize("line", TEXTS)
def test_running_text_has_no_dateline(line: str) -> None:
    """An acronym before a dash and a relay in the text are neither dateline nor credit."""
    assert lead_parts(line) == ()
    assert credit_line(line) == ()


@pytest.mark.parametrize("line", CREDITS)
def test_credit_lines(line: str) -> None:
    """A line of nothing but agencies is a credit."""
    assert [part.role.value for part in credit_line(line)] == ["credit"]


def test_credit_with_place() -> None:
    """Agency and place on a line of their own are two parts, in either order."""
    assert [part.role.value for part in credit_line("AFP, WARSAW")] == ["credit", "dateline"]
    assert [part.role.value for part in credit_line("WARSAW (AFP) -")] == ["dateline", "credit"]
    assert [part.role.value for part in credit_line("SALEM, Ore. -")] == ["dateline"]


@pytest.mark.parametrize("line", BYLINES)
def test_bylines(line: str) -> None:
    """Signatures of people, papers and desks."""
    assert [part.role.value for part in byline_parts(line)] == ["byline"]


@pytest.mark.parametrize("line", PROSE)
def test_prose_is_no_byline(line: str) -> None:
    """Sentences that begin with "By" stay text."""
    assert byline_parts(line) == ()


def test_byline_with_date() -> None:
    """A date glued behind the name is a part of its own."""
    line = "By Jane Roe March 3, 2024"
    assert [line[part.start : part.end] for part in byline_parts(line)] == [
        "By Jane Roe",
        "March 3, 2024",
    ]


def test_only_persons_are_authors() -> None:
    """Papers, desks and agencies sign, but write nothing."""
    assert author_of("By Jane Roe and John Doe, Reuters") == "Jane Roe, John Doe"
    assert author_of("Written bySunrise Daily") is None
    glued = agency_of("By JANE ROEAssociated Press")
    assert glued is not None
    assert glued[0] == "AP"
    assert author_of("From our correspondent") is None


def test_tail_credits() -> None:
    """An agency after the last stop is a credit, within the sentence it is not."""
    credit = tail_credit("They left on Friday. (AFP)")
    assert credit is not None
    assert credit.start == 21
    assert tail_credit("They told AFP") is None
