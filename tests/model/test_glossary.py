from datetime import date

import pytest

from digest.model import Scope, Validity
from tests.digests import term

HTS = """
    term: HTS
    name: Hay’at Tahrir al-Sham
    aliases: [Hayat Tahrir al-Sham, {text: Nusra, hidden: true}, HTS]
    native: {ar: هيئة تحرير الشام}
"""


def test_address_is_in_the_glossary() -> None:
    """A term's page is under its slug."""
    assert term("term: T4", slug="t4-air-base").address == "/glossary/t4-air-base/"


def test_hidden_names_are_not_shown() -> None:
    """Shown are the full form and the aliases, each once, but neither hidden ones nor the title again."""
    assert term(HTS).shown_names == ("Hay’at Tahrir al-Sham", "Hayat Tahrir al-Sham")


def test_all_names_are_searched() -> None:
    """Hidden aliases and native script are names too, each once."""
    names = ("HTS", "Hay’at Tahrir al-Sham", "Hayat Tahrir al-Sham", "Nusra", "هيئة تحرير الشام")
    assert names == term(HTS).all_names


@pytest.mark.parametrize(
    ("scope", "admitted"),
    [
        (Scope(), True),
        (Scope(themes=("security", "oil")), True),
        (Scope(themes=("oil",)), False),
        (Scope(lang="en"), True),
        (Scope(lang="en-GB"), True),
        (Scope(lang="ar"), False),
        (Scope(since=date(2025, 4, 9)), True),
        (Scope(since=date(2025, 4, 10)), False),
        (Scope(until=date(2025, 4, 9)), True),
        (Scope(until=date(2025, 4, 8)), False),
        (Scope(themes=("security",), lang="ar"), False),
    ],
)
def test_scope_admits_what_lies_within_all_of_it(scope: Scope, admitted: bool) -> None:
    """A sense can be meant in any of its themes, in its language whatever the country, both days included."""
    assert admitted == scope.admits(("security", "diplomacy"), "en-US", date(2025, 4, 9))


@pytest.mark.parametrize(
    ("since", "until", "held"),
    [
        (None, 9, True),
        (None, 8, False),
        (9, None, True),
        (10, None, False),
        (9, 9, True),
        (8, 10, True),
        (7, 8, False),
        (10, 11, False),
    ],
)
def test_period_holds_on_both_its_ends(since: int | None, until: int | None, held: bool) -> None:
    """A period holds from its first day to its last, both included; an end that is not given is open."""
    first, last = (date(2025, 4, day) if day else None for day in (since, until))
    period = Validity(first, last, "", "")
    assert period.holds(date(2025, 4, 9)) is held
    assert period.is_over(date(2025, 4, 9)) is (until in (7, 8))
