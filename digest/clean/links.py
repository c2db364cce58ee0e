"""Which addresses may stand in an entry."""

from __future__ import annotations

import re
from urllib.parse import quote, urljoin, urlsplit

SCHEMES = frozenset({"http", "https", "mailto"})
_LONGEST = 2_000  # characters; a longer one carries data, not an address
_UNSAFE = re.compile(r'[\s()<>\\"\x00-\x1f]')
_ENTITY = re.compile(r"&(?=#?\w+;)")


def target(href: str, base: str = "") -> str:
    """Return `href` as the target of a Markdown link, resolved against `base`; nothing if it may not be one."""
    if not href.strip() or href.lstrip().startswith("#"):
        return ""
    try:
        address = urljoin(base, href.strip())
        parts = urlsplit(address)
    except ValueError:
        return ""
    if parts.scheme not in SCHEMES or not (parts.netloc or parts.scheme == "mailto") or len(address) > _LONGEST:
        return ""
    return _ENTITY.sub("&amp;", _UNSAFE.sub(lambda found: quote(found[0], safe=""), address))
