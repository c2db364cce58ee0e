"""Explain: for each place where a term might be meant, what became of it and by which rule."""

from __future__ import annotations

from dataclasses import dataclass

from digest.annotate.entry import Manuscript, consider
from digest.annotate.glossary import Slice
from digest.problems import Span


@dataclass(frozen=True, slots=True)
class Explanation:
    """One place in a text: the words there, the term they mean (empty: undecided), and whether they are linked.

    `sense` is the rule that settled the meaning, `rule` the one that settled the link; `others` are the terms that
    might have been meant, `scores` the evidence for each meaning (slug, points), best first, where it was weighed.
    """

    span: Span
    surface: str
    term: str
    linked: bool
    sense: str
    rule: str
    others: tuple[str, ...]
    scores: tuple[tuple[str, int], ...] = ()


def explain(manuscript: Manuscript, part: Slice) -> tuple[Explanation, ...]:
    """Return an explanation for each candidate in a manuscript, in reading order."""
    reading = consider(manuscript, part)
    explanations = []
    for verdict in reading.verdicts:
        found = verdict.occurrence
        span = manuscript.span(reading.passages[found.passage], found.start, found.surface)
        surface = " ".join(found.surface.split())
        explanations.append(
            Explanation(span, surface, found.term, verdict.linked, found.why, verdict.rule, found.others, found.scores)
        )
    return tuple(explanations)
