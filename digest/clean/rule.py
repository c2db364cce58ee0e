"""What a rule is, how it is written, and what it leaves behind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

Action = Literal["drop", "cut", "move"]
Where = Literal["anywhere", "tail", "edges"]


@dataclass(frozen=True, slots=True)
class Removal:
    """A line that was taken out: by which rule, its number in the file, what it said, and what became of it."""

    rule: str
    line: int
    text: str
    action: Action = "drop"


@dataclass(frozen=True, slots=True)
class Rule:
    """A row of the table.

    `pattern`: what a whole line looks like, an alternative a line, with words of the vocabulary in angle brackets.
    `action`: drop the line; cut it and all that follows (in the tail; elsewhere with the teasers under it); move what
    it says to the front matter. `where`: the tail is where little prose follows, the edges are next to either end.
    `beside`: only next to a line that one of these rules took. `safe`: may touch an entry that an author wrote.
    """

    name: str
    pattern: str
    action: Action = "drop"
    where: Where = "anywhere"
    beside: tuple[str, ...] = ()
    safe: bool = False

    def fits(self, line: str) -> bool:
        """Whether all of `line` is what the pattern says, but for capitals and punctuation at its end."""
        return bool(_compiled(self.pattern).fullmatch(line))


@cache  # when first used: a build needs only the safe rules, and compiling all takes longer than a small build
def _compiled(pattern: str) -> re.Pattern[str]:
    for _ in range(2):  # the vocabulary uses itself, once
        for word, meaning in _VOCABULARY.items():
            pattern = pattern.replace(f"<{word}>", f"(?:{meaning})")
    alternatives = "|".join(line.strip() for line in pattern.strip().splitlines())
    return re.compile(rf"(?:{alternatives})(?:\.\.\.|[ :!…»›→>|])*", re.IGNORECASE)


_VOCABULARY = {
    "network": "facebook|twitter|linkedin|whatsapp|telegram|instagram|pinterest|reddit|tumblr|flipboard|threads|bluesky"
    "|mastodon|youtube|tiktok|messenger|pocket|snapchat|viber|google news|x\\b|e-?mail|rss",
    "sharing": "<network>|share[sd]?|tweet|pin|print|save|copy|copied|link|to|on|via|by|this|the|article|story|post"
    "|page|clipboard|all|options|sharing|click|\\(opens in new window\\)|close|more|icon|[\\d.,]+k?|[\\W_]",
    "month": "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?",
    "stamp": "<month>|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|published|posted|updated|modified"
    "|created|last|first|date|time|on|at|and|edited|issue|[ap]\\.?m\\.?|[a-z]?[ecmp][ds]t|et|pt|gmt|utc|bst|ist|cet"
    "|hrs?|hours?|min(?:ute)?s?|days?|weeks?|months?|years?|ago|read(?:ing)?|\\d+(?:st|nd|rd|th|h|m|d)?|[\\W_]",
    "name": "(?-i:[A-Z][\\w.'-]*(?: (?:de|da|di|del|la|van|von|der|den|bin|al|el|ter|[A-Z][\\w.'-]*)){0,4})",
    "credited": "getty|reuters|afp|ap|epa|shutterstock|istock|alamy|bloomberg|images|photos?|photograph(?:y|er)?"
    "|pictures?|times|media|press|wire|news|courtesy|handout|file|via|pool|anadolu|pa|unsplash|flickr|wikimedia",
    "wrote": "written|posted|reported|published|story|words|text|report|reviewed|edited|compiled",
    "job": "reporter|journalist|editor|correspondent|writer|columnist|contributor|producer|fellow|author|freelancer?"
    "|cover(?:s|ing)|blogger|intern|analyst|president|director|expert|veteran",
    "day": "(?=.*(?:\\b<month>\\b.*\\b\\d{1,2}\\b|\\b\\d{1,2}(?:st|nd|rd|th)?\\b.*<month>|\\d:\\d\\d|\\d[./-]\\d))",
}
