import re
from collections.abc import Iterator
from datetime import date, datetime
from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.web.conftest import DESKTOP, Visit
from tests.web.opened import console_faults
from tests.web.server import Served

pytestmark = [pytest.mark.browser, pytest.mark.npm]

FALL_OF_ASSAD = "Opposition coalition topples Bashar al-Assad"


@pytest.fixture
def page(sample: Served, window: Page) -> Iterator[Page]:
    """The search page; whatever a test does there, the console stays empty and no other host is asked."""
    window.clear_console_messages()
    window.clear_page_errors()
    window.goto(f"{sample.url}/search/")
    yield window
    assert console_faults(window) == []
    assert {urlsplit(request.url).hostname for request in window.requests()} == {"127.0.0.1"}


@pytest.fixture
def odd_page(odd: Served, window: Page) -> Page:
    """The search page of a site that lies in a folder of its host."""
    window.goto(f"{odd.url}/search/")
    return window


def search(page: Page, query: str) -> list[str]:
    """Type a query; return the titles that it finds."""
    page.locator("#q").fill(query)
    answered(page, q=query)
    return titles(page)


def answered(page: Page, **query: str) -> None:
    """Wait until the page has answered a query: it then stands in the address."""
    page.wait_for_url(lambda url: asked(url).items() >= query.items(), wait_until="commit")


def titles(page: Page) -> list[str]:
    """The titles that are shown."""
    return page.locator(".found h3").all_inner_texts()


def count(page: Page) -> int:
    """How many results the status says that there are."""
    return int(page.get_by_role("status").inner_text().split()[0])


def result(page: Page, title: str) -> Locator:
    """One result."""
    return page.locator(".found li", has=page.get_by_role("heading", name=title))


def day(text: str) -> date:
    """The day that a result's facts begin with."""
    return datetime.strptime(text.split(" · ")[0], "%B %d, %Y").date()  # noqa: DTZ007


def loaded(page: Page) -> set[str]:
    """The parts of the index that files were asked of."""
    paths = (urlsplit(request.url).path.partition("/pagefind/")[2] for request in page.requests())
    return {"/".join(path.split("/")[:2]) for path in paths if path.count("/") > 1}


def marked(page: Page) -> list[tuple[str, str]]:
    """The words that a page has marked, and which part of it each stands in."""
    page.wait_for_function("() => CSS.highlights.size")
    found: list[tuple[str, str]] = page.evaluate("""() => [...CSS.highlights.get('found')].map((range) => [
        range.startContainer.data.slice(range.startOffset, range.endOffset),
        (range.startContainer.parentElement.closest('h1, .standfirst, .prose, aside, nav, footer')).className || 'h1',
    ])""")
    return found


def asked(url: str) -> dict[str, str]:
    """The query of an address."""
    return dict(parse_qsl(urlsplit(url).query))


def test_nothing_is_loaded_before_the_first_key(sample: Served, visit: Visit) -> None:
    """Until a key is pressed a visit is three requests, the icon aside; then the index is asked for."""
    page = visit(f"{sample.url}/search/")
    page.wait_for_load_state("networkidle")
    before = [request.url for request in page.requests() if "favicon" not in request.url]
    assert len(before) == 3
    expect(page.locator("#filters")).to_be_hidden()
    page.keyboard.type("T")
    expect(page.get_by_role("status")).to_contain_text("results")
    assert any("/pagefind/" in request.url for request in page.requests())


def test_caret_stands_in_the_field(sample: Served, visit: Visit) -> None:
    """The page is there to be typed on at once, but whoever was quicker than its script stays where they are."""
    page = visit(f"{sample.url}/search/")
    expect(page.locator("#q")).to_be_focused()
    page.add_init_script("""document.addEventListener('readystatechange', () => {
        if (document.readyState === 'interactive') document.querySelector('header a').focus()
    })""")
    page.reload()
    expect(page.locator("header a").first).to_be_focused()
    assert console_faults(page) == []


