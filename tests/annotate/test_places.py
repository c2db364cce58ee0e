import pytest

from digest.annotate.places import in_place, is_metonym
from tests.annotate.reading import ALL, annotation, page, readable
from tests.golden import Example


@pytest.mark.parametrize("example", page("places"), ids=lambda example: example.title)
def test_places(example: Example) -> None:
    """The page of examples for names that stand for a place, and for names that stand for its government."""
    actual = readable(annotation(example.given, ALL))
    assert example.golden(actual) == actual


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Ankara] has since denied it", True),
        ("that [Ankara] has no intention of war", True),
        ("accusing [Tel Aviv] of theft", True),
        ("Tensions between [Ankara] and Tel Aviv", True),
        ("technical talks between Ankara and [Tel Aviv]", True),
        ("the Ankara-[Tel Aviv] tensions", True),
        ("ties with [Ankara]", True),
        ("[Ankara] would reject it", True),
        ("[Ankara] did not comment", True),
        ("[Ankara] and Moscow agreed to meet", True),
        ("[Ankara]'s foreign policy", True),
        ("According to [Damascus], it is so", True),
        ("Pressure on [Ankara] grew", True),
        ("A spokesman in [Ankara] said so", False),
        ("Two men from [Homs] said so", False),
        ("The mayor of [Ankara] has said so", False),
        ("[Ankara]'s airport", False),
        ("[Ankara] is a city", False),
        ("[Ankara] has two airports", False),
        ("the road between [Ankara] and Konya", False),
        ("He spoke in [Ankara] of theft", False),
        ("[Ankara]", False),
    ],
)
def test_metonym(text: str, expected: bool) -> None:
    """A city that acts, is acted on, or is one side of a relation stands for a government."""
    start, end = text.index("["), text.index("]") - 1
    assert expected == is_metonym(text.replace("[", "").replace("]", ""), start, end)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[HOMS], Syria - Shells fell", True),
        ("[HOMS] (AFP) — Shells fell", True),
        ("He lives in [Homs]", True),
        ("to the north of [Homs]", True),
        ("The mayor of [Homs]", False),
        ("[Homs] - a city", False),
        ("[HOMS] is a city", False),
    ],
)
def test_place(text: str, expected: bool) -> None:
    """A place stands in a dateline, after words such as "in", and after a direction."""
    start, end = text.index("["), text.index("]") - 1
    assert expected == in_place(text.replace("[", "").replace("]", ""), start, end)
