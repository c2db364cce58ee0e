import pytest

from digest.annotate.abbreviations.asides import asides, bare, dateline, may_explain, parts, since_comma, words_of
from digest.annotate.abbreviations.lexicon import LANGUAGES, LEADS


def read(text: str) -> list[tuple[str, str]]:
    """What stands before each aside of a text, and the aside."""
    return [(text[slice(*aside.before)].strip(), text[slice(*aside.span)].strip()) for aside in asides(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("World Bank (WB) and [WHO] too", [("World Bank", "WB"), ("and", "WHO")]),
        ("a (b (c) d) e", [("a", "b"), ("b", "c")]),
        ("GABA(B) and [T]hey and note[1]", []),
        ("a bank(WBG) here", [("a bank", "WBG")]),
        ("the World Bank, or WB, lends", [("the World Bank", "or WB")]),
        ("the World Bank, also known as the “WB”.", [("the World Bank", "also known as the “WB")]),
        ("the World Bank, or WB officials, or the bank", []),
        ("the World Bank, known by its initials WB.", [("the World Bank", "known by its initials WB")]),
        ("the World Bank - WB - lends", [("the World Bank", "WB")]),
        ("the World Bank—the WB—lends", [("the World Bank", "the WB")]),
        ("a World - Bank of WB - lends", []),
        ("WB, short for World Bank, lends", [("WB", "short for World Bank")]),
        ("WB, or the World Bank: it lends", [("WB", "or the World Bank")]),
        ("Wb, or the World Bank: it lends", []),
        ("World Bank (", []),
    ],
)
def test_asides_of_a_text(text: str, expected: list[tuple[str, str]]) -> None:
    """Brackets that stand free and clauses of a short form are asides; each is with what follows the one before."""
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It rained. The World Bank", "The World Bank"),
        ("St. Mary of the U.S. Army", "St. Mary of the U.S. Army"),
        ("he said: “The World Bank", "The World Bank"),
        ("“It rained” World Bank", "World Bank"),
        ("it rained — World Bank", "World Bank"),
        ("it rained; World Bank", "World Bank"),
        ("Workers' Party, l'Union, Bank[3], *Fund*", "Workers' Party Union Bank Fund"),
        ("The bank rained.", ""),
        ("... ?", ""),
    ],
)
def test_words_are_of_one_clause(text: str, words: str) -> None:
    """Words are read back to where their sentence, clause or quotation begins, without the signs around them."""
    assert " ".join(word.text for word in words_of(text, 0, len(text))) == words


@pytest.mark.parametrize(
    ("text", "bracket"),
    [
        ("ANKARA (AA) - It rained", "ANKARA (AA)"),
        ("Ankara (AA) — It rained", "Ankara (AA)"),
        ("TEL AVIV (AP) - It rained", "TEL AVIV (AP)"),
        ("Homs, Northern Syria (SANA) – It rained", "Homs, Northern Syria (SANA)"),
        ("London, April 9 (AP)-It rained", "London, April 9 (AP)"),
        ("Democratic Union Party (PYD) - It rained", ""),
        ("On Thursday, the Court of Justice (ECJ) - it rained", ""),
        ("Thyroxine (T4) - it rained", ""),
        ("Ankara (AA) rained", ""),
        ("in ANKARA (AA) - It rained", ""),
    ],
)
def test_dateline_is_known(text: str, bracket: str) -> None:
    """A text may begin with a place and, in brackets, the agency that reports from there."""
    assert text[: dateline(text)] == bracket


@pytest.mark.parametrize(
    "text",
    ["the Bank (WB)", "WB (a bank)", "the Bank, or the WB,", "the Bank – WB –", "WB, short for Bank", "known as “WB”"],
)
def test_place_of_an_explanation_is_seen(text: str) -> None:
    """Where an aside may explain letters is seen without reading it."""
    assert may_explain(text, "WB")
    assert not may_explain(text, "BW")


def test_other_places_explain_nothing() -> None:
    """In the midst of a clause nothing is explained."""
    assert not may_explain("The WB lends. A WB man (of it) spoke – of WBG.", "WB")


def test_words_since_a_comma() -> None:
    """Signs between two words set the second apart."""
    text = "In Ankara, the “Party"
    assert [word.text for word in since_comma(words_of("In Ankara, the Party", 0, 20))] == ["the", "Party"]
    assert [word.text for word in since_comma(words_of(text, 0, len(text)))] == ["Party"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("also known as the “WB”", ["WB"]),
        ("German: DLR", ["DLR"]),
        ("DLR in German; founded 1969", ["DLR", "founded 1969"]),
        ("or", []),
        ("", []),
    ],
)
def test_parts_are_bare(text: str, expected: list[str]) -> None:
    """The parts of an aside come without quotes, and without what leads to a short form or follows it."""
    assert [text[slice(*span)] for span in parts(text, 0, len(text), LEADS | LANGUAGES)] == expected


def test_bare_keeps_a_name_whole() -> None:
    """The name of a language may begin a long form."""
    assert bare("the Kurdish National Council", 0, 28) == (4, 28)