def test_alias_finds_an_entry_that_lacks_it(page: Page) -> None:
    """A search for “Jolani” finds the entry that has only “Ahmed al-Sharaa”, and says why; else it says nothing."""
    assert FALL_OF_ASSAD in search(page, "Jolani")
    because = result(page, FALL_OF_ASSAD).get_by_text("matched as")
    expect(because).to_have_text("matched as “Abu Mohammed al-Jolani”")
    expect(result(page, "Katz warns al-Sharaa").get_by_text("matched as")).to_have_count(0)
    expect(result(page, "Katz warns al-Sharaa").locator("mark").first).to_have_text(re.compile("Jolani"))
    result(page, FALL_OF_ASSAD).get_by_role("link").click()
    expect(page.locator("#text")).not_to_contain_text("Jolani")


def test_alias_and_a_word_of_the_text_go_together(page: Page) -> None:
    """A query may be half alias, half text; the reason names the alias alone."""
    assert search(page, "Jolani swift") == [FALL_OF_ASSAD]
    expect(result(page, FALL_OF_ASSAD)).to_contain_text("matched as “Abu Mohammed al-Jolani”")
    expect(result(page, FALL_OF_ASSAD).locator("mark")).to_have_text("swift")


def test_all_words_must_be_found(page: Page) -> None:
    """A year whose index lacks a word gives no result for the others, unless no page at all has every word."""
    assert search(page, "Jolani swift") == [FALL_OF_ASSAD]
    everything = search(page, "Jolani")
    assert "Katz warns al-Sharaa of “a heavy price”" in everything
    expect(page.get_by_role("status")).to_have_text(f"{len(everything)} results")
    assert set(search(page, "Jolani zzyzx")) == set(everything)
    expect(page.get_by_role("status")).to_have_text(f"No page has all of these words. {len(everything)} results")


def test_some_words_find_pages_of_one_year(odd_page: Page) -> None:
    """Where no page has all words, pages of one year that have one each are all found, by day too."""
    ferries, envoys = "The ferries stop for a day", "Envoys meet before the winter"
    assert set(search(odd_page, "Theodora winter")) == {ferries, envoys}
    expect(odd_page.get_by_role("status")).to_have_text("No page has all of these words. 2 results")
    odd_page.get_by_label("Newest first").check()
    answered(odd_page, sort="date")
    expect(odd_page.locator(".found h3")).to_have_text([ferries, envoys])
    assert search(odd_page, "winter Theodora") == [ferries, envoys]


def test_page_with_more_of_the_words_stands_first(odd_page: Page) -> None:
    """Where no page has all words, the one that has more of them comes before one that has less."""
    found = search(odd_page, "Theodora Tzachi winter")
    assert found.index("Envoys meet before the winter") < found.index("The ferries stop for a day")


def test_apostrophes_do_not_matter(page: Page) -> None:
    """A name is found with any apostrophe, and with none."""
    for query in ("Hayat", "Hay'at", "Hay’at", "Hayʼat", "HAYAT tahrir"):
        assert FALL_OF_ASSAD in search(page, query), query


def test_diacritics_do_not_matter(odd_page: Page) -> None:
    """A name is found with its diacritics and without them, whichever the text has; below a base path too."""
    for query in ("Sirnak", "Şırnak", "ŞIRNAK"):
        assert "Şırnak" in search(odd_page, query), query
    for query in ("Cavusoglu", "Çavuşoğlu"):
        assert "Mevlüt Çavuşoğlu" in search(odd_page, query), query
    for query in ("Hanegbi", "Ĥanegbı"):  # the text has it in plain letters
        assert "Tzachi Hanegbi" in search(odd_page, query), query


