"""Each format gives its reports with the text a reader sees, the bytes kept, and what the metadata say."""

import gzip
import hashlib
import io
import json
import zipfile
from datetime import date
from pathlib import Path

import feedparser
import pytest

from reportedly.intake.formats import Refused, Taken, open_bytes, open_reports
from reportedly.model.report import Report, Role

SHARED = Path(__file__).resolve().parents[3] / "shared"
FIVE = SHARED / "gold" / "five-reports"
SAMPLES = SHARED / "data" / "intake"
BODY = (
    "Envoys of the two countries will meet in Oslo next week, an official said on Friday evening."
)
MORE = (
    "The talks were put off twice since the summer, and both sides blamed each other for the delay."
)
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Envoys to meet in Oslo | The Letter</title>
<meta property="og:title" content="Envoys to meet in Oslo"><meta property="og:site_name" content="The Letter">
<script type="application/ld+json">{{"@graph": [{{"@type": "NewsArticle", "datePublished": "2024-03-03T10:15:00+01:00",
"author": [{{"@type": "Person", "name": "Jane Roe"}}]}}]}}</script><script type="application/ld+json">no</script></head>
<body><nav><a href="/">Home</a><a href="/world">World</a></nav><article><h1>Envoys to meet in Oslo</h1>
<p>{BODY}</p><p>{MORE}</p></article><footer>All rights reserved</footer></body></html>"""
FEED = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>The Letter</title>
<item><title>Envoys to meet</title><link>https://letter.example/a</link><pubDate>Sun, 03 Mar 2024 09:15:00 GMT</pubDate>
<description>&lt;p&gt;{BODY}&lt;/p&gt;&lt;p&gt;{MORE}&lt;/p&gt;</description></item>
<item><title>Bridge closed</title><description>{MORE}</description></item><item/></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>The Letter</title><entry><title>Envoys to meet</title>
<updated>2024-03-03T09:15:00Z</updated><content type="html">{BODY}</content></entry></feed>"""
RECORD = {
    "title": "Envoys to meet",
    "text": f"{BODY}\n\n{MORE}",
    "url": "https://letter.example/a",
    "source": {"name": "The Letter"},
    "authors": ["Jane Roe", "John Doe"],
    "date": "2024-03-03",
}


def taken(data: bytes, name: str) -> list[Report]:
    """The reports in these bytes."""
    found = [one for one in open_bytes(data, name) if isinstance(one, Taken)]
    for one in found:
        assert one.report.id == hashlib.sha256(one.data).hexdigest()
    return [one.report for one in found]


def day(report: Report) -> date | None:
    """The day of publication."""
    return report.published.days.first if report.published else None


def test_text_is_the_file_as_it_stands() -> None:
    """Nothing is trimmed or translated."""
    text = f" Envoys to meet\r\n\r\n{BODY}\n \n"
    (report,) = taken(text.encode(), "a.txt")
    assert (report.path, report.text) == ("a.txt", text)


def test_page() -> None:
    """Headline first, then the paragraphs; site, author and minute from the metadata."""
    (report,) = taken(PAGE.encode(), "a.html")
    assert report.text == f"Envoys to meet in Oslo\n\n{BODY}\n\n{MORE}"
    assert (report.source.outlet, report.source.author) == ("The Letter", "Jane Roe")
    assert report.published is not None
    assert report.published.at is not None
    assert report.published.at.isoformat() == "2024-03-03T10:15:00+01:00"
    assert report.headline is not None


@pytest.mark.parametrize(
    ("head", "wanted"),
    [
        (
            '<meta property="article:published_time" content="2024-03-04T00:10:00Z">',
            date(2024, 3, 4),
        ),
        (
            '<link rel="canonical" href="https://letter.example/2024/03/05/envoys.html">',
            date(2024, 3, 5),
        ),
        ('<meta name="date.issued" content="not a date">', None),
        ("", None),
    ],
)
def test_date_of_a_page(head: str, wanted: date | None) -> None:
    """Meta tag or address give the day; else there is none."""
    page = f"<html><head>{head}</head><body><article><h1>Envoys to meet</h1><p>{BODY}</p><p>{MORE}</p></article></body></html>"
    (report,) = taken(page.encode(), "a.html")
    assert day(report) == wanted


def test_declared_charset_of_a_page() -> None:
    """The encoding that the page names is tried after UTF-8."""
    page = PAGE.replace("<head>", '<head><meta charset="iso-8859-2">').replace("Oslo", "Łódź")
    (report,) = taken(page.encode("iso-8859-2"), "a.html")
    assert "Łódź" in report.text


def test_feeds() -> None:
    """Each entry is a report with its own bytes; an entry without a text is named."""
    first, second = taken(FEED.encode(), "feed.xml")
    assert first.path == "feed.xml#1"
    assert first.text == f"Envoys to meet\n\n{BODY}\n\n{MORE}"
    assert (first.source.outlet, first.source.url) == ("The Letter", "https://letter.example/a")
    assert day(first) == date(2024, 3, 3)
    assert day(second) is None
    (entry,) = taken(ATOM.encode(), "feed.atom")
    assert entry.published is not None
    assert "update" in entry.published.because


def test_feed_that_breaks_off() -> None:
    """The entries before the break are taken and the break is named."""
    cut = FEED[: FEED.index("<item/>")].encode() + b"<item><title>Brid"
    found = list(open_bytes(cut, "feed.xml"))
    assert isinstance(found[0], Taken)
    assert isinstance(found[-1], Refused)
    assert "breaks off" in found[-1].reason


