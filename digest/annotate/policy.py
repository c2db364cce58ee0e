"""Policy: which of a text's mentions become links."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from math import ceil, inf
from typing import NamedTuple

from digest.annotate.find import FORCED
from digest.annotate.glossary import Sense
from digest.annotate.senses import Occurrence
from digest.model import LinkPolicy

SKIPPED = "skipped by the front matter"


class Verdict(NamedTuple):
    """What became of an occurrence: whether it is linked, and the rule that decided."""

    occurrence: Occurrence
    linked: bool
    rule: str


def judge(
    occurrences: list[Occurrence],
    senses: Iterable[Sense],
    skip: Collection[str],
    policy: LinkPolicy,
    words: int,
    sections: list[int],
) -> list[Verdict]:
    """Return a verdict for each occurrence, in order.

    `skip` holds slugs that the author wants left alone, `words` is the text's length, `sections` gives the section
    of each passage. Where there is room for some only, what the author forced goes first, then by priority, then
    the rarest in the archive, then the earliest.
    """
    by_slug = {sense.slug: sense for sense in senses}

    def precedence(number: int) -> tuple[bool, int, int, int]:
        sense = by_slug[occurrences[number].term]
        return occurrences[number].why != FORCED, -sense.priority, sense.rarity, number

    room = _Room(policy, words, sections)
    meant = [number for number, occurrence in enumerate(occurrences) if occurrence.term]
    verdicts = {}
    for number in sorted(meant, key=precedence):
        occurrence = occurrences[number]
        skipped = occurrence.term in skip and occurrence.why != FORCED
        rule = SKIPPED if skipped else room.refuse(occurrence, by_slug[occurrence.term])
        verdicts[number] = Verdict(occurrence, not rule, rule or occurrence.why)
    return [verdicts.get(n) or Verdict(found, linked=False, rule=found.why) for n, found in enumerate(occurrences)]


class _Room:
    """How many links a text still takes: in all, in each paragraph, of each term."""

    def __init__(self, policy: LinkPolicy, words: int, sections: list[int]) -> None:
        self.policy = policy
        self.sections = sections
        self.left = float(ceil(words / policy.density) if policy.density else inf)
        self.in_paragraph: Counter[int] = Counter()
        self.linked: dict[tuple[str, int | None], tuple[int, int]] = {}

    def refuse(self, occurrence: Occurrence, sense: Sense) -> str:
        """Return why an occurrence gets no link, or take the room for one and return nothing."""
        mentions = _mentions(sense, self.policy)
        key = (occurrence.term, self.sections[occurrence.passage] if mentions == "section" else None)
        rule = "" if occurrence.why == FORCED else self._rule(occurrence, mentions, key)
        if not rule:
            self.left -= 1
            self.in_paragraph[occurrence.passage] += 1
            self.linked.setdefault(key, (occurrence.passage, occurrence.start))
        return rule

    def _rule(self, occurrence: Occurrence, mentions: str, key: tuple[str, int | None]) -> str:
        most = self.policy.per_paragraph
        if mentions == "none":
            return "no links by policy"
        if mentions != "all" and key in self.linked:
            earlier = self.linked[key] < (occurrence.passage, occurrence.start)
            return "the term is linked already" if earlier else "the author's [[…]] link the term further down"
        if most and self.in_paragraph[occurrence.passage] >= most:
            return f"the paragraph has its {most} links" if most > 1 else "the paragraph has its one link"
        return "the text has all the links that its length allows" if self.left <= 0 else ""


def _mentions(sense: Sense, policy: LinkPolicy) -> str:
    """A term's own rule goes before the text's, but nothing is linked where either says never."""
    if policy.mentions == "none" or sense.link == "never":
        return "none"
    return sense.link or policy.mentions
