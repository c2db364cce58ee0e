from datetime import date
from pathlib import Path
from string import Formatter

import pytest
import yaml
from babel import Locale
from markupsafe import Markup

from digest.render.words import Catalogue, WordError, Words, direction, locale_name

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
        ("odd", {"n": 1}, "the word \"odd\" can't be filled: 'str' object has no attribute 'x': {n.x}"),
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
        ("ar-SY", "9 نيسان 2025", "نيسان 2025", "rtl"),
        ("ru", "9 апреля 2025\u202fг.", "апрель 2025", "ltr"),
        ("tr", "9 Nisan 2025", "Nisan 2025", "ltr"),
        ("ckb", "9ی نیسانی 2025", "نیسان 2025", "rtl"),
    ],
)
def test_days_are_written_as_readers_write_them(lang: str, day: str, month: str, dir: str) -> None:  # noqa: A002
    """Days, months and the direction of the script are those of the site's language."""
    words = Words(lang, {"en": ENGLISH})
    assert (words.when(date(2025, 4, 9)).text, words.month(date(2025, 4, 9)), direction(lang)) == (day, month, dir)


@pytest.mark.parametrize(
    ("lang", "number"), [("en", "12,345"), ("tr", "12.345"), ("ar", "12,345"), ("ar-IQ", "12,345"), ("ckb", "12,345")]
)
def test_numbers_have_the_digits_of_dates(lang: str, number: str) -> None:
    """A number is grouped as its language does it, in digits from 0 to 9, by itself and in a text."""
    words = Words(lang, {"en": ENGLISH})
    assert (words.number(12345), words("entries", n=12345)) == (number, f"{number} entries")


def test_html_in_a_text_stays_html() -> None:
    """A value that is HTML makes a text that is HTML, and all else in it is escaped."""
    words = Words("en", {"en": {"both": "{a} & {b}"}})
    assert words("both", a=Markup("<bdi>A</bdi>"), b="<B>") == Markup("<bdi>A</bdi> &amp; &lt;B&gt;")
    assert not isinstance(words("both", a="A", b="B"), Markup)


@pytest.mark.parametrize(
    ("site", "lang", "spoken"),
    [("en", "ar", "ar"), ("en", "ar-IQ", "ar-IQ"), ("en", "fr", "en"), ("en-GB", "en", "en-GB"), ("ar", "en", "en")],
)
def test_page_speaks_a_language_that_has_words(site: str, lang: str, spoken: str) -> None:
    """A text's page has its language's words, but the site's where there are none or where they are of one language."""
    assert Words(site, {"en": ENGLISH, "ar": ARABIC}).into(lang).lang == spoken


LANG = Path(__file__).parent.parent.parent / "templates" / "lang"
CATALOGUES = sorted(path.stem for path in LANG.glob("*.yaml"))


@pytest.mark.parametrize("lang", CATALOGUES)
def test_catalogue_is_complete(lang: str) -> None:
    """A built-in catalogue has every word of the English one, in its order, with all plural forms of its language.

    Each text has the same `{names}`; where `n` chooses the form, the form may say the number in words.
    """
    texts = {name: yaml.safe_load((LANG / f"{name}.yaml").read_text("utf-8")) for name in ("en", lang)}
    assert list(texts[lang]) == sorted(texts["en"])
    tags = {*Locale.parse(lang).plural_form.tags, "other"}
    for key, english in texts["en"].items():
        text = texts[lang][key]
        if isinstance(english, str):
            assert names_of(text) == names_of(english), key
            continue
        assert set(text) == tags, key
        assert {name for form in text.values() for name in names_of(form)} <= {"n"}, key
        assert names_of(text["other"]) == names_of(english["other"]), key


def names_of(text: str) -> set[str]:
    """The names that are filled in in a text."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_direction_of_an_unknown_language_is_that_of_its_text() -> None:
    """A name may be in a language that Babel has nothing of: the browser sees how it is written."""
    assert (direction("syc"), direction("zza")) == ("auto", "auto")


def test_time_is_kept_for_machines() -> None:
    """A day has its ISO form, or the whole time where one is known."""
    words = Words("en", {"en": ENGLISH})
    assert words.when(date(2025, 4, 9)).iso == "2025-04-09"
    assert words.when(date(2025, 4, 9), "2025-04-09T08:00:00+03:00").iso == "2025-04-09T08:00:00+03:00"


@pytest.mark.parametrize(
    ("lang", "name"),
    [("en-GB", "en_GB"), ("en", "en_US"), ("ar", "ar_EG"), ("tr", "tr_TR"), ("ckb", "ckb_IQ"), ("zh-Hant", "zh_TW")],
)
def test_locale_has_a_territory(lang: str, name: str) -> None:
    """A language that names no territory gets the one where it is mostly spoken, as other sites want it."""
    assert locale_name(lang) == name
