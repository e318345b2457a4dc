"""The headline among the lines above the text, and what stands over, under and behind it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from reportedly.intake.furniture import ends_sentence, headline_suffix
from reportedly.intake.header import Part
from reportedly.intake.lines import FEW, Line
from reportedly.intake.outlets import is_outlet
from reportedly.intake.page import Metadata, host_of
from reportedly.intake.stamps import Kind, Stamp, find_stamps
from reportedly.model.report import Role

WORD = re.compile(r"\w+")
FIRST = 2  # words of the body that standing first is worth to a headline
DECKS = 2  # lines under a headline that still belong to it; more are a list of links


def label_head(lines: list[Line], first: int, known: Metadata) -> None:
    """Find the headline among the lines above the body; what stands over it is furniture."""
    _label_outlets(lines, first)
    open_lines = [index for index in range(first) if not lines[index].parts]
    best = _best_headline(lines, open_lines, first, known)
    decks = sum(
        best is not None and index > best and not ends_sentence(lines[index].text)
        for index in open_lines
    )
    for index in open_lines:
        line = lines[index]
        if index == best:
            lines[index] = replace(line, parts=_headline_parts(line.text, known))
        elif best is not None and index < best:
            lines[index] = line.whole(Role.FURNITURE, "short line above the headline")
        elif ends_sentence(line.text):
            lines[index] = line.whole(Role.PARAGRAPH, "sentence above the first long paragraph")
        elif len(line.text.split()) <= FEW:  # "World news": a section
            lines[index] = line.whole(Role.FURNITURE, "short line between headline and text")
        elif decks > DECKS:
            lines[index] = line.whole(Role.FURNITURE, "one of many lines under the headline: links")
        else:
            lines[index] = replace(line, parts=_deck_parts(line.text))


def _label_outlets(lines: list[Line], first: int) -> None:
    """An outlet alone on a line under the first is a credit beside a date or byline."""
    signed = (Role.BYLINE, Role.DATE)
    for index in range(1, first):
        line = lines[index]
        if line.parts or len(line.text.split()) > FEW or not is_outlet(line.text):
            continue
        beside = (*lines[index - 1].parts, *(lines[index + 1].parts if index + 1 < first else ()))
        if any(part.role in signed for part in beside):
            lines[index] = line.whole(Role.CREDIT, "outlet beside the date or byline")


def _deck_parts(text: str) -> tuple[Part, ...]:
    """A line under the headline, without the date glued behind it."""
    end = _stamp_behind(text, 0) or len(text)
    deck = Part(0, end, Role.HEADLINE, "line under the headline, above the text")
    if end == len(text):
        return (deck,)
    return (deck, Part(end, len(text), Role.DATE, "date glued behind a line of the head"))


def _best_headline(
    lines: Sequence[Line], open_lines: Sequence[int], first: int, known: Metadata
) -> int | None:
    """The line that the metadata call the headline, else the one that shares most words with the body."""
    wanted = _words(known.headline or "")
    for index in open_lines:
        if wanted and wanted <= _words(lines[index].text):
            return index
    body = _words(" ".join(line.text for line in lines[first : first + 5]))
    best, most = None, -1
    for index in open_lines:
        words = _words(lines[index].text)
        score = (
            len(words & body)
            + (len(words) > FEW)
            + FIRST * (index == open_lines[0] and len(words) > FEW)
            - (index > 0 and ends_sentence(lines[index].text))
        )
        if score > most:
            best, most = index, score
    return best


def _words(text: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in WORD.findall(text) if len(word) >= FEW)


def _headline_parts(text: str, known: Metadata) -> tuple[Part, ...]:
    """The headline without the date glued before it and the section's name after it."""
    parts = []
    start = 0
    stamp = next(find_stamps(text), None)
    if stamp and _glued(text, stamp):
        parts.append(Part(0, stamp.end, Role.DATE, "date glued before the headline"))
        start = len(text) - len(text[stamp.end :].lstrip(" \t\xa0|:-–—"))
    behind = _stamp_behind(text, start)
    if behind is not None:
        parts.append(
            Part(start, behind, Role.HEADLINE, "first line above the text, before its date")
        )
        return (*parts, Part(behind, len(text), Role.DATE, "date glued behind the headline"))
    suffix = headline_suffix(text[start:], (known.outlet, host_of(known.url)))
    end = len(text) if suffix is None else start + suffix
    parts.append(
        Part(start, end, Role.HEADLINE, "first line above the text that speaks of its matter")
    )
    if suffix is not None:
        parts.append(
            Part(end, len(text), Role.FURNITURE, "section or site name after the headline")
        )
    return tuple(parts)


def _stamp_behind(text: str, start: int) -> int | None:
    """Where a labelled date begins that is glued behind a headline: "Ministers meet Posted: March 3, 2024"."""
    for stamp in find_stamps(text):
        if stamp.kind is not Kind.BARE and len(text[start : stamp.start].split()) > FEW:
            return stamp.start
    return None


def _glued(text: str, stamp: Stamp) -> bool:
    """Whether a date opens the line and a headline follows: "date 2021-12-25 Ministers meet in Oslo"."""
    rest = text[stamp.end :].lstrip(" \t\xa0|:-–—")
    opens = stamp.start == 0 and len(rest.split()) >= FEW and not rest[0].islower()
    numeric = text[stamp.start].isdigit() and "-" in text[stamp.start : stamp.end]
    return opens and (stamp.kind != Kind.BARE or numeric)
