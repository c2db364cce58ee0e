"""Sheets: the pages of a site before they are made, each with the fingerprints of what it is made of.

A page is the same as long as its parts are. To know them is cheap, so that a site of ten thousand pages, of which an
edit changes ten, costs ten pages.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from digest.model import Annotation, Entry

if TYPE_CHECKING:
    from digest.render.cards import Desk

Context = dict[str, Any]
View = Callable[["Desk", Sequence[Annotation]], Context | str | bytes]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page to be made: its address, its template, and the fingerprints of what it shows, by name.

    `view` gives the template what it receives, or the file itself where there is no template; it is handed the
    annotations of the entries whose `texts` it shows. A page that search engines may list is `indexed`; `origin` is the
    file that claims the address.
    """

    address: str
    template: str
    parts: Mapping[str, bytes]
    view: View
    origin: str = ""
    indexed: bool = False
    texts: tuple[Entry, ...] = field(default=())

    @property
    def print(self) -> bytes:
        """The fingerprint of the page: those of its parts, one behind the other."""
        return b"".join(self.parts.values())
