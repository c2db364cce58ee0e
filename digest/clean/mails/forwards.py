"""What is around an article that was mailed: the headers above it where it was passed on, and a signature below."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from digest.clean.blocks import Block
from digest.clean.characters import one_line
from digest.clean.draft import Draft
from digest.clean.facts.moments import moment
from digest.clean.mails.senders import sent_by
from digest.clean.rules import FORWARD, SIGNATURE
from digest.clean.rules.rule import Removal

_NAMES = {
    "from": "from|von|de|da|van|kimden|gönderen|من",
    "date": "date|sent|datum|gesendet|envoyé|enviado(?: el)?|fecha|data|tarih|gönderilme tarihi"
    "|التاريخ|تاريخ|تم الإرسال",
    "subject": "subject|betreff|objet|asunto|oggetto|onderwerp|konu|الموضوع",
    "to": "to|cc|bcc|reply-to|an|à|para|a|aan|kime|bilgi|إلى|نسخة",
}
_MARKS = r"[>*_\\ ]*"
_HEADER = re.compile(
    rf"{_MARKS}(?:{'|'.join(f'(?P<{key}>{names})' for key, names in _NAMES.items())})"
    rf"[*_\\ ]{{0,4}}:[*_\\ ]*(?P<value>\S.{{0,998}})",
    re.IGNORECASE,
)
_INTRODUCTION = re.compile(
    rf"{_MARKS}(?:-[- ]{{1,20}}[^\W\d][^-]{{3,40}}-[- \\]{{1,20}}"
    r"|(?:begin|anfang|début)\b.{0,10}\b(?:forwarded|weitergeleiteten|transféré|réexpédié)\b.{0,12})",
    re.IGNORECASE,
)
_REPLY = re.compile(
    r"\s*(?:(?:re|fwd?|wg|aw|antw|sv|vb|vs|tr|rv|enc|doorst|ynt|ilt|i̇lt|رد|إعادة توجيه|توجيه|تحويل)"
    r"(?:\[\d{1,3}\])?\s?[:：]\s?)+",
    re.IGNORECASE,
)
_EMPHASIS = re.compile(r"[*_\\]+$")
_DASHES = re.compile(r"\\?--\\?")  # as HTML says it in Markdown
_LEAST = 3  # headers
_DEEPEST = 5  # mails passed on within mails passed on
_MOST = 20  # lines of headers, or of a signature
_LONGEST = 1_000  # characters of a line that are looked at
_NOTE = 60  # words that who passes a mail on may write above it


@dataclass(frozen=True, slots=True)
class Forwarded:
    """A text without the headers in it, its lines still in their places, and what the innermost headers say."""

    text: str
    title: str = ""
    date: str = ""
    sender: str = ""
    removals: tuple[Removal, ...] = field(default=())


def take_headers(text: str, switched: Mapping[str, bool]) -> Forwarded:
    """Return `text` without the headers that a mail has where it was passed on, and the notes above them."""
    if not switched.get(FORWARD, True):
        return Forwarded(text)
    lines, found = text.split("\n"), Forwarded(text)
    for _ in range(_DEEPEST):
        start, end, headers = _block(lines)
        if not headers:
            break
        gone = [Removal(FORWARD, at + 1, one_line(lines[at]), "move") for at in range(start, end) if lines[at].strip()]
        lines[start:end] = [""] * (end - start)
        found = Forwarded(
            "\n".join(lines),
            subject(headers["subject"]),
            moment(headers.get("date", "")),
            headers["from"],
            (*found.removals, *gone),
        )
    return found


def take_signature(found: Forwarded, switched: Mapping[str, bool], *, is_markdown: bool) -> Forwarded:
    """Return `found` without the signature at the end, which begins with a line of two dashes and a space."""
    lines = found.text.split("\n")
    marks = [at for at, text in enumerate(lines) if text == "-- " or (is_markdown and _DASHES.fullmatch(text))]
    signed = [at for at in range(marks[-1], len(lines)) if lines[at].strip()] if marks else []
    prose = any(Block(0, 1, lines[at]).is_prose for at in signed)
    if not marks or prose or len(signed) > _MOST or not switched.get(SIGNATURE, True):
        return found
    gone = tuple(Removal(SIGNATURE, at + 1, one_line(lines[at]), "cut") for at in signed)
    return replace(found, text="\n".join(lines[: marks[-1]]), removals=(*found.removals, *gone))


def complete(draft: Draft, found: Forwarded) -> Draft:
    """Return `draft` with the headers, and what they said of day and sender where the text itself does not."""
    authors, outlet = sent_by(found.sender, is_list=False)
    told = filled(draft, "headers of the mail passed on", date=found.date, authors=authors, outlet=outlet)
    return replace(told, removals=tuple(sorted((*draft.removals, *found.removals), key=lambda removal: removal.line)))


def filled(draft: Draft, where: str, *, date: str, authors: tuple[str, ...] = (), outlet: str = "") -> Draft:
    """Return `draft` with the day and the people that are known from `where`, if the text itself does not say them."""
    day = latest_known(draft.date, date)
    news = {
        "date": day != draft.date,
        "authors": bool(authors and not draft.authors),
        "outlet": bool(outlet and not draft.source),
    }
    return replace(
        draft,
        date=day,
        authors=draft.authors or authors,
        source=draft.source or outlet,
        found={**draft.found, **{name: where for name, is_new in news.items() if is_new}},
    )


def latest_known(said: str, sent: str) -> str:
    """Return the day that a text says, more exactly where it is the day on which the mail was `sent`."""
    return sent if not said or sent.startswith(said) else said


def subject(text: str) -> str:
    """Return a mail's subject without the marks of answers and of what is passed on."""
    found = _REPLY.match(text)
    return one_line(text[found.end() :] if found else text)


def _block(lines: Sequence[str]) -> tuple[int, int, dict[str, str]]:
    """Return where the headers of a mail passed on begin and end, and what they are; they stand under a note at most.

    The note goes with them unless it is prose; nothing is returned where there are no headers.
    """
    noted, start = 0, 0
    for at, text in enumerate(lines):
        headers, end = _headers(lines, at)
        if len(headers) >= _LEAST and {"from", "subject"} <= headers.keys():
            return start, end, headers
        if not _INTRODUCTION.fullmatch(text):
            noted += len(text[:_LONGEST].split())
            start = at + 1 if Block(0, 1, text).is_prose else start
        if noted > _NOTE:
            break
    return 0, 0, {}


def _headers(lines: Sequence[str], at: int) -> tuple[dict[str, str], int]:
    """Return the headers from a line on, blank lines between them or not, and where they end."""
    headers: dict[str, str] = {}
    end = at
    for index in range(at, min(at + _MOST, len(lines))):
        found = _HEADER.fullmatch(lines[index])
        if found:
            name = next(key for key in _NAMES if found[key])
            headers.setdefault(name, _EMPHASIS.sub("", found["value"]))
            end = index + 1
        elif lines[index].strip():
            break
    return headers, end
