"""Scoring of what is marked in single reports or pairs: furniture, anchors, lineage, entities, headlines, times."""

from bench.gold_key import (
    Item,
    Place,
    Told,
    accepted,
    interval,
    items,
    may_be_absent,
    place,
    places,
    word,
)
from reportedly.model.report import Role
from reportedly.model.span import Span
from reportedly.model.story import Entity

Scores = list[tuple[str, bool]]
BODY = (Role.PARAGRAPH, Role.HEADLINE)


def _share_outside_body(told: Told, where: Place) -> float:
    """The share of a place's characters that lie in blocks that are not body."""
    blocks = told.report(where.doc).blocks
    inside = sum(where.span.shared(each.span) for each in blocks if each.role not in BODY)
    return inside / len(where.span)


def boilerplate(told: Told) -> Scores:
    """Furniture and header lines; a document whose statements are labelled so loses its items."""
    keyed = [place(item) for item in items(told.key, "boilerplate")]
    spoilt = {
        where.doc
        for statement in items(told.key, "statements")
        for where in places(statement)
        if _share_outside_body(told, where) >= 0.9
        and not any(each.doc == where.doc and each.span.matches(where.span) for each in keyed)
    }
    scores = []
    for item in items(told.key, "boilerplate"):
        where = place(item)
        marked = _share_outside_body(told, where) >= 0.9
        hit = where.doc not in spoilt and (marked or may_be_absent(item))
        scores.append((f"{where.doc} {word(item, 'text')!r}", hit))
    return scores


def anchors(told: Told) -> Scores:
    """Dates, credits, bylines, datelines, stated or inferred."""
    scores = []
    for item in items(told.key, "anchors"):
        spans = items({"span": [item.get("span")]}, "span")
        hit = _anchor_found(told, item, place(spans[0]))
        scores.append((f"{word(item, 'doc')} {word(item, 'kind')} {word(item, 'value')}", hit))
    return scores


def _anchor_found(told: Told, item: Item, where: Place) -> bool:
    report = told.report(where.doc)
    kind, value = word(item, "kind"), word(item, "value")
    labelled = {role for role in Role for span in report.spans_of(role) if span.matches(where.span)}
    if kind.startswith("publication_date"):
        day = interval(value)
        if report.published is None or day is None:
            return False
        labelled_or_inferred = kind.endswith("inferred") or Role.DATE in labelled
        return labelled_or_inferred and report.published.days.contains(day)
    if kind in ("agency_credit", "photo_credit"):
        role = Role.CREDIT if kind == "agency_credit" else Role.CAPTION
        return role in labelled and (report.source.agency == value) == (role is Role.CREDIT)
    if kind == "agency_mention":
        return _in_chain(told, where, value)
    if kind == "agency_inferred":
        return any(
            told.cites(claim.evidence, where)
            and claim.counts.newsrooms[0] == 1
            and len(told.docs(claim.evidence)) > 1
            for claim in told.claims
        )
    return Role(kind) in labelled


def _in_chain(told: Told, where: Place, agency: str) -> bool:
    """Whether a quotation of that sentence was passed on by the agency."""
    reading = told.reading(where.doc)
    sentence = reading.sentence_at(where.span.start)
    return sentence is not None and any(
        any(agency in name for name in each.chain)
        and any(sentence.span.overlaps(part) for part in each.content)
        for each in reading.quotations
    )


def lineage(told: Told) -> Scores:
    """The relation of each pair: same text, shared passage or independent."""
    relations = {
        frozenset((told.names[each.a], told.names[each.b])): each.kind for each in told.relations
    }
    scores = []
    for item in items(told.key, "lineage"):
        pair = item.get("pair")
        names = frozenset(str(each) for each in pair) if isinstance(pair, list) else frozenset()
        kind = relations.get(names)
        wanted = {_rung(word(item, "type")), *(_rung(str(each)) for each in accepted(item, "type"))}
        ours = _rung(kind.value if kind else "independent")
        scores.append((f"{sorted(names)} {ours}", ours in wanted))
    return scores


