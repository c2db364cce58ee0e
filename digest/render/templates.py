"""Templates: Jinja with everything escaped and nothing undefined."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from jinja2 import Environment, FunctionLoader, TemplateError, nodes
from jinja2.sandbox import safe_range
from markupsafe import Markup

from digest.model import Page, output_path
from digest.problems import Problem, Span
from digest.render.faults import AUTHORS_FAULTS, TOO_MUCH, Undefined, problem
from digest.render.overrides import Template, faults, find, is_own
from digest.render.views import Sheet


class Engine:
    """Renders sheets with a site's templates."""

    def __init__(self, templates: Mapping[str, Template], shared: Mapping[str, object]) -> None:
        """`templates` are by name; `shared` is what every template receives."""
        self.templates = templates
        self.environment = Environment(
            loader=FunctionLoader(self._load),
            autoescape=True,
            undefined=Undefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            cache_size=-1,
        )
        self.environment.filters["safe_html"] = Markup
        self.environment.globals.update({"range": safe_range, **shared})
        self._failed: set[str] = set()

    def compile(self) -> Iterator[Problem]:
        """Yield what is wrong with any template, used or not, before a page is made."""
        any_own = any(is_own(name, template) for name, template in self.templates.items())
        trees: dict[str, nodes.Template] = {}
        for name, template in sorted(self.templates.items()):
            try:
                self.environment.get_template(name)
                if any_own:
                    trees[name] = self.environment.parse(template.text)
            except TemplateError as error:
                self._failed.add(name)
                yield self._problem(error)
            except TOO_MUCH as error:
                self._failed.add(name)
                yield Problem(Span(template.path), f"bad template: {error}", "is it nested too deeply?", "template")
        yield from faults(self.templates, trees) if any_own else ()

    def page(self, sheet: Sheet) -> Iterator[Page | Problem]:
        """Yield the page of a sheet: an empty one where its template fails, and once what is wrong with that."""
        text = self.text(sheet.template, sheet.context)
        if isinstance(text, Problem):
            yield text
        yield Page(
            output_path(sheet.address), text.encode(errors="replace") if isinstance(text, str) else b"", sheet.origin
        )

    def text(self, name: str, context: Mapping[str, Any]) -> str | Problem | None:
        """Return a template's text, or what is wrong with it; None once that has been said."""
        if name in self._failed:
            return None
        try:
            return self.environment.get_template(name).render(context)
        except AUTHORS_FAULTS as error:
            self._failed.add(name)
            return self._problem(error)

    def _load(self, name: str) -> tuple[str, str, None] | None:
        template = find(self.templates, name)
        return (template.text, template.path, None) if template else None

    def _problem(self, error: Exception) -> Problem:
        return problem(error, self.templates, self.environment)
