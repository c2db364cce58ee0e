"""Forms: the spellings by which a term is found in folded text."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from operator import attrgetter
from typing import NamedTuple

from digest.annotate.fold import fold_name
from digest.annotate.titles import titled
from digest.annotate.variants import (
    initials,
    joined,
    native_surnames,
    plural,
    spellings,
    surnames,
    with_given_names,
    with_initials,
)
from digest.model import Alias, Term

# Kinds of which there are several: "two DOIs". A name of another kind has a plural only where it ends in a common
# noun: "the buffer zones", but never "the Homses" or "the Hezbollahs".
_COUNTABLE = frozenset({"", "concept"})
_INITIAL = attrgetter("initial")
_UNIQUE = frozenset({"person", "place"})


class Form(NamedTuple):
    """One folded spelling of a term.

    `ignore_case`: matched in any case, and `text` is lower-case. `initial`: matched at a sentence's start only.
    `ambiguous`: it also means something that the glossary does not have. `follows`: it is short for the term only
    after a longer form of it in the same text, as a surname is. `legal`: "Inc." and the like belong to the name.
    `title`: its capitals are those of a title, and count where the title is not longer.
    """

    text: str
    term: str
    ignore_case: bool = False
    initial: bool = False
    ambiguous: bool = False
    follows: bool = False
    legal: bool = False
    title: bool = False


def forms_of(term: Term) -> tuple[Form, ...]:
    """Return the forms by which a text may name a term: its names as written, and the variants made of them."""
    made = [form for alias in written(term) for form in forms_of_name(term, alias)]
    made += [form._replace(text=titled(form.text), initial=False, title=True) for form in made if _has_title(form)]
    made.sort(key=_INITIAL)  # a form that fits anywhere goes before one that begins sentences
    if len({form.text for form in made}) == len(made):
        return tuple(made)
    unique: dict[tuple[str, bool], Form] = {}
    for form in made:
        unique.setdefault((form.text, form.ignore_case), form)
    ambiguous = {form.text for form in made if form.ambiguous}
    return tuple(form._replace(ambiguous=True) if form.text in ambiguous else form for form in unique.values())


def short_forms_of(term: Term, forms: Collection[Form] = ()) -> tuple[Form, ...]:
    """Return what is short for a full name once a text has given it: a person's surname, a body's initials.

    `forms` are the term's own, where they are made already.
    """
    own = {form.text for form in forms or forms_of(term)}
    made: dict[str, Form] = {}
    for text in _shorts(term):
        if text not in own:
            made.setdefault(text, Form(text, term.slug, follows=True, legal=term.kind == "organisation"))
    return tuple(made.values())


def written(term: Term) -> Iterator[Alias]:
    """Yield a term's names as its author wrote them, each with what is said of it."""
    described = {alias.text for alias in term.aliases}
    for name in (term.term, term.name):
        if name and name not in described:
            yield Alias(name)
    yield from term.aliases
    for _, name in term.native:
        yield Alias(name, case="exact", plural=False)


def forms_of_name(term: Term, alias: Alias) -> list[Form]:
    """Return a form for each spelling that means the same as `alias`, one of the term's names; some may be alike."""
    base = fold_name(alias.text)
    if not any(map(str.isalnum, base)):
        return []
    names = spellings(base)
    if _has_plural(term, alias, base):
        names += spellings(plural(base)) + joined(plural(base))
    if term.kind == "person":
        names += [text for other in (*with_given_names(base), *with_initials(base)) for text in spellings(other)]
    texts, case = names + joined(base), alias.case or term.match.case
    begun: list[str] = []
    if case == "smart":
        begun = [text[0].upper() + text[1:] for text in texts if text[0].islower()]
        texts += [text.upper() for text in names if _has_capitals(text)]
    elif case == "ignore":
        texts = [lower(text) for text in texts]
    slug, ignore, ambiguous, legal = term.slug, case == "ignore", alias.ambiguous, term.kind == "organisation"
    made = [Form(text, slug, ignore, False, ambiguous, False, legal) for text in texts]
    return made + [Form(text, slug, ignore, True, ambiguous, False, legal) for text in begun]


def _has_plural(term: Term, alias: Alias, base: str) -> bool:
    if alias.plural is not None:
        return alias.plural
    if not term.match.plural or term.kind in _UNIQUE:
        return False
    return term.kind in _COUNTABLE or base.rpartition(" ")[2][0].islower()


def _has_capitals(name: str) -> bool:
    """Whether a name may stand in a dateline's capitals: it has more than three letters, the first not a small one."""
    if len(name) < 4 or name[0].islower():
        return False
    return not name.removesuffix("s").isupper()  # "DOIs" in capitals would be another word


def _has_title(form: Form) -> bool:
    """Whether a form is a lower-case name of several words, as it begins a sentence."""
    return form.initial and " " in form.text


def _shorts(term: Term) -> Iterator[str]:
    for alias in written(term):
        if alias.case != "exact" and not alias.ambiguous:
            yield from _short(term, fold_name(alias.text))
    if term.kind == "person" and term.match.surname:
        for lang, name in term.native:
            yield from native_surnames(lang, fold_name(name))


def _short(term: Term, name: str) -> Iterator[str]:
    if term.kind == "person":
        yield from surnames(name) if term.match.surname else ()
    elif term.kind not in _UNIQUE and (text := initials(name)):
        yield text


def lower(text: str) -> str:
    """Lower-case `text` one code point to one code point, so that places are kept."""
    if "İ" in text or "Σ" in text:  # the one would become two, and the other by what stands behind it
        return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    return text.lower()
