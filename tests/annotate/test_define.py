from digest.annotate import Headword, define
from tests.digests import term

HTS = """
    term: HTS
    name: Hay’at Tahrir al-Sham
    aliases: [{text: Nusra, hidden: true}]
    valid: [{until: 2025-01-29, note: Declared dissolved., definition: "An *armed* group.\\n\\nMore."}]
"""


def test_definition_is_html_and_one_line() -> None:
    """A definition's text is a page's HTML, its first paragraph one plain line, and so is that of each time."""
    found = define(Headword.of(term(HTS, "An *armed* group\nof [men](/x/).\n\nMore."), "/brief"))
    assert found.html == '<p>An <em>armed</em> group\nof <a href="/brief/x/">men</a>.</p>\n<p>More.</p>\n'
    assert found.short == "An armed group of men."
    assert found.versions == (("An armed group.", "Declared dissolved."),)


def test_term_is_searched_by_every_spelling() -> None:
    """A search finds a term by its names, and besides by hidden ones and by each without apostrophe and hyphen."""
    found = define(Headword.of(term(HTS), ""))
    assert found.names == ("HTS", "Hay’at Tahrir al-Sham")
    assert found.spellings == (
        "Hay'at Tahrir al-Sham",
        "Hayat Tahrir alSham",
        "Hay'at Tahrir al Sham",
        "Nusra",
    )
