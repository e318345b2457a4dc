"""Trains the encoder of `language` in four steps, some four hours on two cores; needs `pip install -e ".[train]"`.

python -m bench.train_encoder rough shared/data FOLDER    the rules' statuses of unlabelled news, UW and UDS
python -m bench.train_encoder teach shared/data FOLDER    a larger encoder, of our labels that may be read
python -m bench.train_encoder learn shared/data FOLDER    the larger one's chances for unlabelled news
python -m bench.train_encoder fine shared/data FOLDER     our labels that may be read; writes encoder.onnx
python -m bench.train_encoder folds shared/data FOLDER    how labels are judged by encoders not trained on them

FOLDER keeps the weights between the steps; `all` does the first four.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import torch
from torch import nn

from bench.encoder_data import labelled, numbered, ruled
from bench.encoder_folds import print_folds
from bench.encoder_net import Encoder, ship, train
from bench.encoder_teacher import taught, untrained
from bench.encoder_windows import Window, windows

TARGET = Path(__file__).resolve().parents[1] / "src/reportedly/language/encoder.onnx"
CORES = 2

Step = Callable[[Path, Path], None]
Net = TypeVar("Net", bound=nn.Module)


def main() -> int:
    """Do the step that the first word names."""
    steps: dict[str, list[Step]] = {"all": list(STEPS.values()), "folds": [folds]}
    steps |= {name: [step] for name, step in STEPS.items()}
    if len(sys.argv) != len(("program", "step", "data", "folder")) or sys.argv[1] not in steps:
        print(__doc__)
        return 2
    data, folder = Path(sys.argv[2]), Path(sys.argv[3])
    torch.set_num_threads(CORES)
    folder.mkdir(parents=True, exist_ok=True)
    for step in steps[sys.argv[1]]:
        step(data, folder)
    return 0


def rough(data: Path, folder: Path) -> None:
    """Train on what the rules say, each half of it once, the numbers of UW and UDS beside both."""
    encoder = Encoder()
    _in_halves(
        encoder, [each for text, targets in ruled(data) for each in windows(text, targets)], data
    )
    torch.save(encoder.state_dict(), folder / "rough.pt")


def teach(data: Path, folder: Path) -> None:
    """Train the larger encoder."""
    teacher = untrained()
    train(teacher, _labels(data), 3, 4e-5, seed=1)
    torch.save(teacher.state_dict(), folder / "teacher.pt")


def learn(data: Path, folder: Path) -> None:
    """Train on the chances that the larger encoder gives to the same predicates."""
    encoder = _loaded(Encoder(), folder / "rough.pt")
    teacher = _loaded(untrained(), folder / "teacher.pt")
    _in_halves(encoder, taught(teacher, ruled(data)), data)
    torch.save(encoder.state_dict(), folder / "learned.pt")


def fine(data: Path, folder: Path) -> None:
    """Train on all labels that may be read; the numbers of UW and UDS go along, so that they are not forgotten."""
    encoder = _loaded(Encoder(), folder / "learned.pt")
    labels = _labels(data)
    train(encoder, [*labels, *numbered(data)], 1, 5e-5, seed=1)
    train(encoder, labels, 2, 5e-5, seed=2)
    ship(encoder, TARGET)


def folds(data: Path, folder: Path) -> None:
    """Print the figures of the bench for encoders of folds."""
    print_folds(_loaded(Encoder(), folder / "learned.pt"), data)


STEPS: dict[str, Step] = {step.__name__: step for step in (rough, teach, learn, fine)}


def _in_halves(encoder: Encoder, found: list[Window], data: Path) -> None:
    numbers, half = list(numbered(data)), len(found) // 2
    train(encoder, [*found[:half], *numbers], 1, 1e-4, seed=0)
    train(encoder, [*found[half:], *numbers], 1, 8e-5, seed=3)


def _labels(data: Path) -> list[Window]:
    return [window for found in labelled(data).values() for window in found]


def _loaded(net: Net, weights: Path) -> Net:
    net.load_state_dict(torch.load(weights))
    return net


if __name__ == "__main__":
    raise SystemExit(main())
