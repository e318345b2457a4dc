"""Where sentences begin and end, over the unchanged text: also where they are glued ("January 10.The Kremlin")."""

import itertools
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib import resources

from reportedly.language.parse import parse_sentences
from reportedly.model.reading import Reading
from reportedly.model.report import Role
from reportedly.model.span import Span

SPLIT = (Role.PARAGRAPH, Role.HEADLINE, Role.CAPTION)

_STOP = re.compile(r"(?P<stop>[.!?…]+)(?P<close>[”’'»)\]\"]*)(?P<gap>\s*)(?P<open>[“‘'«(\[\"]*)")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_LAST_WORD = re.compile(r"[\w.&’'-]*$")
_CLOSERS = "”’\"')]»"
_BRACKETED = "brackets"  # what stands before a stop behind brackets is no abbreviation: "(R-Ky.)."
_ACRONYM = re.compile(r"(?:[A-Z]\.){2}")
_INITIAL = re.compile(r"[A-Z]\.")
_LONGEST_WORD = 60  # characters looked at before a stop
_NEXT_WORD = re.compile(r"[\w'’-]+")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """The word lists of `sentences.toml`."""

    before_name: frozenset[str]
    before_number: frozenset[str]
    states: frozenset[str]
    either: frozenset[str]
    clock: frozenset[str]
    clock_goes_on: frozenset[str]
    openers: frozenset[str]
    saying: re.Pattern[str]


@lru_cache(maxsize=1)
def _lexicon() -> _Lexicon:
    source = resources.files("reportedly.reading").joinpath("sentences.toml").read_text("utf-8")
    lists = {name: frozenset(map(str, entries)) for name, entries in tomllib.loads(source).items()}
    verbs = "|".join(sorted(lists.pop("saying")))
    saying = re.compile(rf"(?:(?:[A-Z][\w.’'-]*|of|the)\s+){{1,5}}(?:{verbs})\b")
    return _Lexicon(**lists, saying=saying)


@dataclass(frozen=True, slots=True)
class _Stop:
    """A run of stops with what stands around it. `end` is where the sentence would end, closing quotes included."""

    marks: str
    closed: bool
    glued: bool
    before: str  # the word that the stop ends, without it
    after: str  # text from the next sentence's first quotation mark or letter
    opened: bool
    end: int


def split_sentences(reading: Reading) -> Reading:
    """Fill `sentences`: those of paragraphs, headlines and captions, parsed."""
    text = reading.text
    spans = [
        (span, block.role)
        for block in reading.report.blocks
        if block.role in SPLIT
        for span in sentence_spans(text, block.span)
    ]
    return replace(reading, sentences=parse_sentences(text, spans))


def sentence_spans(text: str, block: Span) -> tuple[Span, ...]:
    """The sentences of one block, trimmed of white space; pieces without a letter or digit are left out.

    >>> [span.of("It ends.It goes on.") for span in sentence_spans("It ends.It goes on.", Span(0, 19))]
    ['It ends.', 'It goes on.']
    """
    borders = [block.start, *_borders(text, block), block.end]
    found: list[Span] = []
    for start, end in itertools.pairwise(borders):
        piece = _trimmed(text, start, end)
        if piece is None:
            continue
        if any(character.isalnum() for character in piece.of(text)):
            found.append(piece)
        elif found:  # a quotation mark that strayed off its sentence
            found[-1] = found[-1].joined(piece)
    return tuple(found)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    right = start + len(piece.rstrip())
    return Span(left, right) if left < right else None


def _borders(text: str, block: Span) -> Iterator[int]:
    """Where one sentence ends and the next may begin, in order."""
    position = block.start
    for paragraph in _paragraphs(text, block):
        position = paragraph.start
        for match in _STOP.finditer(text, position, paragraph.end):
            stop = _read_stop(text, paragraph, match)
            if stop.after and _ends_sentence(stop):
                yield stop.end
        yield paragraph.end


