import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
import time
import tomllib
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from datetime import UTC, datetime
from functools import partial
from http.client import HTTPConnection
from pathlib import Path
from typing import Any, TypeVar

import pytest
from playwright.sync_api import Error, Page, expect, sync_playwright
from tornado.httpclient import HTTPClientError, HTTPRequest
from tornado.websocket import websocket_connect

from digest.build import Options, build
from digest.problems import DigestError
from digest.serve import serve
from tests.web.tools import find_browser

T = TypeVar("T")

ROOT = Path(__file__).parent.parent
NOW = datetime(2025, 5, 1, tzinfo=UTC)
PATIENCE = 30.0  # seconds until a test gives up

DIGEST = {
    "site.yaml": "title: Brief\nbase_url: https://example.org/\n",
    "themes/talks.md": "---\ntitle: Talks\n---\n",
    "articles/baku.md": (
        "---\ntitle: Talks in Baku\ndate: 2025-04-09\nthemes: [talks]\n"
        "sources: [{name: Rudaw, url: 'https://rudaw.net/1'}]\n---\nThe envoys met in Baku.\n"
    ),
    "articles/secret.md": "---\ntitle: A secret draft\ndate: 2025-04-10\ndraft: true\n---\nNot yet.\n",
}
ENTRY = "/2025/04/baku/"
BROKEN = DIGEST["articles/baku.md"].replace("[talks]", "['<img src=x>']")

# Serves a digest as `digest serve` does and prints what it is told. A build waits as long as there is a file `wait`;
# a file `fault` makes it fail as only a fault of the program would.
DRIVER = """
import json, sys, time
from datetime import datetime, timezone
from pathlib import Path
from digest.build import Options
from digest.serve import serve

root, now = Path(sys.argv[1]), datetime(2025, 5, 1, tzinfo=timezone.utc)

def say(text):
    print(json.dumps(text), flush=True)
    while text == "reading" and (root / "wait").exists():
        time.sleep(0.01)
    if (root / "fault").exists():
        raise RuntimeError("a fault of our own")

def show(problems):
    print(json.dumps([str(problem) for problem in problems]), flush=True)

serve(root, Options(now, drafts=True), port=int(sys.argv[2]), say=say, show=show, now=lambda: now)
"""


