"""Countries and peoples by their English names: "Turkey", "Turkish", "Turks"."""

from __future__ import annotations

from functools import lru_cache

from babel import Locale

_NO_COUNTRIES = frozenset({"EU", "EZ", "UN", "XA", "XB", "ZZ"})  # CLDR's regions that are unions, or tests
_MORE_COUNTRIES = frozenset({"America", "Britain", "Burma", "Palestine", "Turkey", "UK", "US", "USA"})

# Words that say whose something is, and its people: with an s they are several of them.
_PEOPLES = frozenset(
    """
    afghan african albanian algerian american angolan arab arabian arabic argentine argentinian armenian asian
    australian austrian azerbaijani azeri bahraini bangladeshi basque belarusian belgian bolivian bosnian brazilian
    briton british bulgarian burmese cambodian cameroonian canadian catalan chadian chechen chilean chinese christian
    colombian congolese croat croatian cuban cypriot czech danish dane dominican dutch ecuadorian egyptian emirati
    english eritrean estonian ethiopian european filipino finn finnish french gazan georgian german ghanaian greek
    guatemalan haitian hindu honduran hungarian icelandic indian indonesian iranian iraqi irish islamic israeli italian
    ivorian jamaican japanese jew jewish jordanian kazakh kenyan korean kosovan kosovar kurd kurdish kuwaiti kyrgyz
    laotian latvian lebanese liberian libyan lithuanian macedonian malaysian malian maltese mauritanian mexican
    moldovan mongolian montenegrin moroccan mozambican muslim namibian nepalese nepali nicaraguan nigerian nigerien
    norwegian omani pakistani palestinian panamanian paraguayan persian peruvian pole polish portuguese qatari romanian
    russian rwandan salvadoran saudi scot scottish senegalese serb serbian singaporean slovak slovene slovenian somali
    spaniard spanish sudanese swede swedish swiss syrian taiwanese tajik tanzanian thai tibetan tunisian turk turkish
    turkmen ugandan ukrainian uruguayan uyghur uzbek venezuelan vietnamese welsh western yemeni zambian zimbabwean
    """.split()  # noqa: SIM905  (a hundred quoted words would be harder to read)
)


def is_country(name: str) -> bool:
    """Whether a name is that of a country or a part of the world."""
    return name.removeprefix("the ") in _territories() or name.replace(".", "") in _MORE_COUNTRIES


def is_people(name: str) -> bool:
    """Whether a word only says that something belongs to a country, a people or a faith: "Israeli", "Kurds"."""
    word = name.lower()
    return word in _PEOPLES or word.removesuffix("s") in _PEOPLES


@lru_cache(maxsize=1)
def _territories() -> frozenset[str]:
    return frozenset(name for code, name in Locale("en").territories.items() if code not in _NO_COUNTRIES)
