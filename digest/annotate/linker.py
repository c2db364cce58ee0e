"""The linker: the glossary's knowledge for programs, without a site around it.

This interface is stable; `docs/python.md` shows it at work.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from markdown_it.token import Token

from digest.annotate.entry import Manuscript, consider, with_links
from digest.annotate.glossary import Glossary
from digest.annotate.markdown import Passage
from digest.annotate.occurrences import occurrences
from digest.annotate.senses import Occurrence, Setting
from digest.model import Body, LinkPolicy, Term

_LINE = re.compile(r"[^\n]+")
ALL = LinkPolicy("all", density=0, per_paragraph=0)


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of a text beside its words, as the front matter of an article would say it.

    `senses` gives forms a term. `themes`, `lang` and `day` are what the scope of terms is held against.
    """

    senses: Mapping[str, str] | None = None
    themes: tuple[str, ...] = ()
    lang: str = "en"
    day: date = date.max


@dataclass(frozen=True, slots=True)
class Resolution:
    """What the words at a span of a text mean: a term's slug, or nothing; and the rule that says so.

    `scores` is the evidence for each sense, best first, where it was weighed.
    """

    start: int
    end: int
    surface: str
    term: str
    why: str
    scores: tuple[tuple[str, int], ...] = ()


class Linker:
    """A compiled glossary, and what an archive of texts says of its terms."""

    def __init__(self, terms: Iterable[Term], archive: Iterable[str] = ()) -> None:
        """Compile the terms; the Markdown texts of `archive` are examples of how they are used."""
        self._glossary = Glossary(terms)
        self._archive = self._glossary.learn(archive)

    def mentions(self, text: str, context: Context = Context()) -> list[Resolution]:
        """Return every mention of a term in a plain text in NFC, in order; none overlap."""
        return [one for one in self.resolutions(text, context) if one.term]

    def resolutions(self, text: str, context: Context = Context()) -> list[Resolution]:
        """Return every place in a plain text in NFC where a term may be meant, those too where none is, in order."""
        lines = list(_LINE.finditer(text))
        passages = [Passage(line[0], (), (), number, number, 0) for number, line in enumerate(lines)]
        tokens = [Token("inline", "", 0, children=[Token("text", "", 0, content=line[0])]) for line in lines]
        setting = Setting.of((context.senses or {}).items(), context.themes, context.lang, context.day)
        part = self._glossary.slice(text, self._archive)
        found = occurrences(tokens, passages, part, setting)
        return [_resolution(lines[one.passage].start(), one) for one in found]

    def resolve(self, text: str, start: int, end: int, context: Context = Context()) -> Resolution | None:
        """Return what the words at a span of a plain text in NFC mean, or None where they are no form of a term."""
        return next((one for one in self.resolutions(text, context) if (one.start, one.end) == (start, end)), None)

    def html(self, markdown: str, policy: LinkPolicy = ALL, context: Context = Context(), root: str = "") -> str:
        """Return the safe HTML of a Markdown text with links to the pages of terms below the folder `root`."""
        lines = tuple(range(1, markdown.count("\n") + 2))
        senses = tuple((context.senses or {}).items())
        manuscript = Manuscript(
            "", Body(markdown, lines), "", context.lang, context.day, context.themes, policy, frozenset(), senses, root
        )
        reading = consider(manuscript, self._glossary.slice(markdown, self._archive))
        linked: Sequence[Occurrence] = [one.occurrence for one in reading.verdicts if one.linked]
        return with_links(reading, linked, root)


def _resolution(line: int, one: Occurrence) -> Resolution:
    return Resolution(line + one.start, line + one.end, one.surface, one.term, one.why, one.scores)