def test_feed_that_the_parser_cannot_bear(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of the parser is a damaged feed, not the end of the run."""

    def fail(*_: object) -> None:
        raise ValueError

    monkeypatch.setattr(feedparser, "parse", fail)
    assert list(open_bytes(FEED.encode(), "feed.xml")) == [
        Refused("feed.xml", "damaged: feed cannot be taken apart: ")
    ]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.jsonl", json.dumps(RECORD)),
        ("a.json", json.dumps(RECORD, indent=1)),
        ("a.json", json.dumps([RECORD], indent=1)),
        ("a.txt", json.dumps(RECORD)),
    ],
)
def test_records(name: str, text: str) -> None:
    """One object, a line each, or a list: the same report."""
    (report,) = taken(text.encode(), name)
    assert report.path == f"{name}#1"
    assert report.text == f"Envoys to meet\n\n{BODY}\n\n{MORE}"
    assert (report.source.outlet, report.source.author) == ("The Letter", "Jane Roe, John Doe")
    assert day(report) == date(2024, 3, 3)


def test_dates_of_records() -> None:
    """Dates as e-mail writes them, ours, and one that says nothing."""
    values: list[object] = ["Sun, 03 Mar 2024 09:15:00 +0000", {"first": "2024-03-03"}, "soon", 5]
    lines = "\n".join(
        json.dumps({"text": BODY + str(n), "published": v}) for n, v in enumerate(values)
    )
    reports = taken(lines.encode(), "a.jsonl")
    assert [day(report) for report in reports] == [date(2024, 3, 3), date(2024, 3, 3), None, None]


def test_ninjs() -> None:
    """An agency's item holds headline and body in lists, one for each format."""
    item = {
        "headlines": [{"role": "main", "value": "Envoys to meet"}],
        "bodies": [{"value": BODY, "contentType": "text/plain"}, {"value": f"<p>{BODY}</p>"}],
        "firstCreated": "2024-03-03T10:15:00Z",
    }
    (report,) = taken(json.dumps(item).encode(), "a.json")
    assert report.text == f"Envoys to meet\n\n{BODY}"
    assert day(report) == date(2024, 3, 3)


def test_record_with_markup() -> None:
    """Markup in a field is read as a reader sees it."""
    (report,) = taken(json.dumps({"text": f"<p>{BODY}</p><p>A &amp; B</p>"}).encode(), "a.jsonl")
    assert report.text == f"{BODY}\n\nA & B"


def test_letter_of_html_alone() -> None:
    """A letter with nothing but HTML gives its visible text."""
    letter = f"From: desk@letter.example\nTo: b@c.d\nSubject: Envoys\nContent-Type: text/html\n\n<p>{BODY}</p>"
    (report,) = taken(letter.encode(), "a")
    assert report.text == f"Envoys\n\n{BODY}"
    assert report.source.outlet == "letter.example"
    assert report.published is None


def test_letter_without_text() -> None:
    """A letter that is only a picture is refused, once for its text and once for the picture."""
    letter = b"From: a@b.c\nTo: b@c.d\nSubject: Map\nDate: never\nContent-Type: image/png\n\nxx"
    assert [type(one) for one in open_bytes(letter, "a.eml")] == [Refused, Refused]


def test_containers_within_containers(tmp_path: Path) -> None:
    """A zip in a folder with a compressed page and a WACZ in it; the index beside the archive is left out."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("b/page.html.gz", gzip.compress(PAGE.encode()))
        archive.writestr("c.wacz#pages.jsonl", json.dumps(RECORD))
        archive.writestr("empty/", "")
    (tmp_path / "a.zip").write_bytes(buffer.getvalue())
    found = list(open_reports([tmp_path]))
    assert [one.report.path for one in found if isinstance(one, Taken)] == [
        f"{tmp_path}/a.zip#b/page.html.gz#page.html"
    ]


@pytest.mark.skipif(not FIVE.exists(), reason="the five reports are not beside the repository")
def test_furniture_of_the_five_reports() -> None:
    """All that the key calls furniture lies outside paragraphs, but for what it also lets pass as content."""
    key = json.loads((FIVE / "gold.json").read_text(encoding="utf-8"))
    reports = {
        Path(one.report.path).stem: one.report
        for one in open_reports([FIVE / "reports"])
        if isinstance(one, Taken)
    }
    for item in key["boilerplate"]:
        if "content" in item.get("accept", ()):
            continue
        blocks = [b for b in reports[item["doc"]].blocks if b.role is not Role.PARAGRAPH]
        covered = sum(
            max(0, min(b.span.end, item["end"]) - max(b.span.start, item["start"])) for b in blocks
        )
        assert covered >= 0.9 * (item["end"] - item["start"]), item["text"]
    assert [day(report) for _, report in sorted(reports.items())] == [
        None,
        None,
        date(2021, 12, 25),
        None,
        None,
    ]
    assert [report.source.agency for _, report in sorted(reports.items())] == [
        None,
        None,
        "AFP",
        None,
        None,
    ]


@pytest.mark.skipif(
    not SAMPLES.exists(), reason="no samples of feeds and web archives beside the repository"
)
def test_samples_give_reports_or_reasons() -> None:
    """Feeds and web archives made to be broken: each gives reports or a reason, none an exception."""
    feeds = sorted((SAMPLES / "feeds").rglob("*.xml"))[::20]
    archives = sorted((SAMPLES / "warc-samples").rglob("*.warc*"))[::4]
    found = list(open_reports([*feeds, *archives]))
    assert len(found) >= len(feeds)
    assert any(isinstance(one, Taken) for one in found)
