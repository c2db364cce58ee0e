"""Quotations, lists and tables that were pasted into Markdown as HTML, turned into Markdown.

The tags of one must be in order and known, and the words between them must mean the same in Markdown. Else it stays:
an author may have written Markdown in it, and a page's layout has no Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from functools import lru_cache
from html import unescape

from digest.clean.blocks import plain
from digest.clean.characters import one_line, words
from digest.clean.escape import escape_inline, escape_start
from digest.clean.lines import Line, text_of
from digest.clean.rules.rule import Removal
from digest.clean.stray import CONTAINER, STRAY_HTML, parts, pieces

_STRUCTURES = frozenset({"blockquote", "ol", "table", "ul"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_INLINE = frozenset(
    {"a", "abbr", "b", "cite", "em", "font", "i", "ins", "label", "small", "span", "strong", "time", "u", "wbr"}
)
_BLOCKS = {"br", "div", "figcaption", "figure", "footer", "header", "li", "p", "section"} | {
    *("caption", "tbody", "td", "tfoot", "th", "thead", "tr"),
}
_KNOWN = _STRUCTURES | _HEADINGS | _INLINE | _BLOCKS
_MOST, _LONGEST = 200, 50_000  # structures of a text, and their characters together: no paste has more
_REACH = 40  # lines of the file that Markdown may have no line for
_CLOSED = re.compile(r"</(?:blockquote|[ou]l|table)\s*>", re.IGNORECASE)
_TOKEN = re.compile(
    r"""
      (?P<hidden><!--.*?(?:-->|\Z) | <(?P<silent>script|style)\b[^<>]*>.*?(?:</(?P=silent)\s*>|\Z))
    | <(?P<close>/?)(?P<name>[a-z][a-z0-9]*)(?P<attributes>\s[^<>]*)?/?>
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_SPANS = re.compile(r"\b(?:col|row)span\s*=\s*[\"']?(?!1\b)", re.IGNORECASE)
_PARTED = re.compile(r"\n[ \t]*\n|(?<=[^ \n]) {2,}\n(?=\S)")  # as Markdown parts paragraphs and lines
_MEANT = "\0"  # stands for a character that is meant as it stands
_HEADING = re.compile(r"^#{1,6}\s.*\n", re.MULTILINE)
_CONTINUED = re.compile(r" {4}| {0,3}\t|(?!1[.)]\s)\d")  # goes on a paragraph; under a blank line it would open a block

_Structure = tuple[int, int, str]  # where it begins and ends in a text, and its Markdown


def has_closing_tags(text: str) -> bool:
    """Whether a tag is closed in a text: without one, there is no structure in it."""
    return "<" in text and "</" in text


def without_structures(lines: Sequence[Line], code: Set[int]) -> list[Line]:
    """Return `lines` with Markdown for pasted quotations, lists and tables; new ones share numbers of the old.

    Lines at the indexes in `code` are left alone, and so is what stands in a list, a quotation or a table already.
    """
    text, end = text_of(lines), 0
    left: list[Line] = []
    for start, stop, markdown in _structures(lines, code):
        left += _numbered(lines, text, end, start)
        left += _placed(lines[text.count("\n", 0, start) : text.count("\n", 0, stop) + 1], markdown)
        end = stop
    return [*left, *_numbered(lines, text, end, len(text))] if end else list(lines)


def hidden_in_structures(lines: Sequence[Line], code: Set[int]) -> Iterator[Removal]:
    """Yield the comments, scripts and styles that `without_structures` takes out with what is in them."""
    text = text_of(lines)
    for start, stop, _ in _structures(lines, code):
        for found in _TOKEN.finditer(text, start, stop):
            if found["hidden"]:
                yield Removal(STRAY_HTML, lines[text.count("\n", 0, found.start())][0], one_line(found[0]))