def _paragraphs(text: str, block: Span) -> Iterator[Span]:
    """A block cut at its blank lines."""
    start = block.start
    for match in _BLANK_LINE.finditer(text, block.start, block.end):
        if start < match.start():
            yield Span(start, match.start())
        start = match.end()
    if start < block.end:
        yield Span(start, block.end)


def _read_stop(text: str, paragraph: Span, match: re.Match[str]) -> _Stop:
    close, gap = match["close"], match["gap"]
    end = match.end("close")
    if close and not gap and _opens(text[paragraph.start : match.end("stop")], close):
        end, close = match.end("stop"), ""
    elif close.endswith('""') and not gap:  # "... support.""There was ...": the second one opens
        end -= 1
    begun = max(paragraph.start, match.start("stop") - _LONGEST_WORD)
    ended = text[begun : match.start("stop")]
    before = _LAST_WORD.search(_BRACKETED if ended.endswith(")") else ended.rstrip(_CLOSERS))
    after = text[end : paragraph.end].lstrip()
    return _Stop(
        marks=match["stop"],
        closed=bool(close),
        glued=not gap,
        before=before[0].lstrip("’'") if before else "",
        after=after.lstrip("“‘'«([\"").lstrip(),
        opened=bool(after) and after[0] in "“‘'«([\"",
        end=end,
    )


def _opens(before: str, close: str) -> bool:
    """Whether a straight quotation mark between glued sentences opens the second: none is open before it."""
    return close == '"' and before.count('"') % 2 == 0


def _ends_sentence(stop: _Stop) -> bool:
    """Whether a sentence ends here, by the stop, the word before it and the word after it."""
    lexicon = _lexicon()
    first = stop.after[0]
    if first.islower() and not (stop.opened and stop.marks == "." and not stop.glued):
        return False
    if not (first.isalnum() or first in "$€£@#"):
        return False
    if stop.marks[0] in "!?":
        return not (stop.closed and lexicon.saying.match(stop.after))
    if stop.glued and not (stop.closed or stop.opened):
        return _ends_glued(stop, lexicon)
    if stop.marks != ".":
        return not first.isdigit() or not stop.glued
    return stop.closed or _ends_after_word(stop, lexicon)


def _ends_glued(stop: _Stop, lexicon: _Lexicon) -> bool:
    """A stop with a letter right behind it: not in "3.5", "U.S.A", "example.com", "St.Petersburg"."""
    word = _NEXT_WORD.match(stop.after)
    if word is None or not word[0][0].isupper() or stop.before == "":
        return False
    before = stop.before.lower()
    if before in lexicon.before_name or before in lexicon.clock:
        return before in lexicon.clock
    if "." in before or (len(before) == 1 and not before.isdigit()) or before in lexicon.either:
        return word[0] in lexicon.openers and len(word[0]) > 1
    acronym = _ACRONYM.match(stop.after) is not None and len(before) > 1
    if _INITIAL.match(stop.after) and not acronym:
        return False  # "D-R.I.", the second letter of a state
    return len(word[0]) > 1 or word[0] in lexicon.openers or acronym


def _is_title(after: str, word: str, lexicon: _Lexicon) -> bool:
    """Whether a title in short comes next: "Gov." of "Ariz. Gov. Ann Lund"."""
    return word.lower() in lexicon.before_name and after.lstrip().startswith(f"{word}.")


def _ends_after_word(stop: _Stop, lexicon: _Lexicon) -> bool:
    """A full stop and white space: the end unless the word before is an abbreviation that goes on."""
    match = _NEXT_WORD.match(stop.after)
    word = match[0] if match else ""
    before = stop.before.lower().rpartition("-")[2]  # "then-Rep."
    titled = before in lexicon.states and _is_title(stop.after, word, lexicon)
    if before in lexicon.before_name or titled:
        return False
    if before in lexicon.before_number:
        return not word[:1].isdigit()
    if before in lexicon.clock:
        return word not in lexicon.clock_goes_on
    if before in lexicon.either or ("." in before and _LETTER.search(before) is not None):
        return word in lexicon.openers
    if len(before) == 1 and stop.before.isupper() and stop.before != "I":
        return word in lexicon.openers
    return True
