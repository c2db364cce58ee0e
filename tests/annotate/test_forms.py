import json
from pathlib import Path

import pytest

from digest.annotate import clashes
from digest.annotate.forms import Form, forms_of, lower
from tests.digests import digest_of, term


def spellings(keys: str) -> list[str]:
    """The spellings of a term: those for a sentence's start end in `^`, those for any case in `*`."""
    forms = forms_of(term(keys))
    return [form.text + "^" * form.initial + "*" * form.ignore_case for form in forms]


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("term: HTS\nmatch: {plural: false}", ["HTS"]),
        ("term: DOI", ["DOI", "DOIs"]),
        ("term: DOI\naliases: [{text: DOI, plural: false}]", ["DOI"]),
        ("term: Homs\nkind: place", ["Homs", "HOMS"]),
        ("term: Idlib\nkind: person", ["Idlib", "IDLIB"]),
        ("term: Idlib\nkind: place\naliases: [{text: Idlib, plural: auto}]", ["Idlib", "IDLIB", "Idlibs", "IDLIBS"]),
        ("term: Iraq\nmatch: {case: exact, plural: false}", ["Iraq"]),
        ("term: YPG\nmatch: {case: ignore, plural: false}", ["ypg*"]),
        ("term: zone\nmatch: {plural: false}", ["zone", "Zone^"]),
        ("term: zone\nmatch: {plural: false}\naliases: [Zone]", ["zone", "ZONE", "Zone"]),
        ("term: Hay’at\nmatch: {plural: false}", ["Hay'at", "HAY'AT", "Hayat", "HAYAT"]),
        ("term: USA\nname: U.S.\nkind: place", ["USA", "U.S."]),
        ("term: X1\nnative: {ar: هيئة}\nkind: place", ["X1", "ه\u06ccئه"]),
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


def clash_of(*glossary: str) -> list[str]:
    """What clashes in a glossary of terms named a, b and so on."""
    files = {f"glossary/{slug}.md": f"---\n{keys}\n---\n" for slug, keys in zip("abc", glossary, strict=False)}
    content, problems = digest_of(files)
    assert problems == ()
    return [str(problem) for problem in clashes(content.terms)]


def test_form_of_two_terms_is_a_clash() -> None:
    """A form that two terms share by accident is an error at the alias that brought it, with the way out."""
    (told,) = clash_of("term: Tiyas\naliases:\n  - T4", "term: Thyroxine\naliases: [T3, T4]")
    assert told == (
        'content/glossary/b.md:3:15: error: "T4" is a form of two terms: a (content/glossary/a.md) and b\n'
        "  aliases: [T3, T4]\n"
        "                ^\n"
        "  hint: if both are meant, mark it in one of them: aliases: [{text: T4, ambiguous: true}]"
    )


@pytest.mark.parametrize(
    "glossary",
    [
        ("term: T4", "term: T4\naliases: [{text: T4, ambiguous: true}]"),
        ("term: T4\naliases: [{text: T4, ambiguous: true}]", "term: T4"),
        ("term: T4\naliases: [T4]\nname: T4",),
        ("term: US", "term: us"),
        ("term: HTS", "term: HTSs"),
    ],
)
def test_what_is_meant_is_no_clash(glossary: tuple[str, ...]) -> None:
    """One term may repeat its form, senses may share one that is marked, and made forms don't count."""
    assert clash_of(*glossary) == []


@pytest.mark.parametrize("other", ["Hay'at", "Hayʼat", "HAY’AT", "Hâyʾat"])
def test_clash_is_seen_through_spelling(other: str) -> None:
    """Two names that are found by the same folded form clash, however they are spelled."""
    assert len(clash_of("term: Hay’at", f'term: "{other}"')) == (other != "HAY’AT")
