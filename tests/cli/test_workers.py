"""Many reports are read on all cores: the same readings, in the same order."""

from collections.abc import Iterator
from pathlib import Path

from reportedly.cli.workers import MANY, read_all
from reportedly.intake.formats import Refused, Taken, open_bytes, open_reports


def _many(folder: Path) -> None:
    for number in range(MANY + 2):
        text = f"Storm {number} reaches port\n\nThe mayor of Larvik said on Monday that storm {number} had passed.\n"
        (folder / f"{number:03}.txt").write_text(text, encoding="utf-8")
    (folder / "010-empty.txt").write_bytes(b"")


def test_many_reports_come_back_in_order_with_the_same_readings(tmp_path: Path) -> None:
    _many(tmp_path)
    found = list(read_all(open_reports([tmp_path])))
    paths = [each.path if isinstance(each, Refused) else each.report.path for each, _ in found]
    assert paths == sorted(paths)
    assert sum(1 for _, reading in found if reading is None) == 1
    each, reading = found[0]
    assert isinstance(each, Taken)
    assert [(each, reading)] == list(read_all(iter([each])))


def test_known_reports_are_not_read_again() -> None:
    def opened() -> Iterator[Taken | Refused]:
        yield from open_bytes(
            b"A ship left the port on Monday, the harbour master said.\n", "a.txt"
        )

    assert [reading for _, reading in read_all(opened(), known=lambda _: True)] == [None]
