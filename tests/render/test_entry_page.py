from typing import Any

import pytest

from digest.render.entry_page import alias_pages, entry_pages
from digest.render.views import EntryView, Link
from tests.sites import Files, article, desk, made, term


def pages(given: Files) -> dict[str, dict[str, Any]]:
    """What the templates of entries receive, by address."""
    return made(given).views(entry_pages)


def view(given: Files, address: str = "/2025/04/a/") -> EntryView:
    """The view of an entry."""
    found = pages(given)[address]["entry"]
    assert isinstance(found, EntryView)
    return found


def test_terms_are_those_that_are_linked() -> None:
    """The box beside an entry holds the linked terms in their order; the search finds it by mentioned ones too."""
    given = {
        "content/site.yaml": "title: Brief\nbase_url: https://example.org/\nglossary: {density: 0}\n",
        "content/glossary/t4.md": term("T4", "name: Tiyas\nmatch: {link: never}"),
        "content/glossary/homs.md": term("Homs"),
        "content/articles/a.md": article("A", body="Homs, T4 and HTS; Homs."),
    }
    entry = view(given)
    assert [card.slug for card in entry.terms] == ["homs", "hts"]
    assert "Tiyas" in entry.aliases


def test_relation_names_three_terms() -> None:
    """What a related entry shares is a reason and no list: its three rarest terms."""
    names = ("Homs", "Hama", "Palmyra", "Deraa")
    given = {f"content/glossary/{name.lower()}.md": term(name) for name in names}
    text = "\n\n".join(f"{name}." for name in names)
    for slug in ("a", "b"):
        given[f"content/articles/{slug}.md"] = article(slug, body=text)
    given["content/site.yaml"] = "title: Brief\nbase_url: https://example.org/\nglossary: {density: 0}\n"
    (related,) = view(given, "/2025/04/a/").related
    assert related.terms == ("Deraa", "Hama", "Homs")


def test_story_shows_the_parts_around_an_entry() -> None:
    """Beside an entry stand the four parts before it and the two after, and how many there are."""
    parts = {f"content/articles/p{n}.md": article(f"P{n}", f"2025-04-{10 + n}", keys="story: talks") for n in range(9)}
    story = view(parts, "/2025/04/p4/").story
    assert story is not None
    assert [part.title for part in story.parts] == ["P0", "P1", "P2", "P3", "P4", "P5", "P6"]
    assert [part.title for part in story.parts if part.current] == ["P4"]
    assert (story.href, story.total) == ("/stories/talks/", 10)


def test_neighbours_are_those_of_the_first_theme() -> None:
    """An entry leads to the entries before and after it in its first theme."""
    other = {"content/themes/security.md": "---\ntitle: Security\n---\n"}
    entry = view(
        {
            **other,
            "content/articles/a.md": article("A", "2025-04-12", keys="themes: [security, diplomacy]"),
            "content/articles/b.md": article("B", "2025-04-11"),
            "content/articles/c.md": article("C", "2025-04-13", keys="themes: [security]"),
        }
    )
    assert entry.earlier is None
    assert entry.later is not None
    assert entry.later.href == "/2025/04/c/"


def test_only_another_language_is_marked() -> None:
    """A text in another language than its page has its language and direction; one in the page's has neither."""
    given = {
        "content/articles/a.md": article("A", keys="lang: fa"),
        "content/articles/b.md": article("B", keys="lang: en"),
    }
    assert (view(given).lang, view(given).dir) == ("fa", "rtl")
    assert (view(given, "/2025/04/b/").lang, view(given, "/2025/04/b/").dir) == ("", "")


@pytest.mark.parametrize(
    ("lang", "frame", "minutes", "marked"),
    [
        ("ar", ("ar", "rtl"), "دقيقتان للقراءة", ("", "")),
        ("ckb", ("ckb", "rtl"), "2 خولەک خوێندنەوە", ("", "")),
        ("tr", ("tr", "ltr"), "2 dakikalık okuma", ("", "")),
        ("fa", ("en", "ltr"), "2-minute read", ("fa", "rtl")),
    ],
)
def test_page_speaks_the_language_of_its_entry(
    lang: str, frame: tuple[str, str], minutes: str, marked: tuple[str, str]
) -> None:
    """Where there is a catalogue the frame is in the entry's language, else in the site's with the text marked."""
    received = pages({"content/articles/a.md": article("A", keys=f"lang: {lang}")})["/2025/04/a/"]
    page, words, entry = received["page"], received["t"], received["entry"]
    assert ((page.lang, page.dir), words("minutes", n=2), (entry.lang, entry.dir)) == (frame, minutes, marked)