def test_other_ways_stand_where_there_are_no_results(page: Page) -> None:
    """Before a query, and where it finds nothing, the page leads to the archive, the glossary, themes and sources."""
    ways = page.locator("#ways")
    expect(ways.get_by_role("link")).to_have_text(["Archive", "Glossary", "Themes", "Sources"])
    search(page, "Jolani")
    expect(ways).to_be_hidden()
    search(page, "zzyzx")
    expect(ways).to_be_visible()


def test_part_of_a_word_finds_it(page: Page) -> None:
    """A query need not be finished."""
    assert "Benjamin Netanyahu" in search(page, "Netan")


def test_name_with_an_apostrophe_is_found_by_its_beginning(odd_page: Page) -> None:
    """A name need not be finished where its first letters, before the apostrophe, are a word too."""
    for query in ("Ba't", "bat", "Ba’t"):
        assert search(odd_page, query) == ["The ferries stop for a day"], query
    assert search(odd_page, "Ba'x") == []


def test_stem_of_a_word_finds_it(page: Page) -> None:
    """What has a word as it stands in the index is meant, though a shorter word counts more."""
    assert "FDD" in search(page, "defense")
    assert "FDD" in search(page, "defens")


@pytest.mark.parametrize(
    "word",
    ["Istanbul", "Alawites", "Albania", "Inal", "dancing", "2025-04-09", "state-of-the-art", "toy", "ona", "oney"],
)
def test_short_word_is_not_taken_for_a_long_one(page: Page, word: str) -> None:
    """A word that nothing has finds nothing, though a page has a little word that it begins with."""
    assert search(page, word) == []
    expect(page.get_by_role("status")).to_have_text("Nothing was found.")
    some = search(page, f"{word} Jolani")
    expect(page.get_by_role("status")).to_contain_text("No page has all of these words.")
    assert some == search(page, "Jolani") != []


def test_short_word_of_one_year_is_not_taken_either(odd_page: Page) -> None:
    """A word that one year has brings in no other year, in which there are but words that it begins with."""
    assert search(odd_page, "Theodora") == ["The ferries stop for a day"]


def test_lists_of_names_keep_their_order(rtl: Served, window: Page) -> None:
    """Names in a result are parted by the comma of the page's language, and each keeps its own direction."""
    window.goto(f"{rtl.url}/search/?q=T4")
    facts = window.locator("[data-kind=entry] .small", has_text="Turkish Minute").first
    expect(facts).to_contain_text("Turkish Minute، ")
    names = facts.locator("bdi").all_inner_texts()
    assert {"Turkish Minute", "رووداو"} <= {*names}


def test_order_of_words_does_not_matter(page: Page) -> None:
    """However words are put, the same pages have all of them."""
    (found,) = search(page, "normalise ties")
    assert search(page, "ties normalise") == [found]


def test_hyphens_do_not_matter(odd_page: Page) -> None:
    """A compound is found with its hyphens, with spaces, and as one word; so are days and long numbers."""
    for query in (
        "twenty-two-day",
        "twenty two day",
        "twentytwoday",
        "two-day",
        "2023-05-29",
        "12,500",
        "Theodora-Yıldız",
    ):
        assert "The ferries stop for a day" in search(odd_page, query), query


def test_words_of_the_text_are_found_with_plain_letters(odd_page: Page) -> None:
    """Letters that no accent makes are folded in texts too, not only in the names of terms."""
    for query in ("Yıldız", "Yildiz", "YILDIZ", "Oresund", "ORESUND"):
        assert search(odd_page, query) == ["The ferries stop for a day"], query


def test_ending_that_nothing_has_does_not_matter(page: Page) -> None:
    """Where nothing has the whole of a long word, its beginning is enough."""
    assert search(page, "Netanyahuist") == search(page, "Netanyah") != []


def test_arabic_is_found_from_any_keyboard(odd_page: Page) -> None:
    """Words with Persian or Kurdish letters find those with Arabic ones."""
    odd_page.goto(f"{odd_page.url}?lang=ar")
    expected = search(odd_page, "وكان")
    assert len(expected) == 1
    assert search(odd_page, "وکان") == expected


