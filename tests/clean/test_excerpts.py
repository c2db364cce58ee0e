"""What an entry has word for word from its original."""

from itertools import count

import pytest

from digest.clean.excerpts import Excerpt, measure
from digest.model import Body, Source
from tests.patience import ends_within

ORIGINAL = (
    "Envoys of both countries met in Baku on Wednesday, and they agreed to meet again before the end of the month.\n\n"
    "“We can’t have a better interlocutor than the host,” the minister told reporters after the talks on Thursday.\n"
)
PAGE = "".join(f"<p>{text}</p>" for text in ORIGINAL.split("\n\n"))


def measured(body: Body, original: bytes) -> Excerpt:
    """What an entry has from an original of a name that says nothing."""
    return measure("a.md", body, Source("a", original))


@pytest.mark.parametrize(
    ("body", "words", "verbatim", "longest"),
    [
        ("Both sides will meet again before the month ends.", 9, 0, 0),
        ("They agreed to meet again before the end of June.", 10, 9, 9),
        ("They **agreed** to [meet again](https://example.org/x) before the\nend of June.", 10, 9, 9),
        ("“We can't have\u00a0a better interlocutor than the HOST”, he said.", 12, 10, 10),
        ("Envoys of both countries met in Baku. They agreed to meet again before the end.", 15, 8, 8),
        ("> Envoys of both countries met in Baku on Wednesday, and they agreed.\n\nSo they did.", 3, 0, 0),
        ("", 0, 0, 0),
    ],
)
def test_runs_are_counted(body: str, words: int, verbatim: int, longest: int) -> None:
    """Words count that stand in runs of eight or more, whatever marks and capitals they have; block quotes do not."""
    for original in (ORIGINAL.encode(), PAGE.encode()):
        found = measured(Body(body), original)
        assert (found.words, found.verbatim, found.longest) == (words, verbatim, longest)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("قَالَ الوَزِيرُ في بَغْدَادَ يَوْمَ الأرْبِعَاءِ إنَّ المُحَادَثَاتِ سَتَسْتَمِرُّ حتى نِهَايَةِ الشَّهْرِ.", 12),
        ("Dışişleri Bakanı İstanbul'da yaptığı açıklamada görüşmelerin ay sonuna kadar süreceğini söyledi.", 12),
        ("외무장관은 수요일 바쿠에서 회담이 이달 말까지 계속될 것이라고 말했다 고 전했다.", 11),
        ("外交部长星期三在巴库说会谈将持续到月底。", 19),
    ],
)
def test_words_of_other_scripts_are_words(text: str, words: int) -> None:
    """Marks on letters part no words, and where a script has no spaces each sign counts."""
    found = measured(Body(text), f"{text}\n".encode())
    assert (found.words, found.verbatim, found.longest) == (words, words, words)


def test_longest_run_has_its_place() -> None:
    """The place is where the longest run begins, by the number of its line in the file."""
    lines = (
        "They agreed to meet again before the end.",
        "",
        "> Not this.",
        "",
        "Yes: the minister told reporters after",
    )
    body = Body("\n".join((*lines, "the talks on Thursday, and left.")), tuple(range(9, 15)))
    found = measured(body, ORIGINAL.encode())
    assert (found.longest, found.verbatim) == (9, 17)
    assert (str(found.span), found.span.text) == ("a.md:13:6", lines[4])


def test_runs_from_two_places_are_two() -> None:
    """What stands in two places of the original is no single run, even where one follows the other at once."""
    body = "They agreed to meet again before the end of the minister told reporters after the talks on Thursday."
    found = measured(Body(body), ORIGINAL.encode())
    assert (found.words, found.longest, found.verbatim) == (18, 10, 18)


def test_original_without_an_article_has_nothing() -> None:
    """A picture that was kept says nothing."""
    assert measured(Body("Word."), b"\xff\xd8\x00\x00").verbatim == 0


def test_long_texts_take_no_time() -> None:
    """Ten thousand words, the same or not, against as many end within two seconds."""
    numbers = count()
    various = " ".join(f"word{next(numbers)}" for _ in range(10_000))
    with ends_within(2):
        assert measured(Body("same " * 10_000), b"same " * 10_000).longest == 10_000
        assert measured(Body(various), various.encode()).longest == 10_000
