"""How a claim is put: each teller with the words that a report gives for them, nobody with another's words.

Named are those whom the count of origins names: whom a copy calls otherwise is no teller of their own.
"""

from collections.abc import Mapping

from reportedly.model.ontology import Status
from reportedly.model.reading import Assertion
from reportedly.model.span import Citation
from reportedly.model.story import Claim, Story, Voice
from reportedly.synthesis.clauses import breaks_off, doer, readable
from reportedly.synthesis.wording import clipped, listed

PLAIN = (Status.HAPPENED, Status.ONGOING)
OWN = "in the report's own voice"
OPEN = "told without saying by whom"
TELLERS = 3  # so many are quoted in one line, the others counted


class Telling:
    """Puts the claims of one story into words."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._names: Mapping[str, str] = {entity.id: entity.name for entity in story.entities}

    def name(self, voice: Voice) -> str:
        """Who tells it, under the name that the story knows them by; "" for the report itself."""
        return self._names.get(voice.entity, voice.holder)

    def words(self, claim: Claim) -> str:
        """A claim: what each teller says, and what it is where it is no plain fact.

        A saying that is told as fact is still only somebody's word: its status is not printed, its speaker is.
        """
        tellers = self._tellers(claim)
        status = "" if self._needs_no_status(claim, tellers) else f"{claim.status}, "
        if not tellers:
            return f"“{self._gist(claim)}” - {status}{OPEN if self._is_open(claim) else OWN}"
        first, *others = self._by_wording(claim, tellers)
        said = f"“{first[0]}” - {status}told by {listed(first[1])}"
        also = [f"{listed(names)}: “{words}”" for words, names in others[: TELLERS - 1]]
        if len(others) >= TELLERS:
            also.append(f"and {len(others) - TELLERS + 1} more")
        return "; ".join((said, *also))

    def _is_open(self, claim: Claim) -> bool:
        """Whether somebody says it whom the text leaves open: “it emerged that ...”, “he said” of one of two."""
        bodies = [each for each in claim.voices if not each.headline and each.assertion >= 0]
        holders = (
            self._story.reading(each.citation.report).assertions[each.assertion].holder
            for each in bodies
        )
        return bool(bodies) and all(each is not None for each in holders)

    def _needs_no_status(self, claim: Claim, tellers: Mapping[str, Voice]) -> bool:
        """Facts in somebody's name; and "not", which the words themselves say, beside a longer clause's own fact."""
        if claim.status is Status.NEGATED:
            return bool(tellers) and any(
                readable(self._story, each.citation) != each.citation for each in claim.voices
            )
        return claim.status in PLAIN and bool(tellers)

    def _tellers(self, claim: Claim) -> dict[str, Voice]:
        """Each teller's fullest telling, bodies only; that of the gist where it is theirs."""
        found: dict[str, Voice] = {}
        for voice in claim.voices:
            name = self.name(voice)
            if name and not voice.headline:
                found[name] = self._fuller(claim, found.get(name), voice)
        counted = {each.name for each in claim.counts.tellers}
        sure = claim.counts.origins[0] == claim.counts.origins[1]
        own = {name: voice for name, voice in found.items() if name in counted}
        return own if sure and own else found

    def _fuller(self, claim: Claim, known: Voice | None, voice: Voice) -> Voice:
        if known is None or self._text(voice) == claim.gist:
            return voice
        longer = len(self._text(voice)) > len(self._text(known))
        return voice if longer and self._text(known) != claim.gist else known

    def _by_wording(self, claim: Claim, tellers: dict[str, Voice]) -> list[tuple[str, list[str]]]:
        """The wordings with who gave them, that of the gist first."""
        wordings: dict[str, list[str]] = {}
        ordered = sorted(tellers.items(), key=lambda item: self._text(item[1]) != claim.gist)
        for name, voice in ordered:
            wordings.setdefault(self._shown(voice), []).append(name)
        return list(wordings.items())

    def evidence(self, claim: Claim) -> tuple[Citation, ...]:
        """The characters that `words` are cut from."""
        found: list[Citation] = []
        for voice in claim.voices:
            cited = readable(self._story, voice.citation)
            subject = doer(self._story, cited)
            found += [cited] if subject is None else [subject, cited]
        return tuple(dict.fromkeys(found))

    def _gist(self, claim: Claim) -> str:
        same = [each for each in claim.voices if self._text(each) == claim.gist]
        return self._shown(same[0]) if same else clipped(claim.gist)

    def _shown(self, voice: Voice) -> str:
        """A telling on one line, with who does it."""
        cited = readable(self._story, voice.citation)
        words = clipped(self._story.text_of(cited))
        subject = doer(self._story, cited)
        if subject is not None:
            words = f"{clipped(self._story.text_of(subject))} ... {words}"
        goes_on = breaks_off(self._story.reading(cited.report), cited.span)
        return f"{words} ..." if goes_on and not words.endswith("...") else words

    def _text(self, voice: Voice) -> str:
        return self._story.text_of(voice.citation)

    def is_frame(self, claim: Claim) -> bool:
        """Whether it only says that somebody spoke: "The ministry confirmed on Tuesday"; what was said stands apart."""
        return all(self._is_frame(voice) for voice in claim.voices)

    def _is_frame(self, voice: Voice) -> bool:
        if voice.assertion < 0:
            return False
        reading = self._story.reading(voice.citation.report)
        assertion: Assertion = reading.assertions[voice.assertion]
        return any(
            quotation.cue is not None
            and assertion.span.contains(quotation.cue)
            and not any(assertion.span.overlaps(part) for part in quotation.content)
            for quotation in reading.quotations
        )
