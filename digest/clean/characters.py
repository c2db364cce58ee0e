"""Characters that a reader can't see or can't tell apart, and what stands for them in an entry."""

from __future__ import annotations

import re
import unicodedata

ODD_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\x0b\x0c\x1c-\x1f"
# The joiners and the marks of direction stay: Persian, Kurdish, Arabic and emoji need them.
INVISIBLE = "\u00ad\u200b\u2060\ufeff"

_ODD_SPACE = re.compile(f"[{ODD_SPACES}]")
_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
_NEWLINE = re.compile(r"\r\n?|[\x85\u2028\u2029]")
_WORD = re.compile(r"\w+")


def legible(text: str) -> str:
    """Return pasted or captured `text` as NFC, with plain spaces and line feeds alone, and nothing invisible."""
    text = _CONTROL.sub("", _INVISIBLE.sub("", _NEWLINE.sub("\n", text)))
    return unicodedata.normalize("NFC", _ODD_SPACE.sub(" ", text))


def one_line(text: str) -> str:
    """Return `text` with each run of white space as one space, and none around it."""
    return " ".join(text.split())


def words(text: str) -> list[str]:
    """Return the words of `text`, in order."""
    return _WORD.findall(text)


def folded(text: str) -> str:
    """Return the words of `text` in lower case, for telling whether two texts say the same."""
    return " ".join(words(unicodedata.normalize("NFKC", text).casefold()))
