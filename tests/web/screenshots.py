"""Pictures of pages for the eye.

python -m tests.web.screenshots OUT takes every kind of page of the sample digest and of the right-to-left one, whole,
on a phone and a desktop, by day and by night. `make screenshots` takes the four that the README shows (--readme).
"""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser, Page, ViewportSize, expect, sync_playwright

from digest.build import Options, build
from tests.web.checks import BuiltSite
from tests.web.conftest import FIXTURES, NOW, RTL_BASE, SAMPLE_BASE, built, copy_missing
from tests.web.server import Served, serve
from tests.web.tools import find_browser

Scheme = Literal["light", "dark"]

PHONE, DESKTOP = ViewportSize(width=390, height=844), ViewportSize(width=1280, height=860)
SIZES = {"phone": PHONE, "desktop": DESKTOP}
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
BEST = {  # by hand where the first page of a kind has little on it
    "entry": "/2025/04/azerbaijan-talks/",
    "month": "/2025/04/",
    "story": "/stories/skies/",
    "term": "/glossary/t4-air-base/",
}


@contextmanager
def opened(browser: Browser, size: ViewportSize, scheme: Scheme) -> Iterator[Page]:
    """Give a window in which nothing moves."""
    with browser.new_context(
        viewport=size, color_scheme=scheme, has_touch=size == PHONE, reduced_motion="reduce"
    ) as context:
        yield context.new_page()


def take_all(browser: Browser, served: Served, site: BuiltSite, out: Path) -> None:
    """Save a picture of one page of each kind, in each size and colour scheme."""
    bodies = {address: page.select_one("body[class]") for address, page in reversed(site.pages.items())}
    kinds = {str(body["class"][0]): address for address, body in bodies.items() if body}
    kinds |= {f"page-{kind}": address for kind, address in BEST.items() if address in site.pages}
    for size, viewport in SIZES.items():
        for scheme in SCHEMES:
            with opened(browser, viewport, scheme) as page:
                for kind, address in kinds.items():
                    page.goto(served.url + address, wait_until="networkidle")
                    name = f"{kind.removeprefix('page-')}-{size}-{scheme}.png"
                    page.screenshot(path=out / name, full_page=True)


def take_four(browser: Browser, sample: Served, rtl: Served, out: Path) -> None:
    """Save the pictures of the README: the front page, a card, a search by night, an entry in Arabic."""
    with opened(browser, DESKTOP, "light") as page:
        page.goto(sample.url)
        save(page, out / "front-page.png")
        page.goto(f"{sample.url}/2025/04/strikes-on-three-sites/")
        page.evaluate("() => scrollTo(0, 200)")
        page.locator("a.term[data-term=ssrc]").focus()
        expect(page.locator("#card")).to_be_visible()
        save(page, out / "card.png")
        page.goto(f"{rtl.url}/2025/04/azerbaijan-talks/")
        save(page, out / "arabic.png")
    with opened(browser, DESKTOP, "dark") as page:
        page.goto(f"{sample.url}/search/?q=Jolani")
        expect(page.locator("#results li, .found li").first).to_be_visible()
        save(page, out / "search.png")


def save(page: Page, path: Path) -> None:
    """Save what a window shows with few colours, which a page of text needs."""
    picture = Image.open(BytesIO(page.screenshot())).convert("RGB")
    picture.quantize(48, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(path, optimize=True)


def main(out: Path, *, four: bool) -> None:
    """Build the two digests, serve them and take the pictures."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        sample = BuiltSite(built(Path(folder) / "sample", SAMPLE_BASE), SAMPLE_BASE)
        copy_missing(FIXTURES / "rtl", Path(folder) / "rtl")
        rtl = BuiltSite(build(Path(folder) / "rtl", Options(now=NOW, base_url=RTL_BASE)).out, RTL_BASE)
        browser = playwright.chromium.launch(executable_path=find_browser())
        with serve(sample.folder) as left, serve(rtl.folder) as right:
            if four:
                take_four(browser, left, right, out)
            else:
                for site, served, part in ((sample, left, "sample"), (rtl, right, "rtl")):
                    (out / part).mkdir(exist_ok=True)
                    take_all(browser, served, site, out / part)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[-1]), four="--readme" in sys.argv)
