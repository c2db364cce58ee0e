"""A Word file (.docx) to a draft."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from html import unescape
from io import BytesIO
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812 -- the library's own name says nothing

import mammoth
from lxml import etree

from digest.clean.blocks import levelled, plain
from digest.clean.characters import folded, legible, one_line
from digest.clean.draft import Draft, Metadata, refused
from digest.clean.facts.bylines import is_person
from digest.clean.mails.forwards import filled
from digest.clean.pages.markdown import from_html
from digest.clean.pastes.paste import paste

_LARGEST = 50_000_000  # bytes of the file: photographs are in many, and are not read
_MOST_FILES, _MOST_TEXT, _MOST_ELEMENTS = 5_000, 8_000_000, 30_000  # files; bytes of XML; elements
_READ = re.compile(
    r"(?!customXml/|word/(?:theme|glossary)/|word/(?:\w*settings|fontTable)\.)[^\0]*\.(?:xml|rels)", re.IGNORECASE
)
_STYLES = """
p[style-name='Title'] => h1.title:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
"""
_TITLE = re.compile(r'<h1 class="title">([^\0]{1,2000}?)</h1>')
_TAG = re.compile(r"<[^<>]{0,2000}>")
_BACK = re.compile(r' ?<a href="#[\w-]{1,80}">↑</a>')  # from a footnote to its place
_CORE = "docProps/core.xml"
_HINT = "open it in a word processor, copy the text, and import that"
_BROKEN = (
    *(BadZipFile, ZlibError, ExpatError, etree.XMLSyntaxError, RecursionError, EOFError, OSError),
    *(ValueError, LookupError, TypeError, AttributeError, RuntimeError, AssertionError),
)


class _TooMuchError(Exception):
    """A file whose reading would not end in time."""


def word(data: bytes, rules: Mapping[str, bool] | None = None, *, url: str = "", origin: str = "") -> Draft:
    """Return the draft that a Word file gives: its text, as Markdown, without pictures and comments.

    `rules` turns rules off by name; `url` is where the original is; `origin` is what problems call the input.
    Removals are numbered by the line of the text as Markdown. A file that is too large, broken, or without an
    article, gives an empty draft with an error among its problems.
    """
    try:
        parts = _parts(data)
        html = mammoth.convert_to_html(
            _packed(parts), style_map=_STYLES, include_embedded_style_map=False, convert_image=lambda _: []
        ).value
        properties = _properties(parts.get(_CORE, b""))
    except _TooMuchError as error:
        return refused(str(error), url=url, origin=origin, hint=_HINT)
    except _BROKEN:
        return refused("this Word file is broken", url=url, origin=origin, hint=_HINT)
    text = from_html(_BACK.sub("", html))
    known = Metadata(title=_title(html, text, properties), url=url, found={"title": "title in the file"})
    draft = paste(text, rules, origin=origin, known=known, is_markdown=True)
    return _with_creator(replace(draft, body=levelled(draft.body)), text, properties) if draft.body else draft


def _parts(data: bytes) -> dict[str, bytes]:
    """Return the parts that hold text and its structure, unpacked."""
    if len(data) > _LARGEST:
        raise _TooMuchError(f"the file is larger than {_LARGEST:,} bytes")
    with ZipFile(BytesIO(data)) as archive:
        wanted = [entry for entry in archive.infolist()[: _MOST_FILES + 1] if _READ.fullmatch(entry.filename)]
        if len(wanted) > _MOST_FILES or sum(entry.file_size for entry in wanted) > _MOST_TEXT:
            raise _TooMuchError(f"the text in this Word file is larger than {_MOST_TEXT:,} bytes")
        parts = {entry.filename: archive.read(entry) for entry in wanted}
    if any(b"<!DOCTYPE" in part.replace(b"\0", b"") for part in parts.values()):
        raise BadZipFile("no Word file declares entities")
    if sum(part.count(b"<") - part.count(b"</") for part in parts.values()) > _MOST_ELEMENTS:
        raise _TooMuchError(f"this Word file has more than {_MOST_ELEMENTS:,} elements")
    return parts


def _packed(parts: Mapping[str, bytes]) -> BytesIO:
    """Return the parts as a file of their own, in which nothing is left that was not looked at."""
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return packed


def _properties(core: bytes) -> dict[str, str]:
    """Return what the file says of itself, as its title and its creator."""
    if not core:
        return {}
    root = etree.fromstring(core, etree.XMLParser(resolve_entities=False, no_network=True))
    return {etree.QName(child).localname: one_line(legible(child.text or "")) for child in root.iter(etree.Element)}


def _title(html: str, text: str, properties: Mapping[str, str]) -> str:
    """Return the paragraph in the style of a title, or the file's own title if the text has it as a line."""
    found = _TITLE.search(html)
    if found:
        return one_line(legible(unescape(_TAG.sub("", found[1]))))
    title = properties.get("title", "")
    return title if _is_line(title, text) else ""


def _is_line(wanted: str, text: str) -> bool:
    known = folded(wanted)
    return bool(known) and any(folded(line) == known for line in plain(text).split("\n"))


def _with_creator(draft: Draft, text: str, properties: Mapping[str, str]) -> Draft:
    """Return `draft` with the creator whose name the text has as a line; the day may be the template's."""
    creator = properties.get("creator", "")
    authors = (creator,) if is_person(creator) and _is_line(creator, text) else ()
    return filled(draft, "properties of the file", date="", authors=authors)
