from datetime import date

import pytest

from digest.check import check
from digest.model import output_path
from digest.problems import Problem
from tests.sites import Files, article, made, term

A, HTS = "content/articles/a.md", "content/glossary/hts.md"
ADDRESSES = ("/", "/about/", "/2025/04/a/", "/2025/04/baku/", "/glossary/hts/", "/map.jpg", "/café/")
THERE = {output_path(address) for address in ADDRESSES}


def told(given: Files) -> list[Problem]:
    """The links that lead nowhere in the small digest, changed by `given`."""
    digest = made(given)
    problems = check(digest.desk.digest, THERE, date(2025, 5, 1), digest.texts.body)
    return [problem for problem in problems if problem.code == "broken-link"]


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
    assert told({A: article("A", body=f"[x](<{link}>)")}) == []


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
    (problem,) = told({A: article("A", body=f"One.\n\nTwo [x](<{link}>).")})
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
    (problem,) = told(given)
    assert problem.is_error
    assert problem.span.file in given


def test_links_are_checked_below_the_base_path() -> None:
    """Where the site lies in a folder of its host, authors still write addresses from the site's root."""
    site = {"content/site.yaml": "title: B\nbase_url: https://example.org/news/\n"}
    assert told({**site, A: article("A", body="[x](/about/)")}) == []
    (problem,) = told({**site, A: article("A", body="[x](/none/)")})
    assert str(problem.span) == f"{A}:7:5"


def test_lines_that_were_cut_do_not_move_places() -> None:
    """The line of a link is that of the file, whatever cleaning has cut above it."""
    (problem,) = told({A: article("A", body="One.\n\nShare this\n\n[x](/none/)")})
    assert problem.span.line == 11
