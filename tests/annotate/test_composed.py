import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st

from digest.annotate.composed import compose

MARKED = st.text(st.sampled_from("eg aIا ي각ἀ\u0301\u0302\u0306\u0308\u0653\u0654\u0313\u1100\u1161\u11a8")) | st.text()


@given(MARKED)
@example("\u1100\u1161\u11a8")
@example("e\u0323\u0302")
def test_text_is_composed(text: str) -> None:
    """What is composed piece by piece is what Unicode composes as a whole."""
    assert compose(text).text == unicodedata.normalize("NFC", text)


@given(MARKED)
def test_span_leads_back_to_what_it_was(text: str) -> None:
    """The original of a span composes to what holds the span; the original of the whole is the whole."""
    whole = compose(text)
    assert whole.original(0, len(whole.text)) == (0, len(text))
    for place in range(len(whole.text)):
        start, end = whole.original(place, place + 1)
        assert whole.text[place] in unicodedata.normalize("NFC", text[start:end])


def test_marks_go_with_their_letter() -> None:
    """A span ends after all marks of its last letter, and begins before its first."""
    text = unicodedata.normalize("NFD", "Şırnak, Erdoğan é")
    whole = compose(text)
    place = whole.text.index("Erdoğan")
    start, end = whole.original(place, place + 7)
    assert text[start:end] == unicodedata.normalize("NFD", "Erdoğan")


def test_composed_text_keeps_its_places() -> None:
    """In a text that is in NFC already, every place is its own."""
    assert compose("Erdoğan").original(2, 4) == (2, 4)
