"""Annotating the examples of the fixture pages: what goes in is an article's text, what comes out can be read."""

import re
import unicodedata
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import yaml

from digest.annotate import Glossary, Manuscript, Slice, annotate
from digest.annotate.forms import forms_of
from digest.model import Annotation, Body, LinkPolicy, Term
from tests.digests import digest_of
from tests.golden import Example, examples

FIXTURES = Path(__file__).parent / "fixtures"
NO_CAP = LinkPolicy("first", density=0, per_paragraph=0)
ALL = LinkPolicy("all", density=0, per_paragraph=0)
THEMES = {f"themes/{slug}.md": f"---\ntitle: {slug.title()}\n---\n" for slug in ("security", "health")}

_LINK = re.compile(
    r'<a class="term" href="/glossary/([a-z0-9-]+)/" data-term="\1" aria-describedby="t-\1">(.*?)</a>', re.DOTALL
)


def page(name: str) -> list[Example]:
    """The examples of a page of the fixtures."""
    return examples(FIXTURES / f"{name}.md")


@lru_cache
def terms() -> tuple[Term, ...]:
    """The glossary of the fixtures."""
    glossary = yaml.safe_load((FIXTURES / "glossary.yaml").read_text("utf-8"))
    files = {f"glossary/{slug}.md": f"---\n{yaml.safe_dump(keys)}---\n" for slug, keys in glossary.items()}
    content, problems = digest_of({**THEMES, **files})
    assert problems == ()
    return content.terms


@lru_cache
def glossary() -> Glossary:
    """The glossary of the fixtures, compiled."""
    return Glossary(terms())


def manuscript(given: str, policy: LinkPolicy = NO_CAP) -> Manuscript:
    """The manuscript of a text, which may begin with front matter; its lines count from its own first."""
    keys, body = given[4:].split("---\n", 1) if given.startswith("---\n") else ("", given)
    return plain_manuscript(body, policy, keys)


def plain_manuscript(body: str, policy: LinkPolicy = NO_CAP, keys: str = "") -> Manuscript:
    """The manuscript of a text whatever it begins with, and of an article with these keys."""
    composed = unicodedata.normalize("NFC", body)
    return replace(_without_text(policy, keys), body=Body(composed, tuple(range(1, body.count("\n") + 2))))


@lru_cache
def _without_text(policy: LinkPolicy, keys: str) -> Manuscript:
    text = f"---\ntitle: Talks\ndate: 2025-04-09\ndraft: true\n{keys}---\n"
    files = {f"glossary/{term.slug}.md": "---\nterm: x\n---\n" for term in terms()}
    content, problems = digest_of({**THEMES, **files, "articles/talks.md": text})
    assert problems == ()
    return Manuscript.of(content.articles[0], Body(), policy, "")


@lru_cache
def everything() -> Slice:
    """The whole glossary as a slice: what a text gets that has every form of every term."""
    (part,) = glossary().slices(["\n\n".join(form.text for term in terms() for form in forms_of(term))])
    return part


def slice_for(found: Manuscript) -> Slice:
    """The part of the fixtures' glossary that a manuscript can match."""
    return glossary().slices([found.body.text])[0]


def annotation(given: str, policy: LinkPolicy = NO_CAP) -> Annotation:
    """The annotation of a text with the fixtures' glossary."""
    found = manuscript(given, policy)
    return annotate(found, slice_for(found))


def readable(found: Annotation) -> str:
    """The HTML with each term link as `{words → slug}`, then the warnings, each with its place in the text."""
    html = _LINK.sub(r"{\2 → \1}", found.html).rstrip("\n")
    told = (f"{p.span.line}:{p.span.column}: {p.severity}: {p.message}" for p in found.problems)
    return "\n".join((html, *told))
