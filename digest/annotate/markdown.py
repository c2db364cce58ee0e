"""Markdown: parsed once to tokens; the prose in them as passages; links put back into them; HTML.

A passage is the visible text of one block, as a reader sees it. Terms are sought there, so a name that is broken
by emphasis or a line's end is found like any other, and links are never sought in HTML.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise, product
from operator import attrgetter

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from mdit_py_plugins.anchors import anchors_plugin
from mdit_py_plugins.footnote import footnote_plugin

from digest.annotate.brackets import FORBIDDEN, FORCED, Brackets, brackets_of, brackets_plugin
from digest.model import GLOSSARY

IN_CODE, IN_LINK, IN_HEADING = "inside code", "inside a link", "in a heading"  # where no link may stand
IN_IMAGE = "in an image's text"
TERM = "term"  # the token of a link whose words are in one piece
_CLOSED = {"code_inline": IN_CODE, "image": IN_IMAGE, FORBIDDEN: "forbidden by [[!…]]"}
FOOTNOTE = "\ufffc"  # stands in a passage for a footnote's mark, which no name reaches across
_TEXT = ("text", FORCED)  # tokens that show their content and nothing else
_START = attrgetter("start")
_OUR_IDS = re.compile(r"t-|fn|note-|main$")  # ids of the page around the text


@dataclass(frozen=True, slots=True)
class Passage:
    """The visible text of one block.

    `closed`: spans where no link may stand, each with the reason. `forced`: spans that the author gave a term;
    `brackets` are how the author wrote these and what is forbidden.
    `index` is its token's, `line` its first line in the text (from 0), `section` counts headings.
    """

    text: str
    closed: tuple[tuple[int, int, str], ...]
    forced: tuple[tuple[int, int, str], ...]
    index: int
    line: int
    section: int
    brackets: tuple[Brackets, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A span of a passage that becomes a link to a term."""

    start: int
    end: int
    slug: str


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    md = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    md.use(footnote_plugin).use(anchors_plugin, max_level=6, slug_func=_heading_id).use(brackets_plugin)
    md.add_render_rule("table_open", _table_open)
    md.add_render_rule("table_close", _table_close)
    md.add_render_rule(TERM, _term)
    md.add_render_rule("term_open", _term)
    md.add_render_rule(FORCED, _plain_text)
    md.add_render_rule(FORBIDDEN, _plain_text)
    return md


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
    for token in tokens:
        _align(token)
        for child in token.children or ():
            if child.type == FORCED and not child.content:
                child.content = titles.get(child.meta["slug"], child.meta["slug"])
        if token.children:
            token.children = list(_local_images(token.children))
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
            found.append(_passage(token.children, index, line, section, heading=heading))
    return found


def edges(token: Token) -> list[int]:
    """Return where the pieces of an inline token begin in its visible text, and where the last one ends."""
    return [0, *accumulate(len(_visible(child)) for child in token.children or ())]


def fits(token: Token, edges: Sequence[int], start: int, end: int) -> bool:
    """Whether a span of an inline token, whose edges these are, can be one link without cutting through emphasis."""
    if end <= edges[bisect_right(edges, start)]:
        return True  # in one piece, as nearly every name is
    first, last = max(0, bisect_left(edges, start) - 1), bisect_right(edges, end)
    pieces = (token.children or [])[first:last]
    before = edges[first]
    return _place(_split(pieces, (start - before, end - before)), start - before, end - before) is not None


def insert(token: Token, links: Iterable[Link]) -> None:
    """Put links, which fit and do not overlap, into an inline token."""
    ordered = sorted(links, key=_START)
    children, broken = _linked(token.children or [], ordered)
    token.children = _around(children, broken) if broken else children


def render(tokens: list[Token], document: str = "") -> str:
    """Return the HTML of tokens, not yet sanitised."""
    return str(_parser().renderer.render(tokens, _parser().options, {"docId": document} if document else {}))


def plain(token: Token) -> str:
    """Return the visible text of an inline token or an image, without the marks of footnotes."""
    return "".join(_visible(child) for child in token.children or ()).replace(FOOTNOTE, "")


def _heading_id(title: str) -> str:
    name = "-".join(re.findall(r"\w+", title.lower())) or "section"
    return f"h-{name}" if _OUR_IDS.match(name) else name


