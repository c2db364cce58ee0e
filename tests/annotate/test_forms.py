import json
from pathlib import Path

import pytest

from digest.annotate.forms import Form, forms_of, lower, short_forms_of
from tests.digests import digest_of, term


def spellings(keys: str) -> list[str]:
    """The spellings of a term: those for a sentence's start end in `^`, those for any case in `*`."""
    forms = forms_of(term(keys))
    return [form.text + "^" * form.initial + "*" * form.ignore_case for form in forms]


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("term: HTS\nmatch: {plural: false}", ["HTS", "H.T.S.", "H. T. S."]),
        ("term: DOI7", ["DOI7", "DOI7s"]),
        ("term: DOI7\naliases: [{text: DOI7, plural: false}]", ["DOI7"]),
        ("term: Homs\nkind: place", ["Homs", "HOMS"]),
        ("term: Idlib\nkind: person", ["Idlib", "IDLIB"]),
        ("term: Idlib\nkind: place\naliases: [{text: Idlib, plural: auto}]", ["Idlib", "Idlibs", "IDLIB", "IDLIBS"]),
        ("term: Rudaw\nkind: organisation", ["Rudaw", "RUDAW"]),
        ("term: militia\nkind: organisation", ["militia", "militias", "Militia^", "Militias^"]),
        ("term: Iraq\nmatch: {case: exact, plural: false}", ["Iraq"]),
        ("term: T34\nmatch: {case: ignore, plural: false}", ["t34*"]),
        ("term: zone\nmatch: {plural: false}", ["zone", "Zone^"]),
        ("term: zone\nmatch: {plural: false}\naliases: [Zone]", ["zone", "Zone", "ZONE"]),
        ("term: Hay’at\nmatch: {plural: false}", ["Hay'at", "Hayat", "HAY'AT", "HAYAT"]),
        ("term: USA\nname: U.S.\nkind: place", ["USA", "U.S.A.", "U. S. A.", "U.S.", "US"]),
        ("term: X1\nnative: {ar: هيئة}\nkind: place", ["X1", "ه\u06ccئه"]),
        ("term: F-16\nkind: place", ["F-16", "F16"]),
        ("term: air base\nkind: place", ["air base", "airbase", "Air Base", "Air base^", "Airbase^"]),
        (
            "term: al-Tanf\nkind: place",
            ["al-Tanf", "Al-Tanf", "el-Tanf", "El-Tanf", "at-Tanf", "AL-TANF", "EL-TANF", "At-Tanf^"],
        ),
    ],
)
def test_forms_of_a_term(keys: str, expected: list[str]) -> None:
    """A name, without apostrophes, in the plural, in capitals, at a sentence's start: as far as each makes sense."""
    assert expected == spellings(keys)


@pytest.mark.parametrize(
    ("name", "plural"),
    [
        ("deputy", "deputies"),
        ("envoy", "envoys"),
        ("no-fly zone", "no-fly zones"),
        ("pass", "passes"),
        ("tax", "taxes"),
        ("march", "marches"),
        ("HTS", "HTSs"),
    ],
)
def test_plural_of_a_name(name: str, plural: str) -> None:
    """A plural is made as English makes it."""
    assert plural in spellings(f"term: {name}")


@pytest.mark.parametrize(
    ("keys", "short"),
    [
        ("term: Hakan Fidan\nkind: person", {"Fidan"}),
        ("term: Hakan Fidan\nkind: person\nmatch: {surname: false}", set[str]()),
        ("term: Hakan Fidan\nkind: person\naliases: [Fidan]", set[str]()),
        ("term: Putin\nkind: person\nnative: {ru: Владимир Путин}", {"Путин"}),
        ("term: Putin\nkind: person\nnative: {ru: Владимир Путин}\nmatch: {surname: false}", set[str]()),
        ("term: Medina\nkind: place\nnative: {ru: Владимир Путин}", set[str]()),
        (
            "term: Ahmed al-Sharaa\nkind: person",
            {"al-Sharaa", "Al-Sharaa", "el-Sharaa", "El-Sharaa", "ash-Sharaa", "Sharaa"},
        ),
        ("term: Ursula von der Leyen\nkind: person", {"Leyen", "von der Leyen", "Von der Leyen"}),
        ("term: Theresa May\nkind: person", set[str]()),
        ("term: Abu Qatada\nkind: person", set[str]()),
        ("term: Robert Kennedy Jr.\nkind: person", {"Kennedy"}),
        ("term: Syrian Democratic Forces\nkind: organisation", {"SDF"}),
        ("term: Scientific Studies and Research Center\nkind: organisation", {"SSRC"}),
        ("term: buffer zone", set[str]()),
        ("term: Deir Hafir\nkind: place", set[str]()),
    ],
)
def test_short_forms_that_follow_a_full_name(keys: str, short: set[str]) -> None:
    """A person's surname and a body's initials are short for the full name, once the text has given it."""
    assert short == {form.text for form in short_forms_of(term(keys))}


@pytest.mark.parametrize(
    ("name", "other"),
    [("Robert Ford", "Bob Ford"), ("Ahmed Aboul Gheit", "Ahmad Aboul Gheit"), ("Bob Ford", "Robert Ford")],
)
def test_given_names_that_are_one(name: str, other: str) -> None:
    """A person goes by the short forms and the other romanisations of the given name."""
    assert other in spellings(f"term: {name}\nkind: person")
    assert other not in spellings(f"term: {name}\nkind: organisation")


def test_alias_tells_how_its_form_is_used() -> None:
    """An alias that repeats the term or the name describes that form, and no second one is made beside it."""
    forms = forms_of(term("term: T4\naliases: [{text: T4, ambiguous: true, case: exact, plural: false}]"))
    assert forms == (Form("T4", "a-term", ambiguous=True),)


@pytest.mark.parametrize("alias", ["’", "…", "*", "\u200b", "- -"])
def test_name_without_a_letter_has_no_form(alias: str) -> None:
    """What holds neither letter nor digit is not sought."""
    assert spellings(f"term: X1\nkind: place\naliases: ['{alias}']") == ["X1"]


def test_any_string_may_be_an_alias(corpora: Path) -> None:
    """Whatever stands in a list of aliases, its forms can be made."""
    for string in json.loads((corpora / "blns.json").read_text("utf-8")):
        keys = f"term: X1\naliases: [{json.dumps(string, ensure_ascii=False)}]"
        content, problems = digest_of({"glossary/x.md": f"---\n{keys}\n---\n"})
        assert all(form.text for term in content.terms for form in forms_of(term)), string
        assert all(problem.span.line == 3 for problem in problems), string


@pytest.mark.parametrize("text", ["İstanbul", "Straße", "ΑΣ", "ǅ", "ﬀ"])
def test_lower_case_keeps_places(text: str) -> None:
    """Lower-casing never changes a text's length."""
    assert len(text) == len(lower(text))
