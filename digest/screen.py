"""The screen: problems, progress and reports. Messages go to standard error, results to standard output."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.text import Text

from digest.options import silent
from digest.problems import DigestError, Problem, cells, printable

if TYPE_CHECKING:  # what prints is loaded before what there is to print
    from digest.annotate import Explanation
    from digest.clean import Repaired
    from digest.clean.verdicts import Verdict
    from digest.options import Renewal, Report

_SCREEN = Console(stderr=True, highlight=False, emoji=False, soft_wrap=True)
_COLOURS = {"error": "bold red", "warning": "yellow"}
_NUMBERS = 8  # lines that are named of those that a repair changed
_RENEWED = 20  # pages that are named of those made again for one reason
_VALUE = 60  # characters of a value that an import shows
_WIDEST = 40  # columns of the terminal that are kept free for the words of a mention


def show(problems: Sequence[Problem]) -> None:
    """Print problems, and how many there are of each severity."""
    for problem in problems:
        head, *rest = str(problem).split("\n")
        place, mark, message = head.partition(f" {problem.severity}: ")
        _SCREEN.print(Text.assemble(place, (mark, _COLOURS[problem.severity]), message))
        _SCREEN.print("\n".join(rest), markup=False, style="dim") if rest else None
    for severity in ("error", "warning"):
        count = sum(problem.severity == severity for problem in problems)
        if count:
            _SCREEN.print(counted(count, severity), style=_COLOURS[severity])


@contextmanager
def status() -> Iterator[Callable[[str], None]]:
    """Show on a terminal what is being done; say nothing elsewhere.

    Nothing turns meanwhile: that would need a thread, beside which no process can be forked (`workers.py`).
    """
    if not _SCREEN.is_terminal:
        yield silent
        return
    from rich.live import Live  # for a terminal only

    with Live(console=_SCREEN, auto_refresh=False, transient=True) as live:
        yield lambda what: live.update(Text(f"{what} …"), refresh=True)


@contextmanager
def reported(as_json: bool) -> Iterator[None]:
    """Print problems as JSON where a report is asked for."""
    try:
        yield
    except DigestError as error:
        if as_json:
            click.echo(
                json.dumps(
                    {"ok": False, "problems": [asdict(problem) for problem in error.problems]},
                    ensure_ascii=False,
                )
            )
            sys.exit(1)
        raise


def show_report(report: Report, *, as_json: bool) -> None:
    """Print what a build did."""
    if as_json:
        click.echo(json.dumps({"ok": True, **asdict(report)}, ensure_ascii=False, default=str))
        return
    show(report.problems)
    counts = {"entry": report.entries, "term": report.terms, "link": report.links, "file": report.files}
    what = ", ".join(counted(number, noun) for noun, number in counts.items())
    line(f"{what}: {_from_here(report.out)}" if report.out.name else what)


def show_renewed(renewed: Sequence[Renewal]) -> None:
    """Print what was made again, by the reasons: what was made for most reasons last."""
    reasons: dict[tuple[str, ...], list[str]] = {}
    for one in renewed:
        reasons.setdefault(one.why, []).append(one.what)
    for why, made in sorted(reasons.items(), key=lambda item: len(item[1])):
        some = f" … and {len(made) - _RENEWED} more" if len(made) > _RENEWED else ""
        line(f"because of {', '.join(why)}: {', '.join(made[:_RENEWED])}{some}")
    if not renewed:
        line("nothing was made again")


def _from_here(folder: Path) -> Path:
    return folder.relative_to(Path.cwd()) if folder.is_relative_to(Path.cwd()) else folder


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: "1 entry", "2 entries"."""
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{number} {noun if number == 1 else plural}"


def show_removed(verdicts: Sequence[Verdict]) -> None:
    """Print each line that was taken out: its number, what became of it, its rule, its words."""
    for row in _table(verdicts, explained=False):
        line(row)


def show_counts(verdicts: Sequence[Verdict]) -> None:
    """Print how many lines were taken out, by rule, the most frequent first."""
    listed = ", ".join(f"{rule} {count}" for rule, count in Counter(verdict.rule for verdict in verdicts).most_common())
    if verdicts:
        line(f"{counted(len(verdicts), 'line')} cut or moved ({listed}); --show-removed prints them")


