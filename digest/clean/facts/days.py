"""When an article was written: the days that a line says in words or figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from digest.clean.characters import comparable
from digest.clean.rules.vocabulary import MONTHS, spellings

_DAY_FIRST = frozenset({"de", "es", "fr", "tr"})  # 9.4.2025 and 9/4/2025 are the ninth of April there
_ISO_DAY = 10  # characters
_FAR = timedelta(days=366)  # between what a page prints and its address, from which what is printed is another's
_YEAR = r"(?:19|20)\d\d"
_FIGURES = re.compile(
    rf"""
    (?<![\d./-]) (?:
        (?P<year>{_YEAR}) (?P<sign>[-/.]) (?P<month>\d\d?) (?P=sign) (?P<day>\d\d?)
      | (?P<first>\d\d?) (?P<dot>[-/.]) (?P<second>\d\d?) (?P=dot) (?P<last>{_YEAR})
    ) (?!\d)
    """,
    re.VERBOSE,
)


def written_day(line: str, lang: str = "") -> str:
    """Return the first date of a line as ISO 8601, or nothing; 01/02/2025 means two days and therefore none.

    Where `lang`, the language of the text, is one that writes the day first, it means one.
    """
    line = comparable(line)
    return next((day for found in (_in_figures(line, lang), _in_words(line)) for day in found if day), "")


def is_far(moment: str, other: str) -> bool:
    """Whether the days of two moments, as ISO 8601, are so far apart that they can't both be the report's."""
    days = [date.fromisoformat(told[:_ISO_DAY]) for told in (moment, other) if told]
    return len(days) == 2 and abs(days[0] - days[1]) > _FAR


def _in_figures(line: str, lang: str) -> Iterator[str]:
    for found in _FIGURES.finditer(line):
        if found["year"]:
            yield _day(found["year"], found["month"], found["day"])
        elif _is_day(found["first"], found["second"], lang):
            yield _day(found["last"], found["second"], found["first"])
        elif int(found["second"]) > 12:
            yield _day(found["last"], found["first"], found["second"])


def _is_day(first: str, second: str, lang: str) -> bool:
    return int(first) > 12 or first == second or (int(second) <= 12 and lang.partition("-")[0] in _DAY_FIRST)


def _in_words(line: str) -> Iterator[str]:
    for found in _written().finditer(line):
        month = _numbers()[_key(found["month"] or found["before"])]
        yield _day(found["year"], month, found["day"] or found["after"])


@cache
def _numbers() -> dict[str, int]:
    """Return the number of the month for each way in which any language writes it: no two mean different months."""
    return {_key(word): number for lang in MONTHS for word, number in spellings(lang).items()}


def _key(month: str) -> str:
    return comparable(month.lower()).replace("ı", "i")  # as the pattern takes NİSAN for Nisan, and KASIM for Kasım


@cache
def _written() -> re.Pattern[str]:
    month = "|".join(sorted(map(re.escape, _numbers()), key=len, reverse=True))
    return re.compile(
        rf"""
        \b(?: (?P<day>\d{{1,2}})(?:st|nd|rd|th|er|[eê]|ي)?\.?[ ](?:de[ ]|ي[ ]|of[ ])?
              (?P<month>{month})(?:[aeêiîي])?\b\.?(?:[ ]?/[ ]?(?:{month}))?
          | (?P<before>{month})\.?[ ](?P<after>\d{{1,2}})(?:st|nd|rd|th)? )
        [،,]?[ ](?:de[ ]|del[ ]|سالي[ ])? (?P<year>{_YEAR})(?!\d)
        """,
        re.VERBOSE | re.IGNORECASE,
    )


def _day(year: str, month: int | str, day: str) -> str:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""
