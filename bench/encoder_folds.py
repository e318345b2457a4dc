"""How labels are judged by encoders that were trained on the labels of other documents."""

import copy
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

from bench.encoder_data import labelled
from bench.encoder_net import Encoder, judged, train
from bench.encoder_windows import Target, Window
from bench.predicates import Judged, figures_of
from reportedly.model.ontology import Status
from reportedly.reading.factuality import STATUSES

FOLDS = 4
EPOCHS, RATE = 3, 5e-5


def print_folds(encoder: Encoder, data: Path) -> None:
    """The figures of the bench for the encoder alone, where it had not seen the document."""
    windows = labelled(data)
    told = list(chain.from_iterable(_of_fold(encoder, windows, fold) for fold in range(FOLDS)))
    pairs = [Judged(target.status, _likeliest(row)) for target, row in told if target.status]
    print(figures_of(pairs))


def _of_fold(
    encoder: Encoder, windows: Mapping[str, Sequence[Window]], fold: int
) -> Iterator[tuple[Target, list[float]]]:
    parts: tuple[list[Window], list[Window]] = ([], [])
    for text, found in windows.items():
        parts[_fold_of(text) == fold].extend(found)
    trained = copy.deepcopy(encoder)
    train(trained, parts[0], EPOCHS, RATE, seed=fold)
    yield from judged(trained, parts[1])


def _fold_of(text: str) -> int:
    return hashlib.sha256(text.encode()).digest()[0] % FOLDS


def _likeliest(row: Sequence[float]) -> Status:
    return STATUSES[max(range(len(STATUSES)), key=row.__getitem__)]