def test_beginning_of_a_word_with_the_arabic_article_finds_it(odd_page: Page) -> None:
    """The stemmer takes the article off whole words, so a word that is not finished is asked for without it too."""
    odd_page.goto(f"{odd_page.url}?lang=ar")
    for query in ("الش", "الشا"):
        assert search(odd_page, query) == search(odd_page, "الشام") != [], query


def test_page_in_another_language_leads_to_its_search(odd: Served, window: Page) -> None:
    """From an Arabic entry of an English site the search begins with what is Arabic."""
    window.goto(f"{odd.url}/2025/04/arabic/")
    window.locator("#find").fill("حمص")
    window.locator("#find").press("Enter")
    expect(window.locator(".found h3").first).to_be_visible()
    assert asked(window.url) == {"q": "حمص", "lang": "ar"}


def test_phrase_is_found_as_it_is(page: Page) -> None:
    """In quotation marks, words count only beside each other and in their order."""
    assert search(page, '"heavy price"') == ["Katz warns al-Sharaa of “a heavy price”"]
    assert search(page, '"heavy price" Katz') == ["Katz warns al-Sharaa of “a heavy price”"]
    assert search(page, '"heavy price" zzyzx') == ["Katz warns al-Sharaa of “a heavy price”"]
    assert search(page, '"price heavy"') == []
    expect(page.get_by_role("status")).to_have_text("Nothing was found.")


@pytest.mark.parametrize("marks", ["“”", "„“", "”“", "«»", "»«", '""'])
def test_quotation_marks_of_any_language_make_a_phrase(page: Page, marks: str) -> None:
    """A phrase may stand in typographic marks; field and address keep what was typed."""
    query = "{}heavy price{}".format(*marks)
    assert search(page, query) == ["Katz warns al-Sharaa of “a heavy price”"]
    expect(page.locator("#q")).to_have_value(query)
    assert asked(page.url) == {"q": query}
    assert search(page, "{}price heavy{}".format(*marks)) == []


def test_count_has_its_plural(page: Page) -> None:
    """The status says how many results there are, in the language's own forms."""
    search(page, '"heavy price"')
    expect(page.get_by_role("status")).to_have_text("1 result")
    count = len(search(page, "Netanyahu"))
    expect(page.get_by_role("status")).to_have_text(f"{count} results")
    expect(page.locator("#term-h")).to_have_text("2 terms")
    expect(page.locator("#entry-h")).to_have_text(f"{count - 2} entries")
    search(page, "Jolani")
    expect(page.locator("#term-h")).to_have_text("1 term")


@pytest.mark.parametrize(
    ("label", "value", "name"),
    [
        ("Theme", "Diplomacy", "theme"),
        ("Source", "SOFX", "source"),
        ("Year", "2024", "year"),
        ("Term", "T4", "term"),
        ("Kind", "term", "kind"),
    ],
)
def test_filter_narrows_the_results(page: Page, label: str, value: str, name: str) -> None:
    """A filter leaves some of the results, stands in the address, and can be used without a query."""
    search(page, "Syria")
    everything = count(page)
    page.get_by_text("Filters").click()
    page.get_by_role("combobox", name=label, exact=True).select_option(value)
    answered(page, **{name: value})
    some = count(page)
    assert 0 < some < everything
    page.locator("#q").fill("")
    expect(page).to_have_url(re.compile(rf"\?{name}="))
    assert count(page) >= some


def test_filters_are_loaded_when_they_are_opened(sample: Served, visit: Visit) -> None:
    """The values of filters are a large part of an index, so they come when somebody wants to see them."""
    page = visit(f"{sample.url}/search/?q=Syria")
    expect(page.get_by_role("status")).to_contain_text("results")
    before = len([request for request in page.requests() if "/filter/" in request.url])
    page.get_by_text("Filters").click()
    expect(page.get_by_role("combobox", name="Theme").locator("option").nth(1)).to_have_count(1)
    assert len([request for request in page.requests() if "/filter/" in request.url]) > before
    assert console_faults(page) == []


