from datetime import date

from digest.annotate import markdown
from digest.annotate.judge import Setting
from digest.annotate.occurrences import occurrences
from digest.annotate.senses import Occurrence
from tests.annotate.reading import glossary


def occurring(text: str) -> list[Occurrence]:
    """The occurrences in a Markdown text with the glossary of the fixtures, in an entry on security."""
    [part] = glossary().slices([text])
    tokens = markdown.parse(text, {sense.slug: sense.title for sense in part.senses})
    setting = Setting.of((), ("security",), "en", date(2025, 4, 9))
    return occurrences(tokens, markdown.passages(tokens), part, setting)


def test_occurrences_come_in_reading_order() -> None:
    """What the author forced stands among what was found, passage by passage and place by place."""
    found = occurring("Baku, [[ssrc]], Homs.\n\n[[hts|They]] and Israel.")
    assert [(one.passage, one.surface, one.term) for one in found] == [
        (0, "Baku", "baku"),
        (0, "SSRC", "ssrc"),
        (0, "Homs", "homs"),
        (1, "They", "hts"),
        (1, "Israel", "israel"),
    ]


def test_spans_are_those_of_the_passage() -> None:
    """Start and end count the characters of what a reader sees of the passage."""
    [one] = occurring("*See* Hay’at *Tahrir* al-Sham")
    assert (one.start, one.end) == (4, 25)


def test_form_that_the_text_makes_is_found_throughout() -> None:
    """A short form that the text gives to a term is one of its forms in this text, and in no other."""
    text = "The Tiyas Air Base (TIAB) was hit.\n\nSmoke rose over TIAB."
    assert [(one.surface, one.term) for one in occurring(text)] == [
        ("Tiyas Air Base", "t4-air-base"),
        ("TIAB", "t4-air-base"),
        ("TIAB", "t4-air-base"),
    ]
    assert [one.surface for one in occurring("Tiyas Air Base.\n\nSmoke rose over TIAB.")] == ["Tiyas Air Base"]


def test_brackets_in_a_heading_make_no_link() -> None:
    """A heading takes no link, the author's neither; the reason is said."""
    [one] = occurring("## [[hts]]")
    assert (one.term, one.why, one.others) == ("", markdown.IN_HEADING, ("hts",))


def test_brackets_with_an_unknown_name_are_no_occurrence() -> None:
    """A name that no term has is an error elsewhere, and means nothing here."""
    assert occurring("[[nobody|They]] came.") == []


def test_brackets_decide_for_the_whole_text() -> None:
    """A term that the author's brackets name is the one that its ambiguous form means."""
    found = occurring("[[t4-air-base|The base]] is called T4.")
    assert [(one.surface, one.term) for one in found] == [("The base", "t4-air-base"), ("T4", "t4-air-base")]
