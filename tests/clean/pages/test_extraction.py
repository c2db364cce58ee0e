"""What is a document, and what is a caption."""

import pytest
from lxml.html import document_fromstring

from digest.clean.pages.extraction import document, drop_captions

TABLE = "<figure><table><tr><td>1</td></tr></table><figcaption>{}</figcaption></figure>"


@pytest.mark.parametrize("inner", ["<div class=caption>{}</div>", "<div class=captioned><img><p>{}</p></div>", TABLE])
def test_what_only_looks_like_a_caption_stays(inner: str) -> None:
    """Only what stands beside a picture and is called a caption is one; that of a table is the article's."""
    page = document_fromstring(f"<body><p>One.</p>{inner.format('Two.')}</body>")
    assert not drop_captions(page)
    assert "Two." in page.text_content()


@pytest.mark.parametrize("tag", ["article", "main", "section", "x-story"])
def test_page_without_a_body_tag(tag: str) -> None:
    """Tags of a head and a body may be left out; what is shown is not in the head."""
    page = document(f"<html><meta charset=utf-8><title>x</title><{tag}><p>One.</p></{tag}><p>Two.</p></html>")
    assert page is not None
    assert [element.tag for element in page.iterfind("head/*")] == ["meta", "title"]
    assert [element.text for element in page.iterfind("body//p")] == ["One.", "Two."]
