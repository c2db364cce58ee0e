"""Pasted texts that are Markdown already."""

from __future__ import annotations

import re

from digest.clean.blocks import code_lines

_SIGNS = {
    "heading": re.compile(r"^#{1,6} +[^\s#]", re.MULTILINE),
    "link": re.compile(
        r"(?<![\\\]])\[[^\[\]\n]{1,200}\]\((?:https?://|mailto:)[^\s()<>]{1,2000}(?: \"[^\"\n]{0,200}\")?\)"
    ),
    "strong": re.compile(r"(?<![\w*\\])\*\*(?=[^\s*])[^*\n]{1,300}(?<=[^\s*\\])\*\*(?![\w*])"),
    "fence": re.compile(r"^```[\w+-]{0,20}$", re.MULTILINE),
    "table": re.compile(r"^\|? ?:?-{3,}:? ?\|[ |:-]{0,200}$", re.MULTILINE),
    "reference": re.compile(r"^\[[^\[\]\n]{1,100}\]: +(?:https?://|<)\S{1,2000}", re.MULTILINE),
}
_FORCED = re.compile(r"(?<!\\)\[(?=\[)")
_ALONE = 2  # links with an address that make a text Markdown by themselves
_TAG = re.compile(r"<(?:[a-z][a-z0-9]{0,12}\b(?!:)|/[a-z]|!--)", re.IGNORECASE)


def looks_like_markdown(text: str) -> bool:
    """Whether `text` is Markdown for sure: two signs of different kinds, or two links; HTML in it leaves a doubt.

    Lists, `>` and `*single*` asterisks are no signs, since plain texts have them too.
    """
    if _TAG.search(text):
        return False
    kinds = sum(bool(sign.search(text)) for sign in _SIGNS.values())
    return kinds > 1 or (kinds == 1 and len(_SIGNS["link"].findall(text)) >= _ALONE)


def without_forced_links(markdown: str) -> str:
    """Return `markdown` whose `[[…]]` mean just these characters: what is linked, its importer says, not its source."""
    code = code_lines(markdown) if "[[" in markdown else ()
    lines = enumerate(markdown.split("\n"))
    return "\n".join(line if at in code else _FORCED.sub(r"\\[", line) for at, line in lines)
