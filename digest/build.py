"""The flow, and nothing else: entries are read, cleaned, annotated, grouped, rendered and published."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

from digest import __version__, clean, files, search, steps
from digest.annotate import Explanation, Sighting
from digest.check import OF_THE_WHOLE, check, check_names, long_excerpts
from digest.clean.excerpts import Excerpt
from digest.group import group
from digest.memory import IMAGES, Memory
from digest.model import Content, Digest, Page, Source
from digest.problems import DigestError, Problem, Span, judged
from digest.publish import Claims, Stage
from digest.read import read
from digest.render import Look, Shared, posters, render
from digest.workers import workers

_AT_ONCE = 400  # originals that are held in memory
_DRAWN_AT_ONCE = 2000  # share images: about 40 MB of them


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
    annotations: bool = False


@dataclass(frozen=True, slots=True)
class Composed:
    """A digest before it is rendered, with all that was wrong until then.

    It is `whole` if every file could be read: else what a link leads to, or a term's mention, may be missing here only.
    `content` is what it is made of, before cleaning.
    """

    content: Content
    digest: Digest
    look: Look
    statics: tuple[files.Static, ...]
    problems: tuple[Problem, ...]
    whole: bool


@dataclass(frozen=True, slots=True)
class Discovered:
    """What a digest's entries name and no term has, the content as it was written, and what of it can't be read."""

    content: Content
    sightings: tuple[Sighting, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did: counts, and the warnings that did not stop it. `out` is the folder of the site."""

    out: Path
    entries: int
    terms: int
    links: int
    files: int
    indexed: bool
    problems: tuple[Problem, ...]


Say = Callable[[str], None]


def build(root: Path, options: Options, say: Say = lambda _: None) -> Report:
    """Build the digest in `root` and publish it; `say` is told what is being done.

    DigestError with all problems when one of them is an error (or a warning, if strict): the published site then is
    as it was. SurroundingsError when the disk, the search or another build is in the way.
    """
    with files.locked(root) as folder, Stage(root / options.out, folder / files.SHELF) as stage:
        composed = compose(root, options, folder, say)
        claims = Claims()
        shares, problems = illustrate(composed, options, folder, stage, claims, say)
        say("rendering")
        shards = search.Shards()
        for made in produce(composed, claims, shares):
            if isinstance(made, Problem):
                problems.append(made)
            else:
                shards.add(made)
                stage.add(made)
        verdict = judge(composed, problems, claims.paths, options)
        say("indexing")
        indexed = options.search and search.index(stage.folder, shards, stage.out, options.jobs)
        say("publishing")
        stage.publish()
    return _report(composed.digest, stage.out, len(claims.paths), verdict, indexed=indexed)


def preview(root: Path, options: Options, say: Say = lambda _: None) -> Report:
    """Build the digest in `root` into its preview folder, file by file, without an index; raises as `build` does."""
    with files.locked(root) as folder:
        composed = compose(root, options, folder, say)
        made, verdict = rehearse(composed, options)
        files.update(folder / files.PREVIEW, made, keep=search.FOLDER)
    return _report(composed.digest, folder / files.PREVIEW, len(made), verdict, indexed=False)


def examine(root: Path, options: Options, say: Say = lambda _: None) -> Report:
    """Do all of a build but the writing, and look at the archive's own words; raises as `build` does."""
    with files.locked(root) as folder:
        composed = compose(root, options, folder, say)
        say("looking for names")
        named = check_names(composed.digest, survey(composed, options, folder))
        say("looking at originals")
        copied = long_excerpts(excerpts(root, composed, options, folder))
    made, verdict = rehearse(replace(composed, problems=(*composed.problems, *named, *copied)), options)
    return _report(composed.digest, Path(), len(made), verdict, indexed=False)


def explain(root: Path, path: str, options: Options) -> tuple[Explanation, ...]:
    """Explain the article at `path`, from `root`: each link, and each candidate that is none.

    DigestError when the article can't be read or there is none.
    """
    sources, _, _ = files.find(root)
    content, problems = read(sources, options.now, clean.RULE_NAMES)
    # How rare a term is decides links too, so the archive is the one that a build sees, and the article itself.
    shown = tuple(article for article in content.articles if article.path == path or article.is_public(options.now))
    explanations = steps.explain(path, replace(content, articles=shown))
    if explanations is None:
        wrong = [problem for problem in problems if problem.span.file == path]
        raise DigestError(*wrong or [Problem(Span(path), "there is no such article in this digest", code="missing")])
    return explanations


def discover(root: Path, options: Options, say: Say = lambda _: None) -> Discovered:
    """Look through the entries of the digest in `root` for what its glossary lacks."""
    with files.locked(root) as folder:
        say("reading")
        sources, _, _ = files.find(root)
        content, problems = read(sources, options.now, clean.RULE_NAMES)
        content = chosen(content, options)
        articles, _ = steps.tidy(content)
        say(f"looking through {len(articles)} entries")
        with Memory(folder if options.cache else None) as memory, workers(options.jobs, len(articles)) as run:
            sightings = steps.survey(articles, content, memory, run)
    return Discovered(content, tuple(sightings), tuple(problem for problem in problems if problem.is_error))


