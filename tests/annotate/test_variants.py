import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.annotate.fold import fold_name
from digest.annotate.variants import initials, plural, spellings, surnames
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
