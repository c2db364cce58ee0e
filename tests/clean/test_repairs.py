"""Cleaning an author's entry."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.clean import RULE_NAMES, Removal, Repaired, clean_body
from digest.clean.blocks import plain
from digest.clean.characters import words
from digest.clean.lines import numbered
from digest.clean.repairs import REPAIRS, Cleaned
from digest.model import Body
from tests.golden import Example, examples
from tests.laws import LAW
from tests.patience import ends_within

PAGE = examples(Path(__file__).parent / "fixtures" / "repairs.md")
NO_BREAK = "\u00a0"
VISIBLE = {"⍽": NO_BREAK, "∅": "\u200b", "␣": " "}

PROSE = "The delegations met on Thursday for talks, the foreign ministry said in a statement on its site."
LINES = st.sampled_from(
    [
        *(
            "",
            PROSE,
            "Advertisement",
            "Share this article",
            "Comments",
            "Post a comment",
            "Read more: x",
            "## Comments",
        ),
        *("- one", "> two", "    code", "```", "<p>a</p><br>b", "<b>c</b> <i>d</i>", "All comments are moderated."),
        *("\u00a0", "e\u00a0f  ", "1986.\u00a0g", "`<br>`", "| h |", "| --- |", "x\u2028y", "<ul><li>z</ul>", "<!--"),
        *("<!-- a -->", "-->", "<script>b()</script>", "<span\u00a0", 'class="x">c</span>', '<a href="/d">e</a>', "<b"),
        *("<blockquote>a", "b</blockquote>", "<ol><li>a<p>b</ol>", "<table><tr><td>a<td>b<tr><td>c<td>d</table>e"),
        *("<style>", "</style>", "<i>Share</i> this&nbsp;article", "~~~", "&nbsp;", "Subscribe<br><br>", "\u200b"),
    ]
)
TEXTS = st.lists(LINES | st.text("ab<>/p\\`*_ \n\t\u00a0&;-#.", max_size=12), max_size=14).map("\n".join)


def invisible(text: str) -> str:
    """The text with what stands for invisible characters replaced by them."""
    for sign, character in VISIBLE.items():
        text = text.replace(sign, character)
    return text


@pytest.mark.parametrize("example", PAGE, ids=lambda example: example.title)
def test_clean_body(example: Example) -> None:
    """The page of examples for what cleaning does to an entry."""
    actual = clean_body(Body(invisible(example.given))).body.text
    assert invisible(example.golden(actual)) == actual


@LAW
@given(TEXTS)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    """A clean text is left alone, its lines' numbers included."""
    once = clean_body(Body(text)).body
    assert clean_body(once).body == once


@LAW
@given(TEXTS)
def test_every_line_has_its_number(text: str) -> None:
    """Each line that is left has a number of the file, and they never go back."""
    body = clean_body(Body(text)).body
    assert len(body.lines) == (len(body.text.removesuffix("\n").split("\n")) if body.text else 0)
    assert list(body.lines) == sorted(body.lines)
    assert set(body.lines) <= set(range(1, len(text.split("\n")) + 1))


# Pieces of a text, and what a reader can see of them.
PIECES = {
    PROSE: PROSE,
    **{text: text for text in ("Share this article", "## x", "- y", "> z", "\u00a0", "a\u00a0b", "`<i>`")},
    "<p>c <span>d</span></p>": "c d",
    "<b>e</b> <i>f</i><br>g": "e f g",
    "h <!-- i --> j": "h <!-- i --> j",
    "<script>k()</script>": "<script>k()</script>",
    "<ul><li>l</li><li>m</ul>": "l m",
    "n <blockquote><p>o</p>p</blockquote> q": "n o p q",
    "<table><tr><th>r</th><td>s</td></tr><tr><td>t</td></tr></table>": "r s t",
    "<ol start=3><li>u<!-- v --></ol>": "u <!-- v -->",
    "<blockquote>\n\n- [w](/x) `y`\n\n</blockquote>": "<blockquote> w y </blockquote>",
}


@LAW
@given(st.lists(st.sampled_from(sorted(PIECES)), max_size=9))
def test_no_word_is_lost_unseen(pieces: list[str]) -> None:
    """The words of a text are those that are left and those of what was taken out and told."""
    cleaned = clean_body(Body("\n\n".join(pieces)))
    left = words(plain(cleaned.body.text)) + [word for removal in cleaned.removals for word in words(removal.text)]
    assert sorted(left) == sorted(words(" ".join(PIECES[piece] for piece in pieces)))


