"""From a text with everything in it to a draft: the article stays, facts move to the front matter, the rest goes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from digest.clean.blocks import Block, code_lines
from digest.clean.bylines import byline_names
from digest.clean.characters import words
from digest.clean.datelines import agency_named, split_credit, split_dateline
from digest.clean.days import written_day
from digest.clean.draft import Draft, Metadata, refused
from digest.clean.escape import escape_start
from digest.clean.language import detect_language
from digest.clean.lines import Line, numbered, squeezed, text_of
from digest.clean.rule import Removal
from digest.clean.rules import AGENCY, DATELINE, FRAGMENT, HEADLINE, REPEATED
from digest.clean.scraps import repeated, scraps
from digest.clean.sift import Verdicts, find_headline, head_end, sift, take_out
from digest.clean.titles import headline_from, outlet_of
from digest.model import Body

_OPENING = 3  # lines of an article in which a dateline can stand: a standfirst may come before it


def compose(
    body: Body,
    blocks: Sequence[Block],
    known: Metadata,
    switched: Mapping[str, bool],
    *,
    pasted: bool,
    origin: str,
) -> Draft:
    """Make a draft of the Markdown `body`, whose blocks are `blocks`; what is `known` goes before what the text says.

    `pasted`: the text comes without the markup of a page.
    """
    verdicts, title = _judge(blocks, known.title, switched, pasted=pasted)
    kept = [block.text for index, block in enumerate(blocks) if index not in verdicts]
    if not kept:
        hint = "copy the article's own text and import that"
        return refused("no article was found in it", url=known.url, origin=origin, hint=hint)
    left, removals = take_out(numbered(body), blocks, verdicts)
    left, moved = _split_credits(left, switched)
    heard = list(_heard(blocks, verdicts))
    code = code_lines(text_of(left))
    return Draft(
        title=known.title or title or headline_from(split_dateline(kept[0])[2]),
        made_title=not (known.title or title),
        date=known.date or _first(map(written_day, heard)),
        language=known.language or detect_language(" ".join(kept)),
        source=known.outlet or outlet_of(known.url),
        url=known.url,
        authors=known.authors or tuple(dict.fromkeys(name for text in heard for name in byline_names(text))),
        dateline=moved.place,
        agency=moved.agency or _first(map(agency_named, heard)),
        summary=known.summary,
        body=text_of(squeezed(left, [at in code for at in range(len(left))])),
        removals=tuple(sorted((*removals, *moved.removals), key=lambda removal: removal.line)),
        kept_share=_kept_share(blocks, removals),
    )


def _judge(blocks: Sequence[Block], title: str, switched: Mapping[str, bool], *, pasted: bool) -> tuple[Verdicts, str]:
    verdicts = sift(blocks, switched)
    headline = find_headline(blocks, verdicts, title)
    if switched.get(REPEATED, True):
        verdicts |= dict.fromkeys(repeated(blocks, headline), (REPEATED, "drop"))
    if switched.get(FRAGMENT.name, True):
        for index in list(scraps(blocks, verdicts, headline, pasted=pasted)):
            verdicts.setdefault(index, (FRAGMENT.name, FRAGMENT.action))
    if headline is None:
        return verdicts, ""
    if switched.get(HEADLINE, True):
        verdicts[headline] = (HEADLINE, "move")
    return verdicts, blocks[headline].text


class _Credits(NamedTuple):
    """What an article's first and last line said besides: where it was written, and for which agency."""

    place: str
    agency: str
    removals: tuple[Removal, ...]


def _split_credits(lines: Sequence[Line], switched: Mapping[str, bool]) -> tuple[list[Line], _Credits]:
    left, place, agency, credited = list(lines), "", "", ""
    removals: list[Removal] = []
    filled = [at for at, (_, text) in enumerate(left) if text]
    for at in filled[:_OPENING] if switched.get(DATELINE, True) else ():
        number, text = left[at]
        place, agency, rest = split_dateline(text)
        if rest != text:
            left[at] = (number, escape_start(rest))
            removals.append(Removal(DATELINE, number, text.removesuffix(rest), "move"))
            break
    if filled and switched.get(AGENCY, True):
        number, text = left[filled[-1]]
        rest, credited = split_credit(text)
        if credited:
            left[filled[-1]] = (number, rest)
            removals.append(Removal(AGENCY, number, text.removeprefix(rest).strip(), "move"))
    return left, _Credits(place, agency or credited, tuple(removals))


def _heard(blocks: Sequence[Block], verdicts: Verdicts) -> Iterable[str]:
    """Yield the bylines and stamps that are the article's own: those in its head, and who did the reporting."""
    end = head_end(blocks, verdicts)
    for index, (rule, action) in sorted(verdicts.items()):
        text = blocks[index].text
        if action == "move" and rule != HEADLINE and (index < end or "reporting by" in text.lower()):
            yield text


def _first(found: Iterable[str]) -> str:
    return next((text for text in found if text), "")


def _kept_share(blocks: Sequence[Block], removals: Iterable[Removal]) -> float:
    whole = sum(len(words(block.text)) for block in blocks)
    lost = sum(len(words(removal.text)) for removal in removals if removal.action != "move")
    return 1 - lost / whole if whole else 1.0
