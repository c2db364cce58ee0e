"""Pasted text to a draft."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from digest.clean.blocks import plain
from digest.clean.characters import words
from digest.clean.draft import to_markdown
from digest.clean.pastes.paste import paste
from digest.clean.rules import NAMES
from tests.golden import Example, examples
from tests.laws import LAW
from tests.patience import ends_within

FIXTURES = Path(__file__).parent.parent / "fixtures"
PAGE = examples(FIXTURES / "pastes.md")
LANGUAGES = examples(FIXTURES / "languages.md")
RUNS = examples(FIXTURES / "runs.md")
URL = "https://www.example.org/english/100420252"
PROSE = "The bridge over the border river opened again on Wednesday, the ministry said in a statement."
LINES = st.sampled_from(["", "Comments", "Bridge opens again after six years", "By Nellie Bly", "* one", "BEIRUT - x"])
LINES |= st.text("aB1 .,:*_`[]()<>#-=&;\\!~|'\"“”é\u0627\u00a0", max_size=30) | st.just(PROSE)


@pytest.mark.parametrize("example", [*PAGE, *LANGUAGES, *RUNS], ids=lambda example: example.title)
def test_paste(example: Example) -> None:
    """The page of examples for what pasted text becomes."""
    actual = to_markdown(paste(example.given, url=URL)).removesuffix("\n")
    assert example.golden(actual) == actual


def test_removals_are_numbered_as_in_the_input() -> None:
    """Each line that was cut is told by its number, its words and its rule."""
    draft = paste(PAGE[0].given)
    said = [(removal.line, removal.rule, removal.action) for removal in draft.removals]
    assert said == [(1, "dateline", "move"), *((line, "comments", "cut") for line in range(5, 9))]
    assert draft.removals[0].text == "ERBIL, Kurdistan Region - "
    assert draft.removals[-1].text == "Post a comment"


def test_what_is_kept_is_measured() -> None:
    """The share of the words that were kept counts what moved to the front matter as kept."""
    assert paste(PROSE).kept_share == 1
    assert paste(f"Bridge opens again today\n{PROSE}").kept_share == 1
    share = paste(f"{PROSE}\n{PROSE}\nAdvertisement\nShare this article").kept_share
    assert share == pytest.approx(32 / 36)


@LAW
@given(st.lists(LINES, min_size=1, max_size=8))
def test_words_are_the_authors(lines: list[str]) -> None:
    """With the rules off, the body has the words of the input, in their order; marks of quotation alone are no text."""
    text = "\n".join(lines)
    draft = paste(text, dict.fromkeys(NAMES, False))
    if draft.body:
        assert words(plain(draft.body)) == words(text)
    else:
        assert not words(text)


@LAW
@given(st.lists(LINES, min_size=1, max_size=8))
def test_no_word_is_lost_unseen(lines: list[str]) -> None:
    """Each word of the input is in the body or in a removal, also of those that no article is made of."""
    text = "\n".join(lines)
    draft = paste(text)
    gone = [word for removal in draft.removals for word in words(removal.text)]
    if draft.body:
        assert sorted([*words(plain(draft.body)), *gone]) == sorted(words(text))


def test_items_keep_their_first_letters() -> None:
    """An item is whole, however far its text stands from its bullet or number."""
    assert paste("-   First thing\n-   Second thing\n").body == "- First thing\n- Second thing"
    assert paste("1.   First thing\n2.\tSecond thing\n").body == "1. First thing\n2. Second thing"


@LAW
@given(st.lists(LINES, min_size=1, max_size=4), st.text(max_size=20))
def test_front_matter_is_yaml(lines: list[str], url: str) -> None:
    """Whatever the text, the front matter is read back as the draft's own values."""
    draft = paste("\n".join(lines), url=url)
    _, head, body = to_markdown(draft).split("---\n", 2)
    fields = yaml.safe_load(head)
    assert fields["draft"] is True
    assert fields.get("title", "") == draft.title
    assert body == f"\n{draft.body}\n"


@pytest.mark.parametrize("text", ["", " \n\u00a0\n", "Share this article\nAdvertisement"])
def test_text_without_an_article_is_refused(text: str) -> None:
    """Where nothing is left, an error says so, with the input's name."""
    draft = paste(text, origin="note.txt")
    (problem,) = draft.problems
    assert (draft.body, problem.is_error, problem.span.file) == ("", True, "note.txt")
    assert "no article" in problem.message


def test_text_that_is_too_large_is_refused() -> None:
    """Half a million characters are the limit."""
    (problem,) = paste("a" * 500_001).problems
    assert problem.is_error
    assert "500,000" in problem.message


@pytest.mark.parametrize(
    "text",
    [
        "a" * 1_000_000,
        "word " * 300_000,
        "a\n" * 100_000,
        f"{PROSE}\n" * 2_500,
        (">" * 10_000 + "\n") * 100,
        f"{'>' * 10_000} {PROSE}",
        "> a\n" * 9_000,
        "".join(f"{' ' * (2 * depth)}- a\n" for depth in range(1_000)),
        "".join(f"{number % 999}. a\n" for number in range(9_000)),
        "a\t" * 300_000,
        "[a](http://" * 50_000,
        "# a\n**b**\n" + "> " * 10_000,
        "# a\n**b**\n" + "*a _b " * 20_000,
        "From: a\nSubject: b\nDate: c\n" * 3_000,
        "Subject: " + "Re: " * 100_000,
        "- " * 200_000,
        f"{'!' * 200_000}x y.\n\n{PROSE}",
        f"# Talks in Baku\n\n**Envoys** {PROSE}\n\nx{' ' * 200_000}b",
        f"{PROSE}\n\n" + "go on, ferry,\nto us\n\n" * 3_000,
        "govern-\n" * 9_000,
        "1. a\na) b\n" * 4_000,
        f"{PROSE}\nWho pays\n" * 3_000,
        f"{'1 ' * 249}#\n" * 990,
        f"{'[' * 499}#\n" * 990,
    ],
    ids=lambda text: repr(text[:20]),
)
def test_hostile_text_ends_in_time(text: str) -> None:
    """Whatever a text is made of, it is a draft or an error within two seconds."""
    with ends_within(2):
        draft = paste(text)
    assert draft.body or draft.problems


def test_newlines_of_any_system() -> None:
    """Lines may end as on Windows or on an old Mac."""
    expected = paste(PAGE[2].given)
    for newline in ("\r\n", "\r"):
        assert paste(PAGE[2].given.replace("\n", newline)) == expected


def test_soft_hyphen_at_the_end_of_a_line() -> None:
    """A word broken at a soft hyphen is one word again."""
    text = f"{PROSE[:-1]}, as the govern\u00ad\r\nment had promised.".replace("Wednesday, the", "Wednesday, as the\r\n")
    assert "government" in paste(text).body
