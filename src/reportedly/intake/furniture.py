"""What on a page is not the report: chrome, share bars, links, cut marks, fragments, crossheads."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from reportedly.intake.rules import phrases
from reportedly.language.agencies import agencies

EDGES = " \t\xa0-–—|•·*>»›→←:.!?…[](){}\"'“”‘’#_=+"
LONGEST = 600  # characters: expressions are not tried on longer lines
SHORT = 30  # words: a beginning such as "Read more" makes furniture of no longer line
TERMINAL = re.compile(r"[.!?…][\"'”’)\]]*$")
SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*(?=\s)")
ABBREVIATED = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Maj|Prof|Rev|Hon|No|vs|Inc|Corp|Co|Ltd|Jr|Sr"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec))\.$"
)
CALL_SIGN = 4  # letters
SITE = 5  # words of a section's or site's name
FRAGMENT = 3  # words
CUT_MARK = re.compile(
    r"\s{0,3}(?:[-_=*#]{3,}|…\.?|\.{3,}|\[(?:…|\.{3}|\+\d+ chars?)\]|\((?:…|\.{3})\)){1,2}$"
)
SUFFIX = re.compile(r"\s*(?:\||::|»|›)\s*(?P<name>[^|»›]{1,40})$")
DASHED_SUFFIX = re.compile(r"\s+[-–—]\s+(?P<name>[^-–—|]{2,40})$")
SITE_SUFFIX = re.compile(
    r"\s+(?:[-–—]|::)\s+[\w-]{2,30}\.(?:com|org|net|co|info|news|tv|uk|eu|de|fr|in)\b[^|]{0,60}$",
    re.IGNORECASE,
)
DASH = re.compile(r"\s+[-–—]\s+(?=\S)")
STATION = re.compile(
    r"\b(?:News ?Channel|Newsline|Eyewitness News|Action News|[KW][A-Z]{2,3}\b.*\b(?:News|TV\d?)|News\b.*\b(?:Weather|Sports)|TV\b.*\bNews)\b"
)
QUOTED = re.compile(r"[\"“”]|\b(?:according|said|says|told)\b", re.IGNORECASE)
ADDRESSED = re.compile(r"\b(?:you|your|you'll|you’ll)\b", re.IGNORECASE)
SITE_WORDS = 3
TEMPLATE = re.compile(r"\{\*|\*\}|\$\{\w|\$__")
RIGHTS = re.compile(
    r"\W{0,3}(?:TM and )?(?:©|copyright\s(?:©|\(c\)|(?:19|20)\d\d\b))", re.IGNORECASE
)
LIST_ITEM = re.compile(r"(?:\d{1,2}[.)]|[•·▪*»>])\s+\S")


@dataclass(frozen=True, slots=True)
class Matchers:
    """The phrases as matchers."""

    whole: frozenset[str]
    starts: re.Pattern[str]
    patterns: re.Pattern[str]
    unended: re.Pattern[str]
    small: frozenset[str]
    site: frozenset[str]
    buttons: re.Pattern[str]


@lru_cache(maxsize=1)
def _table() -> Matchers:
    """The table of furniture, compiled."""
    table = phrases()
    return Matchers(
        frozenset(_bare(phrase) for phrase in table.whole),
        re.compile("|".join(re.escape(start.strip()) for start in table.starts), re.IGNORECASE),
        re.compile("|".join(f"(?:{pattern})" for pattern in table.patterns), re.IGNORECASE),
        re.compile("|".join(f"(?:{pattern})" for pattern in table.unended), re.IGNORECASE),
        frozenset(table.small),
        frozenset(table.site),
        re.compile(
            "(?:(?:"
            + "|".join(re.escape(name) for name in sorted(table.prefixes, key=len, reverse=True))
            + r")\s+)+"
        ),
    )


def _bare(line: str) -> str:
    return " ".join(line.strip(EDGES).casefold().replace("’", "'").split())


def ends_sentence(line: str) -> bool:
    """Whether the line ends as a sentence does."""
    return TERMINAL.search(line.rstrip()[-6:]) is not None


def furniture_reason(line: str) -> str | None:
    """Why a line is page furniture, judged by its words alone; None if it may be news.

    >>> furniture_reason("Comments are closed.")
    'page furniture: says nothing but “Comments are closed.”'
    """
    table = _table()
    bare = _bare(line)
    if not bare or bare in table.whole:
        return f"page furniture: says nothing but “{line}”"
    if TEMPLATE.search(line) or (len(line) <= LONGEST and RIGHTS.match(line)):
        return "page furniture: rights line, or marks of a template"
    if _speaks_of_page(line):
        return "page furniture: asks the reader to use the site"
    if len(line) > LONGEST or len(line.split()) > SHORT:
        return None
    begun = table.starts.match(line.lstrip(EDGES))
    if begun:
        return f"page furniture: a line that begins “{begun[0]}”"
    return _shape_reason(line, table)


def _speaks_of_page(line: str) -> bool:
    """Whether a line addresses the reader in words of sites: "We sent you an email; click the link to sign in"."""
    if len(line) > 2 * LONGEST or QUOTED.search(line) or not ADDRESSED.search(line):
        return False
    words = {word.casefold() for word in re.findall(r"[\w-]+", line)}
    return len(words & _table().site) >= SITE_WORDS


def _shape_reason(line: str, table: Matchers) -> str | None:
    """Why the shape of a short line is that of furniture."""
    if table.patterns.fullmatch(line.strip(" \t\xa0.")):
        return "page furniture: share bar, address, counter, contact or rights line"
    if not ends_sentence(line) and table.unended.fullmatch(line):
        return "page furniture: link, handle or list of films"
    if line.isupper() and line[-1] == ":" and len(line.split()) <= SITE:
        return "page furniture: heading of a list"
    return None


def buttons(line: str) -> int | None:
    """Where the caption begins behind buttons that run into it: "CLOSE Skip in Skip x Embed x Share The mayor ..."."""
    match = _table().buttons.match(line)
    return match.end() if match and len(match[0].split()) > 1 else None


def closing_furniture(line: str) -> int | None:
    """Where a last sentence begins that speaks of the page: "... they said. Stay with us for updates"."""
    ends = _sentence_ends(line)
    if not ends:
        return None
    tail = line[ends[-1] :]
    start = ends[-1] + len(tail) - len(tail.lstrip())
    speaks = re.search(r"\w{3}", tail) and furniture_reason(tail.strip())
    return start if speaks else None


def reads_as_text(line: str) -> bool:
    """Whether a line holds small words as sentences do and headlines do not: "The chief says it is over"."""
    small = _table().small
    return sum(word.casefold().strip(",;") in small for word in line.split()) > 1


def is_crosshead(line: str, longest: int) -> bool:
    """Whether a line within the body is a heading or link between paragraphs: a capital first, no end mark."""
    words = line.split()
    plain = (line[0].isupper() or line[0].isdigit() or line[0] in "‘'") and line[
        -1
    ] not in '.!?…:;,"”)]'
    return plain and len(words) <= longest and not LIST_ITEM.match(line) and not has_sentence(line)


def headline_suffix(line: str, sites: Iterable[str | None]) -> int | None:
    """Where the name of a section or site begins that hangs on a headline: " | Russia"; None if there is none.

    After a dash only the outlet's own name or an agency's counts: "Talks in Riga - Reuters".
    """
    bar = SUFFIX.search(line)
    if bar and bar.start() > 0 and len(bar["name"].split()) <= SITE:
        return bar.start()
    site = SITE_SUFFIX.search(line)
    if site and site.start() > 0:
        return site.start()
    named = next(filter(_names_station, DASH.finditer(line)), None)
    if named:
        return named.start()
    dash = DASHED_SUFFIX.search(line)
    if dash and dash.start() > 0:
        name = dash["name"].strip()
        if name in agencies() or any(_names_site(name, site) for site in sites if site):
            return dash.start()
    return None


def _names_station(dash: re.Match[str]) -> bool:
    """Whether what follows a dash is a station or site: "KABC News 5 Springfield, Weather & Sports"."""
    rest = dash.string[dash.end() :]
    capital = all(
        not word[0].isalpha()
        or word[0].isupper()
        or word in ("and", "of", "the", "weather", "sports")
        for word in rest.split()
    )
    return capital and STATION.search(rest) is not None


def _names_site(name: str, site: str) -> bool:
    """Whether a name is that of a site: "WKRN News 2" of wkrn.com, "The Morning Letter" of morningletter.example."""
    plain, whole = ("".join(re.findall(r"\w", text.casefold())) for text in (name, site))
    first = re.findall(r"\w+", name.casefold())[:1]
    return plain in whole or any(len(word) >= CALL_SIGN and word in whole for word in first)


def _sentence_ends(line: str) -> list[int]:
    """Where sentences end within a line, but for abbreviations."""
    return [
        match.end()
        for match in SENTENCE_END.finditer(line)
        if not ABBREVIATED.search(line[max(0, match.end() - 8) : match.end()])
    ]


def has_sentence(line: str) -> bool:
    """Whether a whole sentence of some words ends within the line: no link or heading does that."""
    ends = _sentence_ends(line)
    return bool(ends) and len(line[: ends[-1]].split()) > SITE


def cut_mark(line: str) -> int | None:
    """Where the marks begin that say the copy breaks off: "treaties….", "[+123 chars]"."""
    before = max(0, len(line) - 40)
    match = CUT_MARK.search(line[before:])
    return before + match.start() if match and before + match.start() > 0 else None


def fragment(line: str) -> int | None:
    """Where a cut fragment begins after the last whole sentence of a paragraph: "... it said. Have seen".

    Up to three words without an end mark. A longer piece that breaks off still says something and stays text.
    """
    if ends_sentence(line) or line.rstrip()[-1] in ':;,"”':
        return None
    ends = _sentence_ends(line)
    if not ends:
        return None
    tail = line[ends[-1] :]
    words = tail.split()
    if len(words) <= FRAGMENT and words[0][0].isupper():
        return ends[-1] + len(tail) - len(tail.lstrip())
    return None
