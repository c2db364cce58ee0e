"""Sentences that begin as a caption or a pointer does ("Photo: ...", "Read more: ..."), and are the article's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.clean.blocks import Block, ends_sentence
from digest.clean.characters import in_any_spelling

_LABEL = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)? ?: ")
_FEWEST = 6  # words of such a sentence
_OPEN = (":", ",", ";", "،", "؛")  # end a line that goes on in the next one
_BACK = re.compile(  # begins a sentence that goes on from the one before it
    r"(?:it|its|this|that|these|those|such|so|and|but|nor|es|das|dies\w{0,2}|und|aber|doch|ce|c['’]|cette|ces|cela|ceci|et"
    r"|mais|esto|esta|este|eso|esa|ese|y|pero|bu|bunu|bunlar|şu|ve|ama|ew|ev|û|lê"
    + in_any_spelling("|و?هذا|و?هذه|و?ذلك|و?تلك|و?لكنه?ا?|ئەمە|ئەوە|بەڵام|این|آن|اما")
    + r")(?!\w)",
    re.IGNORECASE,
)


def is_labelled(text: str) -> bool:
    """Whether `text` is a sentence after a label; a picture's credit is none, or ends in brackets."""
    is_whole = ends_sentence(text) and text[-1] not in ")]" and len(text.split()) >= _FEWEST
    return is_whole and bool(_LABEL.match(text))


def is_said(blocks: Sequence[Block], at: int) -> bool:
    """Whether the block `at` is a labelled sentence that the prose around it needs.

    It begins in small letters, the block before it goes on in it, or the one after it goes on from it.
    """
    text, label = blocks[at].text, _LABEL.match(blocks[at].text)
    around = [*blocks[max(at - 1, 0) : at], *blocks[at + 1 : at + 2]]
    if not label or len(around) < 2 or not is_labelled(text):
        return False
    before, after = (block.text for block in around)
    goes_on = before.endswith(_OPEN) or bool(_BACK.match(after)) or text[label.end()].islower()
    is_one = any(other.startswith(label[0]) for other in (before, after))
    return goes_on and not is_one and all(_is_prose(block) for block in around)


def _is_prose(block: Block) -> bool:
    return block.is_statement or block.text.endswith(_OPEN)
