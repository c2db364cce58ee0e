"""How a site looks, by the files that say so: templates, assets, fonts and words, built-in ones and its own."""

from __future__ import annotations

from collections.abc import Iterable

from digest.model import Source
from digest.problems import Problem, Span
from digest.read.site import is_language
from digest.read.text import decode
from digest.read.words import read_words
from digest.render import BUILT_IN, Catalogue, Look, Template

_NAMED = 8  # of missing words
_LICENCES = (".txt", ".md")  # what lies beside fonts


def dress(files: Iterable[tuple[str, Source]]) -> tuple[Look, list[Problem]]:
    """Return how a site looks, of named files: a later one replaces a former one, catalogues word by word."""
    problems: list[Problem] = []
    templates: dict[str, Template] = {}
    assets: dict[str, bytes] = {}
    words: dict[str, Catalogue] = {}
    fonts: dict[str, Source] = {}
    for name, source in files:
        kind, _, rest = name.partition("/")
        if kind == "assets":
            assets[rest] = source.data
        elif kind == "fonts":
            fonts |= {} if name.lower().endswith(_LICENCES) else {name: source}
        elif kind == "lang":
            problems += _learn(words, rest.removesuffix(".yaml"), source)
        else:
            problems += _keep(templates, name, source)
    return Look(templates, assets, words, fonts), problems


def _learn(words: dict[str, Catalogue], lang: str, source: Source) -> tuple[Problem, ...]:
    """Put a catalogue's words in the place of the language's former ones; return what is wrong with it."""
    former, english = words.get(lang, {}), words.get("en", {})
    own, found = read_words(source, {**english, **former})
    if not is_language(lang):
        hint = "name the file by a tag such as fr.yaml or pt-BR.yaml"
        return (*found, Problem(Span(source.path), f'unknown language "{lang}"', hint, "words"))
    missing = [] if {lang, lang.split("-")[0]} & words.keys() else sorted(english.keys() - own.keys())
    words[lang] = {**former, **own}
    if not missing:
        return found
    some = f"{', '.join(missing[:_NAMED])}{' …' if len(missing) > _NAMED else ''}"
    message = f"of {len(english)} words {len(missing)} are missing, and stay English: {some}"
    return (
        *found,
        Problem.by("missing-words", Span(source.path), message, "templates/lang/en.yaml of Digest has them"),
    )


def _keep(templates: dict[str, Template], name: str, source: Source) -> tuple[Problem, ...]:
    """Put a template in the place of a built-in one, which keeps another name; return what is wrong with it."""
    text, found = decode(source)
    if name in templates:
        templates[BUILT_IN + name] = templates[name]
    if text.content or not found:  # there is no more to say of one that can't be decoded
        templates[name] = Template(text.path, text.content)
    return found
