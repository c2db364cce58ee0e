from dataclasses import replace
from functools import cache
from typing import Any, NamedTuple

import pytest

from digest.model import Page
from digest.render import Look, desk, posters, share_addresses, sheets, survey
from digest.render.overrides import Template
from tests.sites import Files, article, dressed, made, term

SITE = "title: Brief\nbase_url: https://example.org/\ntagline: Who is who\npage_size: 2\nglossary: {density: 0}\n"
A, B, C, D, OLD = (f"content/articles/{slug}.md" for slug in ("a", "b", "c", "d", "old"))
HTS, T4 = "content/glossary/hts.md", "content/glossary/t4.md"
THEME, STORY, PAGE = "content/themes/diplomacy.md", "content/stories/talks.md", "content/pages/about.md"
VALID = "valid: [{until: 2025-04-15, definition: An army., note: It is gone.}]"
A_KEYS = (
    "themes: [security, diplomacy]\nsources: [{name: Sana, url: 'https://sana.example/'}, {name: Rudaw}]\n"
    "note: Disputed.\nsummary: In short.\nstory: talks\naliases: [/old/]\n"
    "corrections: [{date: 2025-04-12, note: It was B.}]\nimage: {src: /a.jpg, alt: A map}\nauthors: [Rana]"
)
MONTHS = {"a": "04", "b": "04", "c": "04", "d": "05", "old": "03", "baku": "04"}
A_BODY = "HTS spoke, then T4 fell.\n\nIt rained."

# A digest in which everything leads to everything: lists of two pages, stories, terms that change, two languages.
WHOLE: Files = {
    "content/site.yaml": SITE,
    "content/themes/security.md": "---\ntitle: Security\norder: 2\n---\n",
    "content/stories/over.md": "---\ntitle: Over\nstatus: closed\n---\n",
    "content/pages/rules.md": "---\ntitle: Rules\n---\nOurs.\n",
    HTS: term("HTS", f"name: Hayat\n{VALID}\nrelated: [t4]\nsources: [{{name: Sana}}]"),
    T4: term("T4", "aliases: [Tiyas]\nlinks: {wikidata: Q1}"),
    "content/glossary/homs.md": term("Homs"),
    A: article("A", "2025-04-10", A_BODY, A_KEYS),
    B: article("B", "2025-04-11", "HTS and T4 met. T4 stood.", "story: talks"),
    C: article("ثالث", "2025-04-18", "HTS و T4.", "lang: ar\nstory: talks"),
    D: article("D", "2025-05-20", "HTS left T4.", "sources: [{name: Afp}]"),
    OLD: article("Old", "2025-03-01", "Homs.", "story: over"),
}


def edited_a(former: str, later: str) -> Files:
    """The entry A with other words in its file."""
    text = article("A", "2025-04-10", A_BODY, A_KEYS)
    assert former in text
    return {A: text.replace(former, later)}


