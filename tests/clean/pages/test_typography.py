"""Raised and lowered signs are text."""

import pytest

from digest.clean.pages.markdown import from_html


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("10<sup>6</sup> m<sup>−2</sup>, 2<sup>n</sup>", "10⁶ m⁻², 2ⁿ"),
        ("CO<sub>2</sub> and C<sub>12</sub>H<sub>22</sub>", "CO₂ and C₁₂H₂₂"),
        ("5<sup>th</sup>, 1<sup>er</sup>, M<sup>me</sup>, 2<sup>a</sup>", "5th, 1er, Mme, 2a"),
        ("e<sup>x</sup> and 10<sup>x+1</sup> and 2<sup>1.5</sup>", "e^x and 10^(x+1) and 2^(1.5)"),
        ("k<sub>B</sub>", "kB"),
        ('10<sup><a href="https://a.example/">1</a></sup>', "10[1]"),
        ("10<sup> </sup> and <sub></sub> more", "10 and more"),
    ],
)
def test_raised_and_lowered_signs(html: str, markdown: str) -> None:
    """Digits and signs have characters of their own; powers of others get a `^`, endings and marks of notes do not."""
    assert from_html(f"<p>{html}</p>") == markdown


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("x <b>one</b><b>two</b> y", "x **onetwo** y"),
        ("x <em>one</em><em> two</em><em> three</em> y", "x *one two three* y"),
        ("x <b>one</b> <b>two</b> y", "x **one** **two** y"),
    ],
)
def test_emphasis_that_goes_on(html: str, markdown: str) -> None:
    """Emphasis that goes on in the next tag is one."""
    assert from_html(f"<p>{html}</p>") == markdown


@pytest.mark.parametrize(
    "html",
    ["<a>&lt;</a>script>", "&lt;<a href='javascript:x'>script></a>", "&lt;<span>script></span>", "&lt;<b>s</b>c>"],
)
def test_signs_that_meet_across_tags(html: str) -> None:
    """What would be a tag once the markup between its signs is dropped is escaped."""
    assert from_html(f"<p>A {html} here.</p>").startswith("A \\<")
