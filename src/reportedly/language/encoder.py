"""How words are told in their context: a small trained encoder gives each of them a row of numbers.

One window of text is worked out at a time, alone, so that its numbers hang on its own words and on nothing beside it;
a window that was met lately, in this report or a copy, is not worked out again. Weights and how they were trained:
docs/cards/encoder.md.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import as_file, files

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import BertWordPieceTokenizer

from reportedly.language.characters import encodable
from reportedly.model.span import Span

Rows = npt.NDArray[np.float32]

WIDTH = 14  # numbers a word: one for each status, in their order; how real, to news and to the web
PIECES = 320  # word pieces of a window; the encoder was trained on windows of up to 400
BEFORE = 64  # of them, what stands before the words that are judged
AFTER = 24  # and behind them, where no sentence ends
LATELY = 512  # windows that are kept, 9 MB
OPENS, CLOSES = 101, 102  # the marks around a window in the vocabulary


@dataclass(frozen=True, slots=True)
class Pieces:
    """Word pieces of a text with the code point where each begins; `cuts` are the first pieces of sentences."""

    ids: tuple[int, ...]
    starts: tuple[int, ...]
    cuts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces `first` to `last` are seen, those from `judged` to `end` are judged."""

    first: int
    judged: int
    end: int
    last: int


def score(text: str, sentences: Sequence[Span], words: Sequence[Span]) -> Rows:
    """A row for each of the words, shape (len(words), WIDTH); words outside the sentences have zeros.

    The first `WIDTH` - 2 numbers of a row are logarithms of odds (add what you know besides, then take the softmax).
    """
    found = np.zeros((len(words), WIDTH), dtype=np.float32)
    if not words or not sentences:
        return found
    pieces = _pieces_of(text, sentences)
    places = [bisect_right(pieces.starts, word.start) - 1 for word in words]
    for window in _windows(pieces):
        inside = [index for index, at in enumerate(places) if window.judged <= at < window.end]
        if inside:
            rows = _rows_of(pieces.ids[window.first : window.last])
            found[inside] = rows[[places[index] - window.first + 1 for index in inside]]
    return found


def _pieces_of(text: str, sentences: Sequence[Span]) -> Pieces:
    ids: list[int] = []
    starts: list[int] = []
    cuts: list[int] = []
    for sentence in sentences:
        encoding = _tokenizer().encode(encodable(sentence.of(text)), add_special_tokens=False)
        cuts.append(len(ids))
        ids += encoding.ids
        starts += [sentence.start + start for start, _ in encoding.offsets]
    return Pieces(tuple(ids), tuple(starts), tuple(cuts))


def _windows(pieces: Pieces) -> Iterator[Window]:
    """Windows that judge each piece once and end, where they can, with a sentence."""
    judged, size = 0, len(pieces.ids)
    while judged < size:
        first = max(0, judged - BEFORE)
        last = min(size, first + PIECES)
        cut = pieces.cuts[bisect_right(pieces.cuts, last) - 1]
        end = size if last == size else cut if cut > judged else last - AFTER
        yield Window(first, judged, end, last)
        judged = end


@lru_cache(maxsize=LATELY)
def _rows_of(ids: tuple[int, ...]) -> Rows:
    """The rows of a window, its two marks included."""
    window = np.array([[OPENS, *ids, CLOSES]], dtype=np.int64)
    (rows,) = _session().run(["rows"], {"ids": window})
    return np.asarray(rows[0], dtype=np.float32)


@lru_cache(maxsize=1)
def _session() -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    with as_file(files("reportedly.language") / "encoder.onnx") as path:
        return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


@lru_cache(maxsize=1)
def _tokenizer() -> BertWordPieceTokenizer:
    with as_file(files("reportedly.language") / "encoder_vocabulary.txt") as path:
        return BertWordPieceTokenizer(str(path), lowercase=True)
