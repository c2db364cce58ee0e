"""The linker: a compiled glossary for programs, without a site around it.

`digest.linking` offers it to them, and its interface is stable; `docs/python.md` shows it at work.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from markdown_it.token import Token

from digest.annotate.composed import Composed, compose
from digest.annotate.entry import Manuscript, consider, with_links
from digest.annotate.glossary import Glossary
from digest.annotate.judge import UNDECIDED, Setting
from digest.annotate.markdown import Passage
from digest.annotate.occurrences import occurrences
from digest.annotate.senses import Occurrence
from digest.model import Body, LinkPolicy, Term

_LINE = re.compile(r"[^\r\n]+")
_LINE_END = re.compile(r"\r\n?")


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of a text beside its words, as the front matter of an entry would say it.

    `senses` settles what forms mean: by the form, in any spelling that means the same, the slug of a term. `themes`,
    `lang` and `day` are what the `scope` of terms is held against: a term with a scope in other themes, in another
    language or at another time is not meant. Without a day, a scope that ends somewhere is over. `lang`, a tag such as
    `en-GB`, also says whether the rules for names in English prose apply.
    """

    senses: Mapping[str, str] = field(default_factory=dict)
    themes: tuple[str, ...] = ()
    lang: str = "en"
    day: date = date.max


@dataclass(frozen=True, slots=True)
class Resolution:
    """What the words at a place of a text mean, and the rule that says so.

    `start` and `end` count characters (code points) of the text as it was given: `text[start:end]` is `surface`.
    `term` is the slug of the term that is meant, empty where none is. `why` is the rule, in words for people. `others`
    are the slugs of the terms that might have been meant. `scores` is the evidence for each sense, best first, where
    evidence was weighed.
    """

    start: int
    end: int
    surface: str
    term: str
    why: str
    others: tuple[str, ...] = ()
    scores: tuple[tuple[str, int], ...] = ()

    @property
    def undecided(self) -> bool:
        """Whether a term may well be meant, but nothing says which, or that it is not something else."""
        return self.why == UNDECIDED


UNKNOWN, USUAL = Context(), LinkPolicy()


class Linker:
    """A compiled glossary, and what an archive of texts teaches about its terms. It never changes.

    Texts may come in any form of Unicode and with any line ends. Each call reads its text from the beginning and
    decides by that text, the glossary and the archive alone.
    """

    def __init__(self, terms: Iterable[Term], archive: Iterable[str] = ()) -> None:
        """Compile the terms; the texts of `archive`, in Markdown, are examples of how they are used.

        ValueError where two terms have one slug.
        """
        self._glossary = Glossary(_distinct(terms))
        self._archive = self._glossary.learn(map(_markdown, archive))

    @property
    def terms(self) -> Mapping[str, Term]:
        """The terms by slug, in the order in which they were given."""
        return MappingProxyType(self._glossary.terms)

    def mentions(self, text: str, context: Context = UNKNOWN) -> list[Resolution]:
        """Return every mention of a term in a plain text, in order; none overlap.

        Each line is a paragraph: a name that goes on in the next line is not found.
        """
        return [one for one in self.resolutions(text, context) if one.term]

    def resolutions(self, text: str, context: Context = UNKNOWN) -> list[Resolution]:
        """Return every place in a plain text where a term might be meant, those too where none is, in order.

        The mentions are among them. What is no mention may overlap one: "Israel" in "Israel Katz".
        """
        whole = compose(text)
        lines = list(_LINE.finditer(whole.text))
        passages = [Passage(line[0], (), (), number, number, 0) for number, line in enumerate(lines)]
        tokens = [Token("inline", "", 0, children=[Token("text", "", 0, content=line[0])]) for line in lines]
        setting = Setting.of(context.senses.items(), context.themes, context.lang, context.day)
        part = self._glossary.slice(whole.text, self._archive)
        found = occurrences(tokens, passages, part, setting)
        return [_resolution(whole, lines[one.passage].start(), one) for one in found]

    def resolve(self, text: str, start: int, end: int, context: Context = UNKNOWN) -> Resolution | None:
        """Return what the words at a span of a plain text mean, or None where they are no form of a term.

        All of the text is read for it: for several places of one text ask for its `resolutions` once.
        """
        return next((one for one in self.resolutions(text, context) if (one.start, one.end) == (start, end)), None)

    def html(self, markdown: str, policy: LinkPolicy = USUAL, context: Context = UNKNOWN, root: str = "") -> str:
        """Return the safe HTML of a Markdown text, with as many links to the pages of terms as `policy` allows.

        A term's page is `/glossary/SLUG/`. `root`, a folder or a whole address without a slash at its end, goes before
        all links that begin with a slash.
        """
        text = _markdown(markdown)
        manuscript = Manuscript(
            path="",
            body=Body(text, tuple(range(1, text.count("\n") + 2))),
            note="",
            lang=context.lang,
            day=context.day,
            themes=context.themes,
            policy=policy,
            skip=frozenset(),
            senses=tuple(context.senses.items()),
            root=root,
        )
        reading = consider(manuscript, self._glossary.slice(text, self._archive))
        return with_links(reading, (verdict.occurrence for verdict in reading.verdicts if verdict.linked), root)


def _distinct(terms: Iterable[Term]) -> list[Term]:
    known = list(terms)
    twice = sorted(slug for slug, count in Counter(term.slug for term in known).items() if count > 1)
    if twice:
        raise ValueError(f"several terms have the slug {', '.join(map(repr, twice))}")
    return known


def _markdown(text: str) -> str:
    """Return a Markdown text as entries are read from files: in NFC, with line feeds."""
    return unicodedata.normalize("NFC", _LINE_END.sub("\n", text))


def _resolution(whole: Composed, line: int, one: Occurrence) -> Resolution:
    start, end = whole.original(line + one.start, line + one.end)
    return Resolution(start, end, whole.source[start:end], one.term, one.why, one.others, one.scores)
