"""Claims: assertions of one or more reports that tell one thing, with everybody who tells it.

Candidates are pairs in one aligned passage, pairs that share a rare word, and in small stories all pairs. A pair is
one claim when nothing forbids it (`comparison.conflict`) and words, act and parties agree enough.
"""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from types import MappingProxyType

from reportedly.linking.comparison import Telling, is_vague
from reportedly.linking.grouping import SINGLE, group, reasons_of, ruling_of
from reportedly.linking.origins import count_origins
from reportedly.linking.pairing import pairing_of
from reportedly.linking.parties import Parties, is_state
from reportedly.linking.wording import wording_of
from reportedly.model.correction import CorrectionKind
from reportedly.model.interval import Interval
from reportedly.model.ontology import Act, Status
from reportedly.model.reading import Argument
from reportedly.model.span import Reason
from reportedly.model.story import Claim, Story, Voice

LINE = 160  # characters up to which a longer telling is a clearer one

_ADVERSE = frozenset({Act.ASSAULT, Act.COERCE, Act.MOBILIZE})
_LAW = frozenset(
    {"authorities", "court", "customs", "judge", "police", "prosecutor", "prosecutors"}
)
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_CUT = frozenset({"ADP", "CCONJ", "DET", "SCONJ"})  # a clause does not end in these
_NO_TEXTS: Mapping[str, str] = MappingProxyType({})
_FIRM = frozenset({Status.DENIED, Status.NEGATED, Status.PLANNED})
_BELOW = (
    Status.DENIED,
    Status.NEGATED,
    Status.PLANNED,
    Status.PROMISED,
    Status.THREATENED,
    Status.DEMANDED,
    Status.PROPOSED,
    Status.ALLEGED,
    Status.POSSIBLE,
)


def group_claims(story: Story) -> Story:
    """Fill `claims`: every assertion of every reading belongs to exactly one."""
    pairing = pairing_of(story)
    tellings = pairing.tellings
    ruling = ruling_of(
        story,
        [(each.place,) for each in tellings],
        CorrectionKind.SAME_CLAIM,
        CorrectionKind.DIFFERENT_CLAIM,
    )
    links = tuple(pairing.links())
    groups = group(len(tellings), links, ruling, pairing.may_join)
    maker = _Maker(story, pairing.parties, ranks_of(story), texts_of(story))
    claims = [
        maker.claim([tellings[index] for index in members], reasons)
        for members, reasons in zip(groups, reasons_of(groups, links), strict=True)
    ]
    return replace(story, claims=tuple(claims))


@dataclass(frozen=True, slots=True)
class _Maker:
    """What is known of a story before its claims are put together."""

    story: Story
    parties: Parties
    ranks: Mapping[str, int]
    texts: Mapping[str, str]

    def claim(self, tellings: Sequence[Telling], reasons: tuple[Reason, ...]) -> Claim:
        """One claim of these tellings."""
        parties = self.parties
        clearest = clearest_of(tellings, self.ranks)
        voices = tuple(_voice(each, parties) for each in tellings)
        actors = _party(tellings, clearest, recipients=False)
        recipients = _party(tellings, clearest, recipients=True)
        return Claim(
            id=_id(tellings[0]),
            gist=clearest.words,
            kind=clearest.assertion.kind,
            act=clearest.assertion.act,
            status=status_of(tellings, self.texts),
            actors=_names(actors, parties),
            recipients=_names(recipients, parties),
            actor_entities=_entities(actors, parties),
            recipient_entities=_entities(recipients, parties),
            days=_days(tellings),
            place=_place(tellings, clearest),
            voices=voices,
            evidence=tuple(dict.fromkeys(each.place for each in tellings)),
            counts=count_origins(self.story, voices),
            reasons=reasons or (Reason(SINGLE, 1.0, "told once"),),
        )


def _id(first: Telling) -> str:
    key = f"{first.report}:{first.place.span.start}-{first.place.span.end}:{first.index}"
    return "c" + hashlib.sha256(key.encode()).hexdigest()[:12]


def clearest_of(tellings: Sequence[Telling], ranks: Mapping[str, int]) -> Telling:
    """The telling to show: of a body, a whole clause that names its doer, of the likeliest original (the lowest rank).

    Of equals the one with day and figure, the longer the better up to a line's length.
    """

    def clarity(telling: Telling) -> tuple[bool, bool, bool, int, int, int, int]:
        assertion = telling.assertion
        known = bool(assertion.actors) + bool(assertion.recipients)
        details = (
            bool(assertion.days or telling.put_off)
            + bool(assertion.figures)
            + bool(assertion.place)
        )
        length = min(len(telling.words), LINE)
        original = -ranks.get(telling.report, 0)
        clear = (not assertion.headline, _is_whole(telling), _names_doer(telling))
        return (*clear, original, known, details, length)

    return max(tellings, key=clarity) if len(tellings) > 1 else tellings[0]


def ranks_of(story: Story) -> dict[str, int]:
    """How far each report stands from the likeliest original of its text: 0 for the original."""
    return {
        report: rank for lineage in story.lineages for rank, report in enumerate(lineage.reports)
    }


def texts_of(story: Story) -> dict[str, str]:
    """The text (lineage) of each report."""
    return {report: each.id for each in story.lineages for report in each.reports}


