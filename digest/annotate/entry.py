"""Annotate: one text and its slice of the glossary -> HTML with links, and what was mentioned where."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import filterfalse, pairwise

from markdown_it.token import Token

from digest.annotate import markdown
from digest.annotate.brackets import Brackets
from digest.annotate.fold import plain_words
from digest.annotate.glossary import Slice
from digest.annotate.insertion import Link, insert
from digest.annotate.judge import UNDECIDED, Setting
from digest.annotate.markdown import Passage
from digest.annotate.occurrences import occurrences
from digest.annotate.policy import SKIPPED, Verdict, judge
from digest.annotate.sanitise import sanitise
from digest.annotate.senses import Occurrence
from digest.annotate.sentences import sentence_around
from digest.model import Annotation, Article, Body, LinkPolicy, Mention, Reference
from digest.problems import Problem, Span

_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_AS_TEXT = re.compile(r"(?P<tag></?[A-Za-z][^<>\n]*>|<!--)|(?P<begun>\[\[!?\s?[^\W\d]\w*)[^\[\]]{0,80}(?:\]\]|\Z)")


@lru_cache(maxsize=1)
def _lines(text: str) -> list[str]:
    """The lines of a text, which may have many warnings."""
    return text.split("\n")


@dataclass(frozen=True, slots=True)
class Manuscript:
    """All of an article that annotating it depends on. `root` is the site's folder on its host."""

    path: str
    body: Body
    note: str
    lang: str
    day: date
    themes: tuple[str, ...]
    policy: LinkPolicy
    skip: frozenset[str]
    senses: tuple[tuple[str, str], ...]
    root: str
    title: str = ""

    @classmethod
    def of(cls, article: Article, body: Body, links: LinkPolicy, root: str) -> Manuscript:
        """Take it from an article and its clean body; `links` is what the site says."""
        mentions = article.mentions or links.mentions
        return cls(
            article.path,
            body,
            article.note,
            article.lang,
            article.date.day,
            article.themes,
            LinkPolicy(mentions, links.density, links.per_paragraph),
            article.skip,
            tuple((meaning.form, meaning.term) for meaning in article.senses),
            root,
            article.title,
        )

    def span(self, passage: Passage, offset: int, surface: str) -> Span:
        """Return the place of `surface`, which stands at `offset` of a passage.

        A title that brackets show without having it written in them is where they begin.
        """
        bare = next((one for one in passage.brackets if one.bare and one.start == offset), None)
        return self.brackets(passage, bare) if bare else self._place(passage, offset, surface.split("\n")[0])

    def brackets(self, passage: Passage, written: Brackets) -> Span:
        """Return where brackets of a passage begin."""
        return self._found(passage, written.line, written.opening, written.former)

    def _place(self, passage: Passage, offset: int, words: str) -> Span:
        hidden = [one for one in passage.brackets if one.end <= offset and (one.hidden or one.bare)]
        line = passage.text.count("\n", 0, offset) + sum(one.hidden for one in hidden)
        begin = passage.text.rfind("\n", 0, offset) + 1
        earlier = passage.text[begin:offset].count(words)
        earlier -= sum(
            passage.text[one.start : one.end].count(words) for one in hidden if one.bare and begin <= one.start
        )
        return self._found(passage, line, words, earlier)

    def _found(self, passage: Passage, line: int, words: str, earlier: int) -> Span:
        """Return where words stand on a line of a passage, or after it, behind so many places with the same words."""
        lines = _lines(self.body.text)
        first = min(passage.line + line, len(lines) - 1)
        # Code may hide a line's end, an inline footnote its place; an entity may write a line's end that is none.
        nearby = (*range(first, len(lines)), *range(passage.line, first))
        line = next((n for n in nearby if words in lines[n]), first)
        column = lines[line].find(words) + 1
        for _ in range(earlier):  # markup may hide one, or hold one more: then the nearest before it will do
            column = lines[line].find(words, column) + 1 or column
        return Span(self.path, self.body.line(line), column, lines[line])


