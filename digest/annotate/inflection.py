"""Inflection: what languages write onto a name, so that a name is found inside its word.

Turkish, Azeri and Kurdish in Latin letters part a name from its suffixes by an apostrophe: "Ankara'da". Arabic writes
words of one letter onto the next: its "and Syria" is one word. Sorani writes its cases onto the end, German and
Scandinavian languages their genitive: "Syriens". Texts are folded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_LEAST_PREFIXED, _LEAST_SUFFIXED = 3, 4  # letters of a name: a shorter one is too often part of another word
_NOTHING = re.compile(r"(?!)")
_APOSTROPHE = r"'(?:[a-zə]+|[A-ZƏ]+)"
# "In" and "from", and behind a vowel the ezafe; behind a consonant that letter makes "Iranian" of Iran.
_SORANI = r"دا|ەوە|(?<=[اەێۆ])(?:ی|وە)"
_GENITIVE = r"(?<![sxz])s"  # without an apostrophe, unlike in English
_AND_SO, _IN_TO_AS = "وف", "بلک"


class Inflection(NamedTuple):
    """What may be written onto a name: words before it, and all that may follow it."""

    prefixes: frozenset[str] = frozenset()
    suffix: re.Pattern[str] = _NOTHING

    def begins(self, text: str, start: int, end: int) -> Iterator[int]:
        """Yield where a word may begin, before the name at a span."""
        if self.prefixes and end - start >= _LEAST_PREFIXED:
            for place in (start - 1, start - 2):
                if place >= 0 and text[place:start] in self.prefixes:
                    yield place

    def ends(self, text: str, start: int, end: int) -> Iterator[int]:
        """Yield where a word may end, behind the name at a span."""
        if suffix := self.suffix.match(text, end):
            long = suffix[0][0] == "'" or end - start >= _LEAST_SUFFIXED
            if long and (text[start:end].isupper() or not suffix[0].isupper()):  # capitals only behind capitals
                yield suffix.end()


PLAIN = Inflection()
_TURKISH = Inflection(suffix=re.compile(_APOSTROPHE))
_GERMANIC = Inflection(suffix=re.compile(_GENITIVE))
_ARABIC = Inflection(frozenset({*_AND_SO, *_IN_TO_AS, *(one + two for one in _AND_SO for two in _IN_TO_AS)}))
_BY_LANGUAGE = {
    "tr": _TURKISH,
    "az": _TURKISH,
    "kmr": _TURKISH,
    "ku": Inflection(suffix=re.compile(f"{_APOSTROPHE}|{_SORANI}")),
    "ckb": Inflection(suffix=re.compile(_SORANI)),
    "ar": _ARABIC,
    **dict.fromkeys(("da", "de", "nb", "nn", "no", "sv"), _GERMANIC),
}
# What any language writes onto a name so that letters run on.
ANY = Inflection(_ARABIC.prefixes, re.compile(f"{_SORANI}|{_GENITIVE}"))


def inflection(lang: str) -> Inflection:
    """Return what the language of a tag such as `tr-TR` writes onto names."""
    return _BY_LANGUAGE.get(lang.partition("-")[0].lower(), PLAIN)
