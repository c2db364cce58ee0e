"""Facts that stand around an article: who wrote it, when, where, for whom. They move to the front matter."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import urlsplit

from digest.clean.blocks import ends_sentence
from digest.clean.characters import one_line

AGENCIES = (
    "Agence France-Presse|AFP|Associated Press|AP|Reuters|Thomson Reuters|UPI|dpa|EFE|ANSA|TASS|Interfax|Xinhua|Kyodo(?: News)?|Yonhap|Anadolu(?: Agency)?|AA"
    "|PTI|ANI|IANS|SANA|IRNA|NNA|KUNA|WAM|SPA|INA|PA Media|PA|AAP|CNW|RNS|Bloomberg"
)
_AGENCY = re.compile(rf"(?:by )?(?:the )?(?P<agency>{AGENCIES})", re.IGNORECASE)
_CREDIT = re.compile(rf"\s*[(\[](?P<agency>{AGENCIES})[)\]]\.?$")
_PLACE = r"[A-Z][\w.'’]*(?:[ -][A-Z][\w.'’]*){0,3}"
_DAY = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\ \d{1,2}|\d{1,2}\ [A-Z][a-z]{2,8}"
_DATELINE = re.compile(
    rf"""
    [*_]{{0,3}}
    (?P<place>
        [A-Z][A-Z.'’]{{2,}}(?:[ /-][A-Z][A-Z.'’]+){{0,4}} (?:,\ (?!{_DAY}){_PLACE}){{0,2}}
      | {_PLACE}(?:,\ {_PLACE}){{0,2}} (?=[*_]{{0,3}} (?:,\ (?:{_DAY}))? [*_]{{0,3}}\ ?\()
    )?
    [*_]{{0,3}} (?:,\ (?:{_DAY}))? [*_]{{0,3}}
    (?:\ ?\( (?P<agency>[A-Z][\w.\ /-]{{1,30}}) \))?
    [*_]{{0,3}} \ ? (?:--|[-–—]|\\-) [*_]{{0,3}} \s* (?=[^\s\W]|["“‘'«(\[\\*_])
    """,
    re.VERBOSE,
)
_LIKE_A_PLACE = re.compile(r"(?=.*[AEIOUY])[A-Z'’ /-]{4,}")  # rather than an acronym and what it stands for
_NOT_PLACES = frozenset("BREAKING UPDATE UPDATED EXCLUSIVE LIVE WATCH OPINION ANALYSIS EXPLAINER NATO UNESCO UNICEF OPEC ASEAN NASA FIFA UEFA".split())
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_ISO_DAY = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")
_WRITTEN_DAY = re.compile(r"\b(?:(?P<d1>\d{1,2})(?:st|nd|rd|th)? (?P<m1>[A-Za-z]{3,9})\.?|(?P<m2>[A-Za-z]{3,9})\.? (?P<d2>\d{1,2})(?:st|nd|rd|th)?),? (?P<y>(?:19|20)\d\d)\b")
_NAME = re.compile(r"[A-Z][\w.'’-]*(?: (?:de|da|di|del|la|van|von|der|den|bin|al|el|ter|[A-Z][\w.'’-]*)){1,4}")
_BYLINE = re.compile(r"^\W*(?:.{0,30}?\b(?:by|from)\b:?)\s+(?P<names>.*?)(?:[;|/•·)]|\bediting by\b|$)", re.IGNORECASE)
_SENTENCE = re.compile(r".+?(?<![ .][A-Z])(?<!\b(?:Mr|Ms|Dr|St|No|vs))(?<!\b(?:Mrs|Gen|Col|Lt\.|Sen|Rep|Gov))[.!?…。؟۔]+[\"'”’»)\]]*(?=\s|$)")
_TITLE_LENGTH, _CLAUSE = 100, 40
_INITIALS = 3  # letters of a host that are read one by one: bbc, cnn, npr
_SECOND_LEVEL = frozenset("co com org net ac gov edu or ne".split())


def split_dateline(text: str) -> tuple[str, str, str]:
    """Return the place, the agency and the rest of an article's first line; place and agency are empty where it has none."""
    found = _DATELINE.match(text)
    if not found or not (found["place"] or found["agency"]) or found["place"] in _NOT_PLACES:
        return "", "", text
    rest = text[found.end() :]
    if not found["agency"] and "," not in found["place"] and (rest[:1].islower() or not _LIKE_A_PLACE.match(found["place"])):
        return "", "", text
    return found["place"] or "", found["agency"] or "", rest


def split_credit(text: str) -> tuple[str, str]:
    """Return an article's last line without the agency's name in brackets at its end, and that name."""
    found = _CREDIT.search(text)
    return (text[: found.start()], found["agency"]) if found else (text, "")


def agency_named(line: str) -> str:
    """Return the agency that a byline such as "By The Associated Press" names in place of a person."""
    found = _AGENCY.fullmatch(line.strip())
    return found["agency"] if found else ""


def byline_names(line: str) -> tuple[str, ...]:
    """Return the people named in a byline, such as "By Jane Doe and John Roe, Staff writers"."""
    found = _BYLINE.match(one_line(line))
    parts = re.split(r",|&|\band\b", found["names"]) if found else []
    return tuple(name for part in parts if _NAME.fullmatch(name := part.strip()) and not agency_named(name))


def written_day(line: str) -> str:
    """Return the first date of a line as ISO 8601, or nothing; 01/02/2025 means two days and therefore none."""
    if found := _ISO_DAY.search(line):
        return _day(*(int(part) for part in found.groups()))
    for found in _WRITTEN_DAY.finditer(line):
        month = (found["m1"] or found["m2"]).lower()[:3]
        if month in _MONTHS:
            return _day(int(found["y"]), _MONTHS.index(month) + 1, int(found["d1"] or found["d2"]))
    return ""


def _day(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def headline_from(text: str) -> str:
    """Return a headline made of the first sentence of `text`: cut at a clause or, if need be, at a word."""
    found = _SENTENCE.match(text)
    sentence = (found[0] if found else text).strip().rstrip(".。۔…")
    if len(sentence) <= _TITLE_LENGTH:
        return sentence
    clause = max(sentence.rfind(mark, _CLAUSE, _TITLE_LENGTH + 1) for mark in (", ", "; ", ": ", " – ", " — ", "، "))
    if clause > 0:
        return sentence[:clause].rstrip(" ,;:–—،")
    return sentence[:_TITLE_LENGTH].rsplit(" ", 1)[0].rstrip(" ,;:–—،") + "…"


def outlet_of(url: str) -> str:
    """Return a name for the outlet at `url`: its host's own label, as "Rudaw" for rudaw.net."""
    labels = [label for label in (urlsplit(url).hostname or "").split(".") if label and label != "www"]
    if len(labels) > 2 and labels[-2] in _SECOND_LEVEL:
        labels.pop()
    name = labels[-2] if len(labels) > 1 and not labels[-1].isdigit() else ""
    return name.upper() if len(name) <= _INITIALS else name.capitalize()


def is_headline(text: str) -> bool:
    """Whether a line that stands before the prose can be the headline."""
    count = len(text.split())
    return 4 <= count <= 25 and not ends_sentence(text.rstrip("?!\"'”’")) and text[-1] not in ".:,;" and not re.search(r" [/|,>] |>>", text)
