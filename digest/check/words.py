"""Names that are ordinary words as well: "Reform" begins sentences that mean no party."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from html import unescape

from digest.annotate import OPENERS, Form, Matcher, fold, fold_name, lower, words, written
from digest.model import Alias, Digest, Term
from digest.problems import Problem, as_value

# English words that are never a name when they stand in lower case.
SMALL = OPENERS | words(
    """
    against am away back be been being came can come could day did do does done down end first found full gave get
    give go goes going gone good got great half hence hers him keep kept know known least left less let little long
    look made make may me might mine must never new none often old onto ours own part people put quite rather said
    same saw say says second see seen set shall should show still take taken tell theirs them thing think till time
    told took us use used very want way well went whole work year yes
    """
)
# English words that often are names too; in capitals they begin sentences, or are days and months.
ORDINARY = words(
    """
    action alliance alternative april august band base bill call centre center chance change charter children citizen
    coalition council court crown dawn december democracy democrat democrats dignity equality faith february focus
    force forces forward forum freedom friday front future grace grant green greens group guard hope house independence
    independent initiative january journey joy july june justice labour labor law left liberal liberty light march mark
    mission momentum monday movement nation nice november october opposition order party patriot peace people pope
    power progress progressive reading reform reformers renewal renaissance republic republican republicans resolve
    revival right rose salvation saturday security senate sense september shield solidarity spring state states summit
    sun sunday thursday tomorrow tuesday unity union vanguard vision voice volt wednesday welfare
    """
)
_TAG = re.compile(r"<[^<>]*>")
_BRACKETED = re.compile(r"\[[^\[\]\n]*\]|\[\[[\w-]+")  # a slug that is shown, or what an editor put in


def common_words(digest: Digest) -> Iterator[Problem]:
    """Yield the forms that are among the commonest English words, where the site is in English."""
    if digest.config.language.split("-")[0] != "en":
        return
    for term, alias, word in _single_words(digest):
        if doubt := _doubt(alias.text, word):
            yield _problem(term, alias, doubt)


def doubt_of(form: str, language: str) -> str:
    """Return what `common_words` would say of a new term's form on a site in a language; nothing where it is fine."""
    name = fold_name(form)
    common = language.split("-")[0] == "en" and _may_be_common(name, any_case=False)
    return _doubt(form, lower(name)) if common else ""


def _doubt(form: str, word: str) -> str:
    if word in SMALL:
        return f'"{form}" is one of the commonest words'
    return f'"{form}" is an ordinary word as well' if word in ORDINARY and _has_capital(form) else ""


def archive_words(digest: Digest, texts: Iterable[str]) -> Iterator[Problem]:
    """Yield the forms with a capital that stand in lower case in the archive: there they are ordinary words.

    What its author writes in lower case, such as "ceasefire", is meant so. `texts` are the HTML of the entries' bodies.
    """
    listed = SMALL | ORDINARY
    words = [found for found in _single_words(digest) if _has_capital(found[1].text) and found[2] not in listed]
    matcher = Matcher([Form(word, word) for word in sorted({word for _, _, word in words})])
    entries: Counter[str] = Counter()
    for html in texts:
        text = fold(_BRACKETED.sub("", unescape(_TAG.sub("", html))))
        entries.update({form.text for candidate in matcher.find(text) for form in candidate.forms})
    for term, alias, word in words:
        if count := entries[word]:
            where = "an entry has" if count == 1 else f"{count} entries have"
            yield _problem(term, alias, f'"{alias.text}" is an ordinary word as well: {where} "{word}" in lower case')


def _has_capital(text: str) -> bool:
    """Whether a word has a letter that lower case would change: an Arabic one has not."""
    return text != text.lower()


def _single_words(digest: Digest) -> Iterator[tuple[Term, Alias, str]]:
    """Yield the names of one word that are linked without evidence, each with the word in lower case."""
    for term in digest.terms:
        for alias in written(term):
            name, any_case = fold_name(alias.text), (alias.case or term.match.case) == "ignore"
            if _may_be_common(name, any_case=any_case) and not alias.ambiguous and term.match.link != "never":
                yield term, alias, lower(name)


def _may_be_common(name: str, *, any_case: bool) -> bool:
    """Whether a name is one word; "WHO", matched in capitals alone, is none of the dictionary's."""
    return name.isalpha() and (any_case or len(name) == 1 or not name.isupper())


def _problem(term: Term, alias: Alias, message: str) -> Problem:
    marked = f"{{text: {as_value(alias.text)}, ambiguous: true}}"
    hint = f"give a longer form, or link it with evidence only: aliases: [{marked}]"
    return Problem.by("common-word", term.place_of(alias), message, hint)
