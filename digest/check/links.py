"""Links that authors wrote to pages of the site that are not there."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial
from urllib.parse import unquote, urljoin, urlsplit

from digest.annotate import links_in
from digest.model import Body, Digest, output_path
from digest.problems import Problem, Span, did_you_mean


def broken_links(digest: Digest, paths: Collection[str], written: Callable[[str], Body]) -> Iterator[Problem]:
    """Yield the links that lead to none of `paths`, which are all files of the site; `written` gives bodies."""
    sound: set[str] = set()  # of the links that lead to the same place from everywhere: most of all links
    for path, address, links, body in _texts(digest, written):
        for link in links:
            if link in sound:
                continue
            target = _target(digest, address, link)
            if target != address and output_path(target) not in paths:
                span = _place(path, body(), link.removeprefix(digest.config.root))
                yield _problem(span, link, target, paths)
            elif link.startswith("/"):
                sound.add(link)


def _problem(span: Span, link: str, target: str, paths: Collection[str]) -> Problem:
    addresses = ("/" + path.removesuffix("index.html") for path in paths)
    message = f'the link "{link}" leads to nothing in this site{did_you_mean(target, addresses)}'
    hint = "a page's address begins and ends with /, a picture's is that of a file in content/static/"
    return Problem.by("broken-link", span, message, hint)


def _texts(
    digest: Digest, written: Callable[[str], Body]
) -> Iterator[tuple[str, str, Iterable[str], Callable[[], Body]]]:
    """Yield every text with links of authors': its file, its address, its links, and its Markdown."""
    for entry in digest.entries:
        article = entry.article
        image = article.image.src if article.image else ""
        picture = [digest.config.href(image)] if image.startswith("/") else []  # another was told when it was read
        links = sorted({*entry.abstract.links, *picture})
        yield article.path, entry.address, links, partial(written, article.path)
    for term in digest.terms:
        yield term.path, term.address, links_in(digest.definitions[term.slug].html), partial(_same, term.definition)
    for owner in digest.owners:
        yield owner.path, owner.address, links_in(digest.texts[owner.address]), partial(_same, owner.body)


def _same(body: Body) -> Body:
    return body


def _place(path: str, body: Body, link: str) -> Span:
    """Return where a link stands in a text, or only its file where it is written otherwise."""
    written = (link, unquote(link))
    for number, line in enumerate(body.text.split("\n")):
        column = max(line.find(spelling) for spelling in written) + 1
        if column:
            return Span(path, body.line(number), column, line)
    return Span(path)


def _target(digest: Digest, address: str, link: str) -> str:
    """Return the address that a link within the site leads to."""
    path = urlsplit(urljoin(digest.config.href(address), link)).path
    return unquote(path.removeprefix(digest.config.root))
