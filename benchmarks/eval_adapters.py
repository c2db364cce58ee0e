"""The program as the callables that evaluation scripts ask for; their signatures are in each script's `--help`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from digest.annotate.fold import fold
from digest.annotate.forms import forms_of
from digest.annotate.glossary import Glossary
from digest.annotate.matcher import Matcher
from digest.annotate.senses import Evidence, settle
from digest.clean.blocks import plain
from digest.clean.capture import capture
from digest.clean.paste import paste
from digest.model import Alias, Body, Kind, Matching, Scope, Term
from digest.problems import Span

Mention = tuple[int, int, str]

# Scripts that score texts count a dateline and an agency's credit as words of the article.
_KEPT = {"dateline": False, "agency": False}
_KINDS: dict[str, Kind] = {"person": "person", "organization": "organisation", "place": "place"}


def build_annotator(glossary: Iterable[dict[str, Any]]) -> Callable[[str], list[Mention]]:
    """Return a function from a plain text to all mentions in it, as (start, end, key)."""
    terms = [_term(item) for item in glossary]
    matcher = Matcher([form for term in terms for form in forms_of(term)])

    def annotate(text: str) -> list[Mention]:
        found = [
            (line.start(), line[0][candidate.start : candidate.end], candidate)
            for line in re.finditer(r"[^\n]+", text)
            for candidate in matcher.find(fold(line[0]))
        ]
        [part] = Glossary(terms).slices([text])
        settled = settle(found, part.senses, Evidence.of((), frozenset(), (), "en", date.min))
        return [(one.passage + one.start, one.passage + one.end, one.term) for one in settled if one.term]

    return annotate


def clean_text(text: str) -> str:
    """Return the words of a pasted text's article."""
    return plain(paste(text, _KEPT).body)


def extract(html: bytes) -> str:
    """Return the words of a saved page's article."""
    return plain(capture(html, _KEPT).body)


def metadata(html: bytes) -> dict[str, str | None]:
    """Return a saved page's title, date and authors; None for what it does not say."""
    draft = capture(html)
    title = "" if draft.made_title else draft.title
    return {"title": title or None, "date": draft.date or None, "author": "; ".join(draft.authors) or None}


def _term(item: dict[str, Any]) -> Term:
    return Term(
        path="",
        slug=item["key"],
        term=item["name"],
        name="",
        kind=_KINDS.get(item["kind"], ""),
        aliases=tuple(Alias(text) for text in item["aliases"]),
        native=(),
        context=(),
        scope=Scope(),
        valid=(),
        match=Matching(),
        related=(),
        links=(),
        sources=(),
        reviewed=None,
        definition=Body(),
        span=Span(""),
    )
