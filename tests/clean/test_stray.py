"""Pasted HTML in Markdown."""

import pytest

from digest.clean.rules.rule import Removal
from digest.clean.stray import hidden_html, without_stray_html
from tests.patience import ends_within


def test_new_lines_share_a_number() -> None:
    """What was one line of the file stays so, however many lines it becomes."""
    assert without_stray_html([(3, "<p>a</p><p>b</p>")], set()) == [
        *((3, text) for text in ("", "", "a", "", "", "", "b", "", "")),
    ]


def test_tag_over_two_lines_keeps_them() -> None:
    """The lines of the file stay apart, even where a tag spans them."""
    assert without_stray_html([(1, "a <span"), (2, 'class="x">b</span>')], set()) == [(1, "a"), (2, "b")]


@pytest.mark.parametrize("text", ['a <b\nclass="x">hello</b> c', 'a <a\nhref="https://example.org/">hello</a\n> c'])
def test_pair_of_tags_over_two_lines_keeps_them(text: str) -> None:
    """So do they where one of a pair of tags that becomes Markdown spans them."""
    mended = without_stray_html(list(enumerate(text.split("\n"), 1)), set())
    assert [number for number, _ in mended] == list(range(1, text.count("\n") + 2))
    assert "hello" in mended[0][1]


def test_what_no_reader_saw_is_told() -> None:
    """A comment and a script are taken out with what is in them: each is told with its line; mere tags are not."""
    text = "One `<!-- code -->`\n<span>two</span> <!-- a\nnote -->\n\n<script>x()</script>\n<!-- open"
    lines = list(enumerate(text.split("\n"), 5))
    assert list(hidden_html(lines, set())) == [
        Removal("stray-html", 6, "<!-- a note -->"),
        Removal("stray-html", 9, "<script>x()</script>"),
    ]
    assert list(hidden_html(lines, set(range(len(lines))))) == []


def test_code_is_left_alone() -> None:
    """Lines of code and spans of code are not touched."""
    lines = [(1, "<p>a"), (2, ""), (3, "`<p>`b")]
    assert without_stray_html(lines, {0}) == lines


@pytest.mark.parametrize(
    "text",
    [
        "<!--" * 25_000,
        "<div>" * 20_000,
        "<b>" * 30_000,
        "<script>" * 12_000,
        "`" * 100_000,
        "<br>" * 25_000,
        "<a " * 30_000,
        "<code>" * 16_000,
        "<p>* " * 20_000,
        "<x>" + " " * 100_000 + "y",
    ],
    ids=lambda text: text[:8],
)
def test_hostile_text_takes_no_time(text: str) -> None:
    """Each hundred kilobytes of malice end within a second."""
    with ends_within(1):
        without_stray_html([(1, text)], set())
