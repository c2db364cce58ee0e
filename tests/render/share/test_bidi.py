import pytest
from bidi import get_display
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.render.share.bidi import levels, plain, visual

# Every kind of character that a title may hold: letters of both directions, digits, signs of numbers, marks, brackets.
LETTERS = "aT4 25.,:-+$%#()[]{}⟨⟩«»!/'שבٱبتێٓ٥٦۷ٕ́&"


def seen(text: str, *, rtl: bool) -> str:
    """A text's characters as they stand from left to right, joiners left out: they are not seen."""
    found = levels(text, rtl=rtl)
    return "".join(text[number] for number in visual(range(len(text)), found.__getitem__)).replace("\u200c", "")


@settings(max_examples=400)
@given(st.text(LETTERS + "\u200c", max_size=16), st.booleans())
def test_order_is_that_of_the_unicode_algorithm(text: str, rtl: bool) -> None:
    """Characters stand where another implementation of the algorithm puts them, in paragraphs of both directions."""
    line = plain(text)
    assert seen(line, rtl=rtl) == get_display(line, base_dir="R" if rtl else "L").replace("\u200c", "")


@pytest.mark.parametrize(
    ("text", "rtl", "order"),
    [
        ("قصف T4 عام 2025", True, "2025 ماع T4 فصق"),
        ("قاعدة (T4)", True, ")T4( ةدعاق"),  # brackets are mirrored when they are drawn
        ("The word سلام means peace", False, "The word مالس means peace"),
        ("5–7 نيسان", True, "ناسين 7–5"),
        ("10:30", True, "10:30"),
    ],
)
def test_line_is_in_the_order_that_readers_see(text: str, rtl: bool, order: str) -> None:
    """Arabic runs from right to left, Latin letters and numbers in it from left to right."""
    assert seen(text, rtl=rtl) == order


def test_plain_text_is_one_line_without_controls() -> None:
    """Embeddings, overrides and isolates are taken out, and any space is one space; joiners stay."""
    assert plain(" a\u202e b\u2067\n\tc\u2069 \u200f\u200c") == "a b c \u200f\u200c"


def test_marks_are_not_heaped() -> None:
    """A letter keeps the three marks that any script needs; a heap of them would be drawn over other lines."""
    assert plain("a" + "\u0301" * 40 + "b\u0323\u0302\u0301") == "a" + "\u0301" * 3 + "b\u0323\u0302\u0301"


def test_joiner_goes_with_its_letter() -> None:
    """A joiner between letters has their level, so that it does not tear the word."""
    assert levels("مي\u200cروم", rtl=True) == [1] * 6
