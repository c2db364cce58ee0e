"""Scraps: labels, captions and teasers that no rule knows by their words, told by where they stand.

Prose is what an article is made of. One short line between two passages of prose is a heading, and a list is a list;
but several fragments in a row, or any above the headline, or above and below the prose among lines that a rule knows,
are what stood around the article on its page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import chain, groupby, pairwise, takewhile

from digest.clean.blocks import Block, Kind, ends_sentence
from digest.clean.characters import folded
from digest.clean.facts.titles import is_label
from digest.clean.opening import begins_with, is_note
from digest.clean.rules import FRAGMENT
from digest.clean.sift import Verdicts, matches

_KINDS: tuple[Kind, ...] = ("paragraph", "heading")
_STANDFIRST = 7  # words of a fragment under the headline that says more than a section's name
_POINT = 4  # words of an item that sums an article up, above it
_HEADING = 10  # words of one that stands before prose, as a heading does
_ROWS = 3  # of a list
_BOXES = 3  # lists under the same label
_SPOKEN = 0.5  # of the prose
_SEVERAL = 2  # fragments in a row
_LISTED = re.compile(r"\W?\w{1,3}[.)] |[^:]{1,25}: ")  # "1. Homs", "Where: the old bridge": said on purpose


def repeated(blocks: Sequence[Block], headline: int | None, *, pasted: bool) -> list[int]:
    """Return the short lines that stand in a text more than once, as credits, labels and buttons do.

    A label that stands over list after list of a paste goes with the lists: a product's box on its page. A text in
    which such lines introduce much of the prose is an interview: they say who speaks.
    """
    short = {index: folded(block.text) for index, block in enumerate(blocks) if _may_repeat(block)}
    times = Counter(short.values())
    labels = {index for index in short if any(block.kind == "item" for block in blocks[index + 1 : index + 2])}
    boxed = [index for index in labels if pasted and times[short[index]] >= _BOXES]
    found = [index for index in short if times[short[index]] > 1 and index not in labels and index != headline]
    spoken = [short[index] for index in found for block in blocks[index + 1 : index + 2] if block.is_prose]
    is_interview = len(set(spoken)) > 1 and len(spoken) > _SPOKEN * sum(block.is_prose for block in blocks)
    return [*([] if is_interview else found), *(at for index in boxed for at in _box(blocks, index))]


def _may_repeat(block: Block) -> bool:
    """Whether a line is short and says nothing of its own: no sentence, no announcement, no row of signs."""
    is_short = block.kind in _KINDS and not block.is_prose and bool(folded(block.text))
    return is_short and not ends_sentence(block.text) and not block.text.endswith(":")


def _box(blocks: Sequence[Block], label: int) -> Iterator[int]:
    yield label
    yield from takewhile(lambda at: blocks[at].kind == "item", range(label + 1, len(blocks)))


def scraps(blocks: Sequence[Block], verdicts: Verdicts, headline: int | None, *, pasted: bool) -> Iterator[int]:
    """Yield what stands before the headline, and the fragments before, between and after the prose.

    `pasted`: the text has lost its markup, so that items and what stands between prose may be scraps too.
    """
    prose = [index for index, block in enumerate(blocks) if block.is_statement and index not in verdicts]
    if not any(blocks[index].is_prose for index in prose):
        return
    kinds = (*_KINDS, "item") if pasted else _KINDS
    found = {index for index, block in enumerate(blocks) if block.kind in kinds and index not in verdicts}
    fragments = {index for index in found if _is_fragment(blocks, index, verdicts, pasted=pasted)}
    fragments -= {headline, *_answered(blocks)}
    start = headline if headline is not None else 0
    yield from (index for index in range(start) if not is_note(blocks[index].text))
    head = range(start, prose[0])
    labels = {at for at in head if at in fragments and blocks[at].kind != "item" and is_label(blocks[at].text)}
    others = () if begins_with(headline, blocks, verdicts, prose[0]) else _before(blocks, head, fragments)
    yield from sorted({*labels, *others})
    if pasted:
        runs = (range(first + 1, last) for first, last in pairwise(prose))
        yield from chain.from_iterable(_between(blocks, run, fragments, verdicts) for run in runs)
    yield from _after(blocks, range(prose[-1] + 1, len(blocks)), fragments, verdicts)


def _is_fragment(blocks: Sequence[Block], index: int, gone: Collection[int], *, pasted: bool) -> bool:
    """Whether a block is one that no other goes on with.

    A question or a call may be a teaser in a paste alone, and there alone a heading is a guess of ours.
    """
    block, after = blocks[index], next(iter(blocks[index + 1 : index + 2]), None)
    text, goes_on = block.text, after is not None and after.text[:1].islower() and index + 1 not in gone
    heads = block.kind == "heading" and after is not None and after.kind != "heading" and index + 1 not in gone
    is_stanza = block.kind == "paragraph" and block.end - block.start > 1  # or the end of a letter
    if goes_on or is_stanza or (heads and not pasted):
        return False
    open_ends = ("...", "…", "?", "!", "؟") if pasted else ("...", "…")
    return (text.endswith(open_ends) or not ends_sentence(text)) and matches(FRAGMENT, text)


def _answered(blocks: Sequence[Block]) -> set[int]:
    """Return the questions of an interview, or of an explanation: several, each with a sentence under it."""
    asked = [block.text.endswith(("?", "؟")) and block.kind in _KINDS for block in blocks]
    said = [not is_asked and ends_sentence(block.text) for block, is_asked in zip(blocks, asked, strict=True)]
    found = {at for at, is_asked in enumerate(asked[:-1]) if is_asked and said[at + 1]}
    return found if len(found) >= _SEVERAL else set()


def _before(blocks: Sequence[Block], head: range, fragments: Collection[int]) -> Iterator[int]:
    """Yield the fragments above the prose, but for a standfirst, a list that says something, and a list's labels."""
    kept = {next((index for index in head[1:] if len(blocks[index].text.split()) >= _STANDFIRST), None)}
    for is_item, group in groupby(head, lambda at: blocks[at].kind == "item"):
        run = list(group)
        says = is_item and any(len(blocks[at].text.split()) >= _POINT for at in run)
        kept.update(at for at in run if says or _is_listed(blocks[at]))
    yield from (index for index in head if index in fragments and index not in kept)


