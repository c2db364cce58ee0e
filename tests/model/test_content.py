from tests.digests import digest_of

FILES = {
    "themes/diplomacy.md": "---\ntitle: Diplomacy\n---\n",
    "stories/israel-turkey-syria.md": "---\ntitle: Israel, Turkey and Syria\n---\n",
    "pages/about.md": "---\ntitle: About\n---\n",
    "pages/rules.md": "---\ntitle: Rules\nslug: corrections-policy\n---\n",
}


def test_everything_knows_its_address() -> None:
    """Themes and stories lie in their sections, standing pages at the root."""
    content, _ = digest_of(FILES)
    assert content.themes[0].address == "/themes/diplomacy/"
    assert content.stories[0].address == "/stories/israel-turkey-syria/"
    assert [page.address for page in content.pages] == ["/about/", "/corrections-policy/"]
