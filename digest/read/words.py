"""`templates/lang/*.yaml` -> the interface's words."""

from __future__ import annotations

from digest.model import Source
from digest.problems import Problem
from digest.read import yaml
from digest.read.text import decode


def read_words(source: Source) -> tuple[dict[str, str | dict[str, str]], tuple[Problem, ...]]:
    """Return a catalogue: texts by key, those with plural forms as texts by CLDR's name of the form."""
    text, problems = decode(source)
    tree, found = yaml.parse(text, text.content)
    problems += found
    if not isinstance(tree, yaml.Mapping):
        return {}, problems or (Problem(text.span(1, 1), "the catalogue holds no words", "write `key: text`", "words"),)
    words: dict[str, str | dict[str, str]] = {}
    for key, (_, node) in tree.items.items():
        forms = (
            {name: form.value for name, (_, form) in node.items.items() if isinstance(form, yaml.Scalar)}
            if isinstance(node, yaml.Mapping)
            else {}
        )
        if isinstance(node, yaml.Scalar):
            words[key] = node.value
        elif "other" in forms:
            words[key] = forms
        else:
            hint = "write {one: …, other: …}"
            problems += (
                Problem(text.span(node.line, node.column), f'"{key}" needs the plural form "other"', hint, "words"),
            )
    return words, problems
