"""Bullets and numbers."""

import pytest

from digest.clean.pastes.lists import list_marks, order_of


@pytest.mark.parametrize("bullet", list("*•·▪‣◦●○■►✓+-"))
def test_bullets(bullet: str) -> None:
    """Each of the usual bullets opens an item, if a space comes after it."""
    assert list_marks([f"{bullet} One", f"{bullet}Two"]) == [f"{bullet} ", ""]


def test_blanks_after_a_mark() -> None:
    """However many blanks stand after a bullet or a number, the mark has one, as the line's words have."""
    assert list_marks(["-   One", "•\tTwo", "1.   One", "2.\tTwo"]) == ["- ", "• ", "1. ", "2. "]


@pytest.mark.parametrize("numbers", [("1. ", "2. "), ("7) ", "8) "), ("a) ", "b) "), ("(1) ", "(2) "), ("١. ", "٢. ")])
def test_numbers_follow_each_other(numbers: tuple[str, str]) -> None:
    """Numbers open items where two of one style follow each other, with lines between them or not."""
    first, second = numbers
    assert list_marks([f"{first}One", "more of it", f"{second}Two"]) == [first, "", second]
    assert list_marks([f"{first}One", f"{first}Two"]) == ["", ""]
    assert list_marks([f"{first}One", *["more"] * 20, f"{second}Two"]) == [""] * 22


def test_dashes_are_a_list_or_a_dialogue() -> None:
    """Lines with dashes are a list after a colon, or where most of them are no sentences."""
    assert list_marks(["– One", "– Two."]) == ["", ""]
    assert list_marks(["They said:", "– One.", "– Two."]) == ["", "– ", "– "]
    assert list_marks(["– One", "– Two"]) == ["– ", "– "]
    assert list_marks(["– One"]) == [""]


def test_order() -> None:
    """A number has a style and a value, a bullet has neither."""
    assert order_of("(12) ") == ("(1)", 12)
    assert order_of("٢. ") == ("1.", 2)
    assert order_of("c) ") == ("a)", 3)
    assert order_of("• ") is None
