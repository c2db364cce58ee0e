"""A saved page to a draft."""

from __future__ import annotations

from collections.abc import Mapping

from lxml.html import HtmlElement, document_fromstring, tostring
from trafilatura import core, extract, load_html, utils

from digest.clean.blocks import blocks
from digest.clean.characters import words
from digest.clean.compose import compose
from digest.clean.decode import decode
from digest.clean.draft import LARGEST, Draft, refused
from digest.clean.markdown import from_html
from digest.clean.metadata import page_metadata
from digest.model import Body

# A precise extraction is too little under so many words, if they are less than this share of a wider one.
_FEW, _SHARE = 100, 0.6

for _module in (core, utils):
    _module.LOGGER.disabled = True  # a room prints nothing, and Python prints a warning that nobody listens to


def capture(
    data: bytes, rules: Mapping[str, bool] | None = None, *, url: str = "", charset: str = "", origin: str = ""
) -> Draft:
    """Return the draft that a saved page gives.

    `rules` turns rules off by name; `url` is the page's address; `charset` overrules what the page says its encoding
    is; `origin` is what problems call the input. Removals are numbered by the line of the page's text as Markdown.
    A page that is too large, or holds no article, gives an empty draft with an error among its problems.
    """
    if len(data) > LARGEST:
        return refused(f"the page is larger than {LARGEST:,} bytes", url=url, origin=origin)
    page = _document(decode(data, charset))
    if page is None:
        hint = "save the page as HTML, or import its text"
        return refused("this is not an HTML page", url=url, origin=origin, hint=hint)
    known = page_metadata(page, url)
    markdown = _article(page, known.url)
    return compose(Body(markdown), blocks(markdown), known, rules or {}, pasted=False, origin=origin)


def _document(text: str) -> HtmlElement | None:
    """Return a whole document, even of a fragment: the extractors can't take the root of a tree away."""
    page = load_html(text)
    return page if page is None or page.tag == "html" else document_fromstring(tostring(page, encoding="unicode"))


def _article(page: HtmlElement, url: str) -> str:
    precise = _extract(page, url, precise=True)
    if len(words(precise)) >= _FEW:
        return precise
    wide = _extract(page, url, precise=False)
    return precise if len(words(precise)) >= _SHARE * len(words(wide)) else wide


def _extract(page: HtmlElement, url: str, *, precise: bool) -> str:
    html = extract(
        page,
        url=url or None,
        favor_precision=precise,
        include_comments=False,
        include_formatting=True,
        include_links=True,
        output_format="html",
    )
    return from_html(html or "", base=url)
