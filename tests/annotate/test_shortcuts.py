from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from digest.annotate.markdown import grammar_plugin
from digest.annotate.shortcuts import Parser, shortcuts_plugin
from tests.annotate.texts import texts

USUAL = MarkdownIt("commonmark", {"html": False}).use(grammar_plugin)
OURS = Parser("commonmark", {"html": False}).use(grammar_plugin).use(shortcuts_plugin)

LINES = [
    *("It began in Homs", "“He left,” she said", "(So it was)", "- an item", "* an item", "2) an item", "> quoted"),
    *("# Heading", "===", "---", "```", "[^1]: a note", "[Homs]: /x", "a | b", "--|--", "**strong** words", "١ digit"),
    *(
        "words with [a link](https://e.example/x) in them[^1]",
        "a\\*b &amp; c",
        "ends with spaces  ",
        "",
        "",
        "",
        "\x00",
    ),
]
lines = st.builds("{}{}".format, st.sampled_from(["", "", "", "  ", "    ", "\t", "> ", "- "]), st.sampled_from(LINES))
blocks = st.builds(
    "".join, st.lists(st.builds("{}{}".format, lines, st.sampled_from(["\n", "\n", "\r\n"])), max_size=9)
)


@given(st.one_of(texts, blocks))
def test_short_cuts_lead_to_the_same(text: str) -> None:
    """The tokens of any text are those that the parser makes of it by itself."""
    usual, ours = USUAL.parse(text), OURS.parse(text)
    assert [token.as_dict() for token in ours] == [token.as_dict() for token in usual]


@given(st.builds("http{}://{}".format, st.sampled_from(["", "s"]), st.text("ab1.-/_~%?:@é", min_size=1, max_size=12)))
def test_addresses_are_written_alike(address: str) -> None:
    """An address that is left as it is would have come out so."""
    assert OURS.normalizeLink(address) == USUAL.normalizeLink(address)
