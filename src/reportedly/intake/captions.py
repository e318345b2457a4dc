"""Captions: lines under pictures, known by their credit, by their first words, or by standing twice."""

import re
from functools import lru_cache

from reportedly.intake.stamps import MONTH, WEEKDAY
from reportedly.language.agencies import agencies

LONGEST = 900  # characters: expressions are not tried on longer lines
WORDS = 120
FEWER = 30  # words of a caption that ends with no more than an agency's name
NUMBERED = 1500  # characters of the caption of a picture in a numbered row, often said twice
PICTURE = r"(?:photo(?:graph)?|picture|image|pic|credit|(?:photo|image|picture) (?:credit|source))"
NAME = r"[A-Z][\w'’-]*\.?(?: (?:[a-z]{1,3} )?[A-Z][\w'’-]*\.?){1,3}"
CREDITED = (
    rf"(?:(?:^|[(\[|]\s?|[.!?,][\"”’']?\s+)(?:file |family )?{PICTURE}s?|(?-i:\s(?=[A-Z])){PICTURE})"
    r"\s?(?:by\b|courtesy\b|credit\b|source\b)?\s?[:/©]\s?(?:(?-i:[A-Z@])[^.:]{1,60}|handout)[)\]]?\.?$"
)
TAILS = tuple(
    re.compile(pattern, flags)
    for pattern, flags in (
        (  # "... on Monday. Photo: AP"
            CREDITED,
            re.IGNORECASE,
        ),
        (  # "... in May.CreditJane Roe"
            r"[.!?][\"”’]?(?:Photo |Image )?Credit\.{0,3}(?=[A-Z])[^.:]{3,60}$",
            re.NOFLAG,
        ),
        (  # "... via Getty Images"
            r"(?:[/|(\[]\s*|via )(?:[\w. -]{0,40}(?:/|via )\s*)?(?:getty(?: images)?|shutterstock|istock|epa(?:-efe)?|rex features)\b[^.]{0,30}[)\]]?\.?$",
            re.IGNORECASE,
        ),
        (  # "... on Monday. (Source: KABC)", "(Photo by Jane Roe) Buy Photo"
            r"\((?:file |video |graphic )?(?:courtesy|credit|image|photo|source|video)s?(?::| by| courtesy)\s?[^()]{2,80}\)(?:\s?(?:buy photo|less|more|see more \w+))?\W*$",
            re.IGNORECASE,
        ),
        (  # "... the verdict. (Jane Roe/for The Letter)"
            rf"\({NAME}\s?/\s?(?:for |the )*(?:[A-Z][^()]{{2,50}}|\.{{3}} more)(?:\)\.?)?$",
            re.NOFLAG,
        ),
        (  # "... on Main Street. JANE ROE / STAFF [Link]"
            r"\s[A-Z][A-Z'’-]+ [A-Z][A-Z'’.-]+(?: [A-Z]+)?\s?/\s?[A-Z][\w .-]{1,40}(?: \[link\])?$",
            re.NOFLAG,
        ),
        (r"\([A-Z]\w+ (?:Photo|Video|Graphic)\)\.?$", re.NOFLAG),
        (  # "... on Monday. (Jane Roe, Sunrise News)"
            rf"\({NAME}, (?:[A-Z][\w'’-]* ){{0,3}}(?:Chronicle|Courier|Gazette|Globe|Herald|Journal|News|Post|Press|Star|Sun|Times|Tribune)\)\.?$",
            re.NOFLAG,
        ),
        (r"[.!?]\s?\((?:[KW][A-Z]{2,3}(?:-TV)?|FILE)\)$", re.NOFLAG),
        (r"\bfile (?:image|photo|picture)$|\(file\)$", re.IGNORECASE),
        (r"\s[A-Z][A-Z'’-]+ [A-Z][A-Z'’-]+ [-–—] STAFF(?: [A-Z]+)?$", re.NOFLAG),
        (r"\b(?:hide|view full) caption\b", re.IGNORECASE),
        (
            r"\(published (?:mon|tues|wednes|thurs|fri|satur|sun)day,? [^()]{6,30}\)$",
            re.IGNORECASE,
        ),
        (r"[,(] ?(?:bottom|center|centre|left|right|top)\)?$", re.NOFLAG),
    )
)
HEAD = re.compile(
    r"(?:file ?(?:photo|picture|image|pic)\b|(?:in|on) this (?:\w+[ ,]+){0,5}(?:photo|picture|image|frame|still)\b"
    r"|photo(?:graph)?(?: caption)?:|pictured(?: here)?:|image(?: caption)?:|caption:|a file (?:photo|picture) of|(?:photo|image) (?:by|credit)\b)",
    re.IGNORECASE,
)
SHOWN = re.compile(
    r"\b(?:pictured|seen|shown) in (?:this|an? (?:booking|family|file|handout|undated)) ",
    re.IGNORECASE,
)
SCENE = re.compile(  # "Officers stand at the gate Monday, Jan. 8, 2024, in Lund.": no text prints weekday and year
    rf"\b(?:arrive|attend|embrace|gather|hold|hug|investigate|leave|line|listen|look|pose|react|respond|search|sit|speak|stand|talk|wait|walk|watch|wave|work)s?\b.*"
    rf"\b{WEEKDAY}, {MONTH} \d{{1,2}}, (?:19|20)\d\d\b",
    re.IGNORECASE,
)
SAYS = re.compile(r"[\"“]|\b(?:according|announced|said|says|told)\b", re.IGNORECASE)
SCENE_WORDS = 40
ROW = re.compile(r"(?:image|photo|picture|slide) \d{1,3} (?:of|/) \d{1,3}\b\s+\S", re.IGNORECASE)


@lru_cache(maxsize=1)
def _agency_tail() -> re.Pattern[str]:
    """The picture credit of an agency at the end of a line: "(AP Photo/Jane Roe)", "| Reuters"."""
    names = "|".join(re.escape(name) for name in sorted(agencies(), key=len, reverse=True))
    return re.compile(
        rf"(?:\((?:file[:,] ?)?(?:{names})(?:(?: (?:file )?photo)(?:/[^()]{{2,50}})?|/[^()]{{2,50}})\)"
        rf"|[/|] ?(?:{names})|\b(?:{names})(?: photo)?/[A-Z][^()/.]{{2,40}})\.?$"
    )


def caption_reason(line: str) -> str | None:
    """Why a line is the caption of a picture; None if it is not known to be one.

    >>> caption_reason("The museum in May. (Source: Sunrise TV)")
    'caption: ends with a picture credit'
    """
    if len(line) <= NUMBERED and ROW.match(line):
        return "caption: a picture of a numbered row"
    if len(line) > LONGEST or len(line.split()) > WORDS:
        return None
    if HEAD.match(line):
        return "caption: begins as captions do"
    if any(tail.search(line) for tail in TAILS):
        return "caption: ends with a picture credit"
    if _is_scene(line):
        return "caption: says what is to be seen, and on which day"
    return None


def _is_scene(line: str) -> bool:
    """Whether one sentence says what a picture shows: in the present tense with the full date, or by its words."""
    if len(line.split()) > SCENE_WORDS or SAYS.search(line):
        return False
    return SHOWN.search(line) is not None or SCENE.search(line) is not None


def is_agency_picture(line: str) -> bool:
    """Whether a line ends with an agency's picture credit, as in "(AP Photo/Jane Roe)" or "| Reuters"."""
    return (
        len(line) <= LONGEST
        and len(line.split()) <= FEWER
        and _agency_tail().search(line) is not None
    )