class Preview:
    """A running `serve` and the digest that it serves."""

    def __init__(self, root: Path, port: int = 0) -> None:
        self.root, self.port = root, port or free_port()
        self._out, self._errors = root.with_name(f"{root.name}.out"), root.with_name(f"{root.name}.errors")
        with self._out.open("w") as out, self._errors.open("w") as errors:
            command = [sys.executable, "-W", "error", "-c", DRIVER, str(root), str(self.port)]
            self._process = subprocess.Popen(command, cwd=ROOT, stdout=out, stderr=errors)
        self._read = 0

    def told(self, patience: float = PATIENCE) -> str | list[str]:
        """What `say` or `show` was told next."""
        lines = self._soon(lambda: self._out.read_text().splitlines()[self._read :], patience)
        self._read += 1
        told: str | list[str] = json.loads(lines[0])
        return told

    def said(self, text: str) -> None:
        """Wait until `say` is told something that begins with `text`."""
        while not str(self.told()).startswith(text):
            pass

    def shown(self) -> list[str]:
        """Wait for a build to end; the problems that it showed."""
        while isinstance(told := self.told(), str):
            pass
        return told

    def save(self, name: str, text: str) -> None:
        """Save a file of the digest as careful editors do: beside it, then in its place."""
        path = self.root / "content" / name
        beside = path.with_name(f".{path.name}.swap")
        beside.write_text(text, encoding="utf-8")
        beside.replace(path)

    def get(self, path: str, host: str = "localhost") -> tuple[int, dict[str, str], str]:
        """Status, headers and body at a path, which is sent as it is."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.putrequest("GET", path, skip_host=True)
        connection.putheader("Host", f"{host}:{self.port}")
        connection.endheaders()
        answer = connection.getresponse()
        body = answer.read().decode("utf-8", "replace")
        connection.close()
        return answer.status, dict(answer.headers), body

    def until(self, is_so: Callable[[int, str], bool], path: str = ENTRY) -> str:
        """Ask for a page until its status and body are as they should be; the body."""
        return self._soon(lambda: next((body for status, _, body in [self.get(path)] if is_so(status, body)), ""))

    def rebuilt(self, name: str, text: str) -> None:
        """Save a file and wait until the server shows the build after it, which is later than its files can be had."""
        former = build_shown(self.get("/")[2])
        self.save(name, text)
        self.until(lambda _, body: build_shown(body) not in ("", former), "/")

    def _soon(self, look: Callable[[], T], patience: float = PATIENCE) -> T:
        deadline = time.monotonic() + patience
        while not (found := look()):
            if time.monotonic() > deadline:
                raise TimeoutError(self._errors.read_text())
            time.sleep(0.02)
        return found

    def end(self, how: int = signal.SIGINT) -> tuple[int, str]:
        """Press Ctrl-C; the exit code, and what was written to the screen by anyone but `say` and `show`."""
        self._process.send_signal(how)  # nothing happens when it has ended
        return self.ended()

    def ended(self) -> tuple[int, str]:
        """Wait for the end; the exit code, and what was written to the screen by anyone but `say` and `show`."""
        return self._process.wait(PATIENCE), self._errors.read_text()


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


def write(root: Path) -> Path:
    """Write the digest of these tests into a folder, which is returned."""
    for name, text in DIGEST.items():
        path = root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


@contextmanager
def starting(root: Path, port: int = 0) -> Iterator[Preview]:
    """Serve the digest in a folder; nothing is built yet."""
    running = Preview(root, port)
    try:
        yield running
    finally:
        running.end(signal.SIGKILL)


@contextmanager
def serving(root: Path) -> Iterator[Preview]:
    """Serve the digest in a folder, built once; it must end quietly when Ctrl-C is pressed."""
    with starting(root) as running:
        running.said("serving")
        assert running.shown() == []
        running.until(lambda status, _: status == 200)
        yield running
        assert running.end() == (0, "")


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    """A digest that is served and may be changed."""
    with serving(write(tmp_path)) as running:
        yield running


@pytest.fixture(scope="module")
def still(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """A digest that is served and stays as it is."""
    with serving(write(tmp_path_factory.mktemp("still"))) as running:
        yield running


Next = Callable[[], Coroutine[Any, Any, dict[str, Any]]]


@asynccontextmanager
async def browser(preview: Preview, shown: str | None = None, path: str = "/", **headers: str) -> AsyncIterator[Next]:
    """The part of a browser at `path` that livereload's script plays: it greets, and waits for what comes next."""
    request = HTTPRequest(f"ws://127.0.0.1:{preview.port}/livereload", headers=headers)
    connection = await websocket_connect(request)
    greeting = {"command": "hello", "protocols": ["http://livereload.com/protocols/official-7"]}
    await connection.write_message(json.dumps(greeting | ({"snipver": shown} if shown else {})))

    async def message() -> dict[str, Any]:
        async with asyncio.timeout(PATIENCE):
            told: dict[str, Any] = json.loads(str(await connection.read_message()))
            return told

    assert (await message())["command"] == "hello"
    await connection.write_message(json.dumps({"command": "info", "plugins": {}, "url": f"http://localhost{path}"}))

    try:
        yield message
    finally:
        connection.close()
        async with asyncio.timeout(PATIENCE):
            while await connection.read_message() is not None:
                pass


def contains(text: str, _status: int, body: str) -> bool:
    """Whether a page has this text."""
    return text in body


def build_shown(page: str) -> str:
    """Which build a page says it is of."""
    return page.partition("snipver=")[2].partition("&")[0]


def test_every_save_reloads_the_browser(preview: Preview) -> None:
    """A save is built, then the browser is told to load the page again, which has the new text.

    Saves that follow within three seconds, whose reloads livereload itself would drop, do the same; a machine that is
    too busy for three builds in three seconds shows less.
    """

    async def scenario() -> None:
        async with browser(preview) as message:
            for text in ("once", "twice", "thrice"):
                preview.save("articles/baku.md", DIGEST["articles/baku.md"].replace("Baku.", text))
                assert (await message())["command"] == "reload"
                assert f"met in {text}" in preview.get(ENTRY)[2]

    asyncio.run(scenario())


def test_file_moved_in_with_an_old_time_is_noticed(preview: Preview, tmp_path: Path) -> None:
    """What counts is that a file has come, not when it was written."""
    beside = tmp_path / "old.md"
    beside.write_text(DIGEST["articles/baku.md"].replace("Baku", "Geneva"), encoding="utf-8")
    os.utime(beside, (1, 1))
    beside.rename(preview.root / "content" / "articles" / "geneva.md")
    assert "met in Geneva" in preview.until(lambda status, _: status == 200, "/2025/04/geneva/")


