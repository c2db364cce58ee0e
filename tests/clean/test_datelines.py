"""Datelines, and the agency they name."""

import pytest

from digest.clean.datelines import agency_named, split_credit, split_dateline


@pytest.mark.parametrize(
    ("line", "place", "agency", "rest"),
    [
        ("ERBIL, Kurdistan Region - Diplomatic and", "ERBIL, Kurdistan Region", "", "Diplomatic and"),
        ("RAFAH, Gaza Strip (AP) — More than", "RAFAH, Gaza Strip", "AP", "More than"),
        ("LONDON, April 9 (Reuters) - Oil", "LONDON", "Reuters", "Oil"),
        ("BEIRUT/DAMASCUS — The", "BEIRUT/DAMASCUS", "", "The"),
        ("TEHRAN- As announced", "TEHRAN", "", "As announced"),
        ("Paris (AFP) – French", "Paris", "AFP", "French"),
        ("(AP) — Hello", "", "AP", "Hello"),
        ("**ERBIL, Kurdistan Region** - Diplomatic", "ERBIL, Kurdistan Region", "", "Diplomatic"),
        ("NEW YORK -- “We", "NEW YORK", "", "“We"),
    ],
)
def test_dateline(line: str, place: str, agency: str, rest: str) -> None:
    """A place in capitals, or any place with an agency, before a dash and a sentence is a dateline."""
    assert split_dateline(line) == (place, agency, rest)


@pytest.mark.parametrize(
    "line",
    [
        "HTS - the group",
        "SSRC – The centre",
        "NATO - The alliance",
        "BREAKING - The talks",
        "U.S. - China talks",
        "Damascus, Syria – The president",
        "The man - a doctor",
        "Israel - and Turkey",
        "T4 - The base",
        "**ERBIL - Diplomatic** and",
        "",
    ],
)
def test_what_is_no_dateline(line: str) -> None:
    """An acronym, a label or a name before a dash stays in the text."""
    assert split_dateline(line) == ("", "", line)


def test_agency_at_the_end() -> None:
    """An agency's name in brackets ends an article; other brackets are part of it."""
    assert split_credit("It ended. (Reuters)") == ("It ended.", "Reuters")
    assert split_credit("It ended (again).") == ("It ended (again).", "")


def test_agency_in_a_byline() -> None:
    """A byline that names an agency names no person."""
    assert agency_named("By The Associated Press") == "Associated Press"
    assert agency_named("By Nellie Bly") == ""