EDITS: dict[str, Files] = {
    "title": edited_a("title: A", "title: Another"),
    "title of the newest": {D: article("Dd", "2025-05-20", "HTS left T4.", "sources: [{name: Afp}]")},
    "text": edited_a("It rained.", "It snowed."),
    "sentence of a mention": edited_a("T4 fell", "T4 rose"),
    "second mention": edited_a("It rained.", "T4 again."),
    "mention that goes": edited_a("T4 fell", "it fell"),
    "new mention": {OLD: article("Old", "2025-03-01", "Homs and HTS.", "story: over")},
    "link of the author": edited_a("It rained.", "It [rained](/about/)."),
    "note": edited_a("Disputed", "Settled"),
    "summary": edited_a("In short", "At length"),
    "day": edited_a("2025-04-10", "2025-04-09"),
    "month": {B: article("B", "2025-04-12", "HTS and T4 met. T4 stood.", "story: talks\ndate: 2025-04-12")},
    "change": edited_a("authors:", "updated: 2025-04-20\nauthors:"),
    "author": edited_a("Rana", "Ali"),
    "picture": edited_a("/a.jpg", "/b.jpg"),
    "language": edited_a("authors:", "lang: ar\nauthors:"),
    "new language": {OLD: article("Old", "2025-03-01", "Homs.", "lang: tr\nstory: over")},
    "themes of an entry": edited_a("[security, diplomacy]", "[diplomacy, security]"),
    "one theme less": edited_a("[security, diplomacy]", "[diplomacy]"),
    "story of an entry": edited_a("story: talks\n", ""),
    "other story": edited_a("story: talks", "story: over"),
    "old address": edited_a("/old/", "/older/"),
    "correction": edited_a("It was B.", "It was C."),
    "day of a correction": edited_a("2025-04-12", "2025-04-13"),
    "name of a source": edited_a("name: Sana", "name: SANA"),
    "another source": edited_a("name: Rudaw", "name: Hawar"),
    "address of a source": edited_a("https://sana.example/", "https://sana.example/1"),
    "draft": edited_a("authors:", "draft: true\nauthors:"),
    "entry that goes": {D: None},
    "new entry": {"content/articles/e.md": article("E", "2025-04-19", "T4.", "story: talks")},
    "new entry without mentions": {
        "content/articles/e.md": article("E", "2025-03-02", keys="sources: [{name: Hawar}]")
    },
    "new newest entry": {"content/articles/e.md": article("E", "2025-06-01", "Homs.", "themes: [security]")},
    "title of a theme": {THEME: "---\ntitle: Talks\nsummary: Talks.\n---\nWho talks to whom.\n"},
    "summary of a theme": {THEME: "---\ntitle: Diplomacy\nsummary: Words.\n---\nWho talks to whom.\n"},
    "text of a theme": {THEME: "---\ntitle: Diplomacy\nsummary: Talks.\n---\nWho talks.\n"},
    "order of themes": {THEME: "---\ntitle: Diplomacy\norder: 3\nsummary: Talks.\n---\nWho talks to whom.\n"},
    "new theme": {"content/themes/arms.md": "---\ntitle: Arms\n---\n"},
    "title of a story": {STORY: "---\ntitle: Talks\n---\n"},
    "summary of a story": {STORY: "---\ntitle: The talks\nsummary: All.\n---\n"},
    "status of a story": {STORY: "---\ntitle: The talks\nstatus: closed\n---\n"},
    "text of a story": {STORY: "---\ntitle: The talks\n---\nHow it began.\n"},
    "new story": {"content/stories/new.md": "---\ntitle: New\n---\n"},
    "title of a page": {PAGE: "---\ntitle: Who we are\n---\nWe write [in Baku](/2025/04/baku/).\n"},
    "text of a page": {PAGE: "---\ntitle: About\n---\nWe wrote.\n"},
    "definition": {T4: term("T4", "aliases: [Tiyas]\nlinks: {wikidata: Q1}", "An air base.")},
    "second paragraph of a definition": {
        T4: term("T4", "aliases: [Tiyas]\nlinks: {wikidata: Q1}", "A definition.\n\nAnd more.")
    },
    "former definition": {HTS: term("HTS", f"name: Hayat\n{VALID.replace('An army', 'A band')}\nrelated: [t4]")},
    "note on a change": {HTS: term("HTS", f"name: Hayat\n{VALID.replace('gone', 'over')}\nrelated: [t4]")},
    "day of a change": {HTS: term("HTS", f"name: Hayat\n{VALID.replace('04-15', '04-10')}\nrelated: [t4]")},
    "name of a term": {T4: term("T4 base", "aliases: [T4, Tiyas]\nlinks: {wikidata: Q1}")},
    "full name of a term": {T4: term("T4", "name: Tiyas Air Base\naliases: [Tiyas]\nlinks: {wikidata: Q1}")},
    "alias that no text has": {T4: term("T4", "aliases: [Tiyas, Tayfur]\nlinks: {wikidata: Q1}")},
    "hidden alias": {T4: term("T4", "aliases: [Tiyas, {text: Tayfur, hidden: true}]\nlinks: {wikidata: Q1}")},
    "native name": {T4: term("T4", "aliases: [Tiyas]\nnative: {ar: التيفور}\nlinks: {wikidata: Q1}")},
    "kind of a term": {T4: term("T4", "aliases: [Tiyas]\nkind: place\nlinks: {wikidata: Q1}")},
    "links of a term": {T4: term("T4", "aliases: [Tiyas]\nlinks: {wikidata: Q2}")},
    "language of a term": {T4: term("T4", "aliases: [Tiyas]\nscope: {lang: en}\nlinks: {wikidata: Q1}")},
    "source of a term": {HTS: term("HTS", f"name: Hayat\n{VALID}\nrelated: [t4]\nsources: [{{name: None}}]")},
    "review of a term": {T4: term("T4", "aliases: [Tiyas]\nreviewed: 2025-04-01\nlinks: {wikidata: Q1}")},
    "relation": {T4: term("T4", "aliases: [Tiyas]\nrelated: [homs]\nlinks: {wikidata: Q1}")},
    "term that is never linked": {T4: term("T4", "aliases: [Tiyas]\nmatch: {link: never}\nlinks: {wikidata: Q1}")},
    "new term": {"content/glossary/rain.md": term("Rain", "match: {case: ignore}")},
    "new term that nobody mentions": {"content/glossary/x.md": term("Xylo")},
    "settings": {"content/site.yaml": SITE.replace("Who is who", "What is what")},
    "address of the site": {"content/site.yaml": SITE.replace("example.org", "example.net/news")},
    "size of pages": {"content/site.yaml": SITE.replace("page_size: 2", "page_size: 3")},
    "length of editions": {"content/site.yaml": SITE + "edition: month\n"},
    "navigation": {"content/site.yaml": SITE + "navigation: [about]\n"},
}


