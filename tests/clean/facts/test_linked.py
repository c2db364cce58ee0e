"""Articles in JSON-LD."""

import json
from typing import Any

from trafilatura import load_html

from digest.clean.facts.linked import LinkedArticle, Person, linked_article


def article(*data: Any, titles: tuple[str, ...] = (), url: str = "") -> LinkedArticle:
    """The article that a page with these scripts describes."""
    scripts = [one if isinstance(one, str) else json.dumps(one) for one in data]
    head = "".join(f'<script type="application/ld+json">{script}</script>' for script in scripts)
    page = load_html(f"<html><head>{head}</head><body><p>Text.</p></body></html>")
    assert page is not None
    return linked_article(page, titles, url)


def news(headline: str, **more: Any) -> dict[str, Any]:
    """A news article."""
    return {"@type": "NewsArticle", "headline": headline, **more}


def test_the_article_of_the_page_is_taken() -> None:
    """Of several articles, the one with the page's title or address is meant; else the first."""
    both = [news("A road", url="https://x.example/road"), news("A bridge", url="https://x.example/bridge/")]
    assert article(both, titles=("A bridge",)).headline == "A bridge"
    assert article(both, url="http://www.x.example/bridge?from=feed").headline == "A bridge"
    assert article(both).headline == "A road"


def test_references_are_followed() -> None:
    """An author, a publisher or a picture may stand elsewhere in the graph, under its @id."""
    graph = [
        news("A bridge", author={"@id": "#bly"}, publisher={"@id": "#post"}, image={"@id": "#picture"}),
        {"@id": "#bly", "@type": "Person", "name": "Nellie Bly"},
        {"@id": "#post", "@type": "Organization", "name": "The River Post"},
        {"@id": "#picture", "@type": "ImageObject", "url": "https://x.example/a.jpg", "creditText": "Ida Tarbell"},
    ]
    found = article({"@graph": graph})
    assert found.authors == (Person("Nellie Bly", is_person=True),)
    assert (found.publisher, found.image, found.image_credit) == (
        "The River Post",
        "https://x.example/a.jpg",
        "Ida Tarbell",
    )


def test_authors_in_every_shape() -> None:
    """Authors are strings, nodes, or lists of both; organisations are told apart."""
    people = ["Nellie Bly", {"name": ["Ida Tarbell"]}, {"@type": "NewsMediaOrganization", "name": "The River Post"}, 7]
    told = article(news("A bridge", author=people)).authors
    assert [(author.name, author.is_person) for author in told] == [
        ("Nellie Bly", True),
        ("Ida Tarbell", True),
        ("The River Post", False),
    ]


def test_wrapped_scripts_are_read() -> None:
    """What pages put around their JSON does not hide it."""
    data = json.dumps(news("A bridge"))
    for script in (f"<!-- {data} -->", f"//<![CDATA[\n{data}\n//]]>", f"{data};", f"\n {data}\n"):
        assert article(script).headline == "A bridge"


def test_odd_shapes_say_nothing() -> None:
    """Values of the wrong kind are as good as none."""
    odd = news("A bridge", author=[[]], publisher=[None], image=[[[]]], datePublished=7, mainEntityOfPage=[1])
    assert article(odd) == LinkedArticle(headline="A bridge")
    assert article("{", "[" * 100_000, '"x"', "null", {"@type": 7}) == LinkedArticle()
