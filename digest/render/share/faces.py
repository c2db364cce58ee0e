"""Faces: the fonts that share images are set in, as HarfBuzz reads them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import uharfbuzz as hb

EM = 4096  # units of an em, in every face
_UNSEEN = {"Cc", "Cf", "Cn", "Cs", "Zs", "Zl", "Zp"}


@dataclass(frozen=True, eq=False)
class Face:
    """A font, the characters that it has letters for, and how far these rise above a line and fall below it."""

    font: hb.Font
    covers: frozenset[str]
    rise: int
    fall: int


@lru_cache(maxsize=16)
def face(data: bytes) -> Face:
    """Return the face of a font file's bytes; ValueError when they are none that can be read."""
    found = hb.Face(data)
    if not found.glyph_count or not len(found.unicodes):
        raise ValueError("not an OpenType or TrueType font")
    font = hb.Font(found)
    font.scale = (EM, EM)
    extents = font.get_font_extents("ltr")
    if extents.ascender <= extents.descender:
        raise ValueError("a font whose letters have no height")
    return Face(font, frozenset(map(chr, found.unicodes)), extents.ascender, -extents.descender)


def letters(faces: Iterable[Face]) -> frozenset[str]:
    """Return the characters that any of the faces has letters for."""
    return frozenset[str]().union(*(one.covers for one in faces))


def lacking(text: str, known: frozenset[str]) -> str:
    """Return the characters of a text that are not among the `known` ones, each once."""
    missing = (char for char in dict.fromkeys(text) if char not in known and not _is_unseen(char))
    return "".join(char for char in missing if not set(unicodedata.normalize("NFD", char)) <= known)


def _is_unseen(char: str) -> bool:
    return unicodedata.category(char) in _UNSEEN or unicodedata.name(char, "").startswith("VARIATION SELECTOR")


def chosen(text: str, faces: Sequence[Face]) -> list[int]:
    """Return which face each character is set in: the first that has it, but signs stay in that of what they follow."""
    found: list[int] = []
    for char in text:
        able = [number for number, one in enumerate(faces) if char in one.covers]
        follows = (
            bool(found) and not char.isalnum() and (found[-1] in able or unicodedata.category(char) in ("Mn", "Cf"))
        )
        found.append(found[-1] if follows else (able or [0])[0])
    return found
