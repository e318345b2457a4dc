"""Why two chains of two reports are one entity: name, office, body, country, occasion, aligned sentence."""

from reportedly.language import countries
from reportedly.language.names import family_names, fold, gender_of_name, likeness, word_likeness
from reportedly.language.offices import offices
from reportedly.language.organisations import same_body
from reportedly.linking.report_chains import ReportChain
from reportedly.model.ontology import EntityKind
from reportedly.model.span import Reason

SURE = 0.9
"""Names of persons this alike are one person wherever they hold no contradicting office."""

ALIKE = 0.8
"""Single words this alike are one name where they stand at the same place of two versions."""

_SHORT = 4  # letters

PROBABLE = 0.7
"""Names this alike are one person if office, country or an aligned sentence agrees."""


def reasons_for(one: ReportChain, other: ReportChain, *, aligned: bool) -> tuple[Reason, ...]:
    """Why two chains of two reports are one entity; nothing where they are not, or not surely."""
    kinds = {one.kind, other.kind}
    if kinds == {EntityKind.COUNTRY}:
        return _same_country(one, other)
    if kinds == {EntityKind.PERSON}:
        return _same_named_person(one, other, aligned=aligned)
    if kinds == {EntityKind.ORGANISATION}:
        return _same_organisation(one, other)
    if kinds == {EntityKind.ROLE}:
        return _same_role(one, other, aligned=aligned)
    if len(kinds) == 1:
        return _same_words(one, other, aligned=aligned)
    return ()


def _same_country(one: ReportChain, other: ReportChain) -> tuple[Reason, ...]:
    if one.country is None or one.country != other.country:
        return ()
    return (Reason("country", 1.0, f"both stand for {countries.name_of(one.country)}"),)


def _same_named_person(
    one: ReportChain, other: ReportChain, *, aligned: bool
) -> tuple[Reason, ...]:
    """Full names alike; less alike ones need the same office or the same place in an aligned sentence."""
    if one.country and other.country and one.country != other.country:
        return ()
    if aligned and not (one.full_names and other.full_names):
        return _same_short_name(one, other)
    best: tuple[float, str, str] = (0.0, "", "")
    for a in one.full_names:
        for b in other.full_names:
            found = likeness(a, b)
            if not found.forbidden:
                best = max(best, (found.score, a, b))
    score, a, b = best
    reasons = [Reason("names", round(score, 2), f"{a} / {b}")]
    shared = one.offices & other.offices
    if shared and (one.country == other.country or set(one.bodies) & set(other.bodies)):
        reasons.append(Reason("office", 1.0, f"both {', '.join(sorted(shared))}"))
    if aligned:
        reasons.append(
            Reason("aligned sentence", 1.0, "the same place in two versions of one text")
        )
    if score >= SURE or (score >= PROBABLE and len(reasons) > 1):
        return tuple(reasons)
    return ()


def _same_short_name(one: ReportChain, other: ReportChain) -> tuple[Reason, ...]:
    """A name of one word, at the same place of two versions: alike to a word of the other's name."""
    pairs = [
        (word_likeness(x, y), a, b)
        for a in one.names
        for b in other.names
        for x in _short_names(a)
        for y in _short_names(b)
        if x == y or _is_spelt_like(x, y)
    ]
    score, a, b = max(pairs, default=(0.0, "", ""))
    if score < ALIKE:
        return ()
    return (
        Reason("names", round(score, 2), f"{a} / {b}"),
        Reason("aligned sentence", 1.0, "the same place in two versions of one text"),
    )


def _is_spelt_like(one: str, other: str) -> bool:
    """Short words and given names need one letter to begin with: "Ohno" and "Yano" only sound alike."""
    is_loose = max(len(one), len(other)) > _SHORT and not any(map(gender_of_name, (one, other)))
    return is_loose or one[0] == other[0]


def _short_names(name: str) -> frozenset[str]:
    """The words by which alone a person of this name may be called, the given name too."""
    given = fold(name).split()[:1]
    return frozenset(word for word in (*family_names(name), *given) if len(word) > 1)


def _same_organisation(one: ReportChain, other: ReportChain) -> tuple[Reason, ...]:
    """One body by name, acronym or country and noun."""
    if not (one.names and other.names) and not (one.country and one.country == other.country):
        return ()
    for a in _body_names(one):
        for b in _body_names(other):
            if same_body(a, one.country, b, other.country):
                return (Reason("body", 1.0, f"{one.name} / {other.name}"),)
    return ()


def _body_names(chain: ReportChain) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*chain.names, *chain.bodies)))


def _same_role(one: ReportChain, other: ReportChain, *, aligned: bool) -> tuple[Reason, ...]:
    """Unnamed speakers: the same body, office and weekday, or the same place in two versions of one text."""
    offices_shared = {each.split()[-1] for each in one.offices} & {
        each.split()[-1] for each in other.offices
    }
    if not offices_shared or (one.country and other.country and one.country != other.country):
        return ()
    bodies = [(a, b) for a in one.bodies for b in other.bodies if same_body(a, None, b, None)]
    word = ", ".join(sorted(offices_shared))
    if bodies and one.days & other.days:
        day = ", ".join(sorted(one.days & other.days))
        return (
            Reason("office and body", 1.0, f"{word} of the {bodies[0][0]}"),
            Reason("occasion", 1.0, f"both on {day}"),
        )
    if aligned and (bodies or one.country == other.country):
        return (
            Reason("aligned sentence", 1.0, f"{word}: the same place in two versions of one text"),
        )
    return ()


def _same_words(one: ReportChain, other: ReportChain, *, aligned: bool) -> tuple[Reason, ...]:
    """Places, blocs and works by name; described groups only at the same place of two versions of one text."""
    if one.names and other.names:
        shared = {countries.plain(n) for n in one.names} & {countries.plain(n) for n in other.names}
        if shared and (one.country == other.country or None in (one.country, other.country)):
            return (Reason("same name", 1.0, ", ".join(sorted(shared))),)
        return ()
    if aligned and one.country == other.country and _nouns(one) & _nouns(other):
        return (Reason("aligned sentence", 1.0, "the same group in two versions of one text"),)
    if _are_rebels(one) and _are_rebels(other) and one.parts & other.parts:
        where = ", ".join(sorted(one.parts & other.parts))
        return (Reason("place", 0.8, f"both in arms in the {where}"),)
    return ()


def _are_rebels(chain: ReportChain) -> bool:
    """Separatists, insurgents or a rebellion."""
    return any(noun.removesuffix("s") in offices().rebels for noun in _nouns(chain))


def _nouns(chain: ReportChain) -> frozenset[str]:
    return frozenset(each.split()[-1] for each in chain.offices)
