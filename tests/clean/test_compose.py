"""Which of what is known goes before what."""

from digest.clean.blocks import blocks
from digest.clean.compose import compose
from digest.clean.draft import Draft, Metadata
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
