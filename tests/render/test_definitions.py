from hypothesis import given
from hypothesis import strategies as st

from digest.render.definitions import clipped


@given(st.text(alphabet="abc,;— ", max_size=60), st.integers(5, 20))
def test_clipped_text_ends_at_a_word(text: str, length: int) -> None:
    """A text that fits is left alone; a longer one is cut at a word, and is no longer than asked for and its mark."""
    short = clipped(text, length)
    assert short == text if len(text) <= length else (short.endswith("…") and len(short) <= length + 1)


def test_text_of_one_long_word_is_cut_in_it() -> None:
    """A text without a place to cut at is cut anyway, not lost."""
    assert clipped("a" * 30, 10) == "a" * 10 + "…"
