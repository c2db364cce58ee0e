"""What an article's own lines say about it: bylines, stamps, a standfirst, a copyright line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from digest.clean.blocks import Block, ends_sentence
from digest.clean.characters import folded
from digest.clean.draft import Metadata
from digest.clean.facts.bylines import agency_in, byline_names, byline_outlet, is_name, names_together, people
from digest.clean.facts.datelines import agency_named, split_dateline
from digest.clean.facts.moments import in_order, stamps
from digest.clean.rules import BYLINE, HEADLINE, STANDFIRST, TIMESTAMP
from digest.clean.sift import Verdicts, head_end

_STANDFIRST = range(6, 51)  # words
_FEWEST = 2  # paragraphs of prose that an article has below its standfirst
_SIGNED = (BYLINE, TIMESTAMP)  # rules whose lines part a standfirst from the article
_OWNER = re.compile(
    r"(?:(?i:copyright|\(c\))|©)[ ©]*(?:\([cC]\) ?)?(?:\d{4}(?: ?[-–] ?\d{2,4})?)?,? ?(?:by )?"
    r"(?P<owner>[^\W\d_][^.,|•·©()\d]{2,50})(?: ?[.,|•·]|$)"
)
_NOT_OWNERS = re.compile(r"\b(?:all rights|copyright|reserved|inc|images?|photo\w*|material|content)\b", re.IGNORECASE)


def told(blocks: Sequence[Block], verdicts: Verdicts, lang: str = "") -> Metadata:
    """Return what the lines that were taken out of an article say about it, and which line says it."""
    heard = list(_heard(blocks, verdicts))
    owners = ((rule, _owner(blocks[at].text)) for at, (rule, _) in sorted(verdicts.items()) if rule == "copyright")
    outlet = _first([*((rule, byline_outlet(text)) for rule, text in heard), *owners])
    agency = _first((rule, _agency(text)) for rule, text in heard)
    summary = _first((rule, blocks[at].text) for at, (rule, _) in verdicts.items() if rule == STANDFIRST)
    date, updated = _moments(heard, lang)
    authors = tuple(dict.fromkeys(name for rule, text in heard for name in _names(rule, text, outlet[1])))
    where = {"date": date, "updated": updated, "outlet": outlet, "agency": agency, "summary": summary}
    found = {name: rule for name, (rule, _) in where.items() if rule} | ({"authors": "byline"} if authors else {})
    return Metadata("", date[1], updated[1], authors, outlet[1], agency[1], summary=summary[1], found=found)


def standfirst_at(blocks: Sequence[Block], verdicts: Verdicts) -> Iterator[int]:
    """Yield the index of a text's standfirst: the one paragraph between its headline and byline, stamp or dateline."""
    headline = next((at for at, (rule, _) in verdicts.items() if rule == HEADLINE), len(blocks))
    left = [at for at in range(headline + 1, len(blocks)) if at not in verdicts]
    if len(left) <= _FEWEST or not _may_introduce(blocks[left[0]], blocks[headline].text):
        return
    first, second = left[:2]
    is_signed = any(verdicts[at][0] in _SIGNED for at in range(first + 1, second))
    begins_below = split_dateline(blocks[second].text)[2] != blocks[second].text
    prose = sum(blocks[at].is_prose for at in left[1:])
    if (is_signed or begins_below) and first < head_end(blocks, verdicts) and prose >= _FEWEST:
        yield first


def _may_introduce(block: Block, headline: str) -> bool:
    """Whether a paragraph can be a standfirst, rather than a caption, a quotation or the headline once more."""
    text = block.text
    is_apt = block.kind == "paragraph" and len(text.split()) in _STANDFIRST and text[0] not in "“\"'‘«"
    is_other = folded(text) not in folded(headline) and split_dateline(text)[2] == text
    return is_apt and is_other and ends_sentence(text) and text[-1] not in ")]"


def _heard(blocks: Sequence[Block], verdicts: Verdicts) -> Iterable[tuple[str, str]]:
    """Yield the bylines and stamps that are the article's own: those in its head, and who did the reporting."""
    end = head_end(blocks, verdicts)
    for at, (rule, action) in sorted(verdicts.items()):
        text = blocks[at].text
        if action == "move" and rule not in (HEADLINE, STANDFIRST) and (at < end or "reporting by" in text.lower()):
            yield rule, text
    last = max((at for at, block in enumerate(blocks) if block.is_prose and at not in verdicts), default=len(blocks))
    below = [blocks[at].text for at, verdict in verdicts.items() if verdict == (TIMESTAMP, "move") and at > last]
    if len(below) == 1:  # several are those of other reports
        yield TIMESTAMP, below[0]


def _names(rule: str, text: str, outlet: str) -> tuple[str, ...]:
    """Return the people of a line; a byline that is names alone, or stands under its "By", has no word before it."""
    if rule == BYLINE and (several := names_together(text)):
        return people(several, outlet)
    return byline_names(text, outlet) or (people([text], outlet) if rule == BYLINE and is_name(text) else ())


def _moments(heard: Iterable[tuple[str, str]], lang: str) -> tuple[tuple[str, str], tuple[str, str]]:
    """Return the first day of publication and the first of a change; the latter is all that is known of some."""
    said = [(rule, stamps(text, lang)) for rule, text in heard]
    date = _first((rule, moments.published) for rule, moments in said)
    updated = _first((rule, moments.updated) for rule, moments in said)
    if not date[1]:
        return updated, ("", "")
    published, changed = in_order(date[1], updated[1])
    return (date[0], published), (updated[0], changed) if changed else ("", "")


def _agency(text: str) -> str:
    if named := agency_named(text):
        return named
    return agency_in([text]) if re.match(r"\W{0,3}(?:by|from|\w+ing by)\b", text, re.IGNORECASE) else ""


def _owner(text: str) -> str:
    found = _OWNER.search(text)
    owner = found["owner"].strip() if found else ""
    return "" if not owner[:1].isupper() or _NOT_OWNERS.search(owner) or agency_named(owner) else owner


def _first(told: Iterable[tuple[str, str]]) -> tuple[str, str]:
    return next((fact for fact in told if fact[1]), ("", ""))
