"""A Markdown text as blocks."""

import pytest

from digest.clean.blocks import Block, blocks, code_lines, ends_sentence, levelled, plain

LONG = "The delegations met on Thursday for talks, the foreign ministry said."


def test_blocks_have_their_lines() -> None:
    """Each block knows its lines, its kind and its words."""
    text = "# One\n\ntwo *three*\nfour\n\n- five\n- six\n\n  seven\n\n> eight\n\n```\nnine\n```\n\n| a | b |\n| - | - |"
    assert blocks(text) == [
        Block(0, 1, "One", "heading"),
        Block(2, 4, "two three four"),
        Block(5, 6, "five", "item"),
        Block(6, 10, "six seven", "item"),
        Block(10, 11, "eight", "quote"),
        Block(12, 15, "nine", "code"),
        Block(16, 18, "a b", "table"),
    ]


def test_paragraph_of_remarks_is_split() -> None:
    """Text that was pasted without blank lines is a block a line; a wrapped paragraph is one."""
    assert [block.text for block in blocks(f"{LONG}\nComments\n{LONG}")] == [LONG, "Comments", LONG]
    assert len(blocks("The delegations met on Thursday for talks on a bridge, which\nCount Zeppelin had built")) == 1


def test_plain_is_what_a_reader_sees() -> None:
    """Markup is gone, words are not."""
    assert plain("**One** [two](https://example.org) `three` &amp; \\*four\\*") == "One two three & *four*"


def test_code_lines() -> None:
    """The lines of fenced and indented code, in lists and quotations too."""
    assert code_lines("a\n\n    b\n\n```\nc\n```\n> ~~~\n> d") == {2, 4, 5, 6, 7, 8}


@pytest.mark.parametrize(
    ("text", "is_prose"),
    [
        (LONG, True),
        ("word " * 30, True),
        ("Comments", False),
        ("It rained.", False),
        ("Two mayors quarrel over a road", False),
    ],
)
def test_prose(text: str, is_prose: bool) -> None:
    """A sentence of some length, or many words, are prose."""
    assert Block(0, 1, text.strip()).is_prose is is_prose


@pytest.mark.parametrize(
    "text",
    [
        "انتهى؟",
        "ختم ہوا۔",
        "„Er ging.“",
        "« Il part. »",
        "“He left.”",
        "قال «انتهى».",
        "¿Y qué?",
        "Llueve. EFE",
        "“Es regnet.” – dpa",
    ],
)
def test_sentences_end_in_every_language(text: str) -> None:
    """Marks of other scripts end a sentence, and marks of quotation may follow as languages set them."""
    assert ends_sentence(text)


@pytest.mark.parametrize("text", ["أولا؛", "أولا،", "first;", "he asked AFP"])
def test_half_a_sentence(text: str) -> None:
    """Commas and semicolons of any script end none."""
    assert not ends_sentence(text)


def test_levels_of_headings() -> None:
    """The highest heading gets the second level, those under it follow, and code stays as it is."""
    assert levelled("# One\n\n### Two\n\n```\n# no\n```") == "## One\n\n#### Two\n\n```\n# no\n```"
    assert levelled("### One\n\n###### Two") == "## One\n\n##### Two"
    assert levelled("# One\n\n###### Two") == "## One\n\n###### Two"
    assert levelled("One\n===") == "One\n==="
