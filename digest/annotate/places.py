"""Places: whether a name stands where a place does, or for the government that sits there. The rules are English.

A place stands in a dateline ("HOMS, Syria -"), after words such as "in", and after a direction ("north of Homs"). A
name is a metonym where it acts ("Ankara has denied", "Ankara on Monday sent"), where a deed is done to it ("accusing
Tel Aviv", "according to Damascus"), where it has what only a government has ("Ankara's foreign policy") or a side
("Damascus-backed"), or where it is one side of a relation ("talks between Ankara and Tel Aviv").

A verb is a deed if it is one of those that the news has of governments, or if it follows an auxiliary and has an object
("will send troops", "is moving its fleet"), unless places undergo it as well ("will see snow").
"""

from __future__ import annotations

import re

from digest.annotate.vocabulary import (
    ACTS,
    ADDRESSES,
    BEFORE_INFINITIVES,
    BEFORE_VERBS,
    BEINGS,
    DETERMINERS,
    LOCATIVES,
    MODALS,
    OBLIGES,
    OF_THE_PLACE,
    POSSESSED,
    PREPOSITIONS,
    RELATIONS,
    TIMES,
    UNDERGOES,
    words,
)

_NAME = r"[A-Z][\w'.]*(?:[ -][A-Z][\w'.]*){0,2}"
_REACH = 80  # characters of the text that are looked at before it
_REACH_AFTER = 160
_AND_NAME = re.compile(rf" and {_NAME}")  # "Ankara and Moscow agreed"
_LIST = re.compile(rf"(?:, {_NAME}){{1,3}},? and {_NAME}")  # "Ankara, Moscow and Tehran agreed"
_NAME_AND = re.compile(rf"{_NAME} and $")
_BEGINS_CLAUSE = re.compile(r"(?:^|[.!?:;,(\"“”—–-] ?|\b(?:that|and|but|as|while|if|when|because|says?|said) )$")
# What parts a subject from its verb: ", meanwhile,", "(a member)", "- for its part -".
_ASIDE = re.compile(r"(?:, [^,;:.!?()]{1,70},| \([^()]{1,70}\)| [–—-]{1,2} [^;:.!?–—-]{1,70} [–—-]{1,2})(?= )")
_WORDS_ASIDE = re.compile(r", [a-z][\w' ]{0,40},(?= )")  # "has, however, denied"
_WHICH = re.compile(r"(?:,| [–—(-]{1,2}) ?which(?= )")
_CLAUSE = re.compile(r" ([\w' -]{2,120})")
_DAYS = sorted(word.capitalize() for word in TIMES)
_UNITS = sorted(words("day week weekend month year morning afternoon evening night spring summer autumn winter"))
_TIME_WORDS = frozenset((*_DAYS, *_UNITS, *(f"{unit}s" for unit in _UNITS)))
_WHEN = re.compile(
    r"\b(?:(?:on|in|since|for|by|at|after|during|over) )?"
    r"(?:(?:the|a|this|last|next|early|late|earlier|later|that|past|few|two|three|several|\d{1,2}) ){0,3}"
    rf"(?:{'|'.join(_DAYS)}|\d{{4}}|(?:{'|'.join(_UNITS)})s?)"
    r"(?: (?:morning|afternoon|evening|night|\d{1,4}))?(?: |$)"
)
_HOW = re.compile(r"\b(?:in|for|at|through) (?:an?|the|its|their) [a-z]+(?: |$)")  # "in a statement", "for its part"
_HOW_WORDS = frozenset({"in", "for", "at", "through"})
_SHORTENED = {"can't": "can", "won't": "will"}
_LONGEST = 8  # words among which the verb must be
_POSSESSED = re.compile(r"(?:'s?|, whose) ([a-z]+)(?: ([a-z]+))?")
_BEFORE_SOURCE = ("to ", "on ", "against ")
_SOURCE = re.compile(
    r"\b(?:according to|appeals? to|call(?:s|ed|ing)? on|pressure on|sanctions (?:on|against)) $", re.IGNORECASE
)
_TO_DO = re.compile(r" to ([a-z]+)")
_LETTERS = re.compile(r"[A-Za-z]*$")
_DEED_AFTER = re.compile(r"-([a-z]+ed|led|run|friendly)\b")  # "Damascus-backed"
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
    return _word_before(before) in LOCATIVES or (before.endswith(" of ") and bool(_DIRECTION.search(before)))


def is_metonym(text: str, start: int, end: int) -> bool:
    """Whether the place's name at a span of folded text stands for a government."""
    if in_place(text, start, end):
        return False
    before, after = text[max(0, start - _REACH) : start], text[end : end + _REACH_AFTER]
    return (
        _acts(before, after)
        or _has(after)
        or _is_addressed(before, after)
        or _takes_sides(before, after)
        or _relates(before, after)
    )


def _word_before(before: str) -> str:
    """The word that a space parts from what follows, in lower case, or nothing."""
    if not before.endswith(" "):
        return ""
    letters = _LETTERS.search(before[before.rfind(" ", 0, -1) + 1 : -1])
    return letters[0].lower() if letters else ""


def _without_partner(before: str) -> str:
    return _NAME_AND.sub("", before) if before.endswith(" and ") else before


