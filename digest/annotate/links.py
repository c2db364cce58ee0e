"""The links that authors wrote, in the HTML of their texts."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import urlsplit

_TAG = re.compile(r"<(?:a|img)\b[^>]*>")
_ADDRESS = re.compile(r'\b(?:href|src)="([^"]*)"')


def links_in(html: str) -> tuple[str, ...]:
    """Return the links within the site, sorted: neither those to terms, nor whole URLs, nor places on the same page.

    A whole URL is left out even on the site's own host: other things may be served there.
    """
    tags = (tag for tag in _TAG.findall(html) if ' data-term="' not in tag)
    found = {unescape(address) for tag in tags for address in _ADDRESS.findall(tag)}
    return tuple(sorted(link for link in found if not link.startswith("#") and not urlsplit(link).scheme))
