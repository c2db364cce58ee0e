import pytest

from digest.annotate.forms import Form
from digest.annotate.initials import middle_initials, takes_initial


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Donald J. Trump", [(0, 7)]),
        ("(Donald J. Trump) and Jean-Luc B. X", [(1, 8), (22, 31)]),
        ("J. R. Smith", []),
        ("Donald j. Trump", []),
        ("Donald JJ. Trump", []),
        ("Donald  J. Trump", []),
        ("J. Trump", []),
        ("in 2025 J. Trump", []),
        ("Donald J.Trump", []),
    ],
)
def test_initial_stands_behind_a_word(text: str, places: list[tuple[int, int]]) -> None:
    """One capital, a point and a space, behind a word and one space."""
    assert places == list(middle_initials(text))


@pytest.mark.parametrize(
    ("form", "takes"),
    [
        (Form("Donald Trump", "x"), True),
        (Form("Ahmed al-Sharaa", "x"), True),
        (Form("Trump", "x"), False),
        (Form("Donald John Trump", "x"), False),
        (Form("buffer zone", "x"), False),
        (Form("Buffer zone", "x", initial=True), False),
        (Form("Air Base", "x", title=True), False),
        (Form("Leyen Du", "x", follows=True), False),
        (Form("دونالد ترامب", "x"), False),
    ],
)
def test_two_words_take_an_initial(form: Form, takes: bool) -> None:
    """A full name of two words, the first with a capital of its own, may have an initial between them."""
    assert takes == takes_initial(form)
