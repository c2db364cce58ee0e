"""Scraps are told by where they stand."""

from digest.clean.blocks import Block, Kind
from digest.clean.scraps import repeated, scraps

PROSE = "The delegations met on Thursday for talks, the foreign ministry said in a statement on its site."


def page(*texts: str, items: tuple[int, ...] = ()) -> list[Block]:
    """A block a line; those at the indexes in `items` belong to lists."""
    kinds: list[Kind] = ["item" if index in items else "paragraph" for index in range(len(texts))]
    return [Block(index, index + 1, text, kind) for index, (text, kind) in enumerate(zip(texts, kinds, strict=True))]


def under_prompt(blocks: list[Block], *, pasted: bool) -> list[int]:
    """The scraps of a text that has a prompt under it, which a rule knows."""
    return list(scraps([*blocks, Block(99, 100, "Share")], {len(blocks): ("share", "drop")}, None, pasted=pasted))


def test_edges() -> None:
    """What stands before the headline goes, and fragments after the last sentence among lines that a rule knows."""
    blocks = page("World", "Bridge opens again at last", PROSE, "More news", "He left on the last ferry.", "Yes", "No")
    assert list(scraps(blocks, {}, 1, pasted=True)) == [0]
    assert list(scraps([*blocks, Block(7, 8, "Share")], {7: ("share", "drop")}, 1, pasted=True)) == [0, 5, 6]


def test_signed_sentences() -> None:
    """A sentence that an agency signs is none of the fragments; a line above one that goes is."""
    blocks = page(PROSE, "It rained. EFE", "Nobody came. (AFP)", "Nellie Bly")
    for pasted in (True, False):
        assert under_prompt(blocks, pasted=pasted) == [3]
    known = [*page(PROSE, "Media contact:", "Nellie Bly", "bly@example.org")]
    assert list(scraps(known, dict.fromkeys((1, 3), ("contact", "drop")), None, pasted=True)) == [2]


def test_a_standfirst_stays() -> None:
    """Among lines that a rule knows, the first longer one under a headline says what the article is about."""
    standfirst = "Six years of quarrels over who is to pay"
    blocks = page("Bridge opens", "World", standfirst, "Why you can trust the border paper of record", "Share", PROSE)
    assert list(scraps(blocks, {4: ("share", "drop")}, 0, pasted=True)) == [1, 3]


def test_fragments_between_prose() -> None:
    """Several in a row go, but for a heading before prose; in a captured page all stay."""
    blocks = page(PROSE, "Politics", "Parliament votes", "A heading", PROSE, "Another", PROSE)
    assert under_prompt(blocks, pasted=True) == [1, 2]
    assert under_prompt(blocks, pasted=False) == []


def test_lists_stay_but_among_prompts() -> None:
    """Items are the article's with their label, at its end too; below a line that a rule knows they are links."""
    blocks = page(PROSE, "Known", "one bridge", "Unknown", "two ferries", PROSE, "the guards", items=(2, 4, 6))
    assert under_prompt(blocks, pasted=True) == []
    shared = [*blocks, Block(7, 8, "Share"), Block(8, 9, "More news", "item")]
    assert list(scraps(shared, {7: ("share", "drop")}, None, pasted=True)) == [8]
    assert list(scraps(shared, {7: ("share", "drop")}, None, pasted=False)) == []


def test_what_stands_under_the_headline_stays() -> None:
    """Where a text begins with its headline and no rule knows a line above the prose, only sections' names go."""
    blocks = page("Oil flows again", "World", "Zakho 3-1 Duhok", "Oil", "500 g flour", "Ready?", PROSE, items=(3,))
    assert list(scraps(blocks, {}, 0, pasted=True)) == [1]
    assert list(scraps([*page("Menu"), *blocks], {0: ("menu", "drop")}, 1, pasted=True)) == [0, 2, 3, 4, 5, 6]


def test_points_above_the_text_stay() -> None:
    """Among lines that a rule knows, a list that says something is a summary; a menu's words and a label's are not."""
    points = page(
        "Oil flows again", "Share", "Pipeline was shut since March", "Who pays", "News", "Oil: 4%", "Oil", PROSE
    )
    items = [
        Block(at, at + 1, block.text, "item" if at in (2, 3, 6) else "paragraph") for at, block in enumerate(points)
    ]
    assert list(scraps(items, {1: ("share", "drop")}, 0, pasted=True)) == [4, 6]


