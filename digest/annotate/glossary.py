"""The glossary, compiled once; and slices of it, each with just what one text can mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from digest.annotate.abbreviations import may_explain
from digest.annotate.brackets import forced_slugs
from digest.annotate.countries import is_country
from digest.annotate.evidence import Archive
from digest.annotate.forms import Form, forms_of, short_forms_of
from digest.annotate.profiles import Profile
from digest.annotate.scan import Bare, Scan, bare, searched
from digest.model import Kind, Mentions, Scope, Term


@dataclass(frozen=True, slots=True)
class Sense:
    """What a text needs to know of a term that it may mention.

    `name` is the full form, or the title where there is none. `metonym`: a place whose name may stand for a government,
    as every country's does. `rarity` is 0 for a term found in one text of the archive and grows by one with each
    doubling. `profile` has the words that speak for it, where a form in the text may mean something else, `elsewhere`
    those that speak for something else. `about` is what the glossary says of a term that has letters for its title and
    no full name, in texts that may give one; else None.
    """

    slug: str
    title: str
    name: str
    kind: Kind
    metonym: bool
    scope: Scope
    link: Mentions | str
    priority: int
    rarity: int
    profile: Profile = field(default=Profile())
    elsewhere: tuple[str, ...] = ()
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Slice:
    """The part of a glossary that one text can match: its forms and their senses, in the glossary's order."""

    forms: tuple[Form, ...] = ()
    senses: tuple[Sense, ...] = ()


class Glossary:
    """All terms, ready for a cheap first scan."""

    def __init__(self, terms: Iterable[Term]) -> None:
        """Compile the terms."""
        self.terms = {term.slug: term for term in terms}
        self._forms_of = {slug: forms_of(term) for slug, term in self.terms.items()}
        self._forms = [form for forms in self._forms_of.values() for form in forms]
        self._order = {slug: number for number, slug in enumerate(self.terms)}
        self._scans = [Scan(self._forms, ignore_case=ignore) for ignore in (False, True)]
        self._short: dict[str, list[tuple[str, Form]]] = {}
        self._senses: dict[tuple[str, int], Sense] = {}
        self._doubtful = frozenset(form for scan in self._scans for form in scan.doubtful(self._forms))

    def learn(self, texts: Iterable[str]) -> Archive:
        """Return what an archive of Markdown texts says of the terms: how rare each is, and what speaks for it."""
        laid_bare = [bare(text) for text in texts]
        return Archive(self.terms, laid_bare, [self._found(text) for text in laid_bare], self._doubtful)

    def slices(self, texts: Iterable[str]) -> list[Slice]:
        """Return the slice of each text of an archive."""
        archive = self.learn(texts)
        return [self._slice(forms, text, archive) for forms, text in zip(archive.found, archive.texts, strict=True)]

    def slice(self, text: str, archive: Archive) -> Slice:
        """Return the slice of a text that need not be one of the archive's."""
        laid_bare = bare(text)
        return self._slice(self._found(laid_bare), laid_bare, archive)

    def widened(self, part: Slice, text: str) -> Slice:
        """Return a text's slice with what is short for any term at all, though the text may not name it in full."""
        laid_bare, slugs = bare(text), {sense.slug for sense in part.senses}
        more = [form for form in self._short_forms(self.terms, laid_bare) if form.term not in slugs]
        senses = (self._sense(slug, 0) for slug in dict.fromkeys(form.term for form in more))
        return Slice((*part.forms, *more), (*part.senses, *senses))

    def _found(self, text: Bare) -> list[Form]:
        """Return every form that may occur in a text, in the glossary's order."""
        numbers = {number for scan in self._scans for number in scan.numbers(text)}
        return [self._forms[number] for number in sorted(numbers)]

    def _slice(self, forms: Sequence[Form], text: Bare, archive: Archive) -> Slice:
        """Return the slice of a text in which forms were found.

        All forms of a term that occurs come along only as far as they occur themselves; a forced term needs none.
        """
        slugs = list(dict.fromkeys(form.term for form in forms))
        if forced := (forced_slugs(text.source) & self.terms.keys()).difference(slugs):
            slugs = sorted((*slugs, *forced), key=self._order.__getitem__)
        in_doubt = {form.term for form in forms if form in self._doubtful}
        senses = (self._told(self._sense(slug, archive.spread[slug]), text) for slug in slugs)
        return Slice(
            (*forms, *self._short_forms(slugs, text)),
            tuple(
                replace(one, profile=archive.profile(one.slug), elsewhere=archive.elsewhere(one.slug))
                if one.slug in in_doubt
                else one
                for one in senses
            ),
        )

    def _told(self, sense: Sense, text: Bare) -> Sense:
        """Return a sense with what the glossary says of it, where a text may say what its letters stand for."""
        term = self.terms[sense.slug]
        if term.name or not term.term.isupper() or not may_explain(text.source, term.term):
            return sense
        return replace(sense, about=_about(term))

    def _short_forms(self, slugs: Iterable[str], text: Bare) -> Iterator[Form]:
        """Yield what is short for terms and occurs in a text."""
        for slug in slugs:
            if slug not in self._short:
                made = short_forms_of(self.terms[slug], self._forms_of[slug])
                self._short[slug] = [(searched(form.text), form) for form in made]
            yield from (form for words, form in self._short[slug] if words in text.searched)

    def _sense(self, slug: str, spread: int) -> Sense:
        """Return the sense of a term that so many texts may name."""
        rarity = max(0, spread - 1).bit_length()
        if (slug, rarity) not in self._senses:
            self._senses[slug, rarity] = _sense(self.terms[slug], rarity)
        return self._senses[slug, rarity]


def _sense(term: Term, rarity: int) -> Sense:
    return Sense(
        term.slug,
        term.term,
        term.name or term.term,
        term.kind,
        term.match.metonym or is_country(term.term) or is_country(term.name),
        term.scope,
        term.match.link,
        term.match.priority,
        rarity,
    )


def _about(term: Term) -> str | None:
    """Return all that the glossary says of a term; None for nothing at all where its letters may mean other things."""
    names = [alias.text for alias in term.aliases if alias.text != term.term]
    about = " ".join((*names, *term.context, term.definition.text.partition("\n\n")[0])).strip()
    return None if not about and any(alias.ambiguous for alias in term.aliases) else about
