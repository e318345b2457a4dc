"""The records behind a brief as one JSON object; every citation is `{"report", "start", "end"}`."""

import json
from collections.abc import Iterable, Iterator

import msgspec

from reportedly.language.characters import encodable
from reportedly.model.report import Report, Role
from reportedly.model.story import Story

LAYERS = (
    "lineages",
    "relations",
    "entities",
    "claims",
    "meetings",
    "positions",
    "utterances",
    "differences",
    "headline_checks",
)


def render_json(stories: Iterable[Story]) -> str:
    """One line of JSON; docs/formats.md describes it."""
    return encodable(json.dumps(brief_document(stories), ensure_ascii=False)) + "\n"


def brief_document(stories: Iterable[Story]) -> dict[str, object]:
    """The records of all stories, each with the id of its story."""
    document: dict[str, list[object]] = {
        name: [] for name in ("reports", "stories", "origins", "furniture", *LAYERS)
    }
    for story in stories:
        for reading in story.readings:
            document["reports"].append(_report(reading.report))
            document["furniture"].extend(_furniture(reading.report))
        document["stories"].append(_story(story))
        document["origins"].extend(_labelled(story, story.counts.tellers if story.counts else ()))
        for layer in LAYERS:
            document[layer].extend(_labelled(story, getattr(story, layer)))
    return {**document}


def _labelled(story: Story, records: Iterable[object]) -> Iterator[dict[str, object]]:
    for record in records:
        fields = flat(msgspec.to_builtins(record))
        if isinstance(fields, dict):
            yield {"story": story.id, **fields}


def flat(value: object) -> object:
    """Citations and spans as the formats have them: `{"report", "start", "end"}` without a nested span."""
    if isinstance(value, dict):
        if set(value) == {"report", "span"} and isinstance(value["span"], dict):
            return {"report": value["report"], **value["span"]}
        return {str(key): flat(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [flat(each) for each in value]
    return value


def _report(report: Report) -> dict[str, object]:
    return {
        "id": report.id,
        "path": report.path,
        "source": flat(msgspec.to_builtins(report.source)),
        "published": flat(msgspec.to_builtins(report.published)),
    }


def _story(story: Story) -> dict[str, object]:
    return {
        "id": story.id,
        "reports": [reading.report.id for reading in story.readings],
        "counts": flat(msgspec.to_builtins(story.counts)),
        "inferred": flat(msgspec.to_builtins(story.inferred)),
    }


def _furniture(report: Report) -> list[dict[str, object]]:
    """What is on the page and not of the report, with the reason."""
    return [
        {
            "report": report.id,
            "start": block.span.start,
            "end": block.span.end,
            "role": block.role.value,
            "because": block.because,
        }
        for block in report.blocks
        if block.role not in (Role.PARAGRAPH, Role.HEADLINE)
    ]
