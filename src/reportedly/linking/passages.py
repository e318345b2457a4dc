"""What two reports have word for word: runs of words of their bodies, with spans on both sides."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from reportedly.language.similarity import RUN, find_words, run_hashes
from reportedly.language.vectors import Vectors, embed
from reportedly.model.reading import Reading
from reportedly.model.report import Role
from reportedly.model.span import Span

CHANCE = 2  # words that two texts may have in common by chance after a shared sentence
MARKED = re.compile(r"“[^”“\"\n]{1,1500}[”\"]|“[^”“]{1,1500}”|\"[^\"]{1,1500}\"|«[^»]{1,1500}»")


@dataclass(frozen=True, slots=True, eq=False)
class Body:
    """A report's body made ready for comparing. `words` and its companions run in parallel."""

    report: str
    text: str
    sentences: tuple[Span, ...]
    words: tuple[str, ...]
    spans: tuple[Span, ...]
    sentence_of: tuple[int, ...]
    quoted: tuple[bool, ...]  # word stands between quotation marks
    runs: tuple[int, ...]  # hash of the run that begins at each word
    vectors: Vectors = field(repr=False)

    @property
    def fingerprint(self) -> str:
        """The same for bodies that differ in case, white space and typographic marks only."""
        return hashlib.sha256(" ".join(self.words).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Run:
    """Words `a` and `b` (first, past last) of two bodies that are the same; `unquoted` of them are no quotation."""

    a: tuple[int, int]
    b: tuple[int, int]
    unquoted: int

    @property
    def length(self) -> int:
        """Words in the run."""
        return self.a[1] - self.a[0]


def prepare(reading: Reading) -> Body:
    """The body of a reading: its paragraph sentences that hold a word."""
    text = reading.text
    spans = [each.span for each in reading.sentences if each.role is Role.PARAGRAPH]
    return prepare_text(reading.report.id, text, spans)


def prepare_text(report: str, text: str, spans: Sequence[Span]) -> Body:
    """The body of a text whose sentences stand at `spans`."""
    worded = [(span, find_words(text, span)) for span in spans]
    worded = [(span, words) for span, words in worded if words]
    words = [word for _, found in worded for word in found]
    texts = tuple(word.text for word in words)
    sentences = tuple(span for span, _ in worded)
    return Body(
        report=report,
        text=text,
        sentences=sentences,
        words=texts,
        spans=tuple(word.span for word in words),
        sentence_of=tuple(index for index, (_, found) in enumerate(worded) for _ in found),
        quoted=_quoted(text, [word.span for word in words]),
        runs=run_hashes(texts),
        vectors=embed([span.of(text) for span in sentences]),
    )


def _quoted(text: str, spans: Sequence[Span]) -> tuple[bool, ...]:
    """Which words stand between quotation marks, within a line."""
    marked = [Span(each.start(), each.end()) for each in MARKED.finditer(text)]
    found: list[bool] = []
    at = 0
    for span in spans:
        while at < len(marked) and marked[at].end <= span.start:
            at += 1
        found.append(at < len(marked) and marked[at].contains(span))
    return tuple(found)


def shared_runs(a: Body, b: Body) -> tuple[Run, ...]:
    """The longest runs of at least eight words that both bodies have, each word of `a` used once."""
    places: defaultdict[int, list[int]] = defaultdict(list)
    for place, hashed in enumerate(b.runs):
        places[hashed].append(place)
    found: list[Run] = []
    i = 0
    while i < len(a.runs):
        run = max(
            (_extend(a, b, i, j) for j in places.get(a.runs[i], ())), key=_longest, default=None
        )
        if run is None or run.length < RUN:
            i += 1
            continue
        run = _within_sentences(a, b, run)
        found.append(run)
        i = run.a[1]
    return tuple(found)


def _within_sentences(a: Body, b: Body, run: Run) -> Run:
    """Without the one or two words by which a run happens to reach into the sentence before or after.

    Paragraphs put into strange reports are cited to the character in 98 % of the cases, else in 95 % (bench kinds).
    """
    first, last = run.a
    for step in range(CHANCE, 0, -1):
        if _is_border(a, b, run, last - step) and not _ends_at(a, last):
            last -= step
            break
    for step in range(CHANCE, 0, -1):
        if _is_border(a, b, run, first + step) and not _ends_at(a, first):
            first += step
            break
    if last - first < RUN:
        return run
    return _run(a, b, (first, run.b[0] + first - run.a[0]), last - first)


def _ends_at(body: Body, place: int) -> bool:
    """Whether a sentence ends before this word."""
    at_edge = place in (0, len(body.words))
    return at_edge or body.sentence_of[place - 1] != body.sentence_of[place]


def _is_border(a: Body, b: Body, run: Run, place: int) -> bool:
    """Whether a sentence of both sides begins at this word of `a`, inside the run."""
    inside = run.a[0] < place < run.a[1]
    return inside and _ends_at(a, place) and _ends_at(b, run.b[0] + place - run.a[0])


def _longest(run: Run) -> tuple[int, int]:
    return run.length, -run.b[0]


def _extend(a: Body, b: Body, i: int, j: int) -> Run:
    """The run that begins at words `i` and `j`, as far as it goes."""
    length = 0
    while i + length < len(a.words) and j + length < len(b.words):
        if a.words[i + length] != b.words[j + length]:
            break
        length += 1
    return _run(a, b, (i, j), length)


def _run(a: Body, b: Body, begin: tuple[int, int], length: int) -> Run:
    """The run of so many words, with how many of them are no quotation."""
    i, j = begin
    unquoted = sum(not (a.quoted[i + step] and b.quoted[j + step]) for step in range(length))
    return Run((i, i + length), (j, j + length), unquoted)


def span_of(body: Body, words: tuple[int, int]) -> Span:
    """The characters of a run of words; where it fills a sentence to its end, the closing marks belong to it."""
    first, last = words[0], words[1] - 1
    start, end = body.spans[first].start, body.spans[last].end
    if first == 0 or body.sentence_of[first - 1] != body.sentence_of[first]:
        start = body.sentences[body.sentence_of[first]].start
    if last + 1 == len(body.words) or body.sentence_of[last + 1] != body.sentence_of[last]:
        end = body.sentences[body.sentence_of[last]].end
    return Span(start, end)
