"""Trains the encoder of `language` in two steps, an hour on two cores; needs `pip install -e ".[train]"`.

python -m bench.train_encoder rough shared/data WEIGHTS    the rules' statuses of unlabelled news, UW and UDS
python -m bench.train_encoder fine shared/data WEIGHTS     our labels that may be read; writes encoder.onnx
python -m bench.train_encoder folds shared/data WEIGHTS    how labels are judged by encoders not trained on them
"""

import sys
from pathlib import Path

import torch

from bench.encoder_data import labelled, numbered, ruled
from bench.encoder_folds import print_folds
from bench.encoder_net import Encoder, ship, train

TARGET = Path(__file__).resolve().parents[1] / "src/reportedly/language/encoder.onnx"
CORES = 2


def main() -> int:
    """Do the step that the first word names."""
    step, data, weights = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    torch.set_num_threads(CORES)
    encoder = Encoder()
    if step == "rough":
        roughly(encoder, data)
        torch.save(encoder.state_dict(), weights)
        return 0
    encoder.load_state_dict(torch.load(weights))
    if step == "folds":
        print_folds(encoder, data)
        return 0
    refine(encoder, data)
    ship(encoder, TARGET)
    return 0


def roughly(encoder: Encoder, data: Path) -> None:
    """Train on what the rules say, each half of it once, the numbers of UW and UDS beside both."""
    windows, numbers = ruled(data), list(numbered(data))
    half = len(windows) // 2
    train(encoder, [*windows[:half], *numbers], 1, 1e-4, seed=0)
    train(encoder, [*windows[half:], *numbers], 1, 8e-5, seed=3)


def refine(encoder: Encoder, data: Path) -> None:
    """Train on all labels that may be read; the numbers of UW and UDS go along, so that they are not forgotten."""
    labels = [window for windows in labelled(data).values() for window in windows]
    train(encoder, [*labels, *numbered(data)], 1, 5e-5, seed=1)
    train(encoder, labels, 2, 5e-5, seed=2)


if __name__ == "__main__":
    raise SystemExit(main())
