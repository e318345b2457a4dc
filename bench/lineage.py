"""Task `lineage`: are two texts versions of one, against reports of one incident and against other articles.

DATA: lineage/wmt (a folder or a file), then stories/gva/docs.jsonl for the hard negatives. The threshold is the one
that lets 1 % of the negatives through, and recall is the share of version pairs above it. Pairs of one incident that
share a fifth of their word 5-grams have copied: they are no negatives, are left out and counted in a note.
`recall_after_edits` is the mean over three damages: a third of the sentences cut, halves swapped, three sentences of
another article put in; `recall_after_all_edits` has all three at once. Of articles and incidents, half by hash was read
while weights were set; `held_out` has the figures of the other half, with its own negatives and a 95 % interval.
"""

import hashlib
import json
import random
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from datasketch import MinHash

from bench.documents import body_of, sentences_of
from bench.result import Request, Result, bootstrap, f1
from reportedly.language.similarity import run_hashes
from reportedly.linking.passages import Body, prepare_text
from reportedly.linking.retelling import compare

PAIRS = 4  # version pairs an article
SHORTEST = 4  # sentences: shorter texts are stubs, among versions and negatives alike
COPIED = 0.2  # containment of 5-grams from which two reports of one incident have copied, from each other or an agency
FALSE_POSITIVES = 0.01

Pair = tuple[Body, Body]
Score = Callable[[Body, Body], float]


@dataclass(frozen=True, slots=True)
class Article:
    """English versions of one foreign article: sentence i of each renders sentence i of the source."""

    name: str
    versions: tuple[tuple[str, ...], ...]


def run(request: Request) -> Result:
    """Recall of version pairs at 1 % false positives, whole and damaged, and F1 of aligned sentences."""
    chance = random.Random(request.seed)  # noqa: S311 - sampling, not secrecy
    articles = [each for path in request.data[:1] for each in read_articles(path)][: request.limit]
    versions = [pair for each in articles for pair in version_pairs(each, chance)]
    edits = damaged(versions, articles, chance)
    incidents, copies = (
        incident_pairs(request.data[1], 4 * len(articles)) if request.data[1:] else ([], 0)
    )
    others = other_pairs(articles, chance)
    negatives = [*incidents, *others]
    began = time.perf_counter()
    measured = measure(score, versions, edits, negatives)
    seconds = time.perf_counter() - began
    count = len(versions) * (1 + len(edits)) + len(negatives)
    figures: dict[str, float | int | str | Mapping[str, object] | None] = {
        **measured,
        "alignment_f1": alignment_f1(versions),
        "pairs_per_second": round(count / seconds, 1),
        "held_out": held_out(versions, edits, negatives),
    }
    baselines = {
        f"{name} at 1 %": measure(each, versions, edits, negatives)
        for name, each in (("MinHash", minhash), ("SimHash", simhash), ("mean vector", mean_cosine))
    }
    baselines["MinHash >= .5"] = {"recall_at_1pct": above(minhash, versions, 0.4999)}
    return Result(
        n=len(versions),
        ours=figures,
        baselines=baselines,
        notes=(
            f"{len(incidents)} negatives of one incident, {len(others)} of other articles; {copies} copies left out",
            "pairs_per_second: comparing only, texts prepared before",
        ),
    )


def held_out(
    versions: Sequence[Pair], edits: Mapping[str, Sequence[Pair]], negatives: Sequence[Pair]
) -> Mapping[str, object]:
    """The figures of what was not read, and how sure the last of them is."""
    kept = [at for at, (a, _) in enumerate(versions) if is_held_out(a)]
    whole = [versions[at] for at in kept]
    damages = {name: [pairs[at] for at in kept] for name, pairs in edits.items()}
    strange = [pair for pair in negatives if is_held_out(pair[0])]
    figures = measure(score, whole, damages, strange)
    hits = [score(a, b) > figures["threshold"] for a, b in damages["all"]]
    low, high = (
        bootstrap(hits, lambda each: sum(map(bool, each)) / max(1, len(each)))
        if hits
        else (0.0, 0.0)
    )
    return {
        "n": len(kept),
        **figures,
        "all_edits_low": round(low, 4),
        "all_edits_high": round(high, 4),
    }


