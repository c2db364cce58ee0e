"""Whatever an author imports, to a draft."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping

from digest.clean.capture import capture
from digest.clean.decode import decode
from digest.clean.draft import Draft, refused
from digest.clean.paste import paste
from digest.clean.rules import NAMES

_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|main|div|p|h[1-6]|table|meta|script)\b", re.IGNORECASE)
_PAGES = ("text/html", "application/xhtml")
_START = 4_000  # bytes in which a page shows what it is


def draft_of(
    data: bytes,
    rules: Mapping[str, bool] | None = None,
    *,
    url: str = "",
    charset: str = "",
    content_type: str = "",
    keep_all: bool = False,
    captions: bool = False,
    origin: str = "",
) -> Draft:
    """Return the draft that a saved page or a text gives; which it is, its `content_type` says, else its first bytes.

    `rules` turns rules off by name, and `keep_all` all of them; `url` is the original's address; `charset` overrules
    what the input says its encoding is; `captions` keeps those of a page's figures; `origin` is what problems call the
    input. Problems that leave no draft are errors.
    """
    if b"\0" in data[:_START] and not charset and not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return refused("this is not a text", url=url, origin=origin, hint="save the page as HTML, or paste its text")
    switched = dict.fromkeys(NAMES, False) if keep_all else rules
    is_page = content_type.startswith(_PAGES) if content_type else bool(_HTML.search(data[:_START]))
    if is_page:
        return capture(data, switched, url=url, charset=charset, captions=captions, origin=origin)
    return paste(decode(data, charset), switched, url=url, origin=origin)
