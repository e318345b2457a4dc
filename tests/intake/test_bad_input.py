"""Everything that goes wrong with inputs: each is named with its reason, and the good report beside it is taken."""

import gzip
import io
import json
import os
import time
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.intake.formats import Refused, Taken, open_bytes, open_reports
from reportedly.intake.page import Limits

GOOD = "Envoys to meet in Oslo\n\nEnvoys of the two countries will meet in Oslo next week, an official said on Friday.\n"
GERMAN = "Der Minister sagte am Freitag, dass die Gespräche in der nächsten Woche in Wien beginnen sollen und dass es um die Grenze und den Handel geht. "
SCRIPTS = "<html><head><script>var a = 'Envoys met in Oslo on Friday.';</script></head><body><script>run()</script></body></html>"


def zipped(**members: str) -> bytes:
    """A zip of these members."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def warc(body: str = GOOD) -> bytes:
    """A web archive with one response."""
    page = f"<html><body><article><h1>Envoys to meet in Oslo</h1><p>{body}</p><p>{body}</p></article></body></html>"
    http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{page}".encode()
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://letter.example/a\r\n"
        "WARC-Date: 2024-03-03T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def letter() -> bytes:
    """An e-mail with a text, the same as HTML, and a picture attached."""
    message = EmailMessage()
    message["From"] = "The Letter <desk@letter.example>"
    message["To"] = "me@reader.example"
    message["Subject"] = "Envoys to meet in Oslo"
    message["Date"] = "Sun, 03 Mar 2024 10:15:00 +0100"
    message.set_content(GOOD)
    message.add_alternative(f"<p>{GOOD}</p>", subtype="html")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="map.png")
    return bytes(message)


BAD = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n\t ", "empty"),
    "marks.txt": (b"--- ... ---", "no words"),
    "binary.dat": (b"abc\0\0\1\2" * 40, "binary: NUL byte at 3"),
    "noise.dat": (bytes(range(1, 32)) * 9, "binary: "),
    "report.pdf": (b"%PDF-1.7 ...", "cannot read 'application/pdf'; known: text, html"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n....", "cannot read 'image/png'"),
    "notes.doc": (bytes.fromhex("d0cf11e0a1b11ae1"), "cannot read 'application/msword'"),
    "notes.docx": (zipped(**{"word/document.xml": "<w/>"}), "office document"),
    "data.xml": (b"<?xml version='1.0'?><orders/>", "cannot read 'application/xml'"),
    "koi8.txt": ("Переговоры начнутся в понедельник".encode("koi8-r"), "unknown encoding"),
    "utf16.txt": (b"\xff\xfeab\x00", "byte-order mark"),
    "german.txt": (GERMAN.encode() * 2, "not English: reads like German"),
    "russian.txt": ("Переговоры начнутся в понедельник".encode(), "Cyrillic"),
    "truncated.zip": (zipped(a=GOOD)[:-30], "damaged: zip"),
    "half.gz": (gzip.compress(GOOD.encode())[:-12], "damaged: gzip"),
    "bomb.zip": (zipped(bomb="0" * 9_000_000), "zip bomb"),
    "bomb.gz": (gzip.compress(b"0" * 9_000_000), "past the limit"),
    "scripts.html": (SCRIPTS.encode(), "only scripts"),
    "nothing.html": (b"<html><body></body></html>", "no article"),
    "long.html": (b"<html><body>" + b"<p>Envoys met.</p>" * 90_000, "characters of markup"),
    "lone.jsonl": (b'{"text": "Envoys met \\ud800 in Oslo."}', "lone surrogate at character 11"),
    "broken.jsonl": (b'{"text": "Envoys met', "no JSON"),
    "list.json": (b'[{"title": "Envoys meet in Oslo"}, {"ti', "no JSON from here on"),
    "fields.jsonl": (b'{"a": 1}', "no text in the record"),
    "numbers.jsonl": (b"7", "a JSON object"),
    "empty.rss": (
        b"<rss version='2.0'><channel><title>A</title></channel></rss>",
        "without an entry",
    ),
    "cut.warc": (warc()[:180], "damaged: "),
    "cut.warc.gz": (gzip.compress(warc())[:200], "damaged: "),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_named_and_the_run_goes_on(name: str, tmp_path: Path) -> None:
    """One refusal with the reason, under the file's own path; the good report after it is taken."""
    data, reason = BAD[name]
    (tmp_path / name).write_bytes(data)
    (tmp_path / "zz.txt").write_text(GOOD, encoding="utf-8")
    found = list(open_reports([tmp_path]))
    refused = [one for one in found if isinstance(one, Refused)]
    assert reason in refused[-1].reason
    assert refused[-1].path.startswith(str(tmp_path / name))
    assert isinstance(found[-1], Taken)


