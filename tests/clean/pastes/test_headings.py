"""Headings of pasted text."""

import pytest

from digest.clean.pastes.headings import headings
from digest.clean.pastes.passages import passages

PROSE = "The bridge over the border river opened again on Wednesday, the ministry said in a statement."


def is_heading(*lines: str) -> bool:
    """Whether the last of the lines is a heading between prose."""
    between = [line for text in lines for line in (text, "")]
    return len(lines) in headings(passages(list(enumerate([PROSE, "", *between, PROSE], 1))))


@pytest.mark.parametrize("line", ["Who pays", "Part 2", "From 2012 to now", "الجسر والطريق", "“Open” and shut"])
def test_headings(line: str) -> None:
    """A short line between prose that ends without punctuation is a heading."""
    assert is_heading(line)


@pytest.mark.parametrize(
    "line",
    ["— Ida, 34, mason", "- Ida", "“We waited", "Page 1 of 12", "3 / 12", "Seite 3 von 12", "who pays", "It is."],
)
def test_no_headings(line: str) -> None:
    """Who said a quotation, where one begins, and the number of a page head nothing."""
    assert not is_heading(line)


def test_alike() -> None:
    """A line of the same shape as the one before it, or that comes again, is no heading."""
    assert not is_heading("Paris: Ida", "Rome: none")
    assert is_heading("Paris: Ida", "Who pays")
    assert not is_heading("Reporter", PROSE, "Reporter")


def test_underlined() -> None:
    """An underlined line is a heading wherever it stands."""
    assert headings(passages([(1, "Who pays"), (2, "--------")])) == {0}
