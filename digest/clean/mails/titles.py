"""Which line is the title of an article that was mailed: its mail's subject may be another."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from digest.clean.blocks import Block
from digest.clean.characters import folded
from digest.clean.facts.titles import is_headline, is_short_headline
from digest.clean.opening import find_headline
from digest.clean.sift import Verdicts

_ROOT, _TELLING = 4, 0.5  # letters by which two words are the same; share of a headline's words that its text has


def headline_or_subject(blocks: Sequence[Block], verdicts: Verdicts, subject: str) -> tuple[int | None, frozenset[int]]:
    """Return the index of the headline, if there is one for sure, and the lines above the prose that may be one.

    A line that is not the subject is the headline where it says more of the text than the subject does, and is the
    only one: a newsletter has several, and one for them all.
    """
    said = find_headline(blocks, verdicts, subject)
    if said is not None:
        return said, frozenset()
    left = [at for at in range(len(blocks)) if at not in verdicts]
    prose = next((at for at in left if blocks[at].is_prose), 0)
    likely = list(_likely(blocks, [at for at in left if at < prose]))
    roots = _roots(" ".join(block.text for block in blocks if block.is_prose))
    best = max(likely, key=lambda at: _told(blocks[at].text, roots), default=None)
    if best is None:
        return None, frozenset()
    told = _told(blocks[best].text, roots)
    others = any(block.kind == "heading" and is_headline(block.text) for block in blocks[prose:])
    begun = any(blocks[at].is_statement for at in left if at < best)
    is_sure = told[0] >= _TELLING and told > _told(subject, roots) and not others and not begun
    return (best, frozenset()) if is_sure else (None, frozenset(likely))


def _likely(blocks: Sequence[Block], head: Sequence[int]) -> Iterator[int]:
    for at in head:
        text, is_last = blocks[at].text, at == head[-1]
        if blocks[at].kind != "item" and (is_headline(text) or (is_last and is_short_headline(text))):
            yield at


def _told(text: str, roots: Container[str]) -> tuple[float, int]:
    """Return how much of `text` is in another, of which the `roots` are given: a share, and how many words."""
    own = _roots(text)
    shared = sum(root in roots for root in own)
    return (shared / len(own) if own else 0.0, shared)


def _roots(text: str) -> frozenset[str]:
    return frozenset(word[:_ROOT] for word in folded(text).split() if len(word) >= _ROOT)
