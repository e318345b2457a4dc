"""Trains the heads of `reading.factuality`: `python -m bench.train_status shared/data/modality`.

Ridge regression on the published train parts, UW for news and UDS for the web. Writes factuality.npz.
"""

import sys
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix
from sklearn.linear_model import Ridge

from bench.status_files import Predicate, parse_texts, read_predicates
from reportedly.model.syntax import Sentence
from reportedly.reading.factuality import SLOTS, Numbers, features_of, slots_of

PARTS = ("uw/train.jsonl", "uds/train.jsonl.gz")
PENALTY = 30.0  # 100 loses .003 (UDS) and .009 (UW) of r on dev
TARGET = Path(__file__).resolve().parents[1] / "src" / "reportedly" / "reading" / "factuality.npz"


def main() -> int:
    """Train both heads and write them."""
    folder = Path(sys.argv[1])
    tables: dict[str, npt.NDArray[np.float16]] = {}
    for part in PARTS:
        genre, predicates = read_predicates(folder / part)
        tables[genre.value] = fit(predicates, parse_texts(predicates)).astype(np.float16)
        print(f"{genre.value}: {len(predicates)} predicates")
    np.savez_compressed(TARGET, **tables)  # type: ignore[arg-type]  # numpy types keyword arrays as flags
    return 0


def fit(predicates: list[Predicate], parsed: Mapping[str, Sentence]) -> Numbers:
    """The weights of one head, its bias in the last place."""
    rows = [slots_of(features_of(parsed[each.text], each.span)) for each in predicates]
    ends = np.cumsum([0, *(len(row) for row in rows)])
    columns = np.concatenate(rows)
    table = csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(rows), SLOTS))
    head = Ridge(alpha=PENALTY, solver="sparse_cg")
    head.fit(table, np.array([each.label for each in predicates]))
    return np.append(head.coef_, head.intercept_).astype(np.float32)


if __name__ == "__main__":
    raise SystemExit(main())
