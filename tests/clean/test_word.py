"""Word files to drafts."""

import pytest

from digest.clean.intake import draft_of
from digest.clean.word import word
from tests.clean.docx import docx, paragraph
from tests.patience import ends_within

P1 = "The bridge over the border river opened again on Wednesday, after six years in which it was closed."
P2 = "The first lorry crossed at noon, with a load of oranges, and was greeted by the mayors of both towns."
BODY = paragraph(P1) + paragraph(P2)
DAYS = {"created": "2013-12-23T23:15:00Z", "modified": "2013-12-23T23:15:00Z"}


def test_structure_is_kept() -> None:
    """Headings, lists, quotations and emphasis become Markdown; the paragraph in the style of a title is the title."""
    body = (
        paragraph("Open again", "Title")
        + paragraph("By Nellie Bly")
        + paragraph(P1)
        + paragraph("Who pays", "Heading1")
        + paragraph("This side", bullet=True)
        + paragraph("That <side>", bullet=True, bold=True)
        + paragraph("We had waited.", "Quote")
        + paragraph(P2)
    )
    draft = draft_of(docx(body))
    assert (draft.title, draft.authors, draft.problems) == ("Open again", ("Nellie Bly",), ())
    assert draft.body == f"{P1}\n\n## Who pays\n\n- This side\n- **That \\<side>**\n\n> We had waited.\n\n{P2}"


def test_lines_are_cut_as_in_any_text() -> None:
    """The rules are those of every import, and each removal is told."""
    draft = word(docx(BODY + paragraph("Share this article")))
    assert [(removal.rule, removal.text) for removal in draft.removals] == [("share", "Share this article")]


@pytest.mark.parametrize(
    ("properties", "title", "authors"),
    [
        ({"title": "Bridge opens again for all", "creator": "Nellie Bly", **DAYS}, True, ("Nellie Bly",)),
        ({"title": "Document1", "creator": "Microsoft Office User"}, False, ()),
        ({"title": "Template for our reports", "creator": "Ida Tarbell"}, False, ()),
    ],
)
def test_properties_count_if_they_are_sure(properties: dict[str, str], title: bool, authors: tuple[str, ...]) -> None:
    """Title and creator count if the text has them as lines; the day never, for it may be the template's."""
    draft = word(docx(paragraph("Bridge opens again for all") + paragraph("Nellie Bly") + BODY, properties))
    assert (draft.title, draft.authors, draft.date) == ("Bridge opens again for all", authors, "")
    assert title == (draft.title == properties["title"])


def test_closing_lines_stay() -> None:
    """What ends a file without a full stop was typed there: no labels of a page stand around it."""
    assert word(docx(BODY + paragraph("Oranges for all"))).body == f"{P1}\n\n{P2}\n\nOranges for all"


ENTITIES = '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document/>'


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (docx(BODY)[:700], "broken"),
        (docx(BODY, extra={"word/document.xml": "<w:p"}), "broken"),
        (docx(BODY, extra={"word/document.xml": ENTITIES}), "broken"),
        (docx("<w:tbl><w:tr><w:tc>" * 2_000 + BODY + "</w:tc></w:tr></w:tbl>" * 2_000), "broken"),
        (docx(" " * 100_000_000), "larger than"),
        (docx("<w:p/>" * 40_000), "more than 30,000 elements"),
        (docx(""), "no article"),
        (P1.encode(), "broken"),
    ],
    ids=["cut off", "no XML", "entities", "deep", "bomb", "elements", "empty", "text"],
)
def test_what_cannot_be_read_is_refused_in_time(data: bytes, message: str) -> None:
    """A broken or hostile file ends within two seconds with a clear error and a hint."""
    with ends_within(2):
        (problem,) = draft_of(data, origin="report.docx").problems
    assert message in problem.message
    assert problem.hint
