"""Whether a site is what the corpus says. A site that is not has no figure."""

from __future__ import annotations

import json
import re
from pathlib import Path

from benchmarks.corpus import Corpus, Entry
from benchmarks.generators import Generator

_LINK = re.compile(r'<a class="term" href="/glossary/([^/"]+)/"[^>]*>([^<]*)</a>')
_ENTRIES = "[0-9][0-9][0-9][0-9]/[0-9][0-9]/*/index.html"


class WrongSiteError(Exception):
    """A generator made something else than it was asked for."""


def verify(generator: Generator, site: Path, corpus: Corpus, edited: dict[str, str]) -> None:
    """Raise WrongSiteError unless the site has a page for each entry, and on each what is to be there.

    That is its title, its last words, the link of each first mention if the generator annotates, and no other, and
    the line that was added to it: `edited` has these by the entries' addresses.
    """
    pages = {path.parent for path in site.glob(_ENTRIES)}
    if len(pages) != len(corpus.entries):
        raise WrongSiteError(f"{generator.title}: {len(pages)} pages of {len(corpus.entries)} entries")
    for entry in corpus.entries:
        page = site / entry.address / "index.html"
        wrong = _wrong(entry, page, edited.get(entry.address, ""), annotated=generator.annotates)
        if wrong:
            raise WrongSiteError(f"{generator.title}: {entry.slug} {wrong}")
    if generator.searches and (found := _indexed(site)) < len(corpus.entries):
        raise WrongSiteError(f"{generator.title}: {found} pages can be searched of {len(corpus.entries)} entries")


def _wrong(entry: Entry, page: Path, line: str, *, annotated: bool) -> str:
    """Return what is wrong with an entry's page, if anything."""
    if not page.exists():
        return "has no page"
    html = page.read_text(encoding="utf-8")
    if missing := next((text for text in (entry.title, _last_words(entry), line) if text not in html), ""):
        return f"lacks the words {missing!r}"
    links = tuple(_LINK.findall(html))
    expected = entry.links if annotated else ()
    return "" if links == expected else f"has the links {links} in place of {expected}"


def _last_words(entry: Entry) -> str:
    """Return words from the end of the text that no markup divides."""
    phrases: list[str] = re.findall(r"(?<= )[a-z ]+(?= )", entry.body[-300:])
    return max(phrases, key=len).strip()


def _indexed(site: Path) -> int:
    """Return how many pages the search indexes of a site hold."""
    said = (json.loads(path.read_text(encoding="utf-8")) for path in site.rglob("pagefind-entry.json"))
    return sum(language["page_count"] for one in said for language in one["languages"].values())
