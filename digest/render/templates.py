"""Templates: Jinja with everything escaped and nothing undefined."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import CodeType
from typing import Any, cast

import jinja2
from jinja2 import BytecodeCache, Environment, FunctionLoader, TemplateError, nodes
from jinja2.bccache import Bucket
from jinja2.environment import TemplateModule
from jinja2.meta import find_referenced_templates, find_undeclared_variables
from jinja2.runtime import Context, Macro
from jinja2.sandbox import safe_range
from markupsafe import Markup, escape
from markupsafe import _escape_inner as escaped  # type: ignore[attr-defined]  # what `escape` wraps

from digest.model import fingerprint
from digest.problems import Problem, Span
from digest.render.faults import AUTHORS_FAULTS, TOO_MUCH, Undefined, problem
from digest.render.overrides import BUILT_IN, Template, faults, find, is_own
from digest.render.views import TermCard
from digest.render.words import Words, attributes


@dataclass(frozen=True, slots=True)
class Survey:
    """What is wrong in a site's templates, used or not; and by name what stands for each and all that it may use."""

    problems: tuple[Problem, ...]
    looks: dict[str, bytes]


def survey(templates: Mapping[str, Template]) -> Survey:
    """Look through the templates of a site before a page is made. Pure."""
    engine, problems = Engine(templates, {}), list[Problem]()
    trees = dict(engine.parsed(problems))
    if any(is_own(name, template) for name, template in templates.items()):
        problems += faults(templates, trees)
    used = {name: set(find_referenced_templates(tree)) for name, tree in trees.items()}
    return Survey(tuple(problems), {name: fingerprint(_reached(name, used, templates)) for name in templates})


def _reached(
    name: str, used: Mapping[str, set[str | None]], templates: Mapping[str, Template]
) -> list[tuple[str, str, str]]:
    """Return the texts of a template and of all that it may use: of every one, where a name is worked out on a page."""
    reached, rest = set[str](), {name}
    while rest:
        reached |= rest
        named = {other for one in rest for other in used.get(one, {None})}
        if None in named:
            reached = set(templates)
        rest = {known for other in named if other for known in (other, other.removeprefix(BUILT_IN))} - reached
    return sorted((one, *_written(templates[one])) for one in reached & templates.keys())


def _written(template: Template) -> tuple[str, str]:
    return template.path, template.text


def _shown(value: object) -> str:
    """Return a value as a page shows it, escaped unless it is HTML.

    It stands in the place of `escape` in compiled templates, which only put what it returns into a page: without
    `escape`'s objects, which say that a text is safe, a page takes a seventh less time.
    """
    if type(value) is str:
        return str(escaped(value))
    return value if type(value) is Markup else escape(value)


class _Template(jinja2.Template):
    """A template that, where others import it, is worked out once for the same values of what it uses.

    Two templates of every page import the macros, and all pages of one language with the same values.
    """

    environment: _Environment

    @classmethod
    def _from_namespace(cls, environment: Environment, namespace: Any, globals: Any) -> _Template:  # noqa: A002  # Jinja's
        namespace["escape"] = _shown
        return cast(_Template, super()._from_namespace(environment, namespace, globals))

    def make_module(self, *context: Any, **named: Any) -> TemplateModule:
        """Return what the template defines, for a page's context."""
        known = self.new_context(*context, **named).get_all()
        names = self.environment.used_by(self.name)
        if names is None:
            return super().make_module(*context, **named)
        taken = {name: known[name] for name in names if name in known}
        key = (self.name, *((name, id(value)) for name, value in taken.items()))  # ids last as long as the module
        if key not in self.environment.modules:
            self.environment.modules[key] = super().make_module(taken, shared=True)
        return self.environment.modules[key]


class _Context(Context):
    """A context that calls macros and words as they are: to ask whether they want it takes a fifth of a page."""

    environment: _Environment

    def call(self, function: Any, /, *given: Any, **named: Any) -> Any:
        """Return what a function gives that a template calls."""
        if type(function) not in _PLAIN and function is not attributes:
            return super().call(function, *given, **named)
        if named:
            named.pop("_loop_vars", None)  # what Jinja tells functions that ask for the context
            named.pop("_block_vars", None)
        if given and type(given[0]) is TermCard and not named:
            return self._of_term(function, given)
        return function(*given, **named)

    def _of_term(self, function: Any, given: tuple[Any, ...]) -> Any:
        """Return what a macro makes of a term, which is explained beside hundreds of entries: the same each time."""
        key = (function, *given)
        if key not in self.environment.terms:
            self.environment.terms[key] = function(*given)
        return self.environment.terms[key]


_PLAIN = (Macro, Words)
_SYNTAX: dict[str, Any] = {"trim_blocks": True, "lstrip_blocks": True, "keep_trailing_newline": True}


class _Compiled(BytecodeCache):
    """What templates were compiled to, for the next build of a process that makes many."""

    def __init__(self) -> None:
        self._codes: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template's code, if it is known."""
        bucket.code = self._codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Remember a template's code."""
        if len(self._codes) >= _CODES:
            self._codes.clear()
        if bucket.code:
            self._codes[bucket.key, bucket.checksum] = bucket.code


_CODES = 500  # compiled templates
_compiled = _Compiled()


class _Environment(Environment):
    """An environment that knows what its templates use."""

    template_class = _Template
    context_class = _Context

    def __init__(self, templates: Mapping[str, Template], **options: Any) -> None:
        super().__init__(**options)
        self._templates = templates
        self._used: dict[str | None, tuple[str, ...] | None] = {}
        self.modules: dict[tuple[object, ...], TemplateModule] = {}
        self.terms: dict[tuple[object, ...], str] = {}

    def used_by(self, name: str | None) -> tuple[str, ...] | None:
        """Return the names that a template takes from its context; None where it uses others, which may take any."""
        if name not in self._used:
            template = find(self._templates, name or "")
            taken = _taken(template.text) if template else ()
            self._used[name] = None if taken is None else (*taken, *self.globals)
        return self._used[name]


@lru_cache(maxsize=_CODES)
def _taken(text: str) -> tuple[str, ...] | None:
    """Return the names that a template takes from its context; None where it uses others, which may take any."""
    tree = Environment(**_SYNTAX).parse(text)  # noqa: S701  # nothing is rendered
    takes_any = any(True for _ in find_referenced_templates(tree))
    return None if takes_any else tuple(find_undeclared_variables(tree))


class Engine:
    """Renders a site's templates."""

    def __init__(self, templates: Mapping[str, Template], shared: Mapping[str, object]) -> None:
        """`templates` are by name; `shared` is what every template receives."""
        self.templates = templates
        self.environment = _Environment(
            templates,
            loader=FunctionLoader(self._load),
            autoescape=True,
            undefined=Undefined,
            auto_reload=False,
            cache_size=-1,
            bytecode_cache=_compiled,
            **_SYNTAX,
        )
        self.environment.filters["safe_html"] = Markup
        self.environment.globals.update({"range": safe_range, **shared})
        self._failed: set[str] = set()

    def parsed(self, problems: list[Problem]) -> Iterator[tuple[str, nodes.Template]]:
        """Yield the tree of each template that can be compiled; add what is wrong with the others to `problems`."""
        for name, template in sorted(self.templates.items()):
            try:
                self.environment.get_template(name)
                yield name, self.environment.parse(template.text)
            except TemplateError as error:
                problems.append(self._problem(error))
            except TOO_MUCH as error:
                said = f"bad template: {error}"
                problems.append(Problem(Span(template.path), said, "is it nested too deeply?", "template"))

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
