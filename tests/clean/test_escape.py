"""Plain text as Markdown."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from digest.clean.blocks import paragraph_text
from digest.clean.characters import one_line
from digest.clean.escape import escape, heading

READER = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"]).use(footnote_plugin)


@settings(max_examples=500, deadline=None)
@given(st.text("ab1 .)-+*_`~[](){}<>#=|\\/&;:!^\"'“”é\u0627", min_size=1, max_size=30).map(one_line).filter(bool))
def test_text_means_itself(text: str) -> None:
    """Any line, escaped, is one paragraph that says just that, without markup."""
    assert paragraph_text(escape(text)) == text
    children = READER.parse(escape(text))[1].children or []
    assert {child.type for child in children} <= {"text", "text_special", "softbreak"}


@pytest.mark.parametrize(
    "text",
    [
        "He added, “I told the Prime Minister [of Israel]... if you have a problem, I can solve it.”",
        "The T4 base (Tiyas) - east of Homs - was hit 3 times; 5 < 7 & 20% of it_was_lost at 12:30.",
        "It costs $5 + $3 = $8, or so #they say: see example.org/a_b?c=d&e=f.",
    ],
)
def test_prose_stays_readable(text: str) -> None:
    """What can't be taken for markup is not escaped."""
    assert escape(text) == text


def test_term_links_are_not_forged() -> None:
    """Pasted brackets are no link to a term."""
    assert escape("[[t4]] and [[!HTS]]") == r"\[[t4]] and \[\[!HTS]]"


def test_heading_keeps_its_last_sign() -> None:
    """A number sign at the end of a heading is text."""
    assert heading("In C #", 2) == r"## In C \#"
    assert heading(r"\#", 2) == r"## \#"
