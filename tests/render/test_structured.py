import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from digest.render.structured import article_data, glossary_jsonld, script, site_data, term_data
from tests.sites import Made, article, desk, made, term


def glossary(digest: Made) -> Any:
    """The terms of a digest as machines get them."""
    return json.loads(digest.view(glossary_jsonld(digest.desk)))["hasDefinedTerm"]


@given(st.recursive(st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_data_cannot_end_its_script(data: Any) -> None:
    """Data is JSON that holds no `<`, so that nothing in it can end the script that it stands in."""
    text = script(data)
    assert "<" not in text
    assert json.loads(text) == data


def test_entry_says_what_it_is_about_and_based_on() -> None:
    """An entry's data names its sources' addresses and the linked terms by the ids that the glossary gives them."""
    keys = "sources: [{name: Rudaw, url: 'https://rudaw.net/1'}, {name: Sana}]\nupdated: 2025-04-11"
    digest = made({"content/articles/a.md": article("A", body="HTS.", keys=keys)})
    data = json.loads(article_data(digest.desk, digest.desk.digest.entries[0]))
    assert (data["@type"], data["headline"], data["dateModified"]) == ("NewsArticle", "A", "2025-04-11")
    assert data["isBasedOn"] == ["https://rudaw.net/1"]
    (hts,) = glossary(digest)
    assert data["about"] == [{"@id": hts["@id"]}]
    assert not {"description", "author"} & data.keys()


def test_term_has_its_shown_names_only() -> None:
    """A term's data has its other names and where else it is described, never a hidden name."""
    keys = "aliases: [Tahrir, {text: Nusra, hidden: true}]\nnative: {ar: هيئة}\nlinks: {wikidata: Q21072363}"
    found = desk({"content/glossary/hts.md": term("HTS", keys)})
    data = json.loads(term_data(found, found.terms["hts"]))
    assert (data["alternateName"], data["description"]) == (["Tahrir", "هيئة"], "A definition.")
    assert data["sameAs"] == ["https://www.wikidata.org/wiki/Q21072363"]


def test_definition_is_the_last_version() -> None:
    """A machine that asks what a term means is told what goes on holding."""
    found = desk({"content/glossary/hts.md": term("HTS", "valid: [{from: 2025-01-30, definition: What remains.}]")})
    assert json.loads(term_data(found, found.terms["hts"]))["description"] == "What remains."


def test_site_names_itself() -> None:
    """The home page's data has the site's name, address and language."""
    data = json.loads(site_data(desk()))
    assert (data["name"], data["url"], data["inLanguage"]) == ("Brief", "https://example.org/", "en")


def test_term_of_another_language_says_so() -> None:
    """A term whose sense is one language's has its name and definition in that language, where it is not the site's."""
    given = {"content/glossary/sdf.md": term("قسد", "scope: {lang: ar}", "قوات."), "content/glossary/t4.md": term("T4")}
    said = {one["@id"].split("/")[-2]: (one["name"], one["description"]) for one in glossary(made(given))}
    arabic = tuple({"@value": text, "@language": "ar"} for text in ("قسد", "قوات."))
    assert (said["sdf"], said["t4"]) == (arabic, ("T4", "A definition."))
