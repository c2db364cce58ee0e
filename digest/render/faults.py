"""Faults of templates as problems: where, why, and the nearest name that is there."""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterable, Mapping, Sequence, Sized
from dataclasses import dataclass, replace
from itertools import takewhile
from pathlib import PurePath

from jinja2 import (
    Environment,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
    nodes,
)
from jinja2.environment import TemplateModule
from jinja2.utils import missing

from digest.model import Config
from digest.problems import Problem, Span, did_you_mean
from digest.render.alphabet import Alphabet
from digest.render.overrides import Template, is_own
from digest.render.words import WordError, Words

AUTHORS_FAULTS = (
    TemplateError,
    WordError,
    TypeError,
    ValueError,
    ArithmeticError,
    LookupError,
    AssertionError,  # Babel, of a day that is none
    AttributeError,
    RuntimeError,
    MemoryError,
)
TOO_MUCH = (RecursionError, MemoryError, SyntaxError, ValueError)  # Python's, of what Jinja makes of a template
_OURS = str(PurePath(__file__).parent.parent)  # where a fault of our own lies, other than in a template
# What templates call, and what calls it for them.
_CALLED = {function.__code__.co_filename for function in (Words.forms, Alphabet.order, Config.absolute)}
_CALLED.add(str(PurePath(__file__).with_name("templates.py")))
_QUOTED = re.compile(r"""['"]([^'"\s]+)['"]""")
_OPENING = {"block", "call", "filter", "for", "if", "macro", "set", "with", "raw", "autoescape"}
_TAGS = {*_OPENING, *(f"end{tag}" for tag in _OPENING), "elif", "else", "extends", "from", "import", "include", "print"}
_SYNTAX = "a template is Jinja: {% … %} for statements, {{ … }} for values"
_RECEIVES = "docs/templates.md lists what each template receives"
_ASK = "ask first for what may be none: {% if … %}"


class Undefined(StrictUndefined):
    """Anything undefined is an error that names the nearest name that its owner has."""

    @property
    def _undefined_message(self) -> str:
        owner = self._undefined_obj
        name: object = self._undefined_name  # a number in {{ list[9] }}
        if self._undefined_hint:
            return str(self._undefined_hint)
        if owner is None:
            return f'there is no "{name}" of none'
        if isinstance(owner, Mapping):
            return f'there is no "{name}" here{did_you_mean(str(name), map(str, owner))}'
        if isinstance(name, int) and isinstance(owner, Sized):
            return f"there is no item {name}: there are {len(owner)}, and the first is 0"
        if isinstance(owner, TemplateModule):
            return f'{owner.__name__} has no "{name}"{did_you_mean(str(name), _public(vars(owner)))}'
        if owner is not missing:
            return f'{type(owner).__name__} has no "{name}"{did_you_mean(str(name), _public(dir(owner)))}'
        return f'"{name}" is undefined'


def problem(error: Exception, templates: Mapping[str, Template], environment: Environment) -> Problem:
    """Make a problem of an error in a template; an error of our own code is raised again as it is."""
    if isinstance(error, TemplateSyntaxError):
        return _syntax(error, templates, environment)
    frames = _frames(error, templates)
    if not frames and not isinstance(error, TemplateNotFound):
        raise error
    message, hint = _said(error, templates, environment, frames[-1].names if frames else {})
    if not frames:
        return Problem(Span(f"templates/{getattr(error, 'name', '')}"), message, hint, "template")
    frame = _blamed(frames, message, templates)
    names = _QUOTED.findall(message) if isinstance(error, (TemplateError, WordError)) or "macro" in message else []
    return Problem(_at(frame.path, frame.line, templates, names), message, hint, "template")


def _blamed(frames: Sequence[_Frame], message: str, templates: Mapping[str, Template]) -> _Frame:
    """Return the line at fault: not a macro's for what its caller did not give, nor ours where one is the author's."""
    if "was not provided" in message and len(frames) > 1:
        return frames[-2]
    owned = {template.path for name, template in templates.items() if is_own(name, template)}
    return next((frame for frame in reversed(frames) if frame.path in owned), frames[-1])


