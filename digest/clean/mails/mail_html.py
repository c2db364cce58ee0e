"""The HTML of a letter as Markdown."""

from __future__ import annotations

import re

from lxml import html as lxml_html
from lxml.etree import ParserError
from lxml.html import HtmlElement

from digest.clean.draft import LARGEST
from digest.clean.pages.markdown import from_html

_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden", re.IGNORECASE)
_TABLE_TAGS = ("table", "thead", "tbody", "tfoot", "tr", "td", "th")


def letter_markdown(html: str) -> str:
    """Return what a letter in HTML says, as Markdown: without what it hides, and without tables for its layout."""
    try:
        page = lxml_html.fromstring(f"<div>{html[:LARGEST]}</div>")
    except (ParserError, ValueError):
        return ""
    for hidden in [element for element in page.iter() if _is_hidden(element)]:
        if hidden.getparent() is not None:
            hidden.drop_tree()
    in_data = {inner for table in page.iter("table") if _is_data(table) for inner in table.iter()}
    for element in [element for element in page.iter(*_TABLE_TAGS) if element not in in_data]:
        element.tag = "div"
    return from_html(lxml_html.tostring(page, encoding="unicode"))


def _is_hidden(element: HtmlElement) -> bool:
    return bool(_HIDDEN.search((element.get("style") or "")[:2_000]))  # a comment has no attributes at all


def _is_data(table: HtmlElement) -> bool:
    return table.get("role") != "presentation" and table.find(".//table") is None and table.find(".//th") is not None
