"""Cells of tables of facts, made so simple that the extractor keeps what they hold where it stands."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain

from lxml.html import Element, HtmlElement

from digest.clean.characters import one_line

_PARTS = ("p", "li", "div", "dt", "dd")  # of a cell
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LAYOUT = ("pre", "figure", "blockquote", "form", "input", "select", "textarea", *_HEADINGS)  # holds more than facts
_CELL = 300  # characters; a longer one holds a text
_LINKED = 0.5  # of a text; more is a list of links
_SPAN, _SPANNING = 20, 100  # columns or rows that a cell reaches into; such cells of a table
_PARTING = "\u2029"
_NUMBER = re.compile(r"[0-9]{1,8}")


def whole_number(written: str | None, otherwise: int) -> int:
    """Return the number that an attribute holds, or what else holds where it holds none."""
    return int(written) if written and _NUMBER.fullmatch(written) else otherwise


def flatten_cells(page: HtmlElement) -> None:
    """Put what is in each cell of a table of facts on one line, and empty cells where one reaches.

    The extractor leaves items and paragraphs of cells out, and columns shift by cells that span several.
    """
    for table in page.xpath("//table[not(.//table)]"):
        rows = [[*row.iterchildren("td", "th")] for row in table.iter("tr")]
        cells = [*chain.from_iterable(rows)]
        if len(rows) > 1 and max(map(len, rows)) > 1 and _is_said(cells):
            for cell in cells:
                if next(cell.iter(*_PARTS), None) is not None:
                    _flatten(cell)
            _fill(rows)


def _fill(rows: list[list[HtmlElement]]) -> None:
    spanning = sum(1 for row in rows for cell in row if cell.get("colspan") or cell.get("rowspan"))
    most = _SPAN if spanning <= _SPANNING else 1
    taken: Counter[int] = Counter()  # rows that a cell above still reaches into, by column
    for row in rows:
        column = 0
        for cell in row:
            while taken[column]:
                cell.addprevious(Element("td"))
                taken[column] -= 1
                column += 1
            across, down = (min(whole_number(cell.attrib.pop(name, None), 1), most) for name in ("colspan", "rowspan"))
            for _ in range(1, across):
                cell.addnext(Element("td"))
            for at in range(column, column + max(across, 1)):
                taken[at] += max(down - 1, 0)
            column += max(across, 1)
        taken.subtract([at for at in taken if at >= column and taken[at]])


def _is_said(cells: list[HtmlElement]) -> bool:
    """Whether `cells` are short, hold no more than text, and are not made of links."""
    texts = [cell.text_content() for cell in cells]
    linked = sum(len(link.text_content()) for cell in cells for link in cell.iter("a"))
    is_short = max(map(len, texts)) <= _CELL and linked < _LINKED * len("".join(texts))
    return is_short and next(chain.from_iterable(cell.iter(*_LAYOUT) for cell in cells), None) is None


def _flatten(cell: HtmlElement) -> None:
    for part in cell.iter(*_PARTS):
        part.text = f"{_PARTING}{part.text or ''}"
        part.tail = f"{_PARTING}{part.tail or ''}"
    parts = [*filter(None, map(one_line, cell.text_content().split(_PARTING)))]
    cell[:] = []
    cell.text = (
        " ".join(f"{part}," if part[-1].isalnum() else part for part in parts[:-1]) + f" {parts[-1]}" if parts else ""
    )
