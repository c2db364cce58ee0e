"""What its authors leave around an article besides the byline: their name on a line, and at the end who they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from digest.clean.blocks import Block
from digest.clean.characters import folded
from digest.clean.facts.bylines import byline_names
from digest.clean.rules import BIO, BYLINE, rules_for
from digest.clean.sift import Verdicts, matches


def names_alone(blocks: Sequence[Block], verdicts: Verdicts, authors: Sequence[str]) -> Iterator[int]:
    """Yield the lines that are an author's name and nothing else.

    `authors` are known from elsewhere; where there are none, the bylines that `verdicts` take out name them.
    """
    known = {folded(name) for name in _names(blocks, verdicts, authors)}
    return (index for index, block in enumerate(blocks) if folded(block.text) in known)


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
