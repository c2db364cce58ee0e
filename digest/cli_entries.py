"""The commands for single entries: `digest new`, `import` and `explain`."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from digest import authoring, files, scaffold, screen
from digest.arguments import now
from digest.clean.draft import told
from digest.clean.links import target
from digest.clean.verdicts import fates
from digest.problems import DigestError, Problem, Span


@click.command()
@click.argument("title")
@click.option("--dir", "root", default=".", type=click.Path(path_type=Path), help="The digest's folder.")
@click.option("--slug", default="", help="The last part of the address, where the title has no Latin letters.")
def new(title: str, root: Path, slug: str) -> None:
    """Begin a draft.

    Example: digest new "Envoys meet in Geneva"
    """
    click.echo(scaffold.new(root, title, slug, now().date(), authoring.theme_slugs(root)))


@click.command("import")
@click.argument("source", metavar="FILE|URL|-")
@click.option("--out", type=click.Path(path_type=Path), help="The file to write. [a new one in content/articles/]")
@click.option("--url", default="", help="The original's address, where SOURCE does not say it.")
@click.option("--encoding", default="", help="The characters' encoding, to overrule what the input says.")
@click.option("--show-removed", is_flag=True, help="Print every line that was cut or moved, with its rule.")
@click.option("--keep-all", is_flag=True, help="Cut nothing.")
@click.option("--captions", is_flag=True, help="Keep the captions of a page's pictures.")
@click.option("--keep-original", is_flag=True, help=f"Keep the original in {files.ORIGINALS}/, for `check` to compare.")
@click.option("--yes", is_flag=True, help="Don't ask when more than a third would be cut.")
def import_(
    source: str, *, out: Path | None, show_removed: bool, keep_original: bool, yes: bool, **chosen: Any
) -> None:
    """Make a clean draft of a saved page, an address, a pasted text, a mail or a Word file.

    Example: digest import page.html --url https://example.org/report
    """
    _check_import(source, chosen["url"], chosen["encoding"], out)
    home = files.home_of(out) if out else Path()
    if out is None or keep_original:
        files.expect_content(home)
    imported = authoring.import_draft(source, home, **chosen)
    draft, removed = imported.draft, fates(imported.draft.removals, imported.draft)
    screen.show(draft.problems)
    if draft.kept_share < authoring.LEAST_KEPT and not yes:
        screen.show_removed(removed)
        _ask(source, f"only {draft.kept_share:.0%} of the words would be kept")
    names = (draft.title, authoring.stem(source), draft.source)
    path = out or scaffold.draft_path(Path(), names, draft.date, now().date())
    authoring.write_draft(imported, path, files.original_of(home, path, imported.suffix) if keep_original else None)
    screen.show_told(told(draft))
    if draft.made_title:
        screen.line("no headline was found: the title is made of the first sentence")
    if not draft.source:
        screen.line('the outlet is unknown: add "sources"')
    screen.show_removed(removed) if show_removed else screen.show_counts(removed)
    click.echo(path)


def _ask(source: str, what: str) -> None:
    """Ask whether to go on; where nobody can answer, DigestError."""
    if not sys.stdin.isatty():
        hint = "see what was cut; then --yes writes the draft, and --keep-all cuts nothing"
        raise DigestError(Problem(Span(source), what, hint, "import"))
    click.confirm(f"{what[0].upper()}{what[1:]}. Write the draft?", abort=True, err=True)


def _check_import(source: str, url: str, encoding: str, out: Path | None) -> None:
    if not (source == "-" or authoring.is_address(source) or Path(source).is_file()):
        raise click.BadParameter(_no_file(source), param_hint="FILE")
    if out and out.suffix != ".md":
        raise click.BadParameter(f'"{out}": the file of an entry ends in .md', param_hint="--out")
    if url and not (authoring.is_address(url) and target(url)):
        raise click.BadParameter("an address begins with https:// or http://", param_hint="--url")
    try:
        b"x".decode(encoding or "utf-8", "ignore")
    except (LookupError, UnicodeError) as error:
        raise click.BadParameter(f"{error}; write utf-8, windows-1252 or the like", param_hint="--encoding") from error


def _no_file(source: str) -> str:
    if Path(source).is_dir():
        return f'"{source}" is a folder; name a file in it'
    if "://" in source:
        return f'"{source}" can\'t be fetched: an address begins with https:// or http://'
    return f'there is no file "{source}"'


@click.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.argument("term", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def explain(file: Path, term: str | None, *, as_json: bool) -> None:
    """Say of each place in an entry that may mean a term why it is linked or not.

    TERM is a slug or a spelling. Example: digest explain content/articles/2025-04-09-baku-talks.md T4
    """
    found = [item for item in authoring.explain_file(file, now()) if authoring.concerns(item, term)]
    if term is not None and not found and (unknown := authoring.unknown_term(file, term, now())):
        raise click.BadParameter(unknown, param_hint="TERM")
    if as_json:
        click.echo(json.dumps([asdict(item) for item in found], ensure_ascii=False, indent=1))
        return
    if found:
        screen.show_explanations(found)
    else:
        screen.line("nothing in this entry may mean that" if term else "nothing in this entry may mean a term")
