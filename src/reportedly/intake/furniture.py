"""What on a page is not the report: chrome, share bars, captions, cut marks, fragments, crossheads."""

import re
from collections.abc import Iterable
from functools import lru_cache

from reportedly.intake.rules import phrases
from reportedly.language.agencies import agencies

EDGES = " \t\xa0-–—|•·*>»›→←:.!…[](){}\"'“”‘’#_=+"
LONGEST = 600  # characters: expressions are not tried on longer lines
SHORT = 30  # words: a beginning such as "Read more" makes furniture of no longer line
CROSSHEAD = 8  # words
PICTURE = r"(?:photo(?:graph)?|picture|image|pic|credit|(?:photo|image|picture) (?:credit|source))"
CREDIT_TAIL = re.compile(
    rf"(?:(?:^|[(\[|]\s?|[.!?,][\"”’']?\s+)(?:file |family )?{PICTURE}s?|(?-i:\s(?=[A-Z])){PICTURE})"
    r"\s?(?:by\b|courtesy\b|credit\b|source\b)?\s?[:/©]\s?(?P<who>(?-i:[A-Z@])[^.:]{1,60}|handout)[)\]]?\.?$",
    re.IGNORECASE,
)
GLUED_TAIL = re.compile(
    r"[.!?][\"”’]?(?:Photo |Image )?Credit\.{0,3}(?=[A-Z])[^.:]{3,60}$"
)  # "in May.CreditJane Roe"
STOCK_TAIL = re.compile(
    r"(?:[/|(\[]\s*|via )(?:[\w. -]{0,40}(?:/|via )\s*)?(?:getty(?: images)?|shutterstock|istock|epa(?:-efe)?|rex features)\b[^.]{0,30}[)\]]?\.?$",
    re.IGNORECASE,
)
CAPTION_HEAD = re.compile(
    r"(?:file ?(?:photo|picture|image|pic)\b|(?:in|on) this (?:\w+[ ,]+){0,5}(?:photo|picture|image|frame|still)\b"
    r"|photo(?:graph)?(?: caption)?:|pictured(?: here)?:|image(?: caption)?:|caption:|a file (?:photo|picture) of|(?:photo|image) (?:by|credit)\b)",
    re.IGNORECASE,
)
TERMINAL = re.compile(r"[.!?…][\"'”’)\]]*$")
SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*(?=\s)")
ABBREVIATED = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Maj|Prof|Rev|Hon|No|vs|Inc|Corp|Co|Ltd|Jr|Sr"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec))\.$"
)
CALL_SIGN = 4  # letters
SITE = 5  # words of a section's or site's name
FRAGMENT = 3  # words
CUT_MARK = re.compile(r"\s{0,3}(?:…\.?|\.{3,}|\[(?:…|\.{3}|\+\d+ chars?)\]|\((?:…|\.{3})\)){1,2}$")
SUFFIX = re.compile(r"\s*(?:\||::|»|›)\s*(?P<name>[^|»›]{1,40})$")
DASHED_SUFFIX = re.compile(r"\s+[-–—]\s+(?P<name>[^-–—|]{2,40})$")
SITE_SUFFIX = re.compile(
    r"\s+(?:[-–—]|::)\s+[\w-]{2,30}\.(?:com|org|net|co|info|news|tv|uk|eu|de|fr|in)\b[^|]{0,60}$",
    re.IGNORECASE,
)
LIST_ITEM = re.compile(r"(?:\d{1,2}[.)]|[•·▪*»>])\s+\S")


@lru_cache(maxsize=1)
def _table() -> tuple[frozenset[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """The phrases as matchers: whole lines, beginnings, expressions, picture credits of agencies."""
    table = phrases()
    starts = "|".join(re.escape(start.strip()) for start in table.starts)
    names = "|".join(re.escape(name) for name in sorted(agencies(), key=len, reverse=True))
    picture = rf"(?:\((?:file[:,] ?)?(?:{names})(?:(?: (?:file )?photo)(?:/[^()]{{2,50}})?|/[^()]{{2,50}})\)|[/|] ?(?:{names})|\b(?:{names})(?: photo)?/[A-Z][^()/.]{{2,40}})\.?$"
    return (
        frozenset(_bare(phrase) for phrase in table.whole),
        re.compile(rf"(?:{starts})", re.IGNORECASE),
        re.compile("|".join(f"(?:{pattern})" for pattern in table.patterns), re.IGNORECASE),
        re.compile(picture),
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
    whole, starts, patterns, _ = _table()
    bare = _bare(line)
    if not bare:
        return "page furniture: no letter or figure"
    if bare in whole:
        return f"page furniture: says nothing but “{line}”"
    if len(line) > LONGEST or len(line.split()) > SHORT:
        return None
    begun = starts.match(line.lstrip(EDGES))
    if begun:
        return f"page furniture: a line that begins “{begun[0]}”"
    if patterns.fullmatch(line.strip(" \t\xa0.")):
        return "page furniture: share bar, address, counter or rights line"
    return None


def caption_reason(line: str) -> str | None:
    """Why a line is the caption of a picture; None if it is not known to be one."""
    if len(line) > LONGEST or len(line.split()) > 2 * SHORT:
        return None
    if CAPTION_HEAD.match(line):
        return "caption: begins as captions do"
    if any(tail.search(line) for tail in (CREDIT_TAIL, GLUED_TAIL, STOCK_TAIL)):
        return "caption: ends with a picture credit"
    return None


def is_agency_picture(line: str) -> bool:
    """Whether a line ends with an agency's picture credit, as in "(AP Photo/Jane Roe)" or "| Reuters"."""
    return (
        len(line) <= LONGEST and len(line.split()) <= SHORT and _table()[3].search(line) is not None
    )


def is_crosshead(line: str) -> bool:
    """Whether a line within the body is a heading between paragraphs: short, a capital first, no end mark."""
    words = line.split()
    plain = line[0].isupper() and line[-1] not in ".!?…:;,\"”'’)]"
    return plain and len(words) <= CROSSHEAD and not LIST_ITEM.match(line)


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
    dash = DASHED_SUFFIX.search(line)
    if dash and dash.start() > 0:
        name = dash["name"].strip()
        if name in agencies() or any(_names_site(name, site) for site in sites if site):
            return dash.start()
    return None


def _names_site(name: str, site: str) -> bool:
    """Whether a name is that of a site: "WKRN News 2" of wkrn.com, "The Morning Letter" of morningletter.example."""
    plain, whole = ("".join(re.findall(r"\w", text.casefold())) for text in (name, site))
    first = re.findall(r"\w+", name.casefold())[:1]
    return plain in whole or any(len(word) >= CALL_SIGN and word in whole for word in first)


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
    ends = [
        m.end()
        for m in SENTENCE_END.finditer(line)
        if not ABBREVIATED.search(line[max(0, m.end() - 8) : m.end()])
    ]
    if not ends:
        return None
    tail = line[ends[-1] :]
    words = tail.split()
    if len(words) <= FRAGMENT and words[0][0].isupper():
        return ends[-1] + len(tail) - len(tail.lstrip())
    return None
