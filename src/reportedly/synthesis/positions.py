"""The ledger of positions: who demands, offers, rejects, threatens or denies what, with the words."""

import csv
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from importlib import resources

from reportedly.model.ontology import Act, Status
from reportedly.model.reading import Assertion, AssertionKind, Quotation
from reportedly.model.story import CountOrigins, Counts, Position, Story, Voice
from reportedly.synthesis.sides import Side, Sides

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
NOBODY = Counts(0, (0, 0), (0, 0), (0, 0), (), ())
OWN_ACTS = frozenset({"offer", "promise", "threaten", "propose"})


@lru_cache(maxsize=1)
def _by_cue() -> Mapping[str, str]:
    text = resources.files("reportedly.synthesis").joinpath("position_acts.csv").read_text("utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return {row["lemma"]: row["act"] for row in csv.DictReader(lines)}


def find_positions(story: Story, count: CountOrigins) -> Story:
    """Fill `positions`: one for each actor, act and claim; who stays unresolved holds no position."""
    sides = Sides(story)
    found: list[Position] = []
    for claim in story.claims:
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
    """Who takes what stand in this telling, None where it is no stand or nobody's."""
    if voice.headline or voice.assertion < 0:
        return None
    reading = story.reading(voice.citation.report)
    assertion = reading.assertions[voice.assertion]
    quotation = reading.quotations[assertion.quotation] if assertion.quotation is not None else None
    act = _act(assertion, quotation)
    side = _side(assertion, act, reading.report.id, sides)
    return (side, act) if side and act else None


def _act(assertion: Assertion, quotation: Quotation | None) -> str:
    """The ledger's word for it: by its kind, else by the cue of its attribution, else by its act."""
    if assertion.kind in BY_KIND:
        return BY_KIND[assertion.kind]
    by_cue = _by_cue().get(quotation.cue_lemma, "") if quotation else ""
    if by_cue and not (assertion.status.is_fact and by_cue in OWN_ACTS):
        return by_cue
    if assertion.kind is AssertionKind.PLAN or assertion.status is Status.HAPPENED:
        return ""
    return BY_ACT.get(assertion.act, "")


def _side(assertion: Assertion, act: str, report: str, sides: Sides) -> Side | None:
    """Whoever holds it; for a threat or offer told in the report's voice, whoever would act."""
    if assertion.holder is not None:
        return sides.of_chain(report, assertion.holder.entity)
    if act in OWN_ACTS:
        return next(iter(sides.of_arguments(report, assertion.actors)), None)
    return None


def _position(story: Story, side: Side, act: str, voices: list[Voice]) -> Position:
    """The position without its counts and claims."""
    said = [story.reading(v.citation.report).assertions[v.assertion].days for v in voices]
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
