"""Templates: Jinja with everything escaped and nothing undefined; what fails says where and why."""

from __future__ import annotations

import traceback
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from pathlib import PurePath
from typing import Any

from jinja2 import (
    Environment,
    FunctionLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from markupsafe import Markup

from digest.model import Page, output_path
from digest.problems import Problem, Span, did_you_mean
from digest.render.views import Sheet
from digest.render.words import WordError

_AUTHORS_FAULTS = (TypeError, ValueError, ArithmeticError, LookupError, AttributeError, RecursionError)
_OURS = str(PurePath(__file__).parent.parent)  # where a fault of our own lies, other than in a template


@dataclass(frozen=True, slots=True)
class Template:
    """A template's text and where it lies, for messages."""

    path: str
    text: str


class Engine:
    """Renders sheets with a site's templates."""

    def __init__(self, templates: Mapping[str, Template], shared: Mapping[str, object]) -> None:
        """`templates` are by name; `shared` is what every template receives."""
        self.templates = templates
        self.environment = Environment(
            loader=FunctionLoader(self._load),
            autoescape=True,
            undefined=_Undefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            cache_size=-1,
        )
        self.environment.filters["safe_html"] = Markup
        self.environment.globals.update(shared)
        self._failed: set[str] = set()

    def compile(self) -> Iterator[Problem]:
        """Yield what is wrong with the syntax of any template, used or not."""
        for name in sorted(self.templates):
            try:
                self.environment.get_template(name)
            except TemplateError as error:
                self._failed.add(name)
                yield self._problem(error)

    def page(self, sheet: Sheet) -> Iterator[Page | Problem]:
        """Yield the page of a sheet: an empty one where its template fails, and once what is wrong with that."""
        text = self.text(sheet.template, sheet.context)
        if isinstance(text, Problem):
            yield text
        yield Page(output_path(sheet.address), text.encode() if isinstance(text, str) else b"", sheet.origin)

    def text(self, name: str, context: Mapping[str, Any]) -> str | Problem | None:
        """Return a template's text, or what is wrong with it; None once that has been said."""
        if name in self._failed:
            return None
        try:
            return self.environment.get_template(name).render(context)
        except (TemplateError, WordError, *_AUTHORS_FAULTS) as error:
            self._failed.add(name)
            return self._problem(error)

    def _load(self, name: str) -> tuple[str, str, None] | None:
        template = self.templates.get(name)
        return (template.text, template.path, None) if template else None

    def _problem(self, error: Exception) -> Problem:
        """Make a problem of an error in a template; an error of our own code goes on as it is."""
        if isinstance(error, TemplateNotFound):
            name = str(error.name)
            message = f'there is no template "{name}"{did_you_mean(name, self.templates)}'
            place = self._span(error) or Span(f"templates/{name}")
            return Problem(place, message, "put it into templates/", "template")
        if isinstance(error, TemplateSyntaxError):
            path = error.filename or f"templates/{error.name}"
            hint = "a template is Jinja: {% … %} for statements, {{ … }} for values"
            return Problem(self._at(path, error.lineno), f"bad template: {error.message}", hint, "template")
        span = self._span(error)
        if span is None:
            raise error
        if isinstance(error, RecursionError):
            return Problem(span, "a template includes or extends itself", "break the circle", "template")
        kind = "" if isinstance(error, (TemplateError, WordError)) else f"{type(error).__name__}: "
        return Problem(span, f"{kind}{error}", "docs/templates.md lists what each template receives", "template")

    def _span(self, error: Exception) -> Span | None:
        """Return the line of the innermost template in an error's traceback, if nothing of ours lies within it."""
        paths = {template.path for template in self.templates.values()}
        frames = traceback.extract_tb(error.__traceback__)
        places = [frame for frame in frames if frame.filename in paths]
        ours = frames[-1].filename.startswith(_OURS) and not isinstance(error, WordError)
        return None if ours or not places else self._at(places[-1].filename, places[-1].lineno or 0)

    def _at(self, path: str, line: int) -> Span:
        template = next(template for template in self.templates.values() if template.path == path)
        lines = template.text.split("\n")
        text = lines[line - 1] if 0 < line <= len(lines) else ""
        return Span(path, line, len(text) - len(text.lstrip()) + 1 if text else 0, text)


class _Undefined(StrictUndefined):
    """Anything undefined is an error that names the nearest name that is there."""

    @property
    def _undefined_message(self) -> str:
        owner, name = self._undefined_obj, str(self._undefined_name)
        if is_dataclass(owner) and not isinstance(owner, type):
            known = [field.name for field in fields(owner)]
            return f'{type(owner).__name__} has no "{name}"{did_you_mean(name, known)}'
        if isinstance(owner, Mapping):
            return f'there is no "{name}" here{did_you_mean(name, map(str, owner))}'
        return f'"{name}" is undefined'