def test_page_of_an_earlier_build_is_reloaded(preview: Preview) -> None:
    """A browser that connects after a build with a page from before it is told to reload at once; others are not."""
    before = build_shown(preview.get(ENTRY)[2])
    preview.save("articles/baku.md", DIGEST["articles/baku.md"].replace("Baku.", "Ankara."))
    after = build_shown(preview.until(lambda _, body: "Ankara." in body and before not in body))

    async def scenario() -> None:
        async with browser(preview, before, ENTRY) as message:
            assert (await message())["command"] == "reload"
        async with browser(preview, after, ENTRY) as message:
            with pytest.raises(asyncio.TimeoutError):
                await asyncio.wait_for(message(), 0.2)

    asyncio.run(scenario())


def test_broken_save_shows_what_is_wrong_and_heals(preview: Preview) -> None:
    """While the digest cannot be built every page says why, escaped; the save that mends it brings the page back."""

    async def scenario() -> None:
        async with browser(preview) as message:
            preview.save("articles/baku.md", BROKEN)
            assert (await message())["command"] == "reload"
            status, headers, body = preview.get("/themes/")
            assert (status, preview.get(ENTRY)[0]) == (503, 503)
            assert "content/articles/baku.md:4:10: error: unknown theme &quot;&lt;img src=x&gt;&quot;" in body
            assert "<img" not in body
            assert "script-src 'self' 'wasm-unsafe-eval';" in headers["Content-Security-Policy"]
            async with browser(preview, build_shown(body)) as at_error_page:
                preview.save("articles/baku.md", DIGEST["articles/baku.md"])
                assert (await at_error_page())["command"] == "reload"

    asyncio.run(scenario())
    assert "unknown theme" in preview.shown()[0]
    assert preview.shown() == []
    assert "met in Baku" in preview.get(ENTRY)[2]


def test_broken_digest_is_served_from_the_start(tmp_path: Path) -> None:
    """A digest that is broken when `serve` starts shows why, and heals."""
    write(tmp_path)
    (tmp_path / "content" / "articles" / "baku.md").write_text(BROKEN)
    with starting(tmp_path) as preview:
        preview.said("serving")
        preview.until(lambda _, body: "unknown theme" in body)
        preview.save("articles/baku.md", DIGEST["articles/baku.md"])
        preview.until(lambda status, _: status == 200)


def test_server_answers_while_a_build_runs(preview: Preview) -> None:
    """A slow build holds nothing up: the saved entry's page is there, others are as they were; saves are built after.

    What is new is not there before it is built.
    """
    (preview.root / "wait").touch()
    preview.save("articles/baku.md", DIGEST["articles/baku.md"].replace("Baku.", "Ankara.").replace("Talks", "Words"))
    preview.said("reading")
    assert "met in Ankara." in preview.get(ENTRY)[2]
    assert "Words" not in preview.get("/")[2]
    preview.save("articles/late.md", DIGEST["articles/baku.md"].replace("Baku.", "Vienna."))
    assert preview.get("/2025/04/late/")[0] == 404
    (preview.root / "wait").unlink()
    assert "met in Ankara." in preview.until(lambda _, body: "Baku." not in body)
    assert "met in Vienna." in preview.until(lambda status, _: status == 200, "/2025/04/late/")


def test_saved_page_is_reloaded_before_the_build_and_others_after_it(preview: Preview) -> None:
    """The saved entry's page is loaded again at once, and not once more when the build bears it out."""
    entry, home = build_shown(preview.get(ENTRY)[2]), build_shown(preview.get("/")[2])
    (preview.root / "wait").touch()

    async def scenario() -> None:
        async with browser(preview, home) as at_home:
            async with browser(preview, entry, ENTRY) as at_entry:
                preview.save("articles/baku.md", DIGEST["articles/baku.md"].replace("Baku.", "Ankara."))
                assert (await at_entry())["command"] == "reload"
            proof = build_shown(preview.get(ENTRY)[2])
            assert proof != entry
            async with browser(preview, proof, ENTRY) as at_entry:
                (preview.root / "wait").unlink()
                assert (await at_home())["command"] == "reload"
                with pytest.raises(asyncio.TimeoutError):
                    await asyncio.wait_for(at_entry(), 0.2)
        assert build_shown(preview.get(ENTRY)[2]) == proof

    asyncio.run(scenario())


