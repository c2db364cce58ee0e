from pathlib import Path

from digest import files, steps
from digest.render.posters import Poster, posters, share_address
from tests.sites import Files, article, grouped

SITE = "title: Brief\nbase_url: https://example.org/\ntagline: Who is who\n"


def made(given: Files) -> dict[str, Poster]:
    """The posters of the small digest, changed by `given`, by address."""
    look, _ = steps.dress(files.look(Path("nowhere")))
    return posters(grouped(given), look.words)


def test_entry_says_its_date_in_its_own_language() -> None:
    """A poster has the site's name, the title, the date with its year as the entry's readers write it, and themes."""
    given = {
        "content/site.yaml": SITE,
        "content/themes/security.md": "---\ntitle: Security\n---\n",
        "content/articles/a.md": article("Homs", keys="lang: ar\nthemes: [security, diplomacy]"),
    }
    found = made(given)
    assert found["/2025/04/baku/"] == Poster("Brief", "Talks in Baku", "April 9, 2025", "Diplomacy", "en", rtl=False)
    arabic = found["/2025/04/a/"]
    assert (arabic.site, arabic.title, arabic.aside) == ("Brief", "Homs", "Security · Diplomacy")
    assert (arabic.lang, arabic.rtl) == ("ar", True)
    assert "2025" in arabic.date
    assert "April" not in arabic.date


def test_other_pages_have_one_poster() -> None:
    """What is no entry shares an image with the site's title and tagline."""
    found = made({"content/site.yaml": SITE})
    assert found.keys() == {"/", "/2025/04/baku/"}
    assert found["/"] == Poster("", "Brief", "", "Who is who", "en", rtl=False)


def test_poster_is_told_to_those_who_do_not_see_it() -> None:
    """An entry's image says its title and date, the site's its title and tagline."""
    found = made({"content/site.yaml": SITE})
    assert [poster.says for poster in found.values()] == ["Brief · Who is who", "Talks in Baku · April 9, 2025"]


def test_endless_title_costs_no_endless_time() -> None:
    """What is longer than any image has room for is cut before it is set."""
    assert len(made({"content/articles/a.md": article("word " * 5000)})["/2025/04/a/"].title) <= 301


def test_address_is_that_of_the_content() -> None:
    """The same image has the same address, another one another."""
    assert share_address(b"x") == share_address(b"x") != share_address(b"y")
    assert share_address(b"x").startswith("/assets/share/")
