from digest.annotate.discovery.unknown import Unknown, unknown
from digest.annotate.entry import consider
from tests.annotate.reading import manuscript, slice_for


def found(text: str, lang: str = "en") -> list[Unknown]:
    """What a text names and the fixtures' glossary has not."""
    given = manuscript(text)
    part = slice_for(given)
    return unknown(consider(given, part), part, lang)


def test_names_come_in_reading_order_with_their_places() -> None:
    """Names, acronyms and what the text explains stand in the order of the text, each in its passage."""
    text = "HTS and Idlib.\n\nUNRWA met the Free Syrian Army (FSA) in *Deir\nez-Zor*.\n"
    assert found(text) == [
        Unknown("name", "Idlib", 0, 8, 13),
        Unknown("acronym", "UNRWA", 1, 0, 5),
        Unknown("abbreviation", "FSA", 1, 32, 35, "Free Syrian Army"),
        Unknown("name", "Deir ez-Zor", 1, 40, 51),
    ]


def test_characters_keep_their_place_behind_what_is_no_prose() -> None:
    """Code and addresses are blotted out without moving what follows them."""
    assert found("`Idlib` and www.example.org/Idlib near Manbij") == [Unknown("name", "Manbij", 0, 37, 43)]
    addresses = "See Idlib.org, mail UNRWA@Idlib.org or follow @Idlib, @UNRWA and #Idlib near Manbij."
    assert [one.surface for one in found(addresses)] == ["Manbij"]


def test_explained_names_are_not_sighted_again() -> None:
    """What is explained, and what explains it, is one name: neither is a name of its own."""
    assert [one.kind for one in found("They met the Free Syrian Army (FSA).")] == ["abbreviation"]


def test_form_that_a_text_gives_a_term_is_unknown() -> None:
    """A short form that only this text gives to a term is no form of it yet."""
    (one,) = found("The Syrian Observatory for Human Rights (SOFHR) said so, and SOFHR again.")
    assert (one.surface, one.term) == ("SOFHR", "sohr")


def test_form_with_a_suffix_is_known() -> None:
    """What the glossary has is never unknown, even where a suffix keeps it from being matched."""
    text = "SSRC’li vekiller ve Homs’taki SSRC’liler oy verdi. Dün HTS’nin görüşmesi Idlib’deydi."
    assert [one.surface for one in found(text, "tr") if one.surface != "Dün"] == ["Idlib’deydi"]


def test_line_of_capitals_names_nothing() -> None:
    """A headline in capitals has neither acronyms nor names; one word in capitals on a line may be an acronym."""
    assert found("MERKEL, MACRON MEET\n\nMACRON “HAPPY”\n\nMERKEL MEETS MACRON: 3 HURT\n") == []
    assert [one.surface for one in found("- UNRWA\n- UNRWA and OCHA\n")] == ["UNRWA", "UNRWA", "OCHA"]
