r"""Plain text as Markdown: only what would be read as markup gets a `\`, so that the draft stays readable."""

from __future__ import annotations

import re

_PUNCTUATION = r"!-/:-@\[-`{-~"
_INLINE = re.compile(
    rf"""
      \\ (?=[{_PUNCTUATION}\n]|$)               # before what it could escape, or as a line break
    | [`*]
    | (?<![^\W_])_ | _(?![^\W_])                # between letters it means itself
    | ~(?=~) | (?<=~)~
    | \[ (?=[\[^!]) | (?<=\^)\[                 # [[term]], [^note], ^[note]
    | \] (?=[(\[:])                             # [text](target), [text][label], [label]: target
    | < (?=[A-Za-z/!?])                         # tags and <https://…>
    | & (?=\#?\w+;)                             # entities
    """,
    re.VERBOSE,
)
_LINE_START = re.compile(
    r"""
    ^([ \t]*)(?:
        (\d{1,9})([.)])(?=\s|$)
      | ( [-+*](?=\s|$) | \#{1,6}(?=\s|$) | > | `{3} | ~{3}
        | [-=:|][-=:|\ ]*$ | ([*_])(?:[ \t]*\5){2,}[ \t]*$         # rules, underlines, delimiters of tables
        | \[[^\]\n]*(?<!\\)\]:                                    # [label]: target
        )
    )
    """,
    re.VERBOSE | re.MULTILINE,
)
_CLOSING = re.compile(r"(?<![\\#])#+$")
_LAST = re.compile(r"(?<!\\)[\[\]!^<&~\\]$")


def escape(text: str) -> str:
    """Return `text`, lines of a paragraph, as Markdown that means just these characters."""
    return escape_start(escape_inline(text))


def escape_inline(text: str, *, followed: bool = False) -> str:
    """Return `text` for the middle of a line; `followed`: markup comes right after it."""
    escaped = _INLINE.sub(r"\\\g<0>", text)
    return _LAST.sub(r"\\\g<0>", escaped) if followed else escaped


def escape_start(text: str) -> str:
    """Return Markdown `text` so that none of its lines opens a list, a heading, a quotation or a rule."""
    return _LINE_START.sub(lambda m: f"{m[1]}{m[2]}\\{m[3]}" if m[2] else f"{m[1]}\\{m[4]}", text)


def heading(markdown: str, level: int) -> str:
    """Return one line of Markdown as a heading; a `#` at its end stays."""
    closed = _CLOSING.sub(r"\\\g<0>", markdown)
    return f"{'#' * level} {closed}"
