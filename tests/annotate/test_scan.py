import pytest

from digest.annotate.forms import Form
from digest.annotate.scan import Scan, bare, searched


def scanned(text: str, *forms: str, ignore_case: bool = False) -> set[str]:
    """The forms that a scan finds in a Markdown text."""
    made = [Form(form, "x", ignore_case) for form in forms]
    return {made[number].text for number in Scan(made, ignore_case=ignore_case).numbers(bare(text))}


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("one\n  two", "one two"),
        ("> one  \n> two", "> one two"),
        ("one\\\ntwo", "one two"),
        ("**o**n_e_", "one"),
        ("a [name](/x/)", "a name(/x/)"),
        ("A&amp;B &#72;TS", "A&B HTS"),
        ("Hay’at  Erdoğan", "Hay'at Erdogan"),
    ],
)
def test_marks_are_laid_off(text: str, seen: str) -> None:
    """Line ends, emphasis, brackets, escapes and entities go, and the rest is folded."""
    assert bare(text).folded == seen


def test_source_stays() -> None:
    """The text itself is kept beside what is left of it."""
    assert bare("*HTS*").source == "*HTS*"


def test_hyphens_are_searched_as_spaces() -> None:
    """A form with a hyphen is found with a space, and the other way round; the matcher looks closer."""
    assert scanned("Tel-Aviv and Deir ez Zor", "Tel Aviv", "Deir ez-Zor") == {"Tel Aviv", "Deir ez-Zor"}


def test_letter_that_runs_on_makes_another_word() -> None:
    """A form inside a longer word is passed over, whatever side the word goes on."""
    assert scanned("SUSHI BUS USA", "US") == set()
    assert scanned("US, anti-US", "US") == {"US"}


@pytest.mark.parametrize("text", ["*HTS*led x", "un*HTS* x", "un[HTS](/x/)led"])
def test_mark_of_markdown_may_part_words(text: str) -> None:
    """Where a mark stood, a word may begin or end although letters go on: the parser knows."""
    assert scanned(text, "HTS") == {"HTS"}
    assert scanned("unHTS HTSled", "HTS") == set()


@pytest.mark.parametrize("text", ["ودمشق", "وبدمشق", "x*و*دمشق", "دمشق و", "*لدمشق*", "x**ودمشق**"])
def test_form_may_stand_behind_what_arabic_writes_onto_it(text: str) -> None:
    """The scan knows no language: it finds a form that is one in some language, and none in the middle of a word."""
    assert scanned(text, "دمشق") == {"دمشق"}
    assert scanned("سدمشق xودمشق بودمشق ودمشقي", "دمشق") == set()


@pytest.mark.parametrize("text", ["سووریادا", "سووریای", "لە سووریاوە.", "سووریا*دا*x", "سووریاد*ا*"])
def test_form_may_stand_before_what_sorani_writes_onto_it(text: str) -> None:
    """So it does with a form that goes on in one of the ways in which Sorani lets a name go on."""
    assert scanned(text, "سووریا") == {"سووریا"}
    assert scanned("سووریایی سووریادان", "سووریا") == set()


def test_case_counts_unless_the_form_says_no() -> None:
    """Each scan has the forms of one way of treating case."""
    assert scanned("who, us", "WHO", "US") == set()
    assert scanned("The YPG", "ypg", ignore_case=True) == {"ypg"}
    assert list(Scan([Form("ypg", "x", ignore_case=True)], ignore_case=False).numbers(bare("ypg"))) == []


def test_overlapping_forms_are_all_found() -> None:
    """The scan does not choose: a name inside another is found too."""
    assert scanned("Israel Katz", "Israel", "Israel Katz", "Katz") == {"Israel", "Israel Katz", "Katz"}


def test_marks_in_a_form_are_not_searched() -> None:
    """A name may hold what looks like Markdown: it is sought without, as the text is read without."""
    assert searched("E*TRADE-bank") == "ETRADE bank"
    assert bare("an E\\*TRADE bank").has("E*TRADE-bank")


def test_forms_that_terms_share_are_in_doubt() -> None:
    """A form is doubtful where it is marked so and where several terms have it, hyphen or space; else not."""
    marked, one, other, clear = (
        Form("T4", "a", ambiguous=True),
        Form("no-fly", "a"),
        Form("no fly", "b"),
        Form("Homs", "c"),
    )
    forms = [marked, one, other, clear]
    numbers = Scan(forms, ignore_case=False).doubtful(forms)
    assert {forms[number] for number in numbers} == {marked, one, other}


def test_scan_for_nothing_finds_nothing() -> None:
    """A glossary without a form is no fault."""
    assert scanned("HTS") == set()