class Made(NamedTuple):
    """A sheet's fingerprint, and the file that is made of it."""

    print: bytes
    data: bytes


def printed(given: Files, look: Look | None = None, *, located: bool = True) -> dict[str, Made]:
    """Every page of the whole digest, changed by `given`, by address: with share images and places of mentions."""
    digest = made({**WHOLE, **given}, look)
    content = digest.desk.digest
    shares = share_addresses(posters(content, digest.look.words), {}, "1")
    content = replace(content, anchors=digest.texts.anchors() if located else {})
    whole = replace(digest, desk=desk(content, digest.look, "1.0", shares, looks_of(look)))
    pages = [page for page in whole.printed() if isinstance(page, Page)]
    return {sheet.address: Made(sheet.print, page.data) for sheet, page in zip(sheets(whole.desk), pages, strict=True)}


def looks_of(look: Look | None) -> dict[str, bytes]:
    """What stands for the templates of a look."""
    return survey(look.templates).looks if look else built_in()


@cache
def built_in() -> dict[str, bytes]:
    """What stands for the built-in templates."""
    return survey(dressed().templates).looks


@cache
def former() -> dict[str, Made]:
    """The pages of the whole digest as it is."""
    return printed({})


def changed(later: dict[str, Made]) -> set[str]:
    """The addresses of pages that are no longer the same, of those that are still there; each must tell so."""
    shared = former().keys() & later.keys()
    seen = {address for address in shared if former()[address].data != later[address].data}
    told = {address for address in shared if former()[address].print != later[address].print}
    assert seen <= told
    return seen


def with_template(name: str, more: str) -> Look:
    """The built-in look, with more at the end of a template."""
    look = dressed()
    template = look.templates[name]
    return replace(look, templates={**look.templates, name: Template(template.path, template.text + more)})


@pytest.mark.parametrize("edit", EDITS)
def test_page_that_changes_has_another_print(edit: str) -> None:
    """Whatever an author edits: a page that it changes has another fingerprint than before."""
    later = printed(EDITS[edit])
    assert changed(later) or later.keys() != former().keys()


