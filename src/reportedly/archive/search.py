"""Words in the archive's reports, with the exact characters where they stand (SQLite's FTS5)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.archive.store import Archive
from reportedly.language.characters import printable
from reportedly.model.report import Role
from reportedly.model.span import Citation, Span

OPEN, CLOSE = "\x01", "\x02"  # FTS5 puts them around what it found; no stored block holds them
_TERM = re.compile(r'"([^"]*)"?|(\S+)')
_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Hit:
    """A block that holds all the words: `block` is its place, `words` the places of the words in it."""

    block: Citation
    role: Role
    text: str
    words: tuple[Citation, ...]


def search_reports(archive: Archive, wanted: str, limit: int = 50) -> tuple[Hit, ...]:
    """The blocks that hold all words of `wanted`, best first.

    "word*" finds words that begin so, a "phrase in quotes" the words in a row; all else is taken literally.
    """
    query = match_query(wanted)
    if not query:
        return ()
    rows = archive.query(
        "SELECT report, start, role, block.text, highlight(block_text, 0, char(1), char(2)) "
        "FROM block_text JOIN block ON number = block_text.rowid "
        "WHERE block_text MATCH ? ORDER BY bm25(block_text), number LIMIT ?",
        query,
        limit,
    )
    return tuple(
        _hit(str(report), int(str(start)), Role(str(role)), (str(text), str(marked)))
        for report, start, role, text, marked in rows
    )


def match_query(wanted: str) -> str:
    """The user's words in FTS5's grammar, each quoted, so that no sign of theirs is read as an operator.

    >>> match_query('talks "early january" Genev* -')
    '"talks" AND "early january" AND "Genev" *'
    """
    terms = []
    for phrase, word in _TERM.findall(wanted):
        term = printable(phrase or word).replace('"', "")
        if not _WORD.search(term):
            continue
        begins = not phrase and term.endswith("*")
        terms.append(f'"{term.rstrip("*")}" *' if begins else f'"{term}"')
    return " AND ".join(terms)


def _hit(report: str, start: int, role: Role, texts: tuple[str, str]) -> Hit:
    text, marked = texts
    words = tuple(Citation(report, span) for span in _marks(marked, start))
    return Hit(Citation(report, Span(start, start + len(text))), role, text, words)


def _marks(marked: str, start: int) -> Iterator[Span]:
    """The spans between the marks, counted from `start` without the marks themselves."""
    offset = begin = start
    for each in marked:
        if each == OPEN:
            begin = offset
        elif each == CLOSE:
            yield Span(begin, offset)
        else:
            offset += 1
