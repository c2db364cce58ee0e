"""What a reader sees of an element of a page, however large it is."""

from __future__ import annotations

from itertools import islice

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from digest.clean.characters import legible, one_line

_STEPS, _LONGEST_PIECE = 80, 2_000  # of the walk through one element; characters between two tags


def words_of(element: HtmlElement) -> str:
    """Return the visible beginning of an element on one line; it may hold a whole page."""
    return " ".join(pieces(element))


def pieces(element: HtmlElement) -> list[str]:
    """Return the texts at the beginning of an element, one for each place where a tag stands between them."""
    parts: list[str] = []
    for event, node in islice(iterwalk(element, events=("start", "end", "comment")), _STEPS):
        if event == "start" and isinstance(node.tag, str) and node.tag not in ("script", "style"):
            parts.append(node.text or "")
        elif event == "end" and node is not element:
            parts.append(node.tail or "")
        elif event == "comment" and parts:  # frameworks put one between a label and what it labels
            parts[-1] += node.tail or ""
    filled = (part[:_LONGEST_PIECE] for part in parts if part and not part.isspace())
    return [piece for part in filled if (piece := one_line(legible(part)))]
