"""Share images: posters drawn in type. HarfBuzz sets and draws the letters, Pillow writes the file.

Both are loaded with this module only, which a site without share images never is.
"""

from __future__ import annotations

from digest.render.cards import HEIGHT, WIDTH
from digest.render.posters import Poster
from digest.render.share.faces import EM, face, lacking, letters
from digest.render.share.picture import Picture
from digest.render.share.typeset import Line, Setter

__all__ = ["draw", "face", "lacking", "letters"]

_MARGIN, _BAR = 84, 20
_COLUMN = WIDTH - 2 * _MARGIN
_PAPER, _INK, _QUIET, _ACCENT, _RULE = "#fcfbf8", "#1d1c1a", "#5c5850", "#8a3312", "#dfd9cd"

# Sizes of type in pixels, and the base lines on which it stands.
_SITE, _DATE, _ASIDE = 34, 42, 30
_TITLES = range(84, 40, -4)
_HEAD, _FOOT = 108, 584
_TOP, _RULED = 156, 522  # the title stands between these
_BELOW = 34  # free above the rule
_MOST_LINES = 5


def draw(poster: Poster, fonts: tuple[bytes, ...]) -> bytes:
    """Return a poster as a PNG file; it is mirrored where its language is written from right to left.

    A letter is taken from the first font that has it. ValueError when one of the fonts can't be read.
    """
    setter = Setter(tuple(face(data) for data in fonts), poster.lang, poster.rtl)
    picture = Picture(WIDTH, HEIGHT, _PAPER)
    picture.box(WIDTH - _BAR if poster.rtl else 0, 0, _BAR, HEIGHT, _ACCENT)
    picture.box(_MARGIN, _RULED, _COLUMN, 2, _RULE)

    def put(line: Line, size: int, y: int, colour: str, *, at_end: bool = False) -> int:
        """Write a line where the column begins, or where it ends; return its width in pixels."""
        width = -(-line.width * size // EM)
        picture.write(line, size, WIDTH - _MARGIN - width if poster.rtl != at_end else _MARGIN, y, colour)
        return width

    put(setter.clipped(poster.site, _COLUMN * EM // _SITE), _SITE, _HEAD, _ACCENT)
    size, lines = _fitted(setter, poster.title)
    step = setter.height(poster.title) * size // EM
    first = _TOP + (_RULED - _BELOW - _TOP - step * len(lines)) // 2 + step * 3 // 4
    for number, line in enumerate(lines):
        put(line, size, first + number * step, _INK)
    dated = put(setter.clipped(poster.date, _COLUMN * EM // _DATE), _DATE, _FOOT, _INK)
    if (left := _COLUMN - dated - (_MARGIN if dated else 0)) > 0:
        put(setter.clipped(poster.aside, left * EM // _ASIDE), _ASIDE, _FOOT, _QUIET, at_end=dated > 0)
    return picture.png()


def _fitted(setter: Setter, title: str) -> tuple[int, list[Line]]:
    """Return the largest size that a title can be set in, and its lines; in the smallest one, it may lose its end."""
    words, height = setter.words(title), setter.height(title)
    longest = max((word.width for word in words), default=0)

    def fits(size: int) -> bool:
        width, most = _room(size, height)
        return longest <= width and len(setter.wrapped(words, width)) <= most

    size = next(filter(fits, _TITLES), _TITLES[-1])
    width, most = _room(size, height)
    lines = setter.wrapped(words, width)
    if len(lines) > most:
        lines[most - 1 :] = [" ".join(lines[most - 1 :])]
    else:
        lines = setter.balanced(words, width)
    return size, [setter.clipped(line, width) for line in lines]


def _room(size: int, height: int) -> tuple[int, int]:
    """Return how long a title's lines may be, and how many there may be of them."""
    return _COLUMN * EM // size, min(_MOST_LINES, (_RULED - _BELOW - _TOP) * EM // (height * size))
