import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.annotate.fold import fold_name
from digest.annotate.variants import initials, native_surnames, plural, spellings, surnames, with_initials
from tests.annotate.reading import ALL, annotation, page, readable
from tests.golden import Example


@pytest.mark.parametrize("example", page("spellings"), ids=lambda example: example.title)
def test_spellings(example: Example) -> None:
    """The page of examples for the ways in which one name is written."""
    actual = readable(annotation(example.given, ALL))
    assert example.golden(actual) == actual


@given(st.text().map(fold_name).filter(bool))
def test_any_name_has_itself_for_a_spelling(name: str) -> None:
    """The name itself is among its spellings, and none of them is empty or unfolded."""
    made = list(spellings(name))
    assert name in made
    assert all(one and one == fold_name(one) for one in made if one != name.replace("'", ""))


@given(st.text().map(fold_name).filter(bool))
def test_what_is_short_for_a_name_is_made_of_it(name: str) -> None:
    """Initials are letters of the name, and no surname is longer than it but for its article."""
    assert set(initials(name)) <= set(name)
    assert all(len(one) <= len(name) + 1 for one in surnames(name))


@pytest.mark.parametrize(
    ("name", "several"),
    [("deputy", "deputies"), ("envoy", "envoys"), ("pass", "passes"), ("tax", "taxes"), ("HTS", "HTSs")],
)
def test_plural(name: str, several: str) -> None:
    """A plural is made as English makes it."""
    assert several == plural(name)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Syrian Democratic Forces", "SDF"),
        ("The Syrian Observatory for Human Rights", "SOHR"),
        ("buffer zone", ""),
        ("Homs", ""),
        ("UN HABITAT", ""),
    ],
)
def test_initials(name: str, expected: str) -> None:
    """Initials are those of the capitalised words, where there are several."""
    assert expected == initials(name)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("العراق", "للعراق"),
        ("اللاذقية", "للاذقیه"),
        ("الأمم المتحدة", "للامم المتحده"),
    ],
)
def test_arabic_article_melts_with_the_word_for_to(name: str, expected: str) -> None:
    """The word for "to" and the article are written as one, and of three letters l in a row one goes."""
    assert expected in spellings(fold_name(name))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("George H. W. Bush", ["George H.W. Bush", "George H W Bush", "George HW Bush"]),
        ("George H.W. Bush", ["George H. W. Bush", "George H W Bush", "George HW Bush"]),
        ("J. R. R. Tolkien", ["J.R.R. Tolkien", "J R R Tolkien", "JRR Tolkien"]),
        ("George W. Bush", ["George W Bush"]),
        ("Robert Kennedy Jr. II", []),
        ("Hakan Fidan", []),
    ],
)
def test_initials_stand_apart_or_together(name: str, expected: list[str]) -> None:
    """A person's initials may have points, and a space between them, or not."""
    assert expected == with_initials(name)


@pytest.mark.parametrize(
    ("lang", "name", "expected"),
    [
        ("ar", "أحمد الشرع", ["الشرع", "للشرع"]),
        ("ar", "محمد جواد ظريف", ["ظريف"]),
        ("ckb", "مەسعود بارزانی", ["بارزانی"]),
        ("ar", "جمال عبد الناصر", ["عبد الناصر"]),
        ("ar", "حسن نصر الله", ["نصر الله"]),
        ("ar", "محمد بن سلمان", ["بن سلمان"]),
        ("ar", "محمد بن سلمان آل سعود", ["آل سعود"]),
        ("ar", "أبو محمد الجولاني", ["الجولاني", "للجولاني"]),
        ("ar", "جورج بوش الابن", ["بوش"]),
        ("ru", "Владимир Владимирович Путин", ["Путин"]),
        ("he", "בנימין נתניהו", ["נתניהו"]),
        ("tr", "Recep Tayyip Erdoğan", ["Erdoğan"]),
        ("ar", "عبد الله", []),
        ("ar", "عبد الله الثاني", []),
        ("ar", "محمد السادس", []),
        ("ar", "صلاح الدين", []),
        ("ar", "أبو قتادة", []),
        ("ar", "خالد أبو شادي", []),
        ("ar", "أحمد علي", []),
        ("ar", "فيروز", []),
        ("ar", "الثاني", []),
        ("hu", "Orbán Viktor", []),
        ("vi", "Nguyễn Phú Trọng", []),
        ("zh-Hant", "習 近平", []),
    ],
)
def test_native_surname_is_the_last_part_of_the_name(lang: str, name: str, expected: list[str]) -> None:
    """Words that make one name stay together; what is no family's name for sure is none."""
    assert [fold_name(one) for one in expected] == list(native_surnames(lang, fold_name(name)))


@given(st.text(alphabet="عبد اللهنأو ").map(fold_name))
def test_native_surname_ends_the_name(name: str) -> None:
    """Whatever the name, what is short for it is its end, or that with the word for "to"."""
    assert all(name.endswith(one.removeprefix("لل")) for one in native_surnames("ar", name))
