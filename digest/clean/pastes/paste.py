"""Pasted plain text to a draft."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from digest.clean.blocks import Block, Kind, blocks
from digest.clean.characters import legible
from digest.clean.compose import compose
from digest.clean.draft import PART, Draft, Metadata, refused
from digest.clean.escape import escape, escape_inline, heading
from digest.clean.facts.language import detect_language
from digest.clean.lines import Line, joined
from digest.clean.mails.forwards import complete, take_headers, take_signature
from digest.clean.pastes.headings import headings
from digest.clean.pastes.lists import order_of
from digest.clean.pastes.passages import Passage, passages
from digest.clean.pastes.pasted_markdown import looks_like_markdown, without_forced_links
from digest.clean.pastes.runs import gathered
from digest.clean.rules import FRAGMENT, rules_for
from digest.clean.rules.rule import Rule
from digest.clean.sift import matches
from digest.model import Body

_SOFT_HYPHEN = re.compile("\u00ad(?=\r?\n|\r)")
_MOST_LINES, _MOST = 10_000, 500_000  # lines, characters: each is held against every rule; pages have 113,097
_SAMPLE = 20_000  # characters of prose that tell the language
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
        return refused(f"the text is longer than {_MOST:,} characters", url=url, origin=origin, hint=PART)
    if text.count("\n") + text.count("\r") > _MOST_LINES:
        return refused(f"the text has more than {_MOST_LINES:,} lines", url=url, origin=origin, hint=PART)
    switched, known = rules or {}, known or Metadata(url=url)
    is_markdown = is_markdown or looks_like_markdown(text)
    found = take_headers(legible(text if is_markdown else _SOFT_HYPHEN.sub("\u2010", text)), switched)
    found = take_signature(found, switched, is_markdown=is_markdown)
    if found.title:
        known = replace(known, title="", subject=found.title)
    if is_markdown:
        text = without_forced_links(found.text)
        body, parts = Body(text), blocks(text)
    else:
        pieces = passages(list(enumerate(found.text.split("\n"), 1)))
        pieces = gathered(pieces, partial(_is_known, rules=_rules(pieces, known.language, switched)))
        lines, parts = _assembled(_written(pieces))
        body = joined(lines)
    draft = compose(body, parts, known, switched, pasted=not is_markdown, origin=origin)
    return complete(draft, found) if found.removals and draft.body else draft


def _rules(found: Iterable[Passage], language: str, switched: Mapping[str, bool]) -> list[Rule]:
    """Return the rules by which a line is known by what it says."""
    said = " ".join(passage.text for passage in found if Block(0, 1, passage.text).is_prose)
    rules = rules_for(language or detect_language(said[:_SAMPLE]))
    return [rule for rule in rules if rule is not FRAGMENT and switched.get(rule.name, True)]


def _is_known(text: str, rules: Iterable[Rule]) -> bool:
    return any(matches(rule, text) for rule in rules)


_Written = tuple[Kind, list[Line], str]


def _written(found: Sequence[Passage]) -> list[_Written]:
    """Return each passage's kind, its lines as Markdown, and its words; an item has those within it."""
    written: list[_Written] = []
    around: list[tuple[int, int]] = []  # the indent of each open item, and where its text begins
    found = list(_nested(found))
    titled = headings(found)
    for index, passage in enumerate(found):
        kind = _kind(found, index, titled)
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


def _nested(found: Iterable[Passage]) -> Iterator[Passage]:
    """Yield passages, with an indent for letters that count within a numbered item, and the reverse."""
    outer: list[str] = []  # the styles of the lists that are open
    for passage in found:
        order = order_of(passage.mark) if passage.mark else None
        style, value = order or ("", 0)
        if style in outer:
            del outer[outer.index(style) + 1 :]
        elif order:
            is_within = value == 1 and bool(outer) and ("a" in style) != ("a" in outer[-1])
            outer = [*outer, style] if is_within else [style]
        elif not passage.mark:
            outer = []
        yield replace(passage, indent=passage.indent + _DEEPER * (len(outer) - 1)) if order else passage


def _kind(found: Sequence[Passage], index: int, titled: Container[int]) -> Kind:
    passage = found[index]
    if passage.quoted or passage.rows:
        return "quote" if passage.quoted else "table"
    if passage.mark and (order_of(passage.mark) is None or _is_in_list(found, index)):
        return "item"
    return "heading" if index in titled else "paragraph"


def _is_in_list(found: Sequence[Passage], index: int) -> bool:
    return any(passage.mark for passage in (*found[max(index - 1, 0) : index], *found[index + 1 : index + 2]))


def _item(passage: Passage) -> tuple[str, str]:
    """Return an item's mark in Markdown, which has no letters or brackets for one, and its words."""
    order, said = order_of(passage.mark), passage.text[len(passage.mark) :]
    if order is None:
        return "- ", said
    style, value = order
    return ("- ", passage.text) if style not in ("1.", "1)") else (f"{value}{style[-1]} ", said)


def _paragraph(passage: Passage) -> list[Line]:
    *verses, last = map(escape, passage.stanza or (passage.text,))
    return list(enumerate([*(f"{verse}\\" for verse in verses), last], passage.number))


def _quote(passage: Passage) -> list[Line]:
    return [(number, f"> {text}" if text else ">") for number, text in _assembled(_written(passage.quoted))[0]]


def _table(passage: Passage) -> list[Line]:
    rows = [[escape_inline(cell).replace("|", "\\|") for cell in row] for row in passage.rows]
    rows.insert(1, ["---"] * len(rows[0]))
    at = [passage.number, *range(passage.number, passage.number + len(rows) - 1)]
    return [(number, f"| {' | '.join(row)} |") for number, row in zip(at, rows, strict=True)]


_WRITERS: dict[Kind, Callable[[Passage], list[Line]]] = {
    "heading": lambda passage: [(passage.number, heading(escape_inline(passage.text), 2))],
    "paragraph": _paragraph,
    "quote": _quote,
    "table": _table,
}


def _assembled(written: Iterable[_Written]) -> tuple[list[Line], list[Block]]:
    """Return all lines, with blank ones between blocks but not between the items of a list, and the blocks."""
    lines: list[Line] = []
    found: list[Block] = []
    for kind, own, said in written:
        if lines and not (
            kind == found[-1].kind == "item" and _is_numbered(own) == _is_numbered(lines[found[-1].start :])
        ):
            lines.append((own[0][0], ""))
        found.append(Block(len(lines), len(lines) + len(own), said, kind))
        lines.extend(own)
    return lines, found


def _is_numbered(lines: Sequence[Line]) -> bool:
    return lines[0][1].lstrip()[0].isdecimal()