@dataclass(frozen=True)
class _Frame:
    """A line of a template that was being rendered, with the names that it could use."""

    path: str
    line: int
    names: Mapping[str, object]


def _frames(error: Exception, templates: Mapping[str, Template]) -> list[_Frame]:
    """Return the lines of templates in an error's traceback, the innermost last; none when the fault is our own.

    It is ours when code of ours that no template calls lies within the innermost line.
    """
    paths = {template.path for template in templates.values()}
    walked = [
        _Frame(frame.f_code.co_filename, line, frame.f_locals) for frame, line in traceback.walk_tb(error.__traceback__)
    ]
    within = list(takewhile(lambda frame: frame.path not in paths, reversed(walked)))
    ours = any(frame.path.startswith(_OURS) and frame.path not in _CALLED for frame in within)
    if ours and not isinstance(error, (WordError, UndefinedError)):
        return []
    return [frame for frame in walked if frame.path in paths]


def _said(
    error: Exception, templates: Mapping[str, Template], environment: Environment, known: Mapping[str, object]
) -> tuple[str, str]:
    """Return what is wrong, with the nearest name, and a hint; `known` are the names at that place."""
    if isinstance(error, TemplateNotFound):
        stem = PurePath(str(error.name)).stem  # the ending alone makes no name near
        alike = [name for name in templates if did_you_mean(stem, [PurePath(name).stem])]
        return f'there is no template "{error.name}"{did_you_mean(str(error.name), alike)}', "put it into templates/"
    if isinstance(error, RecursionError):
        return "a template or a macro includes, extends or calls itself", "break the circle"
    message = str(error)
    if undefined := re.fullmatch(r'"(\w+)" is undefined', message):
        return message + did_you_mean(undefined[1], known), _RECEIVES
    if argument := re.match(r"macro '(\w+)' takes no keyword argument '(\w+)'", message):
        return message + did_you_mean(argument[2], _arguments(argument[1], templates, environment)), _RECEIVES
    if not isinstance(error, (TemplateError, WordError)):
        message = ": ".join(filter(None, [type(error).__name__, message]))
    return message.rstrip(".") + _nearest(message, environment), _ASK if message.endswith("of none") else _RECEIVES


def _syntax(error: TemplateSyntaxError, templates: Mapping[str, Template], environment: Environment) -> Problem:
    path = error.filename or f"templates/{error.name}"
    message = str(error.message)
    span = _at(path, error.lineno, templates, _QUOTED.findall(message))
    if character := re.fullmatch(r"(unexpected char .*) at (\d+)", message):
        before = error.source[: int(character[2])] if error.source else ""
        span = replace(span, column=len(before) - before.rfind("\n"))
        return Problem(span, f"bad template: {character[1]}", "perhaps a quote or a bracket is not closed", "template")
    return Problem(span, f"bad template: {message.rstrip('.')}{_nearest(message, environment)}", _SYNTAX, "template")


def _nearest(message: str, environment: Environment) -> str:
    """Return the filter, test or statement that is nearest to the one that Jinja does not know."""
    known = {"filter": environment.filters, "test": environment.tests, "tag": _TAGS}
    if found := re.search(r"(?:No (filter|test) named|unknown (tag)) '(\w+)'", message):
        kind, name = found[1] or found[2], found[3]
        return did_you_mean(name, known[kind]) if name not in known[kind] else ""
    return ""


def _arguments(macro: str, templates: Mapping[str, Template], environment: Environment) -> Iterable[str]:
    """Return the names of the arguments of every macro of a name."""
    for template in templates.values():
        for node in environment.parse(template.text).find_all(nodes.Macro):
            yield from (argument.name for argument in node.args if node.name == macro)


def _at(path: str, line: int, templates: Mapping[str, Template], names: Iterable[str]) -> Span:
    return next(template for template in templates.values() if template.path == path).at(line, names)


def _public(names: Iterable[str]) -> list[str]:
    return [name for name in names if not name.startswith("_")]
