import pytest

from digest.annotate.inflection import PLAIN, inflection
from tests.annotate.reading import ALL, annotation, page, readable
from tests.golden import Example


@pytest.mark.parametrize("example", page("inflection"), ids=lambda example: example.title)
def test_inflection(example: Example) -> None:
    """The page of examples for what languages write onto names."""
    actual = readable(annotation(example.given, ALL))
    assert example.golden(actual) == actual


@pytest.mark.parametrize(
    ("lang", "same"), [("tr-TR", "tr"), ("ar-SY", "ar"), ("AZ", "tr"), ("en", ""), ("fa", ""), ("arc", ""), ("trv", "")]
)
def test_language_is_the_first_part_of_its_tag(lang: str, same: str) -> None:
    """A region or script in the tag changes nothing, and a language of which nothing is known is plain."""
    assert inflection(lang) is inflection(same)
    assert (inflection(lang) is PLAIN) == (same == "")


@pytest.mark.parametrize(
    ("lang", "text", "begins"),
    [
        ("ar", "و[حمص]", [0]),
        ("ar", "وب[حمص]", [1, 0]),
        ("ar", "بو[حمص]", [1]),
        ("ar", "[حمص]", []),
        ("ar", "و[حم]", []),
        ("ckb", "و[حمص]", []),
    ],
)
def test_word_may_begin_before_the_name(lang: str, text: str, begins: list[int]) -> None:
    """One or two letters that are words, "and" and "so" before the others; the name has three letters or more."""
    start, end = text.index("["), text.index("]") - 1
    assert begins == list(inflection(lang).begins(text.replace("[", "").replace("]", ""), start, end))


@pytest.mark.parametrize(
    ("lang", "text", "rest"),
    [
        ("tr", "[Ankara]'da x", "'da"),
        ("tr", "[HTS]'NIN", "'NIN"),
        ("tr", "[Hts]'NIN", None),
        ("tr", "[Ankara]da", None),
        ("tr", "[Ankara]'4", None),
        ("ckb", "[حومس]دا", "دا"),
        ("ckb", "[حوم]دا", None),
        ("ckb", "[Ankara]'da", None),
        ("ku", "[حومس]ەوە", "ەوە"),
        ("ku", "[Ankara]'da", "'da"),
        ("ar", "[حومس]دا", None),
        ("de", "[Israel]s Armee", "s"),
        ("sv", "[Israel]s", "s"),
        ("de", "[Hims]s", None),
        ("de", "[HTS]s", None),
        ("en", "[Israel]s", None),
    ],
)
def test_word_may_end_behind_the_name(lang: str, text: str, rest: str | None) -> None:
    """An apostrophe and letters, in capitals only behind capitals; what others write onto longer names."""
    start, end = text.index("["), text.index("]") - 1
    whole = text.replace("[", "").replace("]", "")
    assert [whole[end:last] for last in inflection(lang).ends(whole, start, end)] == ([] if rest is None else [rest])


@pytest.mark.parametrize(
    ("lang", "text", "surface"),
    [("tr", "Dün Ankara’dan geldi.", "Ankara"), ("ar", "قال وبحمص.", "حمص"), ("ar", "هو للتنف.", "للتنف")],
)
def test_quoted_sentence_has_the_whole_word(lang: str, text: str, surface: str) -> None:
    """What a language writes onto a name stays beside it where the sentence of a mention is quoted."""
    (mention,) = annotation(f"---\nlang: {lang}\n---\n{text}").mentions
    assert (mention.surface, mention.before + mention.surface + mention.after) == (surface, text)
