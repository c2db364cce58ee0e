"""What its authors leave around an article besides the byline: their name on a line, and at the end who they are."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from digest.clean.blocks import Block
from digest.clean.characters import folded
from digest.clean.facts.bylines import byline_names, is_name, names_together
from digest.clean.facts.datelines import split_dateline
from digest.clean.facts.titles import is_headline
from digest.clean.rules import BIO, BYLINE, TIMESTAMP, rules_for
from digest.clean.sift import Verdicts, head_end, matches

_BARE = re.compile(r"(?:written )?by:?", re.IGNORECASE)


def names_alone(blocks: Sequence[Block], verdicts: Verdicts, authors: Sequence[str]) -> Iterator[int]:
    """Yield the lines that are an author's name, or several authors' names, and nothing else.

    `authors` are known from elsewhere; where there are none, the bylines that `verdicts` take out name them, or the
    first names above the prose that stand under "By" or over a stamp, or several between headline and dateline.
    """
    known = {folded(name) for name in _names(blocks, verdicts, authors)} or set(_unsaid(blocks, verdicts))
    return (at for at, block in enumerate(blocks) if _are(block.text, known) and not block.text.endswith(":"))


def _are(line: str, known: Container[str]) -> bool:
    several = names_together(line)
    return folded(line) in known or (bool(several) and all(folded(name) in known for name in several))


def _unsaid(blocks: Sequence[Block], verdicts: Verdicts) -> Iterator[str]:
    """Yield the names on a line in the head of a text that no word tells to be its authors', folded."""
    rules = [verdicts.get(index, ("", ""))[0] for index in range(len(blocks))] + [""]
    headline = next((at for at, block in enumerate(blocks) if not rules[at] and is_headline(block.text)), len(blocks))
    for index in range(headline + 1, head_end(blocks, verdicts)):
        line, after = blocks[index].text, blocks[index + 1 : index + 2]
        is_signed = rules[index + 1] == TIMESTAMP or bool(_BARE.fullmatch(blocks[index - 1].text))
        is_first = all(rules[headline + 1 : index]) and _begins(after)
        names = names_together(line) if is_signed or is_first else ()
        names = (line,) if is_signed and is_name(line) else names
        if names and not rules[index]:
            yield from map(folded, names)
            return


def _begins(after: Sequence[Block]) -> bool:
    """Whether an article begins with its dateline."""
    return any(split_dateline(block.text)[2] != block.text for block in after)


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
