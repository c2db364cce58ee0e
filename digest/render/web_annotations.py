"""Web annotations: what each entry mentions and where, in the W3C's Web Annotation Data Model, beside its page.

A mention is annotated with the page of its term, to identify what the words mean. Whether the page links the words too
is a matter of its looks, and no second motivation.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from digest.model import ANNOTATIONS, Anchor, Entry
from digest.render.cards import Desk
from digest.render.sheets import Sheet

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
TEXT = "#text"  # the element of an entry's page whose text the selectors quote and count


def sidecars(desk: Desk) -> Iterator[Sheet]:
    """Yield the annotations of each entry whose anchors have been asked for."""
    for entry in desk.digest.entries:
        if entry.address in desk.digest.anchors:
            anchors = desk.digest.anchors[entry.address]
            yield desk.sheet(
                entry.address + ANNOTATIONS,
                "",
                partial(_sidecar, entry=entry),
                origin=entry.article.path,
                indexed=False,
                entry=desk.face(entry),
                anchors=anchors,
                terms=[desk.terms[slug].links for slug in dict.fromkeys(anchor.term for anchor in anchors)],
            )


def _sidecar(desk: Desk, _: object, *, entry: Entry) -> str:
    data = collection(desk, entry, desk.digest.anchors[entry.address])
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def collection(desk: Desk, entry: Entry, anchors: Sequence[Anchor]) -> dict[str, Any]:
    """Return the annotations of an entry as a collection of one page, or of none, since no page may be empty."""
    url = desk.digest.config.absolute(entry.address + ANNOTATIONS)
    data = {
        "@context": CONTEXT,
        "id": url,
        "type": "AnnotationCollection",
        "label": entry.article.title,
        "generator": {"type": "Software", "name": f"Digest {desk.version}"},
        "total": len(anchors),
    }
    if not anchors:
        return data
    items = [_annotation(desk, entry, anchor, f"{url}#{name}") for name, anchor in _named(anchors)]
    page = {"id": f"{url}#page", "type": "AnnotationPage", "partOf": url, "startIndex": 0, "items": items}
    return {**data, "first": page, "last": page["id"]}


def _named(anchors: Sequence[Anchor]) -> Iterator[tuple[str, Anchor]]:
    """Name each anchor by its term, and by which mention of it this is: edits elsewhere leave the name."""
    seen: Counter[str] = Counter()
    for anchor in anchors:
        seen[anchor.term] += 1
        yield f"{anchor.term}-{seen[anchor.term]}", anchor


def _annotation(desk: Desk, entry: Entry, anchor: Anchor, url: str) -> dict[str, Any]:
    term = desk.terms[anchor.term]
    meaning = desk.digest.config.absolute(term.address)
    wikidata = dict(term.links).get("wikidata")
    return {
        "id": url,
        "type": "Annotation",
        "motivation": "identifying",
        "body": [meaning, wikidata] if wikidata else meaning,
        "target": {
            "type": "SpecificResource",
            "source": desk.digest.config.absolute(entry.address),
            "selector": [{"type": "CssSelector", "value": TEXT, "refinedBy": way} for way in _ways(anchor)],
        },
    }


def _ways(anchor: Anchor) -> Iterator[dict[str, Any]]:
    """Yield the ways to find a place within the element's text, each by itself enough."""
    if anchor.around:
        before, after = anchor.around
        yield {"type": "TextQuoteSelector", "exact": anchor.exact, "prefix": before, "suffix": after}
    yield {"type": "TextPositionSelector", "start": anchor.start, "end": anchor.start + len(anchor.exact)}
