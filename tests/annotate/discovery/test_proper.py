import pytest

from digest.annotate.discovery.acronyms import acronyms
from digest.annotate.discovery.proper import proper_names


def found(text: str) -> list[str]:
    """The names of a text."""
    return [text[start:end] for start, end in proper_names(text, acronyms(text))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It met Israel's National Security Adviser Tzachi Hanegbi.", ["Israel", "Tzachi Hanegbi"]),
        ("He met US President Donald Trump’s envoy.", ["US", "Donald Trump"]),
        ("He met Deputy Prime Minister Ali Baba and General Mazloum Abdi.", ["Ali Baba", "General Mazloum Abdi"]),
        ("He met Lieutenant General Ali Baba of the army.", ["Ali Baba"]),
        ("He met Secretary of State Marco Rubio.", ["Marco Rubio"]),
        ("He met Hamas Chief Yahya Sinwar.", ["Hamas", "Yahya Sinwar"]),
        ("He met UN Secretary-General António Guterres.", ["António Guterres"]),
        ("He spoke to the Minister of Foreign Affairs and to the Foreign Minister.", []),
        ("He prayed at King Fahd Mosque.", ["King Fahd Mosque"]),
    ],
)
def test_titles_are_no_part_of_a_name(text: str, names: list[str]) -> None:
    """A title and what belongs to it are cut; who stands before it and after it is named; alone it names nobody."""
    assert found(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("He met the Kurdish-led Syrian Democratic Forces.", ["Kurdish", "Syrian Democratic Forces"]),
        ("It is the UK-based Syrian Observatory for Human Rights.", ["UK", "Syrian Observatory for Human Rights"]),
        ("He joined the People's Protection Units.", ["People's Protection Units"]),
        ("They live in Deir ez-Zor, near al-Tanf and Bank of Homs.", ["Deir ez-Zor", "al-Tanf", "Bank of Homs"]),
        ("It said Putin Thursday would meet Biden on Monday.", ["Putin", "Biden"]),
        ("In May and on Friday, I think that I'm with the President, the Court and the North.", []),
        ("He owns a TV and works for NATO.", []),
        ("“Don't,” said Ali.", ["Ali"]),
        ("STOP THE WAR NOW, said Ali.", ["Ali"]),
    ],
)
def test_what_says_who_is_meant_is_a_name(text: str, names: list[str]) -> None:
    """Compounds and possessives end a name; days, months, pronouns, roles and acronyms alone are none."""
    assert found(text) == names


def test_sentence_begins_after_a_dateline() -> None:
    """The place of a dateline is a name; the first word after its dash has its capital from the sentence."""
    assert found("ERBIL, Kurdistan Region - Diplomatic delegations met.") == ["ERBIL", "Kurdistan Region"]
