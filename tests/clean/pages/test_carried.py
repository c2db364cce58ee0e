"""What the extractor would drop of lists and quotations is carried through it."""

import pytest

from tests.clean.pages.test_mend import PROSE, drafted

LINKS = "<li><a href='https://a.example/one'>The first report</a></li><li><a href='/two'>The second</a></li>"
ANNOUNCED = f"{PROSE[0][:-1]}, which rests on these reports:"


def test_numbers_of_lists() -> None:
    """Ordered lists stay so, and begin with their number."""
    items = "<li>Heat the oven.</li><li>Grind the nuts very fine.</li>"
    assert drafted(f"<ol>{items}</ol>") == "1. Heat the oven.\n2. Grind the nuts very fine."
    assert drafted(f"<ol start=5>{items}</ol>") == "5. Heat the oven.\n6. Grind the nuts very fine."
    assert drafted(f"<ol start=x>{items}</ol>").startswith("1. ")
    assert drafted(f"<ul>{items}</ul>") == "- Heat the oven.\n- Grind the nuts very fine."


def test_linked_items_that_a_sentence_announces_stay() -> None:
    """A list of links between a sentence with a colon and a paragraph is the article's, with its links."""
    links = "[The first report](https://a.example/one)", "The second"
    assert drafted(f"<p>{ANNOUNCED}</p><ul>{LINKS}</ul>") == f"{ANNOUNCED}\n\n- {links[0]}\n- {links[1]}"
    assert drafted(f"<p>{ANNOUNCED}</p><ol start=3>{LINKS}</ol>").endswith(f"\n3. {links[0]}\n4. {links[1]}")


@pytest.mark.parametrize(
    "before", ["<p>Reports:</p>", "<h3>Here is more of what we wrote about it:</h3>", "<p>Read more on this topic:</p>"]
)
def test_linked_items_under_a_label_go(before: str) -> None:
    """Labels, headings, and lines that a rule knows announce other articles."""
    assert "report" not in drafted(f"{before}<ul>{LINKS}</ul>").replace("Reports:", "")


def test_quotations_in_quotations_and_lists_stay() -> None:
    """Each quotation stays in what it stands in, with its emphasis and the text after it."""
    inner = "<blockquote><p>The canal <em>will</em> open.</p><blockquote>When?</blockquote></blockquote>"
    assert drafted(f"<blockquote>He read.{inner}<p>Then he left.</p></blockquote>").split("\n>\n") == [
        "> He read.",
        "> > The canal *will* open.\n> >\n> > > When?",
        "> Then he left.",
    ]
    item = "<li>One said:<blockquote>It will open.</blockquote></li><li>The others were silent.</li>"
    assert drafted(f"<ul>{item}</ul>") == "- One said:\n\n  > It will open.\n\n- The others were silent."