def test_lines_keep_their_numbers() -> None:
    """What is left of a text carries the numbers that the reader of the file gave."""
    body = Body(f"{PROSE}\n\n\nShare this article\n\n{PROSE}\n", (7, 8, 9, 10, 11, 12))
    assert clean_body(body).body == Body(f"{PROSE}\n\n{PROSE}\n", (7, 8, 12))


def test_what_was_done_is_said() -> None:
    """Each removal has its rule, its line and its words; each repair the lines that it changed."""
    cleaned = clean_body(Body(f"{PROSE}\u00a0\n\n**Share** this article\n"))
    assert cleaned.removals == (Removal("share", 3, "Share this article", "drop"),)
    assert cleaned.repairs == (Repaired("characters", (1,)),)
    assert clean_body(Body("One.\n\n\nShare this article")).repairs == (Repaired("blank-lines", (3,)),)


def test_repairs_and_rules_are_switched_by_name() -> None:
    """A name that is off does nothing; with all of them off, a text stays as it is."""
    text = f"{PROSE}\u00a0 \n\n\nShare this article\n\n<p>x</p>"
    assert "Share this article" in clean_body(Body(text), {"share": False}).body.text
    assert "<p>" in clean_body(Body(text), {"stray-html": False}).body.text
    assert clean_body(Body(text), dict.fromkeys(RULE_NAMES, False)).body.text == text


def test_text_that_does_not_settle_is_left_alone() -> None:
    """Tags in which taking out one makes another, beyond reason, are nobody's paste."""
    text = "<spa" * 50 + "<span>n>" + "n>" * 49 + "x"
    assert clean_body(Body(text)) == Cleaned(Body(text), reason="the HTML in the text comes to no end")
    assert clean_body(Body(text.replace("<spa" * 45, "").replace("n>" * 45, ""))).body.text == "x"


@pytest.mark.parametrize(("given", "left"), [("\n\nOne.\n\n\n", "One.\n"), ("\n \n", ""), ("", "")])
def test_no_blank_line_at_either_end(given: str, left: str) -> None:
    """A text starts with its first line and ends with its last."""
    assert clean_body(Body(given)).body.text == left


def test_entry_is_cleaned_by_the_rules_of_its_language() -> None:
    """A row of a language touches entries in that language alone; what stays is the same letter for letter."""
    text = "هه\u200cردوو سه\u200cرۆک «كۆبوونه\u200cوه\u200c»؛ کەی؟\n\nڕیکلام\n\nكـــتاب\u200f (1)"
    assert clean_body(Body(text)).body.text == text
    assert clean_body(Body(text), lang="ckb").body.text == text.replace("ڕیکلام\n\n", "")
    assert clean_body(Body("Anzeige"), lang="de").removals == (Removal("advertisement", 1, "Anzeige"),)
    assert clean_body(Body("Anzeige"), lang="tr").removals == ()


@pytest.mark.parametrize(
    "text",
    [
        *("](" * 200_000, "<b>" * 160_000, "\n" * 20_000, "<p>x</p>" * 60_000),
        *(f"a{NO_BREAK * 400_000}b", f"a{' ' * 400_000}b{NO_BREAK}c", f"a <x{' ' * 400_000}b"),
    ],
    ids=lambda text: repr(text[:8]),
)
def test_hostile_text_ends_in_time(text: str) -> None:
    """A body as large as one can be that is cleaned takes two seconds at most."""
    with ends_within(2):
        clean_body(Body(text))


@LAW
@given(TEXTS)
def test_look_at_the_whole_text_misses_nothing(text: str) -> None:
    """A repair that a text does not concern would change none of its lines."""
    lines = numbered(Body(text))
    for repair in REPAIRS:
        assert repair.concerns(text.removesuffix("\n")) or repair.mend(lines, frozenset()) == lines


def test_carriage_return_that_is_kept_is_no_line() -> None:
    """With the repair of characters off, a line is taken out where it stands, though Markdown would count others."""
    cleaned = clean_body(Body(f"{PROSE}\r\r{PROSE}\n\nAdvertisement"), {"characters": False})
    assert cleaned.body.text == f"{PROSE}\r\r{PROSE}"
    assert [removal.line for removal in cleaned.removals] == [3]


def test_text_that_is_too_large_is_left_alone() -> None:
    """No entry is as large as the limits: the reason is told."""
    for text, size in ((f"{PROSE}\u00a0" * 6_000, "500,000 characters"), ("a \n\n" * 10_001, "20,000 lines")):
        assert clean_body(Body(text)) == Cleaned(Body(text), reason=f"the text has more than {size}")
