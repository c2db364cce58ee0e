"""Pasted plain text to a draft."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from digest.clean.blocks import Block, Kind, blocks
from digest.clean.characters import legible
from digest.clean.compose import compose
from digest.clean.draft import Draft, Metadata, refused
from digest.clean.escape import escape, escape_inline, heading
from digest.clean.lines import Line, joined
from digest.clean.mails.forwards import complete, take_headers, take_signature
from digest.clean.pastes.lists import order_of
from digest.clean.pastes.passages import Passage, passages
from digest.clean.pastes.pasted_markdown import looks_like_markdown, without_forced_links
from digest.model import Body

_SOFT_HYPHEN = re.compile("\u00ad(?=\r?\n|\r)")
_MOST_LINES, _MOST = 10_000, 500_000  # lines, characters: each is held against every rule; pages have 113,097
_HEADING = 10  # words
_REACH = 3  # lines: an advertisement or a caption may stand between prose and the next heading
_DEEPER = 2  # characters of indent that put an item into the one before it


def paste(
    text: str,
    rules: Mapping[str, bool] | None = None,
    *,
    url: str = "",
    origin: str = "",
    known: Metadata | None = None,
    is_markdown: bool = False,
) -> Draft:
    """Return the draft that a pasted `text` gives: a paragraph a line, or wrapped with blank lines between paragraphs.

    A text that is Markdown (by `is_markdown`, or for sure) stays as it is. `rules` turns rules off by name; `url` is
    where the original is; `origin` is what problems call the input; what is `known` of the article goes before what
    the text says. A text that is too large, or that holds no article, gives an empty draft with an error.
    """
    if len(text) > _MOST:
        return refused(f"the text is longer than {_MOST:,} characters", url=url, origin=origin)
    if text.count("\n") + text.count("\r") > _MOST_LINES:
        return refused(f"the text has more than {_MOST_LINES:,} lines", url=url, origin=origin)
    switched, known = rules or {}, known or Metadata(url=url)
    is_markdown = is_markdown or looks_like_markdown(text)
    found = take_headers(legible(text if is_markdown else _SOFT_HYPHEN.sub("\u2010", text)), switched)
    found = take_signature(found, switched, is_markdown=is_markdown)
    if found.title:
        known = replace(known, title=found.title, found={**known.found, "title": "subject"})
    if is_markdown:
        text = without_forced_links(found.text)
        body, parts = Body(text), blocks(text)
    else:
        lines, parts = _assembled(_written(passages(list(enumerate(found.text.split("\n"), 1)))))
        body = joined(lines)
    draft = compose(body, parts, known, switched, pasted=not is_markdown, origin=origin)
    return complete(draft, found) if found.removals and draft.body else draft


_Written = tuple[Kind, list[Line], str]


def _written(found: Sequence[Passage]) -> list[_Written]:
    """Return each passage's kind, its lines as Markdown, and its words; an item has those within it."""
    written: list[_Written] = []
    around: list[tuple[int, int]] = []  # the indent of each open item, and where its text begins
    for index, passage in enumerate(found):
        kind = _kind(found, index)
        if kind != "item":
            around = []
            written.append((kind, _WRITERS[kind](passage), passage.text))
            continue
        around = [item for item in around if item[0] + _DEEPER <= passage.indent]
        start = around[-1][1] if around else 0
        mark, said = _item(passage)
        line = (passage.number, f"{' ' * start}{mark}{escape(said)}")
        if around:
            _, lines, before = written[-1]
            written[-1] = ("item", [*lines, line], f"{before} {said}")
        else:
            written.append(("item", [line], said))
        around.append((passage.indent, start + len(mark)))
    return written


def _kind(found: Sequence[Passage], index: int) -> Kind:
    passage = found[index]
    if passage.quoted or passage.rows:
        return "quote" if passage.quoted else "table"
    if passage.mark and (order_of(passage.mark) is None or _is_in_list(found, index)):
        return "item"
    text = passage.text
    is_short = len(text.split()) <= _HEADING and text[-1].isalnum() and not text[0].islower()
    is_heading = passage.is_underlined or (is_short and _is_between_prose(found, index))
    return "heading" if is_heading and not (passage.mark or passage.is_row) else "paragraph"


def _is_in_list(found: Sequence[Passage], index: int) -> bool:
    return any(passage.mark for passage in (*found[max(index - 1, 0) : index], *found[index + 1 : index + 2]))


def _is_between_prose(found: Sequence[Passage], index: int) -> bool:
    """Whether prose comes right after a line, and comes before it, perhaps with other lines between."""
    before, after = found[max(index - _REACH, 0) : index], found[index + 1 : index + 2]
    return all(any(Block(0, 1, passage.text).is_prose for passage in side) for side in (before, after))


def _item(passage: Passage) -> tuple[str, str]:
    """Return an item's mark in Markdown, which has no letters for one, and its words."""
    order, said = order_of(passage.mark), passage.text[len(passage.mark) :]
    if order is None:
        return "- ", said
    style, value = order
    return ("- ", passage.text) if "a" in style else (f"{value}{style[-1]} ", said)


def _quote(passage: Passage) -> list[Line]:
    return [(number, f"> {text}" if text else ">") for number, text in _assembled(_written(passage.quoted))[0]]


def _table(passage: Passage) -> list[Line]:
    rows = [[escape_inline(cell).replace("|", "\\|") for cell in row] for row in passage.rows]
    rows.insert(1, ["---"] * len(rows[0]))
    at = [passage.number, *range(passage.number, passage.number + len(rows) - 1)]
    return [(number, f"| {' | '.join(row)} |") for number, row in zip(at, rows, strict=True)]


_WRITERS: dict[Kind, Callable[[Passage], list[Line]]] = {
    "heading": lambda passage: [(passage.number, heading(escape_inline(passage.text), 2))],
    "paragraph": lambda passage: [(passage.number, escape(passage.text))],
    "quote": _quote,
    "table": _table,
}


def _assembled(written: Iterable[_Written]) -> tuple[list[Line], list[Block]]:
    """Return all lines, with blank ones between blocks but not between the items of a list, and the blocks."""
    lines: list[Line] = []
    found: list[Block] = []
    for kind, own, said in written:
        if lines and not (kind == found[-1].kind == "item" and _is_numbered(own) == _is_numbered(lines[-1:])):
            lines.append((own[0][0], ""))
        found.append(Block(len(lines), len(lines) + len(own), said, kind))
        lines.extend(own)
    return lines, found


def _is_numbered(lines: Sequence[Line]) -> bool:
    return lines[0][1].lstrip()[0].isdecimal()
