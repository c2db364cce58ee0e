from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from digest.annotate import Matcher, fold, forms_of_name
from digest.check.terms import LONG_DEFINITION, MOST_UNUSED, PLAIN, STALE_AFTER, definitions
from digest.model import Alias, Kind, Matching
from digest.problems import Problem
from tests.check.told import messages, told
from tests.sites import article, grouped, term

A, HTS, T4 = "content/articles/a.md", "content/glossary/hts.md", "content/glossary/t4.md"
TODAY = date(2025, 5, 1)


def weak(keys: str, body: str = "A definition.") -> list[Problem]:
    """What is weak in the definition of a term."""
    return list(definitions(grouped({HTS: term("HTS", keys, body)}), TODAY))


def test_term_that_nobody_names_is_told(tmp_path: Path) -> None:
    """A term of which no entry has a form may be misspelt or not needed."""
    (problem,) = told(tmp_path, {T4: term("T4")}, "unused-term")
    assert (problem.span.file, problem.message) == (T4, 'no entry mentions "T4"')
    assert problem.hint == "check its forms, or remove it"


@pytest.mark.parametrize(
    ("keys", "body", "why"),
    [
        ("aliases: [{text: T4, ambiguous: true}]", "T4.", "nothing decides what it means here"),
        ("", "`T4` is code.", "inside code"),
        ("", "[T4](/about/).", "inside a link"),
        ("", "## T4\n\nIt.", "in a heading"),
        ("", "[[!T4]].", "forbidden by [[!…]]"),
        ("scope: {lang: ar}", "T4.", "out of scope"),
    ],
)
def test_term_that_is_named_but_nowhere_meant_is_told_apart(tmp_path: Path, keys: str, body: str, why: str) -> None:
    """Where a form stands in entries but never means the term, that is said, with the reasons and their numbers."""
    given = {T4: term("T4", keys), A: article("A", body=body), "content/articles/b.md": article("B", body=body)}
    (problem,) = told(tmp_path, given, "unused-term")
    assert problem.message == f'no entry means "T4", though 2 have a form of it: {why} (2)'
    assert problem.hint == "`digest explain content/articles/a.md t4` says more"


def test_what_texts_mean_instead_is_told(tmp_path: Path) -> None:
    """Where a text says that a form means something else, the reason says what."""
    sdf, body = "content/glossary/sdf.md", "The Sudan Development Fund (SDF) paid."
    given = {sdf: term("SDF", "name: Syrian Democratic Forces"), A: article("A", body=body)}
    (problem,) = told(tmp_path, given, "unused-term")
    assert problem.message.endswith('a form of it: the text explains it as "Sudan Development Fund" (1)')


def test_many_unused_terms_are_told_at_once(tmp_path: Path) -> None:
    """Up to ten unused terms are told one by one; more are one problem, at the first, with their number and slugs."""
    unused = {f"content/glossary/x{number:02}.md": term(f"Xanadu{number:02}") for number in range(MOST_UNUSED)}
    assert [problem.span.file for problem in told(tmp_path / "1", unused, "unused-term")] == list(unused)
    (problem,) = told(tmp_path / "2", {**unused, T4: term("T4"), A: article("A", body="`T4`")}, "unused-term")
    assert problem.span.file == T4
    assert problem.message == "no entry mentions 11 of the 12 terms: t4, x00, x01, x02, x03, x04, x05, x06, …"


def test_reasons_are_those_of_each_entry(tmp_path: Path) -> None:
    """Each entry counts for one reason, its first; the commonest reasons are listed."""
    given: dict[str, str | bytes | None] = {
        T4: term("T4"),
        "content/glossary/x.md": term("Thyroxine", "aliases: [{text: T4, ambiguous: true}]"),
        "content/articles/a.md": article("A", body="Thyroxine is T4.", keys="glossary: {senses: {T4: x}}"),
        "content/articles/b.md": article("B", body="T4, `T4` and Thyroxine.", keys="glossary: {senses: {T4: x}}"),
        "content/articles/c.md": article("C", body="T4.", keys="glossary: {skip: [t4], senses: {T4: t4}}"),
        "content/articles/d.md": article("D", body="`T4`"),
        "content/articles/e.md": article("E", body="[T4](/about/)"),
    }
    (message,) = messages(tmp_path, given, "unused-term")
    assert message == (
        'no entry means "T4", though 5 have a form of it: another term is meant (2); '
        "skipped by the front matter (1); inside code (1); …"
    )


