"""Bodies that leave their page: into feeds and editions, where ids would clash and cards don't exist."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urlsplit

import nh3

_TAGS = {
    *("p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "code", "em", "strong", "s", "a"),
    *("img", "table", "thead", "tbody", "tr", "th", "td", "hr", "br", "sup"),
}
_BACK = re.compile(r' ?<a [^>]*class="footnote-backref"[^>]*>[^<]*</a>')  # leads back into a page that is not there
_ATTRIBUTES = {"a": {"href", "dir"}, "img": {"src", "alt"}, "ol": {"start"}}


def standalone(html: str, base_url: str = "") -> str:
    """Return safe HTML without ids, classes and links within the page; with `base_url`, links become absolute."""
    if not html:
        return ""
    return _cleaner(base_url).clean(_BACK.sub("", html) if "footnote-backref" in html else html)


@lru_cache(maxsize=8)
def _cleaner(base_url: str) -> nh3.Cleaner:
    origin = "{0.scheme}://{0.netloc}".format(urlsplit(base_url)) if base_url else ""

    def relative(url: str) -> str | None:
        if url.startswith("#"):
            return None
        return origin + url if url.startswith("/") else url

    return nh3.Cleaner(
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes={"http", "https", "mailto"},
        url_relative=relative,
        link_rel=None,
    )
