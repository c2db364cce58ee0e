"""Typesetting: a text as glyphs in their places, measured as they are drawn, and cut into lines."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

import uharfbuzz as hb

from digest.render.share.bidi import levels, plain, visual
from digest.render.share.faces import EM, Face, chosen

ELLIPSIS = "…"
_LOOSE = ",;:–— "  # what does not stand before an ellipsis


@dataclass(frozen=True, slots=True)
class Glyph:
    """A glyph of a face and where it stands from its line's left end, in units of an em."""

    face: Face
    id: int
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Line:
    """A text on one line: its glyphs, and its width in units of an em."""

    text: str
    glyphs: tuple[Glyph, ...]
    width: int


@dataclass(frozen=True)
class Setter:
    """Sets texts in these faces, in a language and its direction; widths are in units of an em."""

    faces: tuple[Face, ...]
    lang: str
    rtl: bool

    def line(self, text: str) -> Line:
        """Return a text on one line, its glyphs in the order in which they are seen."""
        x, glyphs = 0, list[Glyph]()
        for level, number, run in self._runs(text):
            for info, place in self._shaped(run, self.faces[number], rtl=level % 2 == 1):
                glyphs.append(Glyph(self.faces[number], info.codepoint, x + place.x_offset, place.y_offset))
                x += place.x_advance
        return Line(text, tuple(glyphs), x)

    def words(self, text: str) -> list[Line]:
        """Return each word of a text."""
        return [self.line(word) for word in plain(text).split()]

    def wrapped(self, words: Sequence[Line], width: int) -> list[str]:
        """Return words on lines of at most this width, each as full as can be; a longer word has its own line."""
        lines: list[list[Line]] = []
        taken = width
        for word in words:
            taken += self._space + word.width
            if taken > width:
                lines.append([])
                taken = word.width
            lines[-1].append(word)
        return [" ".join(word.text for word in line) for line in lines]

    def balanced(self, words: Sequence[Line], width: int) -> list[str]:
        """Return words on as few lines of at most this width, all of them about as long."""
        lines = narrower = self.wrapped(words, width)
        while len(narrower) == len(lines) and width > EM:
            lines, width = narrower, width - EM // 8
            narrower = self.wrapped(words, width)
        return lines

    def clipped(self, text: str, width: int) -> Line:
        """Return a text on a line of at most this width: cut at a word, or else in it, and then with an ellipsis."""
        text = plain(text)
        whole = self.line(text)
        if whole.width <= width:
            return whole
        spaces = [place for place, char in enumerate(text) if char == " "]
        ends = [*range(spaces[0] if spaces else len(text)), *spaces]

        def cut(end: int) -> Line:
            return self.line(text[:end].rstrip(_LOOSE) + ELLIPSIS)

        return cut(ends[max(bisect_right(ends, width, key=lambda end: cut(end).width) - 1, 0)])

    def height(self, text: str) -> int:
        """Return how far apart the lines of a text stand, by the faces that it is set in."""
        used = {self.faces[number] for number in chosen(plain(text), self.faces)} or {*self.faces[:1]}
        return max((face.rise + face.fall) * 7 // 8 for face in used)

    @cached_property
    def _space(self) -> int:
        return self.line(" ").width

    def _runs(self, text: str) -> list[tuple[int, int, str]]:
        """Return the runs of one level and one face, each with these two, from left to right."""
        marked = zip(levels(text, rtl=self.rtl), chosen(text, self.faces), text, strict=True)
        runs = [(*key, "".join(char for *_, char in group)) for key, group in groupby(marked, lambda mark: mark[:2])]
        return visual(runs, lambda run: run[0])

    def _shaped(self, run: str, face: Face, *, rtl: bool) -> Iterator[tuple[hb.GlyphInfo, hb.GlyphPosition]]:
        buffer = hb.Buffer()
        buffer.add_str(run)
        buffer.direction = "rtl" if rtl else "ltr"
        buffer.language = self.lang  # else it would be that of the machine
        buffer.guess_segment_properties()
        hb.shape(face.font, buffer)
        return zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
