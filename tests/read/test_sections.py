import pytest

from tests.digests import digest_of


def test_theme_is_read() -> None:
    """A theme has a title, an order, a summary and a text."""
    files = {"themes/security.md": "---\ntitle: Security\norder: -2\nsummary: Armies.\n---\nOn *armies*.\n"}
    (theme,) = digest_of(files)[0].themes
    assert (theme.slug, theme.title, theme.order, theme.summary) == ("security", "Security", -2, "Armies.")
    assert theme.body.text == "On *armies*."


@pytest.mark.parametrize(("keys", "status"), [("", "running"), ("status: closed", "closed")])
def test_story_is_read(keys: str, status: str) -> None:
    """A story has a title, a summary and a text; it runs until it is closed."""
    files = {"stories/baku.md": f"---\ntitle: Baku\nsummary: Talks.\n{keys}\n---\nHow it began.\n"}
    (story,) = digest_of(files)[0].stories
    assert (story.slug, story.title, story.summary, story.status) == ("baku", "Baku", "Talks.", status)
    assert story.body.text == "How it began."


@pytest.mark.parametrize(("keys", "slug"), [("", "rules"), ("slug: corrections-policy", "corrections-policy")])
def test_page_is_read(keys: str, slug: str) -> None:
    """A standing page has a title, an order and a text; its slug is its file's name, or what it says."""
    files = {"pages/rules.md": f"---\ntitle: Rules\norder: 3\n{keys}\n---\nWe correct.\n"}
    (page,) = digest_of(files)[0].pages
    assert (page.slug, page.title, page.order, page.body.text) == (slug, "Rules", 3, "We correct.")


def test_page_with_a_slug_may_have_any_file_name() -> None:
    """Only a name that becomes part of an address must be fit for one."""
    content, problems = digest_of({"pages/Über uns.md": "---\ntitle: Über uns\nslug: about\n---\n"})
    assert (problems, content.pages[0].address) == ((), "/about/")


@pytest.mark.parametrize(
    ("stem", "hint"),
    [
        ("Syria's Transition", "rename it to syrias-transition.md"),
        ("security_", "rename it to security.md"),
        ("أمن", "use the letters a-z, digits and hyphens"),
    ],
)
def test_file_name_must_be_a_slug(stem: str, hint: str) -> None:
    """A name that can't stand in an address is an error with a better one, where there is one."""
    _, (problem,) = digest_of({f"themes/{stem}.md": "---\ntitle: x\n---\n"})
    assert problem.message == f"the file's name \"{stem}\" can't stand in an address"
    assert hint == problem.hint
