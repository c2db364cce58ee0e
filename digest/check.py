"""What is wrong or weak in a digest, as problems; a site re-grades each rule under `checks:`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date
from html import unescape
from urllib.parse import unquote, urljoin, urlsplit

from digest.model import Digest, Entry, output_path
from digest.problems import RULES, Problem, Span, did_you_mean

STALE_AFTER = 730  # days after which a definition should have been read again
LONG_DEFINITION = 40  # words of a definition's first paragraph

_LINK = re.compile(r'<(?:a|img)\b[^>]*?\b(?:href|src)="([^"]*)"')


def check(digest: Digest, paths: Collection[str], today: date) -> Iterator[Problem]:
    """Yield what a careful editor would mend; `paths` are all files of the site."""
    yield from _broken_links(digest, paths)
    for entry in digest.entries:
        yield from _sources(entry)
    yield from _glossary(digest, today)


def _problem(path: str, message: str, hint: str, rule: str, line: int = 0) -> Problem:
    return Problem(Span(path, line), message, hint, rule, RULES[rule])


def _broken_links(digest: Digest, paths: Collection[str]) -> Iterator[Problem]:
    """Links that authors wrote to pages of this site that are not there."""
    addresses = ["/" + path.removesuffix("index.html") for path in paths]
    for origin, address, html in _texts(digest):
        for link in sorted(set(_LINK.findall(html))):
            target = _target(digest, address, unescape(link))
            if target is not None and output_path(target) not in paths:
                message = f'the link "{unescape(link)}" leads to nothing in this site{did_you_mean(target, addresses)}'
                yield _problem(origin, message, "mend the link", "broken-link")


def _texts(digest: Digest) -> Iterator[tuple[str, str, str]]:
    """Yield every text with links of authors': its file, its address, its HTML."""
    for entry in digest.entries:
        yield entry.article.path, entry.address, entry.annotation.html + entry.annotation.note
        if entry.article.image:
            src = digest.config.href(entry.article.image.src)
            yield entry.article.path, entry.address, f'<img src="{src}">'
    for term in digest.terms:
        yield term.path, term.address, digest.definitions[term.slug].html
    for owner in digest.owners:
        yield owner.path, owner.address, digest.texts[owner.address]


def _target(digest: Digest, address: str, link: str) -> str | None:
    """Return the address that a link within the site leads to, or None for a whole URL or a place on its own page.

    A whole URL is left alone even on the site's own host: other things may be served there.
    """
    if urlsplit(link).scheme:
        return None
    path = urlsplit(urljoin(digest.config.href(address), link)).path
    target = unquote(path.removeprefix(digest.config.root))
    return None if target == address else target


def _sources(entry: Entry) -> Iterator[Problem]:
    article = entry.article
    names = {citation.name.casefold() for citation in article.sources}
    if len(names) == 1:
        yield _problem(
            article.path,
            "the entry rests on one source",
            "add a second one, or say so in a note",
            "one-source",
        )
    for citation in article.sources:
        if citation.published is None:
            yield _problem(
                article.path,
                f'the source "{citation.name}" has no date',
                "add published: 2025-04-10",
                "undated-source",
            )


def _glossary(digest: Digest, today: date) -> Iterator[Problem]:
    for term in digest.terms:
        if term.slug not in digest.mentioned:
            yield _problem(
                term.path, f'no entry mentions "{term.term}"', "check its forms, or remove it", "unused-term"
            )
        if term.reviewed and (today - term.reviewed).days > STALE_AFTER:
            hint = "read the definition again and date it: reviewed: …"
            yield _problem(term.path, f'"{term.term}" was last reviewed on {term.reviewed}', hint, "stale-term")
        words = len(digest.definitions[term.slug].short.split())
        if words > LONG_DEFINITION:
            hint = "the first paragraph stands on cards: make it one sentence"
            yield _problem(
                term.path, f'the short definition of "{term.term}" has {words} words', hint, "long-definition"
            )
