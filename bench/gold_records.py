"""Scoring of what reports say together: origins, quotes, meetings, positions, statements, differences."""

import re

from bench.gold_key import (
    Item,
    Place,
    Told,
    accepted,
    interval,
    items,
    may_be_absent,
    places,
    word,
)
from reportedly.model.ontology import Status
from reportedly.model.story import Claim, Meeting, Position, Utterance

Scores = list[tuple[str, bool]]
FACTS = (Status.HAPPENED, Status.ONGOING)
UNREAL = {
    "planned",
    "proposed",
    "demanded",
    "promised",
    "threatened",
    "denied",
    "alleged",
    "possible",
    "negated",
}


def _covered(
    told: Told, evidence_of: Claim | Position | Utterance, wanted: list[Place]
) -> set[str]:
    """The key's documents in which a record cites the key's span."""
    return {each.doc for each in wanted if told.cites(evidence_of.evidence, each)}


def _names_agree(ours: str, keyed: str) -> bool:
    """Whether two names share a word of weight: "Jen Psaki" and "Psaki", "US NSC spokesperson" and "spokesperson"."""
    return bool(_words(ours) & _words(keyed))


def _words(name: str) -> set[str]:
    small = {"the", "of", "and", "a", "an", "for", "unnamed", "senior"}
    same = {
        "spokesman": "spokesperson",
        "spokeswoman": "spokesperson",
        "us": "united",
        "american": "united",
    }
    found = re.findall(r"\w+", name.lower().replace("u.s.", "us").replace("'s", ""))
    return {same.get(each, each) for each in found} - small


# origins -------------------------------------------------------------------------------------------------------


def origins_count(told: Told) -> Scores:
    """Texts and newsrooms of the whole story; origins of the statement that the key names."""
    keyed = told.key.get("origins_count")
    if not isinstance(keyed, dict):
        return []
    ours = told.stories[0].counts if len(told.stories) == 1 else None
    numbers = {
        "texts": ours.texts[0] if ours else None,
        "newsrooms": ours.newsrooms[0] if ours else None,
        "origins": _origins_of(told, word(keyed, "origins_of")),
    }
    return [
        (f"{name} {number}", number == keyed.get(name) or number in accepted(keyed, name))
        for name, number in numbers.items()
    ]


def _origins_of(told: Told, named: str) -> int | None:
    """The origins of the claim behind the statement whose id stands in brackets."""
    ids = re.findall(r"\((\w+)\)", named)
    for item in items(told.key, "statements"):
        if word(item, "id") in ids:
            claim = best_claim(told, item)
            return claim.counts.origins[0] if claim else None
    return told.stories[0].counts.origins[0] if told.stories[0].counts else None


# quotes --------------------------------------------------------------------------------------------------------


def aligned_quotes(told: Told) -> Scores:
    """One utterance holds all spans and its speaker agrees; with `same: false` no utterance may."""
    scores = []
    utterances = [each for story in told.stories for each in story.utterances]
    for item in items(told.key, "aligned_quotes"):
        wanted = places(item)
        whole = [u for u in utterances if all(told.cites(u.evidence, each) for each in wanted)]
        agrees = [u for u in whole if _speaker_agrees(told, u, item)]
        hit = bool(agrees) or (not whole and may_be_absent(item))
        if item.get("same") is False:
            hit = not whole
        label = f"{word(item, 'speaker')}: {word(item, 'gist')} {[u.speaker for u in whole]}"
        scores.append((label, hit))
    return scores


def _speaker_agrees(told: Told, utterance: Utterance, item: Item) -> bool:
    keyed = (word(item, "speaker"), *(str(each) for each in accepted(item, "speaker")))
    names = {utterance.speaker}
    names |= {v for e in told.entities if e.id == utterance.entity for v in e.variants}
    return any(_names_agree(name, each) for name in names for each in keyed)


# meetings ------------------------------------------------------------------------------------------------------


def meetings(told: Told) -> Scores:
    """One record has the parties, each date claim with its interval, the status and who confirmed."""
    records = [each for story in told.stories for each in story.meetings]
    scores = []
    for item in items(told.key, "meetings"):
        faults = [_meeting_faults(told, record, item) for record in records]
        fewest = min(faults, key=len, default=["no record"])
        absent = "not a meeting" in accepted(item, "status") and all(
            "dates" in each for each in faults
        )
        scores.append((f"{word(item, 'what')}: {fewest}", not fewest or absent))
    return scores


