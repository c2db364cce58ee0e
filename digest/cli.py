"""Commands and exit codes.

0: fine, warnings included. 1: something in the content is wrong. 2: wrong use. 3: the surroundings failed.
A fault of our own is a traceback.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any, TypeVar

import click

from digest import __version__, authoring, files, scaffold, screen
from digest import build as building
from digest.arguments import Root, now
from digest.build import Options
from digest.clean.draft import told
from digest.clean.links import target
from digest.clean.verdicts import fates
from digest.cli_clean import clean
from digest.cli_terms import terms
from digest.problems import DigestError, Problem, Span, SurroundingsError
from digest.read.site import base_url

F = TypeVar("F", bound=Callable[..., Any])


class _Commands(click.Group):
    """Turns what went wrong into messages and exit codes."""

    def invoke(self, ctx: click.Context) -> Any:  # click's own signature
        try:
            return super().invoke(ctx)
        except DigestError as error:
            screen.show(error.problems)
            ctx.exit(1)
        except KeyboardInterrupt:
            ctx.exit(130)  # what shells say of a program that Ctrl-C ended
        except BrokenPipeError:
            raise  # click ends quietly when whoever reads our output has had enough
        except (SurroundingsError, OSError) as error:
            screen.failed(error)
            ctx.exit(3)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="digest")
def main() -> None:
    """Make a news digest that explains itself: Markdown in, an annotated and searchable site out.

    DIR is the folder that holds content/; without it, the current folder.
    """


main.add_command(clean)
main.add_command(terms)


@main.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def init(folder: Path) -> None:
    """Make a small digest in a new folder.

    Example: digest init our-news && digest serve our-news
    """
    for path in scaffold.init(folder, now().date()):
        screen.line(f"made {path}")


def _build_options(command: F) -> F:
    """Add the options that `build` and `check` share."""
    for option in (
        click.option("--drafts", is_flag=True, help="Include drafts and entries that are not public yet."),
        click.option("--strict", is_flag=True, help="Let warnings fail too."),
        click.option("--base-url", default="", metavar="URL", help="Where the site will be, instead of site.yaml's."),
        click.option("--jobs", default=0, type=click.IntRange(0), metavar="N", help="Processes to use; 0: one a core."),
        click.option("--no-cache", is_flag=True, help="Work everything out again."),
        click.option(
            "--now", metavar="TIME", help="What counts as now, such as 2025-04-12T06:00+03:00; UTC without an offset."
        ),
        click.option("--json", "as_json", is_flag=True, help="Print a report as JSON."),
    ):
        command = option(command)
    return command


@main.command()
@Root
@click.option("--out", default="site", metavar="DIR", help="The output folder, from DIR. [site]")
@click.option("--no-search", is_flag=True, help="Make no search index.")
@click.option("--annotations", is_flag=True, help="Put each entry's mentions beside its page, as Web Annotations.")
@_build_options
def build(root: Path, *, out: str, no_search: bool, annotations: bool, as_json: bool, **chosen: Any) -> None:
    """Build the site and publish it in one step: after an error the last site is as it was.

    Example: digest build --strict
    """
    options = replace(_options(chosen), out=out, search=not no_search, annotations=annotations)
    with screen.reported(as_json), screen.status() as say:
        report = building.build(root, options, say)
    screen.show_report(report, as_json=as_json)


@main.command()
@Root
@_build_options
def check(root: Path, *, as_json: bool, **chosen: Any) -> None:
    """Say what is wrong or weak in a digest, without building it.

    Example: digest check --drafts
    """
    with screen.reported(as_json), screen.status() as say:
        report = building.examine(root, _options(chosen), say)
    screen.show_report(report, as_json=as_json)


@main.command()
@Root
@click.option("--host", default="127.0.0.1", help="The address to listen on. [127.0.0.1]")
@click.option("--port", default=8000, type=click.IntRange(1, 65535), help="The port to listen on. [8000]")
@click.option("--no-drafts", is_flag=True, help="Leave out drafts and entries that are not public yet.")
def serve(root: Path, *, host: str, port: int, no_drafts: bool) -> None:
    """Show the digest in a browser while you write; saving a file reloads the page.

    Example: digest serve --port 8080
    """
    from digest.serve import serve as run  # tornado costs every other command a tenth of a second

    options = Options(now=now(), drafts=not no_drafts)
    run(root, options, host=host, port=port, say=screen.line, show=screen.show, now=now)


@main.command()
@click.argument("title")
@click.option("--dir", "root", default=".", type=click.Path(path_type=Path), help="The digest's folder.")
@click.option("--slug", default="", help="The last part of the address, where the title has no Latin letters.")
def new(title: str, root: Path, slug: str) -> None:
    """Begin a draft.

    Example: digest new "Envoys meet in Geneva"
    """
    click.echo(scaffold.new(root, title, slug, now().date(), authoring.theme_slugs(root)))


@main.command("import")
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


@main.command()
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


def _options(chosen: dict[str, Any]) -> Options:
    asked, no_cache = chosen.pop("now"), chosen.pop("no_cache")
    try:
        chosen["base_url"] = base_url(chosen["base_url"]) if chosen["base_url"] else ""
    except ValueError as error:
        raise click.BadParameter(f"{error}; write it as https://example.org/", param_hint="--base-url") from error
    return Options(now=now(asked), cache=not no_cache, **chosen)
