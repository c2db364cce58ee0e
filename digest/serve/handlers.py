"""What a browser is answered, and to whom: pages with the site's own headers, what is wrong, the search, reloads."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from functools import partial
from html import escape
from urllib.parse import urlencode, urlsplit

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from livereload.server import LiveScriptInjector
from tornado.escape import json_decode
from tornado.httputil import HTTPServerRequest, split_host_and_port
from tornado.web import Application, HTTPError, RequestHandler, StaticFileHandler

from digest.problems import Problem, SurroundingsError
from digest.serve.preview import INDEX, Preview

# The policy that the published site is served with, and `ws:`, for livereload's WebSocket.
POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self' ws:; worker-src 'self'; manifest-src 'self'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)
_STYLE = (
    ":root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:50rem;margin:3rem auto}"
    "pre{white-space:pre-wrap;overflow-wrap:anywhere;border-left:.3rem solid #c2410c;padding-left:1rem}"
)
_STYLE_HASH = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
_STATUS_POLICY = POLICY.replace("style-src 'self'", f"style-src 'sha256-{_STYLE_HASH}'")
_BROKEN = ("The digest cannot be built", "Save the mended file, and this page is the digest again.")
_WAITING = ("Building …", "This page is the digest as soon as it is built.")


def application(preview: Preview, host: str) -> Application:
    """Return the application: it answers to this machine's own names and to `host`, whoever may ask otherwise."""
    names = {"localhost", "127.0.0.1", "[::1]", f"[{host}]" if ":" in host else host.lower()}
    shown = {"preview": preview}
    made = Application(
        default_handler_class=Refused,
        default_handler_args={"names": names},
        transforms=[partial(ScriptTag, preview)],  # type: ignore[list-item]  # they are called, nothing else
    )
    made.add_handlers(
        f"(?:{'|'.join(map(re.escape, sorted(names)))})$",
        [
            (r"/livereload", Socket, shown),
            (r"/livereload\.js", LiveReloadJSHandler),
            (r"/pagefind/(.*)", Search, shown),
            (r"/(.*)", Pages, shown),
        ],
    )
    return made


class Refused(RequestHandler):
    """The answer to a foreign name: a page elsewhere may have had its own name lead here, to read what is here."""

    def initialize(self, names: set[str]) -> None:
        """Take the names that are answered to."""
        self._names = names

    def prepare(self) -> None:
        """Refuse whatever is asked."""
        self.set_status(403)
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(f"This preview answers only to {', '.join(sorted(self._names))}.\n")


class Pages(StaticFileHandler):
    """A file of the preview, or the site's own 404 page; in place of a page what is wrong, as long as something is."""

    def initialize(self, preview: Preview) -> None:  # type: ignore[override]
        """Take what is shown."""
        super().initialize(str(preview.folder), default_filename=INDEX)
        self.preview = preview

    def set_default_headers(self) -> None:
        """Set the published site's headers; nothing is kept, as the next build may change anything."""
        self.set_header("Content-Security-Policy", POLICY)
        self.set_header("Referrer-Policy", "strict-origin-when-cross-origin")
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Cache-Control", "no-store")

    async def get(self, path: str, include_body: bool = True) -> None:
        """Answer with the file."""
        name = path.rpartition("/")[2]
        if "\0" in path:
            raise HTTPError(404)
        is_page = "." not in name or name.endswith(".html")
        if is_page and (self.preview.errors or not self.preview.is_built):
            raise HTTPError(503)
        await super().get(path, include_body)

    def should_return_304(self) -> bool:
        """Never: two saves may fall into one second, and tornado takes a file's hash once."""
        return False

    def compute_etag(self) -> None:
        """Return none, for the same reasons."""

    def write_error(self, status_code: int, **kwargs: object) -> None:
        """Answer with a page for people."""
        self.set_header("Content-Type", "text/html; charset=utf-8")
        if status_code == 503:
            self.set_header("Content-Security-Policy", _STATUS_POLICY)
            self.finish(status_page(self.preview.errors))
        elif status_code in (403, 404) and self.preview.is_built:
            self.set_status(404)
            self.finish(b"".join(self.get_content(f"{self.preview.folder}/404.html")))
        else:
            super().write_error(status_code, **kwargs)


class Search(Pages):
    """A file of the search index, which is that of the last build."""

    def initialize(self, preview: Preview) -> None:  # type: ignore[override]
        """Take what is shown."""
        super().initialize(preview)
        self.root = str(preview.index.folder)

    async def prepare(self) -> None:
        """Wait for the index."""
        if not self.preview.is_built:
            raise HTTPError(503)
        try:
            await self.preview.have_index()
        except (SurroundingsError, OSError) as error:
            self.set_status(500)
            self.finish(str(error))


class Socket(LiveReloadHandler):  # type: ignore[misc]  # livereload has no annotations
    """livereload's WebSocket, for pages of this server only."""

    def initialize(self, preview: Preview) -> None:
        """Take what is shown."""
        self.preview = preview
        self.shown: str | None = None

    def check_origin(self, _origin: str) -> bool:
        """Refuse: this is asked only about pages that are not this server's own."""
        return False

    def on_message(self, message: str) -> None:
        """Greet and register as livereload does; reload at once a page that has been made again since."""
        super().on_message(message)
        told = json_decode(message)
        self.shown = told.get("snipver", self.shown)
        self.path = urlsplit(told.get("url", "")).path
        if self in LiveReloadHandler.waiters and self.shown is not None:
            self.show_again()

    def show_again(self) -> None:
        """Have the page loaded again, unless the browser has it as it is."""
        if self.shown != self.preview.version(self.path):
            self.send_message({"command": "reload", "path": "*"})


def show_again() -> None:
    """Have every page loaded again that has changed; livereload itself drops a reload within 3 s of the last."""
    for waiter in LiveReloadHandler.waiters.copy():
        waiter.show_again()


class ScriptTag(LiveScriptInjector):  # type: ignore[misc]  # livereload has no annotations
    """Puts livereload's script into each page: no inline script, and with the build that the page is of."""

    def __init__(self, preview: Preview, request: HTTPServerRequest) -> None:
        super().__init__(request)
        host, port = split_host_and_port(request.host)
        query = {"host": host, "port": port or 80, "snipver": preview.version(request.path), "maxdelay": 2000}
        self.script = f'<script src="/livereload.js?{escape(urlencode(query, safe="[]:"))}" defer></script>'.encode()


def status_page(errors: Sequence[Problem]) -> str:
    """Return the page that stands for all others: what is wrong, or that the first build is not done."""
    title, then = _BROKEN if errors else _WAITING
    listed = "".join(f"<pre>{escape(str(error))}</pre>\n" for error in errors)
    return f"""<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title>
<link rel="icon" href="data:,"><style>{_STYLE}</style></head>
<body><h1>{title}</h1>
{listed}<p>{then}</p></body>
</html>
"""
