"""What a paste or a capture gives: the article alone, what is known about it, and the file to write."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import yaml

from digest.clean.rule import Removal
from digest.problems import Problem, Span

_DAY = 10  # characters of an ISO day
LARGEST = 5_000_000  # bytes or characters of an input; the largest saved news pages have about three million


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page or its address says about an article; whatever is not known for sure is empty. Dates are ISO 8601."""

    title: str = ""
    date: str = ""
    authors: tuple[str, ...] = ()
    outlet: str = ""
    language: str = ""
    summary: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """An article for an author to finish. `body` is Markdown; `kept_share` is the share of the words that were kept.

    `date` is the day (or the time with its offset) of the source's report; empty fields are not known.
    `made_title`: there was no headline, and the title comes from the first sentence.
    """

    title: str
    made_title: bool
    date: str
    language: str
    source: str
    url: str
    authors: tuple[str, ...]
    dateline: str
    agency: str
    summary: str
    body: str
    removals: tuple[Removal, ...]
    kept_share: float
    problems: tuple[Problem, ...] = ()


def refused(message: str, *, url: str, origin: str, hint: str = "") -> Draft:
    """Return the empty draft of an input of which nothing can be made, with the reason."""
    problem = Problem(Span(origin or url or "-"), message, hint, code="import")
    return Draft("", False, "", "", "", url, (), "", "", "", "", (), 0.0, (problem,))


def front_matter(draft: Draft) -> str:
    """Return the YAML of the draft's front matter, without its fences: known fields alone, each value safely quoted."""
    source = {"name": draft.source, "url": draft.url, "published": _Plain(draft.date[:_DAY])}
    fields = {
        "title": draft.title,
        "date": _Plain(draft.date),
        "draft": True,
        "sources": [_known(source)] if draft.source else [],
        "summary": draft.summary,
        "lang": draft.language,
        "dateline": draft.dateline,
        "agency": draft.agency,
        "authors": list(draft.authors),
    }
    return yaml.dump(_known(fields), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=LARGEST)


def to_markdown(draft: Draft) -> str:
    """Return the file for `content/articles/`: front matter, then the body."""
    return f"---\n{front_matter(draft)}---\n\n{draft.body}\n"


class _Plain(str):
    """A day or a time, which YAML has without quotes."""


class _Dumper(yaml.SafeDumper):
    """PyYAML's safe one, and days and times as an author writes them."""


_Dumper.add_representer(_Plain, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:timestamp", text))


def _known(fields: Mapping[str, object]) -> dict[str, object]:
    return {key: value for key, value in fields.items() if value not in ("", [])}
