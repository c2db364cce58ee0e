"""Places in lines that cleaning has changed."""

import pytest

from digest.clean import clean_body, written_column
from digest.model import Body
from tests.patience import ends_within


@pytest.mark.parametrize(
    ("written", "words", "which"),
    [
        ('See <a href="https://hts.example/HTS">HTS</a> now.', "HTS", 1),
        ("<p>HTS spoke.</p><p>HTS went.</p>", "HTS went", 0),
        ("The\u00a0\u00a0talks with <b>HTS</b> and T4.", "T4", 0),
        ("<span>One</span> <del>two</del>", "<del>", 0),
        ("\u200bA <i>small</i> town, a small town.", "small town.", 0),
    ],
)
def test_words_are_found_where_they_were_written(written: str, words: str, which: int) -> None:
    """What stands in a clean line is pointed at in the author's, whatever cleaning took out before it."""
    lines = clean_body(Body(written)).body.text.split("\n")
    line = next(line for line in lines if words in line)
    column = written_column(line, line.index(words) + 1, written)
    starts = [at for at in range(len(written)) if written.startswith(words, at)]
    assert column == starts[which] + 1


@pytest.mark.parametrize(("clean", "column", "written"), [("a", 0, "<b>a</b>"), ("**a**", 1, "<b>a</b>"), ("", 1, "x")])
def test_what_is_nowhere_has_no_column(clean: str, column: int, written: str) -> None:
    """A place of a whole line, or of a sign that cleaning wrote, has no column."""
    assert written_column(clean, column, written) == 0


def test_hostile_line_takes_no_time() -> None:
    """Lines that are long and all alike end within a second."""
    with ends_within(1):
        written_column("a b " * 4_900, 9_000, "<b>a b " * 2_800)
        written_column("a b " * 500_000, 9_000, "<b>a b " * 300_000)
