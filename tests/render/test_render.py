import json
import pickle
from pathlib import Path
from typing import get_args
from urllib.parse import unquote
from xml.etree import ElementTree

from digest import files, looks, render
from digest.model import SECTIONS, Annotation, EditionLength, Kind, Page
from digest.problems import Problem
from digest.render import Press, assets, hashed_name, sheets
from tests.sites import Files, article, dressed, made, write

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ADDRESSES = {
    *("index.html", "404.html", "2025/04/index.html", "2025/04/baku/index.html", "about/index.html"),
    *("themes/index.html", "themes/diplomacy/index.html", "stories/index.html", "stories/talks/index.html"),
    *("glossary/index.html", "glossary/hts/index.html", "editions/index.html", "editions/2025-W15/index.html"),
    *("archive/index.html", "sources/index.html", "sources/rudaw/index.html", "corrections/index.html"),
    *("search/index.html", "feed.xml", "feed.json", "themes/diplomacy/feed.xml", "themes/diplomacy/feed.json"),
    *("stories/talks/feed.xml", "stories/talks/feed.json", "glossary/hts/feed.xml"),
    *("sitemap.xml", "opensearch.xml", "robots.txt", "glossary.jsonld"),
}


def rendered(root: Path, given: Files | None = None) -> dict[str, str]:
    """The small digest's files by path, changed by `given`, with the templates of `root`; nothing is wrong."""
    digest = made(given, dressed(root))
    found = [*assets(digest.look), *digest.printed()]
    pages = [page for page in found if isinstance(page, Page)]
    assert pages == found
    return {page.path: page.data.decode() for page in pages if not page.path.endswith(".png")}


def test_every_address_is_there_once() -> None:
    """A site has every address that is promised, besides its assets, and nothing else."""
    paths = [page.path for page in made().printed() if isinstance(page, Page)]
    assert len(paths) == len(set(paths))
    assert set(paths) == ADDRESSES


def test_asset_is_named_by_its_content(tmp_path: Path) -> None:
    """An asset's name changes with its bytes and with nothing else, and pages name it as it is."""
    assert hashed_name("a/site.js", b"x") == hashed_name("a/site.js", b"x") != hashed_name("a/site.js", b"y")
    write(tmp_path, {"templates/assets/style.css": "body { color: red }"})
    pages = rendered(tmp_path)
    (style,) = (path for path in pages if path.startswith("assets/style."))
    assert pages[style] == "body { color: red }"
    assert f'href="/{style}"' in pages["index.html"]
    write(tmp_path, {"templates/assets/our ç.js": "", "templates/404.html": "{{ site.assets['our ç.js'] }}"})
    pages = rendered(tmp_path)
    assert unquote(pages["404.html"].removeprefix("/")) in pages
    assert pages["404.html"].startswith("/assets/our%20%C3%A7.")


def test_sitemap_lists_what_may_be_found(tmp_path: Path) -> None:
    """The sitemap has every page but the first ones' continuations, old addresses and the 404 page."""
    keys = "aliases: [/old/]\nupdated: 2025-04-12T08:00+03:00"
    site = "title: Brief\nbase_url: https://example.org/\ntimezone: Asia/Baghdad\npage_size: 1\n"
    given = {"content/articles/a.md": article("A", keys=keys), "content/site.yaml": site}
    root = ElementTree.fromstring(rendered(tmp_path, given)["sitemap.xml"])
    changed = {url.findtext(f"{SITEMAP}loc"): url.findtext(f"{SITEMAP}lastmod") for url in root}
    assert changed["https://example.org/2025/04/a/"] == "2025-04-12T08:00:00+03:00"
    assert changed["https://example.org/themes/"] is None
    missing = {"old/", "404.html", "themes/diplomacy/page/2/"}
    assert not {f"https://example.org/{address}" for address in missing} & changed.keys()


def test_machines_are_told_where_things_are(tmp_path: Path) -> None:
    """Robots.txt names the sitemap, OpenSearch the search page; the glossary's data is JSON."""
    pages = rendered(tmp_path, {"content/site.yaml": "title: T & Co\nbase_url: https://example.org/news/\n"})
    assert "Sitemap: https://example.org/news/sitemap.xml\n" in pages["robots.txt"]
    url = ElementTree.fromstring(pages["opensearch.xml"])[-1]
    assert url.attrib["template"] == "https://example.org/news/search/?q={searchTerms}"
    assert json.loads(pages["glossary.jsonld"])["name"] == "T & Co: Glossary"


