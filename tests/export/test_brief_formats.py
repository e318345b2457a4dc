"""The brief as text, Markdown, HTML and JSON: the same lines, every one cited."""

import json
import re

from reportedly.export.brief_json import render_json
from reportedly.export.html import render_html
from reportedly.export.markdown import render_markdown
from reportedly.export.text import render_text
from reportedly.linking.origins import count_origins
from reportedly.model.brief import Brief
from reportedly.synthesis.briefing import Wanted, write_brief
from tests.told import ELSEWHERE, talks, told


def _brief() -> Brief:
    return write_brief((talks(), *told(ELSEWHERE)), Wanted(), count_origins)


def test_text_has_each_end_note_once_and_no_line_is_overlong() -> None:
    text = render_text(_brief())
    notes = re.findall(r"^\[(\d+)\]", text, re.MULTILINE)
    assert notes == [str(number) for number in range(1, len(notes) + 1)]
    assert max(len(line) for line in text.splitlines()) <= 100


def test_text_shows_the_origin_line_and_empty_sections() -> None:
    text = render_text(_brief())
    assert "2 reports, 2 texts, 2 newsrooms, 2 origins" in text
    assert "(no planned meeting in 1 report)" in text


def test_markdown_has_a_footnote_for_every_mark() -> None:
    page = render_markdown(_brief())
    used = set(re.findall(r"\[\^(\d+)\](?!:)", page))
    assert used == set(re.findall(r"^\[\^(\d+)\]:", page, re.MULTILINE))


def test_html_links_every_mark_to_its_note_and_escapes_words() -> None:
    page = render_html(_brief())
    assert set(re.findall(r'href="#n(\d+)"', page)) == set(re.findall(r'id="n(\d+)"', page))
    assert "<script" not in page
    assert "http" not in page


def test_json_has_the_layers_and_flat_citations() -> None:
    document = json.loads(render_json((talks(),)))
    layers = {"reports", "lineages", "origins", "stories", "entities", "claims", "meetings"}
    layers |= {"positions", "utterances", "differences", "headline_checks", "furniture"}
    assert layers <= set(document)
    citation = document["claims"][0]["evidence"][0]
    assert set(citation) == {"report", "start", "end"}