def _structures(lines: Sequence[Line], code: Set[int]) -> list[_Structure]:
    if not any(_CLOSED.search(text) for _, text in lines):
        return []
    masked = "\n".join(_masked(lines, code))
    spans = list(_spans(masked))
    if len(spans) > _MOST or sum(end - start for start, end in spans) > _LONGEST:
        return []
    free = [(start, end) for start, end in spans if not _is_within(masked[:start])]
    written = ((start, end, _markdown(masked[start:end])) for start, end in free)
    return [structure for structure in written if structure[2]]


def _masked(lines: Sequence[Line], code: Set[int]) -> Iterator[str]:
    shown = [(number, _MEANT * len(text) if at in code else text) for at, (number, text) in enumerate(lines)]
    for untouched, part in parts(shown, frozenset()):
        text = text_of(part)
        split = [(text, "")] if untouched else pieces(text)
        yield "".join(piece + re.sub(r"[^\n]", _MEANT, meant) for piece, meant in split)


def _spans(masked: str) -> Iterator[tuple[int, int]]:
    """Yield where each structure that is in no other begins and ends."""
    around: list[str] = []
    start = 0
    for token in _TOKEN.finditer(masked):
        name = (token["name"] or "").lower()
        if name not in _STRUCTURES:
            continue
        if not token["close"]:
            start = start if around else token.start()
            around.append(name)
        elif around:
            if around.pop() != name:
                around.clear()
            elif not around:
                yield start, token.end()


def _is_within(before: str) -> bool:
    """Whether what follows a text may belong to a list, a quotation or a table in it; under tags alone it does not."""
    paragraph = _HEADING.split(before.rpartition("\n\n")[2])[-1]
    is_html = paragraph[:1] == "<" and not _TOKEN.sub("", paragraph).strip()
    return bool(CONTAINER.search(paragraph)) and not is_html


@lru_cache(maxsize=2 * _MOST)
def _markdown(html: str) -> str:
    """Return the Markdown of a structure; nothing where that is not for sure what it says."""
    from digest.clean.pages.markdown import from_html  # its libraries take longer to load than most digests to build

    if _MEANT in html or any(escape_start(line) != line for line in map(str.strip, html.split("\n"))):
        return ""
    whole, said, in_table, end = "", "", False, 0
    for token in _TOKEN.finditer(html):
        name = (token["name"] or "").lower()
        if not _is_plain(token, name, in_table=in_table):
            return ""
        in_table = (in_table and name != "table") or (name == "table" and not token["close"])
        text, end = html[end : token.start()], token.end()
        whole += _PARTED.sub(lambda found: "<br>" * found[0].count("\n"), text) + ("" if token["hidden"] else token[0])
        said += text if name in _INLINE or token["hidden"] else f"{text} "
    markdown, said = from_html(whole), unescape(said)
    is_same = escape_inline(said) == said and words(plain(markdown)) == words(said)
    return markdown if is_same else ""


def _is_plain(token: re.Match[str], name: str, *, in_table: bool) -> bool:
    if token["hidden"]:
        return token["hidden"].endswith(">") and "\n\n" not in token["hidden"]
    is_layout = in_table and not token["close"] and name in _STRUCTURES | _HEADINGS
    return name in _KNOWN and not is_layout and not _SPANS.search(token["attributes"] or "")


def _numbered(lines: Sequence[Line], text: str, start: int, end: int) -> Iterator[Line]:
    """Yield the lines of what stands beside structures; the first opens nothing that it did not open before."""
    first, is_below = text.count("\n", 0, start), start > 0
    for at, line in enumerate(text[start:end].split("\n"), first):
        is_new = is_below and (at == first or bool(_CONTINUED.match(line)))
        yield lines[at][0], escape_start(line.strip(" \t")) if is_new else line
        is_below = is_below and not line.strip() and at == first


def _placed(lines: Sequence[Line], markdown: str) -> Iterator[Line]:
    """Yield the lines of a structure, each with the number of the line that has its longest word."""
    at = 0
    yield lines[0][0], ""
    for text in markdown.split("\n"):
        longest = max(words(text), key=len, default="")
        reach = range(at, min(at + _REACH, len(lines)))
        at = next((line for line in reach if longest in lines[line][1]), at)
        yield lines[at][0], text
    yield lines[-1][0], ""
