"""Posts of a network that stand in a text: the lines above each, which say whose it is, and of when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from digest.clean.blocks import Block, ends_sentence

_POSTER = re.compile(r"(?:\S.{0,60} )?(?P<handle>@\w{2,30}(?:@[\w.-]{3,60})?)(?: ?[·•|–-] ?.{1,30})?")
_MOST = 5  # lines above a post: name, handle, a point, the day, whom it answers


def post_heads(blocks: Sequence[Block]) -> Iterator[int]:
    """Yield the lines that stand above posts and say whose they are: without them, two people's words are one's.

    One above all prose, alone or under a headline, is the article's author.
    """
    heads: list[range] = []
    for at in (at for at, block in enumerate(blocks) if "@" in block.text and _POSTER.fullmatch(block.text)):
        if not heads or at not in heads[-1]:
            heads += _head(blocks, at)
    prose = next((at for at, block in enumerate(blocks) if block.is_statement), len(blocks))
    for head in heads:
        if head.start > prose or (head.start == 0 and len(heads) > 1):
            yield from head


def _head(blocks: Sequence[Block], at: int) -> Iterator[range]:
    """Yield the lines from who posted to what was posted, if that is near; a handle may have its name above it."""
    lines = takewhile(lambda line: not ends_sentence(blocks[line].text), range(at, min(at + _MOST + 1, len(blocks))))
    end = max(lines, default=at) + 1
    is_named = blocks[at].text[0] != "@" or not at or ends_sentence(blocks[at - 1].text)
    if end < len(blocks) and end - at <= _MOST:
        yield range(at if is_named else at - 1, end)
