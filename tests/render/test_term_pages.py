import pytest

from digest.render.term_pages import glossary_page, term_pages
from digest.render.views import TermCard, TermView
from tests.sites import Files, article, made, term

HTS = "content/glossary/hts.md"


def view(given: Files) -> TermView:
    """The view of HTS."""
    found = made(given).views(term_pages)["/glossary/hts/"]["term"]
    assert isinstance(found, TermView)
    return found


def letters(given: Files) -> dict[str, list[TermCard]]:
    """The terms of the glossary by letter."""
    found: dict[str, list[TermCard]] = made(given).views(glossary_page)["/glossary/"]["letters"]
    return found


def test_glossary_goes_by_letters() -> None:
    """Terms stand under their first letter, without accents and opening marks; what begins with none is first."""
    names = {"ayn": "ʿAyn al-Arab", "elysee": "Élysée", "quds": "“Quds Force”", "seven": "7 October", "iran": "Iran"}
    found = letters({f"content/glossary/{slug}.md": term(name) for slug, name in names.items()})
    shown = {letter: [card.term for card in cards] for letter, cards in found.items()}
    assert shown == {
        "#": ["7 October"],
        "A": ["ʿAyn al-Arab"],
        "E": ["Élysée"],
        "H": ["HTS"],
        "I": ["Iran"],
        "Q": ["“Quds Force”"],
    }
    assert list(found) == sorted(found)


def test_hidden_names_are_never_shown() -> None:
    """A hidden alias is for the search alone: it stands neither on the page nor among what a search may show."""
    shown = view({HTS: term("HTS", "name: Hayat\naliases: [Tahrir, {text: Nusra, hidden: true}]\nnative: {ar: هيئة}")})
    assert (shown.name, shown.names) == ("Hayat", ("Tahrir",))
    assert (shown.aliases, shown.spellings) == ("HTS · Hayat · Tahrir · هيئة", "هیئه · Nusra")
    assert shown.native == (("ar", "rtl", "هيئة"),)


@pytest.mark.parametrize(
    ("valid", "period"),
    [
        ("{until: 2025-01-29, note: x}", "Until January 29, 2025"),
        ("{from: 2017-01-28, note: x}", "From January 28, 2017"),
        ("{from: 2017-01-28, until: 2025-01-29, note: x}", "January 28, 2017 to January 29, 2025"),
    ],
)
def test_versions_say_when_they_held(valid: str, period: str) -> None:
    """What held for a time is shown with that time."""
    assert view({HTS: term("HTS", f"valid: [{valid}]")}).versions == ((period, "", "x"),)


def test_versions_stand_in_order_of_time() -> None:
    """What held for a time is shown oldest first, in whatever order it is written."""
    valid = "valid: [{from: 2025-01-30, note: b}, {until: 2017-01-27, note: a}, {from: 2017-01-28, until: 2025-01-29}]"
    periods = [period for period, _, _ in view({HTS: term("HTS", valid)}).versions]
    assert periods == ["Until January 27, 2017", "January 28, 2017 to January 29, 2025", "From January 30, 2025"]


def test_lists_have_the_last_version() -> None:
    """Where no date decides, a definition is the one that goes on holding: an open period's, else the term's own."""
    later = "valid: [{from: 2025-01-30, note: x, definition: What remains of it.}]"
    former = "valid: [{until: 2025-01-29, note: x, definition: An army.}]"
    for keys, short in ((later, "What remains of it."), (former, "A definition."), ("", "A definition.")):
        given = {HTS: term("HTS", keys)}
        (cards,) = letters(given).values()
        assert [(card.short, card.note) for card in cards] == [(short, "")]
        assert view(given).short == short


def test_mentions_run_over_pages() -> None:
    """A term's page has every mention, newest first, on as many pages as they need; only the first is indexed."""
    given = {f"content/articles/n{n}.md": article(f"N{n}", f"2025-04-{10 + n}", "HTS came.") for n in range(4)}
    given["content/site.yaml"] = "title: Brief\nbase_url: https://example.org/\npage_size: 3\n"
    pages = made(given).views(term_pages)
    shown = {address: [quote.card.title for quote in context["mentions"]] for address, context in pages.items()}
    assert shown == {"/glossary/hts/": ["N3", "N2", "N1"], "/glossary/hts/page/2/": ["N0", "Talks in Baku"]}
    assert [context["page"].index for context in pages.values()] == [True, False]
    term_view = pages["/glossary/hts/page/2/"]["term"]
    assert (term_view.count, term_view.first.title, term_view.last.title) == (5, "Talks in Baku", "N3")


def test_term_that_nobody_mentions_has_a_page() -> None:
    """A term without mentions has a page without first and last mention, and a link to a related term."""
    given = {HTS: term("HTS", "related: [homs]"), "content/glossary/homs.md": term("Homs")}
    found = view({**given, "content/articles/2025-04-09-baku.md": article("Talks in Baku", "2025-04-09")})
    assert (found.count, found.first, found.last) == (0, None, None)
    assert [(link.text, link.href) for link in found.related] == [("Homs", "/glossary/homs/")]


def test_relation_goes_both_ways() -> None:
    """A term is related to those that it names, and to those that name it; each stands there once."""
    given = {
        HTS: term("HTS", "related: [palmyra]"),
        "content/glossary/homs.md": term("Homs", "related: [hts, palmyra]"),
        "content/glossary/palmyra.md": term("Palmyra", "related: [hts]"),
    }
    assert [link.text for link in view(given).related] == ["Palmyra", "Homs"]


def test_what_holds_now_comes_first() -> None:
    """Where a definition has changed for good, the page begins with the new one; otherwise with the term's own text."""
    later = "valid: [{from: 2025-01-30, definition: What remains of it.}]"
    assert view({HTS: term("HTS", later)}).now == "What remains of it."
    assert view({HTS: term("HTS")}).now == ""


def test_mentions_are_drawn_over_time() -> None:
    """A term's page has a chart of its mentions, from the first to the last; one mention makes none."""
    given = {f"content/articles/n{n}.md": article(f"N{n}", f"2025-04-{10 + n}", "HTS came.") for n in range(3)}
    found = view(given).chart
    assert found is not None
    assert [bar.count for bar in found.bars] == [1, 1, 1, 1]
    assert view({}).chart is None
