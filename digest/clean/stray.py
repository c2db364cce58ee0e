"""HTML that was pasted into Markdown: taken out, or turned into Markdown, without touching a word.

Only tags that pastes bring along are known here. What is in code, escaped, unpaired or unknown stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from itertools import groupby

from digest.clean.characters import one_line
from digest.clean.escape import escape_start
from digest.clean.lines import Line, text_of
from digest.clean.links import target
from digest.clean.rules.rule import Removal

STRAY_HTML = "stray-html"
_BLOCKS = frozenset(
    {"p", "div", "section", "article", "header", "footer", "main", "figure", "figcaption", "center", "ul", "ol", "li"}
    | {"h1", "h2", "h3", "h4", "h5", "h6"}
)
_NOTHING = frozenset({"abbr", "big", "cite", "font", "ins", "label", "small", "span", "time", "u", "wbr"})
_SIGNS = {"b": "**", "strong": "**", "i": "*", "em": "*"}
_BLANKS = " \t\u00a0"
_LINE = "\v"  # stands for a line that was not in the file
_OURS = "\f"  # stands after the sign of a heading or an item that was a tag
_MEANT = re.compile(
    r"""
      (?P<hidden><!--.*?(?:-->|\Z))
    | \\.
    | (?<!`)(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)
    | <[a-z][a-z0-9+.-]*:[^\s<>]*>
    | <(?P<code>code|kbd|math|pre|samp|svg|textarea|tt|var)\b[^<>]*>.*?(?:</(?P=code)\s*>|\Z)
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_STRAY = re.compile(
    r"""
      <!--.*?(?P<comment>-->|\Z)
    | <(?P<script>script|style)\b[^<>]*>.*?(?P<closed></(?P=script)\s*>|\Z)
    | (?P<breaks>(?<![ \t])[ \t]*(?:<br\s*/?>[ \t]*)+)(?P<at_end>\n|\Z)?
    | <(?P<name>/?(?:[a-z][a-z0-9]*))(?:\s[^<>]*)?/?>(?P<bare>[ \t]*(?=\n|\Z))?
    | &(?P<space>nbsp|ensp|emsp|thinsp|\#160|\#xa0);
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_PAIR = re.compile(r"<(?P<name>b|strong|i|em)(?:\s[^<>]*)?>(?P<inner>[^<>]*)</(?P=name)\s*>", re.IGNORECASE)
_ANCHOR = re.compile(r"<a(?P<attributes>\s[^<>]*)?>(?P<inner>[^<>]*)</a\s*>", re.IGNORECASE)
_HREF = re.compile(r"""\shref\s*=\s*(["']?)([^"'<>\s]+)\1""", re.IGNORECASE)
CONTAINER = re.compile(r"^(?:[ \t]|>|\||#{1,6}\s|[-+*]\s|\d{1,9}[.)]\s)", re.MULTILINE)
_AROUND = re.compile(r"[ \t]*(?:>[ \t]*|(?:[-+*]|\d{1,9}[.)])[ \t]+)*")  # the containers that a line opens
_ONE_STRESS = re.compile(r"[^*_`]*(?:\*\*?(?! )[^*_`]+(?<! )\*\*?[^*_`]*)?")


def has_html(text: str) -> bool:
    """Whether a text has a sign of HTML: without one, nothing in it can be stray."""
    return "<" in text or "&" in text


def without_stray_html(lines: Sequence[Line], code: Set[int]) -> list[Line]:
    """Return `lines` without pasted HTML; those at the indexes in `code` are left alone, new ones share a number."""
    result: list[Line] = []
    for untouched, part in parts(lines, code):
        result.extend(part if untouched else _paragraph(part))
    return result


def hidden_html(lines: Sequence[Line], code: Set[int]) -> Iterator[Removal]:
    """Yield the comments, scripts and styles that `without_stray_html` takes out with what is in them."""
    for untouched, part in parts(lines, code):
        start = 0
        for piece, meant in () if untouched else pieces(text_of(part)):
            for found in _STRAY.finditer(_marked(piece)):
                if found["comment"] or found["closed"]:
                    line = part[start + found.string.count("\n", 0, found.start())][0]
                    yield Removal(STRAY_HTML, line, one_line(found[0]))
            start += piece.count("\n") + meant.count("\n")


def parts(lines: Sequence[Line], code: Set[int]) -> Iterator[tuple[bool, list[Line]]]:
    """Yield runs of lines: those that are left alone, which are blank or code or have no sign of HTML, and others."""
    for blank, group in groupby(range(len(lines)), lambda index: index in code or not lines[index][1]):
        part = [lines[index] for index in group]
        yield blank or not any(has_html(text) for _, text in part), part


def pieces(text: str) -> Iterator[tuple[str, str]]:
    """Yield what may hold stray HTML, each with what comes after it and is meant as it stands: code, an address."""
    end = 0
    for meant in _MEANT.finditer(text):
        if not meant["hidden"]:
            yield text[end : meant.start()], meant[0]
            end = meant.end()
    yield text[end:], ""


