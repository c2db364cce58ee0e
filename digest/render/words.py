"""Words: the interface's texts in one catalogue a language, and dates as its readers write them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property, lru_cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import format_date
from babel.numbers import format_decimal
from markupsafe import Markup, escape

from digest.problems import did_you_mean
from digest.render.alphabet import Alphabet
from digest.render.views import Marked, Site, When

Catalogue = Mapping[str, str | Mapping[str, str]]
_NONE = Markup("")


class WordError(Exception):
    """A template asks for a text that no catalogue has, or the text can't be filled with what the template gives."""


class Words:
    """The texts of one language, with English where it has none."""

    def __init__(self, lang: str, catalogues: Mapping[str, Catalogue]) -> None:
        """`catalogues` are by language; `en` is complete."""
        self.lang = lang
        self.locale = Locale.parse(lang, sep="-")
        self.catalogues = catalogues
        self._plain: dict[str, str] = {}  # the texts that nothing is filled into, as they are shown
        self._texts = {
            **catalogues["en"],
            **catalogues.get(lang.split("-")[0], {}),
            **catalogues.get(lang, {}),
        }

    def into(self, lang: str) -> Words:
        """Return the words of a language, or these where it has no catalogue or is a kind of this language."""
        base = lang.split("-")[0]
        if base == self.lang.split("-")[0] or not {lang, base} & self.catalogues.keys():
            return self
        return Words(lang, self.catalogues)

    def __call__(self, key: str, **values: str | int) -> str:
        """Return a text with `{name}` replaced; where it has plural forms, `n` chooses. WordError for none.

        Numbers are written as the language writes them. A value that is HTML makes a text that is.
        """
        if not values and key in self._plain:
            return self._plain[key]
        text = self._text(key)
        try:
            if not isinstance(text, str):
                text = text.get(self._form(values["n"]), text["other"])
            if not values:
                return self._plain.setdefault(key, text.format())
            if any(isinstance(value, Markup) for value in values.values()):
                text = escape(text)
            return text.format(**{name: self._written(value) for name, value in values.items()})
        except KeyError as error:
            raise WordError(f'the word "{key}" needs a value for {error}: t("{key}", {error.args[0]}=…)') from error
        except TypeError as error:
            raise WordError(f'the word "{key}" can\'t be filled: {error}') from error
        except (ValueError, IndexError, AttributeError) as error:
            raise WordError(f'the word "{key}" can\'t be filled: {error}: {text}') from error

    def forms(self, key: str) -> Mapping[str, str]:
        """Return a text's plural forms by CLDR's names, for scripts that count."""
        text = self._text(key)
        return text if isinstance(text, Mapping) else {"other": text}

    @cached_property
    def alphabet(self) -> Alphabet:
        """The language's alphabetical order."""
        return Alphabet("".join(self("alphabet").split()))

    def number(self, number: int) -> str:
        """Return a number as the language groups its digits, which are 0 to 9 everywhere, as in dates."""
        return _grouped(number, self.lang)

    def _form(self, number: object) -> str:
        """Return the name of the plural form for a number."""
        if not isinstance(number, int):
            raise TypeError(f"{type(number).__name__} is no number; perhaps | length lacks")
        return str(self.locale.plural_form(number))

    def _written(self, value: object) -> str:
        if isinstance(value, int):
            return self.number(value)
        if not isinstance(value, str):
            str(value)  # of what is undefined this says so
            raise TypeError(f"{type(value).__name__} is neither text nor a number")
        return value

    def _text(self, key: str) -> str | Mapping[str, str]:
        if key not in self._texts:
            raise WordError(f'no word "{key}" in templates/lang/en.yaml{did_you_mean(str(key), self._texts)}')
        return self._texts[key]

    @property
    def dir(self) -> str:
        """The direction of the language's script: `ltr` or `rtl`."""
        return direction(self.lang)

    def when(self, day: date, iso: str = "") -> When:
        """Return a day as a view; `iso` is the time, where one is known."""
        return When(_long(day, self.lang), iso or day.isoformat(), day)

    def month(self, day: date) -> str:
        """Return a month with its year."""
        return _formatted(day, f"{_month(self.lang)} y", self.lang)

    def year(self, day: date) -> str:
        """Return a year."""
        return _formatted(day, "y", self.lang)

    def month_name(self, day: date) -> str:
        """Return a month without its year."""
        return _formatted(day, _month(self.lang), self.lang)


def attributes(item: Marked | Site) -> Markup:
    """Return the language and direction of a text as HTML attributes: none where they are its page's."""
    return Markup(' lang="{}" dir="{}"').format(item.lang, item.dir) if item.lang else _NONE


@lru_cache(maxsize=256)
def direction(lang: str) -> str:
    """Return `rtl` for languages that are written from right to left, else `ltr`; `auto` for those not known."""
    try:
        return str(Locale.parse(lang, sep="-").text_direction)
    except (UnknownLocaleError, ValueError):
        return "auto"


@lru_cache(maxsize=256)
def locale_name(lang: str) -> str:
    """Return a language with the territory that it names or is mostly spoken in, such as `en_GB` or `ckb_IQ`."""
    locale = Locale.parse(lang, sep="-")
    known = get_global("likely_subtags")
    likely = known.get(f"{locale.language}_{locale.script}") or known.get(locale.language, "")
    return f"{locale.language}_{locale.territory or likely.rpartition('_')[2]}".rstrip("_")


def own_name(lang: str) -> str:
    """Return a language's name in that language."""
    return str(Locale.parse(lang, sep="-").get_display_name(lang))


@lru_cache(maxsize=256)
def _month(lang: str) -> str:
    """Return the pattern of a month that stands without its day.

    Babel has such names by language only. Where they are no others than those in dates, a region's own are in dates.
    """
    months = Locale.parse(lang.split("-")[0]).months
    return "MMMM" if months["format"]["wide"] == months["stand-alone"]["wide"] else "LLLL"


@lru_cache(maxsize=4096)
def _grouped(number: int, lang: str) -> str:
    return format_decimal(number, locale=Locale.parse(lang, sep="-"), numbering_system="latn")


@lru_cache(maxsize=4096)
def _long(day: date, lang: str) -> str:
    return format_date(day, "long", locale=Locale.parse(lang, sep="-"))


@lru_cache(maxsize=4096)
def _formatted(day: date, pattern: str, lang: str) -> str:
    return format_date(day, pattern, locale=Locale.parse(lang, sep="-"))
