"""Numbered lines."""

from digest.clean.lines import joined, numbered, squeezed
from digest.model import Body


def test_lines_have_their_numbers() -> None:
    """A body knows the numbers of its lines, or they count from one."""
    assert numbered(Body("a\nb\n", (4, 5))) == [(4, "a"), (5, "b")]
    assert numbered(Body("a\nb")) == [(1, "a"), (2, "b")]


def test_there_and_back() -> None:
    """Joined, numbered lines are the body again."""
    body = Body("a\n\nb\n", (4, 5, 6))
    assert joined(numbered(body), ending="\n") == body
    assert joined([]) == Body()


def test_squeezed() -> None:
    """Blank lines come one at a time, but where they are kept, and none at the ends."""
    lines = [(1, ""), (2, "a"), (3, ""), (4, ""), (5, "b"), (6, ""), (7, ""), (8, "c"), (9, "")]
    kept = [number in (6, 7) for number, _ in lines]
    assert squeezed(lines, kept) == [(2, "a"), (3, ""), (5, "b"), (6, ""), (7, ""), (8, "c")]