def _paragraph(lines: Sequence[Line]) -> Iterator[Line]:
    text = text_of(lines)
    flat = bool(CONTAINER.search(text))  # there, a new line would leave the list, the quotation or the table
    mended = "".join(_mend(piece, flat) + meant for piece, meant in pieces(text))
    for (number, before), line in zip(lines, mended.split("\n"), strict=True):
        yield from ((number, part) for part in ([line] if line == before else _parted(line, before)))


def _parted(line: str, before: str) -> Iterator[str]:
    """Yield the lines that one has become; what a tag stood before opens nothing that it did not open."""
    around = _AROUND.match(before)
    start = around.end() if around and line.startswith(around[0]) else 0
    first, *others = (part.strip(_BLANKS) for part in line[start:].split(_LINE))
    opened = escape_start(before[start:]) != before[start:]
    yield f"{before[:start]}{first if opened else _harmless(first)}" if first else before[:start].rstrip()
    indent = before[: len(before) - len(before.lstrip(" \t"))]
    yield from (indent + _harmless(part) if part else "" for part in others)


def _harmless(part: str) -> str:
    mark, _, text = part.rpartition(_OURS)
    return mark + escape_start(text)


def _mend(text: str, flat: bool) -> str:
    return _STRAY.sub(lambda found: _replacement(found, flat), _marked(text))


def _marked(text: str) -> str:
    """Return a text with Markdown for its pairs of tags, as many lines as before."""
    return _ANCHOR.sub(_link, _PAIR.sub(_emphasis, text))


def _replacement(found: re.Match[str], flat: bool) -> str:
    newlines = "\n" * found[0].count("\n")
    space = "" if _before(found) in ("", " ") else " "
    if found["comment"] is not None or found["script"]:
        return newlines if found["comment"] or found["closed"] else found[0]
    if found["breaks"]:
        return _break(found, flat)
    if found["space"]:
        return "\u00a0"
    name = found["name"].lower()
    if name.strip("/") in _BLOCKS:
        return (space if flat else _block(name, bare=found["bare"] is not None)) + newlines
    return newlines if name.strip("/") in _NOTHING else found[0]


def _block(name: str, *, bare: bool) -> str:
    if name == "li":
        return _LINE if bare else f"{_LINE}- {_OURS}"
    if name[0] == "h" and name[1:].isdigit() and not bare:
        return f"{_LINE}{_LINE}{'#' * int(name[1:])} {_OURS}"
    return "" if name == "/li" else _LINE * 2


def _break(found: re.Match[str], flat: bool) -> str:
    several, ended = found["breaks"].lower().count("<br") > 1, found["at_end"]
    newlines = "\n" * found[0].count("\n")
    if flat or _before(found) in ("", "\n") or ended == "":
        return f" {newlines}"
    if several:
        return _LINE * (1 if ended else 2) + newlines
    return f"\\{newlines or _LINE}"


def _before(found: re.Match[str]) -> str:
    return found.string[max(found.start() - 1, 0) : found.start()]


def _emphasis(found: re.Match[str]) -> str:
    """Say in Markdown what a pair of tags said, where CommonMark will read it so: else the words alone."""
    inner, sign = found["inner"], _SIGNS[found["name"].lower()]
    text = inner.strip()
    before, after = _before(found), found.string[found.end() : found.end() + 1]
    lead, trail = inner[: len(inner) - len(inner.lstrip())], inner[len(inner.rstrip()) :]
    opens = bool(text) and (bool(lead) or text[0].isalnum() or not before.isalnum())
    closes = bool(text) and (bool(trail) or text[-1].isalnum() or not after.isalnum())
    sign = _clear_sign(sign, text, {before if not lead else "", after if not trail else ""})
    said = f"{lead}{sign}{text}{sign}{trail}" if opens and closes else inner
    return said + _breaks_of_tags(found)


def _clear_sign(sign: str, text: str, beside: Set[str]) -> str:
    """Return a sign of emphasis that nothing in a text or beside it is mistaken for; nothing where there is none."""
    if not {"*", "_", "`"} & {*text} and "*" not in beside:
        return sign
    is_clear = _ONE_STRESS.fullmatch(text) and not any(one == "_" or one.isalnum() for one in beside)
    return sign.replace("*", "_") if is_clear else ""


def _link(found: re.Match[str]) -> str:
    href = _HREF.search(found["attributes"] or "")
    address = target(href[2]) if href else ""
    text = found["inner"]
    is_link = address and text.strip() and not set("[]\n") & set(text)
    return (f"[{text.strip()}]({address})" if is_link else text) + _breaks_of_tags(found)


def _breaks_of_tags(found: re.Match[str]) -> str:
    """Return the line ends that stood within a pair's tags: a text keeps its lines."""
    return "\n" * (found[0].count("\n") - found["inner"].count("\n"))
