import gzip
import shutil
import ssl
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from digest import __version__
from digest.problems import SurroundingsError
from digest.read.fetch import fetch

PAGE = "<!doctype html><title>Baku</title><p>Görüşme — شام".encode()
HTML = {"Content-Type": "text/html; charset=UTF-8"}

# What the server below answers at each path: status, headers, body.
ANSWERS: dict[str, tuple[int, dict[str, str], bytes]] = {
    "/page": (200, HTML, PAGE),
    "/latin": (200, {"Content-Type": 'text/html; charset="ISO-8859-9"'}, "Görüşme".encode("iso8859-9")),
    "/text": (200, {"Content-Type": "text/plain"}, b"ERBIL - Talks began."),
    "/untold": (200, {}, PAGE),
    "/empty": (200, HTML, b""),
    "/gzip": (200, {**HTML, "Content-Encoding": "gzip"}, gzip.compress(PAGE * 1000)),
    "/bomb": (200, {**HTML, "Content-Encoding": "gzip"}, gzip.compress(b"a" * 20_000_000)),
    "/not-gzip": (200, {**HTML, "Content-Encoding": "gzip"}, PAGE),
    "/large": (200, HTML, b"a" * 200_001),
    "/pdf": (200, {"Content-Type": "application/pdf"}, b"%PDF-1.7"),
    "/teapot": (418, HTML, PAGE),
    "/odd": (599, HTML, PAGE),
    "/loop": (302, {"Location": "/loop"}, b""),
    "/to-page": (301, {"Location": "page"}, b""),
    "/five": (302, {"Location": "/four"}, b""),
    "/four": (303, {"Location": "/three"}, b""),
    "/three": (307, {"Location": "/two"}, b""),
    "/two": (308, {"Location": "/to-page"}, b""),
    "/six": (302, {"Location": "/five"}, b""),
    "/to-file": (302, {"Location": "file:///etc/passwd"}, b""),
    "/to-ftp": (302, {"Location": "ftp://127.0.0.1/page"}, b""),
    "/to-escape": (302, {"Location": "file:\x1b]0;owned\x07"}, b""),
    "/escape": (200, {"Content-Type": "a/\x1b[2J"}, b""),
    "/to-arabic": (302, {"Location": "/شام".encode().decode("latin-1")}, b""),
    "/%D8%B4%D8%A7%D9%85": (200, HTML, "شام".encode()),
}


