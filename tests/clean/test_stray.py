"""Pasted HTML in Markdown."""

import time

import pytest

from digest.clean.stray import without_stray_html


def test_new_lines_share_a_number() -> None:
    """What was one line of the file stays so, however many lines it becomes."""
    assert without_stray_html([(3, "<p>a</p><p>b</p>")], set()) == [
        *((3, text) for text in ("", "", "a", "", "", "", "b", "", "")),
    ]


def test_tag_over_two_lines_keeps_them() -> None:
    """The lines of the file stay apart, even where a tag spans them."""
    assert without_stray_html([(1, "a <span"), (2, 'class="x">b</span>')], set()) == [(1, "a"), (2, "b")]


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
    ],
    ids=lambda text: text[:8],
)
def test_hostile_text_takes_no_time(text: str) -> None:
    """Each hundred kilobytes of malice end within a second."""
    start = time.process_time()
    without_stray_html([(1, text)], set())
    assert time.process_time() - start < 1