@dataclass(frozen=True, slots=True)
class Reading:
    """A parsed manuscript with the verdict on each occurrence in it."""

    tokens: list[Token]
    passages: list[Passage]
    verdicts: list[Verdict]
    words: int


def annotate(manuscript: Manuscript, part: Slice) -> Annotation:
    """Return the annotation of a manuscript. Pure: the same two values give the same annotation."""
    reading = consider(manuscript, part)
    linked = (verdict.occurrence for verdict in reading.verdicts if verdict.linked)
    return Annotation(
        html=with_links(reading, linked, manuscript.root),
        note=prose(manuscript.note, manuscript.root, "note"),
        mentions=_mentions(reading),
        words=reading.words,
        references=_references(manuscript, reading),
        problems=(*_undecided(manuscript, reading), *_unshown(manuscript, reading)),
        passed=_passed(reading),
        spellings=plain_words(f"{manuscript.title} {manuscript.body.text}"),
    )


def consider(manuscript: Manuscript, part: Slice) -> Reading:
    """Find every occurrence of the slice's forms in a manuscript and decide what becomes of it."""
    titles = {sense.slug: sense.title for sense in part.senses}
    tokens = markdown.parse(manuscript.body.text, titles)
    passages = markdown.passages(tokens)
    words = _count_words("\n".join(passage.text for passage in passages))
    setting = Setting.of(manuscript.senses, manuscript.themes, manuscript.lang, manuscript.day)
    found = occurrences(tokens, passages, part, setting)
    sections = [passage.section for passage in passages]
    verdicts = judge(found, part.senses, manuscript.skip, manuscript.policy, words, sections)
    return Reading(tokens, passages, verdicts, words)


def _count_words(text: str) -> int:
    """Return how many words a text has; most stand alone, and are counted in half the time that a pattern takes."""
    pieces = text.split()
    others = [*filterfalse(str.isalnum, pieces)]
    return len(pieces) - len(others) + len(_WORD.findall(" ".join(others)))


def with_links(reading: Reading, linked: Iterable[Occurrence], root: str) -> str:
    """Return the HTML of a reading, once, with a link at each of these occurrences."""
    links: dict[int, list[Link]] = defaultdict(list)
    for occurrence in linked:
        links[occurrence.passage].append(Link(occurrence.start, occurrence.end, occurrence.term))
    for number, spans in links.items():
        insert(reading.tokens[reading.passages[number].place], spans)
    return sanitise(markdown.render(reading.tokens), root)


def prose(text: str, root: str, document: str = "") -> str:
    """Return the HTML of Markdown that is not annotated: notes, definitions, the texts of themes and pages."""
    return sanitise(markdown.render(markdown.parse(text, {}, document), document), root) if text else ""


def first_paragraph(text: str) -> str:
    """Return the visible text of the first paragraph of Markdown, on one line."""
    pairs = pairwise(markdown.parse(text, {}))
    inline = next((token for before, token in pairs if before.type == "paragraph_open"), None)
    return " ".join(markdown.plain(inline).split()) if inline else ""


def _mentions(reading: Reading) -> tuple[Mention, ...]:
    """A mention for each term, in the order of the first; what is undecided or skipped is none."""
    by_term: dict[str, list[Verdict]] = defaultdict(list)
    for verdict in reading.verdicts:
        if verdict.occurrence.term and verdict.rule != SKIPPED:
            by_term[verdict.occurrence.term].append(verdict)
    return tuple(_mention(term, verdicts, reading.passages) for term, verdicts in by_term.items())


def _mention(term: str, verdicts: list[Verdict], passages: list[Passage]) -> Mention:
    first = verdicts[0].occurrence
    sentence = sentence_around(passages[first.passage].text, first.start, first.end)
    before, after = (part.replace(markdown.FOOTNOTE, "") for part in sentence)
    surface = " ".join(first.surface.split())
    return Mention(term, before, surface, after, len(verdicts), any(verdict.linked for verdict in verdicts))


