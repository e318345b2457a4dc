"""The documents are true: commands print what is shown, examples run, links lead somewhere, nothing is left out."""

import contextlib
import doctest
import io
import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from reportedly import pipeline
from reportedly.cli import main

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
DOCUMENTS = sorted(
    each
    for pattern in ("*.md", "docs/**/*.md", "examples/*.md", "tests/golden/*.md")
    for each in ROOT.glob(pattern)
)
CUT = "..."
SHELL = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[[^\]]*\]\(([^)#\s]+)(?:#[^)]*)?\)")
ITEM = re.compile(r" +- ")
HEADING = re.compile(r"  [^ (-]")
PER_SECTION = 2  # lines of a brief's section that the README shows


@dataclass(frozen=True, slots=True)
class Shown:
    """A command of the README and the lines shown below it."""

    command: str
    lines: tuple[str, ...]

    @property
    def is_cut(self) -> bool:
        """Whether only the beginning is shown."""
        return CUT in self.lines


def shown_in(block: str) -> Iterator[Shown]:
    """The commands of one block, each up to the next."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, *lines = part.rstrip("\n").split("\n")
        yield Shown(command, tuple(lines))


def run(command: str) -> tuple[str, ...]:
    """The lines that a command prints in the current folder."""
    words = shlex.split(command)
    assert words[0] == "reportedly", command
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        assert main.run(words[1:]) == 0, command
    return tuple(printed.getvalue().rstrip("\n").split("\n"))


def shorten(shown: Shown, printed: tuple[str, ...]) -> tuple[str, ...]:
    """What the README shows of an output: all, the same number of lines, or a brief's first lines of each section."""
    if not shown.is_cut:
        return printed
    if shown.command.startswith("reportedly brief"):
        return tuple(shorten_brief(printed))
    return (*printed[: shown.lines.index(CUT)], CUT)


def shorten_brief(printed: tuple[str, ...]) -> Iterator[str]:
    """The first story's brief with the first lines of each section; every cut is visible."""
    yield from _shorten_sections(printed[: _end_of_first_story(printed)])
    yield CUT
    notes = list(printed[printed.index(_notes(printed)) :])
    yield from notes[: _third(notes)]
    yield CUT


def _shorten_sections(lines: tuple[str, ...]) -> Iterator[str]:
    items, cut = 0, False
    for line in lines:
        if not line:
            items, cut = 0, False
        items += bool(ITEM.match(line))
        more = items > PER_SECTION or (items == PER_SECTION and bool(HEADING.match(line)))
        if more and not cut:
            yield f"  {CUT}"
        cut = cut or more
        if not cut:
            yield line


def _end_of_first_story(printed: tuple[str, ...]) -> int:
    """Where the second rule stands, or the end notes."""
    rules = [place for place, line in enumerate(printed) if line.startswith("===")]
    return rules[1] if len(rules) > 1 else printed.index(_notes(printed))


def _notes(printed: tuple[str, ...]) -> str:
    return next(line for line in printed if line.startswith("END NOTES"))


def _third(notes: list[str]) -> int:
    """Where the third end note begins."""
    return next(place for place, line in enumerate(notes) if line.startswith("[3]"))


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with the examples in it, where a command may leave its archive."""
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("desk")
def test_the_readme_shows_what_its_commands_print(updating: bool) -> None:  # noqa: FBT001 - a fixture
    text = README.read_text("utf-8")
    expected = SHELL.sub(lambda block: _printed(block[1]), text)
    if updating:
        README.write_text(expected, "utf-8")
        text = expected
    assert text.splitlines() == expected.splitlines()


def _printed(block: str) -> str:
    parts = [
        "\n".join((f"$ {shown.command}", *shorten(shown, run(shown.command)), ""))
        for shown in shown_in(block)
    ]
    return f"```console\n{''.join(parts)}```"


def test_a_cut_is_visible_and_hides_no_section() -> None:
    """A shortened brief keeps its headings in order and marks every gap."""
    rule = "=" * 9
    items = ("  - 0", "    of it", "  - 1", "  - 2", "  - 3")
    held = ("  Ada", "    - x", "    - y", "  Bob", "    - z")
    notes = ("END NOTES", "[1] a", "[2] b", "[3] c")
    top = ("BRIEF", rule, "lead", "", "ONE")
    printed = (*top, *items, "", "TWO", *held, "", rule, "next", *notes)
    kept = (*top, *items[:3], "  ...", "", "TWO", *held[:3], "  ...", "", "...")
    assert tuple(shorten_brief(printed)) == (*kept, *notes[:3], "...")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda each: str(each.relative_to(ROOT)))
def test_the_python_of_a_document_runs(document: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    result = doctest.testfile(str(document), module_relative=False, optionflags=doctest.ELLIPSIS)
    assert result.failed == 0


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda each: str(each.relative_to(ROOT)))
def test_every_relative_link_leads_somewhere(document: Path) -> None:
    links = LINK.findall(document.read_text("utf-8"))
    local = [link for link in links if not re.match(r"[a-z]+:", link)]
    assert [link for link in local if not (document.parent / link).exists()] == []


@pytest.mark.parametrize("entry", main.COMMANDS, ids=lambda entry: entry.name)
def test_every_command_is_in_the_readme(entry: main.Entry) -> None:
    assert re.search(rf"^\| `{entry.name}\b", README.read_text("utf-8"), re.MULTILINE)


def test_every_stage_is_in_the_architecture() -> None:
    stages = (*pipeline.READING, *pipeline.TOGETHER, *pipeline.STORY)
    names = {getattr(stage, "func", stage).__name__ for stage in stages}
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    assert sorted(name for name in names if f"`{name}`" not in text) == []


def test_every_layer_has_its_guideline() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    guidelines = sorted(each.name for each in (ROOT / "docs" / "guidelines").glob("*.md"))
    assert [name for name in guidelines if f"docs/guidelines/{name}" not in text] == []
