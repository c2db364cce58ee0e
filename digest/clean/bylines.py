"""Who wrote an article: the people that a byline names."""

from __future__ import annotations

import re

from digest.clean.characters import one_line
from digest.clean.datelines import agency_named

_NAME = re.compile(r"(?![a-z])[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){1,4}")
_NOT_PEOPLE = re.compile(
    r"\b(?:staff|team|desk|news|newsroom|editors?|editorial|admin|correspondents?|reporters?|writers?|agenc(?:y|ies)"
    r"|press|media|tv|magazine|times|published|author|posts?|company|university|institute|associated)\b",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"\W*.{0,30}?\b(?:by|from)\b:?\s+(?P<names>.*?)(?:[;|/•·)]|\bediting by\b|$)", re.IGNORECASE)


def byline_names(line: str) -> tuple[str, ...]:
    """Return the people named in a byline, such as "By Jane Doe and John Roe, Staff writers"."""
    found = _BYLINE.match(one_line(line))
    parts = re.split(r",|&|\band\b", found["names"]) if found else []
    return tuple(name for part in parts if is_person(name := part.strip()))


def is_person(name: str) -> bool:
    """Whether `name` is a person's: two words or more, and no office, outlet or agency."""
    return bool(_NAME.fullmatch(name)) and not _NOT_PEOPLE.search(name) and not agency_named(name)