def test_term_that_is_meant_somewhere_is_used(tmp_path: Path) -> None:
    """One mention is enough, linked or not."""
    assert (
        messages(tmp_path / "1", {T4: term("T4", "match: {link: never}"), A: article("A", body="T4.")}, "unused-term")
        == []
    )
    given = {T4: term("T4"), A: article("A", body="T4."), "content/articles/b.md": article("B", body="`T4`")}
    assert messages(tmp_path / "2", given, "unused-term") == []


@pytest.mark.parametrize(("days", "count"), [(STALE_AFTER, 0), (STALE_AFTER + 1, 1)])
def test_old_definition_is_to_be_read_again(days: int, count: int) -> None:
    """A definition that was last reviewed two years ago is told; one that never was is not."""
    reviewed = TODAY - timedelta(days=days)
    assert [problem.code for problem in weak(f"reviewed: {reviewed}")] == ["stale-term"] * count
    assert weak("") == []


@pytest.mark.parametrize(("words", "count"), [(LONG_DEFINITION, 0), (LONG_DEFINITION + 1, 1)])
def test_short_definition_is_to_be_short(words: int, count: int) -> None:
    """The first paragraph of a definition stands on cards; the rest may be as long as it needs."""
    body = "word " * words + "\n\n" + "more " * 100
    assert [problem.code for problem in weak("", body)] == ["long-definition"] * count


@pytest.mark.parametrize("body", ["", "  \n\n", "# HTS\n", "```\nHTS\n```\n"])
def test_term_without_a_definition_is_told(tmp_path: Path, body: str) -> None:
    """A term whose text has no paragraph shows nothing on its cards."""
    (problem,) = told(tmp_path, {HTS: term("HTS", "", body)}, "no-definition")
    assert (problem.span.file, problem.message) == (HTS, '"HTS" has no definition')


@pytest.mark.parametrize(
    ("keys", "count"),
    [
        ("match: {link: never}", 0),
        ("valid: [{from: 2025-01-29, definition: A party.}]", 0),
        ("valid: [{until: 2025-01-29, definition: An armed group.}]", 1),
        ("valid: [{from: 2025-01-29, note: Renamed.}]", 1),
    ],
)
def test_term_may_do_without_a_definition(keys: str, count: int) -> None:
    """None is missing where one holds today, or where the term only says that every reader knows it."""
    assert [problem.code for problem in weak(keys, "")] == ["no-definition"] * count


@pytest.mark.parametrize("alias", ["…", "(-)", "'", "\u200b"])
def test_name_that_finds_nothing_is_told(tmp_path: Path, alias: str) -> None:
    """A name without a letter or a digit can't be found, which is said at its place."""
    given = {HTS: term("HTS", f'aliases: [Tahrir, "{alias}"]')}
    (problem,) = told(tmp_path, given, "dead-form")
    assert (str(problem.span), problem.message) == (f"{HTS}:3:19", f'"{alias}" can never be matched')


@for_all(
    st.from_regex(PLAIN, fullmatch=True).filter(lambda name: len(name) < 60),
    st.sampled_from(["", "person", "organisation", "place", "concept"]),
    st.sampled_from(["smart", "exact", "ignore"]),
    st.booleans(),
)
def test_plain_name_is_always_found(
    name: str, kind: Kind, case: Literal["smart", "exact", "ignore"], many: bool
) -> None:
    """A name of plain words is found whatever is said of its term, so that it need not be tried."""
    (made,) = grouped({HTS: term("HTS")}).terms
    told_of = replace(made, kind=kind, match=Matching(case=case, plural=many))
    assert Matcher(forms_of_name(told_of, Alias(name))).find(fold(name))


def test_names_that_find_something_are_fine(tmp_path: Path) -> None:
    """A name that is found is fine, whatever else it holds, and so is one that another of the term's names equals."""
    aliases = """[HTS, hts, "H.T.S.", "C++", "+972", "(HTS)", "’Ain", "rudaw.net", "a*b", "[x]", "T4-2", ٤]"""
    assert told(tmp_path, {HTS: term("HTS", f"aliases: {aliases}\nnative: {{ar: هيئة}}")}, "dead-form") == []