def is_held_out(body: Body) -> bool:
    """Whether an article or incident is of the half that nothing was set on; its name stands before the last stroke."""
    name = body.report.rpartition("/")[0] or body.report
    return hashlib.sha256(name.encode()).digest()[-1] % 2 == 1


def score(a: Body, b: Body) -> float:
    """Our score for "versions of one text"."""
    return compare(a, b).score


def read_articles(path: Path) -> list[Article]:
    """All articles of a file or folder, in order of name."""
    files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    found: list[Article] = []
    for file in files:
        for line in file.read_text("utf-8").splitlines():
            record = json.loads(line)
            versions = tuple(
                tuple(str(each or "") for each in record["versions"][name])
                for name in sorted(record["versions"])
            )
            found.append(Article(str(record["doc"]), versions))
    return found


def version_pairs(article: Article, chance: random.Random) -> list[Pair]:
    """Some pairs of versions of an article that is long enough; versions of empty lines only are left out."""
    whole = [
        each
        for each in article.versions
        if len(each) >= SHORTEST and all(line.strip() for line in each)
    ]
    pairs = [(i, j) for j in range(len(whole)) for i in range(j)]
    chosen = chance.sample(pairs, min(PAIRS, len(pairs)))
    return [
        (body_of(f"{article.name}/{i}", whole[i]), body_of(f"{article.name}/{j}", whole[j]))
        for i, j in chosen
    ]


def cut(lines: list[str], chance: random.Random) -> list[str]:
    """Without 30 % of the sentences."""
    kept = chance.sample(range(len(lines)), max(2, round(0.7 * len(lines))))
    return [lines[each] for each in sorted(kept)]


def swap(lines: list[str]) -> list[str]:
    """The second half first."""
    half = len(lines) // 2
    return lines[half:] + lines[:half]


def insert(lines: list[str], foreign: Sequence[str], chance: random.Random) -> list[str]:
    """With three foreign sentences put in anywhere."""
    found = list(lines)
    for line in foreign[:3]:
        found.insert(chance.randrange(len(found) + 1), line)
    return found


def damaged(
    pairs: Sequence[Pair], articles: Sequence[Article], chance: random.Random
) -> dict[str, list[Pair]]:
    """The pairs with their second text cut, swapped, padded, and all three."""
    found: dict[str, list[Pair]] = {"cut": [], "swapped": [], "padded": [], "all": []}
    for a, b in pairs:
        lines = [span.of(b.text) for span in b.sentences]
        foreign = [line for line in chance.choice(chance.choice(articles).versions) if line.strip()]
        edits = {
            "cut": cut(lines, chance),
            "swapped": swap(lines),
            "padded": insert(lines, foreign, chance),
            "all": insert(swap(cut(lines, chance)), foreign, chance),
        }
        for name, edited in edits.items():
            found[name].append((a, body_of(f"{b.report}/{name}", edited)))
    return found


def incident_pairs(path: Path, wanted: int) -> tuple[list[Pair], int]:
    """Pairs of reports of one incident, copies left out (their number is returned too)."""
    by_incident: dict[str, list[Body]] = {}
    for line in path.read_text("utf-8").splitlines():
        record = json.loads(line)
        text = str(record["text"] or "")
        spans = sentences_of(text) if text.strip() else ()
        if len(spans) >= SHORTEST and sum(map(len, by_incident.values())) < 2 * wanted:
            members = by_incident.setdefault(str(record["incident"]), [])
            members.append(prepare_text(f"{record['incident']}/{record['id']}", text, spans))
    pairs: list[Pair] = []
    copies = 0
    for members in by_incident.values():
        for j, second in enumerate(members):
            for first in members[:j]:
                if containment(first, second) >= COPIED:
                    copies += 1
                else:
                    pairs.append((first, second))
    return pairs[:wanted], copies


