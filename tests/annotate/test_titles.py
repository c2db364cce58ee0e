import pytest

from digest.annotate.titles import is_whole_title, titled


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("gross domestic product", "Gross Domestic Product"),
        ("state of emergency", "State of Emergency"),
        ("no-fly zone", "No-Fly Zone"),
        ("the 1967 lines", "The 1967 Lines"),
        ("al-Tanf base", "Al-Tanf Base"),
    ],
)
def test_title_has_capitals(name: str, title: str) -> None:
    """Each word has a capital but for short ones inside, and what is no letter stays."""
    assert title == titled(name)


@pytest.mark.parametrize(
    "text",
    [
        *("[Climate Change]", "the [Climate Change] (CC)", "The [Climate Change]", "In the [Climate Change] talks"),
        *("He left Homs. [Climate Change]. Then", "Syria's [Climate Change]", "Homs, [Climate Change], Baku"),
        *("U.S. [Climate Change]", "the panel on [Climate Change] and so on"),
    ],
)
def test_title_alone_is_whole(text: str) -> None:
    """Beside small letters, points, brackets, a possessive and a sentence's usual first words it is the whole title."""
    start, end = text.index("["), text.index("]") - 1
    assert is_whole_title(text.replace("[", "").replace("]", ""), start, end)


@pytest.mark.parametrize(
    "text",
    [
        *("[Climate Change] Watch", "[Climate Change] and the Homs", "[Climate Change]-Fund", "[Climate Change] 2030"),
        *(
            "Panel on [Climate Change]",
            "Ministry of the [Climate Change]",
            "Global [Climate Change]",
            "X-[Climate Change]",
        ),
    ],
)
def test_part_of_a_longer_title_is_not_whole(text: str) -> None:
    """Where a capital or a number goes on, with small words between or not, something else is named."""
    start, end = text.index("["), text.index("]") - 1
    assert not is_whole_title(text.replace("[", "").replace("]", ""), start, end)
