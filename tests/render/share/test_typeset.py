from itertools import groupby, pairwise

import pytest

from digest.render.share.faces import EM, face
from digest.render.share.typeset import Setter
from tests.render.share.letters import FONTS

FACES = tuple(face(data) for data in FONTS)
ENGLISH = Setter(FACES, "en", rtl=False)
ARABIC = Setter(FACES, "ar", rtl=True)
TITLE = "Israel and Turkey open a channel over Syria in Baku"


def ids(setter: Setter, text: str) -> list[int]:
    """The glyphs of a line from left to right."""
    return [glyph.id for glyph in setter.line(text).glyphs]


def test_arabic_letters_are_joined() -> None:
    """A letter within a word has another form than alone, and words run from right to left."""
    alone = [ids(ARABIC, letter)[0] for letter in "سلم"]
    joined = ids(ARABIC, "سلم")
    assert len(joined) == 3
    assert not set(alone) & set(joined)
    assert ids(ARABIC, "دار") == [ids(ARABIC, letter)[0] for letter in "راد"]


def test_each_letter_comes_from_its_font() -> None:
    """In a mixed line Arabic words are set in the Arabic font and others in the Latin one, in the order of reading."""
    line = ARABIC.line("قصف T4 عام")
    assert [FACES.index(font) for font, _ in groupby(glyph.face for glyph in line.glyphs)] == [1, 0, 1]
    line = ARABIC.line("قصف عام T4")
    assert [FACES.index(font) for font, _ in groupby(glyph.face for glyph in line.glyphs)] == [0, 1]
    assert [glyph.x for glyph in line.glyphs] == sorted(glyph.x for glyph in line.glyphs)


def test_brackets_are_mirrored() -> None:
    """In a line from right to left, a bracket opens to the left."""
    assert ids(ARABIC, "(") == ids(ENGLISH, ")") != ids(ENGLISH, "(")


def test_marks_take_no_room() -> None:
    """A mark stands on its letter: the line is as wide as without it."""
    assert ENGLISH.line("ḥ").width == ENGLISH.line("h").width
    assert ENGLISH.line("x\u0331").width == ENGLISH.line("x").width


@pytest.mark.parametrize("ems", [6, 9, 14, 40])
def test_lines_are_within_their_width(ems: int) -> None:
    """Words are kept in order and whole, no line is wider than the width, and none has room for another word."""
    words = ENGLISH.words(TITLE)
    lines = ENGLISH.wrapped(words, ems * EM)
    assert " ".join(lines) == TITLE
    assert all(ENGLISH.line(line).width <= ems * EM for line in lines)
    assert all(ENGLISH.line(f"{one} {other.split()[0]}").width > ems * EM for one, other in pairwise(lines))


def test_long_word_has_a_line_of_its_own() -> None:
    """A word that is longer than the width stands alone."""
    assert ENGLISH.wrapped(ENGLISH.words("a Donaudampfschiff b"), 4 * EM) == ["a", "Donaudampfschiff", "b"]
    assert ENGLISH.wrapped([], EM) == []


def test_balanced_lines_are_about_as_long() -> None:
    """Balancing keeps the number of lines, and the last one is no single word where it need not be."""
    words = ENGLISH.words("Envoys of both countries meet in Baku for talks today")
    full, even = ENGLISH.wrapped(words, 20 * EM), ENGLISH.balanced(words, 20 * EM)
    assert len(full) == len(even) == 2
    widths = [[ENGLISH.line(line).width for line in lines] for lines in (full, even)]
    assert max(widths[1]) - min(widths[1]) < max(widths[0]) - min(widths[0])


def test_clipped_line_ends_at_a_word() -> None:
    """What has no room loses its end at a word, or within it where it is the only one, and says so."""
    assert ENGLISH.clipped(TITLE, 40 * EM).text == TITLE
    assert ENGLISH.clipped(TITLE, 13 * EM).text == "Israel and Turkey open…"
    assert ENGLISH.clipped("Israel, and more", 5 * EM).text == "Israel…"
    short = ENGLISH.clipped("Donaudampfschiff", 5 * EM)
    assert short.text.startswith("Dona")
    assert short.text.endswith("…")
    assert short.width <= 5 * EM


def test_lines_of_arabic_stand_farther_apart() -> None:
    """The distance of lines is that of the fonts in use: marks above and below need room."""
    assert ENGLISH.height("Baku") == ENGLISH.height("") < ENGLISH.height("Baku باكو")


def test_letters_are_those_of_the_language() -> None:
    """A Serbian б and a Romanian ş are drawn as their readers know them."""
    for lang, letter in (("sr", "б"), ("ro", "ş")):
        assert ids(Setter(FACES, lang, rtl=False), letter) != ids(ENGLISH, letter)


def test_letters_are_not_joined_in_latin_script() -> None:
    """An i keeps its dot after an f: in Turkish, one without it is another letter."""
    assert ids(ENGLISH, "fi fl ffi") == [ids(ENGLISH, letter)[0] for letter in "fi fl ffi"]
