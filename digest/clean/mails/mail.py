"""A mail, or a page that was saved as one, to a draft."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from digest.clean.blocks import levelled
from digest.clean.characters import words
from digest.clean.decode import decode
from digest.clean.draft import Draft, Metadata, refused
from digest.clean.facts.moments import moment
from digest.clean.mails.envelope import BrokenMailError, Letter, open_mail
from digest.clean.mails.forwards import filled
from digest.clean.mails.mail_html import letter_markdown
from digest.clean.mails.senders import sent_by
from digest.clean.pages.capture import capture
from digest.clean.pastes.paste import paste
from digest.clean.rules import FORWARD

LARGEST_MAIL = 30_000_000  # bytes: photographs are attached to many
_POORER = 0.8  # share of the plain part's words: if the HTML has fewer, it leaves something out
_ADDRESS = re.compile(r"https?://\S+")
_HINT = "copy the article's own text and import that"


def mail(
    data: bytes, rules: Mapping[str, bool] | None = None, *, url: str = "", charset: str = "", origin: str = ""
) -> Draft:
    """Return the draft that a mail gives: its HTML, or its text where that is richer; attachments are left out.

    `rules` turns rules off by name; `url` is where the original is; `charset` overrules what the mail says its
    encoding is; `origin` is what problems call the input. Removals are numbered by the line of the part that was
    chosen. A mail that is too large, broken, or without an article, gives an empty draft with an error.
    """
    if len(data) > LARGEST_MAIL:
        return refused(f"the mail is larger than {LARGEST_MAIL:,} bytes", url=url, origin=origin, hint=_HINT)
    try:
        letter = open_mail(data, charset)
    except BrokenMailError as error:
        return refused(str(error), url=url, origin=origin, hint=_HINT)
    if letter.page:
        return capture(letter.html, rules, url=url or letter.page, charset=letter.charset, origin=origin)
    rich = letter_markdown(decode(letter.html, letter.charset))
    is_rich = len(words(rich)) >= max(1, _POORER * len(words(_ADDRESS.sub("", letter.plain))))
    known = Metadata(subject=letter.subject, url=url)
    text = rich if is_rich else letter.plain
    draft = paste(text, rules, url=url, origin=origin, known=known, is_markdown=is_rich)
    if not draft.body:
        return draft
    return _sent(replace(draft, body=levelled(draft.body)) if is_rich else draft, letter)


def _sent(draft: Draft, letter: Letter) -> Draft:
    """Return `draft` with what the headers say of the day and the sender; who passed it on says nothing of it."""
    if any(removal.rule == FORWARD for removal in draft.removals):
        return draft
    authors, outlet = sent_by(letter.sender, is_list=letter.is_list)
    return filled(draft, "headers of the mail", date=moment(letter.date), authors=authors, outlet=outlet)
