"""The steps of a build, each from the nouns of one stage to those of the next. `build.py` puts them in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from digest import annotate, clean, group
from digest.annotate import Explanation, Findings, Glossary, Headword, Manuscript, Sighting, Slice, bare
from digest.clean.excerpts import Excerpt
from digest.clean.excerpts import measure as measure_excerpt
from digest.copies import PACKED, Copies
from digest.group import Relations, Traits
from digest.memory import Asked, Map, Memory, Outlined, Step
from digest.model import (
    Abstract,
    Anchor,
    Annotation,
    Article,
    Body,
    Content,
    Definition,
    Entry,
    LinkPolicy,
    Source,
    fingerprint,
)
from digest.problems import Problem, Span
from digest.read import WrittenTerm, read_term, resolve
from digest.render import Survey, Template, survey


def terms(hashes: Mapping[str, bytes], source: Callable[[str], Source], memory: Memory, run: Map) -> list[WrittenTerm]:
    """Return what the glossary's files say, which `hashes` has by path and `source` reads."""
    asked = [(TERM.key((path, known)), partial(source, path)) for path, known in hashes.items()]
    return memory.recall(TERM, asked, run)


def cut(articles: Iterable[Article], copies: Copies) -> list[Problem]:
    """Return a warning for each line that was cut from an article, and for each that was too large to be cleaned."""
    return [problem for article in articles for problem in copies.outlines[article.path].cut]


Text = tuple[bytes, Slice, LinkPolicy, str]  # the copy as it is kept, the slice, and what the site's settings say


class Texts:
    """The texts of a digest, with their slices of the glossary: what is made of them, worked out where it must be."""

    def __init__(self, content: Content, copies: Copies, memory: Memory, run: Map) -> None:
        """The `content` is what is shown of the digest."""
        self.copies, self._memory, self._run = copies, memory, run
        self._links, self._root = content.config.links, content.config.root
        self._paths = [article.path for article in content.articles]
        self._addresses = [article.address for article in content.articles]
        self._glossary = Glossary(content.terms)
        scan = Step(partial(_scan, self._glossary), Findings, f"scan {self._glossary.naming.hex()}")
        asked = [(scan.key(copies.key(path)), partial(copies.packed, path)) for path in self._paths]
        findings = memory.recall(scan, asked, run)
        self._archive = self._glossary.archive(findings, lambda number: bare(copies[self._paths[number]].body.text))
        self._findings = dict(zip(self._paths, findings, strict=True))
        parts = self._glossary.prints(self._archive)
        bound = fingerprint((self._links, self._root))
        self._prints = {path: (copies.key(path), part, bound) for path, part in zip(self._paths, parts, strict=True)}

    def abstracts(self) -> list[Abstract]:
        """Return the abstract of each text's annotation."""
        return self._memory.outlines(ANNOTATE, [self._asked(ANNOTATE, path) for path in self._paths], self._run)

    @property
    def renewed(self) -> list[str]:
        """The paths of the articles that had to be annotated."""
        worked = {*self._memory.worked[ANNOTATE.name]}
        return [path for path, parts in self._prints.items() if worked and ANNOTATE.key(parts) in worked]

    def packed(self, paths: Sequence[str]) -> Iterator[bytes]:
        """Yield the whole annotations of some articles as they are kept; `ANNOTATE` decodes them."""
        return self._memory.results(ANNOTATE, [self._asked(ANNOTATE, path) for path in paths], self._run)

    def html(self) -> Iterator[str]:
        """Yield the HTML of each body."""
        return (ANNOTATE.decode(one).html for one in self.packed(self._paths))

    def anchors(self) -> dict[str, tuple[Anchor, ...]]:
        """Return where each text mentions terms, by the addresses of the articles."""
        anchors = self._memory.recall(ANCHOR, [self._asked(ANCHOR, path) for path in self._paths], self._run)
        return dict(zip(self._addresses, anchors, strict=True))

    def sightings(self) -> list[Sighting]:
        """Return what the texts name and no term has, article by article."""
        surveys = self._memory.recall(SURVEY, [self._asked(SURVEY, path) for path in self._paths], self._run)
        return [replace(found, span=self.written(found.span)) for survey in surveys for found in survey]

    def problems(self, abstracts: Iterable[Abstract]) -> Iterator[Problem]:
        """Yield what annotating found, each at its place in the line as its author wrote it."""
        for abstract in abstracts:
            for problem in abstract.problems:
                yield replace(problem, span=self.written(problem.span))

    def slice(self, text: str) -> Slice:
        """Return the slice of a text that is not, or no more, among these."""
        return self._glossary.slice(text, self._archive)

    def body(self, path: str) -> Body:
        """Return an article's clean body."""
        return self.copies[path].body

    def written(self, span: Span) -> Span:
        """Show the line as its author wrote it, where cleaning has changed it; the column then is the words' own."""
        body = self.copies[span.file].written.body
        line = body.text.split("\n")[body.lines.index(span.line)] if span.line in body.lines else span.text
        if line == span.text:
            return span
        return replace(span, column=clean.written_column(span.text, span.column, line), text=line)

    def _asked(self, step: Step[Text, Any], path: str) -> Asked[Text]:
        return step.key(self._prints[path]), partial(self._text, path)

    def _text(self, path: str) -> Text:
        part = self._glossary.slice_of(self._findings[path], self._archive)
        return self.copies.packed(path), part, self._links, self._root


