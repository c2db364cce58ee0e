"""What the extractor would lose or tear apart is put otherwise before."""

import pytest
from lxml.html import document_fromstring, tostring

from digest.clean.pages.capture import capture
from digest.clean.pages.mend import mend

PROSE = (
    "The committee met for six hours on Tuesday before agreeing on a text that nobody in the room called final.",
    "Its chair, Maria Alvarez, said that the remaining questions about water would be settled by the end of May.",
    "Farmers along the river have waited for eleven years for the canal, which was promised to them in 2014.",
)


def mended(body: str) -> str:
    """The body of a page, as HTML, when its markup is mended."""
    page = document_fromstring(f"<html><body>{body}</body></html>")
    mend(page)
    return "".join(tostring(child, encoding="unicode") for child in page.xpath("body/node()"))


def drafted(body: str) -> str:
    """The body of the draft of a page on which `body` stands between paragraphs, without these."""
    before, after = (" ".join(f"<p>{text}</p>" for text in part) for part in (PROSE, PROSE))
    html = f"<title>Canal opens</title><article><h1>Canal opens</h1>{before}{body}{after}</article>"
    markdown = capture(f"<html lang=en><meta charset=utf-8>{html}</html>".encode()).body
    for text in PROSE:
        markdown = markdown.replace(text, "")
    return markdown.strip()


@pytest.mark.parametrize(
    "empty",
    [
        '<i class="fa fa-star"></i>',
        "<b></b>",
        "<strong> </strong>",
        "<span></span>",
        "<del></del>",
        "<em><br></em>",
        "<b><img src=x></b>",
        "<i><b></b></i>",
    ],
)
def test_text_after_empty_tags_stays(empty: str) -> None:
    """What follows a tag without words neither goes with it nor is marked in its stead."""
    text = drafted(f"<p>The first half of this sentence stands here {empty} and the other half here.</p>")
    assert text.replace("\\\n", " ") == "The first half of this sentence stands here and the other half here."


def test_text_after_an_empty_block_stays() -> None:
    """An advertisement's empty box doesn't take the text after it away."""
    after = "The loose text after a box for an advertisement stays in the article, as it should."
    assert drafted(f"<div>{PROSE[0]}<div class=ad><img src=x></div>{after}</div>") == after


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("at <time datetime=12:00>noon</time> on Friday", "at noon on Friday"),
        ("from a <label>labelled</label> cup", "from a labelled cup"),
        ("called <q>a <b>bad</b> joke</q> by all", "called “a **bad** joke” by all"),
        ("called <q>“a joke”</q> by all", "called “a joke” by all"),
        ("with <code>f(x)</code> and <kbd>Ctrl</kbd> alone", "with `f(x)` and `Ctrl` alone"),
        ("with <var>n</var> steps", "with *n* steps"),
        ("said so<sup><a href='#fn1'>1</a></sup> and <a href='#top'>more</a> then", "said so[1] and more then"),
        ("said so<a href='#fn1'><sup>[1]</sup></a> then", "said so[1] then"),
    ],
)
def test_words_within_a_line_stay_there(markup: str, words: str) -> None:
    """Times, labels, quotations, code and marks of notes are a part of their sentence."""
    assert drafted(f"<p>The people of the village drank {markup}, as they always had.</p>") == (
        f"The people of the village drank {words}, as they always had."
    )


def test_a_form_keeps_its_labels() -> None:
    """The label of a field is none of the article's words."""
    body = '<p>Mail: <label for="x">Address</label></p><p><label>Name <input></label></p>'
    assert mended(body) == body


def test_marks_of_notes_stand_in_brackets_before_the_article_is_looked_for() -> None:
    """Where the extractor finds too little, it takes words alone, and the mark would be a part of the one before it."""
    assert mended("<p>said so<sup><a href='#fn1'>1</a></sup> then</p>") == "<p>said so[1] then</p>"


def test_linked_headings_between_paragraphs_stay() -> None:
    """A heading that is a link stays where it parts the article's paragraphs."""
    assert drafted('<h2><a href="https://a.example/part">The long history of the part</a></h2>') == (
        "## The long history of the part"
    )


def test_short_sentences_of_links_stay() -> None:
    """A sentence that is made of several links stays between paragraphs; what leads away keeps its link."""
    links = [f'<a href="https://a.example/{name}">{name}</a>' for name in ("Iran", "Iraq", "Syria")]
    assert drafted(f"<p>{links[0]}, {links[1]} and {links[2]} agreed.</p>") == "Iran, Iraq and Syria agreed."
    line = '<p>a</p><p><a href="/x">See our pictures of the week now.</a></p><p>b</p>'
    assert mended(line) == line


def test_code_keeps_its_lines() -> None:
    """A block of code is neither indented nor followed by blanks."""
    assert drafted("<pre><code>  one\ntwo()\n</code></pre>") == "```\n  one\ntwo()\n```"


def test_tables_keep_their_cells() -> None:
    """Lists in cells stay, and each cell stands in its column."""
    rows = ("<th>Home</th><th>Away</th>", "<td><ul><li>Ali 3</li><li>Bo 88</li></ul></td><td>Cy</td>")
    spanned = ("<td rowspan=2>span</td><td>a</td>", "<td>c</td>", "<td colspan=2>wide</td>")
    assert drafted(f"<table>{''.join(f'<tr>{row}</tr>' for row in rows + spanned)}</table>").split("\n") == [
        "| Home | Away |",
        "| --- | --- |",
        "| Ali 3, Bo 88 | Cy |",
        "| span | a |",
        "|  | c |",
        "| wide |  |",
    ]
