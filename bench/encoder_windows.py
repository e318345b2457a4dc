"""Windows of word pieces with what is to be learned of some of them: what the encoder of `language` is trained on."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files

from tokenizers import BertWordPieceTokenizer

from reportedly.language.encoder import CLOSES, OPENS
from reportedly.model.ontology import Status
from reportedly.reading.factuality import STATUSES, Genre

PIECES, BEFORE, AFTER = 176, 64, 24  # of a window, before and behind what is learned in it
LONGEST = 510  # pieces that an encoder takes at once
CHARACTERS_BEFORE, CHARACTERS_BEHIND, TOGETHER = 500, 250, 900  # of a window around labels

_VOCABULARY = files("reportedly.language") / "encoder_vocabulary.txt"


@dataclass(frozen=True, slots=True)
class Target:
    """A word by its first character, and what it is: a status, chances of all, or a number of one genre."""

    place: int
    status: Status | None = None
    genre: Genre | None = None
    number: float = 0.0
    chances: tuple[float, ...] = ()

    @property
    def odds(self) -> tuple[float, ...]:
        """What is learned of the statuses: the chances, or all for the one that it has."""
        return self.chances or tuple(float(each is self.status) for each in STATUSES)


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces with the marks around them, and the targets of some of them by their place."""

    ids: tuple[int, ...]
    targets: tuple[tuple[int, Target], ...]


def windows(text: str, targets: Iterable[Target], pieces: int = PIECES) -> Iterator[Window]:
    """The text cut into windows that overlap by what stands before; one without a target is left out."""
    encoding = _tokenizer().encode(text, add_special_tokens=False)
    starts = [start for start, _ in encoding.offsets]
    placed = [(bisect_right(starts, each.place) - 1, each) for each in targets]
    judged, size = 0, len(starts)
    while judged < size:
        first = max(0, judged - BEFORE)
        last = min(size, first + pieces)
        end = size if last == size else last - AFTER
        inside = tuple((at - first + 1, each) for at, each in placed if judged <= at < end)
        if inside:
            yield Window((OPENS, *encoding.ids[first:last], CLOSES), inside)
        judged = end


def windows_around(text: str, targets: Sequence[Target]) -> Iterator[Window]:
    """Windows around labels, those near each other together; each ends with the paragraph of its last label."""
    group: list[Target] = []
    for each in sorted(targets, key=lambda target: target.place):
        if group and each.place - group[0].place > TOGETHER:
            yield from _around(text, group)
            group = []
        group.append(each)
    if group:
        yield from _around(text, group)


def _around(text: str, group: Sequence[Target]) -> Iterator[Window]:
    start = max(0, group[0].place - CHARACTERS_BEFORE)
    start = text.find(" ", start, group[0].place) + 1 if start else 0
    line = text.find("\n", group[-1].place)
    end = min(len(text) if line < 0 else line, group[-1].place + CHARACTERS_BEHIND)
    moved = [replace(each, place=each.place - start) for each in group]
    yield from windows(text[start:end], moved, LONGEST)


def encoder_words() -> list[str]:
    """The word pieces of the encoder by their numbers."""
    return _VOCABULARY.read_text("utf-8").splitlines()


@lru_cache(maxsize=1)
def _tokenizer() -> BertWordPieceTokenizer:
    return BertWordPieceTokenizer(str(_VOCABULARY), lowercase=True)
