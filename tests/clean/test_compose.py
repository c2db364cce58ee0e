"""Which of what is known goes before what."""

from digest.clean.blocks import blocks
from digest.clean.compose import compose
from digest.clean.draft import Draft, Metadata
from digest.clean.rules import NAMES
from digest.model import Body

TEXT = """\
By Nellie Bly

April 9, 2025

BEIRUT, Lebanon (Reuters) - The delegations met in the capital on Thursday for talks on the border, a ministry said.

They agreed to meet again within a month, and to let the engineers continue their work until then."""


def made(**known: str) -> Draft:
    """The draft of a text of which so much is known."""
    return compose(Body(TEXT), blocks(TEXT), Metadata(**known), {}, pasted=True, origin="-")  # type: ignore[arg-type]


def test_what_a_page_says_goes_first() -> None:
    """A page's own data go before the text's lines, and these fill the gaps."""
    draft = made(date="2025-04-08", title="Bridge opens")
    assert (draft.title, draft.date, draft.authors) == ("Bridge opens", "2025-04-08", ("Nellie Bly",))


def test_dateline_knows_its_agency() -> None:
    """The agency of a dateline goes before the page's, since it stands in the report itself."""
    draft = made(agency="AFP")
    assert (draft.dateline, draft.agency, draft.found["agency"]) == ("BEIRUT, Lebanon", "Reuters", "dateline")


def test_title_is_made_where_there_is_none() -> None:
    """A title of the first sentence is told as such."""
    draft = made()
    assert draft.made_title
    assert draft.found["title"] == "first sentence"


def test_change_before_publication_is_left_out() -> None:
    """A change that is not surely later than the publication is not told."""
    assert made(updated="2025-04-09").updated == ""
    assert made(updated="2025-04-12").updated == "2025-04-12"


def test_each_known_field_has_its_source() -> None:
    """Where a field comes from is told exactly for the fields that are known."""
    draft = made()
    assert set(draft.found) == {"title", "date", "authors", "dateline", "agency", "language"}


DATED = TEXT.replace("By Nellie Bly\n\nApril 9, 2025\n\n", "").replace(
    "Lebanon (Reuters)", "Lebanon, April 9, 2025 (Rudaw)"
)


def test_dateline_gives_what_nothing_else_says() -> None:
    """The day and the outlet of a dateline count where they are not known otherwise."""
    draft = compose(Body(DATED), blocks(DATED), Metadata(), {}, pasted=True, origin="-")
    assert (draft.date, draft.source, draft.found["date"]) == ("2025-04-09", "Rudaw", "dateline")
    known = Metadata(date="2025-04-10", outlet="The River Post")
    draft = compose(Body(DATED), blocks(DATED), known, {}, pasted=True, origin="-")
    assert (draft.date, draft.source) == ("2025-04-10", "The River Post")


def test_outlet_is_not_its_own_agency() -> None:
    """An agency that is the outlet, by its name or its initials, is not told."""
    assert made(outlet="Reuters").agency == ""
    text = TEXT.replace("Reuters", "NPA")
    draft = compose(Body(text), blocks(text), Metadata(outlet="North Press Agency"), {}, pasted=True, origin="-")
    assert (draft.agency, "agency" in draft.found) == ("", False)


def test_source_of_a_field_that_is_left_out() -> None:
    """A change that is left out has no source either."""
    known = Metadata(updated="2025-04-09", found={"updated": "meta lastmod"})
    assert "updated" not in compose(Body(TEXT), blocks(TEXT), known, {}, pasted=True, origin="-").found


def test_text_names_more_authors() -> None:
    """Where the text names a page's authors and others, all are told."""
    text = f"{TEXT}\n\n(Reporting by Nellie Bly in Beirut and Ida Tarbell in London; Editing by Ann Lee)"
    known = Metadata(authors=("Nellie Bly",))
    draft = compose(Body(text), blocks(text), known, {}, pasted=True, origin="-")
    assert draft.authors == ("Nellie Bly", "Ida Tarbell")


def test_rules_that_are_off_leave_the_facts() -> None:
    """With all rules off nothing is cut, and the lines that stay still fill the front matter."""
    switched = dict.fromkeys(NAMES, False)
    draft = compose(Body(TEXT), blocks(TEXT), Metadata(), switched, pasted=True, origin="-")
    assert (draft.body, draft.removals) == (TEXT, ())
    assert (draft.authors, draft.date, draft.agency) == (("Nellie Bly",), "2025-04-09", "Reuters")
