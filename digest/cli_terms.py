"""The commands `digest terms …`: what the glossary has, what it may want, and how a term begins."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, get_args

import click

from digest import glossary, scaffold, screen
from digest.annotate import Suggestion, is_country
from digest.arguments import Root, now
from digest.model import Kind
from digest.options import Options
from digest.problems import printable


@click.group()
def terms() -> None:
    """Look at the glossary, find what it lacks, and begin a term."""


@terms.command("list")
@Root
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def list_(root: Path, *, as_json: bool) -> None:
    """List the terms: slug, title, full form, other forms, and how many entries mention them.

    Example: digest terms list
    """
    rows = glossary.rows(root, now())
    if as_json:
        click.echo(json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=1))
        return
    width = max((len(row.slug) for row in rows), default=0)
    for row in rows:
        names = "; ".join((row.term, *row.names))
        click.echo(f"{row.entries:4} {row.slug:{width}}  {names}")


@terms.command()
@Root
@click.option(
    "--least",
    type=click.IntRange(1),
    metavar="N",
    help="In how many entries a name must be. [1 for what an entry explains, else 2]",
)
@click.option("--drafts", is_flag=True, help="Include drafts and entries that are not public yet.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def suggest(root: Path, *, least: int | None, drafts: bool, as_json: bool) -> None:
    """List what entries name and no term has: how many entries, the name, and a sentence that has it.

    Abbreviations that an entry explains come with their full form. Example: digest terms suggest --least 3
    """
    with screen.status() as say:
        found, unread = glossary.missing(root, Options(now=now(), drafts=drafts), least, say)
    if as_json:
        click.echo(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=1))
    else:
        _show(found)
        screen.line("begin one with: digest terms add TERM" if found else _nothing(least))
    if unread:
        screen.show(unread)
        sys.exit(1)


def _show(suggestions: Sequence[Suggestion]) -> None:
    """Print a line for each name, and one with its quotation; countries, which readers know, only in one line."""
    countries = [f"{one.surface} ({one.entries})" for one in suggestions if is_country(one.surface)]
    for one in suggestions:
        if not is_country(one.surface):
            quoted = one.quoted
            name = f"{one.surface} = {one.name}" if one.name else one.surface
            others = f" (also {', '.join(one.forms)})" if one.forms else ""
            alias = f": add the alias {one.surface} to content/glossary/{one.term}.md" if one.term else ""
            click.echo(printable(f"{one.entries:4} {name}{others}{alias}"))
            click.echo(printable(f"     {quoted.span}: {quoted.before}{quoted.surface}{quoted.after}"))
    if countries:
        click.echo(f"     countries: {', '.join(countries)}")


def _nothing(least: int | None) -> str:
    """Say that no name is in so many entries; of rarer ones nothing is said."""
    if least == 1:
        return "no name is missing"
    return f"no name that is missing is in {least or 2} entries; --least 1 looks for rarer ones"


@terms.command()
@click.argument("term")
@click.option("--name", default="", help="The full form. [what an entry says that TERM stands for]")
@click.option("--kind", type=click.Choice([kind for kind in get_args(Kind) if kind]), help="What it is.")
@click.option("--alias", "aliases", multiple=True, metavar="FORM", help="One more form; may be given several times.")
@click.option("--slug", default="", help="The file's name, where the term has no Latin letters.")
@click.option("--dir", "root", default=".", type=click.Path(path_type=Path), help="The digest's folder.")
def add(term: str, *, kind: str | None, slug: str, root: Path, **forms: Any) -> None:
    """Begin a term: write its file, where only the definition is missing.

    Example: digest terms add SSRC --kind organisation
    """
    wanted = glossary.NewTerm.of(term, **forms)
    with screen.status() as say:
        begun = glossary.begin(root, wanted, slug, now(), say)
    path = scaffold.term(root, begun.term, name=begun.name, kind=kind or "", aliases=begun.aliases, slug=slug)
    for note in begun.notes:
        screen.line(printable(note))
    click.echo(path)
