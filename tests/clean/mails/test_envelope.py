"""Bytes of mails to what they say."""

import pytest

from digest.clean.intake import draft_of
from digest.clean.mails.envelope import is_mail, open_mail, unflowed
from tests.patience import ends_within

HEAD = b"From: nellie@example.org\nTo: desk@example.org\nSubject: Open again\nDate: Wed, 9 Apr 2025 10:59:00 +0300\n"
PROSE = b"The bridge over the border river opened again on Wednesday, the ministry said in a statement.\n"
NESTED = [b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (level, level) for level in range(3_000)]


def test_flowed_text() -> None:
    """A line that ends with a space goes on in the next of the same depth; signatures don't."""
    assert unflowed("One \ntwo\n>a \n>b\n-- \nMe \nyou", together=False) == "One two\n> a b\n-- \nMe you"
    assert unflowed("امتحا \nن", together=True) == "امتحان"
    assert unflowed(" >no quotation", together=False) == ">no quotation"


def test_charsets() -> None:
    """A part is read in the charset that it says, or that the author says, or that it looks like."""
    assert open_mail(HEAD + b"Content-Type: text/plain; charset=iso-8859-1\n\nr\xe9sum\xe9").plain == "résumé"
    assert open_mail(HEAD + b"Content-Type: text/plain; charset=unheard-of\n\n" + "Ö".encode()).plain == "Ö"
    assert open_mail(HEAD + b"\n\xd4", "cp1251").plain == "Ф"
    assert open_mail(HEAD.replace(b"Open", "Öffnung".encode()) + b"\nx").subject == "Öffnung again"


def test_mail_that_is_attached() -> None:
    """A mail with little text of its own and another one attached is that other one."""
    parts = b"\n--b\n\nFYI\n--b\nContent-Type: message/rfc822\n\nSubject: Inner\n\n" + PROSE + b"--b--\n"
    letter = open_mail(HEAD + b"Content-Type: multipart/mixed; boundary=b\n" + parts)
    assert (letter.subject, letter.plain.strip()) == ("Inner", PROSE.decode().strip())


def test_page_that_was_saved_as_a_mail() -> None:
    """A browser's archive is a page with an address, not a mail."""
    data = b"""From: <Saved by a browser>
Snapshot-Content-Location: https://www.example.org/bridge
Subject: Open again
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="b"

--b
Content-Type: text/html; charset=utf-8
Content-Location: https://www.example.org/bridge

<html><head><title>Open again at last, for all</title></head><body><article><h1>Open again at last, for all</h1>
<p>%s</p><p>%s</p></article></body></html>
--b--
""" % (PROSE, PROSE.replace(b"Wednesday", b"Monday"))
    assert is_mail(data)
    draft = draft_of(data)
    assert (draft.title, draft.url) == ("Open again at last, for all", "https://www.example.org/bridge")
    assert PROSE.decode().strip() in draft.body


@pytest.mark.parametrize(
    "data",
    [
        HEAD + b"".join(NESTED),
        HEAD + b"".join(NESTED[:60]) + PROSE * 100_000,
        HEAD + b"Content-Type: message/rfc822\n\n" * 3_000 + PROSE,
        HEAD + b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 100_000,
        HEAD + b"X-A: b\n" * 100_000 + b"\n" + PROSE,
        b"Subject: " + b"=?utf-8?q?a?= " * 50_000 + b"\n" + HEAD + b"\n" + PROSE,
        b"Content-Type: " + b"(" * 100_000 + b"\n" + HEAD + b"\n" + PROSE,
        HEAD + b"Content-Type: text/plain; charset=punycode\n\n" + b"a" * 20_000 + b"-" + b"9" * 200_000,
        HEAD + b"Content-Type: text/plain; format=flowed\n\n" + b"a \n" * 300_000,
        HEAD + b"Content-Type: text/html\n\n" + b"<table><tr><td>" * 20_000 + PROSE,
    ],
    ids=["nested", "nested, long", "in each other", "parts", "headers", "words", "comments", "charset", "flow", "HTML"],
)
def test_hostile_mail_ends_in_time(data: bytes) -> None:
    """Whatever a mail is made of, it is a draft or an error within two seconds."""
    with ends_within(2):
        draft = draft_of(data)
    assert draft.body or draft.problems
