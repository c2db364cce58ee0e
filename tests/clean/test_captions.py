"""Sentences that begin as captions do."""

import pytest

from digest.clean.blocks import Block
from digest.clean.captions import is_said

PROSE = "The bridge over the border river opened again on Wednesday, the ministry said in a statement."


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ((PROSE, "Photo: that was the word the old man chose.", PROSE), True),
        ((PROSE, "Photo: The word was not heard again there.", f"It was gone. {PROSE}"), True),
        (("He said what he saw:", "Photo: The word was not heard again there.", PROSE), True),
        (
            (
                "قالت الوزارة إن الجسر مفتوح الآن للجميع.",
                "صورة: رأى الناس الجسر في الصحف كلها.",
                "وهذه أول مرة منذ سنوات.",
            ),
            True,
        ),
        ((PROSE, "Bild: Das Wort hörte man dort nicht wieder.", f"Das war neu. {PROSE}"), True),
        ((PROSE, "Photo: The ministers shake hands in the town.", PROSE), False),
        ((PROSE, "Photo: the word", f"It was gone. {PROSE}"), False),
        ((PROSE, "Photo: The ministers shake hands in the town. (AP)", f"It was gone. {PROSE}"), False),
        ((PROSE, "Photo: The ministers shake hands there. [Reuters]", f"It was gone. {PROSE}"), False),
        ((PROSE, "Photo: that was the word the old man chose.", "Photo: that was another one of his."), False),
        ((PROSE, "Photo: that was the word the old man chose.", "Most read"), False),
        (("Most read", "Photo: that was the word the old man chose.", PROSE), False),
    ],
)
def test_is_said(lines: tuple[str, ...], said: bool) -> None:
    """A whole sentence amid prose is said where it begins small, or goes with the one before or after it."""
    assert is_said([Block(at, at + 1, text) for at, text in enumerate(lines)], 1) is said


def test_at_the_ends() -> None:
    """What begins or ends a text stands in no running text."""
    found = [Block(0, 1, "Photo: that was the word the old man chose."), Block(1, 2, PROSE)]
    assert not is_said(found, 0)
    assert not is_said(found[::-1], 1)
