"""The bytes of a mail to what it says: its headers, and the parts that hold its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.errors import MessageError
from email.message import EmailMessage
from email.policy import EmailPolicy
from typing import Any, cast

from digest.clean.characters import one_line, words
from digest.clean.decode import decode
from digest.clean.links import target
from digest.clean.mails.forwards import subject

_MOST_WORK, _MOST_PARTS = 5_000_000, 5_000  # lines times the parts that each may end; parts
_LONGEST_HEADER = 2_000  # characters
_HEADER = re.compile(r"[A-Za-z][\w-]{0,60}[ \t]?:|[ \t]+\S|>?From ")
_TELLING = re.compile(
    r"(?:from|to|cc|subject|date|sent|message-id|mime-version|received|return-path|delivered-to|reply-to|content-type"
    r"|content-transfer-encoding)[ \t]?:",
    re.IGNORECASE,
)
_ENOUGH = 3  # headers that make a mail of a text
_START = 20_000  # bytes in which they stand
_IGNORED = b"\xef\xbb\xbf\r\n"  # before the first header
_FEW = 60  # words that somebody writes who passes a mail on as an attachment
_TAG = re.compile(r"\[([^\[\]]{1,60})\]\s*(?=\S)")
# What the library raises on headers and structures that nobody has thought of.
_SURPRISES = (MessageError, ValueError, LookupError, AttributeError, TypeError, RecursionError, AssertionError)


class BrokenMailError(Exception):
    """A mail that can't be read, or not in time."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail without its attachments. `html` is a part's bytes in `charset`; `page` is where a saved page was found."""

    subject: str
    date: str
    sender: str
    is_list: bool
    plain: str
    html: bytes
    charset: str
    page: str


class _Policy(EmailPolicy):
    """The library's own, but for headers too long to be parsed in time, and for those in bytes of no charset."""

    def header_fetch_parse(self, name: str, value: str) -> Any:  # the library's own signature
        short = value[:_LONGEST_HEADER]
        raw = short.encode("utf-8", "surrogateescape")
        return super().header_fetch_parse(name, short if raw.isascii() else decode(raw))


_POLICY = _Policy()


def is_mail(data: bytes) -> bool:
    """Whether `data` begins with the headers of a mail, and has enough of them."""
    told = set()
    for text in data[:_START].lstrip(_IGNORED).decode("latin-1").splitlines():
        if not text.strip() or not _HEADER.match(text):
            break
        found = _TELLING.match(text)
        told.add(found[0].casefold() if found else "")
    return len(told - {""}) >= _ENOUGH


def open_mail(data: bytes, charset: str = "") -> Letter:
    """Return what a mail says, or what is attached to it if it says little; BrokenMailError if it can't be read.

    `charset` overrules what the mail says its encoding is.
    """
    lines, levels = data.count(b"\n") + data.count(b"\r"), 1 + data.lower().count(b"boundary=")
    if lines * levels > _MOST_WORK or data.count(b"\n--") + data.count(b"\r--") > _MOST_PARTS:
        raise BrokenMailError("this mail has too many parts")
    try:
        outer = cast("EmailMessage", message_from_bytes(data.lstrip(_IGNORED), policy=_POLICY))
        return _letter(_passed_on(outer, charset), charset)
    except _SURPRISES as error:
        raise BrokenMailError("this mail is broken") from error


def _letter(message: EmailMessage, charset: str) -> Letter:
    parts = list(_parts(message))
    page = next((part for part in parts if part.get_content_type() == "text/html"), None)
    return Letter(
        subject=_subject(message),
        date=_header(message, "Date") or _header(message, "Sent"),
        sender=_header(message, "From"),
        is_list=any(_header(message, name) for name in ("List-Id", "List-Unsubscribe", "List-Post")),
        plain="\n\n".join(_text(part, charset) for part in parts if part.get_content_type() == "text/plain"),
        html=_payload(page) if page else b"",
        charset=charset or (page.get_content_charset("") if page else ""),
        page=_address(message, page) if page else "",
    )


def _passed_on(message: EmailMessage, charset: str) -> EmailMessage:
    """Return the mail that is attached to one with little text of its own, else that one itself."""
    while True:
        parts = list(_parts(message))
        own = " ".join(_text(part, charset) for part in parts if part.get_content_maintype() == "text")
        attached = (part.get_payload(0) for part in parts if part.get_content_type() == "message/rfc822")
        inner = next(attached, None)
        if not isinstance(inner, EmailMessage) or len(words(own)) > _FEW:
            return message
        message = inner


def _parts(message: EmailMessage) -> Iterator[EmailMessage]:
    """Yield the parts of `message` that are not made of parts themselves, but for attached files."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        payload = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(payload, list):
            waiting.extend(inner for inner in reversed(payload) if isinstance(inner, EmailMessage))
        elif part.get_content_type() == "message/rfc822" or not (part.is_attachment() or part.get_filename()):
            yield part


def _payload(part: EmailMessage) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _text(part: EmailMessage, charset: str) -> str:
    text = decode(_payload(part), charset or part.get_content_charset(""))
    is_flowed = str(part.get_param("format", "")).casefold() == "flowed"
    return unflowed(text, together=str(part.get_param("delsp", "")).casefold() == "yes") if is_flowed else text


def unflowed(text: str, *, together: bool) -> str:
    """Return whole paragraphs for a text in which a space at a line's end says that it goes on (RFC 3676).

    `together`: that space is no part of the text.
    """
    lines: list[list[str]] = []
    open_at = -1  # how deep the last line is quoted, if it goes on
    for line in text.splitlines():
        said = line.lstrip(">")
        depth, said = len(line) - len(said), said.removeprefix(" ")
        if depth == open_at and said != "-- ":
            lines[-1][-1] = lines[-1][-1][:-1] if together else lines[-1][-1]
            lines[-1].append(said)
        else:
            lines.append([f"{'>' * depth} {said}" if depth else said])
        open_at = depth if said.endswith(" ") and said != "-- " else -1
    return "\n".join(map("".join, lines))


def _address(message: EmailMessage, page: EmailMessage) -> str:
    """Return the address of a page that a browser saved as a mail; nothing for what is a mail indeed."""
    is_page = message.get_content_type() == "multipart/related" and not _header(message, "To")
    address = _header(message, "Snapshot-Content-Location") or (_header(page, "Content-Location") if is_page else "")
    return target("".join(address.split()))


def _subject(message: EmailMessage) -> str:
    said = subject(_header(message, "Subject"))
    tag = _TAG.match(said)
    is_list = tag and tag[1].casefold() in _header(message, "List-Id").casefold()
    return subject(said[tag.end() :]) if tag and is_list else said


def _header(message: EmailMessage, name: str) -> str:
    return one_line(str(message.get(name, "")))
