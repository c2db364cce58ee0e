"""What is wrong, where, and what to do about it.

Problems are values: a room returns them beside its result, and the caller shows all of a run at once.
Only a caller that can do nothing at all without a result raises them, as a `DigestError`.
"""

from __future__ import annotations

import difflib
import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

Severity = Literal["error", "warning", "off"]

# The rules of `digest check` that a site may re-grade under `checks:`, with their own severity.
RULES: dict[str, Severity] = {
    "ambiguous-mention": "warning",
    "broken-link": "error",
    "common-word": "warning",
    "cut-line": "warning",
    "dead-form": "warning",
    "long-definition": "warning",
    "long-excerpt": "warning",
    "missing-words": "warning",
    "near-miss": "warning",
    "no-definition": "warning",
    "not-cleaned": "warning",
    "odd-brackets": "warning",
    "one-source": "off",
    "raw-html": "warning",
    "related-cycle": "warning",
    "remote-image": "warning",
    "share-image": "warning",
    "stale-term": "warning",
    "undated-source": "off",
    "undefined-acronym": "warning",
    "unknown-sense": "error",
    "unused-term": "warning",
}

_PLAIN = re.compile(r"\w[^,:#\[\]{}\"\n]*(?<!\s)")
NEAR = 0.6  # difflib's ratio from which a name is offered as "did you mean"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a file: `line` and `column` count from 1 in characters; 0 means the file as a whole.

    `text` is that source line, for showing; it takes no part in comparisons.
    """

    file: str
    line: int = 0
    column: int = 0
    text: str = field(default="", compare=False)

    def __str__(self) -> str:
        """Return `file`, `file:line` or `file:line:column`, as far as it is known."""
        parts = [self.file, *(str(number) for number in (self.line, self.column) if number)]
        return ":".join(parts)


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong at one place: `code` is its rule's name, `hint` what the author can do."""

    span: Span
    message: str
    hint: str = ""
    code: str = "content"
    severity: Severity = "error"

    @classmethod
    def by(cls, rule: str, span: Span, message: str, hint: str = "") -> Problem:
        """Return what one of the rules of `digest check` finds, with the rule's own severity."""
        return cls(span, message, hint, rule, RULES[rule])

    @property
    def is_error(self) -> bool:
        """Whether this problem stops a build."""
        return self.severity == "error"

    def __str__(self) -> str:
        """Return the head line, the source line with a caret under the place, and the hint."""
        lines = [f"{printable(str(self.span))}: {self.severity}: {printable(self.message)}"]
        if self.span.text and self.span.column:
            shown, caret = excerpt(self.span.text, self.span.column)
            lines += [f"  {shown}", f"  {' ' * caret}^"]
        if self.hint:
            lines.append(f"  hint: {printable(self.hint)}")
        return "\n".join(lines)


class DigestError(Exception):
    """The work cannot go on; `problems` say why."""

    def __init__(self, *problems: Problem) -> None:
        """Take at least one problem."""
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems

    def __reduce__(self) -> tuple[type[DigestError], tuple[Problem, ...]]:
        """Cross process borders as the problems alone."""
        return (DigestError, self.problems)


class SurroundingsError(Exception):
    """The disk, the network or another program failed: nothing that an author wrote is at fault."""


def excerpt(text: str, column: int, width: int = 96) -> tuple[str, int]:
    """Cut a source line to `width` characters around `column`; return it and the caret's offset on screen."""
    start = max(0, min(column - 1 - width // 2, len(text) - width))
    line = printable(text[start : start + width].replace("\t", " "))
    lead = "…" if start else ""
    before = lead + line[: column - 1 - start]
    return lead + line, sum(cells(char) for char in before)


def cells(char: str) -> int:
    """Return how many columns of a terminal `char` takes: 0, 1 or 2."""
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def printable(text: str) -> str:
    """Replace control characters, so that a message can't drive the terminal it is shown on."""
    return "".join("\ufffd" if unicodedata.category(char) == "Cc" else char for char in text)


def as_value(text: str) -> str:
    """Return a text as a hint writes it among the YAML of a line: in quotes where it needs them."""
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def did_you_mean(name: str, known: Iterable[str], near: float = NEAR) -> str:
    """Return `; did you mean "x"?` for the known name nearest to `name`, or nothing when none is near enough."""
    by_fold = {candidate.casefold(): candidate for candidate in sorted(known)}
    found = difflib.get_close_matches(name.casefold(), by_fold, n=1, cutoff=near)
    return f'; did you mean "{by_fold[found[0]]}"?' if found else ""


def judged(problems: Iterable[Problem], severities: Mapping[str, Severity]) -> tuple[Problem, ...]:
    """Give each problem the severity that its rule has in `severities`; drop those that are off; sort."""
    graded = ((problem, severities.get(problem.code, problem.severity)) for problem in problems)
    return tuple(sorted({replace(problem, severity=severity) for problem, severity in graded if severity != "off"}))