def compose(root: Path, options: Options, folder: Path, say: Say) -> Composed:
    """Read, clean, annotate and group the digest in `root`; `folder` holds its cache."""
    say("reading")
    look, bad_look = steps.dress(files.look(root))
    sources, statics, stray = files.find(root)
    content, unread = read(sources, options.now, clean.RULE_NAMES)
    whole = {problem.span.file for problem in unread if problem.is_error} <= content.paths
    content = chosen(content, options)
    say("cleaning")
    articles, cut = steps.tidy(content)
    say(f"annotating {len(articles)} entries")
    with Memory(folder if options.cache else None) as memory, workers(options.jobs, len(articles)) as run:
        entries, unlinked = steps.link(articles, content, memory, run)
        definitions = steps.define(content, memory, run)
        anchors = steps.anchor(articles, content, memory, run) if options.annotations else {}
    digest = replace(group(entries, content, definitions, steps.texts(content)), anchors=anchors)
    unlettered = steps.unlettered(digest, look) if content.config.share_images else []
    problems = (*bad_look, *stray, *unread, *cut, *unlinked, *unlettered, *memory.notices)
    return Composed(content, digest, look, tuple(statics), problems, whole)


def survey(composed: Composed, options: Options, folder: Path) -> list[Sighting]:
    """Return what the entries name and no term has, the newest entry first; `folder` holds the digest's cache."""
    articles = [entry.article for entry in composed.digest.entries]
    with Memory(folder if options.cache else None) as memory, workers(options.jobs, len(articles)) as run:
        return steps.survey(articles, composed.content, memory, run)


def excerpts(root: Path, composed: Composed, options: Options, folder: Path) -> list[Excerpt]:
    """Return what the entries have word for word from the originals that are kept; `folder` holds the cache."""
    kept = files.originals(root)
    made = [
        (entry.article, kept[entry.article.stem]) for entry in composed.digest.entries if entry.article.stem in kept
    ]
    found: list[Excerpt] = []
    with Memory(folder if options.cache else None) as memory, workers(options.jobs, len(made)) as run:
        for start in range(0, len(made), _AT_ONCE):
            part = made[start : start + _AT_ONCE]
            read_in = [(article, Source(path.name, files.read(str(path)))) for article, path in part]
            found += steps.measure(read_in, composed.content, memory, run)
    return found


def chosen(content: Content, options: Options) -> Content:
    """Return the content that is shown: what is public now, or all of it; at another base URL if one is asked for."""
    articles = tuple(article for article in content.articles if options.drafts or article.is_public(options.now))
    base_url = f"{options.base_url.rstrip('/')}/" if options.base_url else content.config.base_url
    return replace(content, config=replace(content.config, base_url=base_url), articles=articles)


def illustrate(
    composed: Composed, options: Options, folder: Path, stage: Stage, claims: Claims, say: Say
) -> tuple[dict[str, Shared], list[Problem]]:
    """Stage the share images, unless the site wants none or has errors; return them by the addresses of their pages.

    `folder` holds the digest's cache, which is kept apart: it knows what builds have drawn, and previews draw nothing.
    """
    if not composed.content.config.share_images or any(problem.is_error for problem in composed.problems):
        return {}, []
    shares: dict[str, Shared] = {}
    wanted = posters(composed.digest, composed.look.words)
    say(f"drawing {len(wanted)} share images")
    with Memory(folder if options.cache else None, IMAGES) as memory, workers(options.jobs, len(wanted)) as run:
        for start in range(0, len(wanted), _DRAWN_AT_ONCE):
            some = list(wanted.items())[start : start + _DRAWN_AT_ONCE]
            images = steps.illustrate([poster for _, poster in some], composed.look, memory, run, stage.former)
            for (address, poster), image in zip(some, images, strict=True):
                if image.path not in claims.paths:
                    claims.take(image)
                    stage.add(image)
                shares[address] = (f"/{image.path}", poster.says)
    return shares, list(memory.notices)


def produce(
    composed: Composed, claims: Claims, shares: Mapping[str, Shared] | None = None
) -> Iterator[Page | files.Static | Problem]:
    """Yield every file of the site; in place of one whose path is taken already, and for bad templates, a problem.

    Share images are staged before: `shares` has them by the addresses of their pages.
    """
    for made in chain(render(composed.digest, composed.look, __version__, shares), composed.statics):
        yield made if isinstance(made, Problem) else claims.take(made) or made


def rehearse(composed: Composed, options: Options) -> tuple[list[Page | files.Static], tuple[Problem, ...]]:
    """Return every file of the site and all warnings; DigestError with everything when there is an error."""
    claims = Claims()
    produced = list(produce(composed, claims))
    problems = [made for made in produced if isinstance(made, Problem)]
    made = [made for made in produced if not isinstance(made, Problem)]
    return made, judge(composed, problems, claims.paths, options)


def judge(
    composed: Composed, problems: Iterable[Problem], paths: Collection[str], options: Options
) -> tuple[Problem, ...]:
    """Return all warnings, graded as the site wants them; DigestError with everything when there is an error."""
    today = options.now.astimezone(UTC).date()
    found = (*composed.problems, *problems, *check(composed.digest, paths, today))
    if not composed.whole:
        found = tuple(problem for problem in found if problem.code not in OF_THE_WHOLE)
    verdict: Sequence[Problem] = judged(found, composed.digest.config.checks)
    if options.strict:
        verdict = [problem if problem.code == "cache" else replace(problem, severity="error") for problem in verdict]
    if any(problem.is_error for problem in verdict):
        raise DigestError(*verdict)
    return tuple(verdict)


def _report(digest: Digest, out: Path, count: int, problems: tuple[Problem, ...], *, indexed: bool) -> Report:
    links = sum(len(entry.linked) for entry in digest.entries)
    return Report(out, len(digest.entries), len(digest.terms), links, count, indexed, problems)