class Handler(BaseHTTPRequestHandler):
    """Answers as ANSWERS says, and badly at the paths that no orderly server would have."""

    seen: list[dict[str, str]]

    def do_GET(self) -> None:
        """Answer."""
        type(self).seen.append(dict(self.headers))
        if self.path == "/silent":
            time.sleep(1)
        elif self.path == "/drip":
            self.drip()
        elif self.path == "/short":
            self.answer(200, {**HTML, "Content-Length": "5000"}, PAGE)
        elif self.path == "/chunks":
            self.chunks()
        else:
            status, headers, body = ANSWERS.get(self.path, (404, HTML, PAGE))
            self.answer(status, {**headers, "Content-Length": str(len(body))}, body)

    def answer(self, status: int, headers: dict[str, str], body: bytes) -> None:
        """Send a whole answer."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def drip(self) -> None:
        """Send one byte every 50 ms, which no timeout of a single read notices."""
        self.answer(200, HTML, b"")
        for _ in range(100):
            self.wfile.write(b"a")
            time.sleep(0.05)

    def chunks(self) -> None:
        """Send an endless page in chunks, whose length no header says."""
        self.protocol_version = "HTTP/1.1"
        self.answer(200, {**HTML, "Transfer-Encoding": "chunked"}, b"")
        while True:
            self.wfile.write(b"2710\r\n" + b"a" * 10_000 + b"\r\n")

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class QuietServer(ThreadingHTTPServer):
    """A server that a client may leave in the middle of an answer."""

    daemon_threads = True
    block_on_close = False

    def handle_error(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serving(wrap: Callable[[QuietServer], None] = lambda _: None) -> Iterator[tuple[str, list[dict[str, str]]]]:
    """The host and port of a running server, and the headers of the requests that it got."""
    seen: list[dict[str, str]] = []
    server = QuietServer(("127.0.0.1", 0), type("Handler", (Handler,), {"seen": seen}))
    wrap(server)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    yield f"127.0.0.1:{server.server_port}", seen
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """The address of a running server."""
    with serving() as (place, _):
        yield f"http://{place}"


def test_page_comes_with_its_charset(site: str) -> None:
    """A page is its bytes as they were sent, with the charset and the type that the server names."""
    fetched = fetch(f"{site}/page")
    assert fetched.data == PAGE
    assert (fetched.charset, fetched.content_type, fetched.url) == ("utf-8", "text/html", f"{site}/page")


@pytest.mark.parametrize(
    ("path", "charset", "kind"),
    [
        ("/latin", "iso-8859-9", "text/html"),
        ("/text", "", "text/plain"),
        ("/untold", "", ""),
        ("/empty", "utf-8", "text/html"),
    ],
)
def test_what_the_server_does_not_say_is_empty(site: str, path: str, charset: str, kind: str) -> None:
    """Charset and type are those of the header; a header that says nothing is no failure."""
    fetched = fetch(site + path)
    assert (fetched.data, fetched.charset, fetched.content_type) == (ANSWERS[path][2], charset, kind)


def test_gzip_is_unpacked(site: str) -> None:
    """A compressed page comes out as it was before."""
    assert fetch(f"{site}/gzip").data == PAGE * 1000


@pytest.mark.parametrize("path", ["/to-page", "/five"])
def test_redirects_are_followed(site: str, path: str) -> None:
    """Up to five redirects are followed, relative ones too, and the result says where the page was."""
    fetched = fetch(site + path)
    assert (fetched.data, fetched.url) == (PAGE, f"{site}/page")


def test_redirect_in_plain_utf8_is_followed(site: str) -> None:
    """A target in Arabic letters is understood as browsers understand it, although it should have been encoded."""
    assert fetch(f"{site}/to-arabic").data == "شام".encode()


@pytest.mark.parametrize("path", ["/loop", "/six"])
def test_endless_redirects_end(site: str, path: str) -> None:
    """More than five redirects are an error that names the address asked for."""
    with pytest.raises(SurroundingsError, match=f"{path} leads from address to address"):
        fetch(site + path)


@pytest.mark.parametrize("path", ["/to-file", "/to-ftp"])
def test_redirect_may_not_leave_the_web(site: str, path: str) -> None:
    """A redirect to a file of this machine, or to any scheme but http and https, is not followed."""
    target = ANSWERS[path][1]["Location"]
    with pytest.raises(SurroundingsError, match=f"not an http or https address: {target}"):
        fetch(site + path)


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://example.org/",
        "example.org/page",
        "",
        "http://",
        "http://[::1",
        "http://a..b/",
        "http://h:x/",
    ],
)
def test_only_web_addresses_are_fetched(url: str) -> None:
    """Anything but an http or https address is refused before the network is touched."""
    with pytest.raises(SurroundingsError, match="not an http or https address"):
        fetch(url)


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/nothing-here", r"answers 404 \(Not Found\): .*/nothing-here; save the page in a browser"),
        ("/teapot", "answers 418"),
        ("/odd", "answers 599: "),
        ("/pdf", "no page or text here, but application/pdf"),
        ("/large", "larger than 200,000 bytes"),
        ("/bomb", "larger than 200,000 bytes"),
        ("/chunks", "larger than 200,000 bytes"),
        ("/silent", "does not answer in time"),
        ("/drip", "takes too long"),
        ("/short", "the connection to 127.0.0.1 broke"),
        ("/not-gzip", "the connection to 127.0.0.1 broke"),
    ],
)
def test_what_is_no_page_is_an_error(site: str, path: str, message: str) -> None:
    """Whatever the server does wrong is told in one sentence with the address, and never half a page."""
    with pytest.raises(SurroundingsError, match=message) as caught:
        fetch(site + path, timeout=0.3, limit=200_000)
    assert f"{site}{path}" in str(caught.value)


@pytest.mark.parametrize("path", ["/to-escape", "/escape"])
def test_server_cannot_drive_the_terminal(site: str, path: str) -> None:
    """What a server sends and a message repeats has no control characters."""
    with pytest.raises(SurroundingsError, match="\ufffd") as caught:
        fetch(site + path)
    assert str(caught.value).isprintable()


def test_limit_is_on_what_is_kept(site: str) -> None:
    """A page of exactly the limit is not too large."""
    assert len(fetch(f"{site}/large", limit=200_001).data) == 200_001


def test_unknown_host_is_an_error() -> None:
    """A host that no name server knows is named."""
    with pytest.raises(SurroundingsError, match=r"no host nowhere\.invalid"):
        fetch("http://nowhere.invalid/page")


def test_refused_connection_is_an_error() -> None:
    """A machine that does not answer at this port is named, with the reason."""
    with serving() as (place, _):
        pass
    with pytest.raises(SurroundingsError, match=r"127\.0\.0\.1 cannot be reached .*refused"):
        fetch(f"http://{place}/page")


def test_request_says_who_asks() -> None:
    """The user agent is this program's own, with its version."""
    with serving() as (place, seen):
        fetch(f"http://{place}/page")
    assert [request["User-Agent"] for request in seen] == [f"Digest/{__version__}"]


def test_certificate_must_hold(tmp_path: Path) -> None:
    """A server that nobody vouches for is not believed."""
    if shutil.which("openssl") is None:
        pytest.skip("not run: no openssl to make a certificate")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1"]
    command += ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(key), "-out", str(certificate)]
    subprocess.run(command, check=True, capture_output=True)

    def wrap(server: QuietServer) -> None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        server.socket = context.wrap_socket(server.socket, server_side=True)

    with serving(wrap) as (place, seen), pytest.raises(SurroundingsError, match="does not prove to be that host"):
        fetch(f"https://{place}/page")
    assert seen == []
