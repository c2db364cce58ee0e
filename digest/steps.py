"""The steps of a build, each from the nouns of one stage to those of the next. `build.py` puts them in order."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from digest import annotate, clean
from digest.annotate import Explanation, Glossary, Headword, Manuscript, Sighting, Slice
from digest.clean.excerpts import Excerpt
from digest.clean.excerpts import measure as measure_excerpt
from digest.memory import Filed, Map, Memory, Step
from digest.model import (
    Anchor,
    Annotation,
    Article,
    Body,
    Content,
    Definition,
    Digest,
    Entry,
    Page,
    Source,
    output_path,
)
from digest.problems import RULES, Problem, Span
from digest.read import resolve
from digest.read.site import PATH, is_language
from digest.read.text import decode
from digest.read.words import read_words
from digest.render import BUILT_IN, Catalogue, Look, Poster, Template, posters, share_address

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


def tidy(content: Content) -> tuple[list[Article], list[Problem]]:
    """Return the articles with clean texts, and a warning for each line that was cut and each text that was not."""
    articles, problems = [], []
    for article in content.articles:
        if content.config.clean and article.clean:
            result = clean.clean_body(article.body, content.config.rules, lang=article.lang)
            problems += [_cut(article, removal) for removal in result.removals]
            problems += [_left(article, result.reason)] if result.reason else []
            articles.append(article if result.body == article.body else replace(article, body=result.body))
        else:
            articles.append(article)
    return articles, problems


def link(articles: Sequence[Article], content: Content, memory: Memory, run: Map) -> tuple[list[Entry], list[Problem]]:
    """Return the entries, each made of an article and its slice of the glossary."""
    annotations = memory.map(ANNOTATE, _texts(articles, content), run)
    entries = [Entry(article, annotation) for article, annotation in zip(articles, annotations, strict=True)]
    written = {article.path: article.body for article in content.articles}
    problems = [
        replace(problem, span=_written(problem.span, written))
        for annotation in annotations
        for problem in annotation.problems
    ]
    references = (reference for annotation in annotations for reference in annotation.references)
    return entries, [*annotate.clashes(content.terms), *problems, *resolve(references, content)]


def define(content: Content, memory: Memory, run: Map) -> dict[str, Definition]:
    """Return the definition of each term by its slug."""
    headwords = [Headword.of(term, content.config.root) for term in content.terms]
    definitions = memory.map(DEFINE, headwords, run)
    return {term.slug: definition for term, definition in zip(content.terms, definitions, strict=True)}


def anchor(articles: Sequence[Article], content: Content, memory: Memory, run: Map) -> dict[str, tuple[Anchor, ...]]:
    """Return where each entry mentions terms, by its address."""
    anchors = memory.map(ANCHOR, _texts(articles, content), run)
    return {article.address: found for article, found in zip(articles, anchors, strict=True)}


def texts(content: Content) -> dict[str, str]:
    """Return the HTML of themes, stories and standing pages by address."""
    return {owner.address: annotate.prose(owner.body.text, content.config.root) for owner in content.owners}


def survey(articles: Sequence[Article], content: Content, memory: Memory, run: Map) -> list[Sighting]:
    """Return what the articles name and no term has, article by article in reading order."""
    written = {article.path: article.body for article in content.articles}
    surveys = memory.map(SURVEY, _texts(articles, content), run)
    return [replace(found, span=_written(found.span, written)) for survey in surveys for found in survey]


def measure(made: Sequence[tuple[Article, Source]], content: Content, memory: Memory, run: Map) -> list[Excerpt]:
    """Return what each article has word for word from its original, which is given with it."""
    written = {article.path: article.body for article in content.articles}
    found = memory.map(MEASURE, [(article.path, article.body, original) for article, original in made], run)
    return [replace(one, span=_written(one.span, written)) for one in found]


def unlettered(digest: Digest, look: Look) -> list[Problem]:
    """Return what keeps share images from showing what they say: files that are no fonts, and letters that none has."""
    from digest.render import share

    faces, problems = [], []
    for source in look.fonts.values():
        try:
            faces.append(share.face(source.data))
        except ValueError as error:
            hint = "put an OpenType or TrueType font there (.ttf, .otf)"
            problems.append(Problem(Span(source.path), f"this is {error}", hint, "font"))
    says = {address: f"{poster.title} {poster.date}" for address, poster in posters(digest, look.words).items()}
    texts = [(entry.article.path, says[entry.address]) for entry in digest.entries]
    texts += [(theme.path, theme.title) for theme in digest.themes]
    texts += [(PATH, f"{digest.config.title} {digest.config.tagline}")]
    for path, text in texts:
        if letters := share.lacking(text, faces):
            message = f"the share image has no letters for {' '.join(letters)}"
            hint = "put a font that has them into templates/fonts/"
            problems.append(Problem.by("share-image", Span(path), message, hint))
    return problems


def illustrate(
    shown: Sequence[Poster], look: Look, memory: Memory, run: Map, former: Callable[[str], bytes]
) -> list[Page]:
    """Return the share image of each poster; one that `former`, which reads the published site, has is not drawn."""
    from digest.render import share

    fonts = tuple(source.data for _, source in sorted(look.fonts.items()))
    name = f"share {hashlib.blake2b(b''.join(fonts)).hexdigest()}"
    drawn = Filed(partial(share.draw, fonts=fonts), name, share_address, lambda address: former(output_path(address)))
    return [Page(output_path(share_address(image)), image) for image in memory.map(drawn, shown, run)]


def explain(path: str, content: Content) -> tuple[Explanation, ...] | None:
    """Return the explanations of the article at `path`, or None when the content has none there."""
    articles, _ = tidy(content)
    number = next((number for number, article in enumerate(articles) if article.path == path), None)
    if number is None:
        return None
    glossary = Glossary(content.terms)
    part = glossary.slices([article.body.text for article in articles])[number]
    article = articles[number]
    return annotate.explain(Manuscript.of(article, content.config), glossary.widened(part, article.body.text))


def _texts(articles: Sequence[Article], content: Content) -> list[tuple[Manuscript, Slice]]:
    slices = Glossary(content.terms).slices([article.body.text for article in articles])
    return [(Manuscript.of(article, content.config), part) for article, part in zip(articles, slices, strict=True)]


def _annotate(text: tuple[Manuscript, Slice]) -> Annotation:
    return annotate.annotate(*text)


def _survey(text: tuple[Manuscript, Slice]) -> tuple[Sighting, ...]:
    return annotate.survey(*text)


def _anchor(text: tuple[Manuscript, Slice]) -> tuple[Anchor, ...]:
    return annotate.anchors(*text)


def _measure(made: tuple[str, Body, Source]) -> Excerpt:
    return measure_excerpt(*made)


def _written(span: Span, written: Mapping[str, Body]) -> Span:
    """Show the line as its author wrote it, where cleaning has changed it; the column then is the words' own there."""
    body = written[span.file]
    line = body.text.split("\n")[body.lines.index(span.line)] if span.line in body.lines else span.text
    if line == span.text:
        return span
    return replace(span, column=clean.written_column(span.text, span.column, line), text=line)


def _cut(article: Article, removal: clean.Removal) -> Problem:
    hint = "delete it (digest clean FILE --write), or keep it with clean: false"
    message = f'cut by the rule "{removal.rule}": {removal.text.strip()[:80]}'
    return Problem(Span(article.path, removal.line), message, hint, "cut-line", RULES["cut-line"])


def _left(article: Article, reason: str) -> Problem:
    hint = "split the entry, or keep it as it is with clean: false"
    return Problem.by("not-cleaned", Span(article.path, article.body.line(0)), f"not cleaned: {reason}", hint)


ANNOTATE = Step(_annotate, Annotation)
DEFINE = Step(annotate.define, Definition)
ANCHOR = Step(_anchor, tuple[Anchor, ...])
MEASURE = Step(_measure, Excerpt)
SURVEY = Step(_survey, tuple[Sighting, ...])