def link(content: Content, texts: Texts, copies: Copies) -> tuple[list[Entry], list[Problem]]:
    """Return the entries, each made of an article and its annotation's abstract."""
    abstracts = texts.abstracts()
    entries = [
        Entry.of(article, abstract, copies.outlines[article.path].face)
        for article, abstract in zip(content.articles, abstracts, strict=True)
    ]
    references = (reference for abstract in abstracts for reference in abstract.references)
    problems = texts.problems(abstracts)
    return entries, [*annotate.clashes(content.terms), *problems, *resolve(references, content)]


def define(content: Content, memory: Memory, run: Map) -> dict[str, Definition]:
    """Return the definition of each term by its slug."""
    headwords = [Headword.of(term, content.config.root) for term in content.terms]
    definitions = memory.map(DEFINE, headwords, run)
    return {term.slug: definition for term, definition in zip(content.terms, definitions, strict=True)}


def look_through(templates: Mapping[str, Template], memory: Memory, run: Map) -> Survey:
    """Return what is wrong in a site's templates, and what stands for each."""
    return memory.map(TEMPLATES, [templates], run)[0]


def relate(entries: Traits, memory: Memory, run: Map) -> Relations:
    """Return the relations of entries, which most edits leave as they are."""
    return memory.map(RELATE, [entries], run)[0]


def prose(content: Content) -> dict[str, str]:
    """Return the HTML of themes, stories and standing pages by address."""
    return {owner.address: annotate.prose(owner.body.text, content.config.root) for owner in content.owners}


def measure(made: Sequence[tuple[Article, Source]], texts: Texts, memory: Memory, run: Map) -> list[Excerpt]:
    """Return what each article has word for word from its original, which is given with it."""
    bodies = [(article.path, texts.copies[article.path].body, original) for article, original in made]
    return [replace(one, span=texts.written(one.span)) for one in memory.map(MEASURE, bodies, run)]


def explain(path: str, content: Content, copies: Copies) -> tuple[Explanation, ...] | None:
    """Return the explanations of the article at `path`, or None when the content has none there."""
    article = next((article for article in content.articles if article.path == path), None)
    if article is None:
        return None
    bodies = {article.path: copies[article.path].body for article in content.articles}
    glossary = Glossary(content.terms)
    parts = dict(zip(bodies, glossary.slices([body.text for body in bodies.values()]), strict=True))
    manuscript = Manuscript.of(article, bodies[path], content.config.links, content.config.root)
    return annotate.explain(manuscript, glossary.widened(parts[path], bodies[path].text))


def _scan(glossary: Glossary, packed: bytes) -> Findings:
    return glossary.findings(PACKED.decode(packed).body.text)


def _manuscript(packed: bytes, links: LinkPolicy, root: str) -> Manuscript:
    copy = PACKED.decode(packed)
    if copy.written.article is None:
        raise ValueError("there is no article")
    return Manuscript.of(copy.written.article, copy.body, links, root)


def _annotate(text: Text) -> Annotation:
    packed, part, links, root = text
    return annotate.annotate(_manuscript(packed, links, root), part)


def abstract_of(annotation: Annotation) -> Abstract:
    """Return what the rest of a site needs to know of an annotation."""
    return Abstract.of(annotation, annotate.links_in(annotation.html + annotation.note))


def _survey(text: Text) -> tuple[Sighting, ...]:
    packed, part, links, root = text
    return annotate.survey(_manuscript(packed, links, root), part)


def _anchor(text: Text) -> tuple[Anchor, ...]:
    packed, part, links, root = text
    return annotate.anchors(_manuscript(packed, links, root), part)


def _measure(made: tuple[str, Body, Source]) -> Excerpt:
    return measure_excerpt(*made)


RELATE: Step[Traits, Relations] = Step(group.relate, Relations)
TEMPLATES = Step(survey, Survey)
TERM = Step(read_term, WrittenTerm)
ANNOTATE = Outlined(_annotate, Annotation, abstract_of, Abstract)
DEFINE = Step(annotate.define, Definition)
ANCHOR = Step(_anchor, tuple[Anchor, ...])
MEASURE = Step(_measure, Excerpt)
SURVEY = Step(_survey, tuple[Sighting, ...])