def test_missing_path_is_named(tmp_path: Path) -> None:
    """A path that is not there is a refusal."""
    assert list(open_reports([tmp_path / "no.txt"])) == [
        Refused(str(tmp_path / "no.txt"), "cannot be opened: no such file")
    ]


def test_members_before_the_break_are_taken(tmp_path: Path) -> None:
    """A web archive that breaks off gives the pages before the break and names the break."""
    (tmp_path / "a.warc").write_bytes(warc() + warc()[:-40])
    taken, refused = open_reports([tmp_path])
    assert isinstance(taken, Taken)
    assert taken.report.source.url == "https://letter.example/a"
    assert isinstance(refused, Refused)
    assert "breaks off" in refused.reason


def test_broken_zip_member_spares_the_others() -> None:
    """A member whose bytes were damaged is named; the one after it is taken."""
    data = bytearray(zipped(a=GOOD, b=GOOD + "More."))
    data[40] ^= 0xFF
    first, second = open_bytes(bytes(data), "x.zip")
    assert isinstance(first, Refused)
    assert "breaks off" in first.reason
    assert isinstance(second, Taken)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_duplicate_names_in_a_zip_are_both_taken() -> None:
    """Two members of one name get paths that differ."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.txt", GOOD)
        archive.writestr("a.txt", GOOD + "More.")
        archive.writestr("__MACOSX/a.txt", "x")
    paths = [
        one.report.path for one in open_bytes(buffer.getvalue(), "x.zip") if isinstance(one, Taken)
    ]
    assert paths == ["x.zip#a.txt", "x.zip#a.txt (2)"]


def test_link_loop_is_named(tmp_path: Path) -> None:
    """A link to a folder above is named and not followed; so are links to nothing."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    (tmp_path / "gone").symlink_to(tmp_path / "nothing")
    (tmp_path / "self").symlink_to(tmp_path / "self")
    reasons = [one.reason for one in open_reports([tmp_path]) if isinstance(one, Refused)]
    assert "symbolic link loop" in reasons[0]
    assert len(reasons) == 3


