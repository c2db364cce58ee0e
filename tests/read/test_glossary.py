from datetime import date

import pytest

from digest.model import Alias, Citation, Matching, Scope, Term, Validity
from tests.digests import digest_of, term

WHOLE = """---
term: HTS
name: Hay’at Tahrir al-Sham
kind: organisation
aliases:
  - Hayat Tahrir al-Sham
  - {text: Nusra, hidden: true}
  - {text: HTS, ambiguous: true, case: exact, plural: false}
native: {ar: هيئة تحرير الشام}
context: [Syria, Idlib]
scope: {themes: [security], lang: en, from: 2017-01-28, until: 2025-12-31}
valid:
  - {until: 2025-01-29, note: Declared dissolved., definition: An armed group.}
match: {case: ignore, plural: false, surname: false, metonym: true, link: section, priority: -5}
related: [idlib]
links: {wikipedia: "https://en.wikipedia.example/HTS", wikidata: Q28801359}
sources: [{name: SOHR}]
reviewed: 2025-04-10
---
An armed group.

More on it.
"""
NAMES = {"themes/security.md": "---\ntitle: Security\n---\n", "glossary/idlib.md": "---\nterm: Idlib\n---\n"}


@pytest.fixture(scope="module")
def whole() -> Term:
    """A term with every key that there is."""
    content, problems = digest_of({**NAMES, "glossary/hts.md": WHOLE})
    assert problems == ()
    return content.terms[0]


def test_names_are_read(whole: Term) -> None:
    """Aliases are texts, or mappings that say how they are used."""
    assert (whole.slug, whole.term, whole.name, whole.kind) == ("hts", "HTS", "Hay’at Tahrir al-Sham", "organisation")
    assert whole.native == (("ar", "هيئة تحرير الشام"),)
    assert whole.aliases == (
        Alias("Hayat Tahrir al-Sham"),
        Alias("Nusra", hidden=True),
        Alias("HTS", ambiguous=True, case="exact", plural=False),
    )


def test_alias_knows_its_place(whole: Term) -> None:
    """A clash of aliases can be shown where they are written."""
    assert [str(alias.span) for alias in whole.aliases] == [f"content/glossary/hts.md:{n}:5" for n in (6, 7, 8)]


def test_meaning_is_read(whole: Term) -> None:
    """Where a sense can be meant, what held when, and how it is linked."""
    assert whole.context == ("Syria", "Idlib")
    assert whole.scope == Scope(("security",), "en", date(2017, 1, 28), date(2025, 12, 31))
    assert whole.valid == (Validity(None, date(2025, 1, 29), "Declared dissolved.", "An armed group."),)
    assert whole.match == Matching("ignore", False, False, True, "section", -5)
    assert whole.definition.text == "An armed group.\n\nMore on it."


def test_evidence_is_read(whole: Term) -> None:
    """Where to read on, who says so, and when it was last looked at; Wikidata may be given by its number."""
    assert whole.related == ("idlib",)
    assert whole.links == (
        ("wikipedia", "https://en.wikipedia.example/HTS"),
        ("wikidata", "https://www.wikidata.org/wiki/Q28801359"),
    )
    assert whole.sources == (Citation("SOHR"),)
    assert whole.reviewed == date(2025, 4, 10)


def test_term_needs_its_form_only() -> None:
    """All else has a default."""
    found = term("term: T4", slug="t4-air-base")
    assert (found.slug, found.kind, found.aliases, found.match, found.scope) == (
        "t4-air-base",
        "",
        (),
        Matching(),
        Scope(),
    )


def test_aliases_may_be_one_to_a_line_or_in_brackets() -> None:
    """Both ways of writing a list are the same list."""
    written = [term(f"term: T4\naliases: {text}").aliases for text in ("[Tiyas, T-4]", "\n  - Tiyas\n  - T-4")]
    assert written[0] == written[1] == (Alias("Tiyas"), Alias("T-4"))
