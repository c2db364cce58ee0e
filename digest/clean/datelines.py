"""Where an article was written, and for which agency: what its first and its last line say besides."""

from __future__ import annotations

import re

AGENCIES = (
    "Agence France-Presse|AFP|Associated Press|AP|Reuters|Thomson Reuters|UPI|dpa|EFE|ANSA|TASS|Interfax|Xinhua|Kyodo"
    "|Kyodo News|Yonhap|Anadolu|Anadolu Agency|AA|PTI|ANI|IANS|SANA|IRNA|NNA|KUNA|WAM|SPA|INA|PA Media|PA|AAP|RNS"
    "|Bloomberg"
)
_AGENCY = re.compile(rf"(?:by )?(?:the )?(?P<agency>{AGENCIES})", re.IGNORECASE)
_CREDIT = re.compile(rf"\s*[(\[](?P<agency>{AGENCIES})[)\]]\.?$")
_PLACE = r"[A-Z][\w.'’]*(?:[ -][A-Z][\w.'’]*){0,3}"
_DAY = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\ \d{1,2}|\d{1,2}\ [A-Z][a-z]{2,8}"
_DATELINE = re.compile(
    rf"""
    (?P<lead>[*_]{{0,3}})
    (?P<place>
        [A-Z][A-Z.'’]{{2,}}(?:[ /-][A-Z][A-Z.'’]+){{0,4}} (?:,\ (?!{_DAY}){_PLACE}){{0,2}}        # BEIRUT, Lebanon
      | {_PLACE}(?:,\ {_PLACE}){{0,2}} (?=[*_]{{0,3}} (?:,\ (?:{_DAY}))? [*_]{{0,3}}\ ?\()         # Paris (AFP)
    )?
    [*_]{{0,3}} (?:,\ (?:{_DAY}))? [*_]{{0,3}}
    (?:\ ?\( (?P<agency>[A-Z][\w.\ /-]{{1,30}}) \))?
    [*_]{{0,3}} \ ? (?:--|[-–—]|\\-) [*_]{{0,3}} \s* (?=[^\s\W]|["“‘'«(\[\\*_])
    """,
    re.VERBOSE,
)
_LIKE_A_PLACE = re.compile(r"(?=.*[AEIOUY])[A-Z'’ /-]{4,}")  # rather than an acronym and what it stands for
_NOT_PLACES = frozenset(
    {"ANALYSIS", "BREAKING", "EXCLUSIVE", "EXPLAINER", "LIVE", "OPINION", "UPDATE", "UPDATED", "WATCH"}
    | {"ASEAN", "FIFA", "NASA", "NATO", "OPEC", "UEFA", "UNESCO", "UNICEF"}
)


def split_dateline(text: str) -> tuple[str, str, str]:
    """Return the place, the agency and the rest of an article's line; place and agency are empty where it has none."""
    found = _DATELINE.match(text)
    if not found or not (found["place"] or found["agency"]) or found["place"] in _NOT_PLACES:
        return "", "", text
    rest, marks = text[found.end() :], sum(found[0].count(mark) for mark in "*_")
    if marks != 2 * len(found["lead"]):  # emphasis that goes on after the dateline
        return "", "", text
    if not found["agency"] and not _is_sure(found["place"], rest):
        return "", "", text
    return found["place"] or "", found["agency"] or "", rest


def _is_sure(place: str, rest: str) -> bool:
    return "," in place or (not rest[:1].islower() and bool(_LIKE_A_PLACE.match(place)))


def split_credit(text: str) -> tuple[str, str]:
    """Return an article's last line without the agency's name in brackets at its end, and that name."""
    found = _CREDIT.search(text)
    return (text[: found.start()], found["agency"]) if found else (text, "")


def agency_named(line: str) -> str:
    """Return the agency that a byline such as "By The Associated Press" names in place of a person."""
    found = _AGENCY.fullmatch(line.strip())
    return found["agency"] if found else ""
