"""Where an article was written, and for which agency: what its first and its last line say besides."""

from __future__ import annotations

import re
from functools import cache

from digest.clean.characters import in_any_spelling
from digest.clean.rules.vocabulary import MONTHS, UPPER, spellings

LATIN_AGENCIES = (
    "Agence France-Presse|AFP|Associated Press|AP|Reuters|Thomson Reuters|UPI|dpa|EFE|ANSA|TASS|Interfax|Xinhua|Kyodo"
    "|Kyodo News|Yonhap|Anadolu|Anadolu Agency|Anadolu Ajansı|AA|PTI|ANI|IANS|SANA|IRNA|NNA|KUNA|WAM|SPA|INA|PA Media"
    "|PA|AAP|RNS|Bloomberg|Agencia EFE|Europa Press|APA|epd|KNA|SID|İHA|IHA|DHA|ANKA|WAFA|ISNA"
)
_SCRIPT = in_any_spelling(
    "رويترز|(?:وكالة )?فرانس برس|أ[ .]?ف[ .]?ب|د[ .]?ب[ .]?أ|أ[ .]?ب|أسوشيتد برس|(?:وكالة )?الأناضول|سانا|وفا|واع|واس"
    "|وام|قنا|كونا|بترا|شينخوا|تاس|إفي|أنسا|إرنا|إيرنا|إيسنا|آسوشيتدپرس|خبرگزاری فرانسه|ئەنادۆڵ|فرانس پرێس|ڕۆیتەرز"
)
AGENCIES = f"{LATIN_AGENCIES}|{_SCRIPT}"
_OUTLETS = in_any_spelling(  # which stand in the place of an agency, and are none
    r"وكالات|المدى|شفق نيوز|السومرية(?: نيوز)?|الجزيرة(?: نت)?|العربية|عنب بلدي|نورث برس|هاوار|رووداو|روداو|باسنيوز"
    r"|كو?ردستان ?\d\d|بي بي سي|پەیامنێر"
)
_OUTLET = re.compile(rf"{_OUTLETS}|R[uû]daw|Kurdistan ?24|K24|Bas ?News|PUKMEDIA|ANHA|ANF|Al Jazeera", re.IGNORECASE)
_SOURCE = "(?:by |(?:المصدر|quelle|source|fuente|kaynak|سەرچاوە|منبع) ?: ?)?(?:the )?"
_AGENCY = re.compile(rf"{_SOURCE}(?P<agency>{AGENCIES})", re.IGNORECASE)
_CREDIT = re.compile(  # in brackets, or after the end of a sentence
    rf"(?:[(\[](?P<agency>{AGENCIES})[)\]]\.?|(?:(?<=[.!?…؟۔])|(?<=[.!?…؟۔][\"”’»)]))"
    rf"\s+(?:[-–—] ?)?(?P<sign>{AGENCIES}))$"
)
_PLACE = rf"[{UPPER}][\w.'’]*(?:[ /-][{UPPER}][\w.'’]*){{0,3}}"
_MONTH = "|".join(word.replace(" ", r"\ ") for lang in MONTHS for word in spellings(lang))
_DAY = rf"(?i:(?:{_MONTH})[a-z]*\.?\ \d{{1,2}}|\d{{1,2}}(?:er|\.)?\ (?:de\ )?(?:{_MONTH})[aeêiî]?\.?)"
_DATED = rf"{_DAY}(?:,?\ \d{{4}})?"
_DATELINE = rf"""
    (?P<lead>[*_]{{0,3}})
    (?P<place>
        (?:(?:AL|EL|LA|LE|LOS)\ )? [{UPPER}][{UPPER}.'’]{{2,}} (?:[ /-][{UPPER}][{UPPER}.'’]+){{0,4}}
            (?:,\ (?!{_DAY}|(?:{LATIN_AGENCIES})\ ?[-–—]){_PLACE}){{0,2}}  # BEIRUT, Lebanon
      | {_PLACE}(?:,\ (?!{LATIN_AGENCIES}){_PLACE}){{0,2}}
            (?=[*_]{{0,3}} (?:,\ {_DATED})? [*_]{{0,3}}\ ?\( | ,\ (?:{LATIN_AGENCIES})\ ?[-–—])  # Paris (AFP)
    )?
    [*_]{{0,3}} (?:(?:,\ |^){_DATED}|\ \({_DATED}\))? [*_]{{0,3}}
    (?:
        ,?\ ?\( (?!{_DAY}|(?i:{_MONTH})\b)
            (?P<agency>(?:[{UPPER}][^\W\d]|[{UPPER}]\.|dpa|epd|sid)(?:[^\W\d]|[.\ /-]){{0,30}}) \)
      | ,\ (?P<named>{LATIN_AGENCIES})(?=\ ?[-–—]) | \ /(?P<wire>[{UPPER}][\w\ ]{{2,30}})/
    )?
    [*_]{{0,3}} \.?\ ? (?:--|[-–—]|\\-) [*_]{{0,3}} \s* (?=[^\s\W]|["“„‘'«»(\[\\*_¿¡])
    """