def test_proof_that_the_build_changes_is_reloaded_again(preview: Preview) -> None:
    """What stands around an entry is as it was until the build is done; then the page is loaded once more."""
    (preview.root / "wait").touch()

    async def scenario() -> None:
        preview.save("themes/talks.md", "---\ntitle: Words\n---\n")
        preview.said("reading")
        preview.save("articles/baku.md", DIGEST["articles/baku.md"].replace("Baku.", "Ankara."))
        (preview.root / "wait").unlink()
        body = preview.until(lambda _, body: "Ankara." in body)
        while "Words" not in body:
            async with browser(preview, build_shown(body), ENTRY) as message:
                assert (await message())["command"] == "reload"
            body = preview.get(ENTRY)[2]

    asyncio.run(scenario())


def test_page_says_that_the_first_build_runs(tmp_path: Path) -> None:
    """Whoever comes before the first build is done is told so, and is reloaded when it is."""
    (write(tmp_path) / "wait").touch()

    async def scenario(preview: Preview, body: str) -> None:
        async with browser(preview, build_shown(body)) as message:
            (tmp_path / "wait").unlink()
            assert (await message())["command"] == "reload"

    with starting(tmp_path) as preview:
        preview.said("reading")
        status, _, body = preview.get("/")
        assert (status, "Building" in body) == (503, True)
        asyncio.run(scenario(preview, body))
        assert preview.get("/")[0] == 200


def test_new_templates_are_noticed(preview: Preview) -> None:
    """A folder `templates/` that an author makes while `serve` runs is used and watched."""
    folder = preview.root / "templates"
    folder.mkdir()
    for text in ("one of our own", "another"):
        (folder / "404.html").write_text(f"<!doctype html><head></head>{text}")
        preview.until(partial(contains, text), "/nothing/")


def test_content_that_comes_back_is_watched(preview: Preview) -> None:
    """When content/ is exchanged for another folder, as git may do, the new one is watched."""
    content, aside = preview.root / "content", preview.root / "aside"
    content.rename(aside)
    preview.until(lambda _, body: "no folder content/" in body)
    aside.rename(content)
    preview.until(lambda status, _: status == 200)
    preview.save("articles/baku.md", DIGEST["articles/baku.md"].replace("Baku.", "Ankara."))
    preview.until(lambda _, body: "met in Ankara." in body)


def test_hidden_files_are_not_built(preview: Preview) -> None:
    """What editors keep beside a file while it is open starts no build, nor does an original that an import keeps."""
    (preview.root / "content" / "articles" / ".baku.md.swp").write_text("x")
    (preview.root / "content" / ".originals").mkdir()
    (preview.root / "content" / ".originals" / "baku.html").write_text("x")
    preview.save("articles/baku.md", DIGEST["articles/baku.md"].replace("Baku.", "Ankara."))
    preview.until(lambda _, body: "Ankara." in body)
    assert preview.shown() == []
    with pytest.raises(TimeoutError):
        preview.told(0.3)


def test_ctrl_c_is_quiet_with_a_browser_open(tmp_path: Path) -> None:
    """Ctrl-C ends a server that browsers are connected to, or that is building, without a word."""

    async def scenario(preview: Preview) -> None:
        async with browser(preview):
            (tmp_path / "wait").touch()
            preview.save("articles/baku.md", BROKEN)
            preview.said("reading")
            assert preview.end() == (0, "")

    with starting(write(tmp_path)) as preview:
        preview.shown()
        asyncio.run(scenario(preview))


def test_fault_of_our_own_is_a_traceback(tmp_path: Path) -> None:
    """What only the program can be blamed for ends it and is shown whole."""
    (write(tmp_path) / "fault").touch()
    with starting(tmp_path) as preview:
        code, errors = preview.ended()
    assert code == 1
    assert errors.startswith("Traceback")
    assert errors.endswith("RuntimeError: a fault of our own\n")


