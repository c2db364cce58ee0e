"""Insertion: links put into parsed Markdown, around words that may lie in several tokens.

A name may be broken by emphasis or a line's end. The link goes around all of it, and cuts through nothing.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise, product
from operator import attrgetter
from typing import NamedTuple

from markdown_it.token import Token

from digest.annotate.brackets import FORCED
from digest.annotate.markdown import TERM, TERM_CLOSE, TERM_OPEN, visible

_TEXT = ("text", FORCED)  # tokens that show their content and nothing else
_START = attrgetter("start")


class Link(NamedTuple):
    """A span of a passage that becomes a link to a term."""

    start: int
    end: int
    slug: str


def edges(token: Token) -> list[int]:
    """Return where the pieces of an inline token begin in its visible text, and where the last one ends."""
    children = token.children or ()
    if len(children) == 1:
        return [0, len(visible(children[0]))]
    return [0, *accumulate(map(len, map(visible, children)))]


def fits(token: Token, edges: Sequence[int], start: int, end: int) -> bool:
    """Whether a span of an inline token, whose edges these are, can be one link without cutting through emphasis."""
    if end <= edges[bisect_right(edges, start)]:
        return True  # in one piece, as nearly every name is
    first, last = max(0, bisect_left(edges, start) - 1), bisect_right(edges, end)
    pieces = (token.children or [])[first:last]
    before = edges[first]
    return _place(_split(pieces, (start - before, end - before)), start - before, end - before) is not None


def insert(token: Token, links: Iterable[Link]) -> None:
    """Put links, which fit and do not overlap, into an inline token."""
    ordered = sorted(links, key=_START)
    children, broken = _linked(token.children or [], ordered)
    token.children = _around(children, broken) if broken else children


def _linked(children: Iterable[Token], links: Sequence[Link]) -> tuple[list[Token], list[Link]]:
    """Put in the links that lie in one piece of text, as nearly all do; return the others too."""
    done: list[Token] = []
    broken: list[Link] = []
    number = position = 0
    for child in children:
        text, shown = child.content, position
        position = end = shown + len(visible(child))
        first = shown
        while number < len(links) and (link := links[number]).start < end:
            number += 1
            if link.end > end or child.type not in _TEXT:
                broken.append(link)
                continue
            if first < link.start:
                done.append(_text(text[first - shown : link.start - shown]))
            done.append(
                Token(TERM, "", 0, content=text[link.start - shown : link.end - shown], meta={"slug": link.slug})
            )
            first = link.end
        if first == shown:
            done.append(child)
        elif first < end:
            done.append(_text(text[first - shown :]))
    return done, broken


def _around(children: list[Token], links: Sequence[Link]) -> list[Token]:
    """Put in links that go around several tokens: a name that emphasis or a line's end parts."""
    rest = _split(children, (offset for link in links for offset in (link.start, link.end)))
    done: list[Token] = []
    number = position = 0
    for link in links:
        while position < link.start and number < len(rest):
            done.append(rest[number])
            position += len(visible(rest[number]))
            number += 1
        shown = rest[number : _after(rest, number, link.end - position)]
        place = _place(shown, link.start - position, link.end - position)
        if place is None:
            raise ValueError(f"{link} does not fit")
        start, end = place
        opening, closing = Token(TERM_OPEN, "a", 1, meta={"slug": link.slug}), Token(TERM_CLOSE, "a", -1)
        done += [*shown[:start], opening, *shown[start:end], closing]
        number, position = number + end, link.end
    return [*done, *rest[number:]]


def _split(children: list[Token], offsets: Iterable[int]) -> list[Token]:
    """Split text tokens so that each offset lies between two tokens."""
    ordered = sorted(set(offsets))
    parts: list[Token] = []
    position = 0
    for child in children:
        length = len(visible(child))
        inside = ordered[bisect_right(ordered, position) : bisect_left(ordered, position + length)]
        cuts = [offset - position for offset in inside]
        if cuts and child.type == "text":
            parts += [_text(child.content[start:end]) for start, end in pairwise([0, *cuts, length])]
        else:
            parts.append(child)
        position += length
    return parts


def _after(children: list[Token], number: int, length: int) -> int:
    """Return the number of the first token behind `length` characters and whatever shows nothing there."""
    while number < len(children) and len(visible(children[number])) <= length:
        length -= len(visible(children[number]))
        number += 1
    return number


def _place(children: list[Token], start: int, end: int) -> tuple[int, int] | None:
    """Return the tightest run of tokens that shows the span and opens and closes in itself, if there is one."""
    first, last, position = [], [], 0
    for number, child in enumerate(children):
        if position == start:
            first.append(number)
        position += len(visible(child))
        if position == end:
            last.append(number + 1)
    runs = ((a, b) for a, b in product(reversed(first), last) if a < b and _balanced(children[a:b]))
    return next(runs, None)


def _balanced(children: Iterable[Token]) -> bool:
    depth = 0
    for child in children:
        depth += child.nesting
        if depth < 0:
            return False
    return depth == 0


def _text(content: str) -> Token:
    return Token("text", "", 0, content=content)
