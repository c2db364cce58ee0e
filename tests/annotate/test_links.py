import pytest

from digest.annotate import links_in, prose
from tests.sites import article, made


def links(text: str, root: str = "") -> tuple[str, ...]:
    """The links in the HTML of a Markdown text."""
    return links_in(prose(text, root))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[x](/about/)", ("/about/",)),
        ("[x](../baku/#head)", ("../baku/#head",)),
        ("![x](/map.jpg)", ("/map.jpg",)),
        ("[![x](/map.jpg)](/maps/)", ("/map.jpg", "/maps/")),
        ("[x](</a b/>) [y](/caf\u00e9/)", ("/a%20b/", "/caf%C3%A9/")),
        ("[x](/a/?b=1&c=2)", ("/a/?b=1&c=2",)),
        ('[x](/a/ "more > less")', ("/a/",)),
        ('[x](/a/ "a data-term= of ours")', ("/a/",)),
        ("![x](/a.jpg \"href='/b/'\")", ("/a.jpg",)),
        ("[x][1] and [y][1]\n\n[1]: /a/", ("/a/",)),
        ("[x](/b/) [y](/a/)", ("/a/", "/b/")),
        ('`<a href="/a/">`', ()),
        ("/a/", ()),
    ],
)
def test_links_within_the_site_are_found(text: str, expected: tuple[str, ...]) -> None:
    """Links and pictures are found once each, in order, as they were written, and nothing that only looks like one."""
    assert links(text) == expected


@pytest.mark.parametrize(
    "text",
    ["[x](#head)", "[x](https://example.org/a/)", "[x](HTTP://example.org)", "[x](mailto:a@b.org)", "x[^1]\n\n[^1]: y"],
)
def test_links_to_elsewhere_are_none_of_ours(text: str) -> None:
    """Whole URLs, also on the site's own host, and places on the same page are left out."""
    assert links(text) == ()


def test_links_below_a_base_path_have_it() -> None:
    """Where the site lies in a folder of its host, so do its links."""
    assert links("[x](/about/)", "/news") == ("/news/about/",)


def test_links_to_terms_are_left_out() -> None:
    """What annotating links is no link of the author's; what the author links to a term's page is."""
    body = "HTS came, [they](/glossary/hts/) said, and left [Baku](/2025/04/baku/)."
    given = {"content/articles/a.md": article("A", body=body, keys="note: See [us](/about/).")}
    (entry,) = (one for one in made(given).desk.digest.entries if one.article.slug == "a")
    assert entry.linked == ("hts",)
    assert entry.abstract.links == ("/2025/04/baku/", "/about/", "/glossary/hts/")
