"""What a rule is, how it is written, and what it leaves behind."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from digest.clean.characters import comparable
from digest.clean.rules.vocabulary import vocabulary

Action = Literal["drop", "cut", "move"]
Where = Literal["anywhere", "around", "tail", "edges"]


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
    it says to the front matter. `where`: the tail is where little prose follows, around it is there and where
    little stands before, the edges are next to either end.
    `beside`: only next to a line that one of these rules took. `safe`: may touch an entry that an author wrote.
    `lang`: the language whose words the angle brackets stand for.
    """

    name: str
    pattern: str
    action: Action = "drop"
    where: Where = "anywhere"
    beside: tuple[str, ...] = ()
    safe: bool = False
    lang: str = "en"

    def fits(self, line: str) -> bool:
        """Whether all of `line`, made comparable, is what the pattern says, but for capitals and what ends it."""
        return bool(_compiled(self.pattern, self.lang).fullmatch(line))


def any_of(rules: Iterable[Rule]) -> re.Pattern[str]:
    """Return a pattern that matches all of a line, made comparable, which one of `rules` fits."""
    return re.compile("|".join(_spelled_out(rule.pattern, rule.lang) for rule in rules), re.IGNORECASE)


@cache  # when first used: a build needs only the safe rules, and compiling all takes longer than a small build
def _compiled(pattern: str, lang: str) -> re.Pattern[str]:
    return re.compile(_spelled_out(pattern, lang), re.IGNORECASE)


def _spelled_out(pattern: str, lang: str) -> str:
    for _ in range(2):  # the vocabulary uses itself, once
        for word, meaning in vocabulary(lang).items():
            pattern = pattern.replace(f"<{word}>", f"(?:{meaning})")
    alternatives = "|".join(line.strip() for line in comparable(pattern).strip().splitlines())
    return rf"(?:{alternatives})(?:\.\.\.|[ :!…»›→>|«‹←])*"
