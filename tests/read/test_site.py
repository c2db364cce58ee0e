import pytest

from digest.model import Config, LinkPolicy
from tests.digests import digest_of

WHOLE = """
title: Levant Brief
tagline: Syria between Israel and Turkey
base_url: https://example.org/brief
language: en
timezone: Asia/Baghdad
edition: day
page_size: 10
feed_size: 5
share_images: no
navigation: [themes, glossary, about]
glossary: {mentions: section, density: 0, per_paragraph: 2}
clean: {enabled: false, rules: {newsletter: off, share: on}}
report_errors: mailto:editor@example.org
checks: {one-source: warning, stale-term: off}
"""


def config_of(text: str) -> Config:
    """The settings of a site without problems."""
    content, problems = digest_of({"site.yaml": text, "pages/about.md": "---\ntitle: About\n---\n"})
    assert problems == ()
    return content.config


def test_every_setting_is_read() -> None:
    """site.yaml as the format has it, key by key; the base address ends in a slash."""
    expected = Config(
        title="Levant Brief",
        base_url="https://example.org/brief/",
        tagline="Syria between Israel and Turkey",
        language="en",
        timezone="Asia/Baghdad",
        edition="day",
        page_size=10,
        feed_size=5,
        share_images=False,
        navigation=("themes", "glossary", "about"),
        links=LinkPolicy("section", 0, 2),
        clean=False,
        rules={"newsletter": False, "share": True},
        report_errors="mailto:editor@example.org",
        checks={"one-source": "warning", "stale-term": "off"},
    )
    assert expected == config_of(WHOLE)


def test_title_and_address_are_enough() -> None:
    """Every other setting has a default."""
    expected = Config(title="Levant Brief", base_url="https://example.org/")
    assert expected == config_of("title: Levant Brief\nbase_url: https://example.org\n")


@pytest.mark.parametrize("host", ["a:b@example.org", "example.org:0", ":443"])
@pytest.mark.parametrize("rest", ["?lang=en", "#top", "brief/?x", "/other.example/", "brief//"])
def test_site_is_a_folder(host: str, rest: str) -> None:
    """A site's address is that of a folder: not of a query or fragment, and no link from it may name another host."""
    for url in (f"https://example.org/{rest}", f"https://{host}/"):
        _, (problem,) = digest_of({"site.yaml": f"title: x\nbase_url: {url}\n"})
        assert problem.message == f'"{url}" is not where a site can be'


def test_severity_off_is_not_a_flag() -> None:
    """`off` and `no` keep their meaning: the one is a severity, the other is not."""
    content, (problem,) = digest_of({"site.yaml": "title: x\nbase_url: https://a.example/\nchecks: {raw-html: no}\n"})
    assert problem.message == '"checks.raw-html": unknown value "no"'
    assert problem.hint == "one of: error, warning, off"
    assert content.config.checks == {"raw-html": "warning"}


def test_language_may_have_a_region_and_a_script() -> None:
    """A language is any that the locale data knows, by its BCP 47 tag."""
    base = "title: x\nbase_url: https://a.example/\nlanguage: "
    tags = ["en", "en-GB", "ar", "tr", "ckb", "ku", "zh-Hant-TW"]
    assert tags == [config_of(base + tag).language for tag in tags]


@pytest.mark.parametrize("tag", ["EN", "en-gb", "en_GB", "en.UTF-8", "en@x", "english", "xx"])
def test_language_has_its_usual_spelling(tag: str) -> None:
    """A tag goes into pages, file names and the search as it is, so it has one spelling."""
    _, (problem,) = digest_of({"site.yaml": f"title: x\nbase_url: https://a.example/\nlanguage: '{tag}'\n"})
    assert problem.message == f'unknown language "{tag}"'
