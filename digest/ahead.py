"""The index of an edited entry's year, begun before the rest of the site is made.

What its pages will be is guessed: those that are published, but for entries that were read anew. The index is taken
only if its key is that of the pages in the end, so a wrong guess costs nothing but what another core did.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from digest import __version__, memory, pagefind
from digest.printing import Printer, orders_of
from digest.publish import Stage
from digest.render import Press, Surroundings, desk, entry_page
from digest.search import FOLDER
from digest.searched import Searched, searched
from digest.session import Composed, Session
from digest.shards import Shards, gather

_FEW = 20  # entries; more are no edit, and their years not one


class Ahead:
    """Indexes that are made while a stage is. Use it as a context manager, which ends those that nobody took."""

    def __init__(self, stage: Stage) -> None:
        """Begin with none."""
        self._stage = stage
        self._folder = stage.folder.with_name(f"{stage.folder.name}.ahead")
        self._begun: dict[str, tuple[str, subprocess.Popen[str]]] = {}

    def __enter__(self) -> Ahead:
        """Give itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """End what is still being made."""
        for _key, process in self._begun.values():
            _end(process)
        shutil.rmtree(self._folder, ignore_errors=True)

    def begin(self, session: Session, composed: Composed) -> None:
        """Begin with the shards of the entries that have changed, if they leave a core to the rest of the build."""
        pages = _changed(composed)
        names = {found.shard for found in pages.values()}
        if len(names) < session.run.jobs:
            for name in names:
                self._begin(name, pages)

    def _begin(self, name: str, changed: dict[str, Searched]) -> None:
        shards, site, pages = Shards(self._folder / "pages"), self._stage.out, self._folder / "pages" / name
        for path, found in (dict(self._stage.searched(name)) | changed).items():
            if found.shard == name:
                shards.add(path, found)
        key = shards.keys[name]
        if pagefind.sealed(site / FOLDER / name, key) is None:
            gather(site, name, shards, pages)
            process = pagefind.start(pages, self._folder / "made" / name, name.split("/")[0])
            self._begun[name] = key, process

    def take(self, name: str, key: str, folder: Path) -> bool:
        """Put a shard of these pages into its place; False where there is none. Raises as `index` does."""
        if name not in self._begun:
            return False
        guessed, process = self._begun.pop(name)
        if guessed != key:
            _end(process)
            return False
        pagefind.finish(process)
        folder.parent.mkdir(parents=True, exist_ok=True)
        (self._folder / "made" / name).rename(folder)
        return True


def _end(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.communicate()


def _changed(composed: Composed) -> dict[str, Searched]:
    """Return what is searched of the entries that were read anew, by path; nothing where these are many."""
    renewed = composed.texts.copies.renewed
    if not 0 < len(renewed) <= _FEW:
        return {}
    made = desk(composed.digest, composed.look, __version__, looks=composed.survey.looks, code=memory.code())
    entries = [entry for entry in composed.digest.entries if entry.article.path in renewed]
    around = Surroundings.of(made)
    sheets = [entry_page(made, entry, around) for entry in entries]
    printer = Printer(Press(made, composed.look.templates, sheets), None, gives=True)
    pages = (printer(order).page for order in orders_of(sheets, composed))
    return {page.path: found for page in pages if (found := searched(page.data))}