def _rung(kind: str) -> str:
    """The four relations that the key tells apart; one teller is an independent text."""
    if kind in ("independent", "same teller only", "same origin"):
        return "independent"
    return kind if kind in ("shared passage", "update") else "same text"


def entity_variants(told: Told) -> Scores:
    """All variants of an item lie in one entity, which holds no variant of another item.

    An item that may be absent is no fault where no two of its variants were joined.
    """
    keyed = [(item, _variants(item)) for item in items(told.key, "entity_variants")]
    homes = [[_home(told, variant) for variant in variants] for _, variants in keyed]
    scores = []
    for index, (item, _) in enumerate(keyed):
        mine = {home.id if home else "" for home in homes[index]}
        others = {home.id for at, row in enumerate(homes) if at != index for home in row if home}
        clash = mine & others
        apart = len({home.id for home in homes[index] if home}) == sum(map(bool, homes[index]))
        hit = len(mine) == 1 and mine != {""} and not clash
        absent = may_be_absent(item) and apart and not clash
        scores.append((f"{word(item, 'entity')} {len(mine)} {sorted(clash)}", hit or absent))
    return scores


def _variants(item: Item) -> list[Place]:
    """The variants that must agree: those which the key lets stand apart are left out."""
    apart = " ".join(str(each) for each in accepted(item, "separate"))
    without = " ".join(str(each) for each in accepted(item, "variants"))
    return [
        place(each)
        for each in items(item, "variants")
        if word(each, "text") not in apart and f"without {word(each, 'text')}" not in without
    ]


def _home(told: Told, variant: Place) -> Entity | None:
    """The entity whose mention fits the variant's span best."""
    best: tuple[float, Entity] | None = None
    for entity in told.entities:
        for each in entity.evidence:
            if told.names[each.report] == variant.doc and each.span.matches(variant.span):
                fit = _fit(each.span, variant.span)
                if best is None or fit > best[0]:
                    best = (fit, entity)
    return best[1] if best and best[0] >= 0.6 else None


def _fit(a: Span, b: Span) -> float:
    """Shared characters of all characters."""
    shared = a.shared(b)
    return shared / (len(a) + len(b) - shared)


def headlines(told: Told) -> Scores:
    """Headlines at odds with their body are flagged, citing the place; the others are not."""
    supported = told.key.get("headlines_supported")
    fine = {str(each) for each in supported} if isinstance(supported, list) else set()
    checks = {
        told.names[check.report]: check for story in told.stories for check in story.headline_checks
    }
    scores = []
    for item in items(told.key, "headline_vs_body"):
        doc = word(item, "doc")
        check = checks.get(doc)
        verdict = check.verdict if check else "supported"
        hit = verdict == "supported"
        if doc not in fine:
            conflicts = places(item, "conflicts_with")
            cited = check is not None and any(
                told.cites(check.evidence, each) for each in conflicts
            )
            hit = verdict != "supported" and (cited or verdict == "unsupported" or not conflicts)
            forgiven = " ".join(str(each) for each in accepted(item, ""))
            hit = hit or (
                verdict == "supported" and ("supported" in forgiven or "no conflict" in forgiven)
            )
        scores.append((f"{doc} {verdict}", hit))
    return scores


def times(told: Told) -> Scores:
    """Type and value at an overlapping span."""
    scores = []
    for item in items(told.key, "times"):
        where = place(item)
        ours = [each for each in told.reading(where.doc).times if each.span.matches(where.span)]
        types = {word(item, "type"), *accepted(item, "type")}
        values = {word(item, "value"), *accepted(item, "value")}
        hit = any(each.type in types and each.value in values for each in ours)
        shown = [(each.type.value, each.value) for each in ours]
        label = f"{where.doc} {word(item, 'text')!r} {word(item, 'value')} {shown}"
        scores.append((label, hit or (not ours and may_be_absent(item))))
    return scores
