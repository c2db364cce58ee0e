"""What is wrong or weak in a digest, as problems; a site re-grades each rule under `checks:`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date
from html import escape, unescape
from urllib.parse import unquote, urljoin, urlsplit

from digest.model import Body, Digest, Entry, output_path
from digest.problems import RULES, Problem, Span, did_you_mean

STALE_AFTER = 730  # days after which a definition should have been read again
OF_THE_WHOLE = ("broken-link", "unused-term")  # rules that judge a file by the others
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
    for path, address, html, body in _texts(digest):
        for link in sorted(set(map(unescape, _LINK.findall(html)))):
            target = _target(digest, address, link)
            if target is not None and output_path(target) not in paths:
                message = f'the link "{link}" leads to nothing in this site{did_you_mean(target, addresses)}'
                hint = "a page's address begins and ends with /, a picture's is that of a file in content/static/"
                span = _place(path, body, link.removeprefix(digest.config.root))
                yield Problem(span, message, hint, "broken-link", RULES["broken-link"])


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
