"""Hyphens at the ends of lines."""

import pytest

from digest.clean.pastes.hyphens import Hyphens, goes_on

OTHERS = ["in Janu-", "ary the neigh-", "bours met"]  # a text that was broken within words


def joined(first: str, after: str, *others: str) -> str:
    """Two lines of a text as one."""
    return Hyphens([*others, first, after]).joined([first, after])


def test_one_break_keeps_its_hyphen() -> None:
    """A hyphen alone is its author's, unless the text has the word without it."""
    assert joined("the govern-", "ment said") == "the govern-ment said"
    assert joined("the govern-", "ment said", "A government") == "the government said"


def test_several_breaks_are_a_program_s() -> None:
    """Where lines end within words again and again, the hyphens go."""
    assert joined("the govern-", "ment said", *OTHERS) == "the government said"
    assert joined("the dam-", "aged bridge", *OTHERS, "The dam.") == "the damaged bridge"


@pytest.mark.parametrize(
    ("first", "after", "other"),
    [
        ("the well-", "known bridge", ""),
        ("a long-", "term loan", ""),
        ("the bank-", "owned bridge", ""),
        ("an Anglo-", "Irish bridge", ""),
        ("the co-", "operative mill", "A co-operative."),
        ("the river-", "bed", "A river has a bed."),
    ],
)
def test_compounds_keep_theirs(first: str, after: str, other: str) -> None:
    """A compound is told by its first or second part, by a capital, or by the rest of the text."""
    assert joined(first, after, *OTHERS, other) == f"{first}{after}"


def test_what_follows_may_be_another_word() -> None:
    """A hyphen that stands for the end of a word is followed by a space."""
    assert joined("der Vor-", "und Nachteile", *OTHERS) == "der Vor- und Nachteile"


def test_soft_hyphens_go() -> None:
    """A soft hyphen is a program's; at the end of a paragraph it stays, for nothing follows."""
    assert joined("the govern\u2010", "ment") == "the government"
    assert Hyphens(["govern\u2010"]).joined(["govern\u2010"]) == "govern-"


def test_goes_on() -> None:
    """A line goes on after a hyphen if the next begins in small letters."""
    assert goes_on("Janu-", "ary")
    assert not goes_on("Janu -", "ary")
    assert not goes_on("Anglo-", "Irish")
