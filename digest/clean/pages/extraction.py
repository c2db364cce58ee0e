"""The article of a page as HTML: what trafilatura takes for it, and the captions of its pictures."""

from __future__ import annotations

import re
from itertools import dropwhile

from lxml.html import HtmlElement, document_fromstring, tostring
from lxml.html.builder import BODY, EM, P
from trafilatura import bare_extraction, core, load_html, utils
from trafilatura.settings import Document

from digest.clean.characters import one_line
from digest.clean.pages.carried import as_html

for _module in (core, utils):
    _module.LOGGER.disabled = True  # a room prints nothing, and Python prints a warning that nobody listens to

_HEAD = ("base", "link", "meta", "noscript", "script", "style", "template", "title")
ARTICLE = 4_000  # elements of an article; the largest of 375 saved pages has 600
_CAPTION = re.compile(r"(?:(?<![A-Za-z])(?:fig)?caption|Caption)s?(?![a-z])")
_LONGEST = 1_000  # characters of a caption
_BLOCK = re.compile(r"\s*<(?:article|blockquote|div|h[1-6]|main|ol|p|section|table|ul)[\s>]", re.IGNORECASE)
_CONTROL = re.compile(
    r"&#(?:0*(?:[0-8]|1[1-24-9]|2\d|3[01])(?!\d)|x0*(?:[0-8bcef]|1[0-9a-f])(?![0-9a-f]));?", re.IGNORECASE
)


def document(text: str) -> HtmlElement | None:
    """Return a whole document, even of a fragment: the extractors can't take the root of a tree away."""
    text = _CONTROL.sub("", text)  # lxml reads control characters, and then refuses to write them
    page = load_html(text)
    if page is None and _BLOCK.match(text):  # the extractor refuses what is a single block
        return document_fromstring(text)
    if page is not None and page.tag != "html":
        page = document_fromstring(tostring(page, encoding="unicode"))
    if page is not None and (head := page.find("head")) is not None:
        _empty_head(page, head)
    return page


def _empty_head(page: HtmlElement, head: HtmlElement) -> None:
    """Move what is no part of a head out of it: where a page leaves `<body>` out, the parser puts its article there."""
    shown = [*dropwhile(lambda element: element.tag in _HEAD or not isinstance(element.tag, str), head)]
    if not shown:
        return
    body = page.find("body")
    if body is None:
        body = BODY()
        head.addnext(body)
    body[:0] = shown


def extracted(page: HtmlElement, *, precise: bool = True) -> str | None:
    """Return the HTML of the article in `page`, which is left as it is: empty where there is none, None if too much.

    Links stay as the page has them. `precise`: rather lose a paragraph than keep a line of the page around the article.
    Duplicates are never looked for: the extractor would remember them from one page to the next.
    """
    found = bare_extraction(
        page,
        favor_precision=precise,
        include_comments=False,
        include_formatting=True,
        include_links=True,
        output_format="html",
    )
    if not isinstance(found, Document):
        return ""
    return None if sum(1 for _ in found.body.iter()) > ARTICLE else as_html(found.body)


def drop_captions(page: HtmlElement) -> bool:
    """Take the captions of pictures out of `page`, in place; return whether there were any.

    Where there is little else, the extractor would take them for the article.
    """
    named = page.xpath("//*[contains(@class, 'caption') or contains(@class, 'Caption')]")
    captions = [
        *page.xpath("//figcaption[not(ancestor::figure//table)]"),
        *(element for element in named if _is_caption(element)),
    ]
    for caption in captions:
        if caption.getparent() is not None:
            caption.drop_tree()
    return bool(captions)


def _is_caption(element: HtmlElement) -> bool:
    """Whether `element`, called so, stands beside a picture and is no longer than captions are."""
    around = element.getparent()
    is_beside = around is not None and next(around.iter("img", "picture"), None) is not None
    return is_beside and bool(_CAPTION.search(element.get("class") or "")) and len(element.text_content()) <= _LONGEST


def keep_captions(page: HtmlElement) -> frozenset[str]:
    """Put, in place, an italic paragraph with its caption where a figure of `page` stands; the picture goes.

    Return the captions.
    """
    kept: set[str] = set()
    for figure in list(page.iter("figure")):
        caption = one_line(" ".join(inner.text_content() for inner in figure.iter("figcaption")))
        if caption and figure.getparent() is not None:
            figure.addnext(P(EM(caption)))
            figure.drop_tree()
            kept.add(caption)
    return frozenset(kept)
