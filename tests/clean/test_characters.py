"""Characters that can't be seen."""

from hypothesis import given
from hypothesis import strategies as st

from digest.clean.characters import folded, legible, one_line, words


def test_legible() -> None:
    """Odd spaces, ends of lines and composed letters are made plain; nothing invisible stays."""
    assert legible("a\u00a0b\u2009c\r\nd\u2028e\u200b\ufeff\u00ad\x00f e\u0301") == "a b c\nd\nef é"


def test_joiners_and_directions_stay() -> None:
    """Persian, Arabic and emoji keep what holds them together."""
    text = "می\u200cخواهم \u200fا 👩\u200d🚒"
    assert legible(text) == text


def test_one_line() -> None:
    """White space of any kind is one space, and none at the ends."""
    assert one_line(" a\n\tb\u00a0 c ") == "a b c"


@given(st.text(st.sampled_from("a ب \t\n\x1f\x85\u00a0\u200b\u2028\u3000"), max_size=8))
def test_one_line_has_the_words_as_they_are(text: str) -> None:
    """Nothing but white space is changed, whatever kinds of it a text has."""
    assert one_line(text).split(" ") == (text.split() or [""])


def test_folded_text_compares_words() -> None:
    """Capitals, punctuation and widths make no difference."""
    assert folded("“Bridge” opens: Ａgain!") == folded("bridge OPENS again")
    assert words("re-built, twice") == ["re", "built", "twice"]
