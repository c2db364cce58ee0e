"""Names for what has none: which line can be a headline, one from the first sentence, an outlet's from its address."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from digest.clean.blocks import ends_sentence

_SENTENCE = re.compile(
    r"""
    .+?
    (?<![ .][A-Z]) (?<!\b(?:Mr|Ms|Dr|St|No|vs)) (?<!\b(?:Mrs|Gen|Col|Sen|Rep|Gov))  # a point after these ends nothing
    [.!?…。؟۔]+ ["'”’»)\]]* (?=\s|$)
    """,
    re.VERBOSE,
)
_CLAUSES = (", ", "; ", ": ", " – ", " — ", "، ")
_LONGEST, _CLAUSE = 100, 40  # characters of a headline, and of the least that is one
_WORDS, _FEW_WORDS = range(4, 26), range(1, 4)
_SECTION = re.compile(
    r"""(?:(?:
    africa|america|analysis|and|articles?|arts|asia|breaking|business|comment|contact|culture|east|editorial|europe
    |exclusive|features?|health|home|in|latest|live|local|menu|middle|more|most|national|new|news|of|opinion|our|page
    |photos?|politics|popular|press|read|region|release|reports?|science|section|sports?|story|stories|tech|technology
    |the|to|top|topics?|travel|updates?|us|videos?|watch|west|world)(?:\ |$))+""",
    re.IGNORECASE | re.VERBOSE,
)
_SLUG = re.compile(
    r"(?:urgent|breaking(?: news)?|news ?alert|just in|flash|alerte?|eilmeldung|última hora|son dakika"
    r"|(?:خبر )?عاجل|فوری|(?:for )?immediate release|press release|pressemitteilung|communiqué de presse)[ :!]*"
    r"|(?:eds|editors): .{1,200}"
    r"|.{1,60}\b(?:\d(?:st|nd|rd|th) ld|writethru|(?:1st|2nd|3rd) lead)\b.{0,60}",
    re.IGNORECASE,
)
_SEPARATORS = re.compile(r" [/|,>] |>>")
_GENERIC = frozenset({"news", "blog", "press", "media", "web", "site", "home", "online", "mail", "m"})  # no names
_INITIALS = 3  # letters of a host that are read one by one: bbc, cnn, npr
_SECOND_LEVEL = frozenset({"co", "com", "org", "net", "ac", "gov", "edu", "or", "ne"})


def is_label(text: str) -> bool:
    """Whether a line is the name of a section, or an agency's note on its report: how urgent it is, which version."""
    return bool(_SECTION.fullmatch(text) or _SLUG.fullmatch(text))


def is_headline(text: str) -> bool:
    """Whether a line that stands before the prose can be the headline."""
    return len(text.split()) in _WORDS and not _is_in_sentence(text) and not _SEPARATORS.search(text)


def is_short_headline(text: str) -> bool:
    """Whether a line that stands right before the article, byline or prose, can be its headline in a few words."""
    first, words = text.lstrip("'\"‘’“”„«»")[:1], text.split()
    is_one = len(words) in _FEW_WORDS and first.isalnum() and not first.islower()
    is_one &= len(words) > 1 or not text.isupper()
    return is_one and not (_SECTION.fullmatch(text) or _is_in_sentence(text) or _SEPARATORS.search(text))


def _is_in_sentence(text: str) -> bool:
    return ends_sentence(text.rstrip("?!\"'”’")) or text[-1] in ".:,;"


def headline_from(text: str) -> str:
    """Return a headline made of the first sentence of `text`: cut at a clause or, if need be, at a word."""
    text = text[: 2 * _LONGEST]
    found = _SENTENCE.match(text)
    sentence = (found[0] if found else text).strip().rstrip(".。۔…")
    if len(sentence) <= _LONGEST:
        return sentence
    clause = max(sentence.rfind(mark, _CLAUSE, _LONGEST + 1) for mark in _CLAUSES)
    if clause > 0:
        return sentence[:clause].rstrip(" ,;:–—،")
    return sentence[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:–—،") + "…"


def outlet_of(url: str) -> str:
    """Return a name for the outlet at `url`: its host's own label, as "Rudaw" for rudaw.net; for news.am the host."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    labels = [label for label in host.split(".") if label and label != "www"]
    if len(labels) > 2 and labels[-2] in _SECOND_LEVEL:  # a host under co.uk, com.tr
        labels.pop()
    name = labels[-2] if len(labels) > 1 and not labels[-1].isdigit() else ""
    if name in _GENERIC:
        return host.removeprefix("www.")
    return name.upper() if len(name) <= _INITIALS else name.capitalize()
