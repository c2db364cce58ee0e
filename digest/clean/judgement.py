"""The verdicts on a text's blocks: by what they say first, then by where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from digest.clean.blocks import Block
from digest.clean.characters import folded
from digest.clean.draft import Metadata
from digest.clean.facts.credits import standfirst_at
from digest.clean.facts.datelines import is_dateline
from digest.clean.mails.titles import headline_or_subject
from digest.clean.opening import find_headline
from digest.clean.posts import post_heads
from digest.clean.rules import BIO, BYLINE, FRAGMENT, HEADLINE, REPEATED, STANDFIRST
from digest.clean.rules.rule import Action
from digest.clean.scraps import repeated, scraps
from digest.clean.sift import Verdicts, sift
from digest.clean.signatures import bios, names_alone

_OPENING = 3  # blocks among which the standfirst that a page names can stand


def judge(
    blocks: Sequence[Block], known: Metadata, switched: Mapping[str, bool], lang: str, *, pasted: bool
) -> tuple[Verdicts, str]:
    """Return which of the `blocks` are not the article, and the headline among them, if there is one.

    `known` is what the text's page says of it; `switched` turns rules off by name; `lang` is the text's language;
    `pasted`: it comes without the markup of a page. A block that has its verdict keeps it.
    """
    verdicts, posted = sift(blocks, switched, lang=lang), {*post_heads(blocks)}

    def take(rule: str, found: Iterable[int], action: Action = "drop") -> None:
        if switched.get(rule, True):
            verdicts.update({index: (rule, action) for index in found if index not in verdicts and index not in posted})

    take(BYLINE, names_alone(blocks, verdicts, known.authors), "move")
    take(BIO, bios(blocks, verdicts, known.authors, lang))
    take(STANDFIRST, _told(blocks, folded(known.standfirst)), "move")
    headline, spared = find_headline(blocks, verdicts, known.title), frozenset[int]()
    if known.subject:
        headline, spared = headline_or_subject(blocks, verdicts, known.subject)
    take(REPEATED, (at for at in repeated(blocks, headline, pasted=pasted) if at not in spared))
    found = scraps(blocks, verdicts, headline, pasted=pasted)
    take(FRAGMENT.name, (at for at in found if at not in spared and not is_dateline(blocks[at].text)))
    if headline is None:
        return verdicts, ""
    take(HEADLINE, [headline], "move")
    if not known.summary:
        take(STANDFIRST, standfirst_at(blocks, verdicts), "move")
    return verdicts, blocks[headline].text


def _told(blocks: Sequence[Block], standfirst: str) -> Iterator[int]:
    """Yield the block that says what the page names as its standfirst."""
    return (at for at, block in enumerate(blocks[:_OPENING]) if standfirst and folded(block.text) == standfirst)