def show_repairs(repairs: Sequence[Repaired]) -> None:
    """Print which lines were changed, not taken out, by the name of the repair."""
    for repaired in repairs:
        numbers = ", ".join(map(str, repaired.lines[:_NUMBERS]))
        more = len(repaired.lines) - _NUMBERS
        noun = "line" if len(repaired.lines) == 1 else "lines"
        line(f"mended by {repaired.repair}: {noun} {numbers}{f' and {more} more' if more > 0 else ''}")


def show_verdicts(verdicts: Sequence[Verdict]) -> None:
    """Print on standard output what became of each line that a rule knows, with where the rule may apply."""
    for row in _table(verdicts, explained=True):
        click.echo(row)


def _table(verdicts: Sequence[Verdict], *, explained: bool) -> Iterator[str]:
    rules = [f"{verdict.rule} ({verdict.where})" if explained else verdict.rule for verdict in verdicts]
    width, fates = max(map(len, rules), default=0), max((len(verdict.fate) for verdict in verdicts), default=0)
    for verdict, rule in zip(verdicts, rules, strict=True):
        yield f"{verdict.line or '-':>5}  {verdict.fate:{fates}}  {rule:{width}}  {printable(verdict.text)}"


def show_told(told: Sequence[tuple[str, str, str]]) -> None:
    """Print what an import knows of the article: the keys of the front matter, their values, where each comes from."""
    rows = [(key, _shortened(value), where) for key, value, where in told]
    widest = max((_width(value) for _, value, _ in rows), default=0)
    for key, value, where in rows:
        line(f"{key:8}  {_padded(value, widest)}  {where}")


def _shortened(value: str) -> str:
    shown = printable(value)
    return shown if len(shown) <= _VALUE else f"{shown[: _VALUE - 1]}…"


def show_explanations(found: Sequence[Explanation]) -> None:
    """Print on standard output what became of each place in one entry: the place, its words, the term, the rules."""
    fates = {"linked": [item for item in found if item.linked]}
    fates["undecided"] = [item for item in found if item.undecided]
    fates["not linked"] = [item for item in found if not item.linked and not item.undecided]
    rows = {fate: [row for item in items for row in _rows(item)] for fate, items in fates.items()}
    places, words, terms, _ = (max(map(_width, column)) for column in zip(*chain(*rows.values()), strict=True))
    click.echo(found[0].span.file)
    for fate, items in fates.items():
        if items:
            click.secho(f"\n{len(items)} {fate}", bold=True)
        for place, surface, term, why in rows[fate]:
            aligned = _padded(place, places), _padded(surface, min(words, _WIDEST)), _padded(term, terms), why
            click.echo("  " + "  ".join(aligned))
    if fates["undecided"]:
        click.echo("\nTo decide, give the full name once, or write [[term|words]] for a link and [[!words]] for none.")


def _rows(item: Explanation) -> Iterator[tuple[str, str, str, str]]:
    """Yield the line of a place, and one for each term that lost there for a reason of its own."""
    others = " or ".join(loser.term for loser in item.losers)
    own = [loser for loser in item.losers if loser.why != item.rule]
    why = "; ".join(dict.fromkeys((item.rule, item.sense)))
    term = item.term or ("?" if own else f"({others})")
    yield f"{item.span.line}:{item.span.column}", item.surface, term, _with_points(why, item.score)
    for loser in own:
        mark = f"{loser.term}?" if item.undecided else f"not {loser.term}"
        yield "", "", mark, _with_points(loser.why, loser.score)


def _with_points(why: str, score: int | None) -> str:
    return why if score is None else f"{why} ({counted(score, 'point')})"


def _padded(text: str, width: int) -> str:
    return printable(text) + " " * (width - _width(text))


def _width(text: str) -> int:
    return sum(map(cells, text))


def line(text: str) -> None:
    """Print a line."""
    _SCREEN.print(text, markup=False)


def failed(error: Exception) -> None:
    """Print what the surroundings failed at."""
    _SCREEN.print(Text.assemble(("error: ", "bold red"), str(error)))
