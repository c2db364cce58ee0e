import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.annotate.sentences import QUOTE_LENGTH, sentence_around


def around(text: str) -> str:
    """The sentence around the part of a text in brackets."""
    start, end = text.index("["), text.index("]") - 1
    before, after = sentence_around(text.replace("[", "").replace("]", ""), start, end)
    return f"{before}[{text[start + 1 : end + 1]}]{after}"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("One. In [Homs] it began. Two.", "In [Homs] it began."),
        ("[Homs] fell", "[Homs] fell"),
        ("Why? “In [Homs]!” he said. So it was.", "“In [Homs]!” he said."),
        ("He left. “In [Homs].” She stayed.", "“In [Homs].”"),
        (
            "Dr. Assad of the U.S. Army met Gen. Smith in [Homs]. Two.",
            "Dr. Assad of the U.S. Army met Gen. Smith in [Homs].",
        ),
        ("On Jan. 29 in [Homs] it began.", "On Jan. 29 in [Homs] it began."),
        ("It cost 2.5 million in [Homs]. Two.", "It cost 2.5 million in [Homs]."),
        ("See rudaw.net on [Homs]. Two.", "See rudaw.net on [Homs]."),
        ("One.\nIn [Homs]\nit   began.\nTwo.", "In [Homs] it began."),
        ("قال ذلك. في [حمص] بدأ. انتهى.", "في [حمص] بدأ."),
        ("أين؟ في [حمص]؟ نعم.", "في [حمص]؟"),
        ("Where… In [Homs]… Two.", "In [Homs]…"),
        ("In [Homs] (Syria.) Two.", "In [Homs] (Syria.)"),
    ],
)
def test_sentence_around_a_mention(text: str, sentence: str) -> None:
    """A sentence ends with its mark and the quotes after it, but not with an abbreviation, a number or an address."""
    assert sentence == around(text)


def test_long_sentence_is_cut_at_words() -> None:
    """Of a long sentence what is near is quoted, in whole words, with a mark where it was cut."""
    before, after = sentence_around("word " * 100 + "Homs" + " word" * 100, 500, 504)
    assert before == "… " + "word " * 31
    assert after == " word" * 31 + " …"


@given(st.text(alphabet="ab AB.!?…\"'“”(\n\u00a0؟é1"), st.data())
def test_quotation_is_in_the_text(text: str, data: st.DataObject) -> None:
    """What is quoted stands in the text as it is, but for white space, and is not long."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    before, after = sentence_around(text, start, end)
    quoted = " ".join(f"{before}{text[start:end]}{after}".split())
    assert quoted in " ".join(text.split())
    assert len(before) + len(after) <= QUOTE_LENGTH + 4
