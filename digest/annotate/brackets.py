"""`[[slug]]`, `[[slug|text]]` and `[[!text]]`: the author's own word on a link, as a rule of the Markdown parser.

Brackets that hold a word are meant for a term, so `[[HTS]]` for `[[hts]]` is a reference too, to a term that is not
there. `[[1]]` and `[[x]](address)` are left as they are.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

from digest.model import is_slug

FORCED, FORBIDDEN = "term_forced", "term_forbidden"

_BRACKETS = re.compile(r"\[\[(?P<bang>!?)(?P<name>[^\[\]|\n]+)(?:\|(?P<text>[^\[\]\n]+))?\]\](?!\()")


def brackets_plugin(md: MarkdownIt) -> None:
    """Add the rule to a parser: forced terms become tokens whose `meta` holds the slug, forbidden ones plain tokens."""
    md.inline.ruler.before("link", "term_brackets", _rule)


def forced_slugs(text: str) -> set[str]:
    """Return every slug that Markdown text may force, those inside code too: more than the parser will find."""
    names = (match["name"].strip() for match in _BRACKETS.finditer(text.replace("\\|", "|")) if not match["bang"])
    return {name for name in names if is_slug(name)}


def _rule(state: StateInline, silent: bool) -> bool:  # markdown-it's signature
    match = _BRACKETS.match(state.src, state.pos)
    if not match:
        return False
    name = match["name"].strip()
    if match["bang"]:
        kind, content = FORBIDDEN, (match["text"] or name).strip()
    elif not match["bang"] and not name.isdigit() and (name[:1].isalpha() or is_slug(name)):
        kind, content = FORCED, (match["text"] or "").strip()
    else:
        return False
    if not silent:
        token = state.push(kind, "", 0)
        token.content = content
        token.meta = {"slug": name}
    state.pos = match.end()
    return True
