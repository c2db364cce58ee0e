"""The lines above posts of a network say whose they are."""

import pytest

from digest.clean.blocks import Block, plain
from digest.clean.pastes.paste import paste
from digest.clean.posts import post_heads
from tests.patience import ends_within

PROSE = "The bridge over the border river opened again on Wednesday, the ministry said in a statement."
POST = "It is open at last."


@pytest.mark.parametrize(
    ("lines", "heads"),
    [
        ((PROSE, "Nellie Bly @bly", "·", "Mar 4", POST), [1, 2, 3]),
        ((PROSE, "Nellie Bly @bly · Mar 4", POST), [1]),
        ((PROSE, "Nellie Bly", "@bly@social.example", "4h", POST), [1, 2, 3]),
        ((PROSE, "Ida @ida", "Mar 4", "Replying to @bly", POST), [1, 2, 3]),
        (("Nellie Bly @bly", "Mar 4", POST, "12", "Ida @ida", POST), [0, 1, 4]),
        (("Nellie Bly @bly", "Mar 4", PROSE, PROSE), []),
        (("Bridge opens again", "Nellie Bly @bly", PROSE, "Ida @ida", POST), [3]),
        ((PROSE, "Nellie Bly @bly", "World", "Sports", "Weather", "Arts", "Travel", POST), []),
        ((PROSE, "Nellie Bly @bly"), []),
        ((PROSE, "bly@example.org", POST), []),
    ],
)
def test_heads_of_posts(lines: tuple[str, ...], heads: list[int]) -> None:
    """They reach from who posted to what was posted; one above all prose, and alone, is the author's."""
    assert list(post_heads([Block(at, at + 1, text) for at, text in enumerate(lines)])) == heads


def test_many_heads_take_no_time() -> None:
    """Names without a post are looked under no further than a head can reach."""
    with ends_within(0.5):
        assert list(post_heads([Block(at, at + 1, "@bly") for at in range(20_000)])) == []


def test_who_posted_stays_in_the_text() -> None:
    """Of two posts the names and days stay, and what was counted goes."""
    text = f"Nellie Bly @bly\n·\nMar 4\n{PROSE}\n12\n1.2K\n\nIda @ida\nMar 4\nReplying to @bly\nSo it did.\n"
    draft = paste(text, {})
    kept = plain(draft.body).splitlines()
    assert draft.title.startswith("The bridge over the border river")
    assert kept == ["Nellie Bly @bly", "Mar 4", PROSE, "Ida @ida", "Mar 4", "Replying to @bly", "So it did."]
