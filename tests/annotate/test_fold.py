import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.annotate.fold import fold, fold_name, plain_words

ODD = "aAé’'ʼ-–\u00a0\u00ad\u200c\u200f\n\t`ıİłŁẓṭهيئةُـك\u0323\u0331x \u2028"
NAMES = st.text(alphabet=ODD) | st.text()


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Hay’at Hay‘at Hayʼat Hayʾat Hayʿat Hayʻat Hay`at", "Hay'at Hay'at Hay'at Hay'at Hay'at Hay'at Hay'at"),
        ("al‑Sham al–Sham al−Sham talks—Sham", "al-Sham al-Sham al-Sham talks—Sham"),
        ("Erdoğan Łódź Ahmad aṭ-Ṭayyib Ærø Kılıçdaroğlu", "Erdogan Lodz Ahmad at-Tayyib Æro Kilicdaroglu"),
        ("a\u00a0b\u2009c\u3000d\te\nf\u2028g", "a b c d e f g"),
        ("Tah\u00adrir al\u200b-Sh\u200dam", "Tahrir al-Sham"),
        ("هَيْئَة تحريـر", "هیئه تحریر"),
        ("US us", "US us"),
        ("Tahrir  al-Sham \u200b  of", "Tahrir al-Sham of"),
    ],
)
def test_spellings_become_one(text: str, folded: str) -> None:
    """Apostrophes, dashes, spaces and accents are one of each; what has no width goes; case stays."""
    assert folded == fold(unicodedata.normalize("NFC", text)).text


@given(NAMES)
def test_every_character_keeps_its_place(text: str) -> None:
    """The original of each folded character is that character with the marks that belong to it."""
    composed = unicodedata.normalize("NFC", text)
    folded = fold(composed)
    spans = [folded.original(n, n + 1) for n in range(len(folded.text))]
    assert all(start < end for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert folded.text == "".join(fold(composed[start:end]).text for start, end in spans)


@given(NAMES)
def test_folding_again_changes_nothing(text: str) -> None:
    """A folded text is folded."""
    once = fold(unicodedata.normalize("NFC", text)).text
    assert once == fold(once).text


@given(st.text(alphabet=st.characters(max_codepoint=127)))
def test_plain_text_takes_the_short_way_to_the_same(text: str) -> None:
    """Text in ASCII is folded faster, and not otherwise than the same text beside other letters."""
    assert fold(f"{text}é").text == f"{fold(text).text}e"


def test_marks_stay_with_their_letter() -> None:
    """A span ends after the marks of its last letter, but before what merely has no width."""
    folded = fold("هيئةٌ\u200f x")
    assert folded.original(0, 4) == (0, 5)


def test_words_with_letters_of_their_own_are_made_plain() -> None:
    """Words with a letter that no accent makes, or with an apostrophe that is one, are given in plain letters, once."""
    text = "Şırnak’ta Yıldırım: “Łódź”, Øresund ve Ṣanʿāʾ; Çanakkale, Hay’at, كريم. Yıldırım"
    assert plain_words(text) == ("sirnak", "yildirim", "lodz", "oresund", "sana")
    assert plain_words("Çanakkale’de yağmur") == ()


@given(NAMES)
def test_name_has_single_spaces(text: str) -> None:
    """A name's white space is folded to single spaces, and none at its ends."""
    name = fold_name(text)
    assert name == " ".join(name.split())