def _passed(reading: Reading) -> tuple[tuple[str, str], ...]:
    """The terms that are not mentioned though a form of theirs stands in the text, with the first reason for each."""
    meant = {verdict.occurrence.term for verdict in reading.verdicts if verdict.rule != SKIPPED}
    reasons: dict[str, str] = {}
    for verdict in reading.verdicts:
        found = verdict.occurrence
        for slug in (found.term, *found.others):
            if slug and slug not in meant and not found.short:
                reasons.setdefault(slug, verdict.rule if found.term in ("", slug) else "another term is meant")
    return tuple(reasons.items())


def _references(manuscript: Manuscript, reading: Reading) -> tuple[Reference, ...]:
    """The terms that the author names in brackets, known or not."""
    return tuple(
        Reference("term", slug, manuscript.brackets(passage, written))
        for passage in reading.passages
        for written in passage.brackets
        if (slug := written.slug)
    )


def _undecided(manuscript: Manuscript, reading: Reading) -> Iterator[Problem]:
    """A warning for each form that nothing decides, at its first place."""
    seen: set[str] = set()
    for verdict in reading.verdicts:
        occurrence = verdict.occurrence
        unwanted = manuscript.policy.mentions == "none" or manuscript.skip.issuperset(occurrence.others)
        if occurrence.why != UNDECIDED or occurrence.surface in seen or unwanted:
            continue
        seen.add(occurrence.surface)
        surface = " ".join(occurrence.surface.split())
        points = {slug: dict(occurrence.scores).get(slug, 0) for slug in occurrence.others}
        best = sorted(points, key=lambda slug: -points[slug])
        senses = " or ".join(f"{slug} ({points[slug]} point{'s' * (points[slug] != 1)})" for slug in best)
        yield Problem(
            manuscript.span(reading.passages[occurrence.passage], occurrence.start, occurrence.surface),
            f'"{surface}" may mean {senses}, or something else: not linked',
            f"give the full name once, or write [[{best[0]}|{surface}]] or [[!{surface}]]",
            "ambiguous-mention",
            "warning",
        )


def _unshown(manuscript: Manuscript, reading: Reading) -> Iterator[Problem]:
    """A warning for each thing that an author may expect to see and a reader will not."""
    has_image = "![" in manuscript.body.text
    for passage in reading.passages:
        if "<" in passage.text or "[[" in passage.text:
            yield from _shown_as_text(manuscript, passage)
        for child in (reading.tokens[passage.place].children or ()) if has_image else ():
            if src := child.meta.get("remote_image"):
                hint = "put the picture into content/static/ and write /name.jpg"
                message = f"a picture of another site becomes a link: {src}"
                yield Problem(manuscript.span(passage, 0, src), message, hint, "remote-image", "warning")


def _shown_as_text(manuscript: Manuscript, passage: Passage) -> Iterator[Problem]:
    """A warning for tags, and for double brackets of no kind, that are not escaped."""
    code = [(start, end) for start, end, reason in passage.closed if reason == markdown.IN_CODE]
    for found in _AS_TEXT.finditer(passage.text):
        if any(start <= found.start() < end for start, end in code):
            continue
        span = manuscript.span(passage, found.start(), found["begun"] or found[0])
        if not span.column or span.text[: span.column - 1].endswith("\\"):
            continue  # its author has escaped it, with an entity or a backslash
        if found["tag"]:
            yield Problem(span, f"HTML is shown as text: {found[0]}", "write Markdown", "raw-html", "warning")
        else:
            hint = "write [[slug]], [[slug|words]] or [[!words]], without brackets inside and in one paragraph"
            message = f"brackets are shown as text: {' '.join(found[0].split())}"
            yield Problem(span, message, hint, "odd-brackets", "warning")
