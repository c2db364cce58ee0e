import re

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from lxml.html import fragment_fromstring

from digest.annotate import anchors, annotate
from digest.model import Anchor
from tests.annotate.reading import everything, manuscript, plain_manuscript, slice_for
from tests.annotate.texts import texts
from tests.patience import ends_within

MANY = "HTS came. " * 300


def found(given: str) -> tuple[Anchor, ...]:
    """The places of a text with the fixtures' glossary."""
    text = manuscript(given)
    return anchors(text, slice_for(text))


def visible(html: str) -> str:
    """The text of HTML as another parser reads it."""
    return str(fragment_fromstring(html, create_parent="div").text_content())


def occurrences(text: str, words: str) -> list[int]:
    """Every place of words in a text, overlapping ones too."""
    return [match.start() for match in re.finditer(f"(?={re.escape(words)})", text)]


def test_every_mention_has_a_place() -> None:
    """A place for each mention whose meaning is settled, linked or not, and for nothing else."""
    text = "## HTS\n\nHTS, `HTS`, [[!HTS]], T4, [HTS](https://hts.example)\nand *HTS*. SSRC in [[homs|the city]].\n"
    shown = [(place.term, place.start, place.exact) for place in found(text)]
    assert shown == [("hts", 4, "HTS"), ("hts", 31, "HTS"), ("ssrc", 36, "SSRC"), ("homs", 44, "the city")]


def test_skipped_term_has_none() -> None:
    """What an author wants left alone is no mention."""
    assert [place.term for place in found("---\nglossary: {skip: [hts]}\n---\nHTS in Homs.\n")] == ["homs"]


def test_place_is_quoted_with_what_stands_around_it() -> None:
    """A quotation has 32 characters on either side, across paragraphs, and fewer where the text begins or ends."""
    first, second = found(
        "HTS said so.\n\nThe next day, several envoys from the city of Homs came by for more talks.\n"
    )
    assert first.around == ("", " said so.\nThe next day, several ")
    assert second.around == ("several envoys from the city of ", " came by for more talks.\n")


def test_signs_are_counted_as_they_are_shown() -> None:
    """Entities, escapes, marks and line ends count as the characters that a browser makes of them."""
    text = "a &amp; b&nbsp;\\* 😀 x&#13;&#10;y **HTS**[^1] **Hay’at**\n*Tahrir* al-Sham\n\n[^1]: Homs.\n"
    shown = visible(annotate(manuscript(text), slice_for(manuscript(text))).html.replace("\r\n", "\n"))
    assert shown.startswith("a & b\xa0* 😀 x\ny HTS")
    made = found(text)
    assert [place.exact for place in made] == ["HTS", "Hay’at\nTahrir al-Sham", "Homs"]
    assert [shown[place.start :].startswith(place.exact) for place in made] == [True, True, True]
    assert made[0].start == len("a & b\xa0* 😀 x\ny ")


def test_quotation_is_as_long_as_it_must_be() -> None:
    """Where 32 characters on either side stand elsewhere too, more are taken, until the place is the only one."""
    lines = [f"{'a' * 30} {number} {'b' * 40} HTS {'c' * 70}.\n" for number in range(3)]
    made = found("\n".join(lines))
    assert [len(place.around[0]) for place in made if place.around] == [64, 64, 64]


def test_quotation_that_would_be_too_long_is_left_out() -> None:
    """Where even 1,024 characters on either side stand elsewhere too, the place has its position alone."""
    made = found(MANY)
    quoted = [number for number, place in enumerate(made) if place.around]
    assert len(made) == 300
    assert quoted == [*range(198, 300)], "only those near the end have an end to tell them apart"


def test_long_paragraph_takes_linear_time() -> None:
    """Thousands of mentions in one paragraph are a matter of a second, not of minutes."""
    with ends_within(10):
        assert len(found("HTS came. " * 5000)) == 5000


@given(texts)
def test_places_are_those_of_the_page(text: str) -> None:
    """Counted in what the entry's HTML shows, each place has its words, and what is quoted stands there once.

    Every link of the entry is among them.
    """
    plain = plain_manuscript(text)
    html = annotate(plain, everything()).html.replace("\r\n", "\n").replace("\r", "\n")
    shown = visible(html)
    made = anchors(plain, everything())
    for place in made:
        assert shown[place.start : place.start + len(place.exact)] == place.exact
        assert place.around is not None
        before, after = place.around
        assert occurrences(shown, before + place.exact + after) == [place.start - len(before)]
    linked = [(str(link["data-term"]), link.get_text()) for link in BeautifulSoup(html, "html.parser").select("a.term")]
    rest = iter((place.term, place.exact) for place in made)
    assert all(link in rest for link in linked)


@pytest.mark.parametrize("text", ["", "Nothing.\n"])
def test_text_without_mentions_has_no_places(text: str) -> None:
    """Where nothing is mentioned there is no place."""
    assert found(text) == ()
