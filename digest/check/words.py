"""Names that are ordinary words as well: "Reform" begins sentences that mean no party."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape

from digest.annotate.fold import fold, fold_name
from digest.annotate.forms import Form, lower, written
from digest.annotate.matcher import Matcher
from digest.model import Alias, Digest, Term
from digest.problems import Problem


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# English words that are never a name when they stand in lower case.
SMALL = _words(
    """
    a about after again against all also am an and another any are as at away back be because been before being
    between both but by came can come could day did do does done down each end even every few first for found from
    full further gave get give given go goes going gone good got great had half has have he hence her here hers him his
    how i if in inside instead into is it its just keep kept know known last late later least left less let like little
    long look made make many may me meanwhile might mine more most much must my near never new next no none nor not
    now of off often old on once one only onto or other our ours out over own part past people perhaps put quite rather
    said same saw say says second see seen set several shall she should show since so some soon still such take taken
    tell than that the their theirs them then there these they thing think this those though three through thus till
    time to together told too took toward two under until up upon us use used very want was way we well went were what
    when where whether which while who whole whom whose why will with within without work would year yes yet you your
    """
)
# English words that often are names too; in capitals they begin sentences, or are days and months.
ORDINARY = _words(
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


def common_words(digest: Digest) -> Iterator[Problem]:
    """Yield the forms that are among the commonest English words, where the site is in English."""
    if digest.config.language.split("-")[0] != "en":
        return
    for term, alias, word in _single_words(digest):
        if word in SMALL:
            yield _problem(term, alias, f'"{alias.text}" is one of the commonest words')
        elif word in ORDINARY and not alias.text.islower():
            yield _problem(term, alias, f'"{alias.text}" is an ordinary word as well')


def archive_words(digest: Digest) -> Iterator[Problem]:
    """Yield the forms with a capital that stand in lower case in the archive: there they are ordinary words.

    What its author writes in lower case, such as "ceasefire", is meant so.
    """
    words = [
        found for found in _single_words(digest) if not found[1].text.islower() and found[2] not in SMALL | ORDINARY
    ]
    matcher = Matcher([Form(word, word) for word in sorted({word for _, _, word in words})])
    entries: Counter[str] = Counter()
    for entry in digest.entries:
        text = fold(unescape(_TAG.sub("", entry.annotation.html)))
        entries.update({form.text for candidate in matcher.find(text) for form in candidate.forms})
    for term, alias, word in words:
        if count := entries[word]:
            where = "an entry has" if count == 1 else f"{count} entries have"
            yield _problem(term, alias, f'"{alias.text}" is an ordinary word as well: {where} "{word}" in lower case')


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
    span = alias.span if alias.span.file else term.span
    hint = f"give a longer form, or link it with evidence only: aliases: [{{text: {alias.text}, ambiguous: true}}]"
    return Problem.by("common-word", span, message, hint)