def other_pairs(articles: Sequence[Article], chance: random.Random) -> list[Pair]:
    """Each article with another one."""
    long = [each for each in articles if each.versions and len(each.versions[0]) >= SHORTEST]
    found: list[Pair] = []
    for place, article in enumerate(long[:-1]):
        other = long[chance.randrange(place + 1, len(long))]
        found.append(
            (body_of(article.name, article.versions[0]), body_of(other.name, other.versions[-1]))
        )
    return found


def containment(a: Body, b: Body) -> float:
    """Share of the word 5-grams of the shorter text that the other has."""
    first, second = set(run_hashes(a.words, 5)), set(run_hashes(b.words, 5))
    shorter = min(len(first), len(second))
    return len(first & second) / shorter if shorter else 0.0


def measure(
    score: Score,
    versions: Sequence[Pair],
    edits: Mapping[str, Sequence[Pair]],
    negatives: Sequence[Pair],
) -> dict[str, float]:
    """Recall, whole and after edits, at the threshold that 1 % of the negatives exceed."""
    threshold = threshold_at([score(a, b) for a, b in negatives], FALSE_POSITIVES)
    single = [above(score, edits[name], threshold) for name in ("cut", "swapped", "padded")]
    return {
        "recall_at_1pct": above(score, versions, threshold),
        "recall_after_edits": round(sum(single) / 3, 4),
        "recall_after_all_edits": above(score, edits["all"], threshold),
        "threshold": round(threshold, 4),
    }


def threshold_at(scores: Sequence[float], share: float) -> float:
    """The score that at most this share of the negatives exceeds."""
    ordered = sorted(scores, reverse=True)
    return ordered[int(share * len(ordered))] if ordered else 0.0


def above(score: Score, pairs: Sequence[Pair], threshold: float) -> float:
    """Share of the pairs that score more."""
    hits = sum(score(a, b) > threshold for a, b in pairs)
    return round(hits / len(pairs), 4) if pairs else 0.0


def alignment_f1(pairs: Sequence[Pair]) -> float:
    """F1 of aligned sentence pairs; sentence i belongs to sentence i."""
    right = ours = key = 0
    for a, b in pairs:
        found = {
            (i, j) for bead in compare(a, b).beads for i in range(*bead.a) for j in range(*bead.b)
        }
        right += sum(i == j for i, j in found)
        ours += len(found)
        key += min(len(a.sentences), len(b.sentences))
    return round(f1(right / ours if ours else 0.0, right / key if key else 0.0), 4)


def minhash(a: Body, b: Body) -> float:
    """Estimate by datasketch of the Jaccard of word 5-grams."""
    first, second = MinHash(num_perm=64), MinHash(num_perm=64)
    for sketch, body in ((first, a), (second, b)):
        sketch.update_batch([str(run).encode() for run in run_hashes(body.words, 5)])
    return float(first.jaccard(second))


def simhash(a: Body, b: Body) -> float:
    """Share of equal bits of 32-bit SimHashes of words."""
    return 1 - (_simhash(a) ^ _simhash(b)).bit_count() / 32


def _simhash(body: Body) -> int:
    sums = [0] * 32
    for hashed in run_hashes(body.words, 1):
        for bit in range(32):
            sums[bit] += 1 if hashed >> bit & 1 else -1
    return sum(1 << bit for bit, total in enumerate(sums) if total > 0)


def mean_cosine(a: Body, b: Body) -> float:
    """Cosine of the means of the sentence vectors."""
    first, second = a.vectors.mean(axis=0), b.vectors.mean(axis=0)
    norm = float((first @ first) ** 0.5 * (second @ second) ** 0.5)
    return float(first @ second) / norm if norm else 0.0
