"""Larger names: the name that a name of the glossary may be part of, which the glossary does not have.

A larger name that nobody knows means something else: the "Katz Center" is no Katz, "Michael Jordan" no country. The
rules are English, but for the heads of institutions. What a sentence begins with may be any word, so there only known
given names count.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from digest.annotate.countries import is_country, is_people
from digest.annotate.names import NO_PART, WORD, opens
from digest.annotate.vocabulary import (
    INSTITUTIONS,
    INSTITUTIONS_ELSEWHERE,
    KNOWN_GIVEN_NAMES,
    LINKS,
    OPENERS,
    words,
)

_LONGEST = 4  # words behind a name that may end the name of an institution
_PLAIN = re.compile(r"[\w'&.-]+")
_INITIALS = re.compile(r"(?:[A-Z]\.)+")
_HYPHENED = re.compile(r"-[A-Z]\w*")
_JOINED = re.compile(r" (?P<sign>&|of) [A-Z][\w'-]*")
_NUMBER = re.compile(r"[IVX]+|[JS]r")
_CALLED_AFTER = re.compile(
    r"(?: [Ii]nternational)? (?:airport|square|street|avenue|boulevard|bridge|stadium|hospital|university|prize)\b"
)
_TITLES = words("Mr Dr Sen Senator Rep Judge Prof Professor Sir Gov Gen Col Capt Lt Sgt Rev")
_ROYAL = words("King Queen Prince Princess Sultan Emir")
_LADIES = words("Mrs Ms Miss Lady")
_SHIPS = words("HMS HMAS RMS USS INS carrier cruiser destroyer frigate submarine")
_SHOUTED = OPENERS | {"us"}
_POWERS = frozenset({"EU", "UK", "UN", "US"})  # which stand before the names of what they have
_ONE_OF_MANY = words("army assembly bank council court ministry parliament party police university")
_SMALL = frozenset({"of", *filter(str.islower, _SHIPS)})  # words before a name that may make a larger one of it
_JOINTS = (" &", " of")
_REALMS = frozenset({"emirate", "kingdom", "republic", "sultanate"})  # of a country they are the country


def larger_name(
    text: str, start: int, end: int, *, person: bool = False, surname: bool = False
) -> tuple[int, int] | None:
    """Return the span of the larger name that the name at a span of folded text seems to be part of, if any.

    `person`: it is a person's; `surname`: and only the last part of it. These make a larger name: a capitalised word
    right beside it that says no role, people or time ("Katz Center", "Maccabi Tel Aviv"), but behind several words only
    where they are a person's; an institution behind it or "of" it ("New Jersey Hospital Association", "Bank of Homs");
    "&"; a title before what is no person ("Mr. Jordan"); a ship's prefix; a king's number; what is called after people
    ("Arafat square").
    """
    if text[start:end].islower():
        return None
    last = _end(text, start, end, person=person)
    if last is not None:
        return start, last
    place = text.rfind(" ", 0, start - 1) + 1
    word = text[place : start - 1].lstrip("\"'(“‘")
    if text[start - 1 : start] != " " or (word.islower() and word not in _SMALL):
        return None  # as nearly always
    if _is_titled(word.removesuffix("."), text[start:end], person=person, surname=surname):
        return start - 1 - len(word), end
    first = _beginning(text, start, end, person=person)
    return None if first is None else (first, end)


def institution(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the span of the institution that the name at a span of folded text names in other languages than English.

    As in Turkish "Ankara Üniversitesi" and German "Universität Damaskus".
    """
    if last := _institution_after(text, end, INSTITUTIONS_ELSEWHERE):
        return start, last
    before = _word_before(text, start)
    while before and text[slice(*before)] in LINKS:
        before = _word_before(text, before[0])
    if before is None or text[slice(*before)].lower() not in INSTITUTIONS_ELSEWHERE:
        return None
    return before[0], end


def is_shouted(text: str, start: int, end: int) -> bool:
    """Whether the letters at a span of folded text may be a common word in a line of capitals: "GIVE IT TO US NOW"."""
    if not text[start:end].isupper() or text[start:end].lower() not in _SHOUTED:
        return False
    beside = [text[slice(*word)] for word in (_word_before(text, start), _word_after(text, end)) if word]
    return any(word.isupper() and len(word) > 1 and word.lower() in OPENERS for word in beside)


def _end(text: str, start: int, end: int, *, person: bool) -> int | None:
    """Return where the larger name ends that the words behind a name make of it, if they do."""
    if text.startswith("-", end):
        country = _HYPHENED.match(text, end)
        return country.end() if country and is_country(text[start : country.end()]) else None
    if person and (called := _CALLED_AFTER.match(text, end)):
        return called.end()
    if text.startswith(_JOINTS, end) and (joined := _JOINED.match(text, end)):
        return joined.end() if joined["sign"] == "&" or _is_headed(text[start:end]) else None
    if not text[end + 1 : end + 2].isupper():
        return None
    return _institution_after(text, end, INSTITUTIONS) or _name_after(text, start, end, person=person)


