"""A web server for a built site that answers as its host does: the headers of netlify.toml, compression, 404.html."""

import gzip
import json
import mimetypes
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit

WEB = Path(__file__).parent
CONFIG = WEB.parent.parent / "netlify.toml"
TEXT = re.compile(r"text/|image/svg|application/(json|ld|feed|atom|xml|javascript)")  # what hosts send compressed


@dataclass(frozen=True)
class Served:
    """A site that is being served: its folder, and its address without the last slash."""

    folder: Path
    url: str


@cache
def header_rules() -> tuple[tuple[re.Pattern[str], dict[str, str]], ...]:
    """What Netlify's own parser makes of netlify.toml: which addresses get which headers."""
    command: list[str | Path] = ["node", WEB / "netlify.js", CONFIG]
    answer = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    rules = json.loads(answer.stdout)["headers"]
    return tuple((re.compile(rule["matches"], re.IGNORECASE), rule["values"]) for rule in rules)


def headers_of(address: str, file: Path) -> dict[str, str]:
    """The headers of a file at an address: its type, and what the rules say."""
    headers = {"Content-Type": mimetypes.guess_type(file.name)[0] or "application/octet-stream"}
    for matches, values in header_rules():
        headers |= values if matches.match(address) else {}
    return headers


@contextmanager
def serve(folder: Path, root: str = "") -> Iterator[Served]:
    """Serve the site in `folder` at `root` of a port of its own."""
    handler = partial(Handler, folder, root)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield Served(folder, f"http://127.0.0.1:{server.server_port}{root}")
        server.shutdown()


class Handler(BaseHTTPRequestHandler):
    """Answers GET as a static host does."""

    protocol_version = "HTTP/1.1"

    def __init__(self, folder: Path, root: str, *connection: object) -> None:
        """Serve `folder` at `root`."""
        self.folder, self.root = folder, root
        super().__init__(*connection)  # type: ignore[arg-type]  # what the server hands over

    def do_GET(self) -> None:
        """Send a file, the way to a folder's address with its slash, or 404.html."""
        path = unquote(urlsplit(self.path).path)
        if not path.startswith(f"{self.root}/"):
            return self._send(404, b"outside the site", {})
        address = path.removeprefix(self.root)
        file = self.folder / f"{address[1:]}{'index.html' if address.endswith('/') else ''}"
        if file.is_dir():
            return self._send(301, b"", {"Location": f"{path}/"})
        if file.is_file():
            return self._send(200, file.read_bytes(), headers_of(address, file))
        missing = self.folder / "404.html"
        return self._send(404, missing.read_bytes() if missing.exists() else b"", headers_of(address, missing))

    def _send(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        if TEXT.match(headers.get("Content-Type", "")) and "gzip" in self.headers.get("Accept-Encoding", ""):
            body, headers = gzip.compress(body), {**headers, "Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing: tests ask the browser what it requested."""
