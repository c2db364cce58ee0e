"""The command that cleans entries: `digest clean`."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from digest import authoring, files, screen
from digest.problems import DigestError, Problem


@click.command()
@click.argument("paths", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True))
@click.option("--write", is_flag=True, help="Write the clean text to the file.")
@click.option(
    "--check",
    "only_check",
    is_flag=True,
    help="Print the file's name and exit 1 when there is something to clean.",
)
@click.option("--explain", "explained", is_flag=True, help="Name the rule of each line that goes or nearly did.")
def clean(paths: tuple[Path, ...], *, write: bool, only_check: bool, explained: bool) -> None:
    """Show what cleaning changes in an entry, as a diff; of a folder, in each of its entries.

    Example: digest clean content/articles/2025-04-09-baku-talks.md --write
    """
    if write + only_check + explained > 1:
        raise click.UsageError("--write, --check and --explain are three different things: choose one")
    problems: list[Problem] = []
    found = False
    entries = _entries(paths)
    for home in dict.fromkeys(map(files.home_of, entries)):
        authoring.settings(home)  # wrong ones stop the command before it changes a file
    for file in entries:
        try:
            found |= _explain_cleaning(file) if explained else _clean(file, write=write, only_check=only_check)
        except DigestError as error:
            problems += error.problems
    if problems:
        raise DigestError(*problems)
    if found and only_check:
        sys.exit(1)
    if not found:
        screen.line("nothing to clean")


def _entries(paths: Iterable[Path]) -> list[Path]:
    found: list[Path] = []
    for path in paths:
        inside = files.entries(path) if path.is_dir() else [path]
        if not inside:
            raise click.BadParameter(f'there is no entry in the folder "{path}"', param_hint="FILE")
        found += inside
    return list(dict.fromkeys(found))


def _clean(file: Path, *, write: bool, only_check: bool) -> bool:
    """Show, write or name what cleaning changes in a file; whether there is anything to tell."""
    result = authoring.clean_file(file)
    if result.before == result.after:
        if result.reason:
            screen.line(f"{file}: {result.reason}")
        return bool(result.reason) and not only_check
    if only_check:
        click.echo(file)
        return True
    if write:
        files.replace(file, result.data)
        screen.line(f"cleaned {file}")
    else:
        before, after = (text.splitlines(keepends=True) for text in (result.before, result.after))
        click.echo("".join(difflib.unified_diff(before, after, str(file), f"{file} (clean)")), nl=False)
    screen.show_removed(result.verdicts)
    screen.show_repairs(result.repairs)
    return True


def _explain_cleaning(file: Path) -> bool:
    verdicts, reason = authoring.explain_cleaning(file)
    if verdicts:
        click.echo(file)
        screen.show_verdicts(verdicts)
    elif reason:
        screen.line(f"{file}: {reason}")
    return bool(verdicts or reason)
