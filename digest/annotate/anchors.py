"""Anchors: where a text mentions terms, in the visible text of its HTML, each quoted so that it is found there once."""

from __future__ import annotations

from html.parser import HTMLParser

from digest.annotate.entry import Manuscript, consider, with_links
from digest.annotate.glossary import Slice
from digest.annotate.policy import SKIPPED
from digest.model import Anchor

_CONTEXT = 32  # characters on either side of a mention that are quoted
_LONGEST = 1024  # and the most, where fewer would stand elsewhere too


def anchors(manuscript: Manuscript, part: Slice) -> tuple[Anchor, ...]:
    """Return an anchor for each mention whose meaning is settled, in reading order. Pure."""
    reading = consider(manuscript, part)
    found = [verdict.occurrence for verdict in reading.verdicts if verdict.occurrence.term and verdict.rule != SKIPPED]
    text, spans = _visible(with_links(reading, found, manuscript.root))
    return tuple(
        Anchor(occurrence.term, start, text[start:end], _around(text, start, end))
        for occurrence, (start, end) in zip(found, spans, strict=True)
    )


def _visible(html: str) -> tuple[str, list[tuple[int, int]]]:
    """Return the text that HTML shows, and where its links to terms stand in it."""
    reader = _Reader()
    reader.feed(html.replace("\r\n", "\n").replace("\r", "\n"))  # browsers read every line end as a line feed
    reader.close()
    return "".join(reader.pieces), reader.links


class _Reader(HTMLParser):
    """Gathers text, and the spans of links to terms, of which none stands in another link."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self.links: list[tuple[int, int]] = []
        self._length = 0
        self._start: int | None = None

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)
        self._length += len(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a" and "data-term" in dict(attrs):
            self._start = self._length

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._start is not None:
            self.links.append((self._start, self._length))
            self._start = None


def _around(text: str, start: int, end: int) -> tuple[str, str] | None:
    """Return what stands before and after a span, so long that all of it stands in the text once; None if too long."""
    reach = _CONTEXT
    while reach <= _LONGEST:
        first = max(0, start - reach)
        quote = text[first : end + reach]
        if text.find(quote) == first and text.find(quote, first + 1) < 0:
            return text[first:start], text[end : end + reach]
        reach *= 2
    return None
