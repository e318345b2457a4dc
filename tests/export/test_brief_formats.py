"""The brief as text, Markdown, HTML and JSON: the same lines, every one cited."""

import json
import re

from reportedly.export.brief_json import render_json
from reportedly.export.html import render_html
from reportedly.export.markdown import render_markdown
from reportedly.export.text import render_text, shortened
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


def test_text_shows_the_origin_line_and_what_was_not_found() -> None:
    text = render_text(_brief())
    assert "2 reports, 2 texts, 2 newsrooms, 2 origins" in text
    assert "Also looked for: no planned meeting in 1 report" in " ".join(text.split())


def test_markdown_has_a_footnote_for_every_mark() -> None:
    page = render_markdown(_brief())
    used = set(re.findall(r"\[\^(\d+)\](?!:)", page))
    assert used == set(re.findall(r"^\[\^(\d+)\]:", page, re.MULTILINE))


def test_html_links_every_mark_to_its_note_and_escapes_words() -> None:
    page = render_html(_brief())
    assert set(re.findall(r'href="#n(\d+)"', page)) == set(re.findall(r'id="n(\d+)"', page))
    assert "<script" not in page
    assert "http" not in page


def test_all_formats_say_in_one_line_what_was_not_found() -> None:
    brief = _brief()
    for page in (render_text(brief), render_markdown(brief), render_html(brief)):
        assert page.count("Also looked for:") == 2
        assert "Planned meetings\n\n*no planned" not in page


def test_a_long_note_is_cut_between_two_words() -> None:
    assert shortened("short enough") == "short enough"
    cut = shortened("one hundred " * 20)
    assert cut.endswith(("hundred ...", "one ..."))
    assert len(cut) <= 164


def test_json_has_the_layers_and_flat_citations() -> None:
    document = json.loads(render_json((talks(),)))
    layers = {"reports", "lineages", "origins", "stories", "entities", "claims", "meetings"}
    layers |= {"positions", "utterances", "differences", "headline_checks", "furniture"}
    assert layers <= set(document)
    citation = document["claims"][0]["evidence"][0]
    assert set(citation) == {"report", "start", "end"}
