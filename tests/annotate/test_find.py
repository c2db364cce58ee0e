"""What is found in passages, and what keeps a link from it; each reason is one of those that `explain` prints."""

import pytest

from digest.annotate import markdown
from digest.annotate.find import Found, Reader, find
from digest.annotate.forms import forms_of, short_forms_of
from tests.annotate.reading import terms


def found(text: str, *slugs: str, lang: str = "en") -> list[Found]:
    """The candidates of a Markdown text for some terms of the fixtures."""
    chosen = [term for term in terms() if term.slug in slugs]
    tokens = markdown.parse(text, {})
    forms = [form for term in chosen for form in (*forms_of(term), *short_forms_of(term))]
    people = {term.slug for term in chosen if term.kind == "person"}
    return find(tokens, markdown.passages(tokens), forms, Reader(people, lang))


def bars(text: str, *slugs: str) -> list[tuple[str, str]]:
    """Each candidate's words, with what keeps a link from it."""
    return [(one.surface, one.bar) for one in found(text, *slugs)]


def test_candidates_come_in_reading_order() -> None:
    """Passage by passage, each with its words as they are written."""
    places = found("Baku, *HTS*.\n\nHay’at Tahrir al-Sham.", "hts", "baku")
    assert [(one.passage, one.surface) for one in places] == [(0, "Baku"), (0, "HTS"), (1, "Hay’at Tahrir al-Sham")]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("`Homs`", markdown.IN_CODE),
        ("[In Homs](/x/)", markdown.IN_LINK),
        ("## Homs", markdown.IN_HEADING),
        ("![Homs](/x.png)", markdown.IN_IMAGE),
        ("[[!Homs]]", "forbidden by [[!…]]"),
        ("*Near Ho*ms", "emphasis cuts through it"),
        ("the Bank of Homs", 'part of a larger name, "Bank of Homs"'),
    ],
)
def test_what_bars_a_link_is_said(text: str, reason: str) -> None:
    """A candidate where no link can stand is found all the same, with the reason."""
    assert bars(text, "homs") == [("Homs", reason)]


def test_emphasis_around_a_name_bars_nothing() -> None:
    """Marks that open and close within or around the name leave room for a link."""
    assert bars("**Homs**, Hay’at *Tahrir* al-Sham", "homs", "hts") == [("Homs", ""), ("Hay’at Tahrir al-Sham", "")]


@pytest.mark.parametrize(
    ("text", "term"), [("Homs", "homs"), ("## Homs", "homs"), ("[Homs](/x/)", "homs"), ("`Homs`", ""), ("T4", "")]
)
def test_clear_name_names_its_term(text: str, term: str) -> None:
    """What a heading, a link or a picture names, the text has named; code and ambiguous forms name nothing."""
    [one] = found(text, "homs", "t4-air-base")
    assert one.clear_term == term


def test_forced_words_are_no_candidate() -> None:
    """What the author has put into brackets is settled, and not sought again."""
    assert bars("[[homs|the city of Homs]] and Homs", "homs") == [("Homs", "")]


def test_longer_name_wins() -> None:
    """A name inside a longer one is told with the one that it lost to."""
    assert sorted(bars("Israel Katz left.", "israel", "israel-katz")) == [
        ("Israel", 'inside the longer name "Israel Katz"'),
        ("Israel Katz", ""),
    ]


def test_name_of_the_glossary_beside_makes_no_larger_name() -> None:
    """Two names of the glossary that stand side by side are two."""
    assert bars("the Homs HTS", "homs", "hts") == [("Homs", ""), ("HTS", "")]
    [place, _] = bars("the Homs Fidan", "homs", "hakan-fidan")
    assert place == ("Homs", 'part of a larger name, "Homs Fidan"')  # of the person there is no more than a surname
    assert bars("the Homs Xyz", "homs") == [("Homs", 'part of a larger name, "Homs Xyz"')]


def test_given_name_may_begin_a_sentence() -> None:
    """Before a person's surname the first word of a sentence is taken for another given name, before a place not."""
    assert bars("Esra Fidan left.", "hakan-fidan") == [("Fidan", 'part of a larger name, "Esra Fidan"')]
    assert bars("Rebuilt Homs waits.", "homs") == [("Homs", "")]


def test_capital_makes_no_larger_name_in_other_languages() -> None:
    """Outside of English only what is short for a person's name keeps away from the names beside it."""
    assert [one.bar for one in found("die Stadt Homs", "homs", lang="de")] == [""]
    assert [one.bar for one in found("die Esra Fidan", "hakan-fidan", lang="de")] == [
        'part of a larger name, "Esra Fidan"'
    ]


def test_candidate_may_mean_several_terms() -> None:
    """The terms that share a form are named once each, in the glossary's order."""
    [one] = found("T4", "t4-air-base", "thyroxine")
    assert one.terms == ("t4-air-base", "thyroxine")


def test_place_is_told_by_the_words_around() -> None:
    """A candidate knows whether it stands where a place does, or for a government."""
    assert [one.in_place for one in found("In Ankara. Ankara rose.", "ankara")] == [True, False]
    assert [one.is_metonym for one in found("Ankara denied it. In Ankara.", "ankara")] == [True, False]