def _meeting_faults(told: Told, record: Meeting, item: Item) -> list[str]:
    """What of the key's meeting this record lacks."""
    faults = []
    dates = [
        (place_of, interval(each.get("value")))
        for each in items(item, "when_claims")
        for place_of in places({"spans": [each.get("span")]})
    ]
    held = [
        any(
            told.cites([ours.citation], where)
            and (days is None or ours.days == days or not _exact(days))
            for ours in record.dates
        )
        for where, days in dates
    ]
    if not any(held):
        return ["dates", "none of them"]
    if not all(held):
        missing = [where for (where, _), hit in zip(dates, held, strict=True) if not hit]
        faults.append(f"dates {[(each.doc, each.span.start) for each in missing]}")
    parties = places(item, "participants")
    if parties and not any(told.cites(record.evidence, each) for each in parties):
        faults.append(f"parties {record.parties}")
    keyed = word(item, "status")
    if record.status not in keyed and record.status not in accepted(item, "status"):
        faults.append(f"status {record.status!r}")
    confirmers = re.findall(r"\((.*?)\)", keyed)
    faults.extend(
        f"confirmed by {record.confirmed_by}, not {name}"
        for name in (confirmers[0].split(";") if confirmers else [])
        if not any(_names_agree(ours, name) for ours in record.confirmed_by)
    )
    return faults


def _exact(days: object) -> bool:
    return days is not None


# positions -----------------------------------------------------------------------------------------------------


def positions(told: Told) -> Scores:
    """One record has actor, act and overlapping spans in at least half of the reports named."""
    records = [each for story in told.stories for each in story.positions]
    scores = []
    for item in items(told.key, "positions"):
        wanted = places(item)
        docs = {each.doc for each in wanted}
        near = [r for r in records if 2 * len(_covered(told, r, wanted)) >= len(docs)]
        acts = {word(item, "act"), *(str(each) for each in accepted(item, "act"))}
        actors = (word(item, "actor"), *(str(each) for each in accepted(item, "actor")))
        hit = any(
            record.act in acts and any(_names_agree(record.actor, each) for each in actors)
            for record in near
        )
        hit = hit or (not near and may_be_absent(item))
        shown = [(record.actor, record.act) for record in near]
        scores.append((f"{actors[0]} {sorted(acts)} {word(item, 'issue')} {shown}", hit))
    return scores


# statements ----------------------------------------------------------------------------------------------------


def best_claim(told: Told, item: Item) -> Claim | None:
    """The claim that carries the statement in most of its reports and in none against the key."""
    wanted = places(item)
    docs = {each.doc for each in wanted}
    best: tuple[int, Claim] | None = None
    for claim in told.claims:
        cited = [v.citation for v in claim.voices if not v.headline] or list(claim.evidence)
        covered = _covered(told, claim, wanted)
        if (
            2 * len(covered) >= len(docs)
            and told.docs(cited) <= docs
            and (best is None or len(covered) > best[0])
        ):
            best = (len(covered), claim)
    return best[1] if best else None


def statements(told: Told) -> Scores:
    """Each statement of the key is one claim."""
    return [
        (f"{word(item, 'id')} {word(item, 'gist')}", best_claim(told, item) is not None)
        for item in items(told.key, "statements")
    ]


def statement_fields(told: Told) -> list[tuple[bool, bool]]:
    """For each statement found: is its status right, are its counts of texts and origins."""
    found = []
    for item in items(told.key, "statements"):
        claim = best_claim(told, item)
        if claim is not None:
            statuses = {word(item, "status"), *accepted(item, "status")}
            counts = _count_fits(item, "texts", claim.counts.texts) and _count_fits(
                item, "origins", claim.counts.origins
            )
            found.append((claim.status in statuses, counts))
    return found


def _count_fits(item: Item, name: str, count: tuple[int, int]) -> bool:
    """The number we print (at least) is the key's or one it accepts."""
    return count[0] == item.get(name) or count[0] in accepted(item, name)


def false_facts(told: Told, *, verbose: bool) -> tuple[int, int]:
    """Claims told as facts over a span that the key gives as plan, threat, denial ...; and all told as facts."""
    unreal = [
        where
        for item in items(told.key, "statements")
        if word(item, "status") in UNREAL
        and not set(accepted(item, "status")) & {"happened", "ongoing"}
        for where in places(item)
    ]
    facts = [claim for claim in told.claims if claim.status in FACTS]
    wrong = [claim for claim in facts if any(told.cites(claim.evidence, each) for each in unreal)]
    if verbose:
        for claim in wrong:
            print(
                f"  false fact: {claim.status} {claim.gist!r} {sorted(told.docs(claim.evidence))}"
            )
    return len(wrong), len(facts)


# differences ---------------------------------------------------------------------------------------------------


def differences(told: Told) -> Scores:
    """One difference of the kind cites two of the spans."""
    records = [each for story in told.stories for each in story.differences]
    scores = []
    for item in items(told.key, "differences"):
        wanted = places(item)
        kinds = {word(item, "kind"), *(str(each) for each in accepted(item, "kind"))}
        near = [r for r in records if sum(told.cites(r.evidence, each) for each in wanted) >= 2]
        hit = any(each.kind in kinds for each in near)
        hit = hit or (not near and "no difference" in kinds)
        scores.append(
            (
                f"{word(item, 'id')} {sorted(kinds)} {[n.kind.value for n in near]} {word(item, 'note')[:90]}",
                hit,
            )
        )
    return scores
