import pytest
from hypothesis import given

from digest.annotate.names import names
from tests.annotate.texts import texts


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
