from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.model import is_slug, month_address, numbered, output_path, slugify


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Baku talks", "baku-talks"),
        ("  T4 / Tiyas, again!  ", "t4-tiyas-again"),
        ("Hay’at Tahrir al-Sham", "hayat-tahrir-al-sham"),
        ("Hay'at", "hayat"),
        ("Erdoğan’ın İstanbul ziyareti", "erdoganin-istanbul-ziyareti"),
        ("Łódź, Ærø, Straße", "lodz-aero-strasse"),
        ("ﬁnal ½", "final-12"),
        ("محادثات باكو", ""),
        ("…", ""),
        ("", ""),
    ],
)
def test_slug_is_made_of_a_text(text: str, slug: str) -> None:
    """Accents and apostrophes vanish, all else becomes single hyphens; other scripts give nothing."""
    assert slug == slugify(text)


@given(st.text())
def test_made_slug_is_a_slug(text: str) -> None:
    """Whatever is made of a text can stand in an address, and making it again changes nothing."""
    slug = slugify(text)
    assert slug == "" or is_slug(slug)
    assert slug == slugify(slug)


@pytest.mark.parametrize("text", ["hts", "t4-air-base", "2025", "a-1-b"])
def test_slug_can_stand_in_an_address(text: str) -> None:
    """Lower-case letters, digits and single hyphens between them make a slug."""
    assert is_slug(text)


@pytest.mark.parametrize("text", ["", "HTS", "-hts", "hts-", "a--b", "a b", "hay’at", "a/b", "hts\n", "..", "é"])
def test_anything_else_is_no_slug(text: str) -> None:
    """What an address would have to escape is no slug."""
    assert not is_slug(text)


@pytest.mark.parametrize(("number", "address"), [(1, "/themes/security/"), (2, "/themes/security/page/2/")])
def test_first_page_of_a_list_is_the_list(number: int, address: str) -> None:
    """Only from the second page on does a list have numbered addresses."""
    assert address == numbered("/themes/security/", number)


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("/", "index.html"),
        ("/2025/04/baku-talks/", "2025/04/baku-talks/index.html"),
        ("/404.html", "404.html"),
        ("/feed.xml", "feed.xml"),
    ],
)
def test_address_has_one_file(address: str, path: str) -> None:
    """A host serves a folder's index, and any other address as the file of that name."""
    assert path == output_path(address)


def test_month_has_two_digits() -> None:
    """Years have four digits in addresses and months two, so that they sort."""
    assert month_address(date(2025, 4, 9)) == "/2025/04/"
