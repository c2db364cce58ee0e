"""What a paste or a capture gives: the article alone, what is known about it, and the file to write."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields

import yaml

from digest.clean.rules.rule import Removal
from digest.problems import Problem, Span

_DAY = 10  # characters of an ISO day
LARGEST = 5_000_000  # bytes or characters of an input; the largest saved news pages have about three million
PART = "import a part of it"  # what to do with more than that


@dataclass(frozen=True, slots=True)
class Image:
    """A picture that a page shows with its article, as far as the page describes it."""

    address: str = ""
    alt: str = ""
    credit: str = ""

    def __str__(self) -> str:
        """Return its address, and in brackets what it shows and whose it is."""
        said = "; ".join(filter(None, (self.alt, self.credit)))
        return f"{self.address} ({said})" if said else self.address


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page or its address says about an article; whatever is not known for sure is empty.

    `subject` is that of a mail, which is the title unless the text has a headline.
    `date` and `updated` are days, or times with their offset, as ISO 8601. `found` says where each field comes from.
    """

    title: str = ""
    date: str = ""
    updated: str = ""
    authors: tuple[str, ...] = ()
    outlet: str = ""
    agency: str = ""
    language: str = ""
    summary: str = ""
    standfirst: str = ""
    url: str = ""
    dateline: str = ""
    image: Image | None = None
    subject: str = ""
    found: Mapping[str, str] = field(default_factory=dict)

    def over(self, other: Metadata) -> Metadata:
        """Return these values, and those of `other` for what is empty here."""
        values = {key.name: getattr(self, key.name) or getattr(other, key.name) for key in fields(self)}
        sources = {**other.found, **{name: self.found.get(name, "") for name in values if getattr(self, name)}}
        found = {name: sources[name] for name in values if sources.get(name)}
        return Metadata(**{**values, "found": found})


@dataclass(frozen=True, slots=True)
class Draft:
    """An article for an author to finish. `body` is Markdown; `kept_share` is the share of the words that were kept.

    `date` is the day (or the time with its offset) of the source's report; empty fields are not known.
    `made_title`: there was no headline, and the title comes from the first sentence. `found` says of each field that is
    known where it comes from. `image` is the source's own, and told for the author's sake: an entry's pictures lie in
    its site, so the front matter leaves it out.
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
    updated: str = ""
    image: Image | None = None
    found: Mapping[str, str] = field(default_factory=dict)


def refused(message: str, *, url: str, origin: str, hint: str = "") -> Draft:
    """Return the empty draft of an input of which nothing can be made, with the reason."""
    problem = Problem(Span(origin or url or "-"), message, hint, code="import")
    return Draft("", False, "", "", "", url, (), "", "", "", "", (), 0.0, (problem,))


def front_matter(draft: Draft) -> str:
    """Return the YAML of the draft's front matter, without its fences: known fields alone, each value safely quoted."""
    headline = "" if draft.made_title else draft.title
    published = _Plain(draft.date[:_DAY])
    source = {"name": draft.source, "url": draft.url, "title": headline, "published": published}
    known = {
        "title": draft.title,
        "date": _Plain(draft.date),
        "updated": _Plain(draft.updated),
        "draft": True,
        "sources": [_known(source)] if draft.source else [],
        "summary": draft.summary,
        "lang": draft.language,
        "dateline": draft.dateline,
        "agency": draft.agency,
        "authors": list(draft.authors),
    }
    return yaml.dump(_known(known), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=LARGEST)


def to_markdown(draft: Draft) -> str:
    """Return the file for `content/articles/`: front matter, then the body."""
    return f"---\n{front_matter(draft)}---\n\n{draft.body}\n"


def told(draft: Draft) -> tuple[tuple[str, str, str], ...]:
    """Return what is known of the article: the key of the front matter, its value, and where that comes from."""
    values = {
        "title": ("title", draft.title),
        "date": ("date", draft.date),
        "updated": ("updated", draft.updated),
        "authors": ("authors", ", ".join(draft.authors)),
        "outlet": ("sources", draft.source),
        "url": ("sources", draft.url if draft.source else ""),
        "language": ("lang", draft.language),
        "dateline": ("dateline", draft.dateline),
        "agency": ("agency", draft.agency),
        "summary": ("summary", draft.summary),
        "image": ("(image)", str(draft.image or "")),
    }
    found = ((*values[name], where) for name, where in draft.found.items() if name in values)
    return tuple((key, value, where) for key, value, where in found if value)


class _Plain(str):
    """A day or a time, which YAML has without quotes."""


class _Dumper(yaml.SafeDumper):
    """PyYAML's safe one, and days and times as an author writes them."""


_Dumper.add_representer(_Plain, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:timestamp", text))


def _known(fields: Mapping[str, object]) -> dict[str, object]:
    return {key: value for key, value in fields.items() if value not in ("", [])}
