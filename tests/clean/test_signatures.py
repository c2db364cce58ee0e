"""What authors leave around an article."""

from digest.clean.blocks import Block
from digest.clean.sift import Verdicts
from digest.clean.signatures import bios, names_alone

PROSE = "The delegations met on Thursday for talks, the foreign ministry said in a statement on its site."
BIO = "Nellie Bly is a reporter who covers rivers and bridges for the border paper, and has done so since 2001."


def lines(*texts: str) -> list[Block]:
    """A block a line."""
    return [Block(index, index + 1, text) for index, text in enumerate(texts)]


def test_names_alone() -> None:
    """A line that is an author's name goes, whether a page or a byline tells who that is; others' names stay."""
    page = lines("By Nellie Bly", PROSE, "NELLIE BLY", "Ida Tarbell", PROSE)
    verdicts: Verdicts = {0: ("byline", "move")}
    assert list(names_alone(page, verdicts, ())) == [2]
    assert list(names_alone(page, verdicts, ["Ida Tarbell"])) == [3]
    assert list(names_alone(page, {}, ())) == []


def test_names_below_the_headline() -> None:
    """Several names right under the headline are the authors' where a dateline comes next, and one name is not."""
    head, begins = "Delegations meet for talks on the bridge", f"LONDON (Reuters) - {PROSE}"
    several = lines(head, "Nellie Bly and Ida Tarbell", begins, PROSE, "Ida Tarbell", PROSE)
    assert list(names_alone(several, {}, ())) == [1, 4]
    assert list(names_alone(lines(head, "Nellie Bly and Ida Tarbell", PROSE, PROSE), {}, ())) == []
    assert list(names_alone(lines(head, "Nellie Bly", begins, PROSE), {}, ())) == []
    assert list(names_alone(lines(head, "The old bridge", several[1].text, begins, PROSE), {}, ())) == []


def test_bios() -> None:
    """Paragraphs at the end that say who an author is go; within the article, and about others, they stay."""
    page = lines(PROSE, BIO, PROSE, BIO)
    assert list(bios(page, {}, ["Nellie Bly"], "en")) == [3]
    assert list(bios(page, {}, ["Ida Tarbell"], "en")) == []
    assert list(bios(lines(BIO), {}, ["Nellie Bly"], "en")) == []


def test_speakers_are_no_signatures() -> None:
    """An author's name before a colon says who speaks."""
    assert list(names_alone(lines("Nellie Bly:", PROSE, "Nellie Bly", PROSE), {}, ["Nellie Bly"])) == [2]
