"""Places: whether a name stands where a place does, or for the government that sits there. The rules are English.

A place stands in a dateline ("HOMS, Syria -"), after words such as "in", and after a direction ("north of Homs"). A
name is a metonym where it acts ("Ankara has denied"), where a deed is done to it ("accusing Tel Aviv", "according to
Damascus"), where it has what only a government has ("Ankara's foreign policy"), or where it is one side of a relation
("talks between Ankara and Tel Aviv", "the Ankara-Tel Aviv tensions").
"""

from __future__ import annotations

import re

from digest.annotate.vocabulary import (
    ACTS,
    ADDRESSES,
    BEFORE_VERBS,
    LOCATIVES,
    POSSESSED,
    PREPOSITIONS,
    RELATIONS,
)

_NAME = r"[A-Z][\w'.]*(?:[ -][A-Z][\w'.]*){0,2}"
_REACH = 80  # characters of the text that are looked at on either side
_WORDS_AFTER = re.compile(rf"(?: and {_NAME})? ([a-z ]{{2,60}})")  # "Ankara and Moscow agreed"
_POSSESSED = re.compile(r"'s? (?:[a-z]+ )?([a-z]+)")
_BEFORE_SOURCE = ("to ", "on ", "against ")
_SOURCE = re.compile(r"\b(?:according to|appeals? to|pressure on|sanctions (?:on|against)) $", re.IGNORECASE)
_WORD_BEFORE = re.compile(r"([A-Za-z]+) $")
_RELATION_BEFORE = re.compile(rf"((?:\w+ ){{1,4}})(?:with|between) (?:{_NAME} and )?$")
_RELATION_AFTER = re.compile(rf"(?:-{_NAME})? ([a-z]+)")
_PARTNER_BEFORE = re.compile(r"[A-Z][\w'.]*-$")
_DIRECTION = re.compile(r"\b(?:north|south|east|west|outskirts|suburbs?|centre|center|streets|city|town) of $")
_DATELINE = re.compile(r"(?:, [^.!?()-]{1,30})?(?: \([^()]{1,30}\))? ?[-–—] ?")


def in_place(text: str, start: int, end: int) -> bool:
    """Whether the name at a span of folded text stands where a place does."""
    before = text[max(0, start - _REACH) : start]
    if not before.strip() and text[start:end].isupper() and _DATELINE.match(text, end):
        return True
    word = _WORD_BEFORE.search(before)
    return (word is not None and word[1].lower() in LOCATIVES) or bool(_DIRECTION.search(before))


def is_metonym(text: str, start: int, end: int) -> bool:
    """Whether the place's name at a span of folded text stands for a government."""
    if in_place(text, start, end):
        return False
    before, after = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    return _acts(before, after) or _has(after) or _is_addressed(before) or _relates(before, after)


def _acts(before: str, after: str) -> bool:
    """Whether it is the subject of a verb: "Ankara has denied", but not "the mayor of Ankara has denied"."""
    word, following = _WORD_BEFORE.search(before), _WORDS_AFTER.match(after)
    if following is None or (word is not None and word[1].lower() in PREPOSITIONS):
        return False
    for verb in following[1].split()[:4]:
        if verb in ACTS:
            return True
        if verb not in BEFORE_VERBS:
            return verb == "no" and "no intention" in following[1]
    return False


def _has(after: str) -> bool:
    possessed = _POSSESSED.match(after)
    return possessed is not None and possessed[1] in POSSESSED


def _is_addressed(before: str) -> bool:
    word = _WORD_BEFORE.search(before)
    if word is not None and word[1].lower() in ADDRESSES:
        return True
    return before.endswith(_BEFORE_SOURCE) and bool(_SOURCE.search(before))


def _relates(before: str, after: str) -> bool:
    relation = _RELATION_BEFORE.search(before) if "with" in before or "between" in before else None
    if relation and not RELATIONS.isdisjoint(relation[1].lower().split()):
        return True
    paired = after.startswith("-") or _PARTNER_BEFORE.search(before)
    relation = _RELATION_AFTER.match(after) if paired else None
    return relation is not None and relation[1] in RELATIONS
