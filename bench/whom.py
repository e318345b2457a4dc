"""Who acts on whom in a raw sentence: spans of source and target on CAMEO's and PLV's, and events where none is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.result import Figures, Request, Result
from bench.train_whom import tell_by_folds
from bench.whom_choice import sides_of
from bench.whom_events import share_paired
from bench.whom_files import (
    Marked,
    Sides,
    find_files,
    read_labelled,
    read_marked,
    read_statements,
)
from bench.whom_pairs import read_pairs
from bench.whom_scores import figures, intervals, is_found
from bench.whom_sides import foremost, parse, subject_and_object
from reportedly.language.act_rows import Entry
from reportedly.model.ontology import Act, Status
from reportedly.model.syntax import Sentence, Token
from reportedly.reading.arguments import acting
from reportedly.reading.events import predicates_of
from reportedly.reading.governed import composed_status
from reportedly.reading.predicates import is_predicate

APPEALS = frozenset(
    {"appeal", "apply", "ask", "call", "encourage", "push", "request", "seek", "urge", "want"}
)  # CAMEO 02, which PLOVER drops
UNREAL = (Status.ALLEGED, Status.DENIED, Status.HISTORICAL, Status.POSSIBLE)
BASELINE = "subject and object of the root"


Parsed = tuple[Sentence, Marked]


@dataclass(frozen=True, slots=True)
class Measured:
    """Our figures on some sentences, the baseline's, and what is to be said of them."""

    n: int
    ours: Figures
    plain: Figures
    notes: tuple[str, ...]


def run(request: Request) -> Result:
    """F1 in percent of actors, recipients and exact spans; share of statements in which an event is told."""
    files = find_files(request.data)
    held = _parsed(read_labelled(files.pairs)[: request.limit]) if files.pairs else []
    if files.spans is None:
        alone = _measured(held, _chosen(held), request.seed)
        return Result(len(held), alone.ours, {BASELINE: alone.plain}, notes=alone.notes)
    parts = _read_parts(files.spans, files.pairs, request.limit)
    learnt = [*parts["cameo"], *parts["tuned"], *parts["shared"]]
    said = tell_by_folds(learnt)
    if request.verbose:
        _print_misses(learnt[: -len(parts["shared"]) or None], said)
    cameo = _measured(parts["cameo"], said, request.seed)
    told = {
        "tuned": _measured(parts["tuned"], said[len(parts["cameo"]) :], request.seed),
        "check": _measured(parts["check"], _chosen(parts["check"]), request.seed),
        "held_out": _measured(held, _chosen(held), request.seed),
    }
    told = {name: measured for name, measured in told.items() if measured.n}
    statements = [parse(text) for text in read_statements(files.classes)[: request.limit]]
    ours = {**cameo.ours, "false_events": _share(statements, tells_event)}
    plain = {**cameo.plain, "false_events": _share(statements, lambda each: bool(each.tokens))}
    ours["tuned_and_check_by_events"] = share_paired(
        [marked for _, marked in (*parts["tuned"], *parts["check"])]
    )
    notes = (f"false_events on {len(statements)} mere statements", *cameo.notes)
    for name, measured in told.items():
        ours, plain = ours | {name: measured.ours}, plain | {name: measured.plain}
        notes += tuple(f"{name}: {note}" for note in measured.notes)
    return Result(cameo.n, ours, {BASELINE: plain}, notes=notes)


def _read_parts(spans: Path, pairs: Path | None, limit: int | None) -> dict[str, list[Parsed]]:
    """CAMEO's sentences and the parts of PLV's, parsed."""
    marked = read_marked(spans)
    parts = {"cameo": marked, **read_pairs(pairs, (text for text, _ in marked))}
    return {name: _parsed(part[:limit]) for name, part in parts.items()}


def _parsed(marked: Sequence[Marked]) -> list[Parsed]:
    return [(parse(each[0]), each) for each in marked]


def _chosen(part: Sequence[Parsed]) -> list[Sides]:
    """What the shipped weights say."""
    return [sides_of(sentence) for sentence, _ in part]


def _measured(part: Sequence[Parsed], said: Sequence[Sides], seed: int) -> Measured:
    """The figures of a part; `said` may go on behind it."""
    gold, ours = [sides for _, (_, sides) in part], said[: len(part)]
    unmarked = sum(not each.recipients for each in gold)
    notes = [f"the key marks no recipient in {unmarked} of {len(gold)} sentences"]
    notes += intervals(gold, ours, seed)
    plain = [subject_and_object(sentence) for sentence, _ in part]
    return Measured(len(part), figures(gold, ours), figures(gold, plain), tuple(notes))


def tells_event(sentence: Sentence) -> bool:
    """Whether somebody is told to have done something, by CAMEO's count; else it only says what somebody said."""
    main = foremost(sentence)
    told = {token.index: entry for token, entry in predicates_of(sentence)}
    tops = [main, *sentence.children_of(main, "ccomp", "conj", "xcomp")]
    return any(each.index in told and _counts(sentence, each, told[each.index]) for each in tops)


def _counts(sentence: Sentence, token: Token, entry: Entry) -> bool:
    """Whether CAMEO counts it: no word of saying, denying or appealing, no mere possibility."""
    if entry.act in (Act.DENY, Act.STATEMENT) or entry.lemma.split()[0] in APPEALS:
        return False
    if not is_predicate(token) or token.dep in ("pcomp", "relcl"):
        return False
    return composed_status(sentence, token).status not in UNREAL and bool(acting(sentence, token))


def _share(statements: Sequence[Sentence], tells: Callable[[Sentence], bool]) -> float:
    """Percent of mere statements in which an event is told."""
    events = sum(tells(each) for each in statements)
    return round(100 * events / len(statements), 2) if statements else 0.0


def _print_misses(part: Sequence[Parsed], said: Sequence[Sides]) -> None:
    for (_, (text, gold)), ours in zip(part, said, strict=False):
        if not is_found(gold, ours):
            print(f"  {_words(text, gold)}  told as  {_words(text, ours)}")


def _words(text: str, sides: Sides) -> str:
    parts = (
        " + ".join(each.of(text) for each in role) for role in (sides.actors, sides.recipients)
    )
    return " > ".join(parts)
