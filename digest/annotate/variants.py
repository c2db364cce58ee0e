"""Variants: the other ways in which a name is written, made from one of them.

All take and return folded names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from digest.annotate.fold import fold_name
from digest.annotate.names import is_common, is_name
from digest.annotate.vocabulary import GIVEN_NAMES, LINKS

_ACRONYM = re.compile(r"[A-Z]{2,5}")
_DOTTED = re.compile(r"(?:[A-Z]\.){2,5}|(?:[A-Z]\.){1,4}[A-Z]")
_ARTICLE = re.compile(r"(?<![\w'-])(?:[AaEe]l[ -]|[AaEe](?:dh?|[nr]|sh?|th?|z)-)(?=[A-Z'])")
_SUN_LETTER = re.compile(r"'?(?:[dst]h?|[lnrz])", re.IGNORECASE)  # before which the article's l becomes that letter
_WORD = re.compile(r"[^\W_][\w'.]*")
_ENDS_IN_Y, _HISSES = re.compile(r"[^aeiou]y$"), re.compile(r"(?:[a-z]s|x|z|ch|sh)$")
_APART, _TOGETHER = re.compile(r"(?<=\b[A-Z])\. (?=[A-Z]\.)"), re.compile(r"(?<=\b[A-Z])\.(?=[A-Z]\.)")
_POINT = re.compile(r"(?<=\b[A-Z])\.")
_GENERATION = re.compile(r",? (?:Jr|Sr|II|III|IV)\.?$")
_KUNYA = frozenset({"abu", "umm", "um"})  # "Abu Qatada" is a name whole
_FAMILY_FIRST = frozenset({"hu", "ja", "ko", "vi", "zh"})


def _native(words: str) -> frozenset[str]:
    return frozenset(fold_name(words).split())


_KUNYAS = _native("أبو أبا أبي أم")
_BEGINNINGS = _KUNYAS | _native("عبد بن ابن آل בן")  # each makes one name with the next word: servant, son, house of
_ENDINGS = _native("الله الدين الإسلام")  # each makes one name with the word before
_COUNTING = _native("الأول الثاني الثالث الرابع الخامس السادس السابع الثامن الأب الابن")
_NO_SURNAMES = _KUNYAS | _native("علي")  # which is folded like the word for "on"


def spellings(name: str) -> list[str]:
    """Return the spellings of a name: its Arabic articles, apostrophes and points otherwise, and itself."""
    made = [name[4:]] if name.startswith("The ") and " " in name[4:] else []
    made.append(name)
    if "-" in name or "l " in name:
        made += _with_articles(name)
    if name.startswith("ال") and name[2:4].isalpha():
        made.append("ل" + name[2:] if name[2] == "ل" else "لل" + name[2:])
    if "'" in name:
        made += [spelling.replace("'", "") for spelling in made]
    if _ACRONYM.fullmatch(name):
        made += [".".join(name) + ".", ". ".join(name) + "."]
    elif "." in name and _DOTTED.fullmatch(name):
        made.append(name.replace(".", ""))
    return made


def joined(name: str) -> list[str]:
    """Return a name of two parts as one word: "Tel Aviv" as "TelAviv" and "Telaviv", "F-16" as "F16"."""
    parts = name.replace("-", " ").split(" ")
    if len(parts) != 2 or not all(parts):
        return []
    first, second = parts
    if "-" in name and (second[0].isdigit() or first[-1].isdigit()):
        return [first + second]
    if len(first) > 2 and len(second) > 2 and (first + second).isalpha():
        return [first + second, first + second.lower()]
    return []


def with_given_names(name: str) -> list[str]:
    """Return a person's full name with each other form of the given name: "Bob" for "Robert", "Ahmad" for "Ahmed"."""
    given, _, rest = name.partition(" ")
    return [f"{other.capitalize()} {rest}" for other in GIVEN_NAMES.get(given.lower(), ())] if rest else []


def with_initials(name: str) -> list[str]:
    """Return a person's name with its initials otherwise: "H. W.", "H.W.", "H W" and "HW"."""
    if "." not in name:
        return []
    together, apart = _APART.sub(".", name), _TOGETHER.sub(". ", name)
    made = (together, apart, _POINT.sub("", apart), _POINT.sub("", together))
    return [other for other in dict.fromkeys(made) if other != name]


def plural(name: str) -> str:
    """Return the plural that English makes."""
    if _ENDS_IN_Y.search(name):
        return name[:-1] + "ies"
    if _HISSES.search(name):
        return name + "es"
    return name + "s"


def surnames(name: str) -> Iterator[str]:
    """Yield the forms in which a person's full name is taken up again: "al-Sharaa" and "Sharaa" for the one.

    None is made of a single name, of a kunya, or where the last word is a common one ("May").
    """
    words = _GENERATION.sub("", name).split()
    if len(words) < 2 or (len(words) == 2 and words[0].lower() in _KUNYA) or not all(map(_may_name, words)):
        return
    last = words[-1]
    bare = _ARTICLE.sub("", last)
    if len(bare) < 2 or is_common(bare):
        return
    yield from dict.fromkeys((*_with_articles(last), last, bare))
    first = len(words) - 1
    while first > 1 and words[first - 1].lower() in LINKS:
        first -= 1
    if first < len(words) - 1:
        family = " ".join(words[first:])
        yield family
        yield family[0].upper() + family[1:]


def native_surnames(lang: str, name: str) -> Iterator[str]:
    """Yield the forms in which a person's full name in the language `lang` is taken up again.

    None is made where the family's name comes first. In scripts without capitals it is the last word, with those that
    make one name with it: "عبد الناصر" of "جمال عبد الناصر".
    """
    if lang.partition("-")[0].lower() in _FAMILY_FIRST:
        return
    if name.lower() != name.upper():
        yield from surnames(name)
        return
    parts = _parts(name)
    if len(parts) > 1 and len(parts[-1]) > 2 and parts[-1].partition(" ")[0] not in _NO_SURNAMES:
        yield from spellings(parts[-1])


def _parts(name: str) -> list[str]:
    """Split a name in a script without capitals into its parts, without what counts its bearers: "the Second"."""
    words = name.split()
    while words and words[-1] in _COUNTING:
        words.pop()
    parts: list[str] = []
    for before, word in pairwise(["", *words]):
        if before in _BEGINNINGS or (before and word in _ENDINGS):
            parts[-1] += f" {word}"
        else:
            parts.append(word)
    return parts


def initials(name: str) -> str:
    """Return the initials of a name of several capitalised words, or nothing: "SSRC", "SDF"."""
    if name.isupper():
        return ""
    letters = "".join(word[0] for word in _WORD.findall(name) if word[0].isupper() and word.lower() != "the")
    return letters if len(letters) > 1 and letters.isascii() else ""


def _may_name(word: str) -> bool:
    return is_name(word) or word.lower() in LINKS


def _with_articles(name: str) -> list[str]:
    """Return a name with its Arabic articles as other romanisations write them: al-, Al, el-, ash-."""
    if not _ARTICLE.search(name):
        return []
    made = [_ARTICLE.sub(article, name) for article in ("al-", "Al-", "el-", "El-")]
    return [*made, _ARTICLE.sub(lambda match: _assimilated(name, match), name)]


def _assimilated(name: str, article: re.Match[str]) -> str:
    letter = _SUN_LETTER.match(name, article.end())
    return f"a{letter[0].lower()}-" if letter and "'" not in letter[0] else "al-"