_DESK = in_any_spelling(
    "وكال|أنباء|قناة|صحيف|موقع|تلفزيون|إذاع|مراسل|وزير|رئيس|ناطق|قال|نقل|ذكر|أعلن|خبر|ئاژانس|سەرۆک|وەزیر"
)
_WORD = rf"(?!(?:ال|و)?(?:{_DESK}))[^\W\d_][\w\u064b-\u0652\u200c]{{1,20}}"
_DASH = "[-–—ـ]{1,2}"
# Without capitals, only an agency tells a place.
_SCRIPT_DATELINE = rf"""
    (?P<lead>[*_]{{0,3}}) (?=[\u0620-\u06d5])
    (?P<place>{_WORD} (?:(?:\ ?/\ ?|\ ) {_WORD}){{0,2}}?)
    (?:،?\ \d{{1,2}}\ {_WORD} (?:[ /]{_WORD})?)? [*_]{{0,3}}
    (?:
        \ ?(?:{_DASH}\ ?)? \((?P<agency>{_SCRIPT}|{_OUTLETS})\) [*_]{{0,3}}   # بيروت (رويترز) -
      | \ ?(?:{_DASH}|/)\ ? (?P<named>{_SCRIPT}|{_OUTLETS}) [*_]{{0,3}}       # دمشق - سانا
    )
    (?:\ ?(?:{_DASH}|:) | $ | (?<=سانا)(?=\ \w))
    [*_]{{0,3}} \s*
    """
_LIKE_A_PLACE = re.compile(rf"(?=.*[AEIOUYİÖÜÎÛÊ])[{UPPER}'’ /-]{{4,}}")  # not an acronym and what it stands for
_NOT_PLACES = frozenset(
    {"ANALYSIS", "BREAKING", "EXCLUSIVE", "EXPLAINER", "LIVE", "OPINION", "UPDATE", "UPDATED", "WATCH"}
    | {"CORRECTED", "FACTBOX", "FEATURE", "INSIGHT", "PROFILE", "REFILE", "TIMELINE", "WRAPUP"}
    | {"ASEAN", "FIFA", "NASA", "NATO", "OPEC", "UEFA", "UNESCO", "UNICEF"}
    | {"SON DAKİKA", "ANALİZ", "GÖRÜŞ", "RÖPORTAJ", "ÖZEL"}
    | {"EXKLUSIV", "EILMELDUNG", "ANALYSE", "KOMMENTAR", "INTERVIEW"}
    | {"URGENT", "EN DIRECT", "ENQUÊTE", "REPORTAGE", "TRIBUNE", "ENTRETIEN", "VIDÉO"}
    | {"ÚLTIMA HORA", "EN VIVO", "ANÁLISIS", "OPINIÓN", "ENTREVISTA", "EXCLUSIVA", "VÍDEO"}
)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Compile what tells datelines, which takes longer than an edited entry to be built: most builds need none."""
    return re.compile(_DATELINE, re.VERBOSE), re.compile(_SCRIPT_DATELINE, re.VERBOSE)


def _dateline(text: str) -> re.Match[str] | None:
    latin, other = _patterns()
    return latin.match(text) or other.match(text)


def split_dateline(text: str) -> tuple[str, str, str]:
    """Return the place, the agency and the rest of an article's line; place and agency are empty where it has none."""
    found = _dateline(text)
    if not found or found["place"] in _NOT_PLACES:
        return "", "", text
    place, agency, rest = found["place"] or "", _source(found), text[found.end() :]
    marks = sum(found[0].count(mark) for mark in "*_")
    goes_on = marks != 2 * len(found["lead"])  # the emphasis, after the dateline
    if goes_on or not _is_sure(place, agency, rest):
        return "", "", text
    return place, "" if _OUTLET.fullmatch(agency) else agency, rest


def dateline_outlet(text: str) -> str:
    """Return the outlet that stands in the dateline of a line, in an agency's place."""
    found = _dateline(text) if split_dateline(text)[2] != text else None
    source = _source(found) if found else ""
    return source if _OUTLET.fullmatch(source) else ""


def _source(found: re.Match[str]) -> str:
    groups = found.groupdict()
    return groups["agency"] or groups["named"] or groups.get("wire") or ""


def _is_sure(place: str, agency: str, rest: str) -> bool:
    """Whether what looks like a dateline is no sentence's beginning; an agency leaves less doubt."""
    goes_on = rest[:1].islower()
    if agency:
        return not goes_on or not place or place.isupper()
    return "," in place or (not goes_on and bool(_LIKE_A_PLACE.match(place)))


def is_dateline(line: str) -> bool:
    """Whether `line` says nothing but where an article was written."""
    place, _, rest = split_dateline(line)
    return bool(place) and not rest


def split_credit(text: str) -> tuple[str, str]:
    """Return an article's last line without the agency's name that signs it, in brackets or bare, and that name."""
    found = _CREDIT.search(text)
    return (text[: found.start()].rstrip(), found["agency"] or found["sign"]) if found else (text, "")


def agency_named(line: str) -> str:
    """Return the agency that a byline such as "By The Associated Press" names in place of a person."""
    found = _AGENCY.fullmatch(line.strip())
    return found["agency"] if found else ""
