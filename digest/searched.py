"""What is searched of a page: the shard that it belongs to, and a page that holds nothing else.

Such a page is what its shard's key is of, and what Pagefind reads in place of the page: a fifth less work for it, and a
new style sheet or another list of related entries, which is ignored, makes no other index.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from itertools import takewhile

from lxml import etree, html
from lxml.html import HtmlElement

LOADER = "loader"  # no shard's name: there lies what all shards of a language are searched with
_MARK = b"data-pagefind-body"
_HTML = re.compile(rb"<html\b", re.IGNORECASE)  # Pagefind leaves out a page that lacks this tag
_SHARD = re.compile(rf"([A-Za-z]+)(?:-[\w-]*)?/(?!{LOADER}$)([\w-]+)", re.ASCII | re.IGNORECASE)
_LANG = re.compile(r"[A-Za-z]{1,8}")
_BODY, _IGNORE = "data-pagefind-body", "data-pagefind-ignore"
_TOLD = [f"data-pagefind-{name}" for name in ("filter", "meta", "default-meta", "sort", "index-attrs")]
# One look through a page for all that is asked of it below; elements are found fastest by their attributes.
_MARKED = etree.XPath("|".join(["//h1", "//img", "//title", *(f"//@{name}/.." for name in (_BODY, _IGNORE, *_TOLD))]))


@dataclass(frozen=True, slots=True)
class Searched:
    """What is searched of a page: its shard (`en/2025`), a hash of it, and a page with it alone.

    The hash is enough to know that nothing changed; a page that is remembered by it needs no `page`.
    """

    shard: str
    key: bytes
    page: bytes = b""


def searched(page: bytes) -> Searched | None:
    """Return what is searched of a page; None for one that is not searched."""
    if _MARK not in page or not _HTML.search(page):
        return None
    root: HtmlElement | None = etree.fromstring(
        page, html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True)
    )
    if root is None:  # a page of comments only
        return None
    marked = _MARKED(root)
    bodies = [element for element in marked if _BODY in element.attrib]
    if not bodies:
        return None
    shard = _shard(bodies[0], root)
    _reduce(bodies, marked)
    reduced = html.tostring(root, encoding="utf-8")
    return Searched(shard, hashlib.blake2b(reduced, digest_size=20).digest(), reduced)


def _shard(body: HtmlElement, root: HtmlElement) -> str:
    """Return the shard that a page's body names; where it names none, that of other pages in the page's language."""
    if named := _SHARD.fullmatch(body.get("data-shard", "")):
        return f"{named[1].lower()}/{named[2]}"
    lang = _LANG.match(root.get("lang", ""))
    return f"{lang[0].lower() if lang else 'unknown'}/pages"


def _reduce(bodies: list[HtmlElement], marked: list[HtmlElement]) -> None:
    """Take out of a page what Pagefind does not read: the text beside its bodies, and of parts that are ignored."""
    around = {above for body in bodies for above in body.iterancestors()}
    beside = {part for above in around for part in above} - around
    ignored = {part for part in marked if part.get(_IGNORE) in ("", "index", "all")} - around
    told = _told(marked)
    parts = (beside | ignored) - {*bodies, *told}
    kept: dict[HtmlElement, list[HtmlElement]] = {part: [] for part in parts if parts.isdisjoint(part.iterancestors())}
    for one in told:
        within = [*takewhile(lambda above: above not in kept, one.iterancestors())]
        part = within[-1].getparent() if within else one.getparent()
        if part in kept and not any(above in told or above.get(_IGNORE) == "all" for above in (*within, part)):
            kept[part].append(one)
    for part, left in kept.items():
        _empty(part, left)
    for above in around - {*marked}:
        above.attrib.clear()


def _told(marked: list[HtmlElement]) -> dict[HtmlElement, None]:
    """Return the elements that Pagefind reads wherever they stand, in their order; a title names a page without h1."""
    names = {"h1", "img"} if any(element.tag == "h1" for element in marked) else {"title", "img"}
    return {one: None for one in marked if one.tag in names or any(name in one.attrib for name in _TOLD)}


def _empty(part: HtmlElement, left: list[HtmlElement]) -> None:
    """Leave of a part whose text does not count what Pagefind is told in it."""
    if not left:
        part.drop_tree()
        return
    part.text = None
    part[:] = left
    for one in left:
        one.tail = None
