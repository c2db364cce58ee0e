"""Numbers of items, links of whole items and quotations in quotations, carried through the extractor.

It would drop them, but keeps one attribute of an item: `rend`. So a number stands there, and where an item leads; and a
quotation in another goes as a list in it.
"""

from __future__ import annotations

from lxml import etree
from lxml.html import Element, HtmlElement
from trafilatura.htmlprocessing import convert_to_html

from digest.clean.blocks import Block
from digest.clean.characters import one_line
from digest.clean.pages.cells import whole_number
from digest.clean.sift import sift

_QUOTE = "quote"
_FEWEST = 6  # words of a sentence that announces a list; a label has fewer


def carry(page: HtmlElement, lang: str) -> None:
    """Put what the extractor would drop where it keeps it, in place; `lang` is the language of `page`."""
    for ordered in page.iter("ol"):
        number_items(ordered)
    for listed in page.iter("ol", "ul"):
        if _is_announced(listed, lang):
            _unlink_items(listed)
    for quote in page.xpath("//blockquote[ancestor::blockquote or ancestor::li]"):
        _list_quote(quote)


def as_html(body: etree._Element) -> str:
    """Return `body`, of the extractor's own markup, as HTML with all that was carried through it."""
    lists = [(listed, [*listed.iterchildren("item")]) for listed in body.iter("list")]
    told = [(listed, listed.get("rend"), items, [item.get("rend") or "" for item in items]) for listed, items in lists]
    codes = [code for code in body.iter("hi") if code.get("rend") == "#t"]
    page = convert_to_html(body)
    for listed, kind, items, said in told:
        if kind == "ol":
            listed.tag = "ol"
            listed.set("start", said[0].partition(" ")[0] if said else "1")
        for item, (_, _, href) in zip(items, (text.partition(" ") for text in said), strict=True):
            if href:
                _link(item, href)
        if _QUOTE in said:
            listed.tag = "blockquote"
            items[said.index(_QUOTE)].tag = "div"
    for code in codes:
        code.tag = "code"
    return etree.tostring(page, encoding="unicode", method="html")


def number_items(ordered: HtmlElement) -> None:
    """Tell each item of an ordered list its number, in place."""
    number = whole_number(ordered.get("start"), 1)
    for item in ordered.iterchildren("li"):
        number = whole_number(item.get("value"), number)
        item.set("rend", str(number))
        number += 1


def _is_announced(listed: HtmlElement, lang: str) -> bool:
    """Whether a sentence of the article leads to the list, and another one follows: menus have labels at most."""
    before, after = listed.getprevious(), listed.getnext()
    if before is None or after is None or not before.tag == after.tag == "p":
        return False
    text = one_line(before.text_content())
    is_sentence = text.endswith((":", "：")) and len(text.split()) >= _FEWEST
    return is_sentence and not sift([Block(0, 1, text)], {}, lang=lang)


def _unlink_items(listed: HtmlElement) -> None:
    """Take the links off items that are nothing but a link, and tell the items where they lead."""
    for item in listed.iterchildren("li"):
        links = [*item.iter("a")]
        if len(links) == 1 and one_line(links[0].text_content()) == one_line(item.text_content()):
            item.set("rend", f"{item.get('rend') or ''} {links[0].get('href') or ''}")
            links[0].drop_tag()


def _list_quote(quote: HtmlElement) -> None:
    quote.tag = "li"
    quote.set("rend", _QUOTE)
    listed = Element("ul")
    listed.tail, quote.tail = quote.tail, None
    quote.addprevious(listed)
    listed.append(quote)


def _link(item: etree._Element, href: str) -> None:
    link = etree.Element("a", href=href)
    link.text, item.text = item.text, None
    link.extend(list(item))
    item.append(link)
