"""The HTML of a letter as Markdown."""

from __future__ import annotations

import re

from lxml import html as lxml_html
from lxml.etree import ParserError
from lxml.html import HtmlElement

from digest.clean.draft import LARGEST
from digest.clean.pages.markdown import from_html

_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden", re.IGNORECASE)
_BULLET = re.compile(r"\s*(?:[·•§]|[o–-]\s)")
_MARK = re.compile(r"^\s*[·•§o–-]\s*")
_TABLE_TAGS = ("table", "thead", "tbody", "tfoot", "tr", "td", "th")


def letter_markdown(html: str) -> str:
    """Return what a letter in HTML says, as Markdown: without what it hides, and without tables for its layout."""
    try:
        page = lxml_html.fromstring(f"<div>{html[:LARGEST]}</div>")
    except (ParserError, ValueError):
        return ""
    for hidden in [element for element in page.iter("*") if _is_hidden(element)]:
        if hidden.getparent() is not None:
            hidden.drop_tree()
    for item in [element for element in page.iter("p") if _BULLET.match(_item_text(element))]:
        _list(item)
    in_data = {inner for table in page.iter("table") if _is_data(table) for inner in table.iter()}
    for element in [element for element in page.iter(*_TABLE_TAGS) if element not in in_data]:
        element.tag = "div"
    return from_html(lxml_html.tostring(page, encoding="unicode"))


def _is_hidden(element: HtmlElement) -> bool:
    return bool(_HIDDEN.search((element.get("style") or "")[:2_000]))  # a comment has no attributes at all


def _is_data(table: HtmlElement) -> bool:
    return table.get("role") != "presentation" and table.find(".//table") is None and table.find(".//th") is not None


def _item_text(element: HtmlElement) -> str:
    """Return the text of an item of a list, which is a paragraph in Word's mails, with its bullet; else nothing."""
    is_item = "mso-list" in element.get("style", "") or element.get("class", "").startswith("MsoListParagraph")
    return str(element.text_content()) if is_item else ""


def _list(item: HtmlElement) -> None:
    """Put an item, without the bullet that is text in it, into a list: the one before it if there is one."""
    around = item.getprevious()
    if around is None or around.tag != "ul" or (around.tail or "").strip():
        around = lxml_html.Element("ul")
        item.addprevious(around)
    around.tail, item.tail, item.tag = item.tail, None, "li"
    around.append(item)
    marked = next(element for element in item.iter("*") if (element.text or "").strip())
    marked.text = _MARK.sub("", marked.text or "")
