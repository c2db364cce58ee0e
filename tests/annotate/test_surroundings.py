from digest.annotate.find import Found
from digest.annotate.forms import Form
from digest.annotate.matcher import Candidate
from digest.annotate.surroundings import Surroundings

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
