"""What scripts that score cleaners call: text in, text out.

Datelines and agencies' credits are facts of the article. They stay in the text here, although an import moves them to
the front matter, so that moving them does not count as losing them.
"""

from __future__ import annotations

from digest.clean.blocks import plain
from digest.clean.capture import capture
from digest.clean.paste import paste
from digest.clean.rules import AGENCY, DATELINE

_IN_THE_TEXT = {DATELINE: False, AGENCY: False}


def clean_text(text: str) -> str:
    """Return the article of a pasted text, a line a block."""
    return plain(paste(text, _IN_THE_TEXT).body)


def extract(page: str | bytes) -> str:
    """Return the article of a saved page, a line a block."""
    if isinstance(page, str):
        return plain(capture(page.encode(), _IN_THE_TEXT, charset="utf-8").body)
    return plain(capture(page, _IN_THE_TEXT).body)


def metadata(page: bytes) -> dict[str, str]:
    """Return the title, the date and the authors of a saved page; each empty where it is not known."""
    draft = capture(page)
    return {
        "title": "" if draft.made_title else draft.title,
        "date": draft.date,
        "author": "; ".join(draft.authors),
    }
