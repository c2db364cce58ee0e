"""Telling what an input is."""

import pytest

from digest.clean.kinds import Kind, Refusal, kind_of
from tests.clean.docx import docx

MAIL = b"From: a@example.org\nTo: b@example.org\nSubject: Oranges\n\nThey came."


@pytest.mark.parametrize(
    ("data", "name", "content_type", "kind"),
    [
        (b"<!DOCTYPE html><p>One", "-", "", "page"),
        (b"It said <p>.", "-", "text/plain; charset=utf-8", "text"),
        (b"One", "-", "text/html", "page"),
        (MAIL, "-", "", "mail"),
        (b"\xef\xbb\xbf" + MAIL, "-", "", "mail"),
        (b"From a@example.org Wed Apr  9 2025\n" + MAIL, "-", "", "mail"),
        (b"Subject: Oranges\n\n<html>", "letter.EML", "", "mail"),
        (b"Subject: Oranges\nThey came.", "note.txt", "", "text"),
        (b"From: the capital\nTo: the border\nThey came.\nSubject: x", "-", "", "text"),
        (docx(""), "-", "", "word"),
        (b"", "report.docx", "", "word"),
        ("Ä".encode("utf-16"), "-", "", "text"),
        ("<!DOCTYPE html><p>One".encode("utf-16"), "-", "", "page"),
        (b"---\nOne\n---\ntitle: two", "-", "", "text"),
        (b"", "-", "", "text"),
    ],
)
def test_kind(data: bytes, name: str, content_type: str, kind: Kind) -> None:
    """The first bytes tell, then what a server said, then the file's name."""
    assert kind_of(data, name=name, content_type=content_type) == kind


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, "old Word file"),
        (b"{\\rtf1\\ansi One}", "RTF"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\xff\xd8\xff\xe0", "picture"),
        (b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.text", "OpenDocument"),
        (b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/epub+zip", "book"),
        (b"PK\x03\x04xl/workbook.xml", "archive"),
        (b"---\ndate: 2025-04-09\ntitle: [Talks\n---\nOne", "front matter"),
        (b"\xef\xbb\xbf---\r\ntitle: Talks\r\n\r\nOne", "front matter"),
        (b"One\0two", "not a text"),
        ("<html>One".encode("utf-16-le"), "UTF-16"),
    ],
)
def test_what_cannot_be_imported(data: bytes, what: str) -> None:
    """What can't be imported is named, with a hint what to do instead."""
    found = kind_of(data)
    assert isinstance(found, Refusal)
    assert what in found.message
    assert found.hint


def test_author_knows_better() -> None:
    """A text in an encoding that the author names may hold any bytes."""
    assert kind_of(b"O\0n\0e\0", charset="utf-16-le") == "text"
    assert kind_of("<html>One".encode("utf-16-be"), charset="utf-16-be") == "page"
    assert kind_of("<html>One".encode("utf-16-be"), charset="no-such-charset") == "text"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_named(encoding: str) -> None:
    """An encoding that the bytes show and no mark says is in the hint."""
    found = kind_of("They came on Wednesday, and it rained.".encode(encoding))
    assert isinstance(found, Refusal)
    assert encoding in found.hint
