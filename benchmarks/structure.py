"""How much of the structure of saved pages our Markdown keeps.

    python -m benchmarks.structure PAGES

PAGES is a folder of `*.html`. What the extractor's own HTML has, with the same settings, is compared with what
markdown-it-py reads out of the Markdown: an element is kept if its words are those of an element of the same kind.
"markdown" is the serialiser alone, "draft" what is left after the rules, which take boilerplate out.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from bs4 import BeautifulSoup, Tag
from markdown_it import MarkdownIt

from digest.clean.characters import legible, words
from digest.clean.decode import decode
from digest.clean.pages.capture import capture
from digest.clean.pages.extraction import document, extracted
from digest.clean.pages.markdown import from_html

KINDS = {
    "block quotes": ["blockquote"],
    "list items": ["li"],
    "headings": ["h1", "h2", "h3", "h4", "h5", "h6"],
    "links": ["a"],
    "emphasis": ["b", "strong", "i", "em"],
    "tables": ["table"],
}
_READER = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=Path)
    there: Counter[str] = Counter()
    markdown: Counter[str] = Counter()
    drafts: Counter[str] = Counter()
    for path in sorted(parser.parse_args().pages.glob("*.html")):
        data = path.read_bytes()
        draft = capture(data)
        page = document(decode(data))
        html = (extracted(page) or "") if page is not None else ""
        wanted = structure(html)
        there += count(wanted)
        markdown += kept(wanted, from_html(html, base=draft.url))
        drafts += kept(wanted, draft.body)
    print(f"{'':<14}{'extracted':>10}{'markdown':>10}{'draft':>10}")
    for kind in KINDS:
        shares = (f"{part[kind] / there[kind]:10.1%}" if there[kind] else f"{'-':>10}" for part in (markdown, drafts))
        print(f"{kind:<14}{there[kind]:10}{''.join(shares)}")


def structure(html: str) -> dict[str, Counter[str]]:
    """Return the words of each element that says something, by kind."""
    soup = BeautifulSoup(legible(html), "lxml")
    return {kind: Counter(filter(None, map(_words, soup(tags)))) for kind, tags in KINDS.items()}


def count(elements: dict[str, Counter[str]]) -> Counter[str]:
    """Return how many elements of each kind there are."""
    return Counter({kind: found.total() for kind, found in elements.items()})


def kept(wanted: dict[str, Counter[str]], markdown: str) -> Counter[str]:
    """Return how many of the `wanted` elements are in `markdown`, by kind."""
    found = structure(_READER.render(markdown))
    return count({kind: elements & found[kind] for kind, elements in wanted.items()})


def _words(element: Tag) -> str:
    return " ".join(words(element.get_text(" ")))


if __name__ == "__main__":
    main()
