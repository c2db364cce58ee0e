"""Bytes to text: UTF-8, composed characters, one kind of line end, nothing that no page could hold."""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass, field

from digest.model import Source
from digest.problems import Problem, Span

MAX_BYTES = 2_000_000

# C0 and C1 controls other than tab and line feed, and the two code points that XML 1.0 forbids besides them.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_CONTROLS = bytes(code for code in range(128) if FORBIDDEN.match(chr(code)))  # those of ASCII
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True)
class Text:
    """A file's text in NFC with line feeds as line ends; makes the places in it."""

    path: str
    content: str
    lines: tuple[str, ...] = field(repr=False)

    @classmethod
    def of(cls, path: str, content: str) -> Text:
        """Split `content` into lines."""
        return cls(path, content, tuple(content.split("\n")))

    @property
    def stem(self) -> str:
        """The file's name without its ending `.md`."""
        return self.path.rpartition("/")[2].removesuffix(".md")

    def span(self, line: int = 0, column: int = 0) -> Span:
        """Return the place at `line` and `column`, which count from 1; 0 means unknown."""
        shown = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        return Span(self.path, line, column, shown)


def decode(source: Source) -> tuple[Text, tuple[Problem, ...]]:
    """Return the text of a file and what is wrong with its bytes; the text is as good as it can be made."""
    if len(source.data) > MAX_BYTES:
        message = f"the file has more than {MAX_BYTES:,} bytes"
        return Text.of(source.path, ""), (Problem(Span(source.path), message, "split it", "file-size"),)
    try:
        raw = source.data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return Text.of(source.path, ""), (_not_utf8(source, error),)
    if "\r" in raw:
        raw = raw.replace("\r\n", "\n").replace("\r", "\n")
    text = Text.of(source.path, unicodedata.normalize("NFC", raw))
    if source.data.isascii() and len(source.data.translate(None, _CONTROLS)) == len(source.data):
        return text, ()  # as the pattern would say, in a fifth of its time
    found = FORBIDDEN.search(text.content)
    return text, (_control(text, found.start()),) if found else ()


def _not_utf8(source: Source, error: UnicodeDecodeError) -> Problem:
    before = source.data[: error.start].decode("utf-8", "replace")
    line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
    byte = source.data[error.start]
    guess = bytes([byte]).decode("cp1252", "replace")
    now = "it is UTF-16 now" if source.data[:2] in _UTF16 else f'in Windows-1252 this byte is "{guess}"'
    message = f"the file is not UTF-8: byte 0x{byte:02X}"
    return Problem(Span(source.path, line, column), message, f"save it as UTF-8 ({now})", "not-utf8")


def _control(text: Text, offset: int) -> Problem:
    before = text.content[:offset]
    line, column = before.count("\n") + 1, offset - before.rfind("\n")
    return Problem(
        text.span(line, column),
        f"control character U+{ord(text.content[offset]):04X}",
        "delete it: no page or feed can hold it",
        "control-character",
    )
