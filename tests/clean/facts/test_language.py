"""The language of a text."""

import pytest

from digest.clean.facts.language import detect_language, known_code

UYGHUR = "ئۇيغۇر ئاپتونوم رايونىدا كۆۋرۈك ئالتە يىلدىن كېيىن قايتا ئېچىلدى دەپ خەۋەر قىلدى"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The two sides met on Thursday, and they agreed that the talks would go on."),
        ("de", "Die beiden Seiten trafen sich am Donnerstag, und sie haben sich auf weitere Gespräche geeinigt."),
        ("fr", "Les deux parties se sont rencontrées jeudi et elles ont décidé de poursuivre les négociations."),
        ("es", "Las dos partes se reunieron el jueves y acordaron que las conversaciones deben continuar."),
        ("tr", "İki taraf perşembe günü bir araya geldi ve görüşmelerin devam etmesi için bir karar aldı."),
        ("ar", "اجتمع الطرفان يوم الخميس واتفقا على أن تستمر المحادثات بينهما في العاصمة."),
        ("ckb", "هەردوو لا ڕۆژی پێنجشەممە کۆبوونەوە و ڕێککەوتن کە گفتوگۆکان لە پایتەخت بەردەوام بن."),
        ("ckb", "پردەکە دوای شەش ساڵ کرایەوە"),
        ("ckb", "سه‌رۆكی حكومه‌ت له‌گه‌ڵ وه‌زیر كۆبووه‌وه‌ و باسی دۆخی ناوچه‌كه‌یان كرد"),
        ("ku", "Herdu alî roja pêncşemê civiyan û li ser berdewamiya danûstandinan li hev kirin."),
        ("fa", "دو طرف روز پنجشنبه دیدار کردند و توافق کردند که گفت‌وگوها در پایتخت ادامه یابد."),
        ("ur", "دونوں فریقوں نے جمعرات کو ملاقات کی اور اس بات پر اتفاق کیا کہ بات چیت جاری رہے گی۔"),
    ],
)
def test_language(code: str, text: str) -> None:
    """A sentence or two tell a language by its commonest words."""
    assert detect_language(text) == code


@pytest.mark.parametrize("text", ["", "12 34", "Xyzzy plugh frotz gnusto rezrov", "هەولێر", UYGHUR])
def test_no_language(text: str) -> None:
    """What has no common words of any known language has none."""
    assert detect_language(text) == ""


@pytest.mark.parametrize(
    ("tag", "code"),
    [("en", "en"), ("en_GB", "en"), ("sr-Latn", "sr"), ("CKB", "ckb"), ("de-AT", "de")]
    + [(tag, "") for tag in ("zxx", "und", "mul", "xx", "sh", "art", "qqq", "english", "x-default", "")],
)
def test_known_code(tag: str, code: str) -> None:
    """A tag counts if its language is one that a site may be written in."""
    assert known_code(tag) == code


def test_few_words_of_names_say_nothing() -> None:
    """Where languages are close in a few words, or letters lack their marks, none is told."""
    assert detect_language("Petra: king in Rome. Jordan's King Abdullah met Pope Leo in Rome on Monday.") == ""
    assert detect_language("Why the budget matters: Iraq's cabinet approved a draft budget. Here are the points.") == ""
