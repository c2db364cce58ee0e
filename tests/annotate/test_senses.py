import pytest

from digest.annotate import explain
from tests.annotate.reading import ALL, annotation, manuscript, page, readable, slice_for
from tests.golden import Example


@pytest.mark.parametrize("example", page("senses"), ids=lambda example: example.title)
def test_senses(example: Example) -> None:
    """The page of examples for forms that may mean several things."""
    actual = readable(annotation(example.given))
    assert example.golden(actual) == actual


@pytest.mark.parametrize("example", page("people"), ids=lambda example: example.title)
def test_people(example: Example) -> None:
    """The page of examples for what is short for a full name: surnames, initials, and what a text itself explains."""
    actual = readable(annotation(example.given, ALL))
    assert example.golden(actual) == actual


@pytest.mark.parametrize(
    ("given", "why", "others"),
    [
        ("glossary: {senses: {T4: thyroxine}}\n---\nT4", "the front matter gives the sense", ("t4-air-base",)),
        ("themes: [security]\n---\nT4. [[t4-air-base|The base]]", "the author's brackets name it", ("thyroxine",)),
        ("themes: [security]\n---\nT4. Tiyas Air Base", "the text spells it out", ("thyroxine",)),
        ("themes: [security]\n---\nSDF", "the only sense in scope", ("self-defence-forces",)),
        ("draft: true\n---\nHoms", "the only sense", ()),
        ("themes: []\n---\nSDF", "out of scope", ("sdf", "self-defence-forces")),
        ("themes: [security]\n---\nT4", "nothing decides what it means here", ("t4-air-base", "thyroxine")),
    ],
)
def test_each_decision_has_its_reason(given: str, why: str, others: tuple[str, ...]) -> None:
    """The rule that decided is recorded, with the terms that were not meant."""
    found = manuscript("---\n" + given.replace("draft: true", "clean: true"))
    first = explain(found, slice_for(found))[0]
    assert (why, others) == (first.sense, first.others)


def test_form_of_the_front_matter_is_folded() -> None:
    """An author may write the form with any apostrophe."""
    given = "---\nglossary: {senses: {Hay'at Tahrir al-Sham: hts}}\n---\nHay’at Tahrir al-Sham"
    found = manuscript(given)
    assert [place.sense for place in explain(found, slice_for(found))] == ["the front matter gives the sense"]
