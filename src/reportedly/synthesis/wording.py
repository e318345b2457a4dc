"""How records are put into words: templates only, counts always with their rung."""

from collections.abc import Sequence

from reportedly.language.names import inside_sentence
from reportedly.model.interval import Interval
from reportedly.model.report import Report
from reportedly.model.story import Counts, Meeting

LONGEST_WORDS = 240  # characters of a report's words in one line of the brief


def span_of_days(days: Interval | None) -> str:
    """Days as people write them.

    >>> from datetime import date
    >>> span_of_days(Interval(date(2022, 1, 1), date(2022, 1, 31)))
    'January 2022'
    """
    if days is None:
        return "no date"
    first, last = days.first, days.last
    if first == last:
        return f"{first.day} {first:%B %Y}"
    if (
        first.day == 1
        and days.shifted(1).last.day == 1
        and (first.year, first.month) == (last.year, last.month)
    ):
        return f"{first:%B %Y}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}-{last.day} {first:%B %Y}"
    return f"{first.day} {first:%B %Y} - {last.day} {last:%B %Y}"


def number(count: tuple[int, int], word: str) -> str:
    """A count on one rung; where it is open, both ends are said.

    >>> number((1, 1), "origin"), number((3, 4), "newsroom")
    ('1 origin', '3 (at most 4) newsrooms')
    """
    least, most = count
    if least == most:
        return f"{least} {word}" if least == 1 else f"{least} {word}s"
    return f"{least} (at most {most}) {word}s"


def counts_line(counts: Counts) -> str:
    """All rungs: "5 reports, 4 texts, 3 newsrooms, 2 origins"."""
    return ", ".join(
        (
            number((counts.reports, counts.reports), "report"),
            number(counts.texts, "text"),
            number(counts.newsrooms, "newsroom"),
            number(counts.origins, "origin"),
        )
    )


def support(counts: Counts) -> str:
    """The rungs that a single statement needs."""
    parts = [number((counts.reports, counts.reports), "report"), number(counts.texts, "text")]
    if counts.origins == (0, 0):
        parts.append("no origin named")
    else:
        parts.append(number(counts.origins, "origin"))
    return ", ".join(parts)


def listed(names: Sequence[str], nothing: str = "") -> str:
    """Names in a row, as they stand inside a sentence.

    >>> listed(["The Kremlin", "NATO", "A spokesman"])
    'the Kremlin, NATO and a spokesman'
    """
    kept = list(dict.fromkeys(inside_sentence(name) for name in names if name))
    if not kept:
        return nothing
    return kept[0] if len(kept) == 1 else f"{', '.join(kept[:-1])} and {kept[-1]}"


def one_line(words: str) -> str:
    """Words of a report on one line, as they stand."""
    return " ".join(words.split())


def clipped(words: str) -> str:
    """Words on one line, long ones cut between two words; the place cited keeps them all.

    >>> clipped("so " * 200)[-9:]
    'so so ...'
    """
    line = one_line(words)
    if len(line) <= LONGEST_WORDS:
        return line
    return line[:LONGEST_WORDS].rsplit(" ", 1)[0].rstrip(",;: ") + " ..."


def name_of_report(report: Report) -> str:
    """A report as the reader knows it: the file's name, with the member of a container.

    >>> short_path("/home/ann/inbox/feed.xml#2")
    'feed.xml#2'
    """
    return short_path(report.path)


def short_path(path: str) -> str:
    """The last part of a path."""
    return path.rstrip("/").rsplit("/", 1)[-1]


def meeting_words(meeting: Meeting) -> str:
    """A meeting: day, parties, status and who confirmed it."""
    parts = [
        f"{span_of_days(meeting.days)}: {listed(meeting.parties, 'parties not named')}, {meeting.status}"
    ]
    if meeting.confirmed_by and "confirmed" in meeting.status:
        parts.append(f"({listed(meeting.confirmed_by)})")
    if meeting.place:
        parts.append(f"in {meeting.place}")
    elif meeting.places:
        parts.append("place named only as a wish or in a headline")
    if meeting.host:
        parts.append(f"host: {meeting.host}")
    return "; ".join(parts).replace("; (", " (")
