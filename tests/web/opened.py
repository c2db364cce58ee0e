"""What every page is checked for once a browser has opened it. Each check returns the faults that it finds."""

from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Page, Request

from tests.web.checks import WEB

AXE = WEB / "node_modules" / "axe-core" / "axe.min.js"
COLOURS = ("color-contrast", "link-in-text-block")  # all that another colour scheme can break
LIGHT = ("document", "stylesheet", "script")  # what the weight of a page is made of
MOST_REQUESTS, MOST_BYTES = 4, 14 * 1024
MOST_STOPS = 400  # of Tab on a page: on more it goes round


def axe_faults(page: Page, *rules: str) -> list[str]:
    """What axe says of an open page by these rules, or by all; of the size of targets it speaks only when asked."""
    page.evaluate(AXE.read_text("utf-8"))
    options: dict[str, Any] = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
    if rules:
        options = {**options, "runOnly": list(rules), "rules": {}}
    found = page.evaluate("async (options) => (await axe.run(document, options)).violations", options)
    return [f"{rule['id']}: {node['target']} {node['failureSummary']}" for rule in found for node in rule["nodes"]]


def console_faults(page: Page) -> list[str]:
    """What an open page has said on the console, breaches of the content security policy among it."""
    return [message.text for message in page.console_messages()] + [str(error) for error in page.page_errors()]


def foreign_requests(page: Page) -> list[str]:
    """The addresses on other hosts that a page has asked for."""
    host = urlsplit(page.url).hostname
    return [request.url for request in page.requests() if urlsplit(request.url).hostname != host]


def weight_faults(page: Page) -> list[str]:
    """By what a page, opened in a window of its own, is too heavy: requests, or bytes as they were sent.

    The pictures of an entry are its author's and do not count.
    """
    requests = [request for request in page.requests() if "/pictures/" not in request.url]
    sent = sum(map(_sent, requests))
    faults = {f"{len(requests)} requests": len(requests) > MOST_REQUESTS, f"{sent} bytes": sent > MOST_BYTES}
    return [fault for fault, is_true in faults.items() if is_true]


def _sent(request: Request) -> int:
    return request.sizes()["responseBodySize"] if request.resource_type in LIGHT and request.response() else 0


def overflow(page: Page) -> int:
    """By how many pixels an open page is wider than its window."""
    return int(page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))


def spread(page: Page) -> None:
    """Space an open page's text as WCAG 1.4.12 lets readers do; a style of the reader's own, which no policy stops."""
    page.evaluate("""() => {
        const sheet = new CSSStyleSheet()
        sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
            word-spacing: .16em !important } p { margin-block-end: 2em !important }`)
        document.adoptedStyleSheets = [sheet]
    }""")


def enlarge(page: Page) -> None:
    """Show the text of an open page at twice its size, and nothing else, as WCAG 1.4.4 has it."""
    page.evaluate("""() => {
        const sheet = new CSSStyleSheet()
        sheet.replaceSync(':root { font-size: 200% !important }')
        document.adoptedStyleSheets = [sheet]
    }""")


def restore(page: Page) -> None:
    """Take a reader's own style off again."""
    page.evaluate("() => { document.adoptedStyleSheets = [] }")


def clipped(page: Page) -> list[str]:
    """The elements of an open page that hide a part of their text: too small, and with what overflows cut off."""
    found: list[str] = page.evaluate("""() => [...document.querySelectorAll('body *')].filter((part) => {
        const { overflowX, overflowY, clipPath } = getComputedStyle(part)
        const cut = [overflowX, overflowY].some((value) => ['hidden', 'clip'].includes(value))
        const more = part.scrollWidth > part.clientWidth || part.scrollHeight > part.clientHeight
        return cut && more && clipPath === 'none' // what is for the ear only is clipped on purpose
    }).map((part) => part.outerHTML.slice(0, 80))""")
    return found


def unseen_stops(page: Page) -> tuple[int, list[str]]:
    """How many places Tab stops at on a page, and those that have no ring then, or something over them."""
    unseen: list[str] = []
    for stops in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement === document.body"):
            return stops, unseen
        unseen += page.evaluate("""() => {
            const part = document.activeElement, { outlineStyle, outlineWidth } = getComputedStyle(part)
            const { x, y, width, height } = part.getClientRects()[0]
            const top = document.elementFromPoint(x + width / 2, y + height / 2)
            const ringed = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2
            return ringed && (part.contains(top) || top?.contains(part)) ? [] : [part.outerHTML]
        }""")
    raise AssertionError(f"Tab never leaves {page.url}")


def motions(page: Page) -> list[str]:
    """The elements of an open page that would move: by animation, by transition, or by scrolling smoothly."""
    found: list[str] = page.evaluate("""() => [...document.querySelectorAll('*')].filter((part) => {
        const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(part)
        return animationName !== 'none' || /[1-9]/.test(transitionDuration) || scrollBehavior === 'smooth'
    }).map((part) => part.outerHTML.slice(0, 80))""")
    return found


def pale_drawings(page: Page) -> list[str]:
    """The shapes drawn on a page that have another colour than the text around them: in forced colours they may go."""
    found: list[str] = page.evaluate("""() => [...document.querySelectorAll('svg *')].filter((shape) => {
        const { fill, stroke } = getComputedStyle(shape)
        const { color } = getComputedStyle(shape.closest('svg').parentElement)
        return ![fill, stroke].every((paint) => ['none', color].includes(paint))
    }).map((shape) => shape.outerHTML.slice(0, 80))""")
    return found


def paper_faults(page: Page) -> list[str]:
    """What a printed page should not have: navigation, fields and buttons, and text that is not dark."""
    found: list[str] = page.evaluate("""() => {
        const pale = (part) => {
            const [red, green, blue] = getComputedStyle(part).color.match(/[\\d.]+/g)
            return .21 * red + .72 * green + .07 * blue > 128
        }
        const controls = [...document.querySelectorAll('nav, input, button, select')]
        const texts = [...document.querySelectorAll('main, main *')].filter((part) => part.textContent.trim())
        return [...controls, ...texts.filter(pale)]
            .filter((part) => part.checkVisibility() && part.getClientRects().length)
            .map((part) => part.outerHTML.slice(0, 80))
    }""")
    return found