def _is_whole(telling: Telling) -> bool:
    """Whether its words are a clause with a subject, not cut at the end and with both marks of what is quoted."""
    sentence = telling.reading.sentence_at(telling.place.span.start)
    tokens = sentence.tokens_in(telling.place.span) if sentence else ()
    marks = telling.words
    paired = marks.count("“") == marks.count("”") and marks.count('"') % 2 == 0
    if not tokens:
        return paired
    subject = any(each.dep in _SUBJECTS for each in tokens)
    return paired and subject and tokens[-1].pos not in _CUT


def _names_doer(telling: Telling) -> bool:
    """Whether its own words name who does it, and not by a pronoun."""
    return any(
        telling.place.span.contains(actor.span)
        and bool(wording_of(telling.reading, (actor.span,)).content)
        for actor in telling.assertion.actors
    )


def status_of(tellings: Sequence[Telling], texts: Mapping[str, str] = _NO_TEXTS) -> Status:
    """The status all together support: a fact only where each body tells a fact, else no more than each text does.

    Versions of one text (`texts`: report to text) give the status that most of them give. What only a headline
    tells as a fact is no more than alleged.
    """
    bodies = [each for each in tellings if not each.assertion.headline]
    if not bodies:
        heads = {each.assertion.status for each in tellings}
        return _weakest({Status.ALLEGED if each.is_fact else each for each in heads})
    by_text: dict[str, list[Status]] = {}
    for each in bodies:
        by_text.setdefault(texts.get(each.report, each.report), []).append(_held(each))
    return _weakest({_of_most(statuses) for statuses in by_text.values()})


def _of_most(statuses: Sequence[Status]) -> Status:
    """The status that most versions of a text give; a fact only where all of them do."""
    below = Counter(each for each in statuses if not each.is_fact)
    if not below:
        return _weakest(set(statuses))
    most = max(below.values())
    return _weakest({each for each, count in below.items() if count == most})


def _weakest(statuses: AbstractSet[Status]) -> Status:
    """The least firm of these; of those that are equally far from a fact the one that says most."""
    below = [status for status in _BELOW if status in statuses]
    open_ones = [status for status in below if status not in _FIRM]
    facts = (Status.HISTORICAL, Status.ONGOING, Status.HAPPENED)
    return next(iter(open_ones or below), None) or next(each for each in facts if each in statuses)


def _held(telling: Telling) -> Status:
    """The status of a telling; what one side says that another did to somebody is alleged.

    A toll that names no doer charges nobody, nor does it when a state's own office tells whom its police arrested.
    """
    assertion = telling.assertion
    other = bool(telling.actors) and telling.holder not in telling.actors
    if not telling.holder or not other or not assertion.status.is_fact:
        return assertion.status
    charged = assertion.act in _ADVERSE and not _is_official(telling)
    return Status.ALLEGED if charged else assertion.status


def _is_official(telling: Telling) -> bool:
    """Whether police or a court act, told by somebody who is not known to be of another country."""
    doers = {each.name.casefold().rsplit(maxsplit=1)[-1] for each in telling.assertion.actors}
    abroad = is_state(telling.holder) and any(is_state(each) for each in telling.actors)
    return telling.assertion.act is Act.COERCE and bool(doers & _LAW) and not abroad


def _voice(telling: Telling, parties: Parties) -> Voice:
    holder = telling.assertion.holder
    return Voice(
        citation=telling.place,
        assertion=telling.index,
        holder=holder.name if holder else "",
        entity=parties.entity_id(telling.report, holder.entity) if holder else "",
        status=telling.assertion.status,
        headline=telling.assertion.headline,
    )


def _party(
    tellings: Sequence[Telling], clearest: Telling, *, recipients: bool
) -> tuple[tuple[str, Argument], ...]:
    """The parties of the clearest telling, else of the first that names any, each with its report."""
    for telling in (clearest, *tellings):
        assertion = telling.assertion
        arguments = assertion.recipients if recipients else assertion.actors
        if arguments:
            return tuple((telling.report, each) for each in arguments)
    return ()


def _names(arguments: Sequence[tuple[str, Argument]], parties: Parties) -> tuple[str, ...]:
    return tuple(dict.fromkeys(parties.name_of(report, each) for report, each in arguments))


def _entities(arguments: Sequence[tuple[str, Argument]], parties: Parties) -> tuple[str, ...]:
    found = (parties.entity_id(report, each.entity) for report, each in arguments)
    return tuple(dict.fromkeys(each for each in found if each))


def _days(tellings: Sequence[Telling]) -> Interval | None:
    """The narrowest stretch that a body names, else a headline."""
    for headline in (False, True):
        named = [
            each.assertion.days
            for each in tellings
            if each.assertion.days and each.assertion.headline is headline
        ]
        if named:
            return min(named, key=lambda days: (is_vague(days), days.days, days))
    return None


def _place(tellings: Sequence[Telling], clearest: Telling) -> str | None:
    """The place that the clearest telling names, else another body."""
    for telling in (clearest, *tellings):
        place = telling.assertion.place
        if place is not None and not telling.assertion.headline:
            return place.of(telling.reading.text)
    return None
