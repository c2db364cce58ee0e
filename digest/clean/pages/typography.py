"""Raised and lowered signs as text, and emphasis that goes on from one tag into the next as one."""

from __future__ import annotations

from bs4 import Tag

from digest.clean.characters import one_line

_RAISED = str.maketrans("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_POWERS = frozenset("bckmpqtuvwxyz")  # single letters that no language puts after a number or a title


def script(tag: Tag) -> str:
    """Return the words of `tag`, a `sup` or a `sub`, as a text that does not run into the number before it.

    Digits and signs have characters of their own. The mark of a footnote, which is linked, stands in brackets. Endings
    of numbers and titles (5th, Mme) stay plain, and so does what chemists and others write low.
    """
    text = one_line(tag.get_text())
    if tag.find("a") or tag.find_parent("a"):
        return text if not text[:1].isalnum() else f"[{text}]"
    signs = _RAISED if tag.name == "sup" else _LOWERED
    if all(ord(sign) in signs for sign in text):
        return text.translate(signs)
    if tag.name == "sub" or _is_ending(text):
        return tag.get_text()
    return f"^{text}" if text.isalnum() else f"^({text})"


def _is_ending(text: str) -> bool:
    return text not in _POWERS and not any(sign.isdecimal() for sign in text)


def join(tag: Tag) -> None:
    """Put what comes right after `tag` in a tag of the same name into it, in place."""
    while isinstance(after := tag.next_sibling, Tag) and after.name == tag.name:
        tag.extend(list(after.children))
        after.decompose()
