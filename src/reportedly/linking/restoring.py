"""Copies that stood aside take their place in the story that was told without them: every line cites them too."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from reportedly.linking.beside import Copies, Likeness, copies_of, same_words
from reportedly.linking.grouping import SINGLE
from reportedly.linking.lineage import versions_line
from reportedly.model.lineage import Lineage, Relation
from reportedly.model.ontology import RelationKind
from reportedly.model.reading import Reading, in_time
from reportedly.model.span import Citation, Reason
from reportedly.model.story import (
    Claim,
    Difference,
    Entity,
    HeadlineCheck,
    Meeting,
    Story,
    Utterance,
    Voice,
)

_COPIED = Reason("copies", 1.0, "the same words in copies of one day")


def restore(story: Story) -> Story:
    """The whole story: its counts are those of all reports already, what is cited is cited in the copies as well."""
    if not story.copies:
        return story
    copies = copies_of(story)
    exact = copies.exact()  # those in a frame of their own have been read for names and meetings
    return replace(
        story,
        copies=(),
        readings=_readings(story),
        relations=_relations(story, copies),
        lineages=tuple(_lineage(story, each, exact) for each in story.lineages),
        inferred=tuple(
            replace(each, report=report)
            for each in story.inferred
            for report in exact.reports((each.report,))
        ),
        entities=tuple(_entity(each, exact) for each in story.entities),
        utterances=tuple(_utterance(each, copies) for each in story.utterances),
        claims=tuple(_claim(each, copies) for each in story.claims),
        differences=tuple(_difference(each, copies) for each in story.differences),
        headline_checks=tuple(
            chain.from_iterable(_headline_checks(each, exact) for each in story.headline_checks)
        ),
        meetings=tuple(_meeting(each, exact) for each in story.meetings),
        positions=tuple(
            replace(each, evidence=copies.citations(each.evidence)) for each in story.positions
        ),
    )


def _readings(story: Story) -> tuple[Reading, ...]:
    """All readings in order, those of copies in a frame of their own once."""
    aside = (each.reading for each in story.copies if not each.own_frame)
    return tuple(sorted((*story.readings, *aside), key=in_time))


def _relations(story: Story, copies: Copies) -> tuple[Relation, ...]:
    """Those that were measured, and of each copy that to its like: all others follow."""
    known = {(each.a, each.b) for each in story.relations}
    found = (same_words(each) for group in copies.of.values() for each in group)
    fresh = (each for each in found if (each.a, each.b) not in known)
    return tuple(sorted((*story.relations, *fresh), key=lambda each: (each.a, each.b)))


def _lineage(story: Story, lineage: Lineage, copies: Copies) -> Lineage:
    """The versions of a text, the copies of each behind it."""
    reports = copies.reports(lineage.reports)
    if reports == lineage.reports:
        return lineage
    inner = [each for each in story.relations if {each.a, each.b} <= set(lineage.reports)]
    kinds = {RelationKind.IDENTICAL, *(each.kind for each in inner if each.certain)}
    known = any(each.derived is not None for each in inner)
    return replace(
        lineage, reports=reports, because=versions_line(len(reports), kinds, known=known)
    )


def _utterance(utterance: Utterance, copies: Copies) -> Utterance:
    evidence = tuple(sorted(copies.citations(utterance.evidence)))
    if evidence == utterance.evidence:
        return utterance
    return replace(utterance, evidence=evidence, reasons=_reasons(utterance.reasons))


def _reasons(reasons: tuple[Reason, ...]) -> tuple[Reason, ...]:
    """Why the members belong together, the copies among them."""
    return (*(each for each in reasons if each.feature != SINGLE), _COPIED)


def _entity(entity: Entity, copies: Copies) -> Entity:
    chains = ((report, name) for own, name in entity.chains for report in copies.reports((own,)))
    return replace(entity, evidence=copies.citations(entity.evidence), chains=tuple(chains))


def _claim(claim: Claim, copies: Copies) -> Claim:
    """The claim told by the copies as well, in the order of the places."""
    voices = tuple(sorted(_voices(claim, copies), key=lambda each: (each.citation, each.assertion)))
    evidence = tuple(dict.fromkeys(each.citation for each in voices))
    if voices == claim.voices:
        return claim
    return replace(claim, voices=voices, evidence=evidence, reasons=_reasons(claim.reasons))


def _voices(claim: Claim, copies: Copies) -> Iterator[Voice]:
    for voice in claim.voices:
        yield voice
        for copy in copies.of.get(voice.citation.report, ()):
            if copy.has(voice.citation.span):
                number = copy.assertions[voice.assertion]
                yield replace(voice, citation=_own(voice.citation, copy), assertion=number)


def _difference(difference: Difference, copies: Copies) -> Difference:
    sides = sorted(
        {
            (place, words)
            for words, place in copies.beside(
                zip(difference.evidence, difference.values, strict=True)
            )
        }
    )
    return replace(
        difference,
        evidence=tuple(place for place, _ in sides),
        values=tuple(words for _, words in sides),
    )


def _headline_checks(check: HeadlineCheck, copies: Copies) -> Iterator[HeadlineCheck]:
    """The check of a headline, and of the same headline over the same body in each copy."""
    yield check
    for copy in copies.of.get(check.report, ()):
        yield replace(
            check,
            report=copy.report,
            headline=_own(check.headline, copy),
            evidence=tuple(
                _own(each, copy) if each.report == check.report else each for each in check.evidence
            ),
        )


def _own(citation: Citation, copy: Likeness) -> Citation:
    return Citation(copy.report, copy.moved(citation.span))


def _meeting(meeting: Meeting, copies: Copies) -> Meeting:
    dates = copies.beside((each.citation, each) for each in meeting.dates)
    return replace(
        meeting,
        dates=tuple(replace(date, citation=place) for date, place in dates),
        places=copies.citations(meeting.places),
        confirmations=copies.citations(meeting.confirmations),
        evidence=copies.citations(meeting.evidence),
    )
