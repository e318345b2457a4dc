"""Readings made by hand for the tests of linking: sentences only, in our own words."""

from collections.abc import Sequence
from datetime import date

from reportedly.model.interval import Interval
from reportedly.model.reading import Reading
from reportedly.model.report import Block, Known, Published, Report, Role, Source
from reportedly.model.span import Span
from reportedly.model.story import Story
from reportedly.model.syntax import Sentence

HARBOUR = (
    "The mayor of Larvik said on Tuesday that the northern harbour will close in March.",
    "Some 340 dock workers were told of the decision at a meeting in the town hall.",
    "The port company Nordkai lost 12 million crowns last year, its director Ola Brekke said.",
    "A union leader called the closure a betrayal of the families who live by the quay.",
    "The government in Oslo has offered to pay for new training over two years.",
    "Ferries to Denmark will leave from the southern pier instead.",
    "Fishermen fear that they will have to land their catch in Sandefjord.",
    "A last vote in the council is planned for Friday.",
)
REWORDED = (
    "On Tuesday the mayor of Larvik announced that the harbour in the north is to shut in March.",
    "About 340 workers of the docks learned about the decision at a town hall meeting.",
    "Port company Nordkai made a loss of 12 million crowns last year, director Ola Brekke said.",
    "The closing is a betrayal of families living by the quay, according to a leader of the union.",
    "Oslo's government offers to fund new training for two years.",
    "Instead, ferries to Denmark are going to depart from the pier in the south.",
    "Fishermen are afraid of having to land their catch in Sandefjord.",
    "The council plans a last vote on Friday.",
)
SHIPS = (
    "Two trawlers ran aground off Vardo in thick fog.",
    "Their crews were lifted out by a helicopter of the coast guard.",
    "Oil has leaked from one of the tanks.",
    "Divers will look at the hulls when the sea is calm.",
    "The owner has promised to pay.",
)
OTHER = (
    "Heavy snow has blocked the mountain road between Voss and Gol for a third day.",
    "Rescue teams brought food to 25 lorry drivers who had slept in their cabins.",
    "Meteorologists expect the wind to calm down by the weekend.",
    "Schools along the valley stay shut, the county said.",
)
HALF = (  # half of it retold, scattered among another telling
    *(REWORDED[0], SHIPS[0], REWORDED[1], SHIPS[1], REWORDED[3], SHIPS[2], REWORDED[5]),
    *SHIPS[3:],
)


def reading(
    name: str, sentences: Sequence[str], *, agency: str | None = None, day: date | None = None
) -> Reading:
    """A reading whose report has this id and these sentences, a paragraph each."""
    spans: list[Span] = []
    at = 0
    for sentence in sentences:
        spans.append(Span(at, at + len(sentence)))
        at += len(sentence) + 1
    text = "\n".join(sentences)
    blocks = tuple(Block(span, Role.PARAGRAPH, "by hand") for span in spans)
    published = Published(Interval.day(day), Known.GIVEN, "by hand") if day else None
    report = Report(name, f"{name}.txt", text, blocks, Source(agency=agency), published)
    return Reading(report, tuple(Sentence(span, Role.PARAGRAPH) for span in spans))


def story(*readings: Reading) -> Story:
    """A story of these readings."""
    return Story("story", readings)
