"""The language of a text, by its commonest words and its letters."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale, UnknownLocaleError
from justext import get_stoplist  # type: ignore[import-untyped]

from digest.clean.characters import words

_NAMES = {
    "ar": "Arabic",
    "az": "Azerbaijani",
    "cs": "Czech",
    "de": "German",
    "el": "Greek",
    "en": "English",
    "es": "Spanish",
    "fa": "Persian",
    "fr": "French",
    "he": "Hebrew",
    "hu": "Hungarian",
    "hy": "Armenian",
    "id": "Indonesian",
    "it": "Italian",
    "ku": "Kurdish",
    "nl": "Dutch",
    "pl": "Polish",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "sv": "Swedish",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "ur": "Urdu",
}
_SORANI, _OTHER = re.compile("[ەێۆڕڵڤ]|ه\u200c"), re.compile("[ۇۈۋېٹڈےہںټډړښ]")  # Uyghur, Urdu and Pashto have these
_ARABIC_LETTER = re.compile("[\u0620-\u064a\u066e-\u06d5]")
_TELLING, _LETTERS = 0.05, 20  # share of the letters that tell Sorani, and fewest letters of a text
_SAMPLE, _FEWEST = 400, 10  # words that are looked at; under which nothing is said
_CODE, _NO_LANGUAGE = range(2, 4), frozenset({"und"})  # letters; what stands for a language that is not known
_WITH_MARKS = frozenset({"az", "cs", "hu", "pl", "ro", "sv", "tr"})  # on letters, in any sentence or two
_ENOUGH, _AHEAD = 60, 0.05  # words from which the likeliest is right; by how much more of them it is in fewer
_LEAST = 0.15  # share of common words under which nothing is said


def detect_language(text: str) -> str:
    """Return the ISO 639 code of the language of `text`, or nothing when no known one is likely.

    `ku` is Kurmanji; Sorani, `ckb`, is told by its letters.
    """
    if _is_sorani(text):
        return "ckb"
    sample = [word.lower() for word in words(text)[:_SAMPLE]]
    if len(sample) < _FEWEST:
        return ""
    shares = {code: sum(word in _common(code) for word in sample) / len(sample) for code in _NAMES}
    second, best = sorted(shares, key=lambda code: shares[code])[-2:]
    is_clear = len(sample) >= _ENOUGH or shares[best] >= shares[second] + _AHEAD
    is_written_so = best not in _WITH_MARKS or not "".join(sample).isascii()
    return best if shares[best] >= _LEAST and is_clear and is_written_so else ""


def known_code(tag: str) -> str:
    """Return the language's code in a tag such as `en_GB`, or nothing where no language is called so."""
    code = re.split("[-_]", tag.strip().lower(), maxsplit=1)[0]
    try:
        Locale.parse(code)
    except (UnknownLocaleError, ValueError):
        return ""
    return code if len(code) in _CODE and code not in _NO_LANGUAGE else ""


def _is_sorani(text: str) -> bool:
    letters, telling = len(_ARABIC_LETTER.findall(text)), len(_SORANI.findall(text))
    mostly = 2 * letters >= sum(map(len, words(text)))
    return letters >= _LETTERS and mostly and telling >= _TELLING * letters and not _OTHER.search(text)


@cache
def _common(code: str) -> frozenset[str]:
    return frozenset(get_stoplist(_NAMES[code]))
