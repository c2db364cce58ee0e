"""Pictures of the sample digest for the eye, on a phone and a desktop, light and dark.

python -m tests.web.screenshots OUT
"""

import sys
import tempfile
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

from tests.web.conftest import SAMPLE_BASE, built
from tests.web.server import Served, serve
from tests.web.tools import find_browser

PAGES = {
    "home": "/",
    "entry": "/2025/04/azerbaijan-talks/",
    "theme": "/themes/diplomacy/",
    "term": "/glossary/hts/",
    "glossary": "/glossary/",
    "search": "/search/?q=Jolani",
}
SIZES = {"phone": (390, 844), "desktop": (1280, 900)}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def take(browser: Browser, served: Served, out: Path) -> None:
    """Save a picture of each page, whole, in each size and colour scheme."""
    for size, (width, height) in SIZES.items():
        for scheme in SCHEMES:
            context = browser.new_context(
                viewport={"width": width, "height": height}, color_scheme=scheme, has_touch=size == "phone"
            )
            page = context.new_page()
            for name, address in PAGES.items():
                page.goto(served.url + address, wait_until="networkidle")
                page.screenshot(path=out / f"{name}-{size}-{scheme}.png", full_page=True)
            context.close()


def main(out: Path) -> None:
    """Build the sample digest, serve it and take the pictures."""
    out.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        serve(built(Path(folder), SAMPLE_BASE)) as served,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=find_browser())
        take(browser, served, out)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
