"""Copies: the articles' files, read and cleaned, each remembered by its file's hash."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial

from digest import clean
from digest.memory import Map, Memory, Outlined, Packing
from digest.model import Article, Body, Config, Reference, Source, fingerprint
from digest.problems import RULES, Problem, Span
from digest.read import Setting, Written, read_article


@dataclass(frozen=True, slots=True)
class Copy:
    """An article's file, read and cleaned: what its author wrote, the body if cleaning changed it, and what was cut."""

    written: Written
    mended: Body | None
    cut: tuple[Problem, ...]

    @property
    def body(self) -> Body:
        """The body that is shown."""
        return self.written.body if self.mended is None else self.mended


@dataclass(frozen=True, slots=True)
class Outline:
    """A copy without its texts; `face` is the fingerprint of the article."""

    article: Article | None
    references: tuple[Reference, ...]
    problems: tuple[Problem, ...]
    cut: tuple[Problem, ...]
    undated: bool
    face: bytes

    @classmethod
    def of(cls, copy: Copy) -> Outline:
        """Take it from a copy."""
        one = copy.written
        return cls(one.article, one.references, one.problems, copy.cut, one.undated, fingerprint(one.article))


@dataclass(frozen=True, slots=True)
class CopyDesk:
    """How a site's articles are read and cleaned."""

    setting: Setting
    cleans: bool
    rules: Mapping[str, bool]

    @classmethod
    def of(cls, config: Config, now: datetime) -> CopyDesk:
        """Take it from the site's settings."""
        return cls(Setting.of(config, now), config.clean, config.rules)

    def copy(self, source: Source) -> Copy:
        """Return the copy of an article's file."""
        written = read_article(source, self.setting)
        article = written.article
        if article is None:
            return Copy(written, None, ())
        result = self.cleaned(article, written.body)
        cut = [_cut(article, removal) for removal in result.removals]
        cut += [_left(article, written.body, result.reason)] if result.reason else []
        return Copy(written, None if result.body == written.body else result.body, tuple(cut))

    def cleaned(self, article: Article, body: Body) -> clean.Cleaned:
        """Return an article's body cleaned, as far as it and the site want that."""
        wanted = self.cleans and article.clean
        return clean.clean_body(body, self.rules, lang=article.lang) if wanted else clean.Cleaned(body)

    def step(self, *, dated: bool) -> Outlined[Source, Copy, Outline]:
        """Return the step of reading one file, which hangs on today only where nothing else dates an article."""
        setting = replace(self.setting, today=date.min) if dated else self.setting
        bound = fingerprint((setting, self.cleans, self.rules)).hex()
        return Outlined(self.copy, Copy, Outline.of, Outline, f"copy {bound}")


PACKED = Packing(Copy)
_AHEAD = 50  # copies that are fetched together: they are mostly asked for one after the other


class Copies:
    """The articles of a digest: what their keys say at hand, their texts when they are asked for."""

    def __init__(
        self, hashes: Mapping[str, bytes], source: Callable[[str], Source], desk: CopyDesk, memory: Memory, run: Map
    ) -> None:
        """`hashes` are those of the articles' files by path, in order; `source` reads one of them."""
        self._memory, self._run = memory, run
        usual, todays = desk.step(dated=True), desk.step(dated=False)
        self._asked = {path: (usual.key((path, known)), partial(source, path)) for path, known in hashes.items()}
        self._steps = dict.fromkeys(hashes, usual)
        self._paths = [*hashes]
        self._places = {path: place for place, path in enumerate(hashes)}
        self._ahead: dict[str, bytes] = {}
        self.outlines = dict(zip(hashes, memory.outlines(usual, [*self._asked.values()], run), strict=True))
        for path in [path for path, outline in self.outlines.items() if outline.undated]:
            self._steps[path] = todays
            self._asked[path] = (todays.key((path, hashes[path])), partial(source, path))
            (self.outlines[path],) = memory.outlines(todays, [self._asked[path]], run)

    @property
    def renewed(self) -> list[str]:
        """The paths of the articles whose files had to be read."""
        worked = {key for step in {*self._steps.values()} for key in self._memory.worked[step.name]}
        return [path for path, (key, _) in self._asked.items() if key in worked]

    def key(self, path: str) -> bytes:
        """Return what stands for an article's copy in keys."""
        return self._asked[path][0]

    def packed(self, path: str) -> bytes:
        """Return an article's copy as it is kept; `PACKED` decodes it."""
        if path not in self._ahead:
            first = self._places[path]
            paths = [one for one in self._paths[first : first + _AHEAD] if self._steps[one] is self._steps[path]]
            found = self._memory.results(self._steps[path], [self._asked[one] for one in paths], self._run)
            self._ahead = dict(zip(paths, found, strict=True))
        return self._ahead[path]

    def __getitem__(self, path: str) -> Copy:
        """Return an article's copy."""
        return PACKED.decode(self.packed(path))


def _cut(article: Article, removal: clean.Removal) -> Problem:
    hint = "delete it (digest clean FILE --write), or keep it with clean: false"
    message = f'cut by the rule "{removal.rule}": {removal.text.strip()[:80]}'
    return Problem(Span(article.path, removal.line), message, hint, "cut-line", RULES["cut-line"])


def _left(article: Article, body: Body, reason: str) -> Problem:
    hint = "split the entry, or keep it as it is with clean: false"
    return Problem.by("not-cleaned", Span(article.path, body.line(0)), f"not cleaned: {reason}", hint)
