"""Links that authors wrote to pages of the site that are not there."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from html import escape, unescape
from urllib.parse import unquote, urljoin, urlsplit

from digest.model import Body, Digest, output_path
from digest.problems import Problem, Span, did_you_mean

_LINK = re.compile(r'<(?:a|img)\b[^>]*?\b(?:href|src)="([^"]*)"')
_ELSEWHERE = ("https://", "http://")


def broken_links(digest: Digest, paths: Collection[str]) -> Iterator[Problem]:
    """Yield the links that lead to none of `paths`, which are all files of the site."""
    sound: set[str] = set()  # of the links that lead to the same place from everywhere: most of all links
    for path, address, html, body in _texts(digest):
        links = {unescape(link) for link in _LINK.findall(html) if not link.startswith(_ELSEWHERE)}
        for link in sorted(links - sound):
            target = _target(digest, address, link)
            if target is None:
                continue
            if output_path(target) not in paths:
                span = _place(path, body, link.removeprefix(digest.config.root))
                yield _problem(span, link, target, paths)
            elif link.startswith("/"):
                sound.add(link)


def _problem(span: Span, link: str, target: str, paths: Collection[str]) -> Problem:
    addresses = ("/" + path.removesuffix("index.html") for path in paths)
    message = f'the link "{link}" leads to nothing in this site{did_you_mean(target, addresses)}'
    hint = "a page's address begins and ends with /, a picture's is that of a file in content/static/"
    return Problem.by("broken-link", span, message, hint)


def _texts(digest: Digest) -> Iterator[tuple[str, str, str, Body]]:
    """Yield every text with links of authors': its file, its address, its HTML, and its Markdown."""
    for entry in digest.entries:
        article, annotation = entry.article, entry.annotation
        picture = f'<img src="{escape(digest.config.href(article.image.src))}">' if article.image else ""
        yield article.path, entry.address, annotation.html + annotation.note + picture, article.body
    for term in digest.terms:
        yield term.path, term.address, digest.definitions[term.slug].html, term.definition
    for owner in digest.owners:
        yield owner.path, owner.address, digest.texts[owner.address], owner.body


def _place(path: str, body: Body, link: str) -> Span:
    """Return where a link stands in a text, or only its file where it is written otherwise."""
    written = (link, unquote(link))
    for number, line in enumerate(body.text.split("\n")):
        column = max(line.find(spelling) for spelling in written) + 1
        if column:
            return Span(path, body.line(number), column, line)
    return Span(path)


def _target(digest: Digest, address: str, link: str) -> str | None:
    """Return the address that a link within the site leads to, or None for a whole URL or a place on its own page.

    A whole URL is left alone even on the site's own host: other things may be served there.
    """
    if urlsplit(link).scheme:
        return None
    path = urlsplit(urljoin(digest.config.href(address), link)).path
    target = unquote(path.removeprefix(digest.config.root))
    return None if target == address else target
