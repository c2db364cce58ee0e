"""Titles of mailed articles."""

import pytest

from digest.clean.blocks import blocks
from digest.clean.mails.titles import headline_or_subject

PROSE = "The bridge over the border river opened again on Wednesday, after six years in which it was closed."
LINE = "Bridge over the border river opens again"


@pytest.mark.parametrize(
    ("text", "subject", "headline", "spared"),
    [
        (f"{LINE}\n\n{PROSE}", LINE.upper(), 0, []),
        (f"{LINE}\n\n{PROSE}", "For tomorrow", 0, []),
        (f"{LINE}\n\n{PROSE}", "Border river bridge opened Wednesday after years", None, [0]),
        (f"The Border Post of today\n\n{LINE}\n\n{PROSE}", "The Border Post", 1, []),
        (f"{LINE}\n\n{PROSE}\n\n## Grain prices fall again\n\n{PROSE}", "For tomorrow", None, [0]),
        (f"This is it, Nellie.\n\n{LINE}\n\n{PROSE}", "For tomorrow", None, [1]),
        (f"Home\n\n{PROSE}", "For tomorrow", None, []),
        (LINE, "For tomorrow", None, []),
        ("", "For tomorrow", None, []),
    ],
)
def test_headline_or_subject(text: str, subject: str, headline: int | None, spared: list[int]) -> None:
    """A line is the headline where it says more of the text than the subject and is alone in that, else it stays."""
    assert headline_or_subject(blocks(text), {}, subject) == (headline, frozenset(spared))
