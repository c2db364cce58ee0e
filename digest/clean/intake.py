"""Whatever an author imports, to a draft."""

from __future__ import annotations

import codecs
from collections.abc import Mapping

from digest.clean.decode import decode
from digest.clean.draft import Draft, refused
from digest.clean.kinds import Refusal, kind_of
from digest.clean.links import target
from digest.clean.mails.mail import mail
from digest.clean.pages.capture import capture
from digest.clean.pastes.paste import paste
from digest.clean.rules import NAMES


def draft_of(
    data: bytes,
    rules: Mapping[str, bool] | None = None,
    *,
    url: str = "",
    charset: str = "",
    content_type: str = "",
    keep_all: bool = False,
    captions: bool = False,
    origin: str = "",
) -> Draft:
    """Return the draft that a saved page, a mail, a Word file or a text gives.

    Which of them it is, its first bytes say, then its `content_type`, then the name of the file, which is `origin`;
    problems call the input by it. `rules` turns rules off by name, and `keep_all` all of them; `url` is the
    original's address; `charset` overrules what the input says its encoding is; `captions` keeps those of a page's
    figures. Problems that leave no draft are errors.
    """
    if not data.removeprefix(codecs.BOM_UTF8).strip():
        return refused("this is empty", url=url, origin=origin, hint="import a page, a text, a mail or a Word file")
    url = target(url)
    switched = dict.fromkeys(NAMES, False) if keep_all else rules
    kind = kind_of(data, name=origin, content_type=content_type, charset=charset)
    if isinstance(kind, Refusal):
        return refused(kind.message, url=url, origin=origin, hint=kind.hint)
    if kind == "word":
        from digest.clean.word import word  # its libraries are for this kind alone

        return word(data, switched, url=url, origin=origin)
    if kind == "text":
        return paste(decode(data, charset), switched, url=url, origin=origin)
    if kind == "mail":
        return mail(data, switched, url=url, charset=charset, origin=origin)
    return capture(data, switched, url=url, charset=charset, captions=captions, origin=origin)
