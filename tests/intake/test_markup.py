"""Bylines, dates and captions of pages: in their places, with their roles, and only the report's own."""

from time import monotonic

import pytest

from reportedly.intake.formats import Taken, open_bytes
from reportedly.intake.markup import key_of, with_marked
from reportedly.model.report import Report, Role

ONE = "Lund town council will vote in May on a plan to build a weir above the mill, the mayor said on Monday."
TWO = "The builder promised to plant 2,000 trees and to pay for a new bus line, she added in a note to us."
TEASER = "<div class='related-teasers'><a href='/b'>A whale comes</a><span class='author'>By Other Man</span></div>"
ASIDE = "<aside><figure><figcaption>A whale on the beach</figcaption></figure><p class='byline'>By Other Man</p></aside>"
FIGURE = "<figure><img alt='x'><figcaption>Walkers at the mill in spring <i>Photo: Ann Moe/AFP</i></figcaption></figure>"
CAPTION = ("caption", "Walkers at the mill in spring Photo: Ann Moe/AFP")


def page(head: str = "", middle: str = "", foot: str = "") -> Report:
    """The report of a page with these elements around two paragraphs."""
    source = (
        "<!doctype html><html lang='en'><head><title>Council to vote on weir</title></head><body><header>The Letter"
        f"</header><main><h1>Council to vote on weir</h1>{head}<p>{ONE}</p>{middle}<p>{TWO}</p>{foot}</main>{ASIDE}"
        "<footer>Terms of use</footer></body></html>"
    )
    (found,) = open_bytes(source.encode(), "a.html")
    assert isinstance(found, Taken)
    return found.report


def blocks(report: Report) -> list[tuple[str, str]]:
    """Role and words of the blocks, paragraphs by their first word."""
    return [
        (b.role.value, b.span.of(report.text).split()[0])
        if b.role is Role.PARAGRAPH
        else (b.role.value, b.span.of(report.text))
        for b in report.blocks
    ]


HEADLINE = ("headline", "Council to vote on weir")
FIRST, SECOND = ("paragraph", "Lund"), ("paragraph", "The")


@pytest.mark.parametrize(
    ("head", "wanted"),
    [
        ("<p class='byline'>By Staff and Agencies</p>", [("byline", "By Staff and Agencies")]),
        (
            "<div class='ArticleByline'>By <a rel='author' href='/j'>Jane Roe</a> <time>28 April 2031</time></div>",
            [("byline", "By Jane Roe"), ("date", "28 April 2031")],
        ),
        ("<p><a rel='author'>Jane Roe</a></p>", [("byline", "Jane Roe")]),
        ("<span itemprop='author'><b>Jane Roe</b></span>", [("byline", "Jane Roe")]),
        ("<p class='pub-date'>Published 28 April 2031</p>", [("date", "Published 28 April 2031")]),
        ("<time>Soon</time><p class='byline'>By</p>", []),
        (FIGURE, [CAPTION]),
    ],
)
def test_what_stands_under_the_headline(head: str, wanted: list[tuple[str, str]]) -> None:
    """What the page marks is between headline and text."""
    assert blocks(page(head)) == [HEADLINE, *wanted, FIRST, SECOND]


def test_a_caption_stands_where_its_picture_does() -> None:
    """Between the paragraphs, and a sentence under a picture is no text."""
    told = "The mayor stood at the mill on Monday, and many people of the town had come to see her there."
    report = page(
        "", FIGURE + f"<div class='wp-caption'><p class='wp-caption-text'>{told}</p></div>"
    )
    assert blocks(report) == [HEADLINE, FIRST, CAPTION, ("caption", told), SECOND]


@pytest.mark.parametrize(
    "foot", ["<p>AFP</p>", "<div class='source'>(AFP)</div>", "<p><em>With AFP</em></p>"]
)
def test_an_agency_at_the_foot_of_a_page(foot: str) -> None:
    """Its credit is kept, and the report is the agency's."""
    report = page("<p class='byline'>By Staff</p>", "", foot)
    assert blocks(report)[-1][0] == "credit"
    assert report.source.agency == "AFP"


def test_who_signs_beside_the_report_is_no_author() -> None:
    """Names in sidebars and teasers sign other stories; the page's own byline gives the author."""
    assert page("", "", TEASER).source.author is None
    assert "Other Man" not in page("", TEASER, TEASER).text
    assert page("<p class='byline'>By Jane Roe</p>").source.author == "Jane Roe"
    assert page("<p class='byline'>By Jane Roe, The Letter</p>").source.outlet == "The Letter"


def test_a_letter_of_html_keeps_its_captions() -> None:
    """The body of a letter is read as a page is."""
    letter = f"From: a@b.example\nTo: b@c.example\nSubject: Vote\nContent-Type: text/html\n\n<p>{ONE}</p>{FIGURE}<p>{TWO}</p>"
    (found,) = open_bytes(letter.encode(), "a.eml")
    assert isinstance(found, Taken)
    assert CAPTION in blocks(found.report)


def test_lines_without_an_element_stay() -> None:
    """Where nothing on the page is one of the lines, the lines are all there is."""
    assert with_marked(["Nobody knows it"], f"<p>{ONE}</p>{FIGURE}") == (["Nobody knows it"], ())
    assert with_marked([], "") == ([], ())
    assert key_of("Über-Mut, 3!") == "übermut3"


@pytest.mark.parametrize("piece", ["<p>word word</p>", "<li><p class=author>By Jane Roe</p>"])
def test_long_pages_take_no_longer_than_their_length(piece: str) -> None:
    """A page of one line said ten thousand times is done at once."""
    begun = monotonic()
    lines, _ = with_marked(["word word"] * 20_000, f"<body>{piece * 20_000}")
    assert len(lines) >= 20_000
    assert monotonic() - begun < 10
