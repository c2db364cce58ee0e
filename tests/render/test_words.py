from datetime import date

import pytest

from digest.render.words import Catalogue, WordError, Words, direction

ENGLISH: Catalogue = {
    "home": "Home",
    "entries": {"one": "{n} entry", "other": "{n} entries"},
    "by": "by {authors}",
    "odd": "{n.x}",
}
ARABIC: Catalogue = {"entries": {"two": "مدخلان", "few": "{n} مداخل", "other": "{n} مدخلا"}}


def test_words_are_filled_in() -> None:
    """A word is a text with its values, in the plural form that the language has for the number."""
    words = Words("en", {"en": ENGLISH})
    assert [words("home"), words("entries", n=1), words("entries", n=0)] == ["Home", "1 entry", "0 entries"]
    assert words("by", authors="A, B") == "by A, B"


def test_language_falls_back_on_english() -> None:
    """A word that a language lacks is English; one that a region lacks is its language's."""
    words = Words("ar-IQ", {"en": ENGLISH, "ar": ARABIC})
    assert words("home") == "Home"
    assert [words("entries", n=n) for n in (2, 3, 11)] == ["مدخلان", "3 مداخل", "11 مدخلا"]


@pytest.mark.parametrize(
    ("key", "values", "told"),
    [
        ("hom", {}, 'no word "hom" in templates/lang/en.yaml; did you mean "home"?'),
        ("entries", {}, 'the word "entries" needs a value for \'n\': t("entries", n=…)'),
        ("by", {"author": "A"}, 'the word "by" needs a value for \'authors\': t("by", authors=…)'),
        ("odd", {"n": 1}, "the word \"odd\" can't be filled: 'int' object has no attribute 'x': {n.x}"),
    ],
)
def test_word_that_cannot_be_had_says_why(key: str, values: dict[str, str | int], told: str) -> None:
    """Asking for a word that is not there, or without what it needs, is an error that names both."""
    with pytest.raises(WordError) as caught:
        Words("en", {"en": ENGLISH})(key, **values)
    assert told == str(caught.value)


@pytest.mark.parametrize(
    ("lang", "day", "month", "dir"),
    [
        ("en", "April 9, 2025", "April 2025", "ltr"),
        ("en-GB", "9 April 2025", "April 2025", "ltr"),
        ("de", "9. April 2025", "April 2025", "ltr"),
        ("ar", "9 أبريل 2025", "أبريل 2025", "rtl"),
        ("ckb", "9ی نیسانی 2025", "نیسان 2025", "rtl"),
    ],
)
def test_days_are_written_as_readers_write_them(lang: str, day: str, month: str, dir: str) -> None:  # noqa: A002
    """Days, months and the direction of the script are those of the site's language."""
    words = Words(lang, {"en": ENGLISH})
    assert (words.when(date(2025, 4, 9)).text, words.month(date(2025, 4, 9)), direction(lang)) == (day, month, dir)


def test_time_is_kept_for_machines() -> None:
    """A day has its ISO form, or the whole time where one is known."""
    words = Words("en", {"en": ENGLISH})
    assert words.when(date(2025, 4, 9)).iso == "2025-04-09"
    assert words.when(date(2025, 4, 9), "2025-04-09T08:00:00+03:00").iso == "2025-04-09T08:00:00+03:00"
