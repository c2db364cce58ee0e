"""The flow, and nothing else: entries are read, cleaned, annotated, grouped, rendered and published."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from digest import files, search, stamp, steps
from digest.ahead import Ahead
from digest.annotate import Explanation, Sighting
from digest.check import check_names, long_excerpts
from digest.model import Content, Digest
from digest.options import Options, Report, Say, silent
from digest.printing import Site, print_site, shards
from digest.problems import DigestError, Problem, Span
from digest.proof import Galley
from digest.publish import Stage
from digest.session import Session, chosen
from digest.shards import Shards

__all__ = ["Discovered", "Options", "Report", "Say", "build", "discover", "examine", "explain", "preview"]


@dataclass(frozen=True, slots=True)
class Discovered:
    """What a digest's entries name and no term has, the content as it was written, and what of it can't be read."""

    content: Content
    sightings: tuple[Sighting, ...]
    problems: tuple[Problem, ...]


def build(root: Path, options: Options, say: Say = silent) -> Report:
    """Build the digest in `root` and publish it; `say` is told what is being done.

    DigestError with all problems when one of them is an error (or a warning, if strict): the published site then is
    as it was. SurroundingsError when the disk, the search or another build is in the way.
    """
    with (
        files.locked(root) as folder,
        Stage(root / options.out, folder if options.cache else None) as stage,
        Ahead(stage) as ahead,
    ):
        with Session(root, folder, options, say) as session:
            composed = session.compose()
            if options.search:
                ahead.begin(session, composed)
            site = print_site(session, composed, stage, drawn=composed.content.config.share_images)
            say("indexing")
            found = shards(session, stage) if options.search else Shards()
        if not options.search:
            search.remove(stage.folder)
        indexed = options.search and search.index(stage.folder, found, stage.out, options.jobs, ahead.take)
        say("publishing")
        stage.publish()
        report = _report(composed.digest, stage.out, site, indexed=indexed)
        if options.why:
            report = replace(report, renewed=(*session.renewed(composed), *site.renewed))
        if options.cache:
            stamp.put(root, folder, options, session.found, session.began, session.until(composed), report)
    return report


def preview(root: Path, options: Options, say: Say = silent, take: Callable[[Galley], None] | None = None) -> Report:
    """Build the digest in `root` into its preview folder, without an index or share images; raises as `build` does.

    `take` is given what proofs can be made with until the next build.
    """
    with files.locked(root) as folder:
        shown = Stage(folder / files.PREVIEW, folder if options.cache else None, preview=True)
        with shown as stage, Session(root, folder, replace(options, search=False), say) as session:
            composed = session.compose()
            site = print_site(session, composed, stage)
            stage.publish()
    if take:
        take(Galley.of(composed, site.desk, options.now))
    return _report(composed.digest, stage.out, site, indexed=False)


def examine(root: Path, options: Options, say: Say = silent) -> Report:
    """Do all of a build but the writing, and look at the archive's own words; raises as `build` does."""
    with files.locked(root) as folder, Session(root, folder, options, say) as session:
        composed = session.compose()
        say("looking for names")
        named = check_names(composed.digest, composed.texts.sightings(), composed.texts.html())
        say("looking at originals")
        copied = long_excerpts(session.excerpts(composed))
        found = replace(composed, problems=(*composed.problems, *named, *copied))
        site = print_site(session, found, None)
    return _report(composed.digest, Path(), site, indexed=False)


def explain(root: Path, path: str, options: Options) -> tuple[Explanation, ...]:
    """Explain the article at `path`, from `root`: each link, and each candidate that is none.

    DigestError when the article can't be read or there is none.
    """
    with Session(root, None, options) as session:
        content, copies, problems, _ = session.read()
        # How rare a term is decides links too, so the archive is the one that a build sees, and the article itself.
        shown = tuple(article for article in content.articles if article.path == path or article.is_public(options.now))
        explanations = steps.explain(path, replace(content, articles=shown), copies)
    if explanations is None:
        wrong = [problem for problem in problems if problem.span.file == path]
        raise DigestError(*wrong or [Problem(Span(path), "there is no such article in this digest", code="missing")])
    return explanations


def discover(root: Path, options: Options, say: Say = silent) -> Discovered:
    """Look through the entries of the digest in `root` for what its glossary lacks."""
    with files.locked(root) as folder, Session(root, folder, options, say) as session:
        content, copies, problems, _ = session.read()
        content = chosen(content, options)
        say(f"looking through {len(content.articles)} entries")
        texts = steps.Texts(content, copies, session.memory, session.run)
        sightings = texts.sightings()
    return Discovered(content, tuple(sightings), tuple(problem for problem in problems if problem.is_error))


def _report(digest: Digest, out: Path, site: Site, *, indexed: bool) -> Report:
    links = sum(len(entry.linked) for entry in digest.entries)
    return Report(out, len(digest.entries), len(digest.terms), links, site.files, indexed, site.problems)
