import pytest

from digest.render.share.faces import chosen, face, lacking, letters
from tests.render.share.letters import ARABIC, FONTS, LATIN, LICENCE

FACES = [face(data) for data in FONTS]
LETTERS = letters(FACES)


@pytest.mark.parametrize(
    "text",
    [
        "The Levant Brief: “Who’s who?” – 9 April 2025 · T4 & Co. (50 %) €",
        "İstanbul’da ışıklar: çatışmasızlık, görüş, ağ",
        "Hayʼat Taḥrīr al-Shām, ʿAlī, Ḫālid, Łódź, Đorđe, Öğün, Straße, Åse, Ñandú, Žižek, Őrség, Țara",
        "Ξένοι στην Αθήνα",
        "Переговоры в Баку, Україна, Ђоковић",
        "إسرائيل تقصف قاعدة، وتركيا تنفي؟ ٩ نيسان ٢٠٢٥ مُهِمٌّ",
        "ڕێککەوتنی نوێ لە هەولێر: ئاسۆ، گەل، ڤیان، ژیان، چۆڵ",
        "گفت‌وگوهای پکن",
    ],
)
def test_built_in_fonts_have_the_letters_of_digests(text: str) -> None:
    """Titles in European languages, Turkish, Arabic, Kurdish and Persian lack no letter."""
    assert lacking(text, LETTERS) == ""


def test_missing_letters_are_told_once() -> None:
    """What no font has is told once each; spaces, joiners and what a font makes of parts are not missing."""
    assert lacking("会談 in 会\u00a0\u200d\u202e🎉\ufe0f ὰ", LETTERS) == "会談🎉"
    assert lacking("é", letters([face(ARABIC)])) == "é"
    assert lacking("abc", letters([])) == "abc"


@pytest.mark.parametrize("data", [b"", b"<svg/>", LATIN[:4000], bytes(200_000)])
def test_what_is_no_font_is_told(data: bytes) -> None:
    """Bytes that are no font, or half of one, are a ValueError."""
    with pytest.raises(ValueError, match="font"):
        face(data)


def test_sign_stays_in_the_font_of_its_word() -> None:
    """Letters take the first font that has them; digits too, but marks and points that of what they follow."""
    assert chosen("T4", FACES) == [0, 0]
    assert chosen("قصف، T4.", FACES) == [1, 1, 1, 1, 1, 0, 0, 0]
    assert chosen("عام 2025", FACES) == [1, 1, 1, 1, 0, 0, 0, 0]
    assert chosen("会", FACES) == [0]


def test_fonts_are_small_and_have_their_licence() -> None:
    """Together the fonts take less than 250 KB, and the licence that they must come with lies beside them."""
    assert sum(map(len, FONTS)) < 250_000
    assert "SIL OPEN FONT LICENSE" in LICENCE.read_text("utf-8")
