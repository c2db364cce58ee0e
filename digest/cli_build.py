"""The commands that make a site of a digest, or look at it: `digest build`, `check` and `serve`."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import click

from digest import screen
from digest.arguments import Root, now
from digest.options import Options, Report, Say
from digest.stamp import unchanged

F = TypeVar("F", bound=Callable[..., Any])


def _build_options(command: F) -> F:
    """Add the options that `build` and `check` share."""
    for option in (
        click.option("--drafts", is_flag=True, help="Include drafts and entries that are not public yet."),
        click.option("--strict", is_flag=True, help="Let warnings fail too."),
        click.option("--base-url", default="", metavar="URL", help="Where the site will be, instead of site.yaml's."),
        click.option("--jobs", default=0, type=click.IntRange(0), metavar="N", help="Processes to use; 0: one a core."),
        click.option(
            "--scheduler", default="", metavar="URL", help="Have a Dask cluster do the work: tcp://HOST:PORT."
        ),
        click.option("--no-cache", is_flag=True, help="Work everything out again."),
        click.option(
            "--now", metavar="TIME", help="What counts as now, such as 2025-04-12T06:00+03:00; UTC without an offset."
        ),
        click.option("--json", "as_json", is_flag=True, help="Print a report as JSON."),
    ):
        command = option(command)
    return command


@click.command()
@Root
@click.option("--out", default="site", metavar="DIR", help="The output folder, from DIR. [site]")
@click.option("--no-search", is_flag=True, help="Make no search index.")
@click.option("--annotations", is_flag=True, help="Put each entry's mentions beside its page, as Web Annotations.")
@click.option("--why", is_flag=True, help="Say what was made again, and because of what.")
@_build_options
def build(root: Path, *, why: bool, out: str, no_search: bool, annotations: bool, as_json: bool, **chosen: Any) -> None:
    """Build the site and publish it in one step: after an error the last site is as it was.

    Example: digest build --strict
    """
    options = replace(_options(chosen), out=out, search=not no_search, annotations=annotations, why=why)
    with screen.reported(as_json), screen.status() as say:
        report = unchanged(root, options) or _built(root, options, say)
    screen.show_report(report, as_json=as_json)
    if why and not as_json:
        screen.show_renewed(report.renewed)


@click.command()
@Root
@_build_options
def check(root: Path, *, as_json: bool, **chosen: Any) -> None:
    """Say what is wrong or weak in a digest, without building it.

    Example: digest check --drafts
    """
    from digest.build import examine  # as below

    with screen.reported(as_json), screen.status() as say:
        report = examine(root, _options(chosen), say)
    screen.show_report(report, as_json=as_json)


@click.command()
@Root
@click.option("--host", default="127.0.0.1", help="The address to listen on. [127.0.0.1]")
@click.option("--port", default=8000, type=click.IntRange(1, 65535), help="The port to listen on. [8000]")
@click.option("--no-drafts", is_flag=True, help="Leave out drafts and entries that are not public yet.")
def serve(root: Path, *, host: str, port: int, no_drafts: bool) -> None:
    """Show the digest in a browser while you write; saving a file reloads the page.

    Example: digest serve --port 8080
    """
    from digest.serve import serve as run  # tornado costs every other command a tenth of a second

    gc.enable()  # it may go on for days
    options = Options(now=now(), drafts=not no_drafts)
    run(root, options, host=host, port=port, say=screen.line, show=screen.show, now=now)


def _built(root: Path, options: Options, say: Say) -> Report:
    from digest.build import build  # loading it takes longer than to see that nothing has changed

    return build(root, options, say)


def _options(chosen: dict[str, Any]) -> Options:
    asked, no_cache = chosen.pop("now"), chosen.pop("no_cache")
    try:
        chosen["base_url"] = _base_url(chosen["base_url"]) if chosen["base_url"] else ""
    except ValueError as error:
        raise click.BadParameter(f"{error}; write it as https://example.org/", param_hint="--base-url") from error
    return Options(now=now(asked), cache=not no_cache, **chosen)


def _base_url(text: str) -> str:
    from digest.read.site import base_url  # as above

    return base_url(text)
