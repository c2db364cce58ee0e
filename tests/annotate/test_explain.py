from datetime import date

import pytest

from digest.annotate import explain
from digest.annotate.explain import Explanation, Loser, losers
from digest.annotate.judge import UNDECIDED
from digest.annotate.senses import Occurrence
from digest.model import Scope
from digest.problems import Span
from tests.annotate.reading import manuscript, slice_for

FORBIDDEN = "forbidden by [[!…]]"
SECURITY = "---\nthemes: [security]\n---\n"
NO_SCOPE = {"t4-air-base": Scope(), "thyroxine": Scope()}


def places(given: str) -> tuple[Explanation, ...]:
    """The explanations of a text with the fixtures' glossary."""
    found = manuscript(given)
    return explain(found, slice_for(found))


def lost(occurrence: Occurrence, scopes: dict[str, Scope] = NO_SCOPE) -> list[tuple[str, str, int | None]]:
    """Who lost at a place of a text of 9 April 2025 on security, and why."""
    found = losers(occurrence, scopes, manuscript(SECURITY))
    return [(loser.term, loser.why, loser.score) for loser in found]


def t4(term: str, why: str, *others: str, scores: tuple[tuple[str, int], ...] = ()) -> Occurrence:
    """An occurrence of T4."""
    return Occurrence(0, 0, 2, "T4", term, why, others, scores)


def test_every_place_is_told_in_reading_order() -> None:
    """Each place where a term might be meant has its words, its meaning and the rule that decided on its link."""
    shown = [
        (str(place.span), place.surface, place.term, place.linked, place.rule)
        for place in places("## Homs\n\nSSRC, Homs, `HTS`,\n[[!SSRC]] and *Homs*.\n")
    ]
    path = "content/articles/talks.md"
    assert shown == [
        (f"{path}:1:4", "Homs", "", False, "in a heading"),
        (f"{path}:3:1", "SSRC", "ssrc", True, "the only sense"),
        (f"{path}:3:7", "Homs", "homs", True, "the only sense"),
        (f"{path}:3:14", "HTS", "", False, "inside code"),
        (f"{path}:4:4", "SSRC", "", False, FORBIDDEN),
        (f"{path}:4:16", "Homs", "homs", False, "the term is linked already"),
    ]


def test_title_that_brackets_show_is_where_they_are() -> None:
    """What is not written in the text, because brackets without words show it, has the brackets' place."""
    given = "In [[homs]], Homs, [[t4-air-base|Homs]] and [[homs]]\nat [[ssrc\n]], SSRC.\n\n# [[homs]]\n"
    assert [(place.surface, place.span.line, place.span.column) for place in places(given)] == [
        ("Homs", 1, 4),
        ("Homs", 1, 14),
        ("Homs", 1, 34),
        ("Homs", 1, 45),
        ("SSRC", 2, 4),
        ("SSRC", 3, 5),
        ("Homs", 5, 3),
    ]


def test_explanation_is_whole() -> None:
    """A place that nobody can decide has all that is known of it: who might be meant, and what speaks against each."""
    assert places(f"{SECURITY}At T4.\n") == (
        Explanation(
            span=Span("content/articles/talks.md", 1, 4),
            surface="T4",
            term="",
            linked=False,
            undecided=True,
            sense=UNDECIDED,
            rule=UNDECIDED,
            score=None,
            losers=(
                Loser("t4-air-base", "nothing speaks for it", 0),
                Loser("thyroxine", "out of scope (themes: health)", 0),
            ),
        ),
    )


def test_term_lost_to_one_that_is_spelled_out() -> None:
    """Where one sense is meant, the other says which one won by which rule, or that it could not be meant at all."""
    for themes, why in (
        ("[security, health]", "t4-air-base won: the text spells it out"),
        ("[security]", "out of scope (themes: health)"),
    ):
        _, place = places(f"---\nthemes: {themes}\n---\nTiyas Air Base and T4.\n")
        assert (place.term, place.sense, place.undecided) == ("t4-air-base", "the text spells it out", False)
        assert place.losers == (Loser("thyroxine", why, None),)
        assert place.others == ("thyroxine",)


def test_place_that_bars_a_link_bars_every_term() -> None:
    """Where no link can stand, that is why each term lost."""
    (place,) = places("`T4`\n")
    assert (place.rule, place.undecided) == ("inside code", False)
    assert {(loser.term, loser.why) for loser in place.losers} == {
        ("t4-air-base", "inside code"),
        ("thyroxine", "inside code"),
    }


def test_name_that_cannot_be_linked_is_explained() -> None:
    """A name that emphasis cuts in two is told as such, on one line."""
    (place,) = places("*The old Hay’at*\nTahrir al-Sham\n")
    assert (place.surface, place.rule) == ("Hay’at Tahrir al-Sham", "emphasis cuts through it")


def test_policy_leaves_the_meaning() -> None:
    """What has a meaning and gets no link has a rule for each of the two."""
    _, place = places("Rudaw and Rudaw.\n")
    assert (place.term, place.sense, place.rule) == ("rudaw", "the only sense", "no links by policy")


def test_evidence_is_shown_best_first() -> None:
    """Where evidence was weighed, each term has its own, and the losers stand in its order."""
    scores = (("t4-air-base", 12), ("thyroxine", 3), ("tram-4", 5))
    scopes = {**NO_SCOPE, "tram-4": Scope()}
    assert lost(t4("t4-air-base", "evidence", "thyroxine", "tram-4", scores=scores), scopes) == [
        ("tram-4", "less evidence", 5),
        ("thyroxine", "less evidence", 3),
    ]
    assert lost(t4("", UNDECIDED, "thyroxine", "t4-air-base", scores=(("t4-air-base", 12), ("thyroxine", 0)))) == [
        ("t4-air-base", "not enough evidence", 12),
        ("thyroxine", "nothing speaks for it", 0),
    ]


def test_longer_name_is_why_a_shorter_one_lost() -> None:
    """What stands inside a longer name has lost to that."""
    why = "inside the longer name “Line T4”"
    assert lost(t4("", why, "t4-air-base"), {"t4-air-base": Scope(themes=("health",))}) == [("t4-air-base", why, None)]


@pytest.mark.parametrize(
    ("scope", "bounds"),
    [
        (Scope(themes=("health", "oil")), "themes: health, oil"),
        (Scope(lang="ar"), "language: ar"),
        (Scope(since=date(2025, 4, 10)), "from 2025-04-10"),
        (Scope(until=date(2025, 4, 8)), "until 2025-04-08"),
        (Scope(themes=("health",), lang="en", until=date(2011, 1, 1)), "themes: health; until 2011-01-01"),
    ],
)
def test_crossed_bounds_are_named(scope: Scope, bounds: str) -> None:
    """A term that can't be meant says which bounds of its scope the entry lies outside of, and no other."""
    scopes = {"t4-air-base": Scope(), "thyroxine": scope}
    assert lost(t4("t4-air-base", "evidence", "thyroxine"), scopes) == [("thyroxine", f"out of scope ({bounds})", None)]
    assert lost(t4("", "out of scope", "thyroxine"), scopes) == [("thyroxine", f"out of scope ({bounds})", None)]
