"""The door to the network, for `digest import URL` alone."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import Message
from http import HTTPStatus
from time import monotonic
from urllib.parse import urljoin, urlsplit

from urllib3 import BaseHTTPResponse, PoolManager, Timeout
from urllib3.exceptions import (
    HTTPError,
    LocationParseError,
    NameResolutionError,
    NewConnectionError,
    SSLError,
    TimeoutError,
)

from digest import __version__
from digest.problems import SurroundingsError

_TEXT = ("text/html", "application/xhtml+xml", "text/plain", "text/markdown")
_HEADERS = {
    "User-Agent": f"Digest/{__version__} (+https://pypi.org/project/annotated-digest/)",
    "Accept": "text/html, application/xhtml+xml, text/plain;q=0.8",
    "Accept-Encoding": "gzip",
}
_REDIRECTS = 5
_CHUNK = 65_536
_BY_HAND = "save the page in a browser and import the file"


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave: `url` is where it was in the end; `charset` and `content_type` are empty if not said."""

    url: str
    data: bytes
    charset: str
    content_type: str


def fetch(url: str, *, timeout: float = 20, limit: int = 5_000_000) -> Fetched:
    """Return the page or text at `url`, an http or https address; redirects are followed, at most five.

    SurroundingsError when there is none: no such host, no answer within `timeout` seconds, no certificate that holds,
    a status other than 200, something other than a text, more than `limit` bytes.
    """
    deadline = monotonic() + timeout
    with PoolManager(cert_reqs=ssl.CERT_REQUIRED, headers=_HEADERS) as pool:
        for _ in range(_REDIRECTS + 1):
            with _asked(pool, url, deadline - monotonic(), timeout) as response:
                target = response.get_redirect_location()
                if not target:
                    return _taken(url, response, deadline, limit)
            url = urljoin(url, target)
    raise SurroundingsError(f"{url} was reached after {_REDIRECTS} redirects and leads on")
