"""Where a line stands decides whether it is the article."""

import pytest

from digest.clean.blocks import Block, blocks
from digest.clean.sift import head_end, is_suspect, sift, take_out

PROSE = "The delegations met on Thursday for talks, the foreign ministry said in a statement on its site."


def lines(*texts: str) -> list[Block]:
    """A block a line."""
    return [Block(index, index + 1, text) for index, text in enumerate(texts)]


def test_tail_is_where_little_prose_follows() -> None:
    """A marker cuts if less than a third and a bit of the prose stands after it; else it goes alone."""
    late = sift(lines(PROSE, PROSE, PROSE, "3 comments", PROSE), {})
    early = sift(lines(PROSE, PROSE, "3 comments", PROSE), {})
    assert late == {3: ("comments", "cut"), 4: ("comments", "cut")}
    assert early == {2: ("comments", "drop")}


def test_code_quotations_and_tables_are_kept() -> None:
    """What was made with care is no boilerplate, whatever it says."""
    assert sift(blocks(f"{PROSE}\n\n> Advertisement\n\n```\nShare\n```"), {}) == {}


def test_cautious_sifting_takes_safe_rules_alone() -> None:
    """In an author's own text, headings and lists stay, and so does what only looks like boilerplate."""
    text = f"{PROSE}\n\n# Comments\n\n- Subscribe\n\nRelated\n\nAdvertisement"
    assert sift(blocks(text), {}, cautious=True) == {4: ("advertisement", "drop")}


def test_head_ends_with_the_first_prose() -> None:
    """What stands after the first sentences is not the head."""
    assert head_end(lines("One", PROSE, "two", PROSE), {}) == 2


def test_taken_lines_are_told() -> None:
    """Lines are taken out whole, and each removal has the number of its first."""
    page = [Block(0, 2, "a b"), Block(3, 4, "c")]
    left, removals = take_out([(7, "a"), (8, "b"), (9, ""), (10, "c")], page, {0: ("share", "drop")})
    assert left == [(9, ""), (10, "c")]
    assert [(removal.line, removal.text) for removal in removals] == [(7, "a b")]


def test_no_hard_break_is_left_at_the_end_of_a_paragraph() -> None:
    """A break before lines that go stays where the paragraph goes on after them, and a sign that is escaped does."""
    texts = ["one\\", "gone", "", "two\\", "gone", "three\\\\", "gone"]
    gone = [Block(at, at + 1, "gone") for at in (1, 4, 6)]
    left, _ = take_out(list(enumerate(texts, 1)), gone, dict.fromkeys(range(3), ("share", "drop")))
    assert [text for _, text in left] == ["one", "", "two\\", "three\\\\"]


def test_first_look() -> None:
    """A line that no safe rule knows needs no closer look."""
    assert is_suspect("Share this article", {})
    assert not is_suspect("Share this article", {"share": False})
    assert not is_suspect(PROSE, {})


def test_what_follows_other_titles_stays() -> None:
    """After the titles of other articles this one may go on: its sentences stay. After comments nothing comes."""
    page = lines(PROSE, PROSE, "Related articles", "Two mayors quarrel", "They meet again in June.")
    assert sift(page, {}) == {2: ("related", "drop"), 3: ("related", "drop")}
    page = lines(PROSE, PROSE, "Leave a comment", "I think so too.")
    assert sift(page, {}) == {2: ("comments", "cut"), 3: ("comments", "cut")}


def test_one_word_is_a_heading_too() -> None:
    """Under "Comments" alone sentences stay, whatever is below them; a day above one tells that it is a comment."""
    page = lines(PROSE, PROSE, "Comments", "The governor made none.", "Reactions", "The court did.", "Share")
    assert sift(page, {}) == {2: ("comments", "drop"), 6: ("share", "drop")}
    page = lines(PROSE, PROSE, "Comments", "Nellie Bly", "2 hours ago", "I think so too.")
    assert {*sift(page, {})} == {2, 3, 4, 5}


def test_wording_of_notices_within_the_text() -> None:
    """What a law may say as well as a notice goes before and after the prose alone."""
    notice = "No part of this treaty may be reproduced."
    assert sift(lines(PROSE, notice, PROSE, notice), {}) == {3: ("copyright", "drop")}
    assert sift(lines(notice, PROSE), {}) == {0: ("copyright", "drop")}


@pytest.mark.parametrize("quoted", ["“Share this article.”", '"Advertisement"', "«إعلان»", "„Teilen“"])
def test_what_is_quoted_was_said(quoted: str) -> None:
    """A line wholly in quotation marks is somebody's words, of whatever rule."""
    assert sift(lines(PROSE, quoted, PROSE), {}, lang="ar") == {}
    assert sift(lines(PROSE, quoted, PROSE), {}, lang="de") == {}
    bare = quoted.strip('“”"«»„')
    assert sift(lines(PROSE, bare, PROSE), {}, lang="ar" if bare == "إعلان" else "de")


def test_comments_of_an_author() -> None:
    """In an entry wording that articles have too is no sign that what follows "Comments" was pasted."""
    page = lines(PROSE, PROSE, "Comments", "Her comments were rejected by the court.")
    assert sift(page, {}, cautious=True) == {}
    page = lines(PROSE, PROSE, "Comments", "Comments are moderated.", "Leave a reply")
    assert {*sift(page, {}, cautious=True)} == {2, 3, 4}


def test_labelled_sentences_of_an_author() -> None:
    """In an entry a whole sentence after a label stays anywhere; a title after it goes."""
    page = lines(PROSE, "Read more: The report of the court says who paid for it.", "Read more: Court reports", PROSE)
    assert sift(page, {}, cautious=True) == {2: ("read-more", "drop")}
