import pytest

from digest.annotate.abbreviations.institutions import capitalised, institution


@pytest.mark.parametrize(
    ("short", "words", "name"),
    [
        ("DLR", "said the German Aerospace Center", "German Aerospace Center"),
        ("MSB", "the Ministry of National Defence", "Ministry of National Defence"),
        ("PKK", "President of the Kurdistan Workers' Party", "Kurdistan Workers' Party"),
        ("YPG", "Syria's People's Protection Units", "People's Protection Units"),
        ("XYZ", "Kurdish-led Internal Security Forces", "Internal Security Forces"),
        ("XYZ", "On Monday Internal Security Forces", "Internal Security Forces"),
        ("T4", "at the Tiyas military air base", "Tiyas military air base"),
        ("M5", "the Damascus Highway", "Damascus Highway"),
        ("RN", "the National Rally", "National Rally"),
    ],
)
def test_institution_is_known_by_its_name(short: str, words: str, name: str) -> None:
    """A name that an institution heads, or whose initials are the short form's, is found whole."""
    start = institution(short, words.split())
    assert start is not None
    assert words.split()[start:] == name.split()


@pytest.mark.parametrize(
    ("short", "words"),
    [
        ("SPD", "Chancellor Olaf Scholz"),  # a person
        ("SYR", "the city of Homs"),  # a place
        ("USA", "Harvard University"),  # a country behind an institution
        ("AFP", "the Security Council"),  # a credit behind one
        ("CT", "Yale University"),  # a state behind one
        ("Asayish", "Internal Security Forces"),  # a word
        ("DLR", "the centre"),  # no name
        ("PKK", "the workers' party"),
        ("PKK", "Party"),
        ("PKK", ""),
    ],
)
def test_what_names_no_institution(short: str, words: str) -> None:
    """People and places, short forms that say something else, and small words give no name."""
    assert institution(short, words.split()) is None


@pytest.mark.parametrize(
    ("words", "run"),
    [
        ("he met Olaf Scholz", "Olaf Scholz"),
        ("Bank of Syria and Lebanon", "Bank of Syria and Lebanon"),
        ("Journalists in Damascus", "Damascus"),
        ("Fidan and the Security Council", "Security Council"),
        ("Institute for the Study of War", "Institute for the Study of War"),
        ("In Damascus", "Damascus"),
        ("it rained", ""),
    ],
)
def test_run_of_capitals(words: str, run: str) -> None:
    """The run is the longest that ends with a capitalised word, with links alone between such words."""
    assert words.split()[capitalised(words.split()) :] == run.split()