def test_theme_filter_keeps_to_its_theme(page: Page) -> None:
    """What a filter leaves is of its theme."""
    search(page, "Syria")
    page.get_by_text("Filters").click()
    page.get_by_role("combobox", name="Theme").select_option("Diplomacy")
    answered(page, theme="Diplomacy")
    facts = page.locator(".found .small").all_inner_texts()
    assert facts
    assert all("Diplomacy" in text for text in facts)


def test_newest_come_first_when_asked(page: Page) -> None:
    """Sorted by day nothing is lost: entries are by their own day, terms by their last mention."""
    search(page, "Syria")
    status = page.get_by_role("status").inner_text()
    page.get_by_label("Newest first").check()
    answered(page, sort="date")
    expect(page.get_by_role("status")).to_have_text(status)
    days = [text.split(" · ")[0] for text in page.locator(".found .small").all_inner_texts() if " · " in text]
    assert days[0].startswith("10 April 2025")


def test_order_by_day_goes_over_years(odd_page: Page) -> None:
    """Years have an index each, yet their entries come in one order by day, the newest first."""
    odd_page.goto(f"{odd_page.url}?q=Hanegbi&kind=entry&sort=date")
    expect(odd_page.get_by_role("status")).to_contain_text("results")
    days = [day(text) for text in odd_page.locator("[data-kind=entry] .small").all_inner_texts() if " · " in text]
    assert len({found.year for found in days}) > 1
    assert days == sorted(days, reverse=True)
    odd_page.goto(f"{odd_page.url.partition('?')[0]}?kind=entry")
    expect(odd_page.get_by_role("status")).to_contain_text("results")
    odd_page.get_by_role("button", name="More results").click()
    expect(odd_page.locator("[data-kind=entry] h3")).to_have_count(count(odd_page))
    days = [day(text) for text in odd_page.locator("[data-kind=entry] .small").all_inner_texts()]
    assert [found.year for found in (days[0], *days[-3:])] == [2025, 2024, 2023, 2023]
    assert days == sorted(days, reverse=True)


def test_year_asks_for_no_other_year(odd: Served, visit: Visit) -> None:
    """Where one year is asked for, the index of that year is loaded and no other; without it the others follow."""
    page = visit(f"{odd.url}/search/?q=Hanegbi&year=2023")
    expect(page.locator(".found h3")).to_have_text(["Envoys meet before the winter"])
    assert loaded(page) == {"en/2023", "en/loader"}
    page.get_by_role("combobox", name="Year").select_option("")
    expect(page.locator(".found h3").nth(1)).to_be_visible()
    assert loaded(page) == {"en/2023", "en/2024", "en/2025", "en/loader", "en/terms"}
    assert console_faults(page) == []


def test_scripts_are_loaded_once(odd: Served, visit: Visit) -> None:
    """However many indexes are asked, the scripts that ask them come once."""
    page = visit(f"{odd.url}/search/?q=Hanegbi")
    expect(page.get_by_role("status")).to_contain_text("results")
    names = [urlsplit(request.url).path.rpartition("/")[2] for request in page.requests()]
    assert len(loaded(page)) == 5
    for name in ("pagefind.js", "pagefind-worker.js", "wasm.en.pagefind", "shards.json"):
        assert names.count(name) == 1, name


