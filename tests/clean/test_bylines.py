"""The people of a byline."""

import pytest

from digest.clean.bylines import byline_names


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
