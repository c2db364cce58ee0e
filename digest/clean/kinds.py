"""What an input is: a page, a mail, a Word file or a text; or what can't be imported, and what to do instead."""

from __future__ import annotations

import codecs
import re
from pathlib import PurePosixPath
from typing import Literal, NamedTuple

from digest.clean.mails.envelope import is_mail

Kind = Literal["page", "mail", "word", "text"]

_START = 4_000  # bytes in which an input shows what it is
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|article|main|div|p|h[1-6]|table|meta|script)\b", re.IGNORECASE)
_ENTRY = re.compile(rb"(?:\xef\xbb\xbf)?---[ \t]*\r?\n(?:(?!---)[^\n]*\n){0,40}?title[ \t]*:")
_NAMED: dict[str, Kind] = {".eml": "mail", ".mht": "mail", ".mhtml": "mail", ".docx": "word"}
_SERVED: dict[str, Kind] = {"text/html": "page", "application/xhtml": "page", "message/rfc822": "mail"}
_ZIP, _OLE = (b"PK\x03\x04", b"PK\x05\x06"), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*")
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_COPY = "open it, copy the text, and import that"
_SAVE = "open it in a word processor and save it as .docx, or copy its text"


class Refusal(NamedTuple):
    """Why an input can't be imported, and what the author can do."""

    message: str
    hint: str


def kind_of(data: bytes, *, name: str = "", content_type: str = "", charset: str = "") -> Kind | Refusal:
    """Return what `data` is: its first bytes say so, then its `content_type` and its file's `name`.

    Where a `charset` is given, `data` is a text even if it holds bytes that texts don't.
    """
    suffix = PurePosixPath(name.casefold()).suffix
    if data.startswith(_ZIP) or suffix == ".docx":
        return _packed(data, suffix)
    if refusal := _refusal(data[:_START], charset):
        return refusal
    if content_type:
        return next((kind for served, kind in _SERVED.items() if content_type.startswith(served)), "text")
    if _NAMED.get(suffix) == "mail" or is_mail(data):
        return "mail"
    return "page" if _HTML.search(_seen(data[:_START], charset)) else "text"


def _seen(start: bytes, charset: str) -> str:
    """Return the characters of a beginning that a tag is made of, whatever stands between them."""
    if start.startswith(_UTF16):
        return start.decode("utf-16", "ignore")
    try:
        return start.decode(charset or "latin-1", "ignore")
    except (LookupError, UnicodeError):  # no encoding of texts
        return start.decode("latin-1")


def _packed(data: bytes, suffix: str) -> Kind | Refusal:
    if suffix == ".docx" or b"word/document" in data:
        return "word"
    if b"mimetypeapplication/vnd.oasis.opendocument" in data[:_START]:
        return Refusal("this is an OpenDocument file", _SAVE)
    if b"mimetypeapplication/epub" in data[:_START]:
        return Refusal("this is a book (EPUB)", _COPY)
    return Refusal("this is an archive, a table or a presentation", "import a page, a text, a mail or a Word file")


def _refusal(start: bytes, charset: str) -> Refusal | None:
    if _ENTRY.match(start):
        hint = "copy it into content/articles/, and see what `digest clean` makes of it"
        return Refusal("this has front matter, as an entry has", hint)
    if b"%PDF-" in start[:1024]:
        return Refusal("this is a PDF", _COPY)
    if start.lstrip().startswith(b"{\\rtf"):
        return Refusal("this is a rich text file (RTF)", _SAVE)
    if start.startswith(_OLE):
        return Refusal("this is an old Word file (.doc) or another file of old office programs", _SAVE)
    if start.startswith(_PICTURES) or start[4:8] == b"ftyp" or (start[:4] == b"RIFF" and start[8:12] == b"WEBP"):
        return Refusal("this is a picture or a film", "import the text that it shows, or the page that it stood on")
    return None if charset or start.startswith(_UTF16) or b"\0" not in start else _unreadable(start)


def _unreadable(start: bytes) -> Refusal:
    for name, zeros, others in (("utf-16-le", start[1::2], start[::2]), ("utf-16-be", start[::2], start[1::2])):
        if zeros.count(0) > len(zeros) / 2 and b"\0" not in others:
            return Refusal("this looks like UTF-16 without a mark that says so", f"try --encoding {name}")
    return Refusal("this is not a text", "save the page as HTML, or paste its text")
