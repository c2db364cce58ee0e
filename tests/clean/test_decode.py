"""Bytes to text."""

import codecs

import pytest

from digest.clean.decode import decode, unfit

TURKISH = "Şehir meclisi üyeleri çarşamba günü İzmir'de toplandı."


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        (TURKISH.encode("utf-8"), ""),
        (TURKISH.encode("cp1254"), "windows-1254"),
        (TURKISH.encode("cp1254"), "iso-8859-9"),
        (codecs.BOM_UTF16_LE + TURKISH.encode("utf-16-le"), ""),
        (codecs.BOM_UTF8 + TURKISH.encode("utf-8"), ""),
        (TURKISH.encode("utf-8"), "no-such-charset"),
    ],
)
def test_decode(data: bytes, charset: str) -> None:
    """The charset that was told is used, else a byte order mark, else UTF-8."""
    assert decode(data, charset) == TURKISH


def test_page_says_its_encoding() -> None:
    """Where nobody else says it, the page's own word counts."""
    page = f'<html><head><meta charset="windows-1254"></head><body>{TURKISH}</body></html>'
    assert decode(page.encode("cp1254")) == page


def test_latin_1_means_what_browsers_read() -> None:
    """Pages that claim ISO 8859-1 are in Windows-1252, with its quotation marks."""
    assert decode(b"\x93No\x94", "iso-8859-1") == "“No”"


def test_encoding_that_does_not_fit_is_found() -> None:
    """The place of the first byte that is not in an encoding is told."""
    assert unfit(f"One\nto {TURKISH}".encode(), "ascii") == (2, 4)
    assert unfit(TURKISH.encode("cp1254"), "UTF-8") == (1, 1)
    assert unfit(TURKISH.encode(), "utf-8") is None
    assert unfit(b"a" * 100_000, "punycode") is None


def test_nothing_fails() -> None:
    """Bytes that are no text at all still give one."""
    assert decode(bytes(range(256)))
