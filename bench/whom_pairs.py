"""PLV's own pairs as a key of who acts on whom, for all its sentences but those held out.

What CAMEO's files have too was read while the rules were written ("shared"). The others were never read then; by the
hash of their text they are a part to read and to train on ("tuned"), and a part on which ways are checked ("check").
"""

import csv
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from bench.whom_files import Marked, Sides, held_codes
from reportedly.model.span import Span

TUNED = 0.6  # share of the sentences that may be read
PARTS = ("shared", "tuned", "check")
_MARK = re.compile(r"<(/?)([st])>")
_LISTED = re.compile(r"</([st])>\s*(?:and|,)\s*(?:the )?<(?!\1)[st]>")
_MUTUAL = "CONSULT"


def read_pairs(table: Path | None, known: Iterable[str]) -> dict[str, list[Marked]]:
    """The sentences of each part with sources as actors and targets as recipients; `known` are CAMEO's texts."""
    found: dict[str, list[Marked]] = {part: [] for part in PARTS}
    if table is None:
        return found
    seen = {letters(each) for each in known}
    held = held_codes()
    for text, sides in _sentences(table).items():
        code = hashlib.sha256(text.encode()).hexdigest()
        if code not in held:
            fresh = "tuned" if int(code[:2], 16) < 256 * TUNED else "check"
            found["shared" if letters(text) in seen else fresh].append((text, sides))
    return found


def letters(text: str) -> str:
    """The text without spaces and marks, which CAMEO sets otherwise."""
    return re.sub(r"\W", "", text.casefold())


def _sentences(table: Path) -> dict[str, Sides]:
    """All pairs of a sentence in one; those whose marked text is not the sentence are left out."""
    found: dict[str, Sides] = {}
    with table.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            text, sides = _unmarked(row)
            if text == row["sentence"]:
                before = found.get(text, Sides((), ()))
                found[text] = Sides(
                    tuple(dict.fromkeys((*before.actors, *sides.actors))),
                    tuple(dict.fromkeys((*before.recipients, *sides.recipients))),
                )
    return found


def _unmarked(row: Mapping[str, str]) -> tuple[str, Sides]:
    """The text without marks, and the spans that they enclose; in both roles of a list, or of those who consult."""
    marked = row["marked_sentence"]
    spans = dict(_spans(marked))
    source = tuple(span for span, role in spans.items() if role == "s")
    target = tuple(span for span, role in spans.items() if role == "t")
    if _LISTED.search(marked) or row.get("gold_root") == _MUTUAL:
        source = target = (*source, *target)
    return _MARK.sub("", marked), Sides(source, target)


def _spans(marked: str) -> Iterator[tuple[Span, str]]:
    """Each enclosed stretch without spaces at its ends, and its role."""
    opened: dict[str, int] = {}
    plain = ""
    for part in re.split(r"(</?[st]>)", marked):
        match = _MARK.fullmatch(part)
        if match is None:
            plain += part
        elif not match[1]:
            opened[match[2]] = len(plain)
        else:
            inner = plain[opened[match[2]] :]
            start = len(plain) - len(inner.lstrip())
            if inner.strip():
                yield Span(start, start + len(inner.strip())), match[2]
