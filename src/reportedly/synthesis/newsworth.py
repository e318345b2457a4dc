"""Which statements come first: by support, by nearness to the headlines, disputed and planned before background."""

from collections.abc import Iterable, Sequence

from reportedly.model.ontology import Status
from reportedly.model.report import Role
from reportedly.model.span import Citation
from reportedly.model.story import Claim, Story
from reportedly.synthesis.clauses import content_words, is_readable, readable, stands_alone

BACKGROUND = (Status.HISTORICAL, Status.NEGATED)
PLAIN = (Status.HAPPENED, Status.ONGOING)
NEAR = 0.3  # so much of a headline's words in a statement, and the story is about it
WEIGHT_OF_HEADLINE = 3.0


class Newsworth:
    """Weighs the claims of one story."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._disputed = {claim for each in story.differences for claim in each.claims}
        self._headlines = [
            words
            for reading in story.readings
            for sentence in reading.sentences
            if sentence.role is Role.HEADLINE and (words := content_words(reading, sentence.span))
        ]

    def ranked(self, claims: Iterable[Claim]) -> list[Claim]:
        """The claims, what matters most first."""
        return sorted(claims, key=self._place)

    def lead(self, claims: Sequence[Claim]) -> Claim | None:
        """What the story is about: of the claims near a headline the one that most texts carry."""
        ranked = [each for each in self.ranked(claims) if self.is_readable(each)]
        near = [each for each in ranked if self.nearness(each) >= NEAR and self.stands_alone(each)]
        if near:
            return max(near, key=lambda each: (_support(each)[1], self.nearness(each)))
        return next(iter((*filter(self.stands_alone, ranked), *ranked, *claims)), None)

    def nearness(self, claim: Claim) -> float:
        """The largest share of a headline's words that a body's telling has."""
        told = (each.citation for each in claim.voices if not each.headline)
        words = [content_words(self._story.reading(each.report), each.span) for each in told]
        shares = [len(mine & theirs) / len(theirs) for theirs in self._headlines for mine in words]
        return max(shares, default=0.0)

    def stands_alone(self, claim: Claim) -> bool:
        """Whether its clearest telling says whom it speaks of."""
        cited = self._clearest(claim)
        return stands_alone(self._story.reading(cited.report), cited.span)

    def is_readable(self, claim: Claim) -> bool:
        """Whether its clearest telling has a subject and a verb."""
        return is_readable(self._story, self._clearest(claim))

    def _clearest(self, claim: Claim) -> Citation:
        same = [each.citation for each in claim.voices if self._words(each.citation) == claim.gist]
        return readable(self._story, same[0] if same else claim.voices[0].citation)

    def _words(self, citation: Citation) -> str:
        return self._story.text_of(citation)

    def _place(self, claim: Claim) -> tuple[float, int, Citation]:
        """Support and news together; at the same weight the story's order."""
        worth = sum(_support(claim)) + WEIGHT_OF_HEADLINE * self.nearness(claim)
        worth += claim.id in self._disputed
        worth += claim.status not in (*PLAIN, *BACKGROUND, Status.POSSIBLE)
        worth -= claim.status in BACKGROUND
        worth -= not self.stands_alone(claim)
        return -worth, -claim.counts.reports, claim.evidence[0]


def _support(claim: Claim) -> tuple[float, float]:
    return float(claim.counts.origins[0]), float(claim.counts.texts[0])