def _between(blocks: Sequence[Block], run: range, fragments: Collection[int], gone: Collection[int]) -> Iterator[int]:
    """Yield several fragments in a row; what a colon announces, a list's label and the heading of prose stay."""
    announced = next((at for at in range(run.start - 1, run.stop) if _announces(blocks, at, gone)), run.stop)
    found = [at for at in run if at in fragments and at < announced and not _is_listed(blocks[at])]
    found = [at for at in found if blocks[at].kind == "item" or not ends_sentence(blocks[at].text)]
    if len(found) < _SEVERAL or _are_rows([blocks[index].text for index in found]):
        return
    for index in found:
        is_heading = index + 1 == run.stop and len(blocks[index].text.split()) <= _HEADING
        is_label = index + 1 < run.stop and blocks[index + 1].kind == "item"
        if blocks[index].kind != "item" and not is_heading and not is_label:
            yield index


def _are_rows(texts: Sequence[str]) -> bool:
    """Whether lines are a list or a table that has lost its marks: as many figures or commas in each."""
    shapes = {(text.count(","), any(char.isdecimal() for char in text)) for text in texts}
    return len(texts) >= _ROWS and len(shapes) == 1 and shapes != {(0, False)}


def _after(blocks: Sequence[Block], tail: range, fragments: Collection[int], gone: Collection[int]) -> Iterator[int]:
    """Yield the fragments below the prose if a rule knows a line there.

    A list that ends the article stands above that line; what a colon announces stays too.
    """
    known = next((at for at in tail if at in gone), tail.stop)
    above = [blocks[at] for at in range(tail.start, known) if at in fragments]
    is_list = any(block.kind == "item" for block in above) or _are_rows([block.text for block in above])
    start = known if is_list or known == tail.stop else tail.start
    announced = next((at for at in range(start - 1, tail.stop) if _announces(blocks, at, gone)), tail.stop)
    return (at for at in range(start, announced) if at in fragments and not _is_listed(blocks[at]))


def _announces(blocks: Sequence[Block], index: int, gone: Collection[int]) -> bool:
    """Whether a line goes on in the next: "They named:", and "Yours sincerely," at the end of a letter."""
    return index not in gone and blocks[index].kind != "item" and blocks[index].text.endswith((":", ","))


def _is_listed(block: Block) -> bool:
    """Whether a line says what it is: a number or a name before it, as in "Where: the old bridge"."""
    return block.kind != "item" and bool(_LISTED.match(block.text))
