from pathlib import Path

import pytest

from tests.check.told import told
from tests.sites import SMALL, article, term

A, P = "content/articles/a.md", "content/glossary/p.md"


@pytest.mark.parametrize(
    ("alias", "message"),
    [
        ("Reform", '"Reform" is an ordinary word as well'),
        ("March", '"March" is an ordinary word as well'),
        ("will", '"will" is one of the commonest words'),
        ("Who", '"Who" is one of the commonest words'),
        ("{text: WHO, case: ignore}", '"WHO" is one of the commonest words'),
        ("{text: Hope, case: exact}", '"Hope" is an ordinary word as well'),
    ],
)
def test_form_that_is_a_common_word_is_told(tmp_path: Path, alias: str, message: str) -> None:
    """A form that sentences begin with, or have everywhere, is told at its place."""
    given = {P: term("Party of Reform", f"aliases:\n  - {alias}"), A: article("A", body="The Party of Reform.")}
    (problem,) = told(tmp_path, given, "common-word")
    assert (problem.message, problem.span.file, problem.span.line) == (message, P, 4)


@pytest.mark.parametrize(
    "alias",
    [
        "WHO",
        "US",
        "IT",
        "MARCH",
        "{text: Hope, ambiguous: true}",
        "Hope Party",
        "Reform-UK",
        "ceasefire",
        "reform",
        "Homs",
        "{text: ceasefire, case: ignore}",
    ],
)
def test_other_forms_are_fine(tmp_path: Path, alias: str) -> None:
    """Capitals are exact; several words, what needs evidence, and what is meant in lower case are fine."""
    body = "It has homes, ceasefire and reform: a hope party."
    assert told(tmp_path, {P: term("P1", f"aliases: [{alias}]"), A: article("A", body=body)}, "common-word") == []


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        ("kind: place\nterm: Turkey\nname: Türkiye", (3, 7)),
        ("kind: place\nterm: T\nname: Turkey", (4, 7)),
        ("kind: place\nterm: T\nnative:\n  tr: Turkey", (5, 7)),
        ("kind: place\nterm: T\naliases: [Anatolia, Turkey]", (4, 21)),
        ("kind: place\nterm: Turkey\naliases: [{text: Turkey}]", (4, 11)),
    ],
)
def test_the_name_that_is_meant_is_shown(tmp_path: Path, keys: str, place: tuple[int, int]) -> None:
    """Whatever key a name is the value of, and wherever that stands, the caret is under the name."""
    given = {P: f"---\n{keys}\n---\nA state.\n", A: article("A", body="A turkey ran.")}
    (problem,) = told(tmp_path, given, "common-word")
    assert (problem.span.line, problem.span.column) == place


def test_script_without_case_has_no_lower_case(tmp_path: Path) -> None:
    """A name in a script without capitals is no ordinary word because the archive has it."""
    given = {P: term("Peshmerga", "native: {ku: پێشمەرگە}\naliases: [بيشمركة]"), A: article("A", body="پێشمەرگە")}
    assert told(tmp_path, given, "common-word") == []


def test_words_of_other_languages_are_not_known(tmp_path: Path) -> None:
    """The lists are English: elsewhere only the archive's own words count."""
    site = {"content/site.yaml": SMALL["content/site.yaml"] + "language: tr\n"}
    given = {**site, P: term("P1", "aliases: [Will, Umut]"), A: article("A", body="Bir umut var.")}
    (problem,) = told(tmp_path, given, "common-word")
    assert problem.message == '"Umut" is an ordinary word as well: an entry has "umut" in lower case'


@pytest.mark.parametrize(
    ("alias", "bodies", "message"),
    [
        ("Gorran", ["A gorran grew.", "Two gorran, *gorran*."], '2 entries have "gorran" in lower case'),
        ("{text: GORRAN, case: ignore}", ["A gorran grew."], 'an entry has "gorran" in lower case'),
        ("Gorran", ["Gorran met.", "GORRAN met.", "Gorranists, gorrans, gorran_x, gorran.example."], ""),
        ("Gorran", ["Write `[[gorran]]`, not `[[gorran|…]]`, [gorran] or [[gorran]."], ""),
        ("Gorran", ["Write [[gorran without an end, or [[gorran|", "or it"], ""),
        ("Gorran", ["Write `[[gorran]]` of a gorran."], 'an entry has "gorran" in lower case'),
        ("Gorran", ["[link](https://x.example/gorran/) in [here](/about/?gorran)"], ""),
        ("GORRAN", ["A gorran grew."], ""),
        ("{text: Gorran, ambiguous: true}", ["A gorran grew."], ""),
    ],
)
def test_word_that_the_archive_has_in_lower_case_is_told(
    tmp_path: Path, alias: str, bodies: list[str], message: str
) -> None:
    """A name whose word stands in lower case in the archive is an ordinary word there.

    Addresses don't count, nor what is in square brackets.
    """
    given = {f"content/articles/n{number}.md": article(f"N{number}", body=body) for number, body in enumerate(bodies)}
    found = told(tmp_path, {P: term("Change List", f"aliases: [{alias}]"), **given}, "common-word")
    assert [problem.message.partition(": ")[2] for problem in found] == ([message] if message else [])
