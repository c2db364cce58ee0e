"""Cells of tables of facts are simple; those of a page's layout are left alone."""

import pytest
from lxml.html import document_fromstring, tostring

from digest.clean.pages.cells import flatten_cells

PROSE = "Its chair, Maria Alvarez, said that the remaining questions about water would be settled by the end of May. "


def flattened(body: str) -> str:
    """The body of a page, as HTML, when the cells of its tables are simple."""
    page = document_fromstring(f"<html><body>{body}</body></html>")
    flatten_cells(page)
    return "".join(tostring(child, encoding="unicode") for child in page.xpath("body/node()"))


def rows(*cells: str) -> str:
    """A table of rows, each given by its cells."""
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("<ul><li>Ali 3</li><li>Bo <b>88</b></li></ul>", "Ali 3, Bo 88"),
        ("<p>It was late.</p><p>Di 40</p>", "It was late. Di 40"),
        ("Goals <div>Ali 3</div> late", "Goals, Ali 3, late"),
        ("<p> </p>", ""),
        ("a <b>b</b>", "a <b>b</b>"),
    ],
)
def test_parts_of_a_cell_stand_on_one_line(cell: str, text: str) -> None:
    """Paragraphs and items of a cell are parted by commas where no sentence ends; others keep their markup."""
    table = "<td>Home</td><td>Away</td>", f"<td>{cell}</td><td>c</td>"
    assert flattened(rows(*table)) == rows(table[0], f"<td>{text}</td><td>c</td>")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (["<td rowspan=2>a</td><td>b</td>", "<td>c</td>"], ["<td>a</td><td>b</td>", "<td></td><td>c</td>"]),
        (["<td colspan=2>a</td><td>b</td>", "<td>c</td>"], ["<td>a</td><td></td><td>b</td>", "<td>c</td>"]),
        (
            ["<td>a</td><td rowspan=2>b</td>", "<td>c</td>", "<td>d</td><td>e</td>"],
            ["<td>a</td><td>b</td>", "<td>c</td>", "<td>d</td><td>e</td>"],
        ),
        (["<td colspan=0>a</td><td rowspan=x>b</td>", "<td>c</td>"], ["<td>a</td><td>b</td>", "<td>c</td>"]),
    ],
)
def test_cells_that_reach_into_others_leave_empty_ones(before: list[str], after: list[str]) -> None:
    """Each cell stands in its column."""
    assert flattened(rows(*before)) == rows(*after)


@pytest.mark.parametrize(
    "cells",
    [
        "<td><p>a</p></td></tr><tr><td><p>b</p></td>",
        f"<td>a</td></tr><tr><td><p>{PROSE * 3}</p></td><td>b</td>",
        "<td>a</td></tr><tr><td><p><a>link</a></p></td><td><p><a>link</a></p></td>",
        "<td>a</td></tr><tr><td><h2>b</h2><p>c</p></td><td>d</td>",
    ],
)
def test_layout_is_no_table_of_facts(cells: str) -> None:
    """Cells that lay out a page, in one column, with long texts, with links or with headings, are left alone."""
    body = f"<table><tr>{cells}</tr></table>"
    assert flattened(body) == body
