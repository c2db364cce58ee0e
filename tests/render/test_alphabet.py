from pathlib import Path

import pytest

from digest.model import Source
from digest.read.words import read_words
from digest.render.words import Words

LANG = Path(__file__).parent.parent.parent / "templates" / "lang"
CATALOGUES = {path.stem: read_words(Source(path.name, path.read_bytes()))[0] for path in LANG.glob("*.yaml")}


@pytest.mark.parametrize(
    ("lang", "names"),
    [
        ("en", "9K11 · Ålesund · alpha · Émile · Ezra · «Zed» · Дамаск"),
        ("tr", "Can · Çin · Dağ · Irak · İran · izmir · Oslo · Öz · Qatar · Suriye · Şam · Ural · Ürdün · Zap"),
        ("ar", "أحمد · إدلب · آزاد · الجولان · باكو · تدمر · حمص · هيئة · يشار · AFP · T4"),
        ("ckb", "ئەنقەرە · ئێران · باکۆ · ڕوانگە · زاخۆ · ژیان"),
    ],
)
def test_names_stand_in_the_order_of_the_alphabet(lang: str, names: str) -> None:
    """A language's letters stand in its order, with their accents where these make letters, and others behind them."""
    alphabet = Words(lang, CATALOGUES).alphabet
    expected = names.split(" · ")
    assert [*map(alphabet.order, expected)] == sorted({*map(alphabet.order, expected)})


@pytest.mark.parametrize(
    ("lang", "headings"),
    [
        ("en", {"hay’at": "H", "ʿAyn": "A", "Éire": "E", "İzmir": "I", "4th": "#", "": "#", "(UN)": "U"}),
        ("tr", {"ırak": "I", "Irak": "I", "iran": "İ", "İran": "İ", "şam": "Ş", "Éire": "E"}),
        ("ar", {"أحمد": "ا", "الجولان": "ا", "ئيل": "ي", "T4": "T"}),
        ("ckb", {"ئێران": "ئ", "ڕوانگە": "ڕ"}),
    ],
)
def test_name_stands_under_its_first_letter(lang: str, headings: dict[str, str]) -> None:
    """The heading of a name is a letter of the language, as a capital; what begins with none stands apart."""
    alphabet = Words(lang, CATALOGUES).alphabet
    assert {name: alphabet.heading(name) for name in headings} == headings
