"""Pasted quotations, lists and tables in Markdown."""

import pytest

from digest.clean.rules.rule import Removal
from digest.clean.structures import hidden_in_structures, without_structures
from tests.patience import ends_within

TABLE = "<table>\n<tr><td>Day</td>\n<td>Lorries</td></tr>\n<tr><td>Monday</td><td>12</td></tr>\n</table>"


def test_lines_keep_the_numbers_of_their_words() -> None:
    """A row has the number of a line that it comes from, so that what is said of it names the place in the file."""
    lines = list(enumerate(f"Before. {TABLE} After.\nThe end.".split("\n"), 7))
    assert [line for line in without_structures(lines, set()) if line[1]] == [
        (7, "Before. "),
        (9, "| Day | Lorries |"),
        (9, "| --- | --- |"),
        (10, "| Monday | 12 |"),
        (11, "After."),
        (12, "The end."),
    ]


def test_what_no_reader_saw_is_told() -> None:
    """A comment in a structure goes with it and is told with its line; one with a blank line in it keeps both."""
    lines = list(enumerate(["<blockquote>One", "<!-- a", "note --> two</blockquote>"], 5))
    assert list(hidden_in_structures(lines, set())) == [Removal("stray-html", 6, "<!-- a note -->")]
    lines = list(enumerate(["<blockquote>One", "<!-- a", "", "note --> two</blockquote>"], 5))
    assert (without_structures(lines, set()), list(hidden_in_structures(lines, set()))) == (lines, [])


def test_code_is_left_alone() -> None:
    """Lines of code, and a structure with some in it, are not touched."""
    lines = [(1, "<blockquote>a</blockquote>"), (2, ""), (3, "<blockquote>b</blockquote>")]
    assert without_structures(lines, {0}) == [*lines[:2], (3, ""), (3, ""), (3, "> b"), (3, ""), (3, "")]
    lines = [(1, "<blockquote>"), (2, "```"), (3, "a"), (4, "```"), (5, "</blockquote>")]
    assert without_structures(lines, {1, 2, 3}) == lines


@pytest.mark.parametrize(
    "text",
    [
        "<blockquote>" * 40_000,
        "</ul>" * 80_000,
        "<blockquote>*</blockquote>\n" * 18_000,
        "<blockquote>" * 2_000 + "a" + "</blockquote>" * 2_000,
        "<table><tr>" + "<td>a" * 8_000 + "<tr><td>b" * 500 + "</table>",
        "<ol>" + "<li>a" * 9_000 + "</ol>",
        "<blockquote>" + "<b>a" * 12_000 + "</blockquote>",
        "<blockquote>a" + " " * 49_000 + "b</blockquote>",
    ],
    ids=lambda text: text[:20],
)
def test_hostile_text_ends_in_time(text: str) -> None:
    """Whatever is opened, nested or repeated, it ends within two seconds."""
    with ends_within(2):
        without_structures([(1, text)], set())
