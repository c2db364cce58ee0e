from pathlib import Path

import pytest

from digest.check.entries import one_source, undated_sources
from tests.check.told import told
from tests.sites import article, grouped, term

A = "content/articles/a.md"
T4 = {
    "content/glossary/t4-air-base.md": term("T4", "name: Tiyas Air Base\naliases: [tiyas, {text: YPG, case: ignore}]")
}


@pytest.mark.parametrize(
    ("given", "count"),
    [("[{name: Rudaw}]", 1), ("[{name: Rudaw}, {name: rudaw}]", 1), ("[{name: Rudaw}, {name: Sana}]", 0)],
)
def test_entry_on_one_source_is_told(given: str, count: int) -> None:
    """An entry that rests on one source, however often named, is told where the site asks for it."""
    digest = grouped({A: article("A", keys=f"sources: {given}")})
    found = [(problem.span.file, problem.code) for problem in one_source(digest.entries)]
    assert found.count((A, "one-source")) == count


def test_source_without_a_day_is_told() -> None:
    """A source without a date is told where the site asks for it."""
    digest = grouped({A: article("A", keys="sources: [{name: Rudaw, published: 2025-04-10}, {name: Sana}]")})
    found = [problem for problem in undated_sources(digest.entries) if problem.span.file == A]
    assert [(problem.code, problem.message) for problem in found] == [
        ("undated-source", 'the source "Sana" has no date')
    ]


def test_sense_of_a_form_that_the_term_has_not_is_an_error(tmp_path: Path) -> None:
    """What an entry says a form means must be a form of that term: else it would be passed over in silence."""
    given = {
        **T4,
        A: article("A", body="T4.", keys="glossary:\n  senses:\n    HTS: hts\n    Tiyas Airbase: t4-air-base"),
    }
    (problem,) = told(tmp_path, given, "unknown-sense")
    assert str(problem) == (
        f'{A}:9:5: error: "Tiyas Airbase" is no form of the term "t4-air-base"; did you mean "Tiyas Air Base"?\n'
        "      Tiyas Airbase: t4-air-base\n"
        "      ^"
    )


def test_names_are_listed_where_none_is_near(tmp_path: Path) -> None:
    """Where no name of the term is near, the hint has them all."""
    given = {**T4, A: article("A", body="T4.", keys="glossary: {senses: {Homs: t4-air-base}}")}
    (problem,) = told(tmp_path, given, "unknown-sense")
    assert problem.hint == "its names are: T4, Tiyas Air Base, tiyas, YPG"


@pytest.mark.parametrize("form", ["T4", "T4s", "Tiyas Air Base", "TIYAS AIR BASE", "Tiyas  Air-Base", "Tiyas", "ypg"])
def test_sense_may_be_given_for_any_form_of_the_term(tmp_path: Path, form: str) -> None:
    """Whatever the matcher finds for a term may be given as its sense: variants, any case, a sentence's beginning."""
    given = {**T4, A: article("A", body="T4.", keys=f"glossary: {{senses: {{{form}: t4-air-base}}}}")}
    assert told(tmp_path, given, "unknown-sense") == []