@pytest.mark.parametrize("path", ["/", ENTRY, "/feed.xml", "/livereload", "/livereload.js", "/nothing"])
@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "192.0.2.1", "[::2]", "localhost."])
def test_foreign_host_is_refused(still: Preview, path: str, host: str) -> None:
    """Nothing is answered to a name that is not this machine's own: a foreign page may have made it lead here."""
    status, headers, body = still.get(path, host)
    assert status == 403
    assert body == "This preview answers only to 127.0.0.1, [::1], localhost.\n"
    assert headers["Content-Type"].startswith("text/plain")


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]", "LOCALHOST"])
def test_own_names_are_answered(still: Preview, host: str) -> None:
    """The names of this machine are answered, and livereload's script is told the one that was used."""
    status, _, body = still.get(ENTRY, host)
    assert status == 200
    assert f'<script src="/livereload.js?host={host}&amp;port={still.port}&amp;' in body


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "http://localhost:1", "null", "http://127.0.0.1.evil.example", ""]
)
def test_foreign_page_gets_no_websocket(still: Preview, origin: str) -> None:
    """Only pages of this server, not of another one on this machine either, are told of reloads."""

    async def scenario() -> None:
        async with browser(still, Origin=origin):
            pass

    with pytest.raises(HTTPClientError) as caught:
        asyncio.run(scenario())
    assert caught.value.code == 403


def test_own_page_gets_a_websocket(still: Preview) -> None:
    """A page of this server may connect."""

    async def scenario() -> None:
        async with browser(still, Origin=f"http://127.0.0.1:{still.port}"):
            pass

    asyncio.run(scenario())


def test_draft_shows_in_the_preview_only(still: Preview) -> None:
    """Drafts are served, and never put into site/, which `serve` does not touch."""
    assert "A secret draft" in still.get("/")[2]
    assert not (still.root / "site").exists()
    build(still.root, Options(NOW, search=False))
    assert "A secret draft" not in (still.root / "site" / "index.html").read_text()
    assert not (still.root / "site" / "2025" / "04" / "secret").exists()


def test_links_lead_to_the_preview(still: Preview) -> None:
    """Absolute addresses are the preview's own."""
    assert f'<link rel="canonical" href="http://127.0.0.1:{still.port}{ENTRY}">' in still.get(ENTRY)[2]


@pytest.mark.parametrize("path", ["/nothing/", "/nothing.css", "/2025/", "/assets/", "/a%00b"])
def test_missing_page_is_the_sites_own(still: Preview, path: str) -> None:
    """What is not there, a folder's listing included, is the site's 404 page with that status."""
    status, _, body = still.get(path)
    page = (still.root / ".digest" / "preview" / "404.html").read_text()
    assert status == 404
    assert body.replace(body[body.index('<script src="/livereload') : body.index("</head>")], "") == page


@pytest.mark.parametrize(
    "path",
    [
        "/../memory.sqlite",
        "/../../content/site.yaml",
        "/%2e%2e/%2e%2e/content/site.yaml",
        "/..%2f..%2fcontent%2fsite.yaml",
        "/assets/../../../content/site.yaml",
        "//../../content/site.yaml",
        "/..%5c..%5ccontent%5csite.yaml",
        "/.%00./site.yaml",
        "//etc/passwd",
        "/%2fetc%2fpasswd",
        "/pagefind/../../lock",
    ],
)
def test_nothing_outside_the_preview_is_served(still: Preview, path: str) -> None:
    """No path, however it is written, leads out of the preview's folder."""
    status, _, body = still.get(path)
    assert status == 404
    assert "base_url" not in body
    assert "root:" not in body


def test_folder_is_redirected_to_its_page(still: Preview) -> None:
    """An address without its last slash leads to the one with it."""
    status, headers, _ = still.get(ENTRY.rstrip("/"))
    assert (status, headers["Location"]) == (301, ENTRY)


def test_pages_have_the_published_headers(still: Preview) -> None:
    """A page is served under the policy that it is published with, so that it breaks here and not there."""
    policy = tomllib.loads((ROOT / "netlify.toml").read_text())["headers"][0]["values"]["Content-Security-Policy"]
    headers = still.get(ENTRY)[1]
    assert headers["Content-Security-Policy"] == policy.replace("connect-src 'self'", "connect-src 'self' ws:")
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "no-store"
    assert "Etag" not in headers


def page_count(preview: Preview) -> int:
    """How many pages of 2025 the index has that is served."""
    _, _, body = preview.get("/pagefind/en/2025/pagefind-entry.json")
    count: int = json.loads(body)["languages"]["en"]["page_count"]
    return count


