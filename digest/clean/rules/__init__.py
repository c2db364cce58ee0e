"""The one table of rules: which lines of a text are not the article.

A pattern matches a whole line, never a part of one, without regard to capitals, a bullet before it, or punctuation
after it. It is written an alternative a line, with words in angle brackets from the vocabulary. Adding a rule is adding
a row here and examples, for and against, to `tests/clean/fixtures/rules.md`.

The English rows say what each rule does and where it holds; the table of another language has the patterns of the same
rules in its words. A text is held against the rows of its language and the English ones, for many an Arabic page has
English menus. Letters that keyboards write in several ways are one letter to a rule. Examples of a language's rows are
in `tests/clean/fixtures/rules/`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from digest.clean.rules.arabic import ARABIC
from digest.clean.rules.english import ENGLISH
from digest.clean.rules.french import FRENCH
from digest.clean.rules.german import GERMAN
from digest.clean.rules.kurdish import KURMANJI, SORANI
from digest.clean.rules.mails import MAILS
from digest.clean.rules.persian import PERSIAN
from digest.clean.rules.rule import Rule
from digest.clean.rules.spanish import SPANISH
from digest.clean.rules.turkish import TURKISH

FRAGMENT = Rule(
    "fragment",  # what ends in mid-sentence; a question or a call; a teaser
    r"""
    (?!.*[.!?。！？؟۔।:;,؛،]["'»)\]]*$)(?:\S+ ){0,19}\S+
    (?:\S+ ){0,10}\S+[?!؟]
    .*(?:…|\.\.\.)
    """,
    where="edges",
)

_TABLES: Mapping[str, Mapping[str, str]] = {
    "ar": ARABIC,
    "ckb": SORANI,
    "de": GERMAN,
    "es": SPANISH,
    "fa": PERSIAN,
    "fr": FRENCH,
    "ku": KURMANJI,
    "tr": TURKISH,
}
_IN_IMPORTS = " in imports"  # ends the key of a row that may not touch what an author wrote, though its namesake may


def _rows(lang: str, table: Mapping[str, str]) -> Iterator[Rule]:
    """Yield the rows of a language: its patterns, and all else as in the English row of the same name."""
    for key, pattern in table.items():
        name = key.removesuffix(_IN_IMPORTS)
        like = next(rule for rule in ENGLISH if rule.name == name)
        yield replace(like, pattern=pattern, lang=lang, safe=like.safe and key == name)


BY_LANGUAGE = {lang: tuple(_rows(lang, table)) for lang, table in _TABLES.items()}
_ALSO = {"ku": ("ku", "ckb"), "kmr": ("ku",)}  # pages call both kinds of Kurdish `ku`; their scripts tell them apart

RULES: tuple[Rule, ...] = (*ENGLISH, *MAILS, *(rule for rows in BY_LANGUAGE.values() for rule in rows), FRAGMENT)
# known by where they stand, not by what they say
HEADLINE, DATELINE, AGENCY, REPEATED, STANDFIRST = "headline", "dateline", "agency", "repeated", "standfirst"
BYLINE, BIO, COMMENTS = "byline", "author-bio", "comments"  # by their words, and by the authors' names
TIMESTAMP = "timestamp"  # by its words, which say when
FORWARD, SIGNATURE = "forward", "signature"  # of a mail: the headers where it was passed on, and its end
NAMES = frozenset(
    {*(rule.name for rule in RULES), HEADLINE, DATELINE, AGENCY, REPEATED, STANDFIRST, FORWARD, SIGNATURE}
)


@cache
def rules_for(lang: str) -> tuple[Rule, ...]:
    """Return the rules for a text in `lang`, a tag such as `ar` or `de-AT`; by default the English ones alone."""
    code = lang.replace("_", "-").partition("-")[0].lower()
    own = (rule for known in _ALSO.get(code, (code,)) for rule in BY_LANGUAGE.get(known, ()))
    return (*ENGLISH, *MAILS, *own, FRAGMENT)
