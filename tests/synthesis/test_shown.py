"""What a line cites on the page: a few of many copies, every other wording."""

from reportedly.export.html import render_html
from reportedly.export.markdown import render_markdown
from reportedly.export.text import copies_words, render_text
from reportedly.linking.origins import count_origins
from reportedly.model.brief import Brief, Line
from reportedly.model.span import Citation, Span
from reportedly.synthesis.briefing import Wanted, write_brief
from reportedly.synthesis.shown import MOST
from tests.told import AGENCY, OTHER, told

COPIES = 6


def page() -> Brief:
    """The brief of a dispatch, its copies and another report."""
    sites = (f"{AGENCY}\n© {2000 + each} All rights reserved.\n" for each in range(COPIES))
    return write_brief(told(AGENCY, *sites, OTHER), Wanted(), count_origins)


def test_of_the_same_words_in_many_copies_a_few_are_cited() -> None:
    """The rest is counted beside them, and the counts of the line know of all."""
    brief = page()
    lines = [line for part in brief.stories for each in part.sections for line in each.lines]
    copied = [line for line in lines if line.copies]
    assert copied
    for line in copied:
        words = [note.words for note in brief.notes if note.citation in line.evidence]
        assert max(words.count(each) for each in words) == MOST
        assert line.copies == COPIES + 1 - MOST
    assert any(line.counts and line.counts.reports == COPIES + 1 for line in copied)


def test_every_form_of_the_page_says_how_many_copies_there_are() -> None:
    brief = page()
    told_so = f" and {COPIES + 1 - MOST} copies"
    for render in (render_text, render_markdown, render_html):
        assert told_so in render(brief)


def test_one_copy_more_is_one_copy() -> None:
    cited = (Citation("a", Span(0, 4)),)
    assert copies_words(Line("text", cited, "c1", copies=1)) == " and 1 copy"
    assert copies_words(Line("text", cited, "c1")) == ""


def test_many_versions_of_a_text_are_named_in_part() -> None:
    [line] = [
        line.text
        for part in page().stories
        for each in part.sections
        for line in each.lines
        if line.text.startswith("one text in")
    ]
    assert line.count(".txt") == COPIES + 1
    many = (f"{AGENCY}\n© {2000 + each} All rights reserved.\n" for each in range(12))
    text = "".join(render_text(write_brief(told(AGENCY, *many), Wanted(), count_origins)).split())
    assert "and6more(identical:" in text
