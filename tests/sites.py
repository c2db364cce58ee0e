"""Whole digests: on disk and built by the real build, or in memory as far as a room's test needs them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from digest import clean, files, looks, steps
from digest.build import Options, Report, build
from digest.copies import Copies, CopyDesk
from digest.group import group
from digest.memory import Map, Memory
from digest.model import Annotation, Content, Digest, Entry, Page, Source
from digest.problems import Problem
from digest.read import is_article, read
from digest.render import Desk, Look, Press, Sheet, sheets
from digest.render import desk as desk_of

A = TypeVar("A")
R = TypeVar("R")

NOW = datetime(2025, 5, 1, 12, tzinfo=UTC)

# A digest with one of everything that has a page, and no warning.
SMALL = {
    "content/site.yaml": "title: Brief\nbase_url: https://example.org/\ntagline: Who is who\ntimezone: Asia/Baghdad\n",
    "content/themes/diplomacy.md": "---\ntitle: Diplomacy\nsummary: Talks.\n---\nWho talks to whom.\n",
    "content/stories/talks.md": "---\ntitle: The talks\n---\n",
    "content/pages/about.md": "---\ntitle: About\n---\nWe write [in Baku](/2025/04/baku/).\n",
    "content/glossary/hts.md": "---\nterm: HTS\nname: Hay'at Tahrir al-Sham\n---\nAn armed group.\n",
    "content/articles/2025-04-09-baku.md": (
        "---\ntitle: Talks in Baku\ndate: 2025-04-09\nthemes: [diplomacy]\nsources: [{name: Rudaw}]\n"
        "story: talks\n---\nHTS sent an envoy.\n"
    ),
    "content/static/logo.txt": "a logo\n",
}

Files = Mapping[str, str | bytes | None]


def article(title: str, day: str = "2025-04-10", body: str = "Nothing else.", keys: str = "") -> str:
    """Return an entry's file; `keys` are more lines of front matter, or others in place of the usual ones."""
    usual = {"date": day, "themes": "[diplomacy]", "sources": "[{name: Rudaw}]"}
    given = {line.partition(":")[0] for line in keys.split("\n")}
    lines = [f"title: {title}", *(f"{key}: {value}" for key, value in usual.items() if key not in given)]
    return "\n".join(("---", *lines, *filter(None, [keys.strip("\n")]), "---", body, ""))


def term(name: str, keys: str = "", body: str = "A definition.") -> str:
    """Return a term's file."""
    return "\n".join(("---", f"term: {name}", *filter(None, [keys.strip("\n")]), "---", body, ""))


def write(root: Path, given: Files) -> Path:
    """Write files by their path in `root`, and delete those that are None; return `root`."""
    for name, content in given.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if content is None:
            path.unlink()
        else:
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def small(root: Path, given: Files | None = None) -> Path:
    """Write the small digest, changed by `given`; return its folder."""
    return write(root, {**SMALL, **(given or {})} if given else SMALL)


def built(root: Path, **options: Any) -> Report:
    """Build a digest, without a search index unless it is asked for."""
    return build(root, Options(**{"now": NOW, "search": False, **options}))


def snapshot(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder by its path, hidden ones too."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def in_turn(step: Callable[[A], R], arguments: Iterable[A]) -> Iterable[R]:
    """Apply a step to each argument, in this process."""
    return [step(argument) for argument in arguments]


@dataclass(frozen=True)
class Digested:
    """A digest in memory: its content, the texts of its entries, and what is wrong in it."""

    content: Content
    copies: Copies
    texts: steps.Texts
    problems: tuple[Problem, ...]


def digested(
    given: Files | None = None, memory: Memory | None = None, run: Map = in_turn, now: datetime = NOW
) -> Digested:
    """Read and clean the small digest, changed by `given`."""
    told = {name: text for name, text in {**SMALL, **(given or {})}.items() if "/static/" not in name}
    sources = {name: Source(name, _bytes(text)) for name, text in told.items() if text is not None}
    content, problems = read(sources.values(), now, clean.RULE_NAMES)
    hashes = {name: source.data for name, source in sorted(sources.items()) if is_article(name)}
    memory = memory or Memory(None)
    copies = Copies(hashes, sources.__getitem__, CopyDesk.of(content.config, now), memory, run)
    return Digested(content, copies, steps.Texts(content, copies, memory, run), problems)


def grouped(given: Files | None = None) -> Digest:
    """Return the small digest's content, changed by `given`, read, annotated and grouped; nothing in it is wrong."""
    return _grouped(given)[0]


def _grouped(given: Files | None) -> tuple[Digest, steps.Texts]:
    made = digested(given)
    assert made.problems == ()
    entries, found = steps.link(made.content, made.texts, made.copies)
    assert found == []
    definitions = steps.define(made.content, Memory(None), in_turn)
    return group(entries, made.content, definitions, steps.prose(made.content)), made.texts


@dataclass(frozen=True)
class Made:
    """The small digest on its way to pages, with what the pages of its entries show."""

    desk: Desk
    texts: steps.Texts
    look: Look

    def annotations(self, entries: Iterable[Entry]) -> list[Annotation]:
        """Return the whole annotations of entries."""
        return [steps.ANNOTATE.decode(one) for one in self.texts.packed([entry.article.path for entry in entries])]

    def view(self, sheet: Sheet) -> Any:
        """Return what a page's template receives, or the file itself."""
        return sheet.view(self.desk, self.annotations(sheet.texts))

    def views(self, pages: Callable[[Desk], Iterable[Sheet]]) -> dict[str, Any]:
        """Return what the templates of several pages receive, by address."""
        return {sheet.address: self.view(sheet) for sheet in pages(self.desk)}

    def printed(self) -> Iterator[Page | Problem]:
        """Yield every page of the site, and what is wrong in the templates that make them."""
        press = Press(self.desk, self.look.templates, tuple(sheets(self.desk)))
        for number, sheet in enumerate(press.sheets):
            yield from press.page(number, self.annotations(sheet.texts))


def dressed(root: Path = Path("nowhere")) -> Look:
    """Return how the digest in `root` looks; nothing is wrong with that. Without one: the built-in look."""
    look, problems = looks.dress(files.look(root))
    assert problems == []
    return look


def made(given: Files | None = None, look: Look | None = None) -> Made:
    """Return the small digest, changed by `given`, with a look of its own or the built-in one."""
    digest, texts = _grouped(given)
    look = look or dressed()
    return Made(desk_of(digest, look, "1.0"), texts, look)


def desk(given: Files | None = None) -> Desk:
    """Return the small digest, changed by `given`, on its way to pages with the built-in words."""
    return made(given).desk


def _bytes(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else text.encode()
