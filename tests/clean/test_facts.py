"""Facts that stand around an article."""

import pytest

from digest.clean.facts import agency_named, byline_names, split_credit, split_dateline, written_day


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


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Nellie Bly", ("Nellie Bly",)),
        ("by Nellie Bly and Ida Tarbell, Staff writers", ("Nellie Bly", "Ida Tarbell")),
        ("(Reporting by Nellie Bly; Editing by Ida Tarbell)", ("Nellie Bly",)),
        ("Written by Ludwig van Beethoven | Vienna", ("Ludwig van Beethoven",)),
        ("By The Associated Press", ()),
        ("By Reuters", ()),
        ("9 April 2025", ()),
    ],
)
def test_byline(line: str, names: tuple[str, ...]) -> None:
    """The people of a byline are authors; agencies and those who edit are not."""
    assert byline_names(line) == names


def test_agency_in_a_byline() -> None:
    """A byline that names an agency names no person."""
    assert agency_named("By The Associated Press") == "Associated Press"
    assert agency_named("By Nellie Bly") == ""


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published: Dec 22, 2023 10:59 AM EST | Updated: Dec 23, 2023", "2023-12-22"),
        ("22nd December 2023", "2023-12-22"),
        ("2025-04-10T12:00", "2025-04-10"),
        ("01/02/2025", ""),
        ("31 February 2024", ""),
        ("2 hours ago", ""),
        ("Room 12, 2023", ""),
    ],
)
def test_day(line: str, day: str) -> None:
    """A day is taken where it can only be that one."""
    assert written_day(line) == day
