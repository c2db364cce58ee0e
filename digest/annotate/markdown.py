"""Markdown: parsed once to tokens; the prose in them as passages; links put back into them; HTML.

A passage is the visible text of one block, as a reader sees it. Terms are sought there, so a name that is broken
by emphasis or a line's end is found like any other, and links are never sought in HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from mdit_py_plugins.anchors import anchors_plugin
from mdit_py_plugins.footnote import footnote_plugin

from digest.annotate.brackets import FORBIDDEN, FORCED, Brackets, brackets_of, brackets_plugin
from digest.annotate.shortcuts import Parser, shortcuts_plugin
from digest.model import GLOSSARY

IN_CODE, IN_LINK, IN_HEADING = "inside code", "inside a link", "in a heading"  # where no link may stand
IN_IMAGE = "in an image's text"
TERM, TERM_OPEN, TERM_CLOSE = "term", "term_open", "term_close"  # a link whose words are in one token, or not
_CLOSED = {"code_inline": IN_CODE, "image": IN_IMAGE, FORBIDDEN: "forbidden by [[!…]]"}
FOOTNOTE = "\ufffc"  # stands in a passage for a footnote's mark, which no name reaches across
_OUR_IDS = re.compile(r"t-|fn|note-|main$")  # ids of the page around the text


class Passage(NamedTuple):
    """The visible text of one block.

    `closed`: spans where no link may stand, each with the reason. `forced`: spans that the author gave a term;
    `brackets` are how the author wrote these and what is forbidden.
    `place` is that of its token, `line` its first line in the text (from 0), `section` counts headings.
    """

    text: str
    closed: tuple[tuple[int, int, str], ...]
    forced: tuple[tuple[int, int, str], ...]
    place: int
    line: int
    section: int
    brackets: tuple[Brackets, ...] = ()


def grammar_plugin(md: MarkdownIt) -> None:
    """Add what our Markdown has beside CommonMark to a parser."""
    md.enable(["table", "strikethrough"])
    md.use(footnote_plugin).use(anchors_plugin, max_level=6, slug_func=_heading_id).use(brackets_plugin)


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    md = Parser("commonmark", {"html": False}).use(grammar_plugin).use(shortcuts_plugin)
    md.add_render_rule("link_open", _link_open)
    md.add_render_rule("paragraph_open", _paragraph_open)
    md.add_render_rule("paragraph_close", _paragraph_close)
    md.add_render_rule("table_open", _table_open)
    md.add_render_rule("table_close", _table_close)
    md.add_render_rule(TERM, _term)
    md.add_render_rule(TERM_OPEN, _term)
    md.add_render_rule(FORCED, _plain_text)
    md.add_render_rule(FORBIDDEN, _plain_text)
    return md


def _link_open(renderer: RendererHTML, tokens: list[Token], index: int, options: OptionsDict, env: EnvType) -> str:
    """A link that shows its own address keeps the address's direction."""
    if tokens[index].markup == "autolink":
        tokens[index].attrSet("dir", "ltr")
    return renderer.renderToken(tokens, index, options, env)


def _paragraph_open(renderer: RendererHTML, tokens: list[Token], index: int, options: OptionsDict, env: EnvType) -> str:
    """Most tokens are paragraphs' and have nothing that the renderer would look for, but for those in lists."""
    plain = not tokens[index].hidden and not (index and tokens[index - 1].hidden)
    return "<p>" if plain else renderer.renderToken(tokens, index, options, env)


def _paragraph_close(
    _renderer: RendererHTML, tokens: list[Token], index: int, _options: OptionsDict, _env: EnvType
) -> str:
    return "" if tokens[index].hidden else "</p>\n"


def _table_open(renderer: RendererHTML, tokens: list[Token], index: int, options: OptionsDict, env: EnvType) -> str:
    """A wide table scrolls in a box of its own, which the keyboard can reach."""
    return '<div class="scroll" tabindex="0">' + renderer.renderToken(tokens, index, options, env)


def _table_close(renderer: RendererHTML, tokens: list[Token], index: int, options: OptionsDict, env: EnvType) -> str:
    return renderer.renderToken(tokens, index, options, env) + "</div>\n"


def _term(_renderer: RendererHTML, tokens: list[Token], index: int, _options: OptionsDict, _env: EnvType) -> str:
    """A link to a term, its words too where they are in one piece."""
    token = tokens[index]
    slug = token.meta["slug"]
    opening = f'<a class="term" href="{GLOSSARY}{slug}/" data-term="{slug}" aria-describedby="t-{slug}">'
    return opening if token.nesting else f"{opening}{escapeHtml(token.content)}</a>"


def _plain_text(_renderer: RendererHTML, tokens: list[Token], index: int, _options: OptionsDict, _env: EnvType) -> str:
    return escapeHtml(tokens[index].content)


