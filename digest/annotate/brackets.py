"""`[[slug]]`, `[[slug|text]]` and `[[!text]]`: the author's own word on a link, as a rule of the Markdown parser.

Brackets that hold a word are meant for a term, so `[[HTS]]` for `[[hts]]` is a reference too, to a term that is not
there. `[[1]]` and `[[x]](address)` are left as they are. A line may end within brackets, a paragraph may not.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from digest.model import is_slug

FORCED, FORBIDDEN = "term_forced", "term_forbidden"

_BRACKETS = re.compile(r"\[\[(?P<bang>!?)(?P<name>[^\[\]|]+)(?:\|(?P<text>[^\[\]]+))?\]\](?!\()")
_NAMES = re.compile(r"\[\[([^\[\]|]+)[|\]]")
_LINE_END = re.compile(r"[ \t\\]*\n[ \t]*")
_AROUND = " \t\n\\>"  # a name in the bare text, where a quotation marks its lines and a table escapes the bar


class Brackets(NamedTuple):
    """How the author wrote what stands from `start` to `end` of a passage: for the term `slug`, or against any (empty).

    They begin on a `line` of the passage with `opening`, which reaches to their bar or end, behind `former` places
    with the same; they hide `hidden` line ends. `bare`: they show the term's title, which is not written there.
    """

    start: int
    end: int
    slug: str
    line: int
    opening: str
    former: int
    hidden: int
    bare: bool


def brackets_plugin(md: MarkdownIt) -> None:
    """Add the rule to a parser: forced terms become tokens whose `meta` holds the slug, forbidden ones plain tokens."""
    md.inline.ruler.before("link", "term_brackets", _rule)


def forced_slugs(text: str) -> set[str]:
    """Return every slug that Markdown text may force, those inside code too: more than the parser will find."""
    names = (match[1].strip(_AROUND) for match in _NAMES.finditer(text))
    return {name for name in names if is_slug(name)}


def brackets_of(token: Token, start: int, end: int) -> Brackets | None:
    """Return the brackets that a token, which shows what is between two places of its passage, was written as."""
    if token.type not in (FORCED, FORBIDDEN):
        return None
    slug = token.meta["slug"] if token.type == FORCED else ""
    return Brackets(start, end, slug, **token.meta["written"])


def _rule(state: StateInline, silent: bool) -> bool:  # markdown-it's signature
    match = _BRACKETS.match(state.src, state.pos)
    if not match:
        return False
    name = " ".join(match["name"].split())
    if match["bang"]:
        kind, shown = FORBIDDEN, match["text"] or match["name"]
    elif not name.isdigit() and (name[:1].isalpha() or is_slug(name)):
        kind, shown = FORCED, match["text"] or ""
    else:
        return False
    if not silent:
        token = state.push(kind, "", 0)
        token.content = _LINE_END.sub("\n", shown.strip())
        token.meta = {"slug": name, "written": _written(state, match, token.content)}
    state.pos = match.end()
    return True


def _written(state: StateInline, match: re.Match[str], shown: str) -> dict[str, Any]:
    """Return what `Brackets` say of brackets at a place of the parser, but for what they show."""
    opening = match[0].partition("|")[0].partition("\n")[0]
    return {
        "line": state.src.count("\n", 0, state.pos),
        "opening": opening,
        "former": state.src.count(opening, state.src.rfind("\n", 0, state.pos) + 1, state.pos),
        "hidden": match[0].count("\n") - shown.count("\n"),
        "bare": not shown,
    }
