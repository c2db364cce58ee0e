"""A saved page to a draft."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lxml.html import HtmlElement

from digest.clean.blocks import blocks, levelled
from digest.clean.characters import folded, words
from digest.clean.compose import compose
from digest.clean.decode import decode
from digest.clean.draft import LARGEST, PART, Draft, refused
from digest.clean.escape import escape
from digest.clean.facts.metadata import page_metadata
from digest.clean.pages.carried import carry
from digest.clean.pages.extraction import ARTICLE, document, drop_captions, extracted, keep_captions
from digest.clean.pages.limits import drop_data, excess, has_endless_tag
from digest.clean.pages.live import join_posts
from digest.clean.pages.loose import name_article, put_into_paragraphs
from digest.clean.pages.markdown import from_html
from digest.clean.pages.mend import mend
from digest.clean.pages.prune import drop_unseen, prune
from digest.clean.rules import STANDFIRST
from digest.model import Body

# A precise extraction is too little under so many words, if they are less than this share of a wider one.
_FEW, _SHARE = 100, 0.6
_GALLERY = "import them with --captions"
_COPY = "copy the article's own text and import that"
_OPENING = 3  # blocks among which the standfirst may be already


def capture(
    data: bytes,
    rules: Mapping[str, bool] | None = None,
    *,
    url: str = "",
    charset: str = "",
    captions: bool = False,
    origin: str = "",
) -> Draft:
    """Return the draft that a saved page gives.

    `rules` turns rules off by name; `url` is the page's address; `charset` overrules what the page says its encoding
    is; `captions` keeps those of figures, as italic paragraphs; `origin` is what problems call the input. Removals are
    numbered by the line of the page's text as Markdown. A page that is too large, or holds no article, gives an empty
    draft with an error among its problems.
    """
    if len(data) > LARGEST:
        return refused(f"the page is larger than {LARGEST:,} bytes", url=url, origin=origin, hint=PART)
    html = decode(data, charset)
    page = None if has_endless_tag(html) else document(html)
    if page is None:
        hint = "save the page as HTML, or import its text"
        return refused("this is not an HTML page", url=url, origin=origin, hint=hint)
    if too_much := excess(page):
        return refused(too_much, url=url, origin=origin, hint=_COPY)
    drop_data(page)
    known = page_metadata(page, url)
    drop_unseen(page)
    prune(page)
    join_posts(page)
    mend(page)
    carry(page, known.language)
    put_into_paragraphs(page)
    name_article(page)
    kept = keep_captions(page) if captions else frozenset()
    had_captions = not captions and drop_captions(page)
    markdown = _article(page, known.url)
    if markdown is None:
        return refused(f"the page's article has more than {ARTICLE:,} elements", url=url, origin=origin, hint=_COPY)
    switched = rules or {}
    parts = [replace(block, kind="quote") if block.text in kept else block for block in blocks(markdown)]
    draft = compose(Body(markdown), parts, known, switched, pasted=False, origin=origin)
    if had_captions and not draft.body:
        return refused("there are only captions in it", url=known.url, origin=origin, hint=_GALLERY)
    draft = replace(draft, body=levelled(draft.body))
    return draft if switched.get(STANDFIRST, True) else _with_standfirst(draft, known.standfirst)


def _article(page: HtmlElement, url: str) -> str | None:
    """Return the article of `page` as Markdown, where it is not too large."""
    precise = extracted(page)
    if precise is None:
        return None
    narrow = from_html(precise, base=url)
    if len(words(narrow)) >= _FEW:
        return narrow
    wide = from_html(extracted(page, precise=False) or "", base=url)
    return narrow if len(words(narrow)) >= _SHARE * len(words(wide)) else wide


def _with_standfirst(draft: Draft, standfirst: str) -> Draft:
    """Return `draft` with the standfirst before its body, where it is not already there."""
    opening = "\n\n".join(draft.body.split("\n\n", _OPENING)[:_OPENING])
    known = {folded(block.text) for block in blocks(opening)}
    if not standfirst or not draft.body or folded(standfirst) in known:
        return draft
    return replace(draft, body=f"{escape(standfirst)}\n\n{draft.body}")
