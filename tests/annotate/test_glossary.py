import pytest

from digest.annotate import Glossary
from digest.annotate.scan import bare
from tests.annotate.reading import glossary
from tests.digests import term


def slugs(text: str) -> list[str]:
    """The terms whose senses the slice of a text holds."""
    return [sense.slug for sense in glossary().slices([text])[0].senses]


def test_slice_holds_what_a_text_can_match() -> None:
    """A slice has the forms that stand in the text, and their senses, in the glossary's order."""
    (part,) = glossary().slices(["T4 in Homs, [[baku|there]]."])
    assert [(form.text, form.term) for form in part.forms] == [
        ("Homs", "homs"),
        ("T4", "t4-air-base"),
        ("T4", "thyroxine"),
    ]
    assert [sense.slug for sense in part.senses] == ["baku", "homs", "t4-air-base", "thyroxine"]


def test_change_to_a_term_concerns_its_texts_alone() -> None:
    """A new alias changes no slice of a text that does not hold it: such a text is not annotated again."""
    before = Glossary([term("term: Homs", slug="homs")])
    after = Glossary([term("term: Homs\naliases: [Homs city]", slug="homs"), term("term: Baku", slug="baku")])
    texts = ["In Homs.", "In Homs city."]
    changed = [one != other for one, other in zip(before.slices(texts), after.slices(texts), strict=True)]
    assert changed == [False, True]


@pytest.mark.parametrize(
    "text",
    [
        "Scientific Studies\nand Research Center",
        "> Scientific Studies  \n> and Research Center",
        "Scientific Studies\\\nand Research Center",
        "**Scientific** Studies and *Research* Center",
        "[Scientific] Studies and Research Center",
        "Scientific&nbsp;Studies &#97;nd&#32;Research Center",
        "Scientific Stu&shy;dies and Research~~ ~~Center",
    ],
)
def test_name_is_seen_through_markdown(text: str) -> None:
    """Line ends, emphasis, brackets and entities do not hide a name from the first look."""
    assert slugs(text) == ["ssrc"]


@pytest.mark.parametrize("name", ["E*TRADE", "A*STAR", "snake_case", "[x]y", "a~b", "R&D", "AT&T"])
def test_name_may_hold_marks_of_markdown(name: str) -> None:
    """A name with a star, a line or a bracket in it is found all the same, however it is escaped."""
    found = Glossary([term(f"term: '{name}'", slug="x")])
    escaped = "".join(char if char.isalnum() else f"\\{char}" for char in name)
    entities = "".join(f"&#{ord(char)};" for char in name)
    texts = [f"An {name} x", f"An {escaped} x", f"An {entities} x", "An x"]
    assert [bool(part.senses) for part in found.slices(texts)] == [True, True, True, False]


def test_entity_without_its_end_is_text() -> None:
    """Markdown does not read `&copy` without a semicolon, so neither does the first look."""
    assert bare("AT&copyT &copy;").folded == "AT&copyT ©"


def test_rarity_grows_with_each_doubling() -> None:
    """What a sense's rarity is depends on the number of texts that mention it, roughly, so that few texts change it."""
    rarity = [glossary().slices(["Homs"] * n)[0].senses[0].rarity for n in (1, 2, 3, 4, 5, 8, 9, 1000, 1001)]
    assert rarity == [0, 1, 2, 2, 3, 3, 4, 10, 10]
