"""The flow, and nothing else: entries are read, cleaned, annotated, grouped, rendered and published."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timezone
from itertools import chain
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

from digest import __version__, annotate, clean, files, search
from digest.annotate import Glossary, Headword, Manuscript, Slice
from digest.check import check
from digest.group import group
from digest.memory import Map, Memory, Step
from digest.model import Annotation, Article, Content, Definition, Digest, Entry, Page
from digest.problems import RULES, DigestError, Problem, Span, SurroundingsError, judged
from digest.read import read, resolve
from digest.read.words import read_words
from digest.render import Look, Template, render

A = TypeVar("A")
R = TypeVar("R")

_POOL_FROM = 400  # texts from which starting other processes pays
_CHUNK = 100  # texts that a process is handed at once


@dataclass(frozen=True, slots=True)
class Options:
    """What a build is asked for besides the content. `now` is aware; `out` is relative to the digest's folder."""

    now: datetime
    out: str = "site"
    drafts: bool = False
    strict: bool = False
    base_url: str = ""
    jobs: int = 0
    search: bool = True
    cache: bool = True


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did: counts, and the warnings that did not stop it."""

    out: Path
    entries: int
    terms: int
    pages: int
    links: int
    indexed: bool
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A digest before it is rendered, with all that was wrong until then."""

    digest: Digest
    look: Look
    statics: tuple[files.Static, ...]
    problems: tuple[Problem, ...]


Say = Callable[[str], None]


def build(root: Path, options: Options, say: Say = lambda _: None) -> Report:
    """Build the digest in `root` and publish it; `say` is told what is being done.

    DigestError with all problems when one of them is an error (or a warning, if strict): the published site then is
    as it was. SurroundingsError when the disk, the search or another build is in the way.
    """
    with files.locked(root) as folder, files.Stage(root / options.out) as stage:
        draft = compose(root, options, folder, say)
        say("rendering")
        key, problems, written = search.IndexKey(), list(draft.problems), set()
        for made in chain(render(draft.digest, draft.look, __version__), draft.statics):
            problems += filter(None, [_put(stage, made, key, written)])
        problems += _checked(draft.digest, written, options)
        verdict = judged(problems, draft.digest.config.checks)
        refuse(verdict, strict=options.strict)
        if options.search:
            say("indexing")
        indexed = options.search and search.index(stage.folder, key, stage.out)
        say("publishing")
        stage.publish()
    return report(draft.digest, stage.out, len(written), verdict, indexed=indexed)


def compose(root: Path, options: Options, folder: Path, say: Say) -> Draft:
    """Read, clean, annotate and group the digest in `root`; `folder` holds its cache."""
    say("reading")
    sources, statics, problems = files.find(root)
    look, found = read_look(root)
    problems += found
    content, found = read(sources, options.now, clean.RULE_NAMES)
    problems += found
    content = chosen(content, options)
    say("cleaning")
    articles, found = cleaned(content)
    problems += found
    say("annotating")
    with _memory(folder, options) as memory, _pool(options, len(articles)) as run:
        entries = annotated(articles, content, memory, run)
        definitions = defined(content, memory, run)
        problems += [Problem(Span(str(folder)), memory.notice, code="cache", severity="warning")] if memory.notice else []
    problems += annotate.clashes(content.terms)
    problems += resolve((reference for entry in entries for reference in entry.annotation.references), content)
    problems += [problem for entry in entries for problem in entry.annotation.problems]
    texts = {
        owner.address: annotate.prose(owner.body.text, content.config.root)
        for owner in (*content.themes, *content.stories, *content.pages)
    }
    return Draft(group(entries, content, definitions, texts), look, tuple(statics), tuple(problems))


def chosen(content: Content, options: Options) -> Content:
    """Return the content that is shown: what is public now, or with `drafts` everything; at another base URL if asked."""
    config = replace(content.config, base_url=options.base_url.rstrip("/") + "/") if options.base_url else content.config
    articles = tuple(article for article in content.articles if options.drafts or article.is_public(options.now))
    return replace(content, config=config, articles=articles)


def cleaned(content: Content) -> tuple[list[Article], list[Problem]]:
    """Return the articles with clean texts, and a warning for each line that was cut."""
    articles, problems = [], []
    for article in content.articles:
        if not (content.config.clean and article.clean):
            articles.append(article)
            continue
        result = clean.clean_body(article.body, content.config.rules)
        articles.append(replace(article, body=result.body) if result.body != article.body else article)
        problems += [_cut(article, removal) for removal in result.removals]
    return articles, problems


