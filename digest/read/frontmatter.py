"""Front matter: the YAML between two lines of three hyphens, and the Markdown after it."""

from __future__ import annotations

from dataclasses import dataclass

from digest.model import Body
from digest.problems import Problem
from digest.read import yaml
from digest.read.text import Text

FENCE = "---"


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The two parts of a content file: its keys (None when they can't be read) and its body."""

    keys: yaml.Mapping | None
    body: Body


def split(text: Text) -> tuple[FrontMatter, tuple[Problem, ...]]:
    """Split a content file; both parts keep their places in it."""
    end = _closing_fence(text)
    if end is None:
        return FrontMatter(None, body_from(text, 0)), (_no_front_matter(text),)
    tree, problems = yaml.parse(text, "\n".join(text.lines[1:end]), first_line=2)
    if tree is None and not problems:
        problems = (Problem(text.span(1, 1), "the front matter is empty", "give at least a title", "front-matter"),)
    elif tree is not None and not isinstance(tree, yaml.Mapping):
        problems = (
            Problem(
                text.span(2, 1),
                "the front matter holds no keys",
                "write each as `key: value`, without a hyphen",
                "front-matter",
            ),
        )
    return FrontMatter(tree if isinstance(tree, yaml.Mapping) else None, body_from(text, end + 1)), problems


def body_from(text: Text, index: int) -> Body:
    """Return the lines of `text` from `index` (from 0) on, without blank lines at either end."""
    last = len(text.lines)
    while index < last and not text.lines[index].strip():
        index += 1
    while last > index and not text.lines[last - 1].strip():
        last -= 1
    return Body("\n".join(text.lines[index:last]), tuple(range(index + 1, last + 1)))


def _closing_fence(text: Text) -> int | None:
    if text.lines[0].rstrip() != FENCE:
        return None
    return next((n for n, line in enumerate(text.lines[1:], 1) if line.rstrip() in (FENCE, "...")), None)


def _no_front_matter(text: Text) -> Problem:
    if not text.content.strip():
        return Problem(text.span(), "the file is empty", "begin with front matter: ---, keys, ---", "front-matter")
    if text.lines[0].rstrip() == FENCE:
        return Problem(text.span(1, 1), "the front matter is not closed", "end it with a line ---", "front-matter")
    return Problem(
        text.span(1, 1),
        "the file has no front matter",
        "begin with a line ---, then the keys, then ---",
        "front-matter",
    )
