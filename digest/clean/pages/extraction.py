"""The article of a page as HTML: what trafilatura takes for it, and the captions on request."""

from __future__ import annotations

import re

from lxml.html import HtmlElement, document_fromstring, tostring
from lxml.html.builder import EM, P
from trafilatura import bare_extraction, core, load_html, utils
from trafilatura.htmlprocessing import build_html_output
from trafilatura.settings import Document

from digest.clean.characters import one_line

for _module in (core, utils):
    _module.LOGGER.disabled = True  # a room prints nothing, and Python prints a warning that nobody listens to

_ELEMENTS = 4_000  # of an article; the largest of 375 saved pages has 600
_CONTROL = re.compile(
    r"&#(?:0*(?:[0-8]|1[1-24-9]|2\d|3[01])(?!\d)|x0*(?:[0-8bcef]|1[0-9a-f])(?![0-9a-f]));?", re.IGNORECASE
)


def document(text: str) -> HtmlElement | None:
    """Return a whole document, even of a fragment: the extractors can't take the root of a tree away."""
    page = load_html(_CONTROL.sub("", text))  # lxml reads control characters, and then refuses to write them
    return page if page is None or page.tag == "html" else document_fromstring(tostring(page, encoding="unicode"))


def extracted(page: HtmlElement, *, precise: bool = True) -> str:
    """Return the HTML of the article in `page`, which is left as it is; nothing where there is none, or far too much.

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
    if not isinstance(found, Document) or sum(1 for _ in found.body.iter()) > _ELEMENTS:
        return ""
    return build_html_output(found)


def keep_captions(page: HtmlElement) -> None:
    """Put, in place, an italic paragraph with its caption where a figure of `page` stands; the picture goes."""
    for figure in list(page.iter("figure")):
        caption = one_line(" ".join(inner.text_content() for inner in figure.iter("figcaption")))
        if caption and figure.getparent() is not None:
            figure.addnext(P(EM(caption)))
            figure.drop_tree()
