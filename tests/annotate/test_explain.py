from digest.annotate import explain
from digest.annotate.explain import Explanation
from digest.problems import Span
from tests.annotate.reading import manuscript, slice_for


def test_every_place_is_explained() -> None:
    """Each place where a term might be meant has its words, its sense and the rule for its link, in reading order."""
    found = manuscript("---\nthemes: [security]\n---\n## Homs\n\nT4, Homs, `HTS`,\n[[!SSRC]] and *Homs*.\n")
    path = "content/articles/talks.md"
    assert explain(found, slice_for(found)) == (
        Explanation(Span(path, 1, 4), "Homs", "", False, "in a heading", "in a heading", ("homs",)),
        Explanation(Span(path, 3, 1), "T4", "", False, UNDECIDED, UNDECIDED, ("t4-air-base", "thyroxine")),
        Explanation(Span(path, 3, 5), "Homs", "homs", True, "the only sense", "the only sense", ()),
        Explanation(Span(path, 3, 12), "HTS", "", False, "inside code", "inside code", ("hts",)),
        Explanation(Span(path, 4, 4), "SSRC", "", False, FORBIDDEN, FORBIDDEN, ("ssrc",)),
        Explanation(Span(path, 4, 16), "Homs", "homs", False, "the only sense", "the term is linked already", ()),
    )


UNDECIDED = "nothing decides what it means here"
FORBIDDEN = "forbidden by [[!…]]"


def test_name_that_cannot_be_linked_is_explained() -> None:
    """A name that emphasis cuts in two is told as such."""
    found = manuscript("*The old Hay’at* Tahrir al-Sham\n")
    (place,) = explain(found, slice_for(found))
    assert (place.surface, place.rule) == ("Hay’at Tahrir al-Sham", "emphasis cuts through it")