def test_what_is_the_sites_is_marked_on_a_page_in_another_language() -> None:
    """On an Arabic page the site's themes, terms, story and entries are English, and Arabic ones are not marked."""
    keys = "lang: ar\nstory: talks"
    given = {
        "content/site.yaml": "title: Brief\nbase_url: https://example.org/\nglossary: {density: 0}\n",
        "content/articles/a.md": article("أول", "2025-04-10", "HTS و SDF.", keys),
        "content/articles/b.md": article("ثان", "2025-04-11", "HTS", keys),
        "content/glossary/sdf.md": term("SDF", "scope: {lang: ar}", "قوات."),
    }
    entry = view(given)
    assert entry.story
    assert [(item.lang, item.dir) for item in (*entry.themes, entry.story)] == [("en", "ltr")] * 2
    assert {card.term: card.lang for card in entry.terms} == {"HTS": "en", "SDF": ""}
    assert {part.title: part.lang for part in entry.story.parts} == {"Talks in Baku": "en", "أول": "", "ثان": ""}
    assert [link.lang if link else None for link in (entry.earlier, entry.later)] == ["en", ""]


def test_old_addresses_lead_to_the_entry() -> None:
    """Each alias is a page that sends readers on and asks search engines to forget it."""
    given = {"content/articles/a.md": article("A", keys="aliases: [/old/, /older/a.html]")}
    assert [(sheet.address, sheet.template, sheet.indexed) for sheet in alias_pages(desk(given))] == [
        ("/old/", "redirect.html", False),
        ("/older/a.html", "redirect.html", False),
    ]
    for received in made(given).views(alias_pages).values():
        assert received["target"] == Link("A", "/2025/04/a/")
        assert (received["page"].url, received["page"].index) == ("https://example.org/2025/04/a/", False)


def test_minutes_are_at_least_one() -> None:
    """The time to read an entry is its words at the pace of its language, never none."""
    long = article("B", body="word " * 700)
    arabic = article("C", body="كلمة " * 700, keys="lang: ar")
    given = {"content/articles/a.md": article("A"), "content/articles/b.md": long, "content/articles/c.md": arabic}
    assert [view(given, f"/2025/04/{slug}/").minutes for slug in "abc"] == [1, 3, 5]


def test_picture_has_an_address() -> None:
    """A file's name may have spaces and letters that an address has not; what is written with % stays."""
    given = {"content/articles/a.md": article("A", keys="image: {src: '/my ş%20.jpg', alt: x}")}
    picture = view(given, "/2025/04/a/").picture
    assert picture is not None
    assert picture.src == "/my%20%C5%9F%20.jpg"


def test_head_tells_other_sites_of_an_entry() -> None:
    """An entry's head has its days and its language with a territory, whatever the site's is."""
    keys = "lang: ckb\nupdated: 2025-04-12T08:00+03:00"
    meta = pages({"content/articles/a.md": article("A", keys=keys)})["/2025/04/a/"]["page"]
    assert (meta.published, meta.modified, meta.locale) == ("2025-04-10", "2025-04-12T08:00:00+03:00", "ckb_IQ")
    assert meta.share is None


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("mailto:a@b.org", "mailto:a@b.org?{subject}&{body}"),
        ("MAILTO:a@b.org?", "MAILTO:a@b.org?{subject}&{body}"),
        ("mailto:a@b.org?Subject=Brief&cc=c@d.org", "mailto:a@b.org?Subject=Brief&cc=c@d.org&{body}"),
        ("mailto:a@b.org?body={url}", "mailto:a@b.org?body={address}&{subject}"),
        ("mailto:a@b.org?subject=x&body=y", "mailto:a@b.org?subject=x&body=y"),
        ("https://b.org/form", "https://b.org/form"),
        ("https://b.org/form?page={url}#x", "https://b.org/form?page={address}#x"),
    ],
)
def test_report_of_an_error_knows_its_page(given: str, expected: str) -> None:
    """A letter about an error begins with the page's title and address, unless the author's own says otherwise."""
    title = 'Bread & "salt"? 100 % خبز #1'
    site = f"title: Brief\nbase_url: https://example.org/\nreport_errors: {given}\n"
    files = {"content/site.yaml": site, "content/articles/a.md": article(f"'{title}'")}
    report = pages(files)["/2025/04/a/"]["page"].report
    address = "https%3A%2F%2Fexample.org%2F2025%2F04%2Fa%2F"
    subject = "subject=Report%20an%20error%3A%20Bread%20%26%20%22salt%22%3F%20100%20%25%20%D8%AE%D8%A8%D8%B2%20%231"
    assert report == expected.format(subject=subject, body=f"body={address}%0D%0A%0D%0A", address=address)


def test_no_address_for_errors_is_no_link() -> None:
    """Where the site names no address for errors its pages have no link to one."""
    assert pages({"content/articles/a.md": article("A")})["/2025/04/a/"]["page"].report == ""
