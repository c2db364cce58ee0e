"""The meta tags of a page."""

from lxml.html import document_fromstring

from digest.clean.facts.metas import NOTHING, Told, first, metas_of, tagged, values_of

PAGE = document_fromstring(
    "<meta name='Author' content=' Nellie\n Bly '><meta property='author' content='Ida Tarbell'>"
    "<meta itemprop='date' content='2025-04-09'><meta name='empty' content=''><meta content='nameless'>"
)


def test_values_are_known_by_name() -> None:
    """A name counts in any case and in any of its attributes; its values stand in order, each on one line."""
    metas = metas_of(PAGE)
    assert values_of(metas, "date", "author") == ["2025-04-09", "Nellie Bly", "Ida Tarbell"]
    assert list(tagged(metas, "date", "other")) == [Told("2025-04-09", "meta date")]
    assert set(metas) <= {"author", "date", "empty"}


def test_first_that_says_anything() -> None:
    """What is empty or too long says nothing."""
    told = [Told("", "here"), Told("x" * 9, "there"), Told("x", "elsewhere")]
    assert first(told, 8) == Told("x", "elsewhere")
    assert first(told[:2], 8) == NOTHING
