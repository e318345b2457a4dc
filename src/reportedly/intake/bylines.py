"""Who wrote a report: bylines, signatures at the foot, lines that say who contributed."""

import re
from collections.abc import Iterator

from reportedly.intake.header import CREDIT, Part, agency_of
from reportedly.intake.outlets import is_outlet
from reportedly.intake.rules import byline_words
from reportedly.intake.stamps import find_stamps
from reportedly.language.agencies import agencies
from reportedly.model.report import Role

SIGNED = re.compile(
    r"(?:[–—-]\s*)?[(\[]?(?:(?:written|posted|published|reported|submitted|compiled|story|words|text|analysis|additional reporting) by:?\s*|"
    r"(?:reporting|writing|editing|additional reporting|compiled|edited|produced|translated)(?: and (?:writing|editing))? by:?\s+|by:?\s+(?=[A-Z])|author:\s*)(?P<who>\S.*)",
    re.IGNORECASE,
)
CONTRIBUTED = re.compile(
    r"[(\[]?(?:(?:contributing|(?P<from>information from|with (?:information|reports?|files) from|source of information)):?\s+(?P<whom>[A-Z].{2,120})"
    r"|(?P<who>.{2,120}) (?:also )?contributed(?: (?:reporting|information))?(?: to this (?:article|report|story))?\.?)[)\]]?",
    re.IGNORECASE,
)
SIGNATURE = re.compile(
    r"(?:[-–—]{1,2}|―)\s?(?:[Bb]y )?(?P<who>[A-Z][\w'’-]+\.?(?: [A-Z][\w'’-]*\.?){1,2})"
)
DESKS = re.compile(r"\b(?:editing|reporting) by\b", re.IGNORECASE)  # the foot of an agency
VERB = re.compile(r"(?:written|posted|published|submitted|compiled) by", re.IGNORECASE)
CORRESPONDENT = re.compile(
    r"(?:(?:from|by) (?:(?:our|a|the|an) )?|(?=\w+ ))(?:own |staff |special |foreign |web |news |online )*"
    r"(?:correspondents?|reporters?|writers?|desk|team|staff)",
    re.IGNORECASE,
)
LONGEST = 14  # words of a byline
FULL_NAME = (2, 4)  # words


def contribution(line: str) -> tuple[Part, ...]:
    """A foot line that says whose work went in: an agency's is a credit, a person's a byline.

    >>> [part.role.value for part in contribution("The Associated Press contributed to this report.")]
    ['credit']
    """
    match = CONTRIBUTED.fullmatch(line) if len(line) <= 2 * CREDIT else None
    if match is None:
        return ()
    who = match["who"] or match["whom"]
    role = Role.CREDIT if match["from"] or agency_of(who) else Role.BYLINE
    return (Part(0, len(line), role, "says who contributed"),)


def byline_parts(line: str) -> tuple[Part, ...]:
    """The parts of a byline: "Written byJane Roe", "By Jane Roe March 3, 2024" (byline and date)."""
    longest = 2 if DESKS.search(line) else 1
    if len(line) > 2 * CREDIT * longest or len(line.split()) > 2 * LONGEST * longest:
        return ()
    stamp = next(find_stamps(line), None)
    end = stamp.start if stamp and stamp.start > 0 else len(line)
    name = line[:end].rstrip(" \t\xa0|,•·-–—")
    if not name or not _is_byline(name):
        return ()
    parts = [Part(0, len(name), Role.BYLINE, "byline: says who wrote it")]
    if stamp and stamp.start > 0:
        parts.append(Part(stamp.start, len(line), Role.DATE, "date after the byline"))
    return tuple(parts)


def stamped_byline(line: str) -> tuple[Part, ...]:
    """A date with the byline behind it: "Posted 3:57 AM, May 26, 2024, by Jane Roe"."""
    stamp = next(find_stamps(line), None) if len(line) <= 2 * CREDIT else None
    if stamp is None or stamp.start > 0:
        return ()
    rest = line[stamp.end :].lstrip(" \t\xa0|,•·-–—")
    if not rest or not _is_byline(rest):
        return ()
    start = len(line) - len(rest)
    return (
        Part(0, start, Role.DATE, "date before the byline"),
        Part(start, len(line), Role.BYLINE, "byline: says who wrote it"),
    )


def _is_byline(line: str) -> bool:
    if CORRESPONDENT.fullmatch(line.strip("() .-–—")):
        return True
    if SIGNATURE.fullmatch(line):
        return True
    match = SIGNED.fullmatch(line)
    if match is None:
        return False
    if DESKS.search(line):
        return True
    who = match["who"].rstrip(")]").split()
    if len(who) <= FULL_NAME[1] and VERB.match(line):
        return True
    named = all(
        word[0].isupper() or word.casefold().strip(",") in byline_words().small
        for word in who
        if word[0].isalpha()
    )
    return len(who) <= LONGEST and named and any(word[0].isupper() for word in who)


def author_of(byline: str) -> str | None:
    """The person a byline names; None where it names a paper, a desk or nobody: better none than a wrong one.

    >>> author_of("By Jane Roe, Reuters"), author_of("Written by Staff Reporter")
    ('Jane Roe', None)
    """
    match = SIGNED.fullmatch(byline) or SIGNATURE.fullmatch(byline)
    names = [name for name in _names(match["who"] if match else byline) if _is_person(name)]
    return ", ".join(names) or None


def _names(who: str) -> Iterator[str]:
    for name in re.split(r",| and | & |;|\||/| in | for ", who):
        yield name.strip(" ()[].")


def _is_person(name: str) -> bool:
    words = name.split()
    if not FULL_NAME[0] <= len(words) <= FULL_NAME[1] or name in agencies() or is_outlet(name):
        return False
    return all(word[0].isupper() for word in words) and not byline_words().desks & {
        w.casefold() for w in words
    }