def _acts(before: str, after: str) -> bool:
    """Whether it is the subject of a verb: "Ankara has denied", but not "the mayor of Ankara has denied"."""
    helper = _word_before(_without_partner(before))  # "Will Tehran send troops?"
    if helper in PREPOSITIONS or helper in DETERMINERS:
        return False
    if not after.startswith((" ", ",")):
        return False
    partners = _AND_NAME.match(after) or _LIST.match(after)
    if partners and after[0] == "," and not _BEGINS_CLAUSE.search(before):
        partners = None
    rest = _WORDS_ASIDE.sub("", after[partners.end() :] if partners else after)
    aside, which = _ASIDE.match(rest), _WHICH.match(after)
    verbs = [rest, rest[aside.end() :] if aside else "", after[which.end() :] if which else ""]
    return any(_is_deed(verb, helper) for verb in verbs if verb)


def _is_deed(text: str, helper: str) -> bool:
    """Whether a text begins with what an agent does; `helper` is the word before the subject.

    What may stand before the verb is passed over: adverbs, days, auxiliaries, "ready to".
    """
    clause = _CLAUSE.match(text)
    words = _without_asides(clause[1]).split()[:_LONGEST] if clause else []
    form = _form_after(helper) if helper != "do" else ""  # a city is one: "does Tehran send"
    for number, word in enumerate(words):
        former, rest = words[number - 1] if number else "", words[number + 1 :]
        if _form_after(word):
            form = _form_after(word)
        elif word == "to" and (form or former in BEFORE_INFINITIVES):
            form = "to"
        elif not _is_passed_over(word, former, rest):
            return _is_verb_of_deed(word, form, rest)
    return False


def _without_asides(clause: str) -> str:
    """Return a clause without what says when and how."""
    pieces = clause.replace("-", " ").replace("'", " ").split()
    if not _TIME_WORDS.isdisjoint(pieces) or any(map(str.isdigit, pieces)):
        clause = _WHEN.sub("", clause)
    return clause if _HOW_WORDS.isdisjoint(pieces) else _HOW.sub("", clause)


def _form_after(helper: str) -> str:
    """Return which form of a verb stands after an auxiliary: "to" for "will send", "ing" for "is sending"."""
    word = _SHORTENED.get(helper) or helper.removesuffix("n't")
    return "to" if word in MODALS else "ing" if word in BEINGS else "ed" if word in ("had", "has", "have") else ""


def _is_passed_over(word: str, former: str, rest: list[str]) -> bool:
    """Whether a word between subject and verb is an adverb, or says that the verb follows: "ready to"."""
    adverb = word in BEFORE_VERBS or (word.endswith("ly") and word not in ACTS)
    return adverb or (word == "and" and former.endswith("ly")) or (word in BEFORE_INFINITIVES and rest[:1] == ["to"])


def _is_verb_of_deed(verb: str, form: str, rest: list[str]) -> bool:
    """Whether a verb says what an agent does: one of its own, or one with an object that is not merely undergone."""
    if form == "ing":
        plain = {verb[:-3], f"{verb[:-3]}e", verb[:-4]} if verb.endswith("ing") else set[str]()
        active = bool(plain) and plain.isdisjoint(UNDERGOES)
        return verb in ADDRESSES or (active and (not plain.isdisjoint(ACTS) or _is_object(rest)))
    if form == "to":
        return verb not in UNDERGOES and (verb in ACTS or (verb.islower() and _is_object(rest)))
    return verb in ACTS or (verb == "no" and rest[:1] == ["intention"])


def _is_object(words: list[str]) -> bool:
    """Whether words after a verb begin with what it is done to."""
    return bool(words) and not (
        words[0] in PREPOSITIONS
        or words[0] in BEFORE_VERBS
        or words[0].endswith("ly")
        or words[0] in ("and", "or", "but", "as", "if", "when", "while", "after", "before", "until", "-")
    )


def _has(after: str) -> bool:
    possessed = _POSSESSED.match(after)
    return possessed is not None and not POSSESSED.isdisjoint(possessed.groups())


def _is_addressed(before: str, after: str) -> bool:
    if after[1:2].isupper():  # "asked Ankara Governor Ali"
        return False
    verb, deed = _word_before(_without_partner(before).removesuffix("both ")), _TO_DO.match(after)
    if verb in ADDRESSES or (deed and verb in OBLIGES and deed[1] not in UNDERGOES):
        return True
    return before.endswith(_BEFORE_SOURCE) and bool(_SOURCE.search(before))


def _takes_sides(before: str, after: str) -> bool:
    """Whether a compound says so: "pro-Damascus", "Damascus-backed", but not "Damascus-based"."""
    deed = _DEED_AFTER.match(after)
    return before.lower().endswith(("pro-", "anti-")) or (deed is not None and deed[1] not in OF_THE_PLACE)


def _relates(before: str, after: str) -> bool:
    relation = _RELATION_BEFORE.search(before) if "with" in before or "between" in before else None
    if relation and not RELATIONS.isdisjoint(relation[1].lower().split()):
        return True
    paired = after.startswith("-") or (before.endswith("-") and _PARTNER_BEFORE.search(before))
    relation = _RELATION_AFTER.match(after) if paired else None
    return relation is not None and relation[1] in RELATIONS
