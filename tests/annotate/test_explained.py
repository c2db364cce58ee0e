"""What texts say of their short forms; what the words in brackets may be short for is the affair of `abbreviations`."""

import pytest

from digest.annotate import markdown
from digest.annotate.explained import Explained, explained, forms_told, meant_at
from digest.annotate.find import Reader, find
from tests.annotate.reading import everything, glossary


def told(text: str) -> dict[str, list[tuple[str, str]]]:
    """What a Markdown text explains, with the glossary of the fixtures: by short form, the terms and the long forms."""
    (part,) = glossary().slices([text])
    tokens = markdown.parse(text, {})
    passages = markdown.passages(tokens)
    senses = {sense.slug: sense for sense in part.senses}
    people = {slug for slug, sense in senses.items() if sense.kind == "person"}
    found = find(tokens, passages, part.forms, Reader(people, "en"))
    return {short: [(one.term, one.long) for one in ones] for short, ones in explained(passages, found, senses).items()}


@pytest.mark.parametrize(
    ("text", "short", "term"),
    [
        ("The Tiyas Air Base (TIAB) was hit.", "TIAB", "t4-air-base"),
        ("The *Tiyas Air Base* [TIAB] was hit.", "TIAB", "t4-air-base"),
        ("Smoke rose over TIAB (Tiyas Air Base).", "TIAB", "t4-air-base"),
        ("The Syrian Democratic Forces (SDF) came.", "SDF", "sdf"),
        ("The Scientific Studies and Research Centre (SSRC) denied it.", "SSRC", "ssrc"),
        ("The Syrian Democratic Forces, known by the acronym SDF, came.", "SDF", "sdf"),
        ("The Syrian Democratic Forces — the SDF — came.", "SDF", "sdf"),
        ("The SDF, short for Syrian Democratic Forces, came.", "SDF", "sdf"),
        ("They left Ankara (ANK) at noon.", "ANK", "ankara"),
        ("The Levantine National Party (NLF) came.", "NLF", "nlf"),
        ("The Association of Quiet People (AQP) met.", "AQP", "aqp"),
    ],
)
def test_long_form_names_the_term(text: str, short: str, term: str) -> None:
    """A short form stands for the term whose name is spelled out beside it, if not to the letter."""
    assert [slug for slug, _ in told(text)[short]] == [term]


@pytest.mark.parametrize(
    ("text", "long"),
    [
        ("High-throughput screening (HTS) takes a night.", "High-throughput screening"),
        ("The Harmonized Tariff Schedule – HTS – says soap.", "Harmonized Tariff Schedule"),
        ("The HTS, or Harmonized Tariff Schedule, says soap.", "Harmonized Tariff Schedule"),
        ("By HTS (Harmonized Tariff Schedule) it is soap.", "Harmonized Tariff Schedule"),
    ],
)
def test_other_long_form_is_something_else(text: str, long: str) -> None:
    """A form of the glossary that a text spells out as something unknown means none of its terms there."""
    assert told(text) == {"HTS": [("", long)]}


@pytest.mark.parametrize(
    "text", ["ANKARA (AA) — It rained.", "Homs, Syria (HTS) - It rained.", "Ankara (ANK) – It rained."]
)
def test_dateline_explains_nothing(text: str) -> None:
    """The bracket in a dateline names an agency, which the place before it is not."""
    assert told(text) == {}


def test_term_without_a_name_may_be_another_thing() -> None:
    """What the glossary says of a term speaks against a long form that shares no word with it."""
    assert told("The Northern Library Fund (NLF) met.") == {"NLF": [("", "Northern Library Fund")]}


def test_what_concerns_no_term_is_left_out() -> None:
    """A text may explain as much as it likes: what is neither a form nor the name of a term does not matter here."""
    assert told("The People’s Defence (PD) was there, and Homs.") == {}


def test_explanations_come_in_reading_order() -> None:
    """A text may explain a form twice, as two things."""
    text = "A standard delay format (SDF) is a file.\n\nThe Syrian Defence Fund (SDF) is none."
    assert told(text)["SDF"] == [("", "standard delay format"), ("", "Syrian Defence Fund")]


@pytest.mark.parametrize(("at", "long"), [((0, 0), "one"), ((0, 9), "one"), ((1, 0), "one"), ((2, 4), "two")])
def test_last_explanation_before_a_place_holds_there(at: tuple[int, int], long: str) -> None:
    """What a text has explained last is meant; before the first explanation, that one."""
    meant = meant_at([Explained("", "one", (0, 5)), Explained("", "two", (2, 4))], at)
    assert meant is not None
    assert meant.long == long
    assert meant_at([], at) is None


def test_code_explains_nothing() -> None:
    """What stands in code is no prose."""
    assert told("`high-throughput screening (HTS)`") == {}


def test_part_of_a_longer_name_is_not_that_name() -> None:
    """A term's name within a longer long form does not make the short form the term's."""
    assert "HBA" not in told("The Homs Bakers Association (HBA) met.")


def test_short_forms_of_the_text_become_forms() -> None:
    """What only this text calls a term is sought in it like any other form; what the glossary has is not made twice."""
    explanations = {"TIAB": "t4-air-base", "SDF": "sdf", "PD": ""}
    made = forms_told(
        {short: [Explained(slug, "", (0, 0))] for short, slug in explanations.items()},
        everything().forms,
    )
    assert [(form.text, form.term) for form in made] == [("TIAB", "t4-air-base")]
