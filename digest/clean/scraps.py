"""Scraps: labels, captions and teasers that no rule knows by their words, told by where they stand.

Prose is what an article is made of. One short line between two passages of prose is a heading, and a list is a list;
but several fragments in a row, or any beside the ends of the text, are what stood around the article on its page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain, pairwise

from digest.clean.blocks import Block, Kind, ends_sentence
from digest.clean.characters import folded
from digest.clean.rules import FRAGMENT
from digest.clean.sift import Verdicts, matches

_KINDS: tuple[Kind, ...] = ("paragraph", "heading")
_STANDFIRST = 7  # words of a fragment under the headline that says more than a section's name
_HEADING = 10  # words of one that stands before prose, as a heading does
_SPOKEN = 0.5  # of the prose
_SEVERAL = 2  # fragments in a row
_LISTED = re.compile(r"\W?\w{1,3}[.)] |[^:]{1,25}: ")  # "1. Homs", "Where: the old bridge": said on purpose


def repeated(blocks: Sequence[Block], headline: int | None) -> list[int]:
    """Return the short lines that stand in a text more than once, as credits, labels and buttons do.

    A text in which they introduce much of the prose is an interview: they say who speaks.
    """
    short = {
        index: folded(block.text)
        for index, block in enumerate(blocks)
        if block.kind in _KINDS
        and not block.is_prose
        and not ends_sentence(block.text)
        and not block.text.endswith(":")
    }
    times = Counter(short.values())
    found = [index for index, text in short.items() if times[text] > 1 and index != headline]
    spoken = [short[index] for index in found for block in blocks[index + 1 : index + 2] if block.is_prose]
    is_interview = len(set(spoken)) > 1 and len(spoken) > _SPOKEN * sum(block.is_prose for block in blocks)
    return [] if is_interview else found


def scraps(blocks: Sequence[Block], verdicts: Verdicts, headline: int | None, *, pasted: bool) -> Iterator[int]:
    """Yield what stands before the headline, and the fragments before, between and after the prose.

    `pasted`: the text has lost its markup, so that items and what stands between prose may be scraps too.
    """
    prose = [index for index, block in enumerate(blocks) if block.is_prose and index not in verdicts]
    if not prose:
        return
    kinds = (*_KINDS, "item") if pasted else _KINDS
    found = {index for index, block in enumerate(blocks) if block.kind in kinds and index not in verdicts}
    fragments = {index for index in found if _is_fragment(blocks, index, pasted=pasted)} - {headline}
    start = headline if headline is not None else 0
    yield from range(start)
    yield from _before(blocks, range(start, prose[0]), fragments)
    if pasted:
        runs = (range(first + 1, last) for first, last in pairwise(prose))
        yield from chain.from_iterable(_between(blocks, run, fragments) for run in runs)
    yield from _after(range(prose[-1] + 1, len(blocks)), fragments, found)


def _is_fragment(blocks: Sequence[Block], index: int, *, pasted: bool) -> bool:
    """Whether a block is one that no other goes on with; a question or a call may be a teaser in a paste alone."""
    text, goes_on = blocks[index].text, any(block.text[:1].islower() for block in blocks[index + 1 : index + 2])
    return (
        not goes_on and matches(FRAGMENT, text) and (pasted or text.endswith(("...", "…")) or not ends_sentence(text))
    )


def _before(blocks: Sequence[Block], head: range, fragments: Collection[int]) -> Iterator[int]:
    standfirst = next((index for index in head[1:] if len(blocks[index].text.split()) >= _STANDFIRST), None)
    yield from (index for index in head if index in fragments and index != standfirst)


def _between(blocks: Sequence[Block], run: range, fragments: Collection[int]) -> Iterator[int]:
    """Yield several fragments in a row; what a colon announces, a list's label and the heading of prose stay."""
    announced = next((index for index in range(run.start - 1, run.stop) if blocks[index].text.endswith(":")), run.stop)
    found = [index for index in run if index in fragments and index < announced and not _is_meant(blocks[index].text)]
    if len(found) < _SEVERAL:
        return
    for index in found:
        is_heading = index + 1 == run.stop and len(blocks[index].text.split()) <= _HEADING
        is_label = index + 1 < run.stop and blocks[index + 1].kind == "item"
        if blocks[index].kind != "item" and not is_heading and not is_label:
            yield index


def _is_meant(text: str) -> bool:
    return ends_sentence(text) or bool(_LISTED.match(text))


def _after(tail: range, fragments: Collection[int], found: Collection[int]) -> Iterable[int]:
    first = next((index for index in tail if index in fragments), tail.stop)
    return (index for index in range(first, tail.stop) if index in found)
