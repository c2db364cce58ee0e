"""A session: what one build knows of a digest, remembers of it and makes of it, in the order of the stages."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC
from functools import partial
from pathlib import Path

from digest import clean, files, steps
from digest.check import OF_THE_WHOLE, check
from digest.clean.excerpts import Excerpt
from digest.copies import Copies, CopyDesk
from digest.files import Static
from digest.group import group
from digest.index import Index
from digest.looks import dress
from digest.memory import Memory
from digest.model import Content, Digest, Source
from digest.options import Options, Renewal, Say, silent
from digest.problems import DigestError, Problem, judged
from digest.read import assemble, is_article, is_term, read_config
from digest.read.dates import zone
from digest.render import Look, Survey
from digest.stamp import until
from digest.workers import Workers

_AT_ONCE = 400  # originals that are held in memory


@dataclass(frozen=True, slots=True)
class Composed:
    """A digest before it is rendered, with all that was wrong until then.

    It is `whole` if every file could be read: else what a link leads to, or a term's mention, may be missing here only.
    `content` is what it is made of, `texts` are those of its entries; `statics` come with the hashes of their bytes.
    """

    content: Content
    digest: Digest
    texts: steps.Texts
    look: Look
    survey: Survey
    statics: tuple[tuple[Static, bytes], ...]
    problems: tuple[Problem, ...]
    whole: bool


class Session:
    """Use it as a context manager; it keeps open what is remembered of the digest in `root`."""

    def __init__(self, root: Path, cache: Path | None, options: Options, say: Say = silent) -> None:
        """`cache` is the digest's cache folder, which stays unused where the options say so."""
        self.root, self.options, self.say = root, options, say
        self._cache = cache if options.cache else None
        self.run = Workers(options.jobs, options.scheduler)

    def __enter__(self) -> Session:
        """Begin."""
        self.memory = Memory(self._cache)
        return self

    def __exit__(self, *error: object) -> None:
        """End."""
        self.run.close()
        self.memory.__exit__(*error)

    def read(self) -> tuple[Content, Copies, list[Problem], list[tuple[Static, bytes]]]:
        """Return all that authors wrote, what is wrong in it, and what is copied as it is."""
        self.say("reading")
        index = Index(self.root, self._cache)  # before the files are looked at: its clock is asked first
        found, stray = files.listed(self.root)
        self.found, self.began = found, index.began
        hashes = {file.path: known for file, known in zip(found, index.hashes(found), strict=True)}
        statics = [(files.static(self.root, file), hashes.pop(file.path)) for file in found if files.is_static(file)]
        articles = {path: known for path, known in hashes.items() if is_article(path)}
        terms = {path: known for path, known in hashes.items() if is_term(path)}
        others = [index.source(path) for path in hashes if path not in articles and path not in terms]
        config, _, _ = read_config(others, clean.RULE_NAMES)
        copies = Copies(articles, index.source, CopyDesk.of(config, self.options.now), self.memory, self.run)
        written = steps.terms(terms, index.source, self.memory, self.run)
        content, problems = assemble([*copies.outlines.values()], written, others, clean.RULE_NAMES)
        self.articles = content.articles
        return content, copies, [*stray, *problems], statics

    def compose(self) -> Composed:
        """Read, clean, annotate and group the digest."""
        look, bad_look = dress(files.look(self.root))
        survey = steps.look_through(look.templates, self.memory, self.run)
        content, copies, problems, statics = self.read()
        whole = {problem.span.file for problem in problems if problem.is_error} <= content.paths
        content = chosen(content, self.options)
        self.say(f"annotating {len(content.articles)} entries")
        texts = steps.Texts(content, copies, self.memory, self.run)
        entries, unlinked = steps.link(content, texts, copies)
        definitions = steps.define(content, self.memory, self.run)
        relations = partial(steps.relate, memory=self.memory, run=self.run)
        digest = group(entries, content, definitions, steps.prose(content), relations)
        if self.options.annotations:
            digest = replace(digest, anchors=texts.anchors())
        found = (*bad_look, *survey.problems, *problems, *steps.cut(content.articles, copies), *unlinked)
        return Composed(content, digest, texts, look, survey, tuple(statics), found, whole)

    def until(self, composed: Composed) -> float:
        """Return when a build of the same files may give something else."""
        now = self.options.now
        today = now.astimezone(UTC), now.astimezone(zone(composed.content.config.timezone))
        return until(self.articles, today, now)

    def renewed(self, composed: Composed) -> tuple[Renewal, ...]:
        """Return which articles were read, which annotated, and why."""
        read = composed.texts.copies.renewed
        texts = (Renewal(path, ("its file",)) for path in read)
        annotated = composed.texts.renewed
        links = (Renewal(path, ("its terms, or how the site links",)) for path in annotated if path not in {*read})
        return (*texts, *links)

    def excerpts(self, composed: Composed) -> list[Excerpt]:
        """Return what the entries have word for word from the originals that are kept."""
        kept = files.originals(self.root)
        articles = (entry.article for entry in composed.digest.entries)
        made = [(article, kept[article.stem]) for article in articles if article.stem in kept]
        found: list[Excerpt] = []
        for start in range(0, len(made), _AT_ONCE):
            part = made[start : start + _AT_ONCE]
            read_in = [(article, Source(path.name, files.read(str(path)))) for article, path in part]
            found += steps.measure(read_in, composed.texts, self.memory, self.run)
        return found

    def judge(self, composed: Composed, problems: Iterable[Problem], paths: Collection[str]) -> tuple[Problem, ...]:
        """Return all warnings, graded as the site wants them; DigestError with everything when there is an error."""
        today = self.options.now.astimezone(UTC).date()
        found = (
            *composed.problems,
            *self.memory.notices,
            *problems,
            *check(composed.digest, paths, today, composed.texts.body),
        )
        if not composed.whole:
            found = tuple(problem for problem in found if problem.code not in OF_THE_WHOLE)
        verdict: Sequence[Problem] = judged(found, composed.digest.config.checks)
        if self.options.strict:
            verdict = [one if one.code == "cache" else replace(one, severity="error") for one in verdict]
        if any(problem.is_error for problem in verdict):
            raise DigestError(*verdict)
        return tuple(verdict)


def chosen(content: Content, options: Options) -> Content:
    """Return the content that is shown: what is public now, or all of it; at another base URL if one is asked for."""
    articles = tuple(article for article in content.articles if options.drafts or article.is_public(options.now))
    base_url = f"{options.base_url.rstrip('/')}/" if options.base_url else content.config.base_url
    return replace(content, config=replace(content.config, base_url=base_url), articles=articles)
