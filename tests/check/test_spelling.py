import random
import string
from itertools import islice, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.check.spelling import Spellings, distance, words_of
from tests.patience import ends_within

NAMES = (
    *("Hay’at Tahrir al-Sham", "Ahmed al-Sharaa", "Idlib", "Homs", "Israel", "Israel Katz", "Bank of Homs", "UNRWA"),
    *("Scientific Studies and Research Center", "Australia", "T4 air base", "Netanyahu", "Golan Heights", "Iran"),
)
SPELLINGS = Spellings((name, name) for name in NAMES)


@pytest.mark.parametrize(
    ("one", "other", "letters"),
    [
        *(("idlib", "idlib", 0), ("idlib", "idleb", 1), ("idlib", "idlb", 1), ("idlib", "iddlib", 1)),
        *(("sharaa", "shaara", 1), ("ab", "ba", 1), ("abc", "ca", 3), ("", "ab", 2), ("netanyahu", "natenyahoo", 4)),
    ],
)
def test_distance_counts_wrong_letters(one: str, other: str, letters: int) -> None:
    """One letter too many, too few, another, or two exchanged: each is one."""
    assert distance(one, other) == distance(other, one) == letters


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Hayat Tahrir al-Shamm", "Hay’at Tahrir al-Sham"),
        ("Hayat Tahrir al Shem", None),  # of short words every letter counts
        ("Hayet Tahrir Al-Sham", "Hay’at Tahrir al-Sham"),
        ("Ahmed al-Shaara", "Ahmed al-Sharaa"),
        ("Ahmet al-Shaara", "Ahmed al-Sharaa"),
        ("Ahmet al-Shaarra", None),  # three letters
        ("Idleb", "Idlib"),
        ("Udlib", None),  # the first letter is right
        ("Idlebb", None),
        ("Idllib", "Idlib"),
        ("Idrib", None),  # of a short name alone the consonants are right
        ("Idbil", None),
        ("Idlbi", "Idlib"),
        ("Isreel", "Israel"),
        ("Iseral", None),
        ("UNRWB", None),
        ("Homz", None),
        ("Bank of Rome", None),
        ("Bonk of Homs", None),
        ("UNWRA", "UNRWA"),
        ("Scientific Studies and Reserch Centre", "Scientific Studies and Research Center"),
        ("Scientific Study and Research Center", None),
        ("Austria", "Australia"),
        ("Netanyahoo", "Netanyahu"),
        ("Netanyahuu", "Netanyahu"),
        ("Israeli Katz", "Israel Katz"),
        ("Golan Hights", "Golan Heights"),
        ("T5 air base", None),
        ("Iraq", None),
        ("", None),
        ("-", None),
    ],
)
def test_nearest_name(name: str, meant: str | None) -> None:
    """Words of five letters and more may have one wrong letter, of nine and more two; a name no more than two.

    A name of one short word has its consonants right, or all its letters.
    """
    assert SPELLINGS.nearest(name) == meant


@pytest.mark.parametrize("name", [*NAMES, "hay'at tahrir al sham", "IDLIB", "Idlib."])
def test_name_itself_is_no_misspelling(name: str) -> None:
    """A name that is known but for case, hyphens and apostrophes misspells nothing."""
    assert SPELLINGS.nearest(name) is None
    assert name in SPELLINGS


@pytest.mark.parametrize(
    "name", ["Israeli", "Israelis", "Idlibi", "Idlibs", "Netanyahus", "Australian", "Ahmed al-Shara"]
)
def test_inflected_name_is_no_misspelling(name: str) -> None:
    """A plural, and a word made of a name, are right; a last letter written twice or once is a slip."""
    assert (SPELLINGS.nearest(name) is None) is (name != "Ahmed al-Shara")


def test_nearer_name_wins() -> None:
    """Of two names that may be meant, the nearer one is, and else the first by the alphabet."""
    spellings = Spellings((name, name) for name in ("Mohammed Hadad", "Mohamed Hadad", "Barzani", "Barzini"))
    assert spellings.nearest("Mohammet Hadad") == "Mohammed Hadad"
    assert spellings.nearest("Barzoni") == "Barzani"


def allowed(one: str, other: str) -> int:
    """How many letters may be wrong between two words, as the rule says."""
    length = max(len(one), len(other))
    return 0 if length < 5 or one[0] != other[0] else 1 if length < 9 else 2


WORDS = st.text("ab", min_size=1, max_size=11)


@given(st.lists(WORDS, max_size=8), WORDS)
def test_look_up_misses_no_near_word(words: list[str], word: str) -> None:
    """The look-up finds the nearest name exactly where comparing with each would find one."""
    found = Spellings((f"Homs {other}", other) for other in words).nearest(f"Homs {word}")
    near = {other: distance(word, other) for other in words if distance(word, other) <= allowed(word, other)}
    pairs = (sorted((word, other), key=len) for other in near)
    if word in words or any(long.startswith(short) and long[len(short) :] != short[-1] for short, long in pairs):
        assert found is None
    else:
        assert found == min(near, key=lambda other: (near[other], other), default=None)


def test_hostile_names_take_no_time() -> None:
    """A word as long as a text, and a name of thousands of words, are looked up at once."""
    spellings = Spellings([("A" * 40_000, "x"), ("Netanyahu", "y")])
    with ends_within(1):
        for name in ("A" * 40_001, "Netanyaho" * 10_000, "Netanyaho " * 10_000, "Netanyahu " * 10_000):
            assert spellings.nearest(name) is None


def test_many_names_are_looked_up_fast() -> None:
    """Ten thousand names are compiled and twenty thousand looked up in a few seconds on a slow machine."""
    chance = random.Random(5)
    words = ["".join(chance.choices(string.ascii_lowercase, k=chance.randint(4, 12))).title() for _ in range(12_000)]
    names = [" ".join(chance.sample(words, chance.randint(1, 4))) for _ in range(10_000)]
    asked = [" ".join(chance.sample(words, chance.randint(1, 4))) for _ in range(20_000)]
    with ends_within(10):
        spellings = Spellings((name, name) for name in names)
        for name in asked:
            spellings.nearest(name)


def test_words_of_a_name() -> None:
    """A name's words are folded, in lower case, parted at hyphens."""
    assert words_of("Hay’at  Tahrîr al-Sham") == ("hayat", "tahrir", "al", "sham")
    assert list(islice(product(words_of("İdlib"), repeat=1), 1)) == [("idlib",)]
