import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from digest.model import Article, Body, Citation, Content, Correction, Image, Meaning
from tests.digests import digest_of, draft

WHOLE = """---
title: Israel and Turkey open deconfliction talks
date: 2025-04-09
updated: 2025-04-12
themes: [diplomacy, security]
sources:
  - name: Rudaw
    url: https://rudaw.example/baku
    title: Talks in Baku
    published: 2025-04-10
    archived: https://archive.example/baku
  - {name: FDD}
summary: One or two sentences.
note: |
  A note

  in *Markdown*.
story: israel-turkey-syria
slug: baku-talks
authors: [Anna Lind, Omar Haddad]
lang: en-GB
image: {src: /baku.jpg, alt: The hall, credit: AFP}
dateline: ERBIL, Kurdistan Region
agency: AFP
publish: 2025-04-12T06:00+03:00
expires: 2026-01-01
aliases: [/old/address/]
corrections: [{date: 2025-04-12, note: The day was wrong.}]
clean: false
glossary: {mentions: all, skip: [hts], senses: {T4: t4-air-base}}
---

Delegations met.
"""
NAMES = {
    "themes/diplomacy.md": "---\ntitle: Diplomacy\n---\n",
    "themes/security.md": "---\ntitle: Security\n---\n",
    "stories/israel-turkey-syria.md": "---\ntitle: A story\n---\n",
    "glossary/hts.md": "---\nterm: HTS\n---\n",
    "glossary/t4-air-base.md": "---\nterm: T4\n---\n",
}


@pytest.fixture(scope="module")
def content() -> Content:
    """A digest whose article has every key that there is."""
    found, problems = digest_of({**NAMES, "articles/2025/x.md": WHOLE})
    assert problems == ()
    return found


@pytest.fixture(scope="module")
def whole(content: Content) -> Article:
    """The article."""
    return content.articles[0]


def test_every_key_is_read(whole: Article) -> None:
    """An article's facts as the format has them."""
    assert whole.title == "Israel and Turkey open deconfliction talks"
    assert (whole.slug, whole.story, whole.lang) == ("baku-talks", "israel-turkey-syria", "en-GB")
    assert whole.themes == ("diplomacy", "security")
    assert whole.authors == ("Anna Lind", "Omar Haddad")
    assert (whole.dateline, whole.agency) == ("ERBIL, Kurdistan Region", "AFP")
    assert whole.image == Image("/baku.jpg", "The hall", "AFP")
    assert whole.aliases == ("/old/address/",)
    assert whole.corrections == (Correction(date(2025, 4, 12), "The day was wrong."),)
    assert (whole.clean, whole.draft, whole.mentions) == (False, False, "all")
    assert whole.skip == {"hts"}
    assert whole.senses == (Meaning("T4", "t4-air-base"),)


def test_sources_are_read(whole: Article) -> None:
    """A source needs a name alone; whatever else is known stands beside it."""
    report = Citation(
        "Rudaw",
        "https://rudaw.example/baku",
        "Talks in Baku",
        date(2025, 4, 10),
        "https://archive.example/baku",
    )
    assert whole.sources == (report, Citation("FDD"))


def test_texts_are_read(content: Content, whole: Article) -> None:
    """The summary is one line, the note has paragraphs, and the body knows its lines."""
    assert whole.summary == "One or two sentences."
    assert whole.note == "A note\n\nin *Markdown*."
    assert content.bodies[whole.path] == Body("Delegations met.", (WHOLE.splitlines().index("Delegations met.") + 1,))


def test_times_are_read(whole: Article) -> None:
    """Days begin in the site's zone; an embargo ends at its moment."""
    assert whole.date.at == datetime(2025, 4, 8, 21, 0, tzinfo=UTC)
    assert whole.updated is not None
    assert whole.updated.iso == "2025-04-12"
    assert whole.publish.at == datetime(2025, 4, 12, 3, 0, tzinfo=UTC)
    assert whole.expires is not None
    assert whole.expires.iso == "2026-01-01"


def test_draft_needs_a_title_only() -> None:
    """All else has a default: the site's language, cleaning on, shown from its date."""
    article = draft()
    assert article.draft
    assert (article.themes, article.sources, article.lang, article.clean) == ((), (), "en", True)
    assert article.publish == article.date


@pytest.mark.parametrize(
    ("path", "slug", "day"),
    [
        ("baku-talks.md", "baku-talks", "2025-04-20"),
        ("2025-04-09-baku-talks.md", "baku-talks", "2025-04-09"),
        ("2025-04-09_Baku Talks.md", "baku-talks", "2025-04-09"),
        ("2025-04-09.md", "2025-04-09", "2025-04-09"),
        ("2025-99-99-talks.md", "talks", "2025-04-20"),
        ("2025/baku-talks/index.md", "baku-talks", "2025-04-20"),
        ("Hay’at’s fall.md", "hayats-fall", "2025-04-20"),
    ],
)
def test_file_name_gives_slug_and_date(path: str, slug: str, day: str) -> None:
    """The slug is the file's name without its date, which dates a draft; without either a draft is of now."""
    article = draft(path=path)
    assert (slug, day) == (article.slug, article.date.iso)


def test_date_of_the_front_matter_counts() -> None:
    """The file's name does not overrule what the article says."""
    assert draft("date: 2025-04-10", path="2025-04-09-talks.md").date.iso == "2025-04-10"


def test_change_on_the_same_day_is_no_fault() -> None:
    """A day without a time may be the day of a date with one."""
    assert draft("date: 2025-04-09T18:30\nupdated: 2025-04-09").updated is not None


@pytest.mark.parametrize("when", ["", "date: soon"])
def test_unknown_date_gives_no_second_fault(when: str) -> None:
    """Without a date nothing can lie before it, so only the date is reported."""
    keys = (
        f"title: Talks\nthemes: [diplomacy]\nsources: [{{name: FDD}}]\nupdated: 2025-04-01\nexpires: 2025-04-01\n{when}"
    )
    _, problems = digest_of({**NAMES, "articles/x.md": f"---\n{keys}\n---\n"})
    assert len(problems) == 1
    assert '"date"' in problems[0].message


def test_naughty_titles_read_back(corpora: Path) -> None:
    """Any string can be a title, quoted as JSON quotes it; one that no page could hold is refused with its place."""
    for string in json.loads((corpora / "blns.json").read_text("utf-8")):
        quoted = json.dumps(string, ensure_ascii=False)
        content, problems = digest_of({"articles/x.md": f"---\ntitle: {quoted}\ndraft: true\n---\n"})
        if problems:
            assert problems[0].span.line == 2, string
            assert problems[0].code in ("missing", "control-character"), string
        else:
            assert " ".join(string.split()) == content.articles[0].title
