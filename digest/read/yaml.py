"""YAML without surprises: the C parser's events, our own tree with places.

Scalars stay text: what `no`, `12:30` or `010` mean is for the schema to say. Anchors, aliases, tags and merge
keys are refused, since nothing in the format needs them and each has a way to do harm; so is a key given twice.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Any, NamedTuple, Protocol

import yaml
from yaml.events import (
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from digest.problems import Problem
from digest.read.syntax import complaint
from digest.read.text import Text

MAX_CHARACTERS = 64_000
MAX_DEPTH = 8
_LINE_ENDS = "\u2028\u2029"  # YAML ends a line there, a file's count of lines does not


class Scalar(NamedTuple):
    """A value as written, without its quotes; `plain` when it had none."""

    value: str
    plain: bool
    line: int
    column: int

    @property
    def is_null(self) -> bool:
        """Whether nothing is written, or one of YAML's words for nothing."""
        return self.plain and self.value in ("", "~", "null", "Null", "NULL")


class Sequence(NamedTuple):
    """A list."""

    items: tuple[Node, ...]
    line: int
    column: int


class Mapping(NamedTuple):
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
        self.next: Callable[[], Any] = lambda: None

    def document(self, content: str) -> Node | None:
        for sign in _LINE_ENDS:
            content = content.replace(sign, " ")
        self.next = yaml.CBaseLoader(content).get_event
        root: Node | None = None
        while (event := self.next()) is not None:
            if isinstance(event, DocumentStartEvent) and root is not None:
                raise self.refused(event, "a second YAML document", "remove the line `---`")
            if isinstance(event, NodeEvent):
                root = self.node(event, 0)
        return root

    def node(self, event: Any, depth: int) -> Node:
        if depth > MAX_DEPTH or event.anchor or event.tag:
            raise self.unwanted(event, depth)
        line, column = self.first_line + event.start_mark.line, event.start_mark.column + 1
        if isinstance(event, ScalarEvent):
            return Scalar(unicodedata.normalize("NFC", event.value), event.implicit[0], line, column)
        if isinstance(event, SequenceStartEvent):
            items = []
            while not isinstance(item := self.next(), SequenceEndEvent):
                items.append(self.node(item, depth + 1))
            return Sequence(tuple(items), line, column)
        return Mapping(self.pairs(depth), line, column)

    def pairs(self, depth: int) -> dict[str, tuple[Scalar, Node]]:
        pairs: dict[str, tuple[Scalar, Node]] = {}
        while not isinstance(event := self.next(), MappingEndEvent):
            key = self.node(event, depth + 1)
            if not isinstance(key, Scalar):
                raise self.refused(event, "a key that is not a text", "keys are plain words")
            value = self.node(self.next(), depth + 1)
            if key.value in pairs:
                first = pairs[key.value][0].line
                message = f'"{key.value}" is given twice (first in line {first})'
                self.problems.append(self.problem(key.line, key.column, message, "keep one"))
            else:
                pairs[key.value] = (key, value)
        return pairs

    def unwanted(self, event: NodeEvent, depth: int) -> _RefusedError:
        if depth > MAX_DEPTH:
            return self.refused(event, f"nested more than {MAX_DEPTH} deep", "nothing in the format needs that")
        sign = "& or *" if event.anchor else "!"
        return self.refused(event, f"a value can't begin with {sign}", "put it into quotes")

    def place(self, mark: _Mark | None) -> tuple[int, int]:
        return (self.first_line + mark.line, mark.column + 1) if mark is not None else (0, 0)

    def refused(self, event: Event, message: str, hint: str) -> _RefusedError:
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
