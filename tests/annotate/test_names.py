import pytest
from hypothesis import given

from digest.annotate.fold import fold
from digest.annotate.names import larger_name, names
from tests.annotate.reading import ALL, annotation, page, readable
from tests.annotate.texts import texts
from tests.golden import Example


@pytest.mark.parametrize("example", page("larger_names"), ids=lambda example: example.title)
def test_larger_names(example: Example) -> None:
    """The page of examples for names that are part of another, which the glossary does not have."""
    actual = readable(annotation(example.given, ALL))
    assert example.golden(actual) == actual


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Bank of Homs said Israel Katz left Deir ez-Zor.", ["Bank of Homs", "Israel Katz", "Deir ez-Zor"]),
        ("Talks began. Syrian Observatory for Human Rights did.", ["Syrian Observatory for Human Rights"]),
        ("Syria and Turkey met in Baku.", ["Turkey", "Baku"]),
        ("Syria met. He saw Syria.", ["Syria", "Syria"]),
        ("They are of the same mind.", []),
        ("HTS and the SDF", ["HTS", "SDF"]),
        ("in Homs, Aleppo and Hama", ["Homs", "Aleppo", "Hama"]),
        ("قال أحمد الشرع", []),
    ],
)
def test_names_of_a_text(text: str, expected: list[str]) -> None:
    """Names are the longest runs of capitalised words; a sentence's first word alone is none, if it is nowhere else."""
    assert expected == [text[start:end] for start, end in names(text)]


@given(texts)
def test_names_lie_in_the_text_one_after_the_other(text: str) -> None:
    """Whatever the text, names are in order, not empty, and do not overlap."""
    ends = [0]
    for start, end in names(text):
        assert ends[-1] <= start < end <= len(text)
        ends.append(end)


@given(texts)
def test_larger_name_holds_the_name(text: str) -> None:
    """A larger name holds the one that it was asked of."""
    folded = fold(text).text
    for start, end in names(folded):
        larger = larger_name(folded, start, end)
        assert larger is None or (larger[0] <= start and end <= larger[1] and larger != (start, end))


@pytest.mark.parametrize(
    ("text", "larger"),
    [("the Oror [RS24] met", None), ("the Line [T4] ran", "Line T4"), ("the Syrian [SDF] met", None)],
)
def test_letters_in_capitals_stand_for_themselves(text: str, larger: str | None) -> None:
    """Several letters in capitals, with a number or without, are no part of what stands before them; one letter is."""
    start, end = text.index("["), text.index("]") - 1
    bare = text.replace("[", "").replace("]", "")
    found = larger_name(bare, start, end)
    assert larger == (bare[slice(*found)] if found else None)
