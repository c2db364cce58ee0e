"""The last word on HTML: an allow-list of tags, attributes and classes. Nothing edits a body after it.

Markdown with raw HTML off gives little to remove; this is the wall behind that wall.
"""

from __future__ import annotations

from functools import lru_cache

import nh3

_TAGS = {
    *("p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "code", "em", "strong", "s", "a"),
    *("img", "table", "thead", "tbody", "tr", "th", "td", "hr", "br", "sup", "section", "div"),
}
_ATTRIBUTES: dict[str, set[str]] = {
    "*": set(),  # else nh3 lets any tag have `lang` and `title`
    "a": {"href", "title", "id", "data-term", "aria-describedby"},
    "div": {"tabindex"},
    "img": {"src", "alt", "title", "loading"},
    "ol": {"start"},
    **{tag: {"id"} for tag in ("h2", "h3", "h4", "h5", "h6", "li", "sup")},
}
_CLASSES = {
    "a": {"term", "footnote-backref"},
    "div": {"scroll"},
    "li": {"footnote-item"},
    "ol": {"footnotes-list"},
    "section": {"footnotes"},
    "sup": {"footnote-ref"},
    **{tag: {"left", "center", "right"} for tag in ("th", "td")},
}


def sanitise(html: str, root: str) -> str:
    """Return safe HTML; links that begin with `/` get `root`, the site's folder on its host, in front."""
    return _cleaner(root).clean(html)


@lru_cache(maxsize=8)
def _cleaner(root: str) -> nh3.Cleaner:
    def relative(url: str) -> str | None:
        if url.startswith(("//", "/\\")):  # another host, in disguise
            return None
        return root + url if url.startswith("/") else url

    return nh3.Cleaner(
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        tag_attribute_values={"a": {"dir": {"ltr"}}},  # of an address in a text from right to left
        allowed_classes=_CLASSES,
        url_schemes={"http", "https", "mailto"},
        url_relative=relative,
        link_rel=None,
    )
