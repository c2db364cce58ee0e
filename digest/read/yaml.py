"""YAML without surprises: the C parser's events, our own tree with places.

Scalars stay text: what `no`, `12:30` or `010` mean is for the schema to say. Anchors, aliases, tags and merge
keys are refused, since nothing in the format needs them and each has a way to do harm; so is a key given twice.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

import yaml

from digest.problems import Problem
from digest.read.syntax import complaint
from digest.read.text import Text

MAX_CHARACTERS = 64_000
MAX_DEPTH = 8
_LINE_ENDS = str.maketrans("\u2028\u2029", "  ")  # YAML ends a line there, a file's count of lines does not


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value as written, without its quotes; `plain` when it had none."""

    value: str
    plain: bool
    line: int
    column: int

    @property
    def is_null(self) -> bool:
        """Whether nothing is written, or one of YAML's words for nothing."""
        return self.plain and self.value in ("", "~", "null", "Null", "NULL")


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys in order, each with the place of the key and its value."""

    items: dict[str, tuple[Scalar, Node]]
    line: int
    column: int


Node = Scalar | Sequence | Mapping


class _Mark(Protocol):
    line: int
    column: int


class _RefusedError(Exception):
    """Parsing can't go on; carries the problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def parse(text: Text, content: str, first_line: int = 1) -> tuple[Node | None, tuple[Problem, ...]]:
    """Return the tree of the YAML document `content`, which begins at `first_line` of `text`.

    None for an empty document or one that can't be parsed. Places in the tree are places in the file.
    """
    builder = _Builder(text, first_line)
    if len(content) > MAX_CHARACTERS:
        problem = builder.problem(0, 0, f"{len(content):,} characters of YAML; {MAX_CHARACTERS:,} are the most", "")
        return None, (problem,)
    try:
        return builder.document(content), tuple(builder.problems)
    except yaml.MarkedYAMLError as error:
        return None, (*builder.problems, builder.syntax(error))
    except yaml.reader.ReaderError as error:
        return None, (*builder.problems, builder.problem(0, 0, f"the YAML can't be read: {error.reason}", ""))
    except _RefusedError as error:
        return None, (*builder.problems, error.problem)


class _Builder:
    """Walks the events once; duplicate keys are noted and skipped, everything else refused ends the walk."""

    def __init__(self, text: Text, first_line: int) -> None:
        self.text = text
        self.first_line = first_line
        self.problems: list[Problem] = []

    def document(self, content: str) -> Node | None:
        events: Iterator[yaml.Event] = yaml.parse(content.translate(_LINE_ENDS), Loader=yaml.CBaseLoader)
        root: Node | None = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent) and root is not None:
                raise self.refused(event, "a second YAML document", "remove the line `---`")
            if isinstance(event, yaml.NodeEvent):
                root = self.node(event, events, 0)
        return root

    def node(self, event: yaml.NodeEvent, events: Iterator[yaml.Event], depth: int) -> Node:
        self.check(event, depth)
        line, column = self.place(event.start_mark)
        if isinstance(event, yaml.ScalarEvent):
            return Scalar(unicodedata.normalize("NFC", event.value), event.implicit[0], line, column)
        if isinstance(event, yaml.SequenceStartEvent):
            items = tuple(self.node(item, events, depth + 1) for item in _until(yaml.SequenceEndEvent, events))
            return Sequence(items, line, column)
        return Mapping(self.pairs(events, depth), line, column)

    def pairs(self, events: Iterator[yaml.Event], depth: int) -> dict[str, tuple[Scalar, Node]]:
        pairs: dict[str, tuple[Scalar, Node]] = {}
        for event in _until(yaml.MappingEndEvent, events):
            key = self.node(event, events, depth + 1)
            if not isinstance(key, Scalar):
                raise self.refused(event, "a key that is not a text", "keys are plain words")
            value = self.node(next(events), events, depth + 1)  # type: ignore[arg-type]  # a key has a value
            if key.value in pairs:
                first = pairs[key.value][0].line
                self.problems.append(
                    self.problem(
                        key.line,
                        key.column,
                        f'"{key.value}" is given twice (first in line {first})',
                        "keep one",
                    )
                )
            else:
                pairs[key.value] = (key, value)
        return pairs

    def check(self, event: yaml.NodeEvent, depth: int) -> None:
        if depth > MAX_DEPTH:
            raise self.refused(event, f"nested more than {MAX_DEPTH} deep", "nothing in the format needs that")
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            raise self.refused(event, "a value can't begin with & or *", "put it into quotes")
        if getattr(event, "tag", None):
            raise self.refused(event, "a value can't begin with !", "put it into quotes")

    def place(self, mark: _Mark | None) -> tuple[int, int]:
        return (self.first_line + mark.line, mark.column + 1) if mark is not None else (0, 0)

    def refused(self, event: yaml.Event, message: str, hint: str) -> _RefusedError:
        return _RefusedError(self.problem(*self.place(event.start_mark), message, hint))

    def syntax(self, error: yaml.MarkedYAMLError) -> Problem:
        reason = error.problem or "it can't be parsed"
        line, column = self.place(error.problem_mark)
        shown, offset = self.text.span(line).text, max(0, column - 1)
        known = complaint(reason, error.context or "", shown[:offset], shown[offset:])
        if known.begun and error.context_mark is not None:
            line, column = self.place(error.context_mark)
        return self.problem(line, column, known.message, known.hint)

    def problem(self, line: int, column: int, message: str, hint: str) -> Problem:
        return Problem(self.text.span(line, column), message, hint, "yaml")


def _until(end: type[yaml.Event], events: Iterator[yaml.Event]) -> Iterator[yaml.NodeEvent]:
    for event in events:
        if isinstance(event, end):
            return
        yield event  # type: ignore[misc]  # between a start and its end stand nodes only