def test_rows_stay() -> None:
    """Lines with as many figures and commas each are a list or a table that has lost its marks."""
    assert list(scraps(page(PROSE, "Ali, 34", "Hana, 29", "Samir, 51", PROSE), {}, None, pasted=True)) == []


def test_what_is_announced_stays() -> None:
    """What a colon announces is the article's, between its prose and at its end; so is a line that says what it is."""
    assert under_prompt(page(PROSE, "They named:", "The bridge", "The ferry"), pasted=True) == []
    assert under_prompt(page(PROSE, "Where: the bridge", "When: at noon", "More"), pasted=True) == [3]
    assert list(scraps(page(PROSE, "Play:", "Film", "Song"), {1: ("watch", "drop")}, None, pasted=True)) == [2, 3]


def test_headings_of_a_page_stay() -> None:
    """A heading that a captured page has for its text, list or table stays; one over nothing goes."""
    blocks = [Block(0, 1, "Talks", "heading"), *page(PROSE, PROSE), Block(9, 10, "Points", "heading")]
    table = Block(11, 15, "A b", "table")
    assert under_prompt([*blocks, table], pasted=False) == []
    assert under_prompt(blocks, pasted=False) == [3]
    assert list(scraps([*blocks, table], {4: ("related", "drop")}, None, pasted=False)) == [3]


def test_a_letter_is_signed() -> None:
    """The name under a closing formula stays with it."""
    assert under_prompt(page(PROSE, "Yours sincerely,", "Nellie Bly", "Riverton"), pasted=True) == []


def test_broken_sentences_stay() -> None:
    """A line that the next one goes on with is no fragment."""
    assert list(scraps(page("As everyone", "was asleep, " + PROSE, "left", "early."), {}, None, pasted=True)) == []


def test_questions_and_calls() -> None:
    """After the prose they may be teasers in a paste; in a captured page they are how an article ends."""
    blocks = page(PROSE, "What comes next?", "Wait and see!")
    assert under_prompt(blocks, pasted=True) == [1, 2]
    assert under_prompt(blocks, pasted=False) == []


def test_nothing_is_a_scrap_without_prose() -> None:
    """A text that has no sentences has no edges either."""
    assert list(scraps(page("One", "two"), {}, None, pasted=True)) == []


def test_repeated_labels() -> None:
    """Short lines that come again go; the headline, labels of lists, sentences and announcements stay."""
    texts = ["Bridge opens", "Agency", PROSE, "Agency", PROSE, "Bridge opens", "No.", "No.", "Asked:", "Asked:", PROSE]
    assert repeated(page(*texts), 0, pasted=True) == [1, 3, 5]
    lists = page(PROSE, "For", "cheap", PROSE, "For", "near", PROSE, items=(2, 5))
    assert repeated(lists, None, pasted=True) == []


def test_boxes() -> None:
    """A label over three lists goes with them: a shop's box, as in a paste that has lost its frame."""
    blocks = page("For", "cheap", PROSE, "For", "near", "new", PROSE, "For", "old", items=(1, 4, 5, 8))
    assert repeated(blocks, None, pasted=True) == [0, 1, 3, 4, 5, 7, 8]
    assert repeated(blocks, None, pasted=False) == []


def test_who_speaks_stays() -> None:
    """In an interview, the same short lines stand before most of the answers."""
    speech = page("Reporter", PROSE, "Minister", PROSE, "Reporter", PROSE, "Minister", PROSE)
    assert repeated(speech, None, pasted=True) == []


def test_answered_questions_stay() -> None:
    """Several questions with an answer each are no teasers; one alone may be."""
    assert under_prompt(page(PROSE, "Who pays?", "We do.", "Is it open?", "Yes."), pasted=True) == []
    assert under_prompt(page(PROSE, "Who pays?", "Read on"), pasted=True) == [1, 2]


def test_stanzas_stay() -> None:
    """Lines that belong together are no label."""
    stanza = Block(1, 3, "Go, old ferry, go home")
    assert under_prompt([*page(PROSE), stanza], pasted=True) == []
