"""Task `frames`: sentences of our own, composed of words and frames, whose truth is known.

DATA: frames.toml beside this module. Words of plan, offer, demand, promise, threat and denial stand in many frames
each: passives, lists, relative clauses, appositions, insertions, trailing attributions, headlines. The share of what is
less than a fact told as one shows where the parse of a frame slips; it says nothing of how often news uses the frame.
The other words are drawn by the seed, so that a rule fitted to one draw is tried on the next.
"""

import random
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypedDict

from bench.predicates import Part, Predicate, status_told
from bench.result import Request, Result, share_interval
from reportedly.model.ontology import Status
from reportedly.model.span import Span

PUBLISHED = date(2023, 5, 12)
MARK = re.compile(r"\[\[(?P<less>.+?)\]\]|\(\((?P<fact>.+?)\)\)")
SLOT = re.compile(r"\{(\w+)\}")
DEED = ("i", "d", "g", "o", "p")
WORD = ("c", "cg", "cp", "cs")


class Kind(TypedDict):
    """Words with the frames that they stand in."""

    words: list[str]
    frames: dict[str, str]


@dataclass(frozen=True, slots=True)
class Told:
    """A predicate of a composed sentence, what it is and what we tell it as."""

    frame: str
    is_fact: bool
    as_fact: bool
    text: str


def run(request: Request) -> Result:
    """The share of less-than-facts told as facts and of facts told as less, over all frames and by frame."""
    told = [each for path in request.data for each in judge(path.read_text("utf-8"), request)]
    less = [each for each in told if not each.is_fact]
    facts = [each for each in told if each.is_fact]
    wrong = sum(each.as_fact for each in less)
    low, high = share_interval(wrong, len(less))
    if request.verbose:
        _print_frames(told)
    return Result(
        n=len(told),
        ours={
            "false_facts": _share(wrong, len(less)),
            "facts_lost": _share(sum(not each.as_fact for each in facts), len(facts)),
        },
        baselines={"always happened": {"false_facts": 1.0, "facts_lost": 0.0}},
        notes=(f"{wrong} of {len(less)} told as facts, 95 % interval {low:.4f}..{high:.4f}",),
    )


def judge(table: str, request: Request) -> Iterator[Told]:
    """Every marked predicate of the composed sentences with what we make of it."""
    chance = random.Random(request.seed)  # noqa: S311 - sampling, not secrecy
    for frame, marked in list(compose(table, chance))[: request.limit]:
        text, marks = unmark(marked)
        for span, is_fact in marks:
            status = status_told(
                Predicate(text, (Span(0, len(text)),), span, PUBLISHED, Status.POSSIBLE, Part.TUNE)
            )
            yield Told(frame, is_fact, status.is_fact, f"{text[: span.start]}[{text[span.start :]}")


def compose(table: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    """Each word in each of its frames, the other slots drawn: the frame's name and the marked sentence."""
    tables = tomllib.loads(table)
    who: dict[str, list[str]] = tables["who"]
    deeds: list[list[str]] = tables["deeds"]
    kinds: dict[str, Kind] = tables["kinds"]
    for name, kind in kinds.items():
        for word in kind["words"]:
            for frame, template in kind["frames"].items():
                slots = {**_parties(who, chance), **_deeds(deeds, chance), **_forms(word)}
                yield f"{name}.{frame}", _filled(template, slots)


def _filled(template: str, slots: Mapping[str, str]) -> str:
    """The template with its slots filled."""
    return SLOT.sub(lambda slot: slots[slot[1]], template)


def unmark(marked: str) -> tuple[str, list[tuple[Span, bool]]]:
    """The sentence without its marks, and the first word of each mark with whether it is a fact."""
    text, place, marks = "", 0, []
    for found in MARK.finditer(marked):
        words = found["less"] or found["fact"]
        text += marked[place : found.start()]
        marks.append((Span(len(text), len(text) + len(words.split()[0])), found["less"] is None))
        text += words
        place = found.end()
    return text + marked[place:], marks


def _parties(who: Mapping[str, list[str]], chance: random.Random) -> Mapping[str, str]:
    """Who and whom, in small, at the head of a sentence and as headlines name them."""
    source, target = chance.choice(who["sources"]), chance.choice(who["targets"])
    heading = chance.choice(who["targets_in_headlines"])
    slots = {"s": source, "r": target, "sh": chance.choice(who["sources_in_headlines"])}
    return slots | {
        "S": _capital(source),
        "R": _capital(target),
        "rh": heading,
        "Rh": _capital(heading),
    }


def _deeds(deeds: list[list[str]], chance: random.Random) -> Mapping[str, str]:
    """Three deeds in their forms, those of the first also with a capital."""
    slots: dict[str, str] = {}
    for number, deed in zip(("", "2", "3"), chance.sample(deeds, 3), strict=True):
        slots |= {f"{slot}{number}": form for slot, form in zip(DEED, deed, strict=True)}
    return {
        **slots,
        "I": _capital(slots["i"]),
        "G": _capital(slots["g"]),
        "O": _capital(slots["o"]),
    }


def _forms(word: str) -> Mapping[str, str]:
    """The forms of a verb as written in a row of five, or a noun as it is."""
    forms = [each.replace("_", " ") for each in word.split()]
    if len(forms) != len(WORD) + 1:
        return {"n": word}
    slots = dict(zip(WORD, forms[1:], strict=True))
    return {**slots, "Cg": _capital(slots["cg"]), "Cp": _capital(slots["cp"])}


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _share(hits: int, n: int) -> float:
    return round(hits / n, 4) if n else 0.0


def _print_frames(told: list[Told]) -> None:
    by_frame = defaultdict(list)
    for each in told:
        by_frame[each.frame].append(each)
    for frame, rows in sorted(by_frame.items()):
        wrong = [each for each in rows if each.as_fact is not each.is_fact]
        if wrong:
            print(f"  {frame}: {len(wrong)} of {len(rows)}, as in: {wrong[0].text}")
