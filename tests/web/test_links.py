import pytest

from tests.web.checks import (
    BuiltSite,
    dangling,
    dead_links,
    html_faults,
    inline,
    linked_and_listed,
    nu_faults,
    strangers,
)


@pytest.fixture(params=["sample_site", "odd_site", "rtl_site"])
def built(request: pytest.FixtureRequest) -> BuiltSite:
    """Each of the three digests: the sample, the odd one below a base path, the one from right to left."""
    site: BuiltSite = request.getfixturevalue(request.param)
    return site


@pytest.mark.npm
def test_html_is_valid(sample_site: BuiltSite, odd_site: BuiltSite, rtl_site: BuiltSite) -> None:
    """Html-validate finds nothing on any page."""
    assert html_faults(sample_site.folder, odd_site.folder, rtl_site.folder) == []


@pytest.mark.npm
@pytest.mark.java
def test_html_conforms(sample_site: BuiltSite, odd_site: BuiltSite, rtl_site: BuiltSite) -> None:
    """The Nu HTML checker, which knows the standard by heart, has no error and no warning for any page."""
    assert nu_faults(sample_site.folder, odd_site.folder, rtl_site.folder) == []


def test_no_link_is_dead(built: BuiltSite) -> None:
    """Every link within the site, and every fragment, leads to something that is there."""
    assert len(built.pages) > 30
    assert dead_links(built) == []


def test_links_stay_below_the_base_path(odd_site: BuiltSite) -> None:
    """No link of a site in a folder of its host leads to the host's own root."""
    paths = {
        str(element.get(name, ""))
        for page in odd_site.pages.values()
        for name in ("href", "src", "action")
        for element in page.find_all(True)
    }
    assert [path for path in paths if path.startswith("/") and not path.startswith(odd_site.root)] == []


def test_nothing_comes_from_elsewhere(built: BuiltSite) -> None:
    """No page loads anything from another host."""
    assert {address: found for address, page in built.pages.items() if (found := strangers(page))} == {}


def test_labels_and_descriptions_are_there(built: BuiltSite) -> None:
    """Every label and description that a page refers to stands on it, once."""
    assert {address: found for address, page in built.pages.items() if (found := dangling(page))} == {}


def test_box_lists_each_linked_term_once(built: BuiltSite) -> None:
    """The box “In this story” holds exactly the terms that the text links, in their order."""
    entries = [page for page in built.pages.values() if page.select("a.term")]
    assert len(entries) >= 5
    for linked, listed in map(linked_and_listed, entries):
        assert listed == linked


def test_nothing_is_inline(built: BuiltSite) -> None:
    """No page has a script, a style or an event handler of its own."""
    assert {address: found for address, page in built.pages.items() if (found := inline(page))} == {}