def test_same_digest_has_the_same_prints() -> None:
    """Fingerprints hang on nothing but the digest: made again they are the same."""
    assert printed({}) == former()


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        ("text", {"a"}),
        ("link of the author", {"a"}),
        ("sentence of a mention", {"a"}),
        ("text of a theme", set()),
        ("summary of a theme", set()),
        ("new theme", set()),
        ("summary of a story", set()),
        ("status of a story", set()),
        ("title of a story", {"a", "b", "c", "baku"}),
        ("text of a page", set()),
        ("kind of a term", set()),
        ("links of a term", set()),
        ("relation", set()),
        ("second paragraph of a definition", set()),
        ("definition", {"a", "b", "c", "d"}),
        ("new term that nobody mentions", set()),
        ("new language", {"old", "baku"}),
        ("new entry without mentions", {"old", "baku"}),
        ("new newest entry", {"a", "old"}),
    ],
)
def test_edit_leaves_the_pages_of_other_entries(edit: str, expected: set[str]) -> None:
    """The fingerprint of an entry's page changes with what that page shows, and with nothing else of the digest."""
    later = printed(EDITS[edit])
    pages = {entry: f"/2025/{month}/{entry}/" for entry, month in MONTHS.items()}
    assert {entry for entry, page in pages.items() if former()[page].print != later[page].print} == expected


def test_template_changes_the_pages_that_it_makes() -> None:
    """The fingerprint of a page changes with its template's, and with that of no other."""
    digest = made(WHOLE).desk
    usual = list(sheets(replace(digest, looks=built_in())))
    for name in sorted({sheet.template for sheet in usual} - {""}):
        edited = sheets(replace(digest, looks={**built_in(), name: b"another"}))
        both = list(zip(usual, edited, strict=True))
        assert {one.address for one, other in both if one.print != other.print} == {
            one.address for one in usual if one.template == name
        }


def test_page_that_a_template_changes_has_another_print() -> None:
    """What is added to the frame of all pages changes the fingerprint of each, but not of what has no frame."""
    seen = changed(printed({}, with_template("base.html", "<!-- ours -->")))
    assert {"/", "/2025/04/a/", "/glossary/t4/page/2/", "/404.html"} <= seen
    assert not {address for address in seen if not address.endswith(("/", ".html"))}


def test_page_changes_with_its_share_image_alone() -> None:
    """Pages without a share image of their own show the site's, and an entry's page its own."""
    digest = made(WHOLE).desk
    own, site = "/2025/04/a/", {"/": ("/1.png", "Brief")}
    shares = [site, {**site, own: ("/2.png", "A")}, {"/": ("/3.png", "Brief"), own: ("/2.png", "A")}]
    first, second, third = (
        {sheet.address: sheet.print for sheet in sheets(replace(digest, shares=some))} for some in shares
    )
    assert {address for address in first if first[address] != second[address]} == {own}
    assert all(second[address] != third[address] for address in second)


@pytest.mark.parametrize("other", [{"version": "2.0"}, {"code": "another"}, {"assets": {"style.css": "/other.css"}}])
def test_every_page_changes_with_what_makes_it(other: dict[str, Any]) -> None:
    """Another version or another program makes every page anew, and so does another style sheet."""
    digest = made(WHOLE).desk
    both = list(zip(sheets(digest), sheets(replace(digest, **other)), strict=True))
    assert len(both) > 50
    assert all(one.print != another.print for one, another in both)


def test_page_changes_when_its_annotations_are_asked_for() -> None:
    """An entry's page leads to its annotations where there are any, and is another one then."""
    seen = changed(printed({}, located=False))
    assert seen == {f"/2025/{month}/{entry}/" for entry, month in MONTHS.items()}


def test_sheet_knows_what_it_needs() -> None:
    """A sheet asks for the texts that it shows, and for no others: those of entries, editions and whole feeds."""
    digest = made(WHOLE).desk
    shown = {sheet.address: [entry.article.slug for entry in sheet.texts] for sheet in sheets(digest) if sheet.texts}
    assert shown["/2025/04/a/"] == ["a"]
    assert shown["/editions/2025-W15/"] == ["baku", "a", "b"]
    assert shown["/themes/security/feed.json"] == shown["/themes/security/feed.xml"] == ["a"]
    assert {address.split("/")[1] for address in shown} == {
        *("2025", "editions", "feed.json", "feed.xml", "themes", "stories")
    }
