"""What a page says of its article in JSON-LD, found among all that the page says of others."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

from lxml.html import HtmlElement

from digest.clean.characters import folded, legible, one_line

Node = Mapping[str, object]

_ARTICLE = re.compile(r"Article|BlogPosting|Report", re.IGNORECASE)
_WRAPPING = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|(?://\s*+)?\]\]>)\s*+;?\s*+$|;\s*+$")
_LARGEST, _MOST_SCRIPTS, _MOST_NODES, _MOST_LISTED = 1_000_000, 1_000, 20_000, 100


@dataclass(frozen=True, slots=True)
class Person:
    """Who is named as an author; `is_person` is false for organisations."""

    name: str
    is_person: bool


@dataclass(frozen=True, slots=True)
class LinkedArticle:
    """An article's own description, as it stands there: texts on one line, none of them checked."""

    headline: str = ""
    published: str = ""
    modified: str = ""
    authors: tuple[Person, ...] = ()
    publisher: str = ""
    section: str = ""
    language: str = ""
    url: str = ""
    image: str = ""
    image_alt: str = ""
    image_credit: str = ""


@dataclass(slots=True)
class _Graph:
    """The nodes of a page's scripts in order, the nearest to the surface first, and those that have a name."""

    articles: list[Node] = field(default_factory=list)
    named: dict[str, Node] = field(default_factory=dict)


def linked_article(page: HtmlElement, titles: Iterable[str], url: str) -> LinkedArticle:
    """Return the article of a page whose titles and address are told; the first one where none is like them."""
    graph = _graph(page)
    known = {folded(title) for title in titles if title}
    place = _path(url)

    def likeness(node: Node) -> int:
        same_title = folded(_text(node.get("headline")) or _text(node.get("name"))) in known
        return 2 * same_title + bool(place and place in map(_path, _addresses(node)))

    node = max(graph.articles, key=likeness, default=None)
    return LinkedArticle() if node is None else _article(node, graph.named)


def _graph(page: HtmlElement) -> _Graph:
    graph, waiting = _Graph(), deque(_scripts(page))
    for _ in range(_MOST_NODES):
        if not waiting:
            break
        node = waiting.popleft()
        if isinstance(node, dict):
            if any(_ARTICLE.search(kind) for kind in map(str, _listed(node.get("@type")))):
                graph.articles.append(node)
            if isinstance(name := node.get("@id"), str) and len(node) > 1:
                graph.named.setdefault(name, node)
            waiting.extend(node.values())
        elif isinstance(node, list):
            waiting.extend(node)
    return graph


def _scripts(page: HtmlElement) -> Iterator[object]:
    for script in islice(page.iter("script"), _MOST_SCRIPTS):
        if "ld+json" in (script.get("type") or "") and script.text:
            try:
                yield json.loads(_unwrapped(script.text[:_LARGEST]), strict=False)
            except (ValueError, RecursionError):
                continue


def _unwrapped(script: str) -> str:
    """Return a script without the comment or the CDATA section around it, and without a semicolon after it."""
    if script.lstrip()[:1] in "{[" and not script.endswith(";"):
        return script
    return _WRAPPING.sub("", _WRAPPING.sub("", script))


def _article(node: Node, named: Mapping[str, Node]) -> LinkedArticle:
    image = _resolved(node.get("image"), named)
    about = image if isinstance(image, dict) else {}
    return LinkedArticle(
        headline=_text(node.get("headline")) or _text(node.get("name")),
        published=_text(node.get("datePublished")),
        modified=_text(node.get("dateModified")),
        authors=tuple(_people(node.get("author"), named)),
        publisher=_name(node.get("publisher"), named),
        section=_text(next(iter(_listed(node.get("articleSection"))), "")),
        language=_text(_name(node.get("inLanguage"), named)),
        url=next(iter(_addresses(node)), ""),
        image=_text(about.get("url") or about.get("contentUrl")) if about else _text(image),
        image_alt=_text(about.get("caption")),
        image_credit=_text(about.get("creditText")) or _name(about.get("creator"), named),
    )


def _addresses(node: Node) -> Iterator[str]:
    for value in (node.get("url"), node.get("mainEntityOfPage"), node.get("@id")):
        told = value.get("@id") or value.get("url") if isinstance(value, dict) else value
        if isinstance(told, str) and told.startswith("http"):
            yield told


def _path(url: str) -> str:
    return re.sub(r"^https?://(?:www\.)?|[?#].*$", "", url).rstrip("/")


def _people(value: object, named: Mapping[str, Node]) -> Iterator[Person]:
    for item in islice(_listed(value), _MOST_LISTED):
        author = _resolved(item, named)
        kinds = str(author.get("@type")) if isinstance(author, dict) else ""
        for name in _listed(author.get("name") if isinstance(author, dict) else author)[:_MOST_LISTED]:
            if text := _text(name):
                yield Person(text, "Organization" not in kinds)


def _name(value: object, named: Mapping[str, Node]) -> str:
    node = _resolved(value, named)
    return _text(node.get("name")) if isinstance(node, dict) else _text(node)


def _resolved(value: object, named: Mapping[str, Node]) -> object:
    """Return the first of several values, and for a reference what it refers to."""
    first = next(iter(_listed(value)), "")
    while isinstance(first, list):
        first = next(iter(first), "")
    if isinstance(first, dict) and "name" not in first and "url" not in first:
        return named.get(str(first.get("@id")), first)
    return first


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value] if value else []


def _text(value: object) -> str:
    return one_line(legible(value[:_LARGEST])) if isinstance(value, str) else ""