def test_search_finds_what_was_saved(preview: Preview) -> None:
    """The index that is asked for is of the last build, and is kept until the pages change."""
    made = preview.root / ".digest" / "preview-index" / "pagefind"
    before = page_count(preview)
    first = made.stat().st_ino
    preview.rebuilt("site.yaml", DIGEST["site.yaml"] + "feed_size: 5\n")
    assert (page_count(preview), made.stat().st_ino) == (before, first)
    preview.rebuilt("articles/late.md", DIGEST["articles/baku.md"])
    assert page_count(preview) == before + 1


def test_index_is_made_unasked(preview: Preview) -> None:
    """A while after a build its index is there, though nobody has searched."""
    made = preview.root / ".digest" / "preview-index" / "pagefind" / "shards.json"
    assert not made.exists()
    preview._soon(made.exists)
    former = made.stat().st_ino
    preview.rebuilt("articles/late.md", DIGEST["articles/baku.md"])
    preview._soon(lambda: made.exists() and made.stat().st_ino != former)
    (entry,) = made.parent.glob("en/2025/pagefind-entry.json")
    assert entry.read_text() == preview.get("/pagefind/en/2025/pagefind-entry.json")[2]


def test_index_that_cannot_be_made_is_told(preview: Preview) -> None:
    """Whoever searches is told why there is no index, and has it as soon as it can be made."""
    in_the_way = preview.root / ".digest" / "preview-index"
    in_the_way.write_text("")
    status, _, body = preview.get("/pagefind/shards.json")
    assert (status, "File exists" in body) == (500, True)
    in_the_way.unlink()
    assert page_count(preview) == 2


def test_server_does_not_wait_for_its_index(preview: Preview) -> None:
    """Ctrl-C ends the server and what it runs, also while an index is being made."""
    slow = [f"articles/{number}.md" for number in range(300)]
    for name in slow[1:]:
        preview.save(name, DIGEST["articles/baku.md"])
    preview.rebuilt(slow[0], DIGEST["articles/baku.md"])
    making = preview.root / ".digest" / "preview-index"
    preview._soon(lambda: any(making.glob("making-*/pages")))
    assert preview.end() == (0, "")


def test_port_in_use_is_said(tmp_path: Path, still: Preview) -> None:
    """When the port is taken the message names it and the option that chooses another, and nothing is built."""
    with starting(write(tmp_path), still.port) as preview:
        code, errors = preview.ended()
    assert code == 1
    assert f"SurroundingsError: port {still.port} is in use, perhaps by another digest serve; choose" in errors
    assert "--port" in errors
    assert not (tmp_path / ".digest").exists()


def test_folder_without_a_digest_is_refused(tmp_path: Path) -> None:
    """Where there is no digest nothing is served, and nothing is left behind."""
    with pytest.raises(DigestError, match="no folder content/"):
        serve(tmp_path, Options(NOW), port=free_port(), say=print, show=print, now=lambda: NOW)
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def tab() -> Iterator[Page]:
    """A tab of a real browser, which must have nothing to complain about."""
    flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=find_browser(), args=flags)
        page = chromium.new_page()
        complaints: list[str] = []
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        yield page
        chromium.close()
    assert [text for text in complaints if "503" not in text] == []


def scroll_to(tab: Page, text: str) -> None:
    """Scroll to a text, again where the reload of the build before takes the page away meanwhile."""
    for _ in range(5):
        with suppress(Error):
            return tab.get_by_text(text).scroll_into_view_if_needed()
    raise AssertionError(f"the page with {text!r} does not stay")


@pytest.mark.browser
def test_browser_shows_each_save(preview: Preview, tab: Page) -> None:
    """In a real browser, under the site's own policy, the page follows what is saved, and stays where it was."""
    lines = DIGEST["articles/baku.md"] + "".join(f"\nLine {number}.\n" for number in range(200))
    preview.save("articles/baku.md", lines)
    preview.until(lambda _, body: "Line 199." in body)
    tab.goto(f"http://localhost:{preview.port}{ENTRY}")
    scroll_to(tab, "Line 150.")
    preview.save("articles/baku.md", lines.replace("150.", "150, changed."))
    expect(tab.get_by_text("Line 150, changed.")).to_be_in_viewport()
    preview.save("articles/baku.md", BROKEN)
    expect(tab.get_by_text("The digest cannot be built")).to_be_visible()
    preview.save("articles/baku.md", DIGEST["articles/baku.md"].replace("Baku.", "Ankara."))
    expect(tab.get_by_text("The envoys met in Ankara.")).to_be_visible()
