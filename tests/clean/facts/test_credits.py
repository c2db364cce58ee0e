"""What an article's own lines say about it."""

import pytest

from digest.clean.draft import Draft
from digest.clean.pastes.paste import paste

HEADLINE = "Bridge over the border river opens again"
LEAD = (
    "The delegations met in the capital on Thursday for talks on the border, the foreign ministry said in a statement."
)
MORE = "They agreed to meet again within a month, and to let the engineers continue their work until then."
PROSE = f"{LEAD}\n{MORE}\n{MORE.replace('month', 'year')}"
STANDFIRST = "After six years, lorries cross the border river again, and the mayors shook hands."


def draft(head: str, tail: str = "", url: str = "") -> Draft:
    """The draft of a text with these lines below its headline and after its prose."""
    return paste("\n".join(filter(None, (HEADLINE, head, PROSE, tail))), url=url)


def test_stamps_and_people() -> None:
    """Both moments of a stamp and all people of a byline are kept, and told where they come from."""
    made = draft("By Nellie Bly and Ida Tarbell\nPublished April 9, 2025 | Updated April 10, 2025 18:00 GMT")
    assert (made.date, made.updated) == ("2025-04-09", "2025-04-10T18:00:00+00:00")
    assert made.authors == ("Nellie Bly", "Ida Tarbell")
    assert (made.found["authors"], made.found["date"], made.found["title"]) == ("byline", "timestamp", "headline")


def test_a_change_may_be_all_that_is_known() -> None:
    """The day of a change stands for the day of publication where no other is known."""
    made = draft("Updated April 10, 2025")
    assert (made.date, made.updated) == ("2025-04-10", "")


@pytest.mark.parametrize("sign", ["By Nellie Bly", "April 9, 2025"])
def test_standfirst(sign: str) -> None:
    """One sentence or two between the headline and a byline or a stamp are the summary, and leave the text."""
    made = draft(f"{STANDFIRST}\n{sign}")
    assert made.summary == STANDFIRST
    assert STANDFIRST not in made.body
    assert ("standfirst", STANDFIRST) in [(removal.rule, removal.text) for removal in made.removals]


def test_standfirst_before_a_dateline() -> None:
    """An article that begins at its dateline has its standfirst before it."""
    made = paste(f"{HEADLINE}\n{STANDFIRST}\nBEIRUT, Lebanon - {PROSE}")
    assert (made.summary, made.dateline) == (STANDFIRST, "BEIRUT, Lebanon")


@pytest.mark.parametrize(
    "head",
    [
        STANDFIRST,
        f"By Nellie Bly\n{STANDFIRST}",
        f"{STANDFIRST}\n{STANDFIRST}\nBy Nellie Bly",
        f"“{STANDFIRST}”\nBy Nellie Bly",
        "The mayors of both towns on the bridge, which opened again on Wednesday. (Ida Tarbell)\nBy Nellie Bly",
        f"{LEAD} {MORE} {LEAD} {MORE}\nBy Nellie Bly",
    ],
)
def test_what_is_no_standfirst(head: str) -> None:
    """What is not set apart, is said in quotes, describes a picture or is long stays in the text."""
    assert draft(head).summary == ""


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("© 2025 The River Post. All rights reserved.", "The River Post"),
        ("Copyright 2025 The Associated Press. All rights reserved.", ""),
        ("Copyright. All rights reserved.", ""),
        ("© 2025 all rights reserved", ""),
    ],
)
def test_outlet_of_a_copyright_line(line: str, outlet: str) -> None:
    """Who holds the rights is the outlet, if it is no agency."""
    assert draft("", line).source == outlet


def test_outlet_that_is_not_at_the_address_is_another() -> None:
    """A copyright line may be of whoever wrote the report first: then the address names the outlet."""
    line = "© 2025 The River Post. All rights reserved."
    assert draft("", line, "https://www.riverpost.example/a").source == "The River Post"
    assert draft("", line, "https://www.mountaindaily.example/a").source == "Mountaindaily"


def test_agency_beside_people() -> None:
    """An agency in a byline is told apart from the people."""
    made = draft("By Nellie Bly and The Associated Press")
    assert (made.authors, made.agency) == (("Nellie Bly",), "Associated Press")


def test_name_alone_over_a_stamp() -> None:
    """A name between the headline and a stamp is the author's where no byline names one; a section's name is not."""
    assert draft("Nellie Bly\nPublished April 9, 2025").authors == ("Nellie Bly",)
    assert draft("Middle East\nPublished April 9, 2025").authors == ()
    assert draft("By\nNellie Bly\nReporter\nPublished April 9, 2025").authors == ("Nellie Bly",)
    assert draft("By Ida Tarbell\nNellie Bly\nPublished April 9, 2025").authors == ("Ida Tarbell",)


def test_change_on_a_line_of_its_own() -> None:
    """A change whose line says its day alone is later than the day before."""
    made = draft("Published 12 March 2025, 18:42 GMT\nUpdated 13 March 2025")
    assert (made.date, made.updated) == ("2025-03-12", "2025-03-13")


def test_stamp_below_the_prose() -> None:
    """The only stamp below a text is its own; of several, some are other reports', and one within it is a heading."""
    assert draft("", f"2025-05-03 18:20:11\n{LEAD}").date == ""
    assert draft("", "2025-05-03 18:20:11").date == "2025-05-03"
    assert draft("", "3 May 2025\n4 May 2025").date == ""
    assert draft("April 9, 2025", "2025-05-03 18:20:11").date == "2025-04-09"


def test_place_and_time_on_a_spanish_line() -> None:
    """A line with a place and a time says when, and its zone is kept."""
    spanish = "Los trabajadores del puerto pusieron fin este miércoles a una huelga de nueve días, dijo el sindicato."
    text = (
        f"El puerto vuelve al trabajo tras nueve días\nPor Lucía Ortega\nEstambul - 09 abr 2025 - 14:30 CEST\n{spanish}"
    )
    assert paste(f"{text}\n{spanish}").date == "2025-04-09T14:30:00+02:00"