def annotated(articles: Sequence[Article], content: Content, memory: Memory, run: Map) -> list[Entry]:
    """Return the entries, each made of an article and its slice of the glossary."""
    slices = Glossary(content.terms).slices([article.body.text for article in articles])
    texts = [(Manuscript.of(article, content.config), part) for article, part in zip(articles, slices, strict=True)]
    annotations = memory.map(ANNOTATE, texts, run)
    return [Entry(article, annotation) for article, annotation in zip(articles, annotations, strict=True)]


def defined(content: Content, memory: Memory, run: Map) -> dict[str, Definition]:
    """Return the definition of each term by its slug."""
    headwords = [Headword.of(term, content.config.root) for term in content.terms]
    definitions = memory.map(DEFINE, headwords, run)
    return {term.slug: definition for term, definition in zip(content.terms, definitions, strict=True)}


def _annotate(text: tuple[Manuscript, Slice]) -> Annotation:
    return annotate.annotate(*text)


ANNOTATE = Step(_annotate, Annotation)
DEFINE = Step(annotate.define, Definition)


def read_look(root: Path) -> tuple[Look, list[Problem]]:
    """Return how the digest in `root` looks: its own templates, assets and words before the built-in ones."""
    problems: list[Problem] = []
    templates, assets, words = {}, {}, {}
    for name, source in files.look(root).items():
        if name.startswith("assets/"):
            assets[name.removeprefix("assets/")] = source.data
        elif name.startswith("lang/"):
            words[Path(name).stem], found = read_words(source)
            problems += found
        else:
            templates[name] = Template(source.path, source.data.decode("utf-8", "replace"))
    return Look(templates, assets, words), problems


def refuse(problems: Sequence[Problem], *, strict: bool) -> None:
    """Raise a DigestError with all problems if one of them is an error; if `strict`, warnings are errors too."""
    if strict:
        problems = [replace(problem, severity="error") for problem in problems]
    if any(problem.is_error for problem in problems):
        raise DigestError(*problems)


def report(digest: Digest, out: Path, pages: int, problems: tuple[Problem, ...], *, indexed: bool) -> Report:
    """Return what a build did."""
    links = sum(len(entry.linked) for entry in digest.entries)
    return Report(out, len(digest.entries), len(digest.terms), pages, links, indexed, problems)


def _put(stage: files.Stage, made: Page | Problem | files.Static, key: search.IndexKey, written: set[str]) -> Problem | None:
    if isinstance(made, Problem):
        return made
    written.add(made.path)
    if isinstance(made, files.Static):
        return stage.copy(made)
    key.add(made)
    return stage.add(made)


def _checked(digest: Digest, paths: set[str], options: Options) -> Iterator[Problem]:
    return check(digest, paths, options.now.astimezone(timezone.utc).date())


def _cut(article: Article, removal: clean.Removal) -> Problem:
    hint = "delete it (digest clean FILE --write), or keep it with clean: false"
    message = f'cut by the rule "{removal.rule}": {removal.text.strip()[:80]}'
    return Problem(Span(article.path, removal.line), message, hint, "cut-line", RULES["cut-line"])


@contextmanager
def _memory(folder: Path, options: Options) -> Iterator[Memory]:
    memory = Memory(folder if options.cache else None)
    try:
        yield memory
    finally:
        memory.close()


@contextmanager
def _pool(options: Options, texts: int) -> Iterator[Map]:
    """Give a map over other processes where that pays, else the plain one."""
    jobs = options.jobs or os.cpu_count() or 1
    if jobs == 1 or texts < _POOL_FROM:
        yield _in_turn
        return
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        yield lambda step, arguments: _spread(pool, step, arguments)


def _in_turn(step: Callable[[A], R], arguments: Sequence[A]) -> Sequence[R]:
    return [step(argument) for argument in arguments]


def _spread(pool: Executor, step: Callable[[A], R], arguments: Sequence[A]) -> Sequence[R]:
    if len(arguments) < _POOL_FROM:
        return _in_turn(step, arguments)
    try:
        return list(pool.map(step, arguments, chunksize=_CHUNK))
    except BrokenExecutor as error:
        raise SurroundingsError(f"a worker process ended: {error}; build again with --jobs 1") from error
