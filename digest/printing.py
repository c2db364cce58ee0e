"""Printing: a digest becomes the files of a stage. What is there already stays; the rest is made, by any process."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from digest import __version__, files, memory
from digest.files import STATIC, Static
from digest.listing import Looked, Made
from digest.model import Page, output_path
from digest.options import Renewal
from digest.problems import Problem
from digest.publish import Claims, Stage, stow
from digest.render import Desk, Press, Sheet, assets, desk, posters, share_addresses, share_sheets, sheets, unlettered
from digest.searched import Searched, searched
from digest.session import Composed, Session
from digest.shards import Shards, lay
from digest.steps import ANNOTATE

_AT_ONCE = 200  # sheets whose texts are fetched in one go
Order = tuple[int, tuple[bytes, ...]]  # the number of a sheet, and the annotations that it shows, as they are kept


@dataclass(frozen=True, slots=True)
class Plan:
    """All files of a site before they are made, and what keeps some of them from it."""

    desk: Desk
    sheets: tuple[Sheet, ...]
    files: tuple[tuple[Page | Static, bytes], ...]
    paths: frozenset[str]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Site:
    """A site that was made: its desk, the number of its files, all warnings, and why pages were made."""

    desk: Desk
    files: int
    problems: tuple[Problem, ...]
    renewed: tuple[Renewal, ...]


def plan(composed: Composed, *, drawn: bool) -> Plan:
    """Return what is to be made of a digest; share images where they are to be `drawn`."""
    digest, fonts = composed.digest, composed.look.fonts
    problems: list[Problem] = []
    shown = posters(digest, composed.look.words) if digest.config.share_images else {}
    problems += unlettered(digest, shown, fonts) if shown else []
    drawn = drawn and not any(problem.is_error for problem in problems)
    shares = share_addresses(shown, fonts, memory.versions("pillow", "uharfbuzz")) if drawn else {}
    made = desk(digest, composed.look, __version__, shares, composed.survey.looks, memory.code())
    given: list[tuple[Page | Static, bytes]] = [(page, page.path.encode()) for page in assets(composed.look)]
    given += composed.statics
    images = share_sheets(shown if drawn else {}, shares, fonts, memory.code())
    claims = Claims()
    pages = [sheet for sheet in (*sheets(made), *images) if claims.take(output_path(sheet.address), sheet.origin)]
    others = [one for one in given if claims.take(one[0].path, _origin(one[0]))]
    return Plan(made, tuple(pages), tuple(others), frozenset(claims.paths), (*problems, *claims.problems))


def print_site(session: Session, composed: Composed, stage: Stage | None, *, drawn: bool = False) -> Site:
    """Make what a stage lacks of a digest, and return what has become of it.

    DigestError with everything when there is an error. Without a stage all is made and nothing kept, to see what is
    wrong.
    """
    session.say("rendering")
    made = plan(composed, drawn=drawn)
    if stage:
        stage.clear(made.paths)
        for one, parts in made.files:
            if not stage.keeps(one.path, parts):
                stage.add(one, parts)
    wanted = [one for one in made.sheets if not (stage and stage.keeps(output_path(one.address), one.print))]
    renewed = tuple(_renewal(sheet, stage) for sheet in wanted) if session.options.why and stage else ()
    session.say(f"rendering {len(wanted)} of {len(made.sheets)} pages")
    problems = list(made.problems)
    press = Press(made.desk, composed.look.templates, wanted)
    place = Place(stage.folder, stage.out, stage.aside, session.options.search) if stage else None
    far = session.run.is_remote  # there is no stage of ours
    printer = Printer(press, None if far else place, gives=far and place is not None)
    failed = set[str]()
    for sheet, printed in zip(wanted, session.run(printer, orders_of(wanted, composed)), strict=True):
        if stage and place:
            stage.took(printed.page.path, printed.made or place.put(printed.page, sheet.print))
        problems += printed.problems if sheet.template not in failed else ()
        failed |= {sheet.template} if printed.problems else set()
    return Site(made.desk, len(made.paths), session.judge(composed, problems, made.paths), renewed)


def _renewal(sheet: Sheet, stage: Stage) -> Renewal:
    """Return why a page has to be made: it is new, or lost, or some of its parts have changed."""
    former = stage.former_parts(output_path(sheet.address))
    if former is None:
        return Renewal(sheet.address, ("it is not there",))
    sizes = range(0, len(former), len(former) // len(sheet.parts))
    known = [former[start : start + sizes.step] for start in sizes]
    changed = [name for (name, part), was in zip(sheet.parts.items(), known, strict=False) if part != was]
    return Renewal(sheet.address, tuple(changed))


def shards(session: Session, stage: Stage) -> Shards:
    """Return what is searched of a stage, looking at the pages that nobody has looked at."""
    unknown = [path for path, made in stage.made.items() if made.searched is None]
    for path, found in zip(unknown, session.run(partial(_look_at, stage.folder, stage.aside), unknown), strict=True):
        stage.took(path, stage.made[path]._replace(searched=found))
    shown = Shards(stage.aside)
    for path, made in stage.made.items():
        if made.searched and made.searched[0]:
            shown.add(path, Searched(*made.searched))
    return shown


def _origin(made: Page | Static) -> str:
    return f"{STATIC}/{made.path}" if isinstance(made, Static) else made.origin


@dataclass(frozen=True, slots=True)
class Printed:
    """A page that was made and, if it has been put into a stage, what is known of it; and what is wrong with it."""

    page: Page
    made: Made | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where pages go: a stage's folder, the former site, with which is shared what is the same, and what lies aside.

    There is put what is searched of them, if an index is wanted.
    """

    folder: Path
    former: Path
    aside: Path
    index: bool

    def put(self, page: Page, parts: bytes) -> Made:
        """Put a page there that was made of these parts."""
        found = _look(self.aside, page.path, page.data) if self.index else None
        return Made(parts, stow(page, self.folder, self.former), found)


@dataclass(frozen=True)
class Printer:
    """Prints the sheets of a press and puts the pages into their place; without one, it may give them back.

    Else it prints to see what is wrong.
    """

    press: Press
    place: Place | None
    gives: bool

    def __call__(self, order: Order) -> Printed:
        """Print a sheet."""
        number, packed = order
        made = tuple(self.press.page(number, [ANNOTATE.decode(one) for one in packed]))
        problems = tuple(one for one in made if isinstance(one, Problem))
        (page,) = (one for one in made if isinstance(one, Page))
        kept = self.place.put(page, self.press.sheets[number].print) if self.place else None
        return Printed(page if self.gives else replace(page, data=b""), kept, problems)


def orders_of(wanted: Sequence[Sheet], composed: Composed) -> Iterator[Order]:
    """Yield the orders for sheets, each with the texts that it shows."""
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        paths = dict.fromkeys(entry.article.path for sheet in some for entry in sheet.texts)
        texts = dict(zip(paths, composed.texts.packed([*paths]), strict=True))
        for number, sheet in enumerate(some, start):
            yield number, tuple(texts[entry.article.path] for entry in sheet.texts)


def _look(aside: Path, path: str, data: bytes) -> Looked:
    """Return what is searched of a file, and put that where the index is made of it."""
    found = searched(data) if path.endswith(".html") else None
    if found is None:
        return "", b""
    lay(aside, path, found)
    return found.shard, found.key


def _look_at(folder: Path, aside: Path, path: str) -> Looked:
    return _look(aside, path, files.read(str(folder / path))) if path.endswith(".html") else ("", b"")
