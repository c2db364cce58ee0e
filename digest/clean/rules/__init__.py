"""The one table of rules: which lines of a text are not the article.

A pattern matches a whole line, never a part of one, without regard to capitals, a bullet before it, or punctuation
after it. It is written an alternative a line, with words in angle brackets from the vocabulary. Adding a rule is adding
a row here and examples, for and against, to `tests/clean/fixtures/rules.md`.
"""

from __future__ import annotations

from digest.clean.rule import Rule
from digest.clean.rules.english import ENGLISH

FRAGMENT = Rule(
    "fragment",  # what ends in mid-sentence; a question or a call; a teaser
    r"""
    (?!.*[.!?。！？؟۔।:;,]["')\]]*$)(?:\S+ ){0,19}\S+
    (?:\S+ ){0,10}\S+[?!]
    .*(?:…|\.\.\.)
    """,
    where="edges",
)

RULES: tuple[Rule, ...] = (*ENGLISH, FRAGMENT)
# known by where they stand, not by what they say
HEADLINE, DATELINE, AGENCY, REPEATED, STANDFIRST = "headline", "dateline", "agency", "repeated", "standfirst"
NAMES = frozenset({*(rule.name for rule in RULES), HEADLINE, DATELINE, AGENCY, REPEATED, STANDFIRST})
