"""From the digest's nouns to the views that several kinds of page share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import TypeVar

from digest.model import (
    ARCHIVE,
    GLOSSARY,
    HOME,
    SEARCH,
    SECTIONS,
    Citation,
    Correction,
    Digest,
    Entry,
    Moment,
    Outlet,
    Term,
    Theme,
    fingerprint,
    numbered,
)
from digest.model.fingerprints import NOTHING
from digest.render.definitions import SHORT, clipped, definition_on
from digest.render.reports import report
from digest.render.sheets import Context, Sheet, View
from digest.render.views import (
    Card,
    Cited,
    Corrected,
    Group,
    Link,
    Marks,
    Meta,
    Pager,
    Share,
    Site,
    TermCard,
    When,
)
from digest.render.words import Words, direction, locale_name

T = TypeVar("T")

SEPARATOR = " · "  # between names that a search finds a page by
Shared = tuple[str, str]  # the address of a share image, and what it says
WIDTH, HEIGHT = 1200, 630  # of a share image: what sites that show links ask for


@dataclass(frozen=True)
class Desk:
    """A digest on its way to pages in one language: its nouns by name, the language's words, and links.

    `shares` has the address and the text of each page's share image by the page's; those of the home page are for all
    other pages. `looks` are the fingerprints of the templates by name, and `code` is that of whatever else makes pages.
    """

    digest: Digest
    words: Words
    assets: dict[str, str]
    version: str
    shares: Mapping[str, Shared] = field(default_factory=dict)
    looks: Mapping[str, bytes] = field(default_factory=dict)
    code: str = ""

    def href(self, address: str) -> str:
        """Return an address as a link."""
        return self.digest.config.href(address)

    def speaking(self, lang: str) -> Desk:
        """Return the desk for the page of a text: in the text's language where that has words, else this one."""
        if lang not in self._desks:
            words = self.words.into(lang)
            self._desks[lang] = self if words is self.words else replace(self, words=words)
        return self._desks[lang]

    @cached_property
    def _desks(self) -> dict[str, Desk]:
        return {}

    def marks(self, lang: str) -> Marks:
        """Return language and direction of a text, if its language is not the page's; the site's where it has none."""
        lang = lang or self.digest.config.language
        return Marks(lang=lang, dir=direction(lang)) if lang != self.words.lang else Marks(lang="", dir="")

    @cached_property
    def themes(self) -> dict[str, Theme]:
        """Themes by slug."""
        return {theme.slug: theme for theme in self.digest.themes}

    @cached_property
    def terms(self) -> dict[str, Term]:
        """Terms by slug."""
        return {term.slug: term for term in self.digest.terms}

    @cached_property
    def relatives(self) -> dict[str, tuple[str, ...]]:
        """The slugs of the terms that each is related to: those that it names itself, then those that name it."""
        found = {
            term.slug: dict.fromkeys(slug for slug in term.related if slug in self.terms) for term in self.digest.terms
        }
        for term in self.digest.terms:
            for slug in term.related:
                found.get(slug, {}).setdefault(term.slug)
        return {slug: tuple(others) for slug, others in found.items()}

    @cached_property
    def outlets(self) -> dict[str, Outlet]:
        """Sources by every spelling of their name."""
        return {name: outlet for outlet in self.digest.outlets for name in outlet.spellings}

    @cached_property
    def site(self) -> Site:
        """What every page shows."""
        config = self.digest.config
        return Site(
            title=config.title,
            tagline=config.tagline,
            lang=config.language,
            dir=direction(config.language),
            home=self.href(HOME),
            url=config.base_url,
            search=self.href(SEARCH),
            glossary=self.href(GLOSSARY),
            archive=self.href(ARCHIVE),
            navigation=tuple(self._navigation()),
            assets=self.assets,
            version=self.version,
        )

    def _navigation(self) -> Iterable[Link]:
        pages = {page.slug: page for page in self.digest.pages}
        for name in self.digest.config.navigation:
            if name in SECTIONS:
                yield Link(self.words(name), self.href(SECTIONS[name]))
            elif name in pages:
                yield self.link(pages[name].title, pages[name].address)

    def link(self, text: str, address: str, lang: str = "") -> Link:
        """Return a link that shows a text of the site, or of a language."""
        return Link(text, self.href(address), **self.marks(lang))

    def when(self, moment: Moment) -> When:
        """Return a moment as a view."""
        return self.words.when(moment.day, moment.iso)

    def day(self, day: date | None) -> When | None:
        """Return a day as a view."""
        return self.words.when(day) if day else None

    def card(self, entry: Entry) -> Card:
        """Return an entry for a list; the same each time, for it stands in many."""
        if entry.address not in self._cards:
            self._cards[entry.address] = self._card(entry)
        return self._cards[entry.address]

    @cached_property
    def _cards(self) -> dict[str, Card]:
        return {}

    def face(self, entry: Entry) -> bytes:
        """Return the fingerprint of an entry's card."""
        if entry.address not in self._faces:
            titles = [self.themes[slug].title for slug in entry.article.themes if slug in self.themes]
            self._faces[entry.address] = fingerprint((entry.face, titles))
        return self._faces[entry.address]

    @cached_property
    def _faces(self) -> dict[str, bytes]:
        return {}

    def faces(self, entries: Iterable[Entry]) -> list[bytes]:
        """Return the fingerprints of entries' cards."""
        return [self.face(entry) for entry in entries]

    def _card(self, entry: Entry) -> Card:
        article = entry.article
        return Card(
            title=article.title,
            href=self.href(entry.address),
            when=self.when(article.date),
            summary=article.summary,
            **self.marks(article.lang),
            themes=self.theme_links(entry),
            sources=tuple(dict.fromkeys(citation.name for citation in article.sources)),
            corrected=bool(article.corrections),
        )

    def theme_links(self, entry: Entry) -> tuple[Link, ...]:
        """Return the themes of an entry as links."""
        found = (self.themes[slug] for slug in entry.article.themes if slug in self.themes)
        return tuple(self.link(theme.title, theme.address) for theme in found)

    def cited(self, citations: Iterable[Citation], *, linked: bool = True) -> tuple[Cited, ...]:
        """Return sources; with `linked`, each leads to the page of its outlet."""
        return tuple(
            Cited(
                name=citation.name,
                href=self.href(self.outlets[citation.name].address) if linked and citation.name in self.outlets else "",
                url=citation.url,
                title=citation.title,
                published=self.day(citation.published),
                archived=citation.archived,
            )
            for citation in citations
        )

    def term_card(self, slug: str, day: date) -> TermCard:
        """Return a term as it stood on `day`: the same each time, where no day makes a difference."""
        if slug not in self._lasting:
            if self.terms[slug].valid:
                return self._term_card(slug, day)
            self._lasting[slug] = self._term_card(slug, day)
        return self._lasting[slug]

    @cached_property
    def _lasting(self) -> dict[str, TermCard]:
        return {}

    def _term_card(self, slug: str, day: date) -> TermCard:
        term = self.terms[slug]
        short, note = definition_on(day, term, self.digest.definitions[slug])
        name = term.name if term.name != term.term else ""
        marks = self.marks(term.scope.lang)
        return TermCard(slug, term.term, name, clipped(short, SHORT), note, self.href(term.address), **marks)

    @cached_property
    def term_faces(self) -> dict[str, bytes]:
        """The fingerprints of terms' cards on any day, and of the names that a search finds them by, by slug."""
        return {
            slug: fingerprint(
                (
                    (slug, term.term, term.name, term.scope.lang),
                    (found.short, found.names, found.spellings, found.versions),
                    [(validity.since, validity.until) for validity in term.valid],
                )
            )
            for slug, term in self.terms.items()
            for found in (self.digest.definitions[slug],)
        }

    def explained(self, entries: Iterable[Entry]) -> list[str]:
        """Return the slugs of the terms that entries link: those of most entries first."""
        counts = Counter(slug for entry in entries for slug in entry.linked)
        return sorted(counts, key=lambda slug: (-counts[slug], len(self.digest.mentioned[slug]), slug))

    def corrected(self, entry: Entry, correction: Correction) -> Corrected:
        """Return a correction with a link to its entry."""
        return Corrected(
            self.words.when(correction.date),
            correction.note,
            self.link(entry.article.title, entry.address, entry.article.lang),
        )

    def group(
        self,
        title: str,
        address: str,
        entries: Sequence[Entry],
        summary: str = "",
        *,
        running: bool = False,
        show: int = 0,
    ) -> Group:
        """Return a group for a list, which shows so many of its `entries`; these are newest first."""
        newest = self.when(entries[0].article.date) if entries else None
        latest = tuple(self.card(entry) for entry in entries[:show])
        return Group(title, self.href(address), len(entries), summary, newest, running, latest)

    def share(self, address: str) -> Share | None:
        """Return the share image of a page or, where it has none, of the site."""
        image, says = self.shares.get(address) or self.shares.get(HOME) or ("", "")
        return Share(self.digest.config.absolute(image), says, WIDTH, HEIGHT) if image else None

    def meta(
        self, address: str, title: str, kind: str, description: str = "", **more: str | bool | Share | None
    ) -> Meta:
        """Return what a page says of itself; the section in the navigation is that of its address."""
        section = "/" + address.split("/")[1] + "/"
        more = {"share": self.share(address), "locale": locale_name(self.site.lang), **more}
        return Meta(
            title=title,
            description=description,
            url=self.digest.config.absolute(address),
            kind=kind,
            section=self.href(section) if section != HOME + "/" else "",
            lang=self.words.lang,
            dir=self.words.dir,
            report=report(
                self.digest.config.report_errors,
                self.words("report_error"),
                title,
                self.digest.config.absolute(address),
            ),
            **more,  # type: ignore[arg-type]  # names are those of Meta
        )

    def context(self, meta: Meta, **more: object) -> Context:
        """Return what a template receives: what every page does, and more."""
        return {"page": meta, "site": self.site, "t": self.words, **more}

    def sheet(
        self,
        address: str,
        template: str,
        view: View,
        *,
        origin: str = "",
        indexed: bool = True,
        texts: Iterable[Entry] = (),
        **parts: object,
    ) -> Sheet:
        """Return a page to be made, of these `parts` and of what all pages have."""
        prints = {name: fingerprint(part) if part else NOTHING for name, part in parts.items()}
        prints |= {"site": self.frame, "template": self.looks.get(template, NOTHING)}
        return Sheet(address, template, prints, view, origin, indexed, tuple(texts))

    @cached_property
    def frame(self) -> bytes:
        """The fingerprint of what every page shows, and of all that makes it so."""
        pages = [(page.slug, page.title) for page in self.digest.pages]
        words, config = sorted(self.words.catalogues.items()), asdict(self.digest.config)
        return fingerprint((self.code, self.version, config, pages, words, self.assets, self.shares.get(HOME)))

    def paged(self, address: str, items: Sequence[T]) -> Iterable[tuple[str, Sequence[T], Pager]]:
        """Cut a list into pages: the address, the items and the pager of each; one page for an empty list."""
        size = self.digest.config.page_size
        last = max(1, -(-len(items) // size))
        for number in range(1, last + 1):
            pager = Pager(
                number,
                last,
                self.href(numbered(address, number - 1)) if number > 1 else "",
                self.href(numbered(address, number + 1)) if number < last else "",
            )
            yield numbered(address, number), items[(number - 1) * size : number * size], pager
