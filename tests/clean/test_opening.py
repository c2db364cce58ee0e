"""Which line is the headline."""

from digest.clean.blocks import Block
from digest.clean.opening import begins_with, find_headline, is_note

PROSE = "The delegations met on Thursday for talks, the foreign ministry said in a statement on its site."


def lines(*texts: str) -> list[Block]:
    """A block a line."""
    return [Block(index, index + 1, text) for index, text in enumerate(texts)]


def test_headline_is_found() -> None:
    """A known title is looked for; without one, the first likely line before the prose is taken."""
    page = lines("World", "Bridge over the river opens again", "It had been closed for long", PROSE)
    assert find_headline(page, {}, "") == 1
    assert find_headline(page, {}, "It had been closed for LONG!") == 2
    assert find_headline(page, {}, "Something else") is None
    assert find_headline(lines(PROSE), {}, "") is None


def test_first_line_of_few_words() -> None:
    """A first line of few words is a headline, whatever stands under it, if an article does."""
    page = lines("Bridge opens again", "By Nellie Bly", PROSE)
    assert find_headline(page, {1: ("byline", "move")}, "") == 0
    assert find_headline(page, {}, "") == 0
    assert find_headline(page, {1: ("share", "drop")}, "") == 0
    assert find_headline(page, {0: ("menu", "drop")}, "") is None
    assert find_headline(lines("Bread", "500 g flour", PROSE), {}, "") == 0
    assert find_headline(lines("Bridge opens again"), {}, "") is None


def test_headline_above_the_dateline() -> None:
    """The article begins at its dateline, even where its first sentence only announces a list; notes come before it."""
    page = lines(
        "Students occupy the library", "BEIRUT - They read out a list of demands:", "Open the library at night", PROSE
    )
    assert find_headline(page, {}, "") == 0
    noted = lines("Editor's note: the name of the bridge was mended here.", "Old bridge closed for repairs", PROSE)
    assert find_headline(noted, {}, "") == 1
    assert is_note(noted[0].text)


def test_first_line_goes_before_longer_ones() -> None:
    """The first line is the headline, though a question or a standfirst stands under it that could be one."""
    longer = "Six years of quarrels over who is to pay"
    assert find_headline(lines("Bridge to reopen", longer, PROSE), {}, "") == 0
    assert find_headline(lines("Saleh: We need water", "You were elected in May. What now?", PROSE), {}, "") == 0
    assert find_headline(lines("Bridge Reopens", longer, PROSE), {}, "") == 0


def test_names_of_outlets_are_no_headline() -> None:
    """A few words that end in a capital may be the page's own, where a rule knows another of its lines."""
    page = lines("The Border Paper", "Share", "Bridge over the river opens again", PROSE)
    assert find_headline(page, {1: ("share", "drop")}, "") == 2
    assert find_headline(lines("Bridges", "Bridge over the river opens again", PROSE), {}, "") == 1


def test_few_words_under_a_menu() -> None:
    """Where a menu stands above, few words are the headline if the byline or the day stands right under them."""
    page = lines("Sign in", "Sports", "Bridge to reopen", "By Nellie Bly", PROSE)
    assert find_headline(page, {0: ("menu", "drop"), 3: ("byline", "move")}, "") == 2
    page = lines("Sign in", "Nellie Bly", "9 April 2025", PROSE)
    assert find_headline(page, {0: ("menu", "drop"), 2: ("timestamp", "move")}, "") is None


def test_labels_are_no_headline() -> None:
    """Sections, and what an agency notes above its report, are passed over; facts are too."""
    page = lines("URGENT", "Iraq-Bridge, 2nd Ld-Writethru", "Eds: UPDATES with quotes", "By Nellie Bly", PROSE)
    assert find_headline(page, {3: ("byline", "move")}, "") is None
    assert find_headline(lines("عاجل", "الوزارة: لا تأخير", PROSE), {}, "") == 1
    assert find_headline(lines("9 April 2025", "Bridge to reopen", PROSE), {0: ("timestamp", "move")}, "") == 1


def test_lists_tables_and_verse_are_no_headline() -> None:
    """A headline is one line of its own."""
    rest = [Block(9, 11, "one line that goes on in another"), Block(12, 15, "Month West East and so on", "table")]
    assert find_headline([*rest, Block(16, 17, "An item of several words", "item"), *lines(PROSE)], {}, "") is None


def test_begins_with_headline() -> None:
    """Nothing but facts, notes and labels stands around the headline of a text that begins with it."""
    page = lines("World", "Bridge to reopen", "By Nellie Bly", PROSE)
    assert begins_with(1, page, {2: ("byline", "move")}, 3)
    assert not begins_with(1, page, {2: ("share", "drop")}, 3)
    assert not begins_with(1, page, {0: ("menu", "drop")}, 3)
    assert not begins_with(None, page, {}, 3)
