from pathlib import Path

import pytest

from digest.check.misses import RECURS
from tests.check.told import messages, told
from tests.sites import Files, article, term

A, HTS = "content/articles/a.md", "content/glossary/hts.md"
GLOSSARY = {
    "content/glossary/sharaa.md": term("Ahmed al-Sharaa", "kind: person"),
    "content/glossary/idlib.md": term("Idlib", "kind: place"),
    "content/glossary/australia.md": term("Australia", "kind: place"),
    "content/glossary/guler.md": term("Yasar Guler", "kind: person\naliases: [Guler]"),
    "content/glossary/israel.md": term("Israel", "kind: place"),
}
MEANT = article("Meant", body="Ahmed al-Sharaa and Yasar Guler in Idlib, Australia and Israel.")


def misses(root: Path, *bodies: str, **given: str) -> list[str]:
    """The near misses in entries with these texts, beside one that has every term of the glossary."""
    entries = {f"content/articles/{number}.md": article(f"N{number}", body=body) for number, body in enumerate(bodies)}
    return messages(root, {**GLOSSARY, "content/articles/meant.md": MEANT, **entries, **given}, "near-miss")


def test_misspelt_name_is_told_with_the_right_one(tmp_path: Path) -> None:
    """A name that is nearly one of the glossary is told once, at its first place, with two ways out."""
    given = {A: article("A", body="Men of *Hayat Tahrir al-Shamm* left. The Hayat Tahrir al-Shamm did.")}
    (problem,) = told(tmp_path, given, "near-miss")
    assert str(problem) == (
        f'{A}:7:9: warning: "Hayat Tahrir al-Shamm" is not in the glossary; did you mean "Hay\'at Tahrir al-Sham"?\n'
        "  Men of *Hayat Tahrir al-Shamm* left. The Hayat Tahrir al-Shamm did.\n"
        "          ^\n"
        f"  hint: mend it, or add it to {HTS}: aliases: [{{text: Hayat Tahrir al-Shamm, hidden: true}}]"
    )


@pytest.mark.parametrize(
    ("body", "name", "meant"),
    [
        ("They met Ahmed al-Shaara in town.", "Ahmed al-Shaara", "Ahmed al-Sharaa"),
        ("They met President Ahmed al-Shaara. Then al-Shaara left.", "Ahmed al-Shaara", "Ahmed al-Sharaa"),
        ("They live in Idleb.", "Idleb", "Idlib"),
        ("They live in\nIdleb’s houses.", "Idleb", "Idlib"),
        ("The Hayet Tahrir al-Sham (HTX) left.", "Hayet Tahrir al-Sham", "Hay'at Tahrir al-Sham"),
    ],
)
def test_each_misspelling_is_told(tmp_path: Path, body: str, name: str, meant: str) -> None:
    """A title, a possessive and an abbreviation do not hide a slip; a surname alone is not told again."""
    assert misses(tmp_path, body) == [f'"{name}" is not in the glossary; did you mean "{meant}"?']


@pytest.mark.parametrize(
    "body",
    [
        "The Israelis, an Israeli and Israel's men in Idlib's streets. The Idlibs and the Idlibis.",
        "They left Austria for Austrian towns.",
        "They met Fethullah Gulen. Then Gulen left.",
        "They saw `Idleb`, [[!Idleb]] and www.Idleb.example.",
        "They met in Homs, Hama and Iraq.",
        "They met Ahmed Al Sharaa and YASAR GULER.",
    ],
)
def test_other_names_miss_nothing(tmp_path: Path, body: str) -> None:
    """Plurals and peoples, countries, other people's surnames, what is no prose, and forms themselves are right."""
    assert misses(tmp_path, body) == []


def test_name_is_missed_beside_its_own_short_form(tmp_path: Path) -> None:
    """A full name that is misspelt is told although its abbreviation behind it is a term's."""
    (message,) = misses(tmp_path, "The Hayet Tahrir al-Sham (HTS) met.")
    assert message == '"Hayet Tahrir al-Sham" is not in the glossary; did you mean "Hay\'at Tahrir al-Sham"?'


def test_name_that_recurs_is_one_of_its_own(tmp_path: Path) -> None:
    """What many entries have is a name of its own, as long as the term is mentioned too."""
    often = ["They live in Idleb."] * RECURS
    assert len(misses(tmp_path / "1", *often[1:])) == 1
    assert misses(tmp_path / "2", *often) == []
    (message,) = misses(tmp_path / "3", *often, **{"content/articles/meant.md": article("Meant")})
    assert message == f'"Idleb" in {RECURS} entries is not in the glossary; did you mean "Idlib"?'


def test_hidden_alias_settles_it(tmp_path: Path) -> None:
    """The hint's own advice works: a hidden alias makes the spelling a form."""
    given: Files = {A: article("A", body="They met in Idleb."), **GLOSSARY}
    assert len(told(tmp_path / "1", given, "near-miss")) == 1
    idlib = {"content/glossary/idlib.md": term("Idlib", "aliases: [{text: Idleb, hidden: true}]")}
    assert told(tmp_path / "2", {**given, **idlib}, "near-miss") == []
