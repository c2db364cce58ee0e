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

from urllib3 import BaseHTTPResponse, PoolManager, Timeout, exceptions

from digest import __version__
from digest.problems import SurroundingsError, printable

_TEXTS = ("text/html", "application/xhtml+xml", "text/plain", "text/markdown")
_HEADERS = {
    "User-Agent": f"Digest/{__version__}",
    "Accept": "text/html, application/xhtml+xml, text/plain;q=0.8",
    "Accept-Encoding": "gzip",
}
_REDIRECTS = 5
_AT_ONCE = 65_536  # bytes
_LEAST = 0.001  # seconds: no time at all is not a timeout


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave; `url` is where that was, redirects followed. `charset`, `content_type`: "" if not said."""

    url: str
    data: bytes
    charset: str
    content_type: str


def fetch(url: str, *, timeout: float = 20, limit: int = 5_000_000) -> Fetched:
    """Return the page or text at an http or https address, after five redirects at most.

    SurroundingsError when that cannot be had: no such host, no answer in time (`timeout` is in seconds, for all of
    it), a certificate that does not hold, a status other than 200, no text, more than `limit` bytes.
    """
    deadline = monotonic() + timeout
    address = url.strip()
    with PoolManager(cert_reqs=ssl.CERT_REQUIRED, headers=_HEADERS) as pool:
        for _ in range(_REDIRECTS + 1):
            with _asked(pool, address, deadline) as response:
                target = response.get_redirect_location()
                if not target:
                    return Fetched(address, *_page(address, response, deadline, limit))
            address = urljoin(address, _as_sent(target))
    raise SurroundingsError(f"{url} leads from address to address, {_REDIRECTS} times and more")


@contextmanager
def _asked(pool: PoolManager, url: str, deadline: float) -> Iterator[BaseHTTPResponse]:
    """Give the answer to a request, its body still to be read; what goes wrong with the network meanwhile is raised."""
    _expect_web(url)
    timeout = Timeout(total=max(deadline - monotonic(), _LEAST))
    try:
        response = pool.request("GET", url, redirect=False, retries=False, preload_content=False, timeout=timeout)
        try:
            yield response
        finally:
            response.close()
    except exceptions.HTTPError as error:
        raise SurroundingsError(f"{_why(error, urlsplit(url).hostname or '')}: {url}") from error


def _expect_web(url: str) -> None:
    try:
        parts = urlsplit(url)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # a port that is no number, half an IPv6 address
        usable = False
    if not usable:
        raise SurroundingsError(f"this is not an http or https address: {url}")


def _page(url: str, response: BaseHTTPResponse, deadline: float, limit: int) -> tuple[bytes, str, str]:
    """Return the body, its charset and its content type."""
    if response.status != HTTPStatus.OK:
        hint = "save the page in a browser and import that file"
        raise SurroundingsError(f"the server answers {_status(response.status)}: {url}; {hint}")
    said = Message()
    said["Content-Type"] = response.headers.get("Content-Type", "")
    kind = said.get_content_type() if said["Content-Type"] else ""
    if kind and kind not in _TEXTS:
        raise SurroundingsError(f"there is no page or text here, but {printable(kind)}: {url}")
    data = bytearray()
    while chunk := response.read1(_AT_ONCE, decode_content=True):
        data += chunk
        if len(data) > limit:
            raise SurroundingsError(f"the page is larger than {limit:,} bytes: {url}")
        if monotonic() > deadline:
            raise SurroundingsError(f"the answer takes too long: {url}")
    return bytes(data), said.get_content_charset(""), kind


def _as_sent(header: str) -> str:
    """Return a header's text as its server meant it, often UTF-8, which Python reads as Latin-1; fit to be shown."""
    try:
        return printable(header.encode("latin-1").decode("utf-8"))
    except UnicodeError:
        return printable(header)


def _status(code: int) -> str:
    try:
        return f"{code} ({HTTPStatus(code).phrase})"
    except ValueError:
        return str(code)


def _why(error: exceptions.HTTPError, host: str) -> str:
    match error:
        case exceptions.LocationParseError():
            return "this is not an http or https address"
        case exceptions.NameResolutionError():
            return f"there is no host {host}, or no network"
        case exceptions.NewConnectionError():
            return f"{host} cannot be reached ({error.__cause__})"
        case exceptions.TimeoutError():
            return f"{host} does not answer in time"
        case exceptions.SSLError():
            return f"{host} does not prove to be that host ({error})"
        case _:
            return f"the connection to {host} broke ({error})"