def parse(text: str, titles: dict[str, str], document: str = "") -> list[Token]:
    """Return the tokens of a Markdown text, made fit for a page.

    `titles` gives the text of a forced link that has none of its own; `document` keeps the footnotes of several
    texts on one page apart.
    """
    tokens = _parser().parse(text, {"docId": document} if document else {})
    _lower_headings(tokens)
    if "|" in text:
        _align(tokens)
    if "[[" in text:
        _name_forced(tokens, titles)
    if "![" in text:
        for token in tokens:
            token.children = token.children and list(_local_images(token.children))
    return tokens


def passages(tokens: list[Token]) -> list[Passage]:
    """Return the prose of a text, block by block in reading order."""
    found, section, heading = [], 0, False
    for index, token in enumerate(tokens):
        if token.type in ("heading_open", "heading_close"):
            heading = token.type == "heading_open"
            section += heading
        elif token.type == "inline" and token.children:
            line = token.map[0] if token.map else 0
            if len(token.children) == 1 and token.children[0].type == "text" and not heading:  # as most are
                found.append(Passage(token.children[0].content, (), (), index, line, section))
            else:
                found.append(_passage(token.children, index, line, section, heading=heading))
    return found


def render(tokens: list[Token], document: str = "") -> str:
    """Return the HTML of tokens, not yet sanitised."""
    return str(_parser().renderer.render(tokens, _parser().options, {"docId": document} if document else {}))


def plain(token: Token) -> str:
    """Return the visible text of an inline token or an image, without the marks of footnotes."""
    return "".join(visible(child) for child in token.children or ()).replace(FOOTNOTE, "")


def _heading_id(title: str) -> str:
    name = "-".join(re.findall(r"\w+", title.lower())) or "section"
    return f"h-{name}" if _OUR_IDS.match(name) else name


def _lower_headings(tokens: list[Token]) -> None:
    """The page's own title is its only h1: where a text has an h1, all its headings go down by one."""
    headings = [token for token in tokens if token.type in ("heading_open", "heading_close")]
    if any(token.tag == "h1" for token in headings):
        for token in headings:
            token.tag = f"h{min(6, int(token.tag[1]) + 1)}"


def _align(tokens: list[Token]) -> None:
    """Table alignment by class: a style attribute would need a weaker content security policy."""
    for token in tokens:
        if token.type in ("th_open", "td_open") and "style" in token.attrs:
            token.attrs = {"class": str(token.attrs["style"]).removeprefix("text-align:")}


def _name_forced(tokens: list[Token], titles: dict[str, str]) -> None:
    """Give the forced links that have no text of their own that of their term."""
    for child in (child for token in tokens for child in token.children or ()):
        if child.type == FORCED and not child.content:
            child.content = titles.get(child.meta["slug"], child.meta["slug"])


def _local_images(children: list[Token]) -> Iterator[Token]:
    """A picture of another host becomes a link to it, or the text of one: a page loads nothing from third parties."""
    linked = False
    for child in children:
        if child.type in ("link_open", "link_close"):
            linked = child.type == "link_open"
        if child.type != "image":
            yield child
        elif (src := str(child.attrs.get("src", ""))).startswith("/") and not src.startswith("//"):
            child.attrs["loading"] = "lazy"
            yield child
        else:
            text = Token("text", "", 0, content=plain(child) or src, meta={"remote_image": src})
            link = [Token("link_open", "a", 1, attrs={"href": src}), text, Token("link_close", "a", -1)]
            yield from [text] if linked else link


def visible(child: Token) -> str:
    """Return what an inline token shows to a reader."""
    if child.type in ("softbreak", "hardbreak"):
        return "\n"
    if child.type == "footnote_ref":
        return FOOTNOTE
    return plain(child) if child.type == "image" else "" if child.nesting else child.content


def _passage(children: list[Token], index: int, line: int, section: int, *, heading: bool) -> Passage:
    closed, forced, position = [], [], 0
    pieces, link_starts, brackets = [], [], []  # an address in angle brackets may stand in a link
    for child in children:
        text = visible(child)
        end = position + len(text)
        if child.type == "link_open":
            link_starts.append(position)
        elif child.type == "link_close":
            closed.append((link_starts.pop(), end, IN_LINK))
        elif child.type in _CLOSED:
            closed.append((position, end, _CLOSED[child.type]))
        elif child.type == FORCED:
            forced.append((position, end, child.meta["slug"]))
        if written := brackets_of(child, position, end):
            brackets.append(written)
        pieces.append(text)
        position = end
    if heading:
        closed.insert(0, (0, position, IN_HEADING))
    return Passage("".join(pieces), tuple(closed), tuple(forced), index, line, section, tuple(brackets))