def test_terms_come_first(page: Page) -> None:
    """Terms stand before entries, each kind under a heading that counts it."""
    search(page, "Netanyahu")
    levels = page.locator("#main :is(h1, h2, h3)").evaluate_all("all => all.map(one => one.localName)")
    headings = page.locator("#main :is(h1, h2, h3)").all_text_contents()
    assert list(zip(levels, headings, strict=True))[:3] == [
        ("h1", "Search"),
        ("h2", "2 terms"),
        ("h3", "Benjamin Netanyahu"),
    ]
    assert levels[3:6] == ["h3", "h2", "h3"]
    assert headings[4] == "4 entries"
    page.get_by_text("Filters").click()
    page.get_by_role("combobox", name="Kind").select_option("Entry")
    answered(page, kind="entry")
    expect(page.locator("#term-h")).to_be_hidden()
    assert len(search(page, "Syria")) == 9
    page.get_by_role("combobox", name="Kind").select_option("Term")
    answered(page, kind="term")
    expect(page.locator("#entry-h")).to_be_hidden()
    expect(page.locator(".found h3")).to_have_count(10)


def test_language_is_chosen(odd_page: Page) -> None:
    """Each language is searched by itself; what is found is marked as of that language, and the address tells it."""
    assert search(odd_page, "حمص") == []
    odd_page.get_by_role("combobox", name="Search in").select_option("العربية")
    answered(odd_page, lang="ar")
    link = odd_page.get_by_role("heading", name="مدينة حمص وهيئة تحرير الشام")
    expect(link).to_have_attribute("lang", "ar")
    expect(link).to_have_attribute("dir", "rtl")
    assert "T4" in odd_page.locator(".found li p").first.inner_text()
    odd_page.get_by_text("Filters").click()
    expect(odd_page.get_by_role("combobox", name="Year").locator("option")).to_have_text(["any", "2025"])
    odd_page.reload()
    expect(odd_page.get_by_role("combobox", name="Search in")).to_have_value("ar")
    expect(link).to_be_visible()
    odd_page.get_by_role("combobox", name="Search in").select_option("English")
    expect(odd_page.get_by_role("status")).to_have_text("Nothing was found.")
    assert "lang" not in asked(odd_page.url)


def test_one_language_is_no_choice(page: Page) -> None:
    """A site in one language offers none."""
    search(page, "Syria")
    expect(page.get_by_role("combobox", name="Search in")).to_have_count(0)


def test_arrows_go_through_the_results(page: Page) -> None:
    """The arrow down leads from the field into the results, both arrows between them, Escape back to the field."""
    assert len(search(page, "Netanyahu")) > 2
    links = page.locator(".found h3 a")
    for key, focused in (
        ("ArrowDown", links.nth(0)),
        ("ArrowDown", links.nth(1)),
        ("ArrowUp", links.nth(0)),
        ("ArrowUp", page.locator("#q")),
        ("ArrowUp", page.locator("#q")),
        ("ArrowDown", links.nth(0)),
        ("Escape", page.locator("#q")),
    ):
        page.keyboard.press(key)
        expect(focused).to_be_focused()
    expect(page.locator("#q")).to_have_value("Netanyahu")
    links.last.focus()
    page.keyboard.press("ArrowDown")
    expect(links.last).to_be_focused()


def test_words_are_marked_on_the_page_reached(page: Page) -> None:
    """The page that a result leads to has the words marked, in its text alone, and shows the first of them."""
    search(page, "heavy prices")  # the text has another ending
    result(page, "Katz warns al-Sharaa").get_by_role("link").click()
    page.wait_for_url(re.compile(r"highlight="))
    expect(page.locator("#text")).to_contain_text("heavy")
    marks = marked(page)
    assert {text.lower() for text, _ in marks} == {"heavy", "price"}
    assert {inside for _, inside in marks} <= {"h1", "standfirst", "prose"}
    page.locator("#text a.term").first.hover()
    expect(page.locator("#card")).to_be_visible()


def test_folded_words_are_marked(odd_page: Page, odd: Served) -> None:
    """Spellings that the search takes for one are marked alike; without a search nothing is marked."""
    for query, text in (("Sirnak", "Şırnak"), ("Cavusog", "Çavuşoğlu")):
        search(odd_page, query)
        result(odd_page, "An entry with everything").get_by_role("link").click()
        odd_page.wait_for_url(re.compile(r"/everything/\?highlight="))
        assert text in {found for found, _ in marked(odd_page)}, query
        odd_page.goto(f"{odd.url}/search/")
    odd_page.goto(f"{odd.url}/2025/04/everything/")
    odd_page.wait_for_load_state("networkidle")
    assert odd_page.evaluate("() => CSS.highlights.size") == 0


