"""Who stands on a report and when it was published; where nothing says so, nothing is said."""

from datetime import UTC, date, datetime

import pytest

from reportedly.intake.compose import make_report
from reportedly.intake.page import Metadata, Page, Stated
from reportedly.model.errors import LanguageError
from reportedly.model.report import Known, Report

BODY = (
    "Envoys of the two countries will meet in Oslo next week, an official said on Friday evening."
)


def report(text: str, metadata: Metadata | None = None, given: date | None = None) -> Report:
    """The report of a text."""
    return make_report(Page("a.txt", text.encode(), text, metadata or Metadata()), given)


def test_printed_date_has_its_span() -> None:
    """The date in the head is the day of publication and points to its characters."""
    made = report(f"Envoys to meet\nUpdated: 5 March 2024\nPublished: 3 March 2024\n{BODY}")
    assert made.published is not None
    assert made.published.days.first == date(2024, 3, 3)
    assert made.published.known is Known.STATED
    assert made.published.span is not None
    assert made.published.span.of(made.text) == "Published: 3 March 2024"


def test_date_of_update_says_so() -> None:
    """Where only an update is dated, the reason names it."""
    made = report(f"Envoys to meet\nUpdated: 5 March 2024\n{BODY}")
    assert made.published is not None
    assert "update" in made.published.because


def test_dates_in_running_text_are_none_of_publication() -> None:
    """A year or a day that the text speaks of dates nothing; the user's day does."""
    text = f"Envoys to meet\n{BODY} The ceasefire of 22 July 2020 was broken in 2021."
    assert report(text).published is None
    made = report(text, given=date(2024, 3, 3))
    assert made.published is not None
    assert made.published.known is Known.GIVEN


def test_metadata_win_over_print_and_say_so() -> None:
    """Two dates that disagree: the metadata's is taken, the other is named."""
    stated = Stated(date(2024, 3, 3), "datePublished", datetime(2024, 3, 3, 9, 0, tzinfo=UTC))
    made = report(f"Envoys to meet\n7 March 2024\n{BODY}", Metadata(published=stated))
    assert made.published is not None
    assert made.published.days.first == date(2024, 3, 3)
    assert made.published.at == stated.at
    assert "the text prints 2024-03-07" in made.published.because


def test_credit_gives_the_agency_and_its_span() -> None:
    """The agency of the credit counts, that of the picture does not."""
    made = report(
        f"Envoys to meet\n\nOSLO (REUTERS) - {BODY}\n\nThe envoys in Oslo. Photo: AP\n\n{BODY}"
    )
    assert made.source.agency == "Reuters"
    assert made.source.agency_span is not None
    assert made.source.agency_span.of(made.text) == "REUTERS"
    assert report(f"Envoys to meet\n\n{BODY}\n\nThe envoys. Photo: AP").source.agency is None


def test_relay_is_no_credit() -> None:
    """A statement made to an agency does not make the text the agency's."""
    assert (
        report(f"Envoys to meet\n\nAn envoy told AFP that he would come. {BODY}").source.agency
        is None
    )


def test_outlet_and_author_from_the_text() -> None:
    """A line "Source: X" names the outlet, a byline the person."""
    made = report(f"Envoys to meet\nBy Jane Roe\n{BODY}\nSource: The Morning Letter")
    assert (made.source.outlet, made.source.author) == ("The Morning Letter", "Jane Roe")
    assert made.source.agency is None


def test_outlet_from_the_address() -> None:
    """Where nothing else names the outlet its site does, and its name after the headline is furniture."""
    known = Metadata(url="https://www.wxyz.example/a", headline="Envoys to meet - WXYZ News 2")
    made = report(f"Envoys to meet - WXYZ News 2\n{BODY}", known)
    assert made.source.outlet == "wxyz.example"
    assert made.headline is not None
    assert made.headline.of(made.text) == "Envoys to meet"


def test_agency_as_outlet() -> None:
    """What an agency carries itself is the agency's."""
    source = report(f"Envoys to meet\n{BODY}", Metadata(outlet="Xinhua")).source
    assert (source.outlet, source.agency, source.agency_span) == ("Xinhua", "Xinhua", None)


def test_desk_is_no_author() -> None:
    """A byline that names no person is said to."""
    made = report(f"Envoys to meet\nWritten bySunrise Daily\n{BODY}")
    assert made.source.author is None
    assert "names no person" in made.source.because


@pytest.mark.parametrize(
    "text",
    [
        "Le ministre a dit que les deux pays se sont mis d'accord sur un plan pour la frontière et que les experts vont se réunir dans les mois à venir à Oslo.",
        "uutiset " * 120,
        "外交官将于下周在奥斯陆会面讨论边境问题",
    ],
)
def test_other_languages_are_refused(text: str) -> None:
    """French, words that no table knows, and another script."""
    with pytest.raises(LanguageError, match="not English"):
        report(text)


def test_short_texts_may_pass() -> None:
    """A headline alone says too little about its language."""
    assert report("Kyiv, Moskva, Wien, Genf").text


@pytest.mark.parametrize(
    ("line", "outlet", "agency", "author"),
    [
        ("Lund Echo, April 28, 2031", "Lund Echo", None, None),
        ("April 28, 2031 | letter.example", "letter.example", None, None),
        ("Jane Roe, The Letter, April 28, 2031", "The Letter", None, "Jane Roe"),
        ("By Tom Rivers, Flemish Gazette\nApril 28, 2031", "Flemish Gazette", None, "Tom Rivers"),
        ("By Reuters | Morning Mail | April 28, 2031", "Morning Mail", "Reuters", None),
        ("AFP, April 28, 2031", None, "AFP", None),
        ("World News | April 28, 2031", None, None, None),
        ("Jane Roe, April 28, 2031", None, None, "Jane Roe"),
    ],
)
def test_outlet_and_date_in_the_head(
    line: str, outlet: str | None, agency: str | None, author: str | None
) -> None:
    """A line of outlet and date gives both; a section or a person is no outlet."""
    made = report(f"Envoys to meet\n{line}\n{BODY}")
    assert (made.source.outlet, made.source.agency, made.source.author) == (outlet, agency, author)
    assert made.published is not None
    assert made.published.days.first == date(2031, 4, 28)


@pytest.mark.parametrize(
    ("foot", "agency"),
    [
        ("AFP", "AFP"),
        ("(AFP)", "AFP"),
        ("Source: AFP", "AFP"),
        ("With AFP", "AFP"),
        ("Via Reuters", "Reuters"),
        ("© 2024 AFP", "AFP"),
        ("Copyright 2024 The Associated Press. All rights reserved.", "AP"),
        ("© 2024 Sunrise Daily, pictures by AFP", None),
        ("With agencies", None),
    ],
)
def test_agency_at_the_foot(foot: str, agency: str | None) -> None:
    """What stands under the text tells whose it is; who has rights in the pictures does not."""
    assert report(f"Envoys to meet\n{BODY}\n{foot}").source.agency == agency


def test_who_helped_is_no_outlet() -> None:
    """A paper that a contribution is credited to did not carry the report."""
    foot = "Jane Roe of The Harbour Times contributed to this report."
    assert report(f"Envoys to meet\n{BODY}\n{foot}").source.outlet is None
