from dataclasses import replace

import pytest

from digest.model import HOME, Source
from digest.render import Poster, Sheet, posters, share_addresses, share_sheets
from tests.sites import Files, article, dressed, grouped, made

SITE = "title: Brief\nbase_url: https://example.org/\ntagline: Who is who\n"


def shown(given: Files) -> dict[str, Poster]:
    """The posters of the small digest, changed by `given`, by address."""
    return posters(grouped(given), dressed().words)


def test_entry_says_its_date_in_its_own_language() -> None:
    """A poster has the site's name, the title, the date with its year as the entry's readers write it, and themes."""
    given = {
        "content/site.yaml": SITE,
        "content/themes/security.md": "---\ntitle: Security\n---\n",
        "content/articles/a.md": article("Homs", keys="lang: ar\nthemes: [security, diplomacy]"),
    }
    found = shown(given)
    assert found["/2025/04/baku/"] == Poster("Brief", "Talks in Baku", "April 9, 2025", "Diplomacy", "en", rtl=False)
    arabic = found["/2025/04/a/"]
    assert (arabic.site, arabic.title, arabic.aside) == ("Brief", "Homs", "Security · Diplomacy")
    assert (arabic.lang, arabic.rtl) == ("ar", True)
    assert "2025" in arabic.date
    assert "April" not in arabic.date


def test_other_pages_have_one_poster() -> None:
    """What is no entry shares an image with the site's title and tagline."""
    found = shown({"content/site.yaml": SITE})
    assert found.keys() == {"/", "/2025/04/baku/"}
    assert found["/"] == Poster("", "Brief", "", "Who is who", "en", rtl=False)


def test_poster_is_told_to_those_who_do_not_see_it() -> None:
    """An entry's image says its title and date, the site's its title and tagline."""
    found = shown({"content/site.yaml": SITE})
    assert [poster.says for poster in found.values()] == ["Brief · Who is who", "Talks in Baku · April 9, 2025"]


def test_endless_title_costs_no_endless_time() -> None:
    """What is longer than any image has room for is cut before it is set."""
    assert len(shown({"content/articles/a.md": article("word " * 5000)})["/2025/04/a/"].title) <= 301


TALKS = Poster("Brief", "Talks", "April 9, 2025", "Diplomacy", "en", rtl=False)
FONTS = {"fonts/1.ttf": Source("templates/fonts/1.ttf", b"a"), "fonts/2.ttf": Source("templates/fonts/2.ttf", b"b")}


def address(poster: Poster = TALKS, fonts: dict[str, Source] = FONTS, drawn_by: str = "pillow 1") -> str:
    """Where the share image of a poster is."""
    ((image, _),) = share_addresses({HOME: poster}, fonts, drawn_by).values()
    return image


@pytest.mark.parametrize(
    "other",
    [
        *(replace(TALKS, site="x"), replace(TALKS, title="x"), replace(TALKS, date="x"), replace(TALKS, aside="x")),
        *(replace(TALKS, lang="ar"), replace(TALKS, rtl=True)),
    ],
)
def test_address_is_that_of_what_an_image_says(other: Poster) -> None:
    """The same poster has the same address, another one another."""
    assert address() == address(replace(TALKS)) != address(other)
    assert address().startswith("/assets/share/")
    assert address().endswith(".png")


def test_address_is_that_of_what_an_image_is_drawn_with() -> None:
    """An image that other fonts or libraries draw has another address; where a font lies is all one."""
    other = {**FONTS, "fonts/2.ttf": Source("templates/fonts/2.ttf", b"c")}
    moved = {name: Source("elsewhere", source.data) for name, source in reversed(FONTS.items())}
    assert address() == address(fonts=moved)
    assert len({address(), address(fonts=other), address(fonts={}), address(drawn_by="pillow 2")}) == 4


def test_page_knows_what_its_image_says() -> None:
    """Beside its address a share image has the words for those who do not see it."""
    assert share_addresses({HOME: TALKS}, FONTS, "")[HOME][1] == "Talks · April 9, 2025"


def images(shown: dict[str, Poster], fonts: dict[str, Source] = FONTS, code: str = "1") -> list[Sheet]:
    """The share images of posters before they are drawn."""
    return list(share_sheets(shown, share_addresses(shown, fonts, "pillow 1"), fonts, code))


def test_image_of_several_pages_is_one() -> None:
    """Pages that say the same share one image, which is no page of anybody's and not for search engines."""
    one, other = images({"/a/": TALKS, "/b/": TALKS, "/c/": replace(TALKS, title="More")})
    assert one.address != other.address
    assert {(sheet.template, sheet.origin, sheet.indexed) for sheet in (one, other)} == {("", "", False)}


def test_image_is_drawn_anew_when_its_drawing_may_change() -> None:
    """An image is the same as long as what it says, its fonts and the program that draws it are."""
    (former,) = images({"/a/": TALKS})
    others = [images({"/a/": TALKS}, code="2"), images({"/a/": TALKS}, {}), images({"/a/": replace(TALKS, date="")})]
    assert images({"/elsewhere/": TALKS})[0].print == former.print
    assert all(other.print != former.print for (other,) in others)


def test_image_is_drawn_by_its_view() -> None:
    """What the view of a share image gives is the file: a PNG of the poster, drawn with the site's fonts."""
    digest = made()
    fonts = dict(digest.look.fonts)
    one, other = images({"/a/": TALKS, "/b/": replace(TALKS, title="More")}, fonts)
    assert digest.view(one).startswith(b"\x89PNG")
    assert digest.view(one) == digest.view(one) != digest.view(other)
