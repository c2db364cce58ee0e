"""How a text opens: which line above its prose is the headline, and whether the lines around that are the article's.

A paste begins with its headline, but for facts and labels, unless it begins with what stood around the article on its
page. Where it does begin with it, the lines from there to the prose are the article's: lists, figures, questions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from digest.clean.blocks import Block
from digest.clean.characters import folded
from digest.clean.facts.bylines import is_name
from digest.clean.facts.datelines import split_dateline
from digest.clean.facts.titles import is_headline, is_label, is_short_headline
from digest.clean.posts import post_heads
from digest.clean.sift import Verdicts

_TITLE = 5  # words from which the first candidate is taken for the headline
_NOTE = re.compile(r"(?:editor'?s?'? note|note to readers|correction|clarification)s?\b", re.IGNORECASE)


def find_headline(blocks: Sequence[Block], verdicts: Verdicts, title: str) -> int | None:
    """Return the index of the headline, which is `title` where that is known; None where the text has no headline."""
    begun = (at for at, block in enumerate(blocks) if at not in verdicts and _begins(block))
    prose = min([*post_heads(blocks), next(begun, len(blocks))])
    if title:
        return next((at for at, block in enumerate(blocks[: prose + 1]) if folded(block.text) == folded(title)), None)
    first = _first_line(blocks, verdicts, prose)
    likely = [at for at in range(prose) if at not in verdicts and _may_head(blocks[at])]
    if first is not None and (not likely or _is_title(blocks, verdicts, range(first, prose))):
        return first
    if not likely:
        return next(_signed(blocks, verdicts, prose), None)
    longest = max(likely, key=lambda at: len(blocks[at].text))
    return next((at for at in likely if len(blocks[at].text.split()) >= _TITLE), longest)


def begins_with(headline: int | None, blocks: Sequence[Block], verdicts: Verdicts, prose: int) -> bool:
    """Whether a text begins with its `headline`, and no rule knows a line from there to the `prose` but for facts."""
    return headline == _top(blocks, verdicts) and _only_facts(verdicts, range(headline, prose))


def is_note(text: str) -> bool:
    """Whether a line is a note on the article, which may stand above its headline."""
    return bool(_NOTE.match(text))


def _top(blocks: Sequence[Block], verdicts: Verdicts) -> int:
    """Return the index of the first line that is neither a fact nor a note nor a label."""
    lines = ((at, block.text) for at, block in enumerate(blocks) if at not in verdicts or verdicts[at][1] != "move")
    return next((at for at, text in lines if at in verdicts or not (is_note(text) or is_label(text))), len(blocks))


def _begins(block: Block) -> bool:
    """Whether the article has begun: with a sentence, or with where it was written."""
    return (block.is_statement and not is_note(block.text)) or split_dateline(block.text)[2] != block.text


def _may_head(block: Block, *, short: bool = False) -> bool:
    """Whether a block can be the headline; `short`: also one of few words, which stands where a headline does."""
    is_line = block.kind in ("paragraph", "heading") and block.end - block.start == 1 and not is_label(block.text)
    return is_line and (is_headline(block.text) or (short and is_short_headline(block.text)))


def _first_line(blocks: Sequence[Block], verdicts: Verdicts, prose: int) -> int | None:
    """Return the index of the first line where that may be the headline and stands above `prose`."""
    top = _top(blocks, verdicts)
    is_one = top < prose < len(blocks) and top not in verdicts and _may_head(blocks[top], short=True)
    return top if is_one else None


def _signed(blocks: Sequence[Block], verdicts: Verdicts, prose: int) -> Iterator[int]:
    """Yield the lines of few words above `prose` that have a byline or a stamp right under them, and are no name."""
    facts = (at for at in range(1, prose) if at in verdicts and verdicts[at][1] == "move")
    short = (at - 1 for at in facts if at - 1 not in verdicts and _may_head(blocks[at - 1], short=True))
    return (at for at in short if not is_name(blocks[at].text))


def _is_title(blocks: Sequence[Block], verdicts: Verdicts, head: range) -> bool:
    """Whether the first line of a `head` is the headline, though longer lines stand under it.

    The name of an outlet or a section, above a page's other lines, is a few words and ends in a capital.
    """
    *before, last = words = blocks[head.start].text.split()
    return len(words) >= _TITLE or last[0].islower() or (bool(before) and _only_facts(verdicts, head))


def _only_facts(verdicts: Verdicts, lines: range) -> bool:
    return all(at not in verdicts or verdicts[at][1] == "move" for at in lines)
