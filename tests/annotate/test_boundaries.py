import pytest

from digest.annotate.boundaries import begins_sentence, is_word


@pytest.mark.parametrize(
    "text",
    [
        *("[HTS]", "([HTS])", "“[HTS]”", "[HTS]-led", "anti-[HTS]", "pro-[HTS]-led", "[HTS]'s", "[HTS]'", "'[HTS]'"),
        *("[HTS].", "[HTS]. The", "[HTS]...", "[HTS]/SSRC", "[HTS]:x", "l'[HTS]", "d'[HTS]", "qu'[HTS]", "L'[HTS]"),
        *("x [U.S.] y", "[U.S.]-led", "([U.S.])", "[Yahoo!] x", ".[HTS]", "#[HTS]", "$[HTS]"),
    ],
)
def test_word_stands_for_itself(text: str) -> None:
    """A name is a mention beside white space, punctuation, a hyphen, a possessive, a French elision."""
    start, end = text.index("["), text.index("]") - 1
    assert is_word(text.replace("[", "").replace("]", ""), start, end)


@pytest.mark.parametrize(
    "text",
    [
        *("[HTS]x", "x[HTS]", "[HTS]4", "_[HTS]", "[HTS]-4", "[HTS]'x", "x'[HTS]", "Hay'[at]", "[Hay]'at", "D'[HTS]x"),
        *(
            "[rudaw].net",
            "www.[rudaw]",
            "desk@[rudaw]",
            "@[rudaw]",
            "[desk]@rudaw",
            "[U.S.]A",
            "[U.S].A",
            "ASP[.NET]",
            "[Yahoo!]x",
        ),
        *("https://x.org/[HTS]/", "see www.x.org/a?b=[HTS]&c", "(http://x.org/a-[HTS])", "rudaw.net/[HTS]"),
        *("[हिन]\u094d", "[हिन्द]ी", "[etat]\u0331"),
    ],
)
def test_part_of_a_word_is_none(text: str) -> None:
    """A name is no mention where a letter, a digit or a vowel sign runs on, in an address or another name."""
    start, end = text.index("["), text.index("]") - 1
    assert not is_word(text.replace("[", "").replace("]", ""), start, end)


@pytest.mark.parametrize(
    ("before", "begins"),
    [
        *(("", True), ("He left. ", True), ("Why? “", True), ("Yes! (", True), ("He said: ", True), ("… ", True)),
        *(("The ", False), ("He left, ", False), ("U.S", False), ("(", True), ("the (", False)),
    ],
)
def test_sentence_begins_after_its_end(before: str, begins: bool) -> None:
    """Only quotes and brackets may stand between the end of a sentence and the first word of the next."""
    assert begins == begins_sentence(f"{before}Zone", len(before))
