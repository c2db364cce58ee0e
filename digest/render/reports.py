"""Reports: the link by which readers tell the editors of an error, and which page they mean."""

from __future__ import annotations

from urllib.parse import quote


def report(place: str, subject: str, title: str, url: str) -> str:
    """Return where an error on a page is reported: `place`, with `{url}` filled in.

    A letter (`mailto:`) begins with `subject`, the page's title and its address, unless the place says these itself.
    """
    given = place.replace("{url}", quote(url, safe=""))
    address, _, query = given.partition("?")
    if not address.lower().startswith("mailto:"):
        return given
    said = {field.partition("=")[0].lower() for field in query.split("&")}
    letter = {"subject": f"{subject}: {title}", "body": f"{url}\r\n\r\n"}
    added = [f"{name}={quote(text, safe='')}" for name, text in letter.items() if name not in said]
    return f"{address}?{'&'.join(filter(None, [query, *added]))}"
