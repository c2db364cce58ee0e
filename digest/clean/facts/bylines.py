"""Who wrote an article: the people that a byline or a page's data name, and what else stands there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from digest.clean.characters import folded, in_any_spelling, one_line
from digest.clean.facts.datelines import LATIN_AGENCIES, agency_named
from digest.clean.rules.vocabulary import AND, BARE_BY, BY, WROTE

_LONGEST = 300  # characters of a byline
_MOST = 20  # people
_PARTICLES = (
    "von|vom|van|de|del|della|di|da|do|dos|das|du|des|der|den|ter|ten|zu|zur|zum|af|av|la|le|el|al|ad|as|an|at|bin|bint"
    "|ibn|ben|bar|abu|abd|ul|ur|e|y|i|und|op|’t|'t|d’|d'"
)
_WORD = r"[^\W\d_a-zß-öø-ÿ][\w.'’‘ʼʻ`-]*"  # what begins with no small Latin letter: Arabic has no capitals
_NAME = re.compile(
    rf"(?:[dlo]['’]|(?:al|el|an|as|at|ad|ar|ibn)[-–])?{_WORD}(?: (?:(?:{_PARTICLES})[ -])*{_WORD}){{1,5}}"
)
_NOT_PEOPLE = re.compile(
    r"""\b(?:
    staff|teams?|desk|news(?:room)?|editors?|editorials?|admin(?:istrator)?|(?:co-?)?authors?|posts?|published|updated
    |correspondents?|reporte(?:rs?|d)|reporting|reports?|writers?|writing|written|columnists?|contribut(?:ors?|ing|ed)
    |journalists?|photographers?|producers?|analysts?|officers?|directors?|presidents?|founders?|professors?|chief
    |managers?|freelancers?|bloggers?|interns?|hosts?|anchors?|ceo|agenc(?:y|ies)|bureaus?|networks?|channel|radio
    |company|corporation|inc|llc|ltd|foundation|department|ministry|committee|association|associated|organi[sz]ation
    |university|college|institute|labs?|research|sciences?|services?|press|media|tv|magazine|times|gazette|herald
    |tribune|chronicle|daily|weekly|online|digital|website|redaktion|rédaction|redacción|redazione|editorial
    |photos?|images?|getty|copied|copy|link|subscribe|follow|email|e-mail|comments?|minutes?|ago|min|com|by|the|and
    |muhabir\w*|haber\w*|ajans\w*|servisi|تحرير|وكالة\w*|وكالات|مراسل\w*|قناة|صحيفة|موقع|فريق|هيئة|الأخبار|أخبار
    )(?!\w)""",
    re.IGNORECASE | re.VERBOSE,
)
_NAME_WORDS = range(2, 5)
_NOT_NAMES = re.compile(  # words of sections' and places' names
    r"""\b(?:
    new|san|los|las|saint|st|port|cape|fort|mount|lake|deir|tel|abu|hong|sri|costa|rio|santa|el|puerto|addis|kuala|united
    |states|kingdom|republic|city|river|islands?|valley|province|county|region|north(?:ern)?|south(?:ern)?|east(?:ern)?
    |west(?:ern)?|middle|central|asia|africa|america|europe|world|national|international|local|politics|business
    |economy|markets?|money|finance|sports?|football|culture|arts?|books?|music|film|science|technology|tech|health
    |climate|environment|energy|education|society|opinion|analysis|comment|features?|explainer|interview|video|live
    |human|rights|crime|law|justice|war|conflict|security|defen[cs]e|religion|travel|food|style|life|weather|public
    |real|estate|breaking|exclusive|top|latest|more|read|stor(?:y|ies)|home|page|about|sign|log|share|print|save|menu
    |politik|wirtschaft|kultur|ausland|inland|gesellschaft|wissen|politique|monde|société|économie|política|mundo
    |economía|sociedad|gündem|dünya|ekonomi|spor|kültür|siyaset|sağlık|güncel|son|dakika|özel
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_OUTLET = re.compile(
    r"(?i:the )?[A-Z][\w&.'’ -]{0,50}\b(?:Times|Post|News|Herald|Tribune|Gazette|Chronicle|Journal|TV|Radio|Magazine"
    r"|Today|Daily|Guardian|Observer|Mail|Telegraph|Press|Media)"
)
_BY = in_any_spelling("|".join(words for lang, words in BY.items() if lang != "en"))
_BYLINE = re.compile(
    rf"\W{{0,5}}[^.]{{0,30}}?(?<!\w)(?:{BARE_BY}|from)(?!\w):? ?[—–-]?\s*(?P<names>.*)"
    rf"|\W{{0,5}}(?:{_BY})(?:\s+|(?<=:))(?P<told>.*)",
    re.IGNORECASE,
)
_LABEL = re.compile(
    rf"\W{{0,5}}(?:(?:{WROTE}|reporting|ein \w+|une? \w+)? ?(?:{BARE_BY})|بقلم|كتبت?|إعداد)(?!\w)\s*:?\s*[—–-]?\s*",
    re.IGNORECASE,
)
_END = re.compile(r"[;|/•·\n()\[\]<>]|\s[–—]\s|\s-\s|\bediting by\b|\bredaktion\b", re.IGNORECASE)
_ADDRESSES = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+|@\w+")
_SUFFIX = re.compile(r",? (?=(?:Jr|Sr)\b\.?|I{2,3}\b|IV\b)")
_AND = in_any_spelling("|".join(AND.values()))
_BETWEEN = re.compile(rf"\s*(?:,|&|{_AND}|(?<!\w)(?:with|avec|mit)(?!\w))\s*")
_BESIDE = re.compile(rf"\s*(?:, ?)?(?:[,&]|{_AND})\s*")
_PLACE = re.compile(r"\s(?:in|for|of|at|from|pour|für)\s.*")
_TITLE = re.compile(r"(?:(?:Prof(?:essor)?|Dr|Mrs?|Ms)(?:\.\s*|\s+))+")
_AGENCY_LAST = re.compile(
    rf"(?<=\w)\s+(?:(?:of )?[Tt]he\s+)?(?=(?:{LATIN_AGENCIES})$)"
)  # "By JANE DOE Associated Press"
_LEAST_CAPITALS = 3  # letters: shorter names in capitals may be initials
_SYLLABLE = re.compile(r"[BCDFGHJKLMNPQRSTVWXYZ][AEIOU]|AL|ED")  # two letters that are a name, as Li is and DJ is not


def byline_names(line: str, outlet: str = "") -> tuple[str, ...]:
    """Return the people named in a byline, such as "By Jane Doe and John Roe, Staff writers"; `outlet` is nobody."""
    found = _BYLINE.match(one_line(line)[:_LONGEST])
    return people([_until_end(found["names"] or found["told"] or "")], outlet) if found else ()


def people(names: Iterable[str], outlet: str = "") -> tuple[str, ...]:
    """Return the people among `names`, each of which may hold several, once and in order; `outlet` is none of them."""
    told: dict[str, str] = {}
    for text in names:
        for name in _persons(text, outlet):
            told.setdefault(folded(name), name)
    return tuple(told.values())[:_MOST]


def agency_in(names: Iterable[str], outlet: str = "") -> str:
    """Return the first agency among `names`, but for one that is the outlet itself."""
    lines = (line for text in names for line in _END.split(_unlabelled(text[:_LONGEST])))
    agencies = (agency_named(part) for line in lines for part in _parts(line))
    return next((agency for agency in agencies if agency and not _same(agency, outlet)), "")


def byline_outlet(line: str) -> str:
    """Return the outlet that a byline names beside people: "By Jane Doe, The River Post"."""
    found = _BYLINE.match(one_line(line)[:_LONGEST])
    parts = re.split(r"[,|•·–—]", found["names"] or "")[1:] if found else []
    outlets = (part.strip() for part in parts if _OUTLET.fullmatch(part.strip()) and not agency_named(part.strip()))
    return next(outlets, "")


def begins_byline(text: str) -> bool:
    """Whether `text` begins as a byline does: "Story by"."""
    return bool(_LABEL.match(text))


def is_person(name: str) -> bool:
    """Whether `name` is a person's: two words or more, and no office, outlet or agency."""
    return bool(_NAME.fullmatch(name)) and not _NOT_PEOPLE.search(name) and not agency_named(name)


def is_name(line: str) -> bool:
    """Whether a line by itself can be a writer's name: no place, section or office, in letters that have capitals."""
    parts = line.split()
    capitals = all(part[0].isupper() or part in _PARTICLES.split("|") for part in parts)
    return capitals and len(parts) in _NAME_WORDS and is_person(line) and not _NOT_NAMES.search(line)


def names_together(line: str) -> tuple[str, ...]:
    """Return the people of a line that says two or more names and no other word: "Jane Doe and John Roe"."""
    line = one_line(line)
    names = [name.strip() for name in _BESIDE.split(line)] if len(line) <= _LONGEST else []
    are_names = len(names) > 1 and all(map(is_name, names)) and not begins_byline(line)
    return tuple(names) if are_names else ()


def _persons(text: str, outlet: str) -> Iterator[str]:
    line = _until_end(_unlabelled(one_line(text)[:_LONGEST]))
    if _same(line, outlet):
        return
    for part in _parts(line):
        name = _in_small_letters(_once(_TITLE.sub("", _PLACE.sub("", part))))
        if is_person(name) and not _same(name, outlet):
            yield name


def _unlabelled(text: str) -> str:
    found = _LABEL.match(text)
    return text[found.end() :] if found else text


def _parts(line: str) -> list[str]:
    parts = map(str.strip, _BETWEEN.split(_AGENCY_LAST.sub(", ", _SUFFIX.sub(" ", _ADDRESSES.sub(",", line.strip())))))
    return [part if part.endswith(("Jr.", "Sr.")) else part.strip(" .:*_") for part in parts]


def _until_end(text: str) -> str:
    """Return a byline up to where it goes on to something else; brackets and a line's beginning are no end."""
    before = next((part for part in _END.split(text) if part.strip()), "")
    return before.strip()


def _same(name: str, outlet: str) -> bool:
    one, other = folded(name), folded(outlet)
    return bool(one and other) and (one in other or (" " in other and other in one))


def _once(name: str) -> str:
    """Return "Jane Doe" for "Jane Doe Jane Doe"."""
    words = name.split()
    half = len(words) // 2
    return " ".join(words[:half]) if half > 1 and words[:half] == words[half:] else " ".join(words)


def _in_small_letters(name: str) -> str:
    """Set a name that is all in capitals as names are, but for Turkish ones, whose I may be of two letters."""
    if not name.isupper() or set("ŞĞİ") & set(name) or max(map(len, name.split()), default=0) < _LEAST_CAPITALS:
        return name
    return " ".join(map(_capitalised, name.split()))


def _capitalised(word: str) -> str:
    letters = word.strip(".")
    if "." in letters or (len(letters) <= 2 and not _SYLLABLE.fullmatch(letters)) or letters in ("II", "III", "IV"):
        return word
    if word.lower() in _PARTICLES.split("|") and len(word) > 1:
        return word.lower()
    small = re.sub(r"[^\W\d_]+", lambda found: found[0].capitalize(), word)
    return re.sub(r"\b(Mc)(\w)", lambda found: found[1] + found[2].upper(), small)
