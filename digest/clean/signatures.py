"""What its authors leave around an article besides the byline: their name on a line, and at the end who they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from digest.clean.blocks import Block
from digest.clean.characters import folded
from digest.clean.facts.bylines import byline_names, is_name
from digest.clean.facts.titles import is_headline
from digest.clean.rules import BIO, BYLINE, TIMESTAMP, rules_for
from digest.clean.sift import Verdicts, head_end, matches

_BARE = re.compile(r"(?:written )?by:?", re.IGNORECASE)


def names_alone(blocks: Sequence[Block], verdicts: Verdicts, authors: Sequence[str]) -> Iterator[int]:
    """Yield the lines that are an author's name and nothing else.

    `authors` are known from elsewhere; where there are none, the bylines that `verdicts` take out name them, or the
    first name above the prose that stands under "By" or over a stamp.
    """
    known = {folded(name) for name in _names(blocks, verdicts, authors)} or set(_unsaid(blocks, verdicts))
    return (at for at, block in enumerate(blocks) if folded(block.text) in known and not block.text.endswith(":"))


def _unsaid(blocks: Sequence[Block], verdicts: Verdicts) -> Iterator[str]:
    """Yield the name in the head of a text that no word tells to be its author's, folded."""
    rules = [verdicts.get(index, ("", ""))[0] for index in range(len(blocks))] + [""]
    headline = next((at for at, block in enumerate(blocks) if not rules[at] and is_headline(block.text)), len(blocks))
    for index in range(headline + 1, head_end(blocks, verdicts)):
        is_signed = rules[index + 1] == TIMESTAMP or _BARE.fullmatch(blocks[index - 1].text)
        if is_signed and not rules[index] and is_name(blocks[index].text):
            yield folded(blocks[index].text)
            return


def bios(blocks: Sequence[Block], verdicts: Verdicts, authors: Sequence[str], lang: str) -> Iterator[int]:
    """Yield the last paragraphs of the prose as far as each says who one of the authors is; `authors` as above."""
    names = tuple(part for name in _names(blocks, verdicts, authors) for part in (name, f"{name.split()[0]} "))
    rules = [rule for rule in rules_for(lang) if rule.name == BIO]
    prose = [index for index, block in enumerate(blocks) if block.is_prose and index not in verdicts]
    for index in reversed(prose[1:]):
        text = blocks[index].text
        if not text.startswith(names) or not any(matches(rule, text) for rule in rules):
            return
        yield index


def _names(blocks: Sequence[Block], verdicts: Verdicts, authors: Sequence[str]) -> tuple[str, ...]:
    bylines = (blocks[index].text for index, (rule, _) in verdicts.items() if rule == BYLINE)
    return tuple(authors) or tuple(name for line in bylines for name in byline_names(line))
