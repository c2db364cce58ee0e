from pathlib import Path

import pytest

from tests.check.told import messages, told
from tests.sites import Files, article, term

A, B, C = (f"content/articles/{name}.md" for name in "abc")


def test_acronym_that_nobody_explains_is_told_at_its_first_place(tmp_path: Path) -> None:
    """One problem an acronym, at its first place by the files' names, with the number of entries that use it."""
    given = {C: article("C", body="SDF."), B: article("B", body="Some of the SDF left. SDF."), A: article("A")}
    (problem,) = told(tmp_path, given, "undefined-acronym")
    assert str(problem) == (
        f'{B}:7:13: warning: neither the glossary nor the text says what "SDF" means; 2 entries use it\n'
        "  Some of the SDF left. SDF.\n"
        "              ^\n"
        '  hint: write it out once, or begin a term: digest terms add "SDF"'
    )


@pytest.mark.parametrize("acronym", ["SDF", "S.D.F.", "IDPs", "MoU", "COP28", "UNRWA", "UNIFIL"])
def test_letters_that_stand_for_words_are_acronyms(tmp_path: Path, acronym: str) -> None:
    """Two to six letters in capitals, with points, digits or a plural's s."""
    (message,) = messages(tmp_path, {A: article("A", body=f"Then the {acronym} met.")}, "undefined-acronym")
    assert message == f'neither the glossary nor the text says what "{acronym}" means; an entry uses it'


def test_plural_and_points_are_the_same_acronym(tmp_path: Path) -> None:
    """An acronym is told once, however it is written."""
    given = {A: article("A", body="Some IDPs."), B: article("B", body="An IDP."), C: article("C", body="An I.D.P.")}
    (message,) = messages(tmp_path, given, "undefined-acronym")
    assert message.endswith('"IDPs" means; 3 entries use it')


def test_what_another_entry_says_is_passed_on(tmp_path: Path) -> None:
    """Where another entry spells it out, the message says so: readers of this one still don't know."""
    given = {A: article("A", body="The SDF."), B: article("B", body="The Syrian Democratic Forces (SDF) and the SDF.")}
    (problem,) = told(tmp_path, given, "undefined-acronym")
    assert problem.span.file == A
    assert problem.message.endswith('an entry uses it; elsewhere it is "Syrian Democratic Forces"')


@pytest.mark.parametrize(
    "given",
    [
        {A: article("A", body="The Syrian Democratic Forces (SDF) met. The SDF agreed.")},
        {A: article("A", body="The SDF."), "content/glossary/sdf.md": term("SDF")},
        {A: article("A", body="The SDF."), "content/glossary/sdf.md": term("SDF", "match: {link: never}", "")},
        {
            A: article("A", body="The SDF."),
            "content/glossary/x.md": term("X", "aliases: [{text: SDF, ambiguous: true}]"),
        },
        {A: article("A", body="The SDF reports.", keys="sources: [{name: Rudaw}, {name: SDF News}]")},
        {A: article("A", body="The SDF reports.", keys="agency: SDF")},
        {A: article("A", body="In [[!SDF]], `SDF` and ![SDF](/logo.txt).")},
        {A: article("A", body="# SDF\n\nNone.")},
        {A: article("A", body="The US, UK and UN on TV. World War II, Part IV. An F-16, an S-400, two B-52s.")},
        {A: article("A", body="Two NGOs, a CEO, the PM and NATO of COVID-19, at 5 GMT.")},
        {A: article("A", body="THIS IS ALL IN CAPITALS. He did NOT go to ALL of them.")},
        {
            A: article(
                "A", body="It cost USD15 at 9:54 a.m. EDT, 13:54 CEST. The ABS-CBN network, KDKA-TV and SARS-CoV-2."
            )
        },
        {A: article("A", body="ERBIL, Kurdistan Region – It rained.")},
    ],
)
def test_what_is_explained_or_known_is_no_problem(tmp_path: Path, given: Files) -> None:
    """The entry, the glossary or a source explains it, every reader knows it, or it is no acronym of the prose."""
    assert messages(tmp_path, given, "undefined-acronym") == []


def test_misspelt_acronym_is_told_as_such(tmp_path: Path) -> None:
    """What is nearly an acronym of the glossary is told once, as a near miss, in every entry."""
    given = {
        "content/glossary/unrwa.md": term("UNRWA"),
        A: article("A", body="The UNRWA. The UNWRA."),
        B: article("B", body="The UNWRA."),
    }
    assert messages(tmp_path, given, "undefined-acronym") == []
    (message,) = messages(tmp_path, given, "near-miss")
    assert message == '"UNWRA" in 2 entries is not in the glossary; did you mean "UNRWA"?'
