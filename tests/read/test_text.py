import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.model import Source
from digest.read.text import MAX_BYTES, Text, decode


def text_of(data: bytes) -> Text:
    """The text of a file without problems."""
    text, problems = decode(Source("x.md", data))
    assert problems == ()
    return text


@pytest.mark.parametrize(
    ("data", "content"),
    [
        (b"\xef\xbb\xbfErdo\xc4\x9fan", "Erdoğan"),
        (b"one\r\ntwo\rthree\n", "one\ntwo\nthree\n"),
        ("Erdog\u0306an".encode(), "Erdoğan"),
        ("tab\there, ZWNJ\u200cthere".encode(), "tab\there, ZWNJ\u200cthere"),
    ],
)
def test_text_has_one_form(data: bytes, content: str) -> None:
    """A byte-order mark goes, line ends are one character, letters are composed; all else stays."""
    assert content == text_of(data).content


@pytest.mark.parametrize(
    ("data", "place", "message"),
    [
        (b"first\nErdo\xf0an", "x.md:2:5", "the file is not UTF-8: byte 0xF0"),
        ("fünf\nErdo".encode() + b"\x92", "x.md:2:5", "the file is not UTF-8: byte 0x92"),
        ("title".encode("utf-16"), "x.md:1:1", "the file is not UTF-8: byte 0xFF"),
        (b"first\nbell\x07", "x.md:2:5", "control character U+0007"),
        ("a\u0085b".encode(), "x.md:1:2", "control character U+0085"),
        ("a\uffffb".encode(), "x.md:1:2", "control character U+FFFF"),
        (b"x" * (MAX_BYTES + 1), "x.md", "the file has more than 2,000,000 bytes"),
    ],
)
def test_bytes_that_no_page_can_hold_are_refused(data: bytes, place: str, message: str) -> None:
    """What is not text is an error at its line and column, which count characters."""
    _, (problem,) = decode(Source("x.md", data))
    assert place == str(problem.span)
    assert message == problem.message


def test_foreign_byte_is_named() -> None:
    """The hint shows what the byte would be in the encoding that it most often comes from."""
    _, (problem,) = decode(Source("x.md", b"Israel\x92s envoy"))
    assert problem.hint == 'save it as UTF-8 (in Windows-1252 this byte is "’")'


def test_stem() -> None:
    """The name of a file is what stands between its folder and its ending, dots and all."""
    assert Text.of("content/articles/2025/04.b.md", "").stem == "04.b"


def test_place_shows_its_line() -> None:
    """A place in a text carries its source line; a line that does not exist shows nothing."""
    text = Text.of("x.md", "first\nsecond")
    assert text.span(2, 3).text == "second"
    assert text.span(3, 1).text == ""
    assert text.span().text == ""


@given(st.binary(max_size=200))
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    """Whatever a file holds, there is a text or a problem with a place, never an exception."""
    text, problems = decode(Source("x.md", data))
    assert problems or (unicodedata.is_normalized("NFC", text.content) and "\r" not in text.content)
    assert all(problem.span.line >= 1 and problem.span.column >= 1 for problem in problems)