def test_one_template_can_be_overridden(tmp_path: Path) -> None:
    """A site's own template replaces the built-in one of its name, and the other pages stay as they were."""
    write(
        tmp_path,
        {"templates/theme.html": '{% extends "base.html" %}{% block content %}ours: {{ theme }}{% endblock %}'},
    )
    plain, pages = rendered(tmp_path / "none"), rendered(tmp_path)
    assert "ours: Diplomacy" in pages["themes/diplomacy/index.html"]
    assert {path for path in pages if pages[path] != plain[path]} == {"themes/diplomacy/index.html"}


def test_failing_template_is_told_once(tmp_path: Path) -> None:
    """A template that fails on several pages is one problem, and each of these keeps its address, empty."""
    write(tmp_path, {"templates/entry.html": "{{ nothing }}"})
    found = list(made({"content/articles/a.md": article("A")}, dressed(tmp_path)).printed())
    (problem,) = (item for item in found if isinstance(item, Problem))
    assert str(problem.span) == "templates/entry.html:1:4"
    empty = {page.path: page.origin for page in found if isinstance(page, Page) and not page.data}
    assert empty == {
        "2025/04/a/index.html": "content/articles/a.md",
        "2025/04/baku/index.html": "content/articles/2025-04-09-baku.md",
    }


def test_half_a_character_is_no_page(tmp_path: Path) -> None:
    """What can't be encoded is replaced."""
    write(tmp_path, {"templates/404.html": r"{{ 'a\ud800' }}"})
    assert rendered(tmp_path)["404.html"] == "a?"


def test_press_prints_the_same_elsewhere() -> None:
    """A press that has crossed to another process, whether it has printed or not, prints the same pages."""
    digest = made()
    press = Press(digest.desk, digest.look.templates, tuple(sheets(digest.desk)))
    texts = [digest.annotations(sheet.texts) for sheet in press.sheets]
    fresh, here = pickle.loads(pickle.dumps(press)), pages_of(press, texts)
    used = pickle.loads(pickle.dumps(press))
    assert pages_of(fresh, texts) == pages_of(used, texts) == here


def pages_of(press: Press, texts: list[list[Annotation]]) -> list[Page | Problem]:
    """All that a press prints."""
    return [made for number, shown in enumerate(texts) for made in press.page(number, shown)]


def test_single_words_can_be_overridden(tmp_path: Path) -> None:
    """A site's own catalogue replaces the words that it names, and adds new ones."""
    own = "search: Find\nours: Ours\n"
    write(
        tmp_path,
        {"templates/lang/en.yaml": own, "templates/404.html": '{{ t("ours") }}, {{ t("home") }}, {{ t("search") }}'},
    )
    assert rendered(tmp_path)["404.html"] == "Ours, Home, Find"


def test_catalogue_of_another_language_is_taken(tmp_path: Path) -> None:
    """The words are those of the site's language where there is a catalogue, and its pages run its way."""
    write(tmp_path, {"templates/lang/ar.yaml": "search: بحث\n"})
    site = "title: Brief\nbase_url: https://example.org/\nlanguage: ar\n"
    page = rendered(tmp_path, {"content/site.yaml": site})["search/index.html"]
    assert '<html lang="ar" dir="rtl">' in page
    assert "<h1>بحث</h1>" in page


def test_word_that_nothing_fills_in_is_an_error(tmp_path: Path) -> None:
    """A catalogue may use no other value than the built-in word has: the page would fail, so the author is told."""
    own = 'by: "von {author}"\nhome: {one: x, other: y}\nearlier: "{"\n'
    write(tmp_path, {"templates/lang/en.yaml": own})
    _, problems = looks.dress(files.look(tmp_path))
    assert [f"{problem.span}: {problem.message}; {problem.hint}" for problem in problems] == [
        'templates/lang/en.yaml:1:5: nothing fills in {author} in "by"; it may have: {authors}',
        'templates/lang/en.yaml:2:7: nothing fills in {n} in "home"; write it without',
        'templates/lang/en.yaml:3:10: "earlier" has a brace too many; write {{ and }} to show braces',
    ]


def test_no_word_is_left_over() -> None:
    """Each word of the built-in catalogue is asked for by a template or by this room."""
    look, room = dressed(), Path(render.__file__).parent
    asked = "".join(
        (*(template.text for template in look.templates.values()), *(p.read_text() for p in room.glob("*.py")))
    )
    by_name = {
        *SECTIONS,
        *(f"kind_{kind}" for kind in get_args(Kind)),
        *(f"edition_{name}" for name in get_args(EditionLength)),
    }
    assert [word for word in look.words["en"] if f'"{word}"' not in asked and word not in by_name] == []
