"""What changed since a day, and what would fall without an origin: the guard against circular reporting."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from reportedly.model.brief import Line
from reportedly.model.report import Published
from reportedly.model.story import Claim, CountOrigins, Story, Voice
from reportedly.synthesis.telling import Telling
from reportedly.synthesis.wording import number


@dataclass(frozen=True, slots=True)
class Since:
    """When the reader looked last: a day, and the minute where they said it (with its zone)."""

    day: date
    at: datetime | None = None

    def is_before(self, published: Published) -> bool:
        """Whether a report is newer: by the minute where both are known, else by the day, that day included."""
        if self.at is not None and published.at is not None:
            return published.at >= self.at
        return published.days.last >= self.day


def changed_lines(story: Story, since: Since, count: CountOrigins) -> tuple[Line, ...]:
    """New claims (+) and claims with more origins (^) in reports published since then."""
    lines = []
    telling = Telling(story)
    for claim in story.claims:
        before = [voice for voice in claim.voices if not _is_after(story, voice, since)]
        if len(before) == len(claim.voices) or all(voice.headline for voice in claim.voices):
            continue
        if not before:
            lines.append(Line(f"+ {telling.words(claim)}", claim.evidence, claim.id, claim.counts))
            continue
        earlier = count(story, before).origins[0]
        if claim.counts.origins[0] > earlier:
            grown = f"^ {number((earlier, earlier), 'origin')} before: {telling.words(claim)}"
            lines.append(Line(grown, claim.evidence, claim.id, claim.counts))
    return tuple(lines)


def _is_after(story: Story, voice: Voice, since: Since) -> bool:
    published = story.reading(voice.citation.report).report.published
    return published is not None and since.is_before(published)


def fallen_lines(story: Story, origin: str) -> tuple[Line, ...]:
    """Claims that nobody but `origin` (a speaker, outlet or agency, by name) stands behind."""
    telling = Telling(story)
    fallen = (claim for claim in story.claims if not _others(story, claim, origin))
    return tuple(Line(telling.words(each), each.evidence, each.id, each.counts) for each in fallen)


def without_origin(story: Story, origin: str, count: CountOrigins) -> Story:
    """The story with the claims that keep some support, counted again without that origin's voices."""
    kept = []
    for claim in story.claims:
        others = _others(story, claim, origin)
        if others:
            evidence = tuple(voice.citation for voice in others)
            counts = count(story, others)
            kept.append(replace(claim, voices=others, evidence=evidence, counts=counts))
    return replace(story, claims=tuple(kept))


def _others(story: Story, claim: Claim, origin: str) -> tuple[Voice, ...]:
    return tuple(voice for voice in claim.voices if not _is_from(story, voice, origin))


def _is_from(story: Story, voice: Voice, origin: str) -> bool:
    """Whether a telling rests on that origin: its speaker under any name, the outlet or agency, who passed it on."""
    reading = story.reading(voice.citation.report)
    source = reading.report.source
    chain: Iterable[str] = ()
    if 0 <= voice.assertion < len(reading.assertions):
        chain = reading.assertions[voice.assertion].chain
    names = {voice.holder, source.agency or "", source.outlet or "", *chain}
    for entity in story.entities:
        if entity.id == voice.entity:
            names |= {entity.name, *entity.variants}
    return origin.casefold() in {name.casefold() for name in names if name}
