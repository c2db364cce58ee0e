import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.annotate.abbreviations.alignment import align, letters_of

WORDS = st.lists(st.text("abcAB1-'é", min_size=1, max_size=5), min_size=1, max_size=6)


def cost(short: str, words: str) -> float:
    """What an alignment with the whole of some words costs."""
    alignment = align(short, words.split(), whole=True)
    assert alignment
    return alignment.cost


@pytest.mark.parametrize(
    ("short", "words", "first"),
    [
        ("SSRC", "the Scientific Studies and Research Center", 1),
        ("SSRC", "Syrian Scientific Studies and Research Center", 1),
        ("TCR", "a T cell receptor", 1),
        ("WWO", "World Women World Women Organisation", 2),
        ("2FA", "two-factor authentication", 0),
        ("IEDs", "improvised explosive devices", 0),
    ],
)
def test_best_begin_is_found(short: str, words: str, first: int) -> None:
    """Of the words where a long form could begin, that of the cheapest alignment is taken, the last of several."""
    alignment = align(short, words.split())
    assert alignment
    assert alignment.first == first


@pytest.mark.parametrize(
    ("short", "cheap", "dear"),
    [
        ("FBI", "Federal Bureau of Investigation", "Federal Building"),  # initials, letters from inside
        ("RPG", "rocket-propelled grenade", "rocketpropelled grenade"),  # the begin of a part, a letter from inside
        ("SYP", "Syrian pound", "Sulawesy pound"),  # letters in a row, letters apart
        ("EU", "European Union", "European Economic Union"),  # no word left out, one
        ("MoD", "Ministry of Defence", "Ministry for Defence"),  # a small word's begin, a letter from inside
        ("MD", "Ministry of Defence", "Ministry United Defence"),  # a small word left out, another
        ("UN", "United Nations", "United Nations envoy"),  # words after the last letter count too
    ],
)
def test_costs_are_ordered(short: str, cheap: str, dear: str) -> None:
    """What speaks more for a long form costs less."""
    assert cost(short, cheap) < cost(short, dear)


@pytest.mark.parametrize("short", ["FBI", "fbi", "F.B.I."])
def test_case_and_points_do_not_matter(short: str) -> None:
    """Letters are the same in both cases, and alone count."""
    assert cost(short, "Federal Bureau Investigation") == 0


@pytest.mark.parametrize(("short", "words"), [("AP", "Syria"), ("FBI", "Bureau Federal"), ("SDF", ""), ("NT", "ant")])
def test_missing_letters_align_with_nothing(short: str, words: str) -> None:
    """Each letter is needed, in order, and the first where a word or a part of one begins."""
    assert align(short, words.split()) is None


@given(st.text("abAB1", min_size=1, max_size=5), WORDS)
def test_alignment_is_in_the_words(short: str, words: list[str]) -> None:
    """An alignment begins at one of the words, and uses letters that the words from there on have in that order."""
    alignment = align(short, words)
    if alignment:
        rest = iter("".join(words[alignment.first :]).lower())
        assert all(letter in rest for letter in letters_of(short).lower())
        assert alignment.cost >= 0


@given(st.text("ab", min_size=1, max_size=4), WORDS)
def test_whole_alignment_is_no_cheaper(short: str, words: list[str]) -> None:
    """That an alignment has to begin at the first word never makes it cheaper."""
    whole, free = align(short, words, whole=True), align(short, words)
    if whole:
        assert whole.first == 0
        assert free
        assert free.cost <= whole.cost + 1e-6
