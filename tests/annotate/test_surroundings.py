import re

import pytest

from digest.annotate.find import Found
from digest.annotate.forms import Form
from digest.annotate.matcher import Candidate
from digest.annotate.profiles import Profile
from digest.annotate.surroundings import Surroundings
from digest.model import Kind

T4 = (Form("T4", "t4-air-base"), Form("T4", "thyroxine"))
HTS = (Form("HTS", "hts"),)
FAR = "x " * 300  # more than what is near, and no word


def found(passage: int, start: int, *forms: Form) -> Found:
    """A candidate at a place of a passage in which nothing is folded away."""
    surface = forms[0].text
    span = (start, start + len(surface))
    return Found(passage, surface, Candidate(*span, forms, span))


def test_words_around_every_mention_are_heard() -> None:
    """A form means one thing in a text, so what stands near any of its places speaks for it at each."""
    first, second = found(0, 0, *T4), found(2, 0, *T4)
    around = Surroundings([first, second], ["T4 burnt", FAR, "T4 shook", FAR, "Homs"])
    assert around.words(first) == around.words(second) == {"burnt", "shook"}


def test_words_of_the_next_passage_are_near() -> None:
    """A paragraph's end does not part a name from what is said of it."""
    one = found(1, 0, *T4)
    assert Surroundings([one], ["It burnt", "T4", "in Homs"]).words(one) == {"it", "burnt", "in", "homs"}


def test_other_forms_are_other_questions() -> None:
    """Near is what stands near the forms of the same terms, not near any candidate."""
    t4, hts = found(0, 0, *T4), found(2, 0, *HTS)
    around = Surroundings([t4, hts], ["T4 burnt", FAR, "HTS denied"])
    assert around.words(t4) == {"burnt"}
    assert around.words(hts) == {"denied"}


def test_places_are_those_of_the_folded_text() -> None:
    """What folding drops from passages before the mention does not shift what is near it."""
    one = found(1, 0, *T4)
    passages = ["so" + "\u00ad" * 400 + f"ft {FAR}", "T4 burnt"]
    assert Surroundings([one], passages).words(one) == {"burnt"}


def beside(text: str, kind: Kind, *known: str) -> int:
    """What stands beside the first HTS or T4 of a text, for a thing of a kind of which these words are known."""
    form = HTS if "HTS" in text else T4
    start = text.index(form[0].text)
    span = (start, start + len(form[0].text))
    one = Found(0, form[0].text, Candidate(*span, form, span), text=text)
    profile = Profile(tuple((word, 1) for word in known), subject=("air base",))
    return Surroundings([one], [text]).beside(one, kind, profile)


@pytest.mark.parametrize(
    "text",
    [
        "HTS denied it.",
        "The HTS-led rebels came.",
        "Two HTS fighters died.",
        "An HTS commander left.",
        "HTS then seized the town.",
        "Rebels attacked the HTS.",
        "HTS's leader spoke.",
    ],
)
def test_body_acts_and_has_members(text: str) -> None:
    """What a form does, what is done to it and who belongs to it show a body of people."""
    assert beside(text, "organisation") == 1


@pytest.mark.parametrize(
    "text", ["Jets struck T4.", "A strike on T4 failed.", "T4 was hit again.", "at T4, west of Homs", "Smoke near T4"]
)
def test_facility_is_hit_and_lies_somewhere(text: str) -> None:
    """What is done to a form, and where it lies, show a place on the ground."""
    assert beside(text, "facility") == 1


def test_word_of_the_subject_stands_beside_it() -> None:
    """What the glossary says that a thing is may follow its name."""
    assert beside("over the T4 base", "facility") == 1
    assert beside("over the T4 bus", "facility") == 0


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("They gave the HTS to all.", "organisation"),
        ("tomb T4, east of Homs", "facility"),
        ("T4 said so.", "facility"),
        ("measured T4 in Homs", "facility"),
    ],
)
def test_most_places_show_nothing(text: str, kind: Kind) -> None:
    """Where nothing is done and nobody belongs to it, the place of a form says nothing."""
    assert beside(text, kind) == 0


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("give an HTS code", "organisation"),
        ("ran an HTS of compounds", "organisation"),
        ("TSH and T4 rose", "facility"),
        ("T3, T4 and iodine", "facility"),
        ("T4/TSH", "facility"),
    ],
)
def test_company_of_another_thing_speaks_against(text: str, kind: Kind) -> None:
    """An article with a word that the sense does not know, and a row of other letters, are those of something else."""
    assert beside(text, kind) == -1


def test_known_company_does_not_speak_against() -> None:
    """A word of the sense's own may follow an article; bodies are listed with bodies that no glossary has."""
    assert beside("an HTS checkpoint", "organisation", "checkpoint") == 0
    assert beside("the SNA and HTS met", "organisation") == 0
    assert beside("T3 and T4", "facility", "t3") == 0


@pytest.mark.parametrize(
    "text",
    [
        "T4, Upper Egypt, burnt",
        "left T4 in Upper Egypt",
        "left T4, in the Upper Egypt",
        "at T4 (Upper Egypt)",
        "Upper Egypt's T4",
        "T4 burnt. T4, Upper Egypt.",
    ],
)
def test_text_says_where_a_place_lies(text: str) -> None:
    """The name of what a place lies in stands behind it, or owns it, at some mention of it."""
    assert region(text).strip() == "Upper Egypt"


@pytest.mark.parametrize("text", ["Giza, T4, Egypt.", "T4, Egypt and Giza", "T4 and Egypt", "T4. Egypt", "T4, a town"])
def test_row_of_names_says_nothing(text: str) -> None:
    """A name in a row of others is not that of what it lies in."""
    assert region(text).strip() == ""


def region(text: str) -> str:
    """What the text says that the first T4 in it lies in."""
    starts = [match.start() for match in re.finditer("T4", text)]
    ones = [Found(0, "T4", Candidate(at, at + 2, T4, (at, at + 2)), text=text) for at in starts]
    return Surroundings(ones, [text]).region(ones[0])
