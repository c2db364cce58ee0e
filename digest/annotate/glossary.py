"""The glossary, compiled once; and slices of it, each with just what one text can mean."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from digest.annotate.abbreviations import may_explain
from digest.annotate.brackets import forced_slugs
from digest.annotate.countries import is_country
from digest.annotate.evidence import Archive
from digest.annotate.forms import Form, forms_of, short_forms_of
from digest.annotate.profiles import Profile
from digest.annotate.scan import Bare, Mark, Scan, bare, mark, searched
from digest.model import Alias, Kind, Mentions, Scope, Term, fingerprint


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


@dataclass(frozen=True, slots=True)
class Findings:
    """What the first scan finds in a text: all of its slice that no other text has a say in.

    `forms` are the numbers of the glossary's forms that may occur, in order, `short` what is short for their terms.
    `forced` are slugs that brackets may name, `told` those of terms of whose letters the text may say what they stand
    for. `folded` and `searched` mark the text for samples.
    """

    forms: tuple[int, ...]
    short: tuple[Form, ...]
    forced: tuple[str, ...]
    told: tuple[str, ...]
    folded: Mark
    searched: Mark


_NOTHING = Findings((), (), (), (), mark(""), mark(""))


class Glossary:
    """All terms, ready for a cheap first scan."""

    def __init__(self, terms: Iterable[Term]) -> None:
        """Compile the terms."""
        self.terms = {term.slug: term for term in terms}
        self._forms_of = {slug: forms_of(term) for slug, term in self.terms.items()}
        self._forms = [form for forms in self._forms_of.values() for form in forms]
        self._term_of = [form.term for form in self._forms]
        self._order = {slug: number for number, slug in enumerate(self.terms)}
        self._scans = [Scan(self._forms, ignore_case=ignore) for ignore in (False, True)]
        self._short: dict[str, list[tuple[str, Form]]] = {}
        self._senses: dict[tuple[str, int], Sense] = {}
        self._prints: dict[tuple[str, int, bool, bool], bytes] = {}
        self._doubtful = frozenset(number for scan in self._scans for number in scan.doubtful(self._forms))

    def __reduce__(self) -> tuple[type[Glossary], tuple[list[Term]]]:
        """Cross process borders as the terms alone."""
        return Glossary, ([*self.terms.values()],)

    @cached_property
    def naming(self) -> bytes:
        """The fingerprint of all that findings hang on besides their text: the names, not what the terms mean."""
        parts = (
            (term.slug, term.term, term.name, term.kind, term.native, term.match, [_named(one) for one in term.aliases])
            for term in self.terms.values()
        )
        return fingerprint(list(parts))

    def findings(self, text: str) -> Findings:
        """Return what there is of the glossary in a Markdown text."""
        return self._findings(bare(text))

    def learn(self, texts: Iterable[str]) -> Archive:
        """Return what an archive of Markdown texts says of the terms: how rare each is, and what speaks for it."""
        laid_bare = [bare(text) for text in texts]
        return self.archive([self._findings(text) for text in laid_bare], laid_bare.__getitem__)

    def archive(self, findings: Sequence[Findings], text: Callable[[int], Bare]) -> Archive:
        """Return what an archive says of the terms, by what was found in its texts; `text` gives one by its number."""
        return Archive(self.terms, self._forms, self._doubtful, findings, text)

    def slices(self, texts: Iterable[str]) -> list[Slice]:
        """Return the slice of each text of an archive."""
        archive = self.learn(texts)
        return [self.slice_of(found, archive) for found in archive.findings]

    def slice(self, text: str, archive: Archive) -> Slice:
        """Return the slice of a text that need not be one of the archive's."""
        return self.slice_of(self.findings(text), archive)

    def slice_of(self, found: Findings, archive: Archive) -> Slice:
        """Return the slice of a text in which something was found.

        All forms of a term that occurs come along only as far as they occur themselves; a forced term needs none.
        """
        forms = tuple(self._forms[number] for number in found.forms)
        senses = (self._sense_in(slug, found, archive) for slug in self._slugs(found))
        return Slice((*forms, *found.short), tuple(senses))

    def prints(self, archive: Archive) -> Iterator[bytes]:
        """Yield the fingerprint of the slice of each text of an archive, without making it."""
        forms = [fingerprint(form) for form in self._forms]
        plain = {slug: self._sense_print(slug, _NOTHING, archive) for slug in self.terms}
        for found in archive.findings:
            if found.told or not self._doubtful.isdisjoint(found.forms):
                senses = [self._sense_print(slug, found, archive) for slug in self._slugs(found)]
            else:
                senses = [plain[slug] for slug in self._slugs(found)]
            yield fingerprint((b"".join([forms[number] for number in found.forms]), found.short, b"".join(senses)))

    def widened(self, part: Slice, text: str) -> Slice:
        """Return a text's slice with what is short for any term at all, though the text may not name it in full."""
        laid_bare, slugs = bare(text), {sense.slug for sense in part.senses}
        more = [form for form in self._short_forms(self.terms, laid_bare) if form.term not in slugs]
        senses = (self._sense(slug, 0) for slug in dict.fromkeys(form.term for form in more))
        return Slice((*part.forms, *more), (*part.senses, *senses))

    def _findings(self, text: Bare) -> Findings:
        numbers = sorted({number for scan in self._scans for number in scan.numbers(text)})
        forced = tuple(sorted(forced_slugs(text.source)))
        found = Findings(tuple(numbers), (), forced, (), mark(text.folded), mark(text.searched))
        slugs = self._slugs(found)
        told = (slug for slug in slugs if self._is_bare(slug) and may_explain(text.source, self.terms[slug].term))
        return replace(found, short=tuple(self._short_forms(slugs, text)), told=tuple(told))

    def _slugs(self, found: Findings) -> list[str]:
        """Return the terms of a text, in the order of their first forms or, where some are forced, the glossary's."""
        slugs = list(dict.fromkeys([self._term_of[number] for number in found.forms]))
        if forced := ({*found.forced} & self.terms.keys()).difference(slugs) if found.forced else ():
            return sorted((*slugs, *forced), key=self._order.__getitem__)
        return slugs

    def _is_bare(self, slug: str) -> bool:
        """Whether a term has letters for its title and no full name."""
        return not self.terms[slug].name and self.terms[slug].term.isupper()

    def _is_doubtful(self, slug: str, found: Findings) -> bool:
        return bool(self._doubtful) and any(
            number in self._doubtful and self._forms[number].term == slug for number in found.forms
        )

    def _sense_in(self, slug: str, found: Findings, archive: Archive) -> Sense:
        """Return a sense as a text needs it."""
        sense = self._sense(slug, archive.spread[slug])
        if slug in found.told:
            sense = replace(sense, about=_about(self.terms[slug]))
        if self._is_doubtful(slug, found):
            return replace(sense, profile=archive.profile(slug), elsewhere=archive.elsewhere(slug))
        return sense

    def _sense_print(self, slug: str, found: Findings, archive: Archive) -> bytes:
        key = (slug, _rarity(archive.spread[slug]), slug in found.told, self._is_doubtful(slug, found))
        if key not in self._prints:
            self._prints[key] = fingerprint(self._sense_in(slug, found, archive))
        return self._prints[key]

    def _short_forms(self, slugs: Iterable[str], text: Bare) -> Iterator[Form]:
        """Yield what is short for terms and occurs in a text."""
        for slug in slugs:
            if slug not in self._short:
                made = short_forms_of(self.terms[slug], self._forms_of[slug])
                self._short[slug] = [(searched(form.text), form) for form in made]
            yield from (form for words, form in self._short[slug] if words in text.searched)

    def _sense(self, slug: str, spread: int) -> Sense:
        """Return the sense of a term that so many texts may name."""
        rarity = _rarity(spread)
        if (slug, rarity) not in self._senses:
            self._senses[slug, rarity] = _sense(self.terms[slug], rarity)
        return self._senses[slug, rarity]


def _rarity(spread: int) -> int:
    """Return how rare a term is that so many texts name: 0 for one text, and one more with each doubling."""
    return max(0, spread - 1).bit_length()


def _named(alias: Alias) -> tuple[object, ...]:
    return alias.text, alias.hidden, alias.ambiguous, alias.case, alias.plural


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
