"""Entities from clusters of chains: the name to show, an id that the order of reports does not change, variants."""

import hashlib
from collections import Counter
from collections.abc import Iterator

from reportedly.language import countries
from reportedly.language.names import fold, gender_of_name, parse_name
from reportedly.linking.report_chains import Clusters, ReportChain
from reportedly.model.ontology import EntityKind, Form
from reportedly.model.report import Known
from reportedly.model.span import Citation, Reason
from reportedly.model.story import Entity, Story


def entities_of(story: Story, clusters: Clusters) -> Iterator[Entity]:
    """One entity a cluster, in the order of their first chains."""
    wordings = _Wordings(story)
    groups = [
        ([clusters.chains[i] for i in members], clusters.reasons[root])
        for root, members in clusters.members.items()
    ]
    shown = [_shown(wordings, chains) for chains, _ in groups]
    common = Counter(shown)
    for key, (chains, reasons) in zip(shown, groups, strict=True):
        named = any(chain.names for chain in chains)
        first = min((chain.report, chain.id) for chain in chains)
        apart = "" if named and common[key] == 1 else " ".join(first)
        yield _entity(wordings, key, apart, (chains, reasons))


def _entity(
    wordings: "_Wordings",
    shown: tuple[EntityKind, str],
    apart: str,
    group: tuple[list[ReportChain], list[Reason]],
) -> Entity:
    kind, name = shown
    chains, reasons = group
    return Entity(
        id=hashlib.sha256(f"{kind} {fold(name) or name} {apart}".encode()).hexdigest()[:12],
        name=name,
        kind=kind,
        country=next((chain.country for chain in chains if chain.country), None),
        variants=tuple(dict.fromkeys(wordings.of(chains))),
        evidence=tuple(Citation(c.report, m.span) for c in chains for m in c.mentions),
        chains=tuple((chain.report, chain.id) for chain in chains),
        reasons=tuple(dict.fromkeys(reasons)),
    )


def _shown(wordings: "_Wordings", chains: list[ReportChain]) -> tuple[EntityKind, str]:
    """What it is and the name to show."""
    kinds = [chain.kind for chain in chains]
    known = (kind for kind in kinds if kind is not EntityKind.ROLE)
    kind = EntityKind.PERSON if EntityKind.PERSON in kinds else next(known, EntityKind.ROLE)
    country = next((chain.country for chain in chains if chain.country), None)
    if kind is EntityKind.COUNTRY and country:
        return kind, countries.name_of(country)
    return kind, wordings.best([chain for chain in chains if chain.names] or chains)


class _Wordings:
    """The wordings of a story's chains, and how far each report can be trusted to spell a name."""

    def __init__(self, story: Story) -> None:
        self.texts = {each.report.id: each.text for each in story.readings}
        self.lineage = {report: line.id for line in story.lineages for report in line.reports}
        self.rank = {
            report: number for line in story.lineages for number, report in enumerate(line.reports)
        }
        self.dated = {
            each.report.id
            for each in story.readings
            if each.report.published and each.report.published.known is not Known.INFERRED
        }

    def best(self, chains: list[ReportChain]) -> str:
        """The spelling that most texts carry; of level ones the likelier to be right, the fuller, the more frequent."""
        carriers: dict[str, list[ReportChain]] = {}
        for chain in chains:
            carriers.setdefault(chain.name, []).append(chain)
        return max(sorted(carriers), key=lambda name: self._weight(name, carriers[name]))

    def _weight(self, name: str, carriers: list[ReportChain]) -> tuple[int, ...]:
        reports = {chain.report for chain in carriers}
        return (
            any(chain.full_names for chain in carriers),
            len({self.lineage.get(report, report) for report in reports}),
            gender_of_name(name) is not None,
            any(_goes_by_surname(chain, name) for chain in carriers),
            bool(reports & self.dated),
            len(name.split()),
            not name.startswith(
                "The "
            ),  # "The" opens a sentence, "the" is as it is called within one
            sum(len(chain.mentions) for chain in carriers),
            -min(self.rank.get(report, 0) for report in reports),
        )

    def of(self, chains: list[ReportChain]) -> Iterator[str]:
        """The wordings in the reports, pronouns left out unless there is nothing else."""
        for chain in chains:
            text = self.texts[chain.report]
            worded = [m for m in chain.mentions if m.form is not Form.PRONOUN]
            yield from (mention.span.of(text) for mention in worded or chain.mentions)


def _goes_by_surname(chain: ReportChain, name: str) -> bool:
    """Whether its report also calls the person by the surname alone: garbled names seldom come twice."""
    return chain.kind is EntityKind.PERSON and any(
        fold(each) == parse_name(name).surname for each in chain.names
    )
