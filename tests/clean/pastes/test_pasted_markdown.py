"""Telling Markdown from plain text."""

import pytest

from digest.clean.pastes.pasted_markdown import looks_like_markdown, without_forced_links


@pytest.mark.parametrize(
    "text",
    [
        "# Bridge\n\nThe **bridge** opened.",
        "The [bridge](https://example.org) and the [road](https://example.org/road).",
        "## Bridge\n\n| a | b |\n|---|---|\n| 1 | 2 |",
        "## Bridge\n\nSee [the text][1].\n\n[1]: https://example.org",
    ],
)
def test_markdown(text: str) -> None:
    """Two signs of different kinds, or two links, make a text Markdown."""
    assert looks_like_markdown(text)


@pytest.mark.parametrize(
    "text",
    [
        "# of lorries: 12",
        "- one\n- two\n\n> three",
        "2 ** 3 ** 4 and *one* and a_b_c",
        "The [bridge](https://example.org) opened.",
        "[1] (https://example.org) [2] (https://example.org)",
        "# Bridge\n\nThe **bridge** <script>opened</script>.",
    ],
)
def test_plain_text(text: str) -> None:
    """One sign alone, what plain texts have too, and HTML leave a doubt: then the text is kept as it was written."""
    assert not looks_like_markdown(text)


def test_forced_links_are_taken_as_text() -> None:
    """A source can't name terms of the digest that imports it; its code stays as it is."""
    assert without_forced_links("[[hts|them]] [a](b)\n\n    x[[0]]\n") == "\\[[hts|them]] [a](b)\n\n    x[[0]]\n"
    assert without_forced_links("\\[[hts]] [[[x]]]") == "\\[[hts]] \\[\\[[x]]]"
    assert without_forced_links("[a](b)") == "[a](b)"
