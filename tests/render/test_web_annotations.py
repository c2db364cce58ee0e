import json
from dataclasses import replace
from typing import Any

from digest.model import Anchor
from digest.render.web_annotations import CONTEXT, sidecars
from tests.sites import Made, desk, made, term

ENTRY = "https://example.org/2025/04/baku/"
SIDECAR = f"{ENTRY}annotations.jsonld"
AROUND = Anchor("hts", 0, "HTS", ("", " sent an envoy.\n"))


def located(*anchors: Anchor, wikidata: str = "") -> Made:
    """The small digest, whose entry has these places."""
    keys = f"links: {{wikipedia: 'https://en.wikipedia.example/HTS', wikidata: {wikidata}}}" if wikidata else ""
    digest = made({"content/glossary/hts.md": term("HTS", keys)})
    desk = digest.desk
    return replace(digest, desk=replace(desk, digest=replace(desk.digest, anchors={"/2025/04/baku/": anchors})))


def collection(digest: Made) -> dict[str, Any]:
    """The one sidecar."""
    (sheet,) = sidecars(digest.desk)
    assert (sheet.address, sheet.origin) == ("/2025/04/baku/annotations.jsonld", "content/articles/2025-04-09-baku.md")
    data: dict[str, Any] = json.loads(digest.view(sheet))
    return data


def test_sidecar_is_a_collection_of_one_page() -> None:
    """A sidecar is a collection that has the entry's title, its size, who made it, and its only page."""
    data = collection(located(AROUND))
    first = data.pop("first")
    assert data == {
        "@context": CONTEXT,
        "id": SIDECAR,
        "type": "AnnotationCollection",
        "label": "Talks in Baku",
        "generator": {"type": "Software", "name": "Digest 1.0"},
        "total": 1,
        "last": f"{SIDECAR}#page",
    }
    items = first.pop("items")
    assert first == {"id": f"{SIDECAR}#page", "type": "AnnotationPage", "partOf": SIDECAR, "startIndex": 0}
    assert len(items) == 1


def test_mention_is_identified_with_its_term() -> None:
    """An annotation says which words of which page mean which term: by a quotation and by position, each whole."""
    (item,) = collection(located(AROUND))["first"]["items"]
    quote = {"type": "TextQuoteSelector", "exact": "HTS", "prefix": "", "suffix": " sent an envoy.\n"}
    position = {"type": "TextPositionSelector", "start": 0, "end": 3}
    assert item == {
        "id": f"{SIDECAR}#hts-1",
        "type": "Annotation",
        "motivation": "identifying",
        "body": "https://example.org/glossary/hts/",
        "target": {
            "type": "SpecificResource",
            "source": ENTRY,
            "selector": [
                {"type": "CssSelector", "value": "#text", "refinedBy": quote},
                {"type": "CssSelector", "value": "#text", "refinedBy": position},
            ],
        },
    }


def test_wikidata_is_a_second_body() -> None:
    """A term's item in Wikidata identifies a mention too; its other links describe it only."""
    (item,) = collection(located(AROUND, wikidata="Q1"))["first"]["items"]
    assert item["body"] == ["https://example.org/glossary/hts/", "https://www.wikidata.org/wiki/Q1"]


def test_place_that_cannot_be_quoted_has_its_position() -> None:
    """Without a quotation that is found once, a target has its position alone."""
    (item,) = collection(located(replace(AROUND, around=None)))["first"]["items"]
    (selector,) = item["target"]["selector"]
    assert selector["refinedBy"] == {"type": "TextPositionSelector", "start": 0, "end": 3}


def test_names_last() -> None:
    """An annotation is named by its term and by which mention of that it is."""
    places = (AROUND, replace(AROUND, start=10), replace(AROUND, start=20))
    ids = [item["id"] for item in collection(located(*places))["first"]["items"]]
    assert ids == [f"{SIDECAR}#hts-{number}" for number in (1, 2, 3)]


def test_entry_without_mentions_has_no_page() -> None:
    """No page of annotations may be empty, so a collection of none has none."""
    data = collection(located())
    assert (data["total"], "first" in data, "last" in data) == (0, False, False)


def test_nothing_is_made_unasked() -> None:
    """Without places there are no sidecars."""
    assert list(sidecars(desk())) == []
