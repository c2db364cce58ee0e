"""Lines to passages."""

from digest.clean.pastes.passages import passages

PROSE = "The bridge over the border river opened again on Wednesday, the ministry said in a statement."


def said(text: str) -> list[str]:
    """The words of each passage."""
    return [passage.text for passage in passages(list(enumerate(text.split("\n"), 1)))]


def test_lines_are_paragraphs_unless_wrapped() -> None:
    """Where lines end with sentences, each is a paragraph."""
    assert said("One.\nTwo.\n\nThree.") == ["One.", "Two.", "Three."]


def test_soft_hyphens_join() -> None:
    """A word that was broken at a soft hyphen is one again; at the end of a paragraph there is nothing to join."""
    wrapped = (
        "The two governments had quarrelled for years about the govern\u2010\nment of the bridge, and of the road."
    )
    assert said(wrapped) == [wrapped.replace("\u2010\n", "")]
    assert said("One\u2010") == ["One-"]


def test_quotation_in_a_quotation() -> None:
    """Quotations hold passages of their own, three deep; one short line alone is no quotation."""
    (first, quotation) = passages([(1, PROSE), (2, "> one"), (3, ">> two"), (4, ">>> > three")])
    assert [inner.text for inner in quotation.quoted] == ["one", "two three"]
    assert quotation.quoted[1].quoted[1].quoted[0].text == "three"
    assert first.quoted == ()
    assert said(f"{PROSE}\n> More") == [PROSE, "> More"]


def test_table() -> None:
    """Rows with as many cells each are a table; empty cells count."""
    (table,) = passages([(1, "\tLorries\tCars"), (2, "2024\t\t"), (3, "2025\t1,200\t3")])
    assert table.rows == (("", "Lorries", "Cars"), ("2024", "", ""), ("2025", "1,200", "3"))
    assert said("a\tb\nc\td\te\n\tone") == ["a b", "c d e", "one"]


def test_table_of_markdown() -> None:
    """Lines between bars are a table's rows, without the rule under its head; one alone is a line."""
    lines = ["| Party | Seats |", "|:------|--:|", "| KDP | 39 |"]
    (table,) = passages(list(enumerate(lines, 1)))
    assert table.rows == (("Party", "Seats"), ("KDP", "39"))
    assert said("| Party | Seats |") == ["| Party | Seats |"]


def test_item_goes_on_without_an_indent() -> None:
    """A line in small letters right under an unfinished item is the item's; one that begins anew is not."""
    assert said("1. first of all\nthe water\n2. then gas\nNext") == ["1. first of all the water", "2. then gas", "Next"]
    assert said("- first of all.\nthe water") == ["- first of all.", "the water"]


def test_passages_are_numbered_by_their_first_line() -> None:
    """A passage knows where it began in the text."""
    assert [passage.number for passage in passages([(1, "One."), (2, ""), (3, "Two.")])] == [1, 3]