def _name_after(text: str, start: int, end: int, *, person: bool) -> int | None:
    after = _word_after(text, end)
    if after is None or (" " in text[start:end] and not person):
        return None
    word = text[slice(*after)].removesuffix("'s")
    numbered = person and _NUMBER.fullmatch(word)
    return after[1] if numbered or (len(word) > 1 and _extends(word, text[start:end])) else None


def _is_titled(word: str, name: str, *, person: bool, surname: bool) -> bool:
    """Whether the word before a name is a title or a ship's prefix that makes a larger name of the two.

    No title makes one of a person's full name. But a king is not called by a surname, and a lady with one word of a
    person's name is somebody else as likely as not.
    """
    if word in _LADIES:
        return not person or " " not in name
    return word in _SHIPS or (word in _TITLES and not person) or (word in _ROYAL and surname)


def _beginning(text: str, start: int, end: int, *, person: bool) -> int | None:
    """Return where the larger name begins that the words before a name make of it, if they do."""
    if text.endswith(" & ", 0, start):
        partner = _word_before(text, start - 2)
        return partner[0] if partner and text[partner[0]].isupper() else None
    before = _word_before(text, start)
    if before is None or _is_acronym(text[start:end]):
        return None
    word, several = text[slice(*before)], " " in text[start:end]
    given = word.lower() in KNOWN_GIVEN_NAMES
    if word == "of":
        return _institution_before(text, before[0], text[start:end])
    if word[0].isupper() and is_country(text[before[0] : end]):
        return before[0]
    if opens(text, before[0]) and not (given or (person and not several and _may_be_given(word))):
        return None
    if several and person and not given:  # "In Washington Donald Trump ..."
        return None
    if several and is_people(word):
        return before[0] if _is_one_of_many(text[start:end]) else None
    return before[0] if _extends(word.removesuffix("."), text[start:end]) else None


def _is_headed(name: str) -> bool:
    """Whether a name of several words ends in that of an institution."""
    return " " in name and name.rpartition(" ")[2].lower() in INSTITUTIONS


def _is_one_of_many(name: str) -> bool:
    """Whether a name is one that several countries have: "Labour Party", but not "Revolutionary Guards"."""
    return name.count(" ") == 1 and name.rpartition(" ")[2].lower() in _ONE_OF_MANY


def _may_be_given(word: str) -> bool:
    """Whether a sentence's first word may be a given name, as far as its form and the lists say."""
    return word.lower() not in OPENERS and not (len(word) > 5 and word.endswith("ing"))


def _is_acronym(word: str) -> bool:
    """Whether a word is capitals, perhaps with a number, which stand for themselves whatever comes before.

    "Syrian SDF" and "Russian RS24" are two names, "Line T4" is one.
    """
    return len(word) > 2 and word[:2].isalpha() and word.isalnum() and word.isupper()


def _extends(word: str, name: str) -> bool:
    """Whether a word beside a name makes a larger name of the two.

    Several capitals stand for themselves, and all do in a line of capitals. What ends in a small word ("Homs-based")
    describes, and so does what has a role in it ("Vice-President").
    """
    if not word[:1].isupper() or word.endswith(("'s", "'")) or is_people(word) or word == "The":
        return False
    if word.replace(".", "") in _POWERS or (word.isupper() and len(word) > 1 and name.isupper()):
        return False
    parts = word.lower().split("-")
    if not NO_PART.isdisjoint(parts) or (len(parts) > 1 and word.endswith(parts[-1])):
        return False
    return len(word) == 1 or not _is_acronym(word)


def _institution_before(text: str, of: int, name: str) -> int | None:
    head = _word_before(text, of)
    if head is None or not text[head[0]].isupper():
        return None
    word = text[slice(*head)].lower()
    return head[0] if word in INSTITUTIONS and not (word in _REALMS and is_country(name)) else None


def _institution_after(text: str, end: int, heads: Collection[str]) -> int | None:
    """Return where the name of an institution ends that the capitalised words after `end` make, if one is its head."""
    institution, place = None, end
    for _ in range(_LONGEST):
        word = _word_after(text, place)
        if word is None or not text[word[0]].isupper():
            break
        place = word[1]
        institution = place if text[slice(*word)].partition("'")[0].lower() in heads else institution
    return institution


def _word_before(text: str, start: int) -> tuple[int, int] | None:
    """Return the word that a single space sets apart from what begins at `start`: a point ends it, but for initials."""
    if text[start - 1 : start] != " ":
        return None
    first = text.rfind(" ", 0, start - 1) + 1
    while first < start - 1 and not text[first].isalnum():
        first += 1
    word = text[first : start - 1]
    if not word or not _PLAIN.fullmatch(word) or (word[-1] == "." and not _INITIALS.fullmatch(word)):
        return None
    return first, start - 1


def _word_after(text: str, end: int) -> tuple[int, int] | None:
    if text[end : end + 1] != " " or text[end - 1 : end] == ".":
        return None
    match = WORD.match(text, end + 1)
    return match.span() if match else None
