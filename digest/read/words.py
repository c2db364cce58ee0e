"""`templates/lang/*.yaml` -> the interface's words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from string import Formatter

from digest.model import Source
from digest.problems import Problem, did_you_mean
from digest.read import yaml
from digest.read.text import Text, decode

_SLIP = 0.85  # difflib's ratio from which a new name is taken for a slip
Word = str | Mapping[str, str]


def read_words(source: Source, base: Mapping[str, Word] | None = None) -> tuple[dict[str, Word], tuple[Problem, ...]]:
    """Return a catalogue: texts by key, those with plural forms as texts by CLDR's name of the form.

    A word that `base` has too can hold no other `{name}` than that one does. A word with a fault is left out; one that
    `base` lacks but nearly has is a warning.
    """
    text, problems = decode(source)
    tree, found = yaml.parse(text, text.content)
    problems += found
    if not isinstance(tree, yaml.Mapping):
        return {}, problems or (Problem(text.span(1, 1), "the catalogue holds no words", "write `key: text`", "words"),)
    words: dict[str, Word] = {}
    for key, (place, node) in tree.items.items():
        word = _word(node)
        if word is None:
            hint = "write {one: …, other: …}"
            problems += (_problem(text, node, f'"{key}" needs the plural form "other"', hint),)
            continue
        found = _unfilled(text, node, key, word, (base or {}).get(key))
        problems += found
        words |= {} if found else {key: word}
        if base and key not in base and (meant := did_you_mean(key, base, _SLIP)):
            hint = "a word of your own may have any other name"
            problems += (
                replace(_problem(text, place, f'no built-in word is "{key}"{meant}', hint), severity="warning"),
            )
    return words, problems


def _word(node: yaml.Node) -> Word | None:
    """A text, or plural forms with the one that no language does without."""
    if isinstance(node, yaml.Scalar):
        return node.value
    items = node.items.items() if isinstance(node, yaml.Mapping) else ()
    forms = {name: form.value for name, (_, form) in items if isinstance(form, yaml.Scalar)}
    return forms if "other" in forms else None


def _unfilled(text: Text, node: yaml.Node, key: str, word: Word, base: Word | None) -> tuple[Problem, ...]:
    """What would fail on a page: a brace that is no `{name}`, and a name that nobody fills in."""
    try:
        names = _names(word)
    except ValueError:
        return (_problem(text, node, f'"{key}" has a brace too many', "write {{ and }} to show braces"),)
    known = names if base is None else _names(base)
    hint = f"it may have: {', '.join(f'{{{name}}}' for name in sorted(known))}" if known else "write it without"
    return tuple(
        _problem(text, node, f'nothing fills in {{{name}}} in "{key}"', hint) for name in sorted(names - known)
    )


def _names(word: Word) -> set[str]:
    """The names to be filled in, with what is said of their format; plural forms are chosen by `n`."""
    forms, names = ([word], set[str]()) if isinstance(word, str) else (list(word.values()), {"n"})
    fields = (field for form in forms for _, *field in Formatter().parse(form) if field[0] is not None)
    return names | {f"{name}{f':{how}' if how else ''}{f'!{kind}' if kind else ''}" for name, how, kind in fields}


def _problem(text: Text, node: yaml.Node, message: str, hint: str) -> Problem:
    return Problem(text.span(node.line, node.column), message, hint, "words")
