"""Headers of mails passed on, and signatures."""

import pytest

from digest.clean.mails.forwards import Forwarded, latest_known, subject, take_headers, take_signature

PROSE = "The bridge over the border river opened again on Wednesday, the ministry said in a statement."
BLOCK = "From: The Post <news@post.example>\nDate: Wed, 9 Apr 2025 10:59:00 +0300\nSubject: Fwd: Open again\nTo: me"


def test_headers_are_taken_with_the_note_above() -> None:
    """Lines keep their places; a note goes with the headers, a sentence above them stays."""
    found = take_headers(f"Look!\n{BLOCK}\n\n{PROSE}", {})
    assert found.text == "\n" * 6 + PROSE
    assert (found.title, found.date, found.sender) == (
        "Open again",
        "2025-04-09T10:59:00+03:00",
        "The Post <news@post.example>",
    )
    assert [removal.line for removal in found.removals] == [1, 2, 3, 4, 5]
    assert take_headers(f"{PROSE}\n{BLOCK}\n\n{PROSE}", {}).text == f"{PROSE}\n\n\n\n\n\n{PROSE}"


def test_innermost_headers_count() -> None:
    """What was passed on twice is called by its first subject."""
    outer = BLOCK.replace("Open again", "look")
    assert take_headers(f"{outer}\n\n-------- Original Message --------\n{BLOCK}\n\n{PROSE}", {}).title == "Open again"


@pytest.mark.parametrize(
    "text",
    [
        f"From: the capital\nTo: the border\n\n{PROSE}",
        f"{PROSE}\n" * 5 + BLOCK,
        f"Subject: oranges\nDate: today\nTo: you\n{PROSE}",
    ],
)
def test_what_is_no_header_stays(text: str) -> None:
    """Headers are a sender, a subject and one more, and stand before the article."""
    assert take_headers(text, {}) == Forwarded(text)


def test_headers_in_markup() -> None:
    """HTML's headers are bold, and end with breaks."""
    text = "**Von:** The Post\\\n**Gesendet:** 2025-04-09\\\n**Betreff:** WG: Open again\n\n" + PROSE
    assert take_headers(text, {}).title == "Open again"
    assert take_headers(text, {}).date == "2025-04-09"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Re: FW: Fwd[2]: Open again", "Open again"),
        ("AW: WG: Antw: Offen", "Offen"),
        ("رد: الجسر", "الجسر"),
        ("Reopened: the bridge", "Reopened: the bridge"),
        ("", ""),
    ],
)
def test_subject(text: str, said: str) -> None:
    """The marks of answers go, in any language; a headline's own colon stays."""
    assert subject(text) == said


def test_day_of_the_text_goes_first() -> None:
    """The text's day counts before the mail's, which adds the time to it if they are the same."""
    assert latest_known("2025-04-08", "2025-04-09T10:59:00+03:00") == "2025-04-08"
    assert latest_known("2025-04-09", "2025-04-09T10:59:00+03:00") == "2025-04-09T10:59:00+03:00"
    assert latest_known("", "2025-04-09") == "2025-04-09"
    assert latest_known("2025-04-09", "") == "2025-04-09"


def test_signature() -> None:
    """It begins with two dashes and a space, ends the text, and has no prose in it."""
    signed = Forwarded(f"{PROSE}\n-- \nNellie Bly")
    assert take_signature(signed, {}, is_markdown=False).text == PROSE
    assert take_signature(signed, {"signature": False}, is_markdown=False) == signed
    for text in (f"{PROSE}\n--\nNellie Bly", f"{PROSE}\n-- \n{PROSE}"):
        assert take_signature(Forwarded(text), {}, is_markdown=False).text == text