def test_only_what_is_searched_is_marked(odd_page: Page, odd: Served) -> None:
    """Words in navigation, themes, the box of terms, sources and the footer are left alone."""
    odd_page.goto(f"{odd.url}/2025/04/everything/?highlight=themes+security+foreign+rudaw+feed+t4")
    assert {text for text, _ in marked(odd_page)} == {"T4"}


def test_first_mark_is_shown(odd_page: Page, odd: Served) -> None:
    """A page scrolls to the first mark."""
    odd_page.set_viewport_size({"width": 390, "height": 300})
    odd_page.goto(f"{odd.url}/2025/04/everything/?highlight=tzachi+hanegbi+literally")
    marked(odd_page)
    expect(odd_page.locator("#text p", has_text="literally").first).to_be_in_viewport()
    odd_page.set_viewport_size(DESKTOP)


def test_address_holds_the_search(page: Page, sample: Served) -> None:
    """An address with a query and filters shows their results at once; what the index does not have is left out."""
    page.goto(f"{sample.url}/search/?q=strikes&theme=Diplomacy&source=Nobody&sort=date")
    expect(page.get_by_role("status")).to_contain_text("result")
    expect(page.locator("#q")).to_have_value("strikes")
    expect(page.get_by_role("combobox", name="Theme")).to_have_value("Diplomacy")
    source = page.get_by_role("combobox", name="Source")
    assert source.evaluate("select => select.selectedOptions[0]?.text") == "any"
    expect(page.get_by_label("Newest first")).to_be_checked()
    assert asked(page.url) == {"q": "strikes", "theme": "Diplomacy", "sort": "date"}


def test_back_returns_to_the_results(page: Page) -> None:
    """Whoever opens a result and comes back finds the query and the results as they were."""
    before = search(page, "Netanyahu")
    page.locator(".found a").first.click()
    expect(page.locator(".found")).to_have_count(0)
    page.go_back(wait_until="commit")  # a page out of the cache does not load again
    expect(page.locator("#q")).to_have_value("Netanyahu")
    expect(page.locator(".found h3")).to_have_text(before)


def test_reload_shows_as_many_as_before(odd_page: Page) -> None:
    """First three terms and ten entries, then ten more and the focus on the first of these; a reload shows as many."""
    search(odd_page, "the")
    for kind, first in (("term", 3), ("entry", 10)):
        part = odd_page.locator(f"[data-kind={kind}]")
        found = int((part.locator("h2").text_content() or "").split()[0])
        expect(part.locator("h3")).to_have_count(first)
        part.get_by_role("button", name="More results").click()
        expect(part.locator("h3")).to_have_count(min(found, first + 10))
        expect(part.locator("h3 a").nth(first)).to_be_focused()
    expect(odd_page.locator("[data-kind=entry] button")).to_be_hidden()
    shown = len(titles(odd_page))
    odd_page.reload()
    expect(odd_page.locator(".found h3")).to_have_count(shown)


def test_clearing_the_field_clears_the_page(page: Page) -> None:
    """No query is no results, and an address without one."""
    search(page, "Netanyahu")
    page.locator("#q").fill("")
    expect(page).to_have_url(re.compile(r"/search/$"))
    expect(page.get_by_role("status")).to_be_empty()
    expect(page.locator(".found li")).to_have_count(0)
    expect(page.locator(".found").first).to_be_hidden()


def test_furniture_is_not_searched(page: Page) -> None:
    """Navigation, footer and the headings of boxes are no text."""
    for words in ("Skip to the text", "Atom feed", "Report an error", "In this story", "story so far", "Other names"):
        assert search(page, f'"{words}"') == [], words


