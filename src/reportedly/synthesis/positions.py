"""The ledger of positions: who demands, offers, rejects, threatens or denies what, with the words."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from importlib import resources

from reportedly.model.interval import Interval
from reportedly.model.ontology import Act, Status
from reportedly.model.reading import Assertion, AssertionKind, Reading
from reportedly.model.story import CountOrigins, Counts, Position, Story, Voice
from reportedly.synthesis.sides import Side, Sides, together
from reportedly.synthesis.telling import Telling

BY_KIND: Mapping[AssertionKind, str] = {
    AssertionKind.DEMAND: "demand",
    AssertionKind.OFFER: "offer",
    AssertionKind.PROMISE: "promise",
    AssertionKind.THREAT: "threaten",
    AssertionKind.DENIAL: "deny",
    AssertionKind.ACCUSATION: "accuse",
}
BY_ACT: Mapping[Act, str] = {
    Act.REJECT: "reject",
    Act.SUPPORT: "welcome",
    Act.DENY: "deny",
    Act.ACCUSE: "accuse",
    Act.REQUEST: "demand",
    Act.THREATEN: "threaten",
}
YIELDING = frozenset({"accept", "agree", "allow", "concede", "permit"})
LOOSE = frozenset({"call"})  # "call for" demands, "call off" does not
NOBODY = Counts(0, (0, 0), (0, 0), (0, 0), (), ())
OWN_ACTS = frozenset({"offer", "promise", "threaten", "propose"})


@lru_cache(maxsize=1)
def _by_lemma() -> Mapping[str, str]:
    text = resources.files("reportedly.synthesis").joinpath("position_acts.csv").read_text("utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return {row["lemma"]: row["act"] for row in csv.DictReader(lines)}


def find_positions(story: Story, count: CountOrigins) -> Story:
    """Fill `positions`: one for each actor, act and claim; who stays unresolved holds no position."""
    sides = Sides(story)
    found: list[Position] = []
    telling = Telling(story)
    for claim in story.claims:
        if telling.is_frame(claim):
            continue
        by_holder: dict[tuple[Side, str], list[Voice]] = {}
        for voice in claim.voices:
            stand = _stand(story, voice, sides)
            if stand is not None:
                by_holder.setdefault(stand, []).append(voice)
        for (side, act), voices in by_holder.items():
            position = _position(story, side, act, voices)
            found.append(replace(position, claims=(claim.id,), counts=count(story, voices)))
    return replace(
        story, positions=tuple(sorted(found, key=lambda each: (each.actor, each.act, each.id)))
    )


def _stand(story: Story, voice: Voice, sides: Sides) -> tuple[Side, str] | None:
    """Who takes what stand in this telling: nobody where it is no stand, or where its holder is unknown."""
    if voice.headline or voice.assertion < 0:
        return None
    reading = story.reading(voice.citation.report)
    assertion = reading.assertions[voice.assertion]
    act = _act(reading, assertion)
    holders = _holders(reading, assertion, act, sides) if act else ()
    return (together(holders), act) if holders else None


def _act(reading: Reading, assertion: Assertion) -> str:
    """The ledger's word for it: by its kind, else by the cue or the verb that tells it, else by its act."""
    if assertion.kind in BY_KIND:
        return BY_KIND[assertion.kind]
    by_word = next((word for word in _words(reading, assertion) if word), "")
    if by_word and not (assertion.status.is_fact and by_word in OWN_ACTS):
        return by_word
    if assertion.status is Status.NEGATED and _verb(reading, assertion) in YIELDING:
        return "reject"
    settled = assertion.status in (Status.HAPPENED, Status.NEGATED, Status.POSSIBLE)
    if assertion.kind is AssertionKind.PLAN or settled:
        return ""
    return BY_ACT.get(assertion.act, "")


def _words(reading: Reading, assertion: Assertion) -> Iterator[str]:
    """What the cue of its attribution and its own verb are in the ledger."""
    if assertion.quotation is not None:
        yield _by_lemma().get(reading.quotations[assertion.quotation].cue_lemma, "")
    verb = _verb(reading, assertion)
    if verb not in LOOSE or assertion.act is Act.REQUEST:
        yield _by_lemma().get(verb, "")


def _verb(reading: Reading, assertion: Assertion) -> str:
    """The lemma of the event that the assertion tells, "" where there is none."""
    return reading.events[assertion.event].lemma if assertion.event is not None else ""


def _holders(reading: Reading, assertion: Assertion, act: str, sides: Sides) -> tuple[Side, ...]:
    """Whoever says it; in the report's own voice whoever threatens, offers, declines."""
    report = reading.report.id
    if assertion.holder is not None:
        holder = assertion.holder
        return sides.all_of_chain(report, holder.entity) or sides.named_in(holder.name)
    if act in OWN_ACTS or act in _by_lemma().values():
        spoken = assertion.kind not in (AssertionKind.DEMAND, AssertionKind.ACCUSATION)
        return sides.of_arguments(report, assertion.actors) if spoken else ()
    return ()


def _position(story: Story, side: Side, act: str, voices: list[Voice]) -> Position:
    """The position without its counts and claims."""
    said = (_said_on(story.reading(voice.citation.report), voice) for voice in voices)
    first = min(voice.citation for voice in voices)
    return Position(
        id=f"p{first.report[:8]}{first.span.start}{act[:3]}",
        actor=side.name,
        entity=side.entity,
        act=act,
        issue=story.text_of(max((v.citation for v in voices), key=lambda c: (len(c.span), c))),
        claims=(),
        evidence=tuple(voice.citation for voice in voices),
        days=next((days for days in said if days), None),
        counts=NOBODY,
    )


def _said_on(reading: Reading, voice: Voice) -> Interval | None:
    """The day of the saying: a single day in the sentence, not ahead, outside the words that tell what is said."""
    sentence = reading.sentence_at(voice.citation.span.start)
    published = reading.report.published
    if sentence is None or published is None:
        return None
    for time in reading.times:
        apart = sentence.span.contains(time.span) and not voice.citation.span.overlaps(time.span)
        if apart and time.days and time.days.days == 1 and time.days.last <= published.days.last:
            return time.days
    return None
