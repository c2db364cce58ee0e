import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from digest.build import Options, build
from tests.web.checks import BuiltSite
from tests.web.server import Served, serve
from tests.web.tools import find_browser

ROOT = Path(__file__).parent.parent.parent
FIXTURES = Path(__file__).parent / "fixtures"
DESKTOP = ViewportSize(width=1280, height=800)
TIMEOUT = 30_000  # milliseconds
NOW = datetime(2025, 5, 1, tzinfo=UTC)
ODD_ROOT = "/levant"
SAMPLE_BASE, ODD_BASE = "https://sample.example/", f"https://odd.example{ODD_ROOT}/"
RTL_BASE = "https://rtl.example/"

Visit = Callable[..., Page]


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample digest, built."""
    return built(tmp_path_factory.mktemp("sample"), SAMPLE_BASE)


@pytest.fixture(scope="session")
def odd_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample digest with what it lacks by itself (fixtures/odd), in small pages, built for a folder of a host.

    It has everything that can be asked for.
    """
    root = tmp_path_factory.mktemp("odd")
    shutil.copytree(FIXTURES / "odd", root, dirs_exist_ok=True)
    return built(root, ODD_BASE, annotations=True)


@pytest.fixture(scope="session")
def rtl_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A digest in Arabic (fixtures/rtl) with entries in English, Turkish and Sorani among others, built."""
    root = tmp_path_factory.mktemp("rtl")
    shutil.copytree(FIXTURES / "rtl", root, dirs_exist_ok=True)
    return build(root, Options(now=NOW, base_url=RTL_BASE)).out


@pytest.fixture(scope="session")
def sample_site(sample_folder: Path) -> BuiltSite:
    """The sample digest's pages."""
    return BuiltSite(sample_folder, SAMPLE_BASE)


@pytest.fixture(scope="session")
def odd_site(odd_folder: Path) -> BuiltSite:
    """The odd digest's pages."""
    return BuiltSite(odd_folder, ODD_BASE)


@pytest.fixture(scope="session")
def rtl_site(rtl_folder: Path) -> BuiltSite:
    """The Arabic digest's pages."""
    return BuiltSite(rtl_folder, RTL_BASE)


@pytest.fixture(scope="session")
def sample(sample_folder: Path) -> Iterator[Served]:
    """The sample digest, served."""
    with serve(sample_folder) as served:
        yield served


@pytest.fixture(scope="session")
def odd(odd_folder: Path) -> Iterator[Served]:
    """The odd digest, served below its base path."""
    with serve(odd_folder, ODD_ROOT) as served:
        yield served


@pytest.fixture(scope="session")
def rtl(rtl_folder: Path) -> Iterator[Served]:
    """The Arabic digest, served."""
    with serve(rtl_folder) as served:
        yield served


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium for all tests, with the cache of pages that "back" uses."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=find_browser(), ignore_default_args=["--disable-back-forward-cache"]
        )
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    """A window that the tests of a module use in turn, for opening one takes long; what one changes stays changed."""
    with browser.new_context(viewport=DESKTOP) as context:
        context.set_default_timeout(TIMEOUT)
        yield context.new_page()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """Opens an address in a browser window of its own; options are Playwright's for a context."""
    contexts = []

    def opened(url: str, **options: Any) -> Page:
        context = browser.new_context(**{"viewport": DESKTOP, **options})
        context.set_default_timeout(TIMEOUT)
        contexts.append(context)
        page = context.new_page()
        page.goto(url)
        return page

    yield opened
    for context in contexts:
        context.close()


def built(root: Path, base_url: str, *, annotations: bool = False) -> Path:
    """Build the sample digest, together with what `root` holds already, for `base_url`; return the site's folder."""
    for name in ("content", "templates"):
        copy_missing(ROOT / name, root / name)
    return build(root, Options(now=NOW, base_url=base_url, annotations=annotations)).out


def copy_missing(source: Path, target: Path) -> None:
    """Copy the files of a folder which the target does not have."""
    for path in source.rglob("*"):
        place = target / path.relative_to(source)
        if path.is_file() and not place.exists():
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, place)
