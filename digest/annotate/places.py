"""Places: whether a name stands where a place does, or for the government that sits there. The rules are English.

A place stands in a dateline ("HOMS, Syria -"), after words such as "in", and after a direction ("north of Homs"). A
name is a metonym where it acts ("Ankara has denied"), where a deed is done to it ("accusing Tel Aviv"), or where it
is one side of a relation ("talks between Ankara and Tel Aviv", "the Ankara-Tel Aviv tensions").
"""

from __future__ import annotations

import re

from digest.annotate.vocabulary import ACTS, ADDRESSES, BEFORE_VERBS, LOCATIVES, RELATIONS

_NAME = r"[A-Z][\w'.]*(?:[ -][A-Z][\w'.]*){0,2}"
_REACH = 80  # characters of the text that are looked at on either side
_WORDS_AFTER = re.compile(r" ([a-z ]{2,60})")
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
    before, after = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    return _acts(after) or _is_addressed(before) or _relates(before, after)


def _acts(after: str) -> bool:
    following = _WORDS_AFTER.match(after)
    if not following:
        return False
    for word in following[1].split()[:4]:
        if word in ACTS:
            return True
        if word not in BEFORE_VERBS:
            return word == "no" and "no intention" in following[1]
    return False


def _is_addressed(before: str) -> bool:
    word = _WORD_BEFORE.search(before)
    return word is not None and word[1].lower() in ADDRESSES


def _relates(before: str, after: str) -> bool:
    relation = _RELATION_BEFORE.search(before)
    if relation and not RELATIONS.isdisjoint(relation[1].lower().split()):
        return True
    paired = after.startswith("-") or _PARTNER_BEFORE.search(before)
    relation = _RELATION_AFTER.match(after) if paired else None
    return relation is not None and relation[1] in RELATIONS
