"""The meta tags of a page, and values that know where a page says them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Generic, NamedTuple, TypeVar

from lxml.html import HtmlElement

from digest.clean.characters import legible, one_line

_MOST_TAGS, _MOST_VALUES, _LONGEST = 2_000, 20, 2_000  # tags; values of one name; characters

Metas = Mapping[str, Sequence[str]]
T = TypeVar("T")


class Told(NamedTuple, Generic[T]):
    """A value, and where the page says it."""

    value: T
    where: str


NOTHING = Told("", "")


def metas_of(page: HtmlElement) -> Metas:
    """Return the values of each meta tag, and of microdata that say their value in an attribute, by name."""
    metas: defaultdict[str, list[str]] = defaultdict(list)
    for tag in islice(page.iter("meta"), _MOST_TAGS):
        value = one_line(legible((tag.get("content") or "")[:_LONGEST]))
        names = {(tag.get(key) or "").lower() for key in ("property", "name", "itemprop")}
        for name in names - {""}:
            if value and len(metas[name]) < _MOST_VALUES:
                metas[name].append(value)
    return metas


def values_of(metas: Metas, *names: str) -> list[str]:
    """Return the values of the tags that have these names, the names in this order."""
    return [value for name in names for value in metas.get(name, ())]


def tagged(metas: Metas, *names: str) -> Iterator[Told[str]]:
    """Yield the same values, each with the tag that says it."""
    return (Told(value, f"meta {name}") for name in names for value in metas.get(name, ()))


def first(told: Iterable[Told[str]], longest: int = _LONGEST) -> Told[str]:
    """Return the first that says anything in `longest` characters at most, else NOTHING."""
    return next((fact for fact in told if 0 < len(fact.value) <= longest), NOTHING)
