import pytest

from digest.annotate.discovery.acronyms import acronyms, dateline, is_acronym, shouted


def words(text: str) -> list[str]:
    """The acronyms of a text."""
    return [text[start:end] for start, end in acronyms(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The SSRC and HTS met at T4.", ["SSRC", "HTS", "T4"]),
        ("Two IDPs, the W.F.P. and AT&T signed an MoU.", ["IDPs", "W.F.P.", "AT&T", "MoU"]),
        ("An S-400, two F-16s and COP-28.", ["S-400", "F-16s", "COP-28"]),
        ("HTS-led forces, SDF’s men, PYD/YPG.", ["HTS", "SDF", "PYD", "YPG"]),
        ("Élysée, ОБСЕ and ÉNA.", ["ОБСЕ", "ÉNA"]),
        ("World War II, chapter XIV, a TV with a PhD in the US and the U.K.", []),
        ("The EU, the U.N. and NATO told two NGOs, CEOs and the PM of COVID-19 at 5 GMT.", []),
        ("McDonald, YouTube, iPhone and OpenAI are names.", []),
        ("Write to HQ@example.org, see AP.org or follow @SANA and #HTS.", []),
        ("A B c 5G 3rd", []),
    ],
)
def test_words_in_capitals_stand_for_others(text: str, found: list[str]) -> None:
    """Capitals and digits make an acronym; numerals, addresses and what every reader knows are none."""
    assert words(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("THIS IS SHOUTED and SDF is not.", ["SDF"]),
        ("The IMF, WFP and OSCE agreed.", ["IMF", "WFP", "OSCE"]),
        ("The SDF YPG split.", ["SDF", "YPG"]),
        ("ERBIL, Kurdistan Region - HTS met.", ["HTS"]),
        ("BEIRUT (AFP) — HTS met.", ["AFP", "HTS"]),
        ("TEL AVIV - HTS met.", ["HTS"]),
        ("OSCE, the organisation, met.", ["OSCE"]),
    ],
)
def test_capitals_alone_are_no_acronym(text: str, found: list[str]) -> None:
    """What is shouted, and the place of a dateline, stands for itself."""
    assert words(text) == found


def test_dateline_ends_where_the_text_begins() -> None:
    """A dateline's place is known, and where its sentence begins; a place in small letters begins none."""
    text = "ERBIL, Kurdistan Region - Delegations met."
    assert dateline(text) == ((0, 5), text.index("Delegations"))
    assert dateline("Erbil, Kurdistan Region - Delegations met.") is None


@pytest.mark.parametrize("word", ["Sssssssss", "ABCDEFGHI", "a", "A", "Ab", "IV", "US", "U.S.", "1A"])
def test_word_that_is_no_acronym(word: str) -> None:
    """Long words, small letters, numerals and countries that every reader knows are no acronyms."""
    assert not is_acronym(word)


def test_shouting_takes_three_words() -> None:
    """Two words in capitals beside each other may be two acronyms, unless their line has nothing else."""
    assert shouted("NO AND NO to that, OK THEN") == [(0, 9)]
    assert shouted("He said\nNO, NEVER\nand\nSDF") == [(8, 17)]