def _lower_headings(tokens: list[Token]) -> None:
    """The page's own title is its only h1: where a text has an h1, all its headings go down by one."""
    headings = [token for token in tokens if token.type in ("heading_open", "heading_close")]
    if any(token.tag == "h1" for token in headings):
        for token in headings:
            token.tag = f"h{min(6, int(token.tag[1]) + 1)}"


def _align(token: Token) -> None:
    """Table alignment by class: a style attribute would need a weaker content security policy."""
    if token.type in ("th_open", "td_open") and "style" in token.attrs:
        token.attrs = {"class": str(token.attrs["style"]).removeprefix("text-align:")}


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


def _visible(child: Token) -> str:
    if child.type in ("softbreak", "hardbreak"):
        return "\n"
    if child.type == "footnote_ref":
        return FOOTNOTE
    return plain(child) if child.type == "image" else "" if child.nesting else child.content


def _passage(children: list[Token], index: int, line: int, section: int, *, heading: bool) -> Passage:
    closed, forced, position = [], [], 0
    pieces, link_starts, brackets = [], [], []  # an address in angle brackets may stand in a link
    for child in children:
        text = _visible(child)
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


def _linked(children: Iterable[Token], links: Sequence[Link]) -> tuple[list[Token], list[Link]]:
    """Put in the links that lie in one piece of text, as nearly all do; return the others too."""
    done: list[Token] = []
    broken: list[Link] = []
    number = position = 0
    for child in children:
        text, shown = child.content, position
        position = end = shown + len(_visible(child))
        first = shown
        while number < len(links) and (link := links[number]).start < end:
            number += 1
            if link.end > end or child.type not in _TEXT:
                broken.append(link)
                continue
            if first < link.start:
                done.append(_text(text[first - shown : link.start - shown]))
            done.append(
                Token(TERM, "", 0, content=text[link.start - shown : link.end - shown], meta={"slug": link.slug})
            )
            first = link.end
        if first == shown:
            done.append(child)
        elif first < end:
            done.append(_text(text[first - shown :]))
    return done, broken


def _around(children: list[Token], links: Sequence[Link]) -> list[Token]:
    """Put in links that go around several tokens: a name that emphasis or a line's end parts."""
    rest = _split(children, (offset for link in links for offset in (link.start, link.end)))
    done: list[Token] = []
    number = position = 0
    for link in links:
        while position < link.start and number < len(rest):
            done.append(rest[number])
            position += len(_visible(rest[number]))
            number += 1
        shown = rest[number : _after(rest, number, link.end - position)]
        place = _place(shown, link.start - position, link.end - position)
        if place is None:
            raise ValueError(f"{link} does not fit")
        start, end = place
        opening, closing = Token("term_open", "a", 1, meta={"slug": link.slug}), Token("term_close", "a", -1)
        done += [*shown[:start], opening, *shown[start:end], closing]
        number, position = number + end, link.end
    return [*done, *rest[number:]]


def _split(children: list[Token], offsets: Iterable[int]) -> list[Token]:
    """Split text tokens so that each offset lies between two tokens."""
    ordered = sorted(set(offsets))
    parts: list[Token] = []
    position = 0
    for child in children:
        length = len(_visible(child))
        inside = ordered[bisect_right(ordered, position) : bisect_left(ordered, position + length)]
        cuts = [offset - position for offset in inside]
        if cuts and child.type == "text":
            parts += [_text(child.content[start:end]) for start, end in pairwise([0, *cuts, length])]
        else:
            parts.append(child)
        position += length
    return parts


def _after(children: list[Token], number: int, length: int) -> int:
    """Return the number of the first token behind `length` characters and whatever shows nothing there."""
    while number < len(children) and len(_visible(children[number])) <= length:
        length -= len(_visible(children[number]))
        number += 1
    return number


def _place(children: list[Token], start: int, end: int) -> tuple[int, int] | None:
    """Return the tightest run of tokens that shows the span and opens and closes in itself, if there is one."""
    first, last, position = [], [], 0
    for number, child in enumerate(children):
        if position == start:
            first.append(number)
        position += len(_visible(child))
        if position == end:
            last.append(number + 1)
    runs = ((a, b) for a, b in product(reversed(first), last) if a < b and _balanced(children[a:b]))
    return next(runs, None)


def _balanced(children: Iterable[Token]) -> bool:
    depth = 0
    for child in children:
        depth += child.nesting
        if depth < 0:
            return False
    return depth == 0


def _text(content: str) -> Token:
    return Token("text", "", 0, content=content)
