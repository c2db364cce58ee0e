"""Overrides: an author's templates beside the built-in ones, and what is wrong with them before any page is made."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from jinja2 import meta, nodes

from digest.problems import Problem, Span, did_you_mean

T = TypeVar("T")

BUILT_IN = "built-in/"  # before the name of a built-in template, whether it is overridden or not


@dataclass(frozen=True, slots=True)
class Template:
    """A template's text and where it lies, for messages."""

    path: str
    text: str

    def at(self, line: int, names: Iterable[str] = ()) -> Span:
        """Return a place: in a line, at the first of `names` that stands in its code, or else where it begins."""
        lines = self.text.split("\n")
        text = lines[line - 1] if 0 < line <= len(lines) else ""
        code = match.start() if (match := re.search(r"\{[{%]", text)) else 0
        found = (re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])").search(text, code) for name in names)
        column = next((match.start() for match in found if match), len(text) - len(text.lstrip()))
        return Span(self.path, line, column + 1 if text else 0, text)


def find(named: Mapping[str, T], name: str) -> T | None:
    """Return what has a template's name; a built-in one that nothing overrides goes by both of its names."""
    return named[name] if name in named else named.get(name.removeprefix(BUILT_IN))


def faults(templates: Mapping[str, Template], trees: Mapping[str, nodes.Template]) -> Iterator[Problem]:
    """Yield what is wrong with an author's templates; `trees` has those whose syntax is right."""
    for name, template in sorted(templates.items()):
        if is_own(name, template) and not template.text.strip():
            hint = "write it, or delete it: then the built-in one is used"
            yield Problem(Span(template.path), "this template is empty", hint, "template")
    for name in sorted(trees):
        yield from _blocks(name, templates, trees)
    if trees.keys() == templates.keys():
        yield from _strays(templates, trees)


def is_own(name: str, template: Template) -> bool:
    """Return whether a template is the author's."""
    return template.path == f"templates/{name}"


def _blocks(name: str, templates: Mapping[str, Template], trees: Mapping[str, nodes.Template]) -> Iterator[Problem]:
    """Yield what a template writes in vain that extends others: outside of blocks, or in blocks that they lack.

    A macro of theirs is in vain too, for it is defined after the child's.
    """
    parents = list(_parents(name, trees))
    known = {block.name for parent in parents for block in trees[parent].find_all(nodes.Block)}
    macros = {macro.name: parent for parent in parents for macro in trees[parent].find_all(nodes.Macro)}
    template = templates[name]
    for node in trees[name].body if parents else ():
        if isinstance(node, nodes.Macro) and node.name in macros:
            hint = f"blocks can be replaced alone, macros cannot: copy {macros[node.name]}, and edit the copy"
            message = f"the macro of {macros[node.name]} is used, and not this one"
            yield Problem(template.at(node.lineno, [node.name]), message, hint, "template")
        elif isinstance(node, nodes.Block) and node.name not in known:
            yield _lacking(node, template, [(parent, templates[parent]) for parent in parents], known)
        elif isinstance(node, nodes.Output) and (line := _line_of_text(node)):
            hint = "a template that extends another fills its blocks: {% block content %} … {% endblock %}"
            yield Problem(template.at(line), "what stands outside of blocks is not shown", hint, "template")


def _lacking(block: nodes.Block, child: Template, parents: list[tuple[str, Template]], known: Iterable[str]) -> Problem:
    """Blame the author's parent for a block that a built-in child fills, and else the child."""
    own = [parent for name, parent in parents if is_own(name, parent)]
    if own and not child.path.startswith("templates/"):
        hint = f"add it: {{% block {block.name} %}}{{% endblock %}}"
        return Problem(Span(own[0].path), f'there is no block "{block.name}", which other pages fill', hint, "template")
    message = f'{parents[0][0]} has no block "{block.name}"{did_you_mean(block.name, known)}'
    hint = "what stands in it would not be shown"
    return Problem(child.at(block.lineno, [block.name]), message, hint, "template")


def _parents(name: str, trees: Mapping[str, nodes.Template]) -> Iterator[str]:
    """Yield the templates that a template extends, the nearest first; none where one of them is not known."""
    seen = [name]
    while extends := [node.template for node in trees[seen[-1]].body if isinstance(node, nodes.Extends)]:
        target = extends[0].value if isinstance(extends[0], nodes.Const) else ""
        target = target if target in trees else target.removeprefix(BUILT_IN)
        if target not in trees or target in seen:
            return
        seen.append(target)
    yield from seen[1:]


def _line_of_text(output: nodes.Output) -> int:
    """Return the line of the first thing that an output would show, or 0."""
    for node in output.nodes:
        text = node.data if isinstance(node, nodes.TemplateData) else "{{"
        if text.strip():
            return node.lineno + text[: len(text) - len(text.lstrip())].count("\n")
    return 0


def _strays(templates: Mapping[str, Template], trees: Mapping[str, nodes.Template]) -> Iterator[Problem]:
    """Yield a warning for each file of the author's that overrides nothing and that no template asks for."""
    used = {name for tree in trees.values() for name in meta.find_referenced_templates(tree)}
    if None in used:  # a template asks for another by a name that is worked out
        return
    for name, template in sorted(templates.items()):
        if is_own(name, template) and name not in used and BUILT_IN + name not in templates:
            known = [other.removeprefix(BUILT_IN) for other in templates if other != name]
            message = f'nothing uses "{name}"{did_you_mean(name, known)}'
            hint = "a template has the name of a built-in one; styles and scripts belong into templates/assets/"
            yield Problem(Span(template.path), message, hint, "template", "warning")
