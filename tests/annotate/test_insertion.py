import pytest

from digest.annotate import markdown
from digest.annotate.insertion import Link, edges, fits, insert


@pytest.mark.parametrize(
    ("text", "words", "html"),
    [
        ("one two", "one", "<p>{one} two</p>"),
        ("**one** two", "one", "<p><strong>{one}</strong> two</p>"),
        ("**one** two", "one two", "<p>{<strong>one</strong> two}</p>"),
        ("***one*** two", "one two", "<p>{<em><strong>one</strong></em> two}</p>"),
        ("*one **two***", "one two", "<p><em>{one <strong>two</strong>}</em></p>"),
        ("one\ntwo", "one\ntwo", "<p>{one\ntwo}</p>"),
        ("*one* two", "e two", None),
        ("*one two*", "e tw", "<p><em>on{e tw}o</em></p>"),
        ("one *two*", "one t", None),
    ],
)
def test_link_is_put_around_words(text: str, words: str, html: str | None) -> None:
    """A link goes as tightly around its words as emphasis lets it, and nowhere where it would cut through."""
    tokens = markdown.parse(text, {})
    inline = next(token for token in tokens if token.type == "inline")
    start = markdown.plain(inline).index(words)
    assert fits(inline, edges(inline), start, start + len(words)) == (html is not None)
    if html is None:
        return
    insert(inline, [Link(start, start + len(words), "x")])
    opened = '<a class="term" href="/glossary/x/" data-term="x" aria-describedby="t-x">'
    assert html == markdown.render(tokens).strip().replace(opened, "{").replace("</a>", "}")


def test_link_that_does_not_fit_is_a_fault_of_ours() -> None:
    """Putting a link where it cuts through emphasis is refused."""
    inline = markdown.parse("*one* two", {})[1]
    with pytest.raises(ValueError, match="does not fit"):
        insert(inline, [Link(1, 5, "x")])
