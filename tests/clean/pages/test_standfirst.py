"""The standfirst of a page."""

import pytest
from lxml.html import document_fromstring

from digest.clean.pages.capture import capture
from digest.clean.pages.standfirst import find_standfirst

TITLE = "Bridge opens again"
TOLD = "After six years, lorries cross the border river again."
PROSE = "The bridge over the border river opened again on Wednesday, the ministry said in a statement. "
PARAGRAPHS = f"<p>{PROSE}</p>" * 4


def found(after: str, descriptions: frozenset[str] = frozenset()) -> str:
    """The standfirst of a page with `after` after its headline."""
    return find_standfirst(document_fromstring(f"<h1>{TITLE}</h1>{after}{PARAGRAPHS}"), TITLE, descriptions)


NAMES = "dek news-deck articleDek__x1 standfirst t-standFirst sub-headline article__subtitle Page-subHeadline subdeck"
MORE = "article_dek-VydJj contentHeader__deck--f1b7 PageSubhead article__sub-title Article-subline"


@pytest.mark.parametrize("name", [*NAMES.split(), *MORE.split(), "dek large"])
def test_class_says_standfirst(name: str) -> None:
    """Outlets have many names for it, and all of them count."""
    assert found(f"<div><p class='{name}'>{TOLD}</p></div>") == TOLD


@pytest.mark.parametrize(
    "name", ["decked", "modek", "subscribe", "sub-menu", "article-intro", "desk", "deckchairs", "article-body"]
)
def test_class_says_something_else(name: str) -> None:
    """A class that only looks like one of the names is none."""
    assert found(f"<div><p class='{name}'>{TOLD}</p></div>") == ""


def test_description_under_the_headline() -> None:
    """Without a telling class, the sentence that the page describes itself by is the standfirst."""
    told = frozenset({"after six years lorries cross the border river again"})
    assert found(f"<div>{TOLD}</div>", told) == TOLD
    assert found(f"<div><h2>{TOLD}</h2></div>", told) == TOLD
    assert found(f"<header><div><p>{TOLD}</p></div></header>", told) == TOLD
    assert found(f"<div class='page__header'><p>{TOLD}</p></div>", told) == TOLD
    assert found(f"<div>{TOLD}</div>") == ""


def test_first_paragraph_is_no_standfirst() -> None:
    """A description copied from the article's first paragraph takes no words from the article."""
    assert found("", frozenset({"the bridge over the border river opened again on wednesday the ministry said"})) == ""
    assert found(f"<p>{TOLD}</p>", frozenset({"after six years lorries cross the border river again"})) == ""


OTHERS = (
    "<p class='top__kicker'>World news</p><ul class='share-bar'><li><p>Share it with all of your friends.</p></li></ul>"
    "<figure><img src=a.jpg><figcaption><p>Lorries wait at the bridge in the rain.</p></figcaption></figure>"
    "<div><img src=b.jpg><p>Two of the lorries wait at the river.</p></div>"
    "<p class='top__author'>Jane Doe writes on the region for us.</p><p>By Jane Doe and Ali Reza in Tartus</p>"
    "<p><a href=/jane>Jane Doe is our correspondent in Tartus.</a></p>"
)


@pytest.mark.parametrize(
    "said",
    [
        f"<p class='top__lede'>{TOLD}</p>",
        f"<h2>{TOLD}</h2>",
        f"<p>{TOLD[:-1]}</p>",
        f"<div class='x'><p>{TOLD}</p></div>",
    ],
)
def test_only_sentence_of_the_header(said: str) -> None:
    """Whatever its class, a standfirst is told from captions, bylines, shares and names of sections."""
    page = document_fromstring(f"<header><h1>{TITLE}</h1>{said}{OTHERS}</header>{PARAGRAPHS}")
    assert find_standfirst(page, TITLE, frozenset()) in (TOLD, TOLD[:-1])


@pytest.mark.parametrize(
    "said",
    [
        "",
        f"<p>{TOLD}</p><p>It is not known for how long, or why.</p>",
        f"<div><p>{TOLD[:-1]}</p></div>",
        "<p>Jane Doe, Ali Reza, Kim Lee and Maria Alvarez in Tartus</p>",
        "<p>Published on 9 April 2025 at 10:00 am.</p>",
        f"<h2>{TITLE}</h2>",
    ],
    ids=["nothing", "two", "no point", "names", "stamp", "headline"],
)
def test_header_without_a_standfirst(said: str) -> None:
    """Where two sentences stand there, or none that ends as one or follows the headline, there is none."""
    page = document_fromstring(f"<header><h1>{TITLE}</h1>{said}{OTHERS}</header>{PARAGRAPHS}")
    assert find_standfirst(page, TITLE, frozenset()) == ""


@pytest.mark.parametrize(
    "after", ["<p class='dek'>News</p>", f"<div class='dek'><p>{TOLD}</p><time>9 April</time></div>"]
)
def test_what_is_no_sentence_is_no_standfirst(after: str) -> None:
    """A section's name is too short, and a box with more than a sentence in it is another thing."""
    assert found(after) != "News"
    assert "9 April" not in found(after)


def test_standfirst_moves_to_the_summary() -> None:
    """The draft has it as its summary; with the rule off it opens the body, once."""
    html = f"<html><body><article><h1>{TITLE}</h1><p class='dek'>{TOLD}</p>{PARAGRAPHS}</article></body></html>"
    moved, kept = capture(html.encode()), capture(html.encode(), {"standfirst": False})
    assert (moved.summary, TOLD in moved.body) == (TOLD, False)
    assert kept.body.startswith(TOLD)
    assert kept.body.count(TOLD) == 1


def test_standfirst_that_was_kept_as_a_paragraph_is_told() -> None:
    """Where the extractor took it for the article's first paragraph, its removal is reported as a move."""
    html = f"<html><body><article><h1>{TITLE}</h1><p class='dek'>{TOLD}</p>{PARAGRAPHS}</article></body></html>"
    (removal,) = [removal for removal in capture(html.encode()).removals if removal.rule == "standfirst"]
    assert (removal.text, removal.action) == (TOLD, "move")
