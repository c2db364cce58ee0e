"""Lines of a wrapped paragraph to one: which hyphens at the ends of lines belong to their words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from digest.clean.characters import words

SOFT = "\u2010"  # what stands for a soft hyphen at the end of a line
_HYPHEN = re.compile(r"\w[-\u2010]$")
_RANGE = re.compile(r"\d[-–]$")  # "3-4 March", broken
_HYPHENATED = re.compile(r"(?<![\w-])[^\W\d_]{1,30}(?:-[^\W\d_]{1,30}){1,3}(?![\w-])")
_NEXT = re.compile(r"(?:und|oder|bzw|and|or|to)\b(?!-)")  # "two- and three-year": what follows is another word
_FIRST = re.compile(
    r"ex|well|self|non|half|long|short|high|cross|vice|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty"
    r"|fifty|sixty|seventy|eighty|ninety|north|south|east|west|full|large|small|hard|first|second|third|\d.*"
)
_SECOND = re.compile(r"(?:based|owned|backed|controlled|related|style|year|speaking|level|range|scale|known|called)s?")
_SEVERAL = 2  # breaks within words: a program made them, for authors break few compounds
_NEAR = 100  # characters in which a line's first and last word are looked for


def goes_on(text: str, after: str) -> bool:
    """Whether a line ends within a word, or a range, whose rest begins the next line, whatever the lines' lengths."""
    is_range = bool(_RANGE.search(text)) and after[:1].isdecimal()
    return text.endswith(SOFT) or is_range or (bool(_HYPHEN.search(text)) and after[:1].islower())


class Hyphens:
    """The words of a text, by which it is told whether a hyphen at the end of a line is a compound's."""

    def __init__(self, lines: Sequence[str]) -> None:
        """Learn the words, the compounds, and how often a line of the text ends within a word."""
        broken = [(text, after) for text, after in pairwise(lines) if goes_on(text, after)]
        self._words = Counter(word for text in lines for word in words(text.casefold()))
        self._words.subtract(part for text, after in broken for part in _parts(text, after))
        self._compounds = {found for text in lines for found in _HYPHENATED.findall(text.casefold())}
        self._are_several = len(broken) >= _SEVERAL

    def joined(self, lines: Iterable[str]) -> str:
        """Return one line of wrapped ones; a hyphen goes where it is the program's that broke the line."""
        found: list[str] = []
        for text, after in pairwise([*lines, ""]):
            if _RANGE.search(text) and after[:1].isdecimal():
                found.append(text)
            elif not _HYPHEN.search(text):
                found.append(f"{text} ")
            elif not after:
                found.append(text.replace(SOFT, "-"))
            elif _NEXT.match(after):
                found.append(f"{text.replace(SOFT, '-')} ")
            else:
                found.append(text[:-1] if self._is_soft(text, after) else text)
        return "".join(found).rstrip()

    def _is_soft(self, text: str, after: str) -> bool:
        first, second = _parts(text, after)
        if text.endswith(SOFT) or self._words[first + second] > 0:
            return True
        if not self._are_several or not after[:1].islower() or f"{first}-{second}" in self._compounds:
            return False
        is_compound = self._words[first] > 0 and self._words[second] > 0
        return not (is_compound or _FIRST.fullmatch(first) or _SECOND.fullmatch(second))


def _parts(text: str, after: str) -> tuple[str, str]:
    """Return what a line ends with and what the next begins with, of the word that is broken between them."""
    first, second = words(text[-_NEAR:-1].casefold()), words(after[:_NEAR].casefold())
    return first[-1] if first else "", second[0] if second else ""