def test_unreadable_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the system does not let us open is refused with its word for it."""
    path = tmp_path / "secret.txt"
    path.write_text(GOOD, encoding="utf-8")

    def denied(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", denied)
    assert list(open_reports([path])) == [Refused(str(path), "cannot be opened: permission denied")]
    monkeypatch.setattr(os, "scandir", denied)
    assert list(open_reports([tmp_path])) == [
        Refused(str(tmp_path), "cannot be opened: permission denied")
    ]


def test_names_that_are_no_text(tmp_path: Path) -> None:
    """A file whose name is no UTF-8 is read under a name that can be printed."""
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/a\xff.txt")).write_text(GOOD, encoding="utf-8")
    (found,) = open_reports([tmp_path])
    assert isinstance(found, Taken)
    assert found.report.path == f"{tmp_path}/a?.txt"


def test_pipe_is_no_report(tmp_path: Path) -> None:
    """A named pipe is refused, not waited for."""
    os.mkfifo(tmp_path / "pipe")
    (refused,) = open_reports([tmp_path])
    assert refused == Refused(
        str(tmp_path / "pipe"), "cannot be opened: neither a file nor a folder"
    )


def test_huge_page_is_refused_unread(tmp_path: Path) -> None:
    """A page of 200 MB is refused by its size at once."""
    with (tmp_path / "huge.html").open("wb") as file:
        file.write(b"<html><body>")
        file.truncate(200_000_000)
    started = time.perf_counter()
    (refused,) = open_reports([tmp_path])
    assert isinstance(refused, Refused)
    assert "too large: 200,000,000 bytes" in refused.reason
    assert time.perf_counter() - started < 1


def test_limits_of_containers() -> None:
    """Too many members, too much in all, too deep, too long a member: each is named."""
    both = zipped(a=GOOD, b=GOOD)
    nested = zipped(**{"in.zip": both.decode("latin-1")})
    limits = {
        "members": Limits(members=1),
        "unpacked": Limits(total_bytes=150),
        "more than 50 bytes": Limits(report_bytes=50),
    }
    for word, limit in limits.items():
        refused = [
            one for one in open_bytes(both, "x.zip", limits=limit) if isinstance(one, Refused)
        ]
        assert word in refused[-1].reason
    (deep,) = open_bytes(nested, "x.zip", limits=Limits(depth=0))
    assert isinstance(deep, Refused)
    assert "nested" in deep.reason
    (many,) = [
        one
        for one in open_bytes(warc() * 2, "x.warc", limits=Limits(members=1))
        if isinstance(one, Refused)
    ]
    assert "more than 1 records" in many.reason
    (long,) = open_bytes(warc(), "x.warc", limits=Limits(report_bytes=50))
    assert isinstance(long, Refused)
    assert "more than 50 bytes" in long.reason


def test_letter_gives_its_text_and_names_its_attachment() -> None:
    """Subject, sender and date are read; the picture is refused by name; the HTML twin is no attachment."""
    taken, refused = open_bytes(letter(), "a.eml")
    assert isinstance(taken, Taken)
    assert taken.report.text.startswith("Envoys to meet in Oslo\n\nEnvoys of")
    assert taken.report.source.outlet == "The Letter"
    assert taken.report.published is not None
    assert taken.report.published.at is not None
    assert taken.report.published.at.isoformat() == "2024-03-03T10:15:00+01:00"
    assert refused == Refused(
        "a.eml#map.png", "attachment of type 'image/png' not read; give it as a file of its own"
    )


def test_marks_and_controls_stay_in_the_text() -> None:
    """Right-to-left marks, a bell and carriage returns are kept: offsets are those of the file."""
    text = "Envoys meet\r\n\r\nThe envoys of \u200fالقدس\u200e and Oslo met on Friday\x07, an official of the ministry said.\r\n"
    (taken,) = open_bytes(text.encode(), "a.txt")
    assert isinstance(taken, Taken)
    assert taken.report.text == text


def test_byte_order_mark_is_no_character() -> None:
    """The mark is left out of the text and stays in the bytes."""
    for encoding in ("utf-8-sig", "utf-16", "utf-32"):
        (taken,) = open_bytes(GOOD.encode(encoding), "a.txt")
        assert isinstance(taken, Taken)
        assert taken.report.text == GOOD
        assert taken.data == GOOD.encode(encoding)


def test_windows_text_and_damaged_utf8_are_read() -> None:
    """English in Windows-1252 is read; one bad byte in sound UTF-8 becomes U+FFFD."""
    quoted = "“Envoys” met in Oslo on Friday, an official said, and they will meet again in the new year."
    (taken,) = open_bytes(quoted.encode("cp1252"), "a.txt")
    assert isinstance(taken, Taken)
    assert taken.report.text == quoted
    (damaged,) = open_bytes(quoted.encode() * 9 + b"\x93 They left.", "b.txt")
    assert isinstance(damaged, Taken)
    assert damaged.report.text.count("\ufffd") == 1


def test_many_tiny_files(tmp_path: Path) -> None:
    """A folder of small files is read in the order of their names, lazily."""
    for number in range(300):
        (tmp_path / f"{number:04}.txt").write_text(f"{GOOD}{number}", encoding="utf-8")
    (tmp_path / ".hidden").write_text("x", encoding="utf-8")
    found = open_reports([tmp_path])
    first = next(found)
    assert isinstance(first, Taken)
    assert first.report.path.endswith("0000.txt")
    assert sum(isinstance(one, Taken) for one in found) == 299


HEADS = st.sampled_from(
    [b"", b"<html><body><p>", b"From: a\nTo: b\nSubject: c\n\n", b"<rss><channel><item><title>", b'{"text": "', b'[{"text": "',
     b"WARC/1.0\r\nWARC-Type: response\r\n", b"PK\x03\x04", b"\x1f\x8b\x08", b"\xff\xfe", b"filedesc://x"]
)  # fmt: skip


@settings(deadline=None, max_examples=150)
@given(
    HEADS,
    st.binary(max_size=200),
    st.sampled_from(["a", "a.html", "a.eml", "a.jsonl", "a.rss", "a.json"]),
)
def test_no_bytes_crash_the_intake(head: bytes, rest: bytes, name: str) -> None:
    """Any bytes give reports or refusals, each with a path and a reason."""
    for one in open_bytes(head + rest, name):
        assert one.report.path if isinstance(one, Taken) else one.reason


@settings(deadline=None, max_examples=60)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=9),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["text", "title", "url", "date", "source", "author"]),
                inner,
                max_size=4,
            )
        ),
        max_leaves=8,
    )
)
def test_no_record_crashes_the_intake(record: object) -> None:
    """Any JSON value is a record or refused."""
    assert list(open_bytes(json.dumps([record]).encode(), "a.json"))
