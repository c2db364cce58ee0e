"""Bytes of a page to text."""

from __future__ import annotations

import codecs
from collections.abc import Iterator

from bs4.dammit import EncodingDetector
from trafilatura.utils import detect_encoding

_BOMS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_READ_AS = {
    "ascii": "cp1252",
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "iso-8859-9": "cp1254",
    "gb2312": "gb18030",
    "ks_c_5601-1987": "cp949",
    **dict.fromkeys(("idna", "punycode"), "utf-8"),  # of host names: a long text would take minutes
}


def decode(data: bytes, charset: str = "") -> str:
    """Return the text of a page.

    `charset`, the server's word or an author's, goes first, then a byte order mark, the page's own word, UTF-8 and
    guesses. What fits none is read as UTF-8, with U+FFFD for each byte that can't be.
    """
    for name in filter(None, _candidates(data, charset)):
        encoding = _READ_AS.get(name.lower(), name)
        try:
            return data.decode(encoding)
        except (LookupError, UnicodeError):
            continue
    return data.decode("utf-8", "replace")


def unfit(data: bytes, charset: str) -> tuple[int, int] | None:
    """Return the line and the column of the first byte that is not in `charset`, if there is one."""
    name = charset.lower()
    try:
        data.decode("utf-8" if _READ_AS.get(name) == "utf-8" else name)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(name, "replace")
        return before.count("\n") + 1, len(before) - before.rfind("\n")
    return None


def _candidates(data: bytes, charset: str) -> Iterator[str | None]:
    yield charset
    yield next((encoding for bom, encoding in _BOMS.items() if data.startswith(bom)), None)
    yield EncodingDetector.find_declared_encoding(data, is_html=True)
    yield "utf-8"
    yield from detect_encoding(data)
