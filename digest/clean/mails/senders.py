"""Whom a mail's sender is: the outlet, an author, or (mostly) somebody of whom that is not known."""

from __future__ import annotations

import re

from digest.clean.characters import folded, one_line
from digest.clean.facts.bylines import is_person

_ADDRESS = re.compile(r"(?P<local>[\w.+-]{1,64})@(?P<host>[\w.-]{1,253})")
_FOR = re.compile(r"(?P<person>.{3,60}?)(?: (?:from|at|via|of|\|)|,) (?P<outlet>\S.{0,60})")
_ROLES = re.compile(
    r"(?:news(?:letters?|desk|room)?|press|media|info|editors?|redaktion|no-?reply|do-?not-?reply|alerts?|briefings?"
    r"|updates?|hello|contact|mail|e-?mail|digest|daily|weekly|bulletin)\b",
    re.IGNORECASE,
)
_NAME_END = re.compile(r"[<\[\\(]")


def sent_by(sender: str, *, is_list: bool) -> tuple[tuple[str, ...], str]:
    """Return the author and the outlet that `sender`, a name and an address, is for sure; `is_list`: to subscribers.

    "The Post <news@thepost.example>" is an outlet; "Jane Doe from The Post" names both; a person who sends a mail
    to somebody has not written what is in it.
    """
    address = _ADDRESS.search(sender)
    name = one_line(_NAME_END.split(sender[:200], maxsplit=1)[0].strip("\"'*_ "))
    if not address or not name or "@" in name:
        return (), ""
    both = _FOR.fullmatch(name)
    if is_list and both and is_person(both["person"]) and not is_person(both["outlet"].removeprefix("The ")):
        return (both["person"],), both["outlet"]
    known = folded(name).split()
    if "".join(known).removeprefix("the") in re.sub(r"[\W_]", "", address["host"]).casefold():
        return (), name
    if is_person(name):
        is_own = known[-1] in folded(address["local"]).replace(" ", "")
        return ((name,), "") if is_list and is_own else ((), "")
    return (), name if _ROLES.match(address["local"]) else ""
