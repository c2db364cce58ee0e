"""Runs of short lines."""

from digest.clean.pastes.passages import Passage, passages
from digest.clean.pastes.runs import gathered, has_blank_lines, shape

PROSE = "The bridge over the border river opened again on Wednesday, the ministry said in a statement."


def runs(text: str, known: str = "") -> list[Passage]:
    """The passages of a text, in which a rule knows one line."""
    return gathered(passages(list(enumerate(text.split("\n"), 1))), lambda line: line == known)


def test_stanza() -> None:
    """A stanza is one passage with its lines; a line that a rule knows leaves all lines alone."""
    text = f"{PROSE}\n\nGo, ferry,\ngo home"
    assert [passage.stanza for passage in runs(text)] == [(), ("Go, ferry,", "go home")]
    assert [passage.text for passage in runs(text, "go home")] == [PROSE, "Go, ferry,", "go home"]


def test_end_of_the_text() -> None:
    """After the prose, lines need a sign that they belong together; between prose they need none."""
    assert len(runs(f"{PROSE}\n\nOne bridge\nTwo ferries")) == 3
    assert len(runs(f"{PROSE}\n\nOne bridge\nTwo ferries\n\n{PROSE}")) == 3


def test_before_the_prose_nothing_is_gathered() -> None:
    """Headline, byline and date stay lines of their own."""
    assert len(runs(f"Bridge opens,\nand stays open\n\n{PROSE}\n\n{PROSE}")) == 4


def test_list_without_bullets() -> None:
    """Items get a bullet, also before the prose if a colon announces them."""
    assert [passage.mark for passage in runs(f"The winners:\n\nOne\nTwo\n\n{PROSE}\n\n{PROSE}")] == [
        "",
        *["- "] * 2,
        "",
        "",
    ]
    assert [passage.mark for passage in runs(f"{PROSE}\n\nThe end:\n\nOne.\nTwo.")] == [""] * 4


def test_what_a_rule_knows_announces_nothing() -> None:
    """Labels such as the one over who took a picture are no announcements."""
    assert not any(passage.mark for passage in runs(f"{PROSE}\n\nCredit:\n\nOne\nTwo", "Credit:"))


def test_long_runs_are_left() -> None:
    """So many short lines are neither verse nor a list, and each would be held against the rules."""
    assert len(runs(f"{PROSE}\n\nThe winners:\n\n" + "one\n" * 500)) == 502
    assert not any(passage.mark for passage in runs(f"{PROSE}\n\nThe winners:\n\n" + "one\n" * 500))


def test_shape() -> None:
    """The shape of a line is its punctuation and its figures."""
    assert shape("Nellie Bly, 34") == shape("Old O'Mally, 5") == ",0"
    assert shape("A whistle") == ""


def test_blank_lines() -> None:
    """A text has blank lines between paragraphs if most of its prose has one above it."""
    assert has_blank_lines(passages([(1, "Open"), (2, ""), (3, PROSE), (4, ""), (5, PROSE), (6, PROSE)]))
    assert not has_blank_lines(passages([(1, "Open"), (2, ""), (3, PROSE), (4, PROSE), (5, PROSE)]))
