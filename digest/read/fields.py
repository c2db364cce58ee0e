"""The schema's verbs: each key of a mapping is asked for once, by its type.

What a reader asks for is what the format has: `done` reports every key that nobody asked for.
A value of the wrong kind is noted and its default returned, so that one run finds all problems of a file.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterator
from datetime import date, tzinfo
from typing import Literal, TypeVar, get_args
from urllib.parse import urlsplit

from digest.model import Moment, Reference, is_slug
from digest.problems import Problem, Span, did_you_mean
from digest.read import dates, yaml
from digest.read.text import FORBIDDEN, Text

T = TypeVar("T")

_ONE_VALUE = "a text that begins with [ or { goes into quotes"
_FLAGS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
_PLAIN_URL = re.compile(r"https://[a-z0-9.-]+(?:/[\w./?=&%+~,-]*)?", re.ASCII)
_ADDRESS = re.compile(r"/(?:[\w.~-]+/)*(?:[\w.~-]+\.html?)?")


class Fields:
    """The keys of one mapping of `text`; `problems` and `references` are added to as keys are read."""

    def __init__(
        self,
        text: Text,
        keys: yaml.Mapping,
        problems: list[Problem],
        references: list[Reference],
        inside: str = "",
    ) -> None:
        """`inside` names the mapping in messages, such as `glossary`."""
        self.text = text
        self.keys = keys
        self.problems = problems
        self.references = references
        self.inside = inside
        self.asked: set[str] = set()

    def has(self, key: str) -> bool:
        """Whether the key is there with a value."""
        return self._node(key) is not None

    def string(self, key: str, default: str = "", *, required: bool = False) -> str:
        """Return a text on one line."""
        node = self._required(key) if required else self._node(key)
        if node is None:
            return default
        value = self._scalar(key, node)
        if required and value is not None and not any(map(_is_seen, value)):
            self._missing(key)
            return default
        return default if value is None else " ".join(value.split())

    def prose(self, key: str) -> str:
        """Return a text that may have lines and paragraphs."""
        node = self._node(key)
        return (self._scalar(key, node) or "").strip() if node is not None else ""

    def flag(self, key: str, *, default: bool) -> bool:
        """Return true or false."""
        return self._value(key, default, _flag)

    def auto_or_false(self, key: str) -> bool | None:
        """Return False for `false`, True for `auto` or `true`, None where nothing is said."""
        return self._value(key, None, lambda value: True if value == "auto" else _flag(value))

    def number(self, key: str, default: int, least: int = 0) -> int:
        """Return a whole number of at least `least`."""

        def parse(value: str) -> int:
            if not re.fullmatch(r"-?\d{1,9}", value) or int(value) < least:
                raise ValueError(f'"{value}" is not a whole number from {least} on')
            return int(value)

        return self._value(key, default, parse)

    def choice(self, key: str, literal: object, default: T) -> T:
        """Return one of the words of a `Literal` type."""
        words = [word for word in get_args(literal) if word]

        def parse(value: str) -> T:
            if value not in words:
                raise ValueError(f'unknown value "{value}"{did_you_mean(value, words)}')
            return value  # type: ignore[return-value]  # the caller's default has the literal's type

        return self._value(key, default, parse, hint=f"one of: {', '.join(words)}")

    def day(self, key: str) -> date | None:
        """Return a calendar day."""
        return self._value(key, None, dates.parse_day, hint="write a day as 2025-04-09")

    def moment(self, key: str, local: tzinfo, *, required: bool = False) -> Moment | None:
        """Return a moment in the zone `local`."""
        if required:
            self._required(key)
        return self._value(key, None, lambda value: dates.parse_moment(value, local), hint=dates.FORMATS)

    def url(self, key: str, *, schemes: Collection[str] = ("http", "https")) -> str:
        """Return an absolute URL of one of the schemes."""

        def parse(value: str) -> str:
            if not _is_url(value, schemes):
                raise ValueError(f'"{value}" is not an address of the web')
            return value

        return self._value(key, "", parse, hint=f"it begins with {' or '.join(f'{s}:' for s in schemes)}")

    def slug(self, key: str, default: str = "") -> str:
        """Return a slug."""

        def parse(value: str) -> str:
            if not is_slug(value):
                raise ValueError(f'"{value}" can\'t stand in an address')
            return value

        return self._value(key, default, parse, hint="lower-case letters a-z, digits and single hyphens")

    def reference(self, key: str, kind: Literal["theme", "story", "term", "page"]) -> str:
        """Return a name that must exist in the content."""
        node = self._node(key)
        names = self._strings(key, [node] if node is not None else [])
        return next(iter(self._refer(kind, names)), "")

    def references_of(
        self, key: str, kind: Literal["theme", "story", "term", "page"], *, required: bool = False
    ) -> tuple[str, ...]:
        """Return a list of names that must exist in the content."""
        return self._refer(kind, self._strings(key, self._items(key, required=required)))

    def strings(self, key: str) -> tuple[str, ...]:
        """Return a list of texts."""
        return tuple(name for name, _ in self._strings(key, self._items(key)))

    def addresses(self, key: str) -> tuple[str, ...]:
        """Return a list of addresses in this site."""
        found = []
        for name, node in self._strings(key, self._items(key)):
            if _ADDRESS.fullmatch(name) and not any(set(part) == {"."} for part in name.split("/") if part):
                found.append(name)
            else:
                self.note(node, f'"{name}" is not an address of this site', "write it as /old/address/")
        return tuple(found)

    def pairs(self, key: str) -> tuple[tuple[str, str], ...]:
        """Return a mapping of texts to texts, in the author's order."""
        child = self.child(key)
        return tuple((name, child.string(name)) for name in child.keys.items) if child else ()

    def child(self, key: str) -> Fields | None:
        """Return the fields of a mapping inside this one."""
        node = self._node(key)
        if node is None or isinstance(node, yaml.Mapping):
            return self._inside(key, node) if node is not None else None
        self.note(node, f'"{self._name(key)}" must hold keys of its own', f"write {key}: {{key: value}}")
        return None

    def children(self, key: str, *, required: bool = False) -> list[Fields]:
        """Return the fields of each mapping in a list."""
        found = []
        for item in self.items(key, required=required):
            if isinstance(item, Fields):
                found.append(item)
            else:
                self.note(item, f'an item of "{self._name(key)}" must hold keys of its own', "write - {key: value}")
        return found

    def items(self, key: str, *, required: bool = False) -> list[Fields | yaml.Scalar]:
        """Return the items of a list whose items may be texts or mappings."""
        found: list[Fields | yaml.Scalar] = []
        for node in self._items(key, required=required):
            if isinstance(node, yaml.Mapping):
                found.append(self._inside(key, node))
            elif self._strings(key, [node]):
                found.append(node)  # type: ignore[arg-type]  # only a scalar gives a string
        return found

    def span(self) -> Span:
        """Return where the mapping begins."""
        return self.text.span(self.keys.line, self.keys.column)

    def place(self, key: str) -> Span:
        """Return where a key stands, or where the mapping begins that does not have it."""
        node = self.keys.items[key][0] if key in self.keys.items else self.keys
        return self.text.span(node.line, node.column)

    def done(self) -> None:
        """Report every key that was never asked for."""
        for key, (mark, _) in self.keys.items.items():
            if key not in self.asked:
                near = did_you_mean(key, self.asked)
                hint = "" if near else f"the keys here are: {', '.join(sorted(self.asked))}"
                self.note(mark, f'unknown key "{self._name(key)}"{near}', hint, "unknown-key")

    def note(self, node: yaml.Node, message: str, hint: str = "", code: str = "value") -> None:
        """Add a problem at a node."""
        self.problems.append(Problem(self.text.span(node.line, node.column), message, hint, code))

    def fault(self, key: str, message: str, hint: str = "", code: str = "value") -> None:
        """Add a problem at the value of `key`, or at the mapping where the key is missing."""
        self.note(self.keys.items[key][1] if key in self.keys.items else self.keys, message, hint, code)

    def _node(self, key: str) -> yaml.Node | None:
        self.asked.add(key)
        pair = self.keys.items.get(key)
        if pair is None or (isinstance(pair[1], yaml.Scalar) and pair[1].is_null):
            return None
        return pair[1]

    def _required(self, key: str) -> yaml.Node | None:
        node = self._node(key)
        if node is None:
            self._missing(key)
        return node

    def _missing(self, key: str) -> None:
        place = self.keys.items[key][0] if key in self.keys.items else self.keys
        self.note(place, f'"{self._name(key)}" is missing', f"add {key}: …", code="missing")

    def _scalar(self, key: str, node: yaml.Node) -> str | None:
        if not isinstance(node, yaml.Scalar):
            self.note(node, f'"{self._name(key)}" must be one value', _ONE_VALUE)
            return None
        if FORBIDDEN.search(node.value):  # an escape such as "\x07" gets past the check of the file's own text
            self.note(
                node,
                f'"{self._name(key)}" holds a control character',
                "delete it: no page or feed can hold it",
                "control-character",
            )
            return None
        return node.value

    def _value(self, key: str, default: T, parse: Callable[[str], T], hint: str = "") -> T:
        node = self._node(key)
        value = self._scalar(key, node) if node is not None else None
        if node is None or value is None:
            return default
        try:
            return parse(value.strip())
        except ValueError as error:
            self.note(node, f'"{self._name(key)}": {error}', hint)
            return default

    def _items(self, key: str, *, required: bool = False) -> tuple[yaml.Node, ...]:
        node = self._required(key) if required else self._node(key)
        if isinstance(node, yaml.Sequence):
            if required and not node.items:
                self.note(node, f'"{self._name(key)}" is empty', "name at least one", code="missing")
            return node.items
        if node is not None:
            self.note(
                node,
                f'"{self._name(key)}" must be a list',
                "write each item on a line of its own below, after a hyphen",
            )
        return ()

    def _strings(self, key: str, nodes: Collection[yaml.Node]) -> list[tuple[str, yaml.Node]]:
        found = []
        for node in nodes:
            value = self._scalar(key, node)
            if value is not None and value.strip():
                found.append((" ".join(value.split()), node))
            elif value is not None:
                self.note(node, f'an item of "{self._name(key)}" is empty')
        return found

    def _refer(
        self, kind: Literal["theme", "story", "term", "page"], names: list[tuple[str, yaml.Node]]
    ) -> tuple[str, ...]:
        for name, node in names:
            self.references.append(Reference(kind, name, self.text.span(node.line, node.column)))
        return tuple(dict.fromkeys(name for name, _ in names))

    def _inside(self, key: str, node: yaml.Mapping) -> Fields:
        return Fields(self.text, node, self.problems, self.references, self._name(key))

    def _name(self, key: str) -> str:
        return f"{self.inside}.{key}" if self.inside else key

    def __iter__(self) -> Iterator[str]:
        """Give the keys as written."""
        return iter(self.keys.items)


def _is_seen(char: str) -> bool:
    return unicodedata.category(char)[0] not in "CZ"


def _is_url(value: str, schemes: Collection[str]) -> bool:
    if _PLAIN_URL.fullmatch(value) and "https" in schemes:
        return True  # as nearly all are, without being taken apart
    try:
        parts = urlsplit(value)
    except ValueError:  # as on "http://[::1"
        return False
    named = parts.path if parts.scheme == "mailto" else parts.netloc
    return parts.scheme in schemes and bool(named) and not re.search(r"[\s<>\"\\]", value)


def _flag(value: str) -> bool:
    if value.lower() not in _FLAGS:
        raise ValueError(f'"{value}" is neither true nor false')
    return _FLAGS[value.lower()]
