"""Static sentence vectors, bundled in a package: 256 numbers a sentence, some 12,000 sentences a second on one core.

They are blind to numbers, negation and word order ("100,000 troops" and "10,000 troops" look alike): figures and
names are compared apart.
"""

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import wordllama
from wordllama import WordLlama
from wordllama.inference import WordLlamaInference

Vectors = npt.NDArray[np.float32]

WIDTH = 256
LATELY = 16_384  # vectors that are kept, 18 MB: a story asks for a word or sentence several times

_LATELY: OrderedDict[str, Vectors] = OrderedDict()


@lru_cache(maxsize=1)
def _model() -> WordLlamaInference:
    return WordLlama.load(cache_dir=Path(wordllama.__file__).parent, disable_download=True)


def embed(sentences: Sequence[str]) -> Vectors:
    """Unit vectors, shape (len(sentences), 256); a sentence without a known word is all zeros.

    A vector hangs on its own text alone, so one that was asked for lately is not worked out again.
    """
    if not sentences:
        return np.zeros((0, WIDTH), dtype=np.float32)
    found = {each: _LATELY[each] for each in sentences if each in _LATELY}
    fresh = [each for each in dict.fromkeys(sentences) if each not in found]
    found.update(zip(fresh, _embed(fresh), strict=True))
    _remember(found)
    return np.stack([found[each] for each in sentences])


def _embed(sentences: list[str]) -> list[Vectors]:
    """The vectors of these sentences, each apart, so that none keeps the others in memory."""
    if not sentences:
        return []
    found = np.asarray(_model().embed(sentences, norm=True), dtype=np.float32)
    return [row.copy() for row in np.nan_to_num(found)]


def _remember(found: Mapping[str, Vectors]) -> None:
    """Keep the vectors asked for last."""
    for sentence, vector in found.items():
        _LATELY[sentence] = vector
        _LATELY.move_to_end(sentence)
    while len(_LATELY) > LATELY:
        _LATELY.popitem(last=False)