def test_definitions_are_found_on_their_own_page_only(page: Page) -> None:
    """The box of terms in an entry is not searched, so a definition's words find the term and not its mentions."""
    assert search(page, '"that keep forces operating"') == ["deconfliction"]


def test_marked_text_is_text(odd_page: Page) -> None:
    """An excerpt shows what the text shows, even where that looks like HTML."""
    search(odd_page, "literally")
    excerpt = odd_page.locator(".found li p").first
    expect(excerpt).to_contain_text("<em>stands</em>")
    expect(excerpt.locator("em")).to_have_count(0)
    expect(excerpt.locator("mark")).to_have_text("literally")


def test_year_that_fails_leaves_the_others(sample: Served, visit: Visit) -> None:
    """When a part of the index cannot be loaded the others are searched; asked for alone, it is said to fail."""
    page = visit(f"{sample.url}/search/")
    page.route("**/pagefind/en/2025/**", lambda route: route.abort())
    assert FALL_OF_ASSAD in search(page, "Jolani swift")
    page.goto(f"{sample.url}/search/?q=Syria&year=2025")
    expect(page.get_by_role("status")).to_have_text("The search could not be loaded.")


def test_short_word_is_no_beginning_of_what_is_marked(page: Page) -> None:
    """A letter or two are marked where they are a word, and not wherever a word begins with them."""
    assert search(page, "a")
    links = page.locator(".found h3 a").evaluate_all("all => all.map(link => link.href)")
    assert {asked(link)["highlight"] for link in links} == {"a"}


def test_nothing_is_asked_twice(page: Page) -> None:
    """A word that nothing has is asked for as it is, with other letters where it has any, and without its ending."""
    assert search(page, "syria") != []
    page.evaluate("""() => {
        window.asks = []
        const send = Worker.prototype.postMessage
        Worker.prototype.postMessage = function (message, ...rest) {
            if (message.method === 'search') window.asks.push(message.args[0])
            return send.call(this, message, ...rest)
        }
    }""")
    assert search(page, "Zzyzx") == []
    plain = ["zzyzx", '"zzyzx"', "zzyzxꙮ", "zzyz", '"zzyz"', "zzyzꙮ"]
    assert page.evaluate("() => window.asks") == plain
    assert search(page, "Zzyzẍ") == []
    assert page.evaluate("() => window.asks") == [*plain, "zzyzẍ", '"zzyzẍ"', "zzyzẍꙮ", *plain]


def test_search_goes_on_when_there_is_a_connection_again(sample: Served, visit: Visit) -> None:
    """What could not be loaded with the first key is asked for again with the next; results of before do not stay."""
    page = visit(f"{sample.url}/search/")
    page.context.set_offline(True)
    page.locator("#q").press_sequentially("Jola")
    expect(page.get_by_role("status")).to_have_text("The search could not be loaded.")
    page.context.set_offline(False)
    page.locator("#q").press_sequentially("n")
    expect(page.locator(".found h3").first).to_be_visible()
    page.context.set_offline(True)
    page.locator("#q").fill("Palmyra")
    expect(page.get_by_role("status")).to_have_text("The search could not be loaded.")
    expect(page.locator(".found h3").first).to_be_hidden()
    expect(page.locator("#ways")).to_be_visible()


def test_failure_is_said(sample: Served, visit: Visit) -> None:
    """When the index cannot be loaded the page says so, and the next key tries again."""
    page = visit(f"{sample.url}/search/")
    page.route("**/loader/pagefind.js", lambda route: route.abort())
    page.locator("#q").fill("Syria")
    expect(page.get_by_role("status")).to_have_text("The search could not be loaded.")
    page.unroute("**/loader/pagefind.js")
    page.locator("#q").fill("Syrian")
    expect(page.get_by_role("status")).to_contain_text("results")
