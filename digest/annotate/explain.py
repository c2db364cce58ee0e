"""Explain: for each place where a term might be meant, what became of it, by which rule, and why others lost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from digest.annotate.entry import Manuscript, consider
from digest.annotate.glossary import Slice
from digest.annotate.judge import OUT_OF_SCOPE, UNDECIDED
from digest.annotate.senses import Occurrence
from digest.model import Scope
from digest.problems import Span


@dataclass(frozen=True, slots=True)
class Loser:
    """A term that might have been meant at a place, and why it is not; `score` is its evidence where it was weighed."""

    term: str
    why: str
    score: int | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """One place in a text: the words there, the term they mean (empty: none), and whether they are linked.

    `sense` is the rule that settled the meaning, `rule` the one that settled the link; `score` is the evidence for
    `term` where it was weighed. Where it is `undecided` only the author can say which of `losers` is meant, if any.
    """

    span: Span
    surface: str
    term: str
    linked: bool
    undecided: bool
    sense: str
    rule: str
    score: int | None
    losers: tuple[Loser, ...]

    @property
    def others(self) -> tuple[str, ...]:
        """The terms that might have been meant."""
        return tuple(loser.term for loser in self.losers)


def explain(manuscript: Manuscript, part: Slice) -> tuple[Explanation, ...]:
    """Return an explanation for each candidate in a manuscript, in reading order."""
    reading = consider(manuscript, part)
    scopes = {sense.slug: sense.scope for sense in part.senses}
    return tuple(
        Explanation(
            span=manuscript.span(reading.passages[found.passage], found.start, found.surface),
            surface=" ".join(found.surface.split()),
            term=found.term,
            linked=verdict.linked,
            undecided=found.why == UNDECIDED,
            sense=found.why,
            rule=verdict.rule,
            score=dict(found.scores).get(found.term),
            losers=losers(found, scopes, manuscript),
        )
        for verdict in reading.verdicts
        for found in [verdict.occurrence]
    )


def losers(found: Occurrence, scopes: Mapping[str, Scope], manuscript: Manuscript) -> tuple[Loser, ...]:
    """Return the terms that an occurrence does not mean, those with the best evidence first."""
    scores = dict(found.scores)
    lost = (Loser(slug, _why(found, slug, scopes[slug], manuscript), scores.get(slug)) for slug in found.others)
    return tuple(sorted(lost, key=lambda loser: -(loser.score or 0)))


def _why(found: Occurrence, slug: str, scope: Scope, manuscript: Manuscript) -> str:
    if not found.term and found.why not in (UNDECIDED, OUT_OF_SCOPE):
        return found.why
    if outside := _outside(scope, manuscript):
        return outside
    score = dict(found.scores).get(slug)
    if found.term:
        return f"{found.term} won: {found.why}" if score is None else "less evidence"
    return "not enough evidence" if score else "nothing speaks for it"


def _outside(scope: Scope, manuscript: Manuscript) -> str:
    """Return which bounds of a scope a manuscript lies outside of, if any."""
    text = manuscript.themes, manuscript.lang, manuscript.day
    bounds = {
        f"themes: {', '.join(scope.themes)}": Scope(themes=scope.themes),
        f"language: {scope.lang}": Scope(lang=scope.lang),
        f"from {scope.since}": Scope(since=scope.since),
        f"until {scope.until}": Scope(until=scope.until),
    }
    crossed = [words for words, bound in bounds.items() if not bound.admits(*text)]
    return f"{OUT_OF_SCOPE} ({'; '.join(crossed)})" if crossed else ""
