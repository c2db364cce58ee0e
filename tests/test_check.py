from datetime import date, timedelta

import pytest

from digest.check import LONG_DEFINITION, STALE_AFTER, check
from digest.model import output_path
from digest.problems import RULES, Problem
from tests.sites import Files, article, grouped, term

A, HTS = "content/articles/a.md", "content/glossary/hts.md"
TODAY = date(2025, 5, 1)
ADDRESSES = ("/", "/about/", "/2025/04/a/", "/2025/04/baku/", "/glossary/hts/", "/map.jpg", "/café/")
THERE = {output_path(address) for address in ADDRESSES}


def found(given: Files, rule: str) -> list[Problem]:
    """What a rule says of the small digest, changed by `given`."""
    return [problem for problem in check(grouped(given), THERE, TODAY) if problem.code == rule]


@pytest.mark.parametrize(
    "link",
    [
        *(
            "/about/",
            "/",
            "/about/#us",
            "/about/?x=1",
            "../baku/",
            "#head",
            "https://example.org/none/",
            "//rudaw.net/x",
        ),
        *("mailto:a@b.c", "/map.jpg", "/about/index.html", "/caf%C3%A9/", "/café/"),
    ],
)
def test_link_that_leads_somewhere_is_fine(link: str) -> None:
    """A link is fine that leads to a page, a file, a place on its own page, or out of the site."""
    assert found({A: article("A", body=f"[x](<{link}>)")}, "broken-link") == []


@pytest.mark.parametrize(
    ("link", "near"),
    [
        ("/abuot/", '; did you mean "/about/"?'),
        ("/about", '; did you mean "/about/"?'),
        ("../../../none/", ""),
        ("x.jpg", '; did you mean "/2025/04/a/"?'),
        ("/x y/", ""),
    ],
)
def test_link_that_leads_nowhere_is_told(link: str, near: str) -> None:
    """A link to nothing is told with its line, and the nearest address there is."""
    (problem,) = found({A: article("A", body=f"One.\n\nTwo [x](<{link}>).")}, "broken-link")
    shown = link.replace(" ", "%20")
    assert problem.message == f'the link "{shown}" leads to nothing in this site{near}'
    assert str(problem.span) == (f"{A}:9:10")


@pytest.mark.parametrize(
    "given",
    [
        {A: article("A", body="![A map](/none.jpg)")},
        {A: article("A", keys="note: See [this](/none/).")},
        {A: article("A", keys="image: {src: '/a\"b.jpg', alt: x}")},
        {HTS: term("HTS", body="A [group](/none/).")},
        {"content/themes/diplomacy.md": "---\ntitle: D\n---\n[x](/none/)\n"},
        {"content/pages/about.md": "---\ntitle: About\n---\n[x](/none/)\n"},
    ],
    ids=["picture", "note", "image", "definition", "theme", "page"],
)
def test_links_are_checked_wherever_authors_write_them(given: dict[str, str]) -> None:
    """Links in notes, definitions, themes and pages are checked as well, and the pictures of entries."""
    (problem,) = found(given, "broken-link")
    assert problem.is_error
    assert problem.span.file in given


def test_links_are_checked_below_the_base_path() -> None:
    """Where the site lies in a folder of its host, authors still write addresses from the site's root."""
    site = {"content/site.yaml": "title: B\nbase_url: https://example.org/news/\n"}
    assert found({**site, A: article("A", body="[x](/about/)")}, "broken-link") == []
    (problem,) = found({**site, A: article("A", body="[x](/none/)")}, "broken-link")
    assert str(problem.span) == f"{A}:7:5"


def test_lines_that_were_cut_do_not_move_places() -> None:
    """The line of a link is that of the file, whatever cleaning has cut above it."""
    (problem,) = found({A: article("A", body="One.\n\nShare this\n\n[x](/none/)")}, "broken-link")
    assert problem.span.line == 11


def test_term_that_nobody_mentions_is_told() -> None:
    """A term that no entry mentions may be misspelt or not needed."""
    (problem,) = found({"content/glossary/t4.md": term("T4")}, "unused-term")
    assert (problem.span.file, problem.message) == ("content/glossary/t4.md", 'no entry mentions "T4"')


@pytest.mark.parametrize(("days", "told"), [(STALE_AFTER, 0), (STALE_AFTER + 1, 1)])
def test_old_definition_is_to_be_read_again(days: int, told: int) -> None:
    """A definition that was last reviewed two years ago is told; one that never was is not."""
    reviewed = TODAY - timedelta(days=days)
    assert len(found({HTS: term("HTS", f"reviewed: {reviewed}")}, "stale-term")) == told
    assert found({}, "stale-term") == []


@pytest.mark.parametrize(("words", "told"), [(LONG_DEFINITION, 0), (LONG_DEFINITION + 1, 1)])
def test_short_definition_is_to_be_short(words: int, told: int) -> None:
    """The first paragraph of a definition stands on cards; the rest may be as long as it needs."""
    body = "word " * words + "\n\n" + "more " * 100
    assert len(found({HTS: term("HTS", body=body)}, "long-definition")) == told


@pytest.mark.parametrize(
    ("sources", "told"),
    [("[{name: Rudaw}]", 1), ("[{name: Rudaw}, {name: rudaw}]", 1), ("[{name: Rudaw}, {name: Sana}]", 0)],
)
def test_entry_on_one_source_is_told(sources: str, told: int) -> None:
    """An entry that rests on one source, however often named, is told where the site asks for it."""
    problems = found({A: article("A", keys=f"sources: {sources}")}, "one-source")
    assert len([problem for problem in problems if problem.span.file == A]) == told


def test_source_without_a_day_is_told() -> None:
    """A source without a date is told where the site asks for it."""
    sources = "sources: [{name: Rudaw, published: 2025-04-10}, {name: Sana}]"
    messages = [problem.message for problem in found({A: article("A", keys=sources)}, "undated-source")]
    assert messages.count('the source "Sana" has no date') == 1


def test_each_rule_has_its_own_severity() -> None:
    """A rule is graded by the table of rules, which site.yaml overrules."""
    given = {A: article("A", body="[x](/none/)"), "content/glossary/t4.md": term("T4")}
    for problem in check(grouped(given), THERE, TODAY):
        assert problem.severity == RULES[problem.code]
