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


def test_periods_come_in_order_of_time() -> None:
    """Periods may be written in any order; days that follow each other, and gaps, are no overlap."""
    found = term("term: HTS\nvalid: [{from: 2025-03-01}, {until: 2017-01-27}, {from: 2017-01-28, until: 2025-01-29}]")
    days = [(period.since, period.until) for period in found.valid]
    assert days == [
        (None, date(2017, 1, 27)),
        (date(2017, 1, 28), date(2025, 1, 29)),
        (date(2025, 3, 1), None),
    ]


@pytest.mark.parametrize(
    ("valid", "place", "message"),
    [
        ("[{until: 2025-01-29}, {from: 2025-01-29}]", 30, "this period and that of line 3 both hold on 2025-01-29"),
        ("[{from: 2025-01-29}, {until: 2025-01-29}]", 9, "this period and that of line 3 both hold on 2025-01-29"),
        ("[{until: 2025-01-29}, {until: 2024-05-01}]", 30, "this period and that of line 3 both hold on 2024-05-01"),
        ("[{from: 2024-05-01}, {from: 2025-01-29}]", 29, "this period and that of line 3 both hold on 2025-01-29"),
        ("[{from: 2025-01-29, until: 2025-01-28}]", 35, '"until" lies before "from", 2025-01-29'),
        ("[{note: Declared dissolved.}]", 9, 'this period has neither "from" nor "until"'),
        ("[{until: 2025-02-30}, {from: 2025-01-29}]", 17, '"valid.until": there is no day 2025-02-30'),
    ],
)
def test_two_definitions_of_one_day_are_wrong(valid: str, place: int, message: str) -> None:
    """Periods that share a day, end before they begin or have no end at all are told; nothing is told twice."""
    _, problems = digest_of({"glossary/hts.md": f"---\nterm: HTS\nvalid: {valid}\n---\n"})
    assert [(str(problem.span), problem.message) for problem in problems] == [
        (f"content/glossary/hts.md:3:{place}", message)
    ]
    assert all(problem.is_error and problem.hint for problem in problems)


def test_each_overlap_is_told() -> None:
    """A long period that spans two others clashes with both."""
    periods = ("{from: 2017-01-01, until: 2025-01-01}", "{from: 2018-01-01, until: 2018-02-01}", "{from: 2020-01-01}")
    valid = "\n".join(f"- {period}" for period in periods)
    _, problems = digest_of({"glossary/hts.md": f"---\nterm: HTS\nvalid:\n{valid}\n---\n"})
    assert [(problem.span.line, problem.message) for problem in problems] == [
        (5, "this period and that of line 4 both hold on 2018-01-01"),
        (6, "this period and that of line 4 both hold on 2020-01-01"),
    ]


def test_scope_has_an_order() -> None:
    """A sense whose time ends before it begins could never be meant."""
    scope = "{from: 2025-01-02, until: 2025-01-01}"
    _, (problem,) = digest_of({"glossary/hts.md": f"---\nterm: HTS\nscope: {scope}\n---\n"})
    assert problem.message == '"until" lies before "from", 2025-01-02'


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
