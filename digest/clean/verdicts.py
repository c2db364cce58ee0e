"""What became of the lines that the rules know, in words: taken out where, or left, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from digest.clean.blocks import Block, blocks
from digest.clean.captions import is_labelled
from digest.clean.characters import folded
from digest.clean.draft import Draft
from digest.clean.facts.moments import stamps
from digest.clean.rules import AGENCY, DATELINE, FRAGMENT, HEADLINE, REPEATED, RULES, STANDFIRST
from digest.clean.rules.rule import Removal, Rule
from digest.clean.sift import matches
from digest.clean.stray import STRAY_HTML
from digest.model import Body

_WHERE = {
    "anywhere": "anywhere",
    "around": "only around the text",
    "tail": "only in the tail",
    "edges": "only at either end",
}
_WITHIN = {
    "heading": "in a heading",
    "item": "in a list",
    "quote": "in a quotation",
    "table": "in a table",
    "code": "in code",
}
_BY_PLACE = {
    HEADLINE: "above the text",
    STANDFIRST: "under the headline, above the byline",
    DATELINE: "where the text begins",
    AGENCY: "where the text ends",
    REPEATED: "anywhere",
    FRAGMENT.name: "around the prose",
    STRAY_HTML: "anywhere but in code",
}
# The keys of the front matter that a line which is moved can fill.
_FIELDS = {
    HEADLINE: ("title",),
    STANDFIRST: ("summary",),
    DATELINE: ("dateline", "agency", "date", "sources"),
    AGENCY: ("agency",),
    "byline": ("authors", "agency", "date"),
    "timestamp": ("date", "updated"),
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """One line: its number in the file (0: not known), what became of it, by which rule, and where that may apply."""

    line: int
    fate: str
    rule: str
    where: str
    text: str


def fates(removals: Iterable[Removal], draft: Draft | None = None) -> tuple[Verdict, ...]:
    """Return what became of each line that was taken out; `draft` has the front matter that facts were moved to."""
    return tuple(
        Verdict(removal.line, _fate(removal, draft), removal.rule, _where(removal), removal.text.strip())
        for removal in removals
    )


def spared(body: Body, switched: Mapping[str, bool], *, entry: bool) -> Iterator[Verdict]:
    """Yield the lines of a clean text that a rule knows and left, each with the reason.

    `switched` turns rules off by name; `entry`: an author wrote the text, so that few rules may touch it.
    """
    for block in blocks(body.text):
        rules = [rule for rule in RULES if rule is not FRAGMENT and matches(rule, block.text)]
        if rules:
            rule = next((rule for rule in rules if rule.safe), rules[0])
            why = _why_spared(rule, block, switched, entry=entry)
            yield Verdict(body.line(block.start), f"kept: {why}", rule.name, _place(rule), block.text)


def _place(rule: Rule) -> str:
    others = " or the like" if len(rule.beside) > 1 else ""
    beside = f"beside {rule.beside[0]}{others}" if rule.beside else ""
    return ", ".join(filter(None, (_WHERE[rule.where] if rule.where != "anywhere" or not beside else "", beside)))


def _where(removal: Removal) -> str:
    rows = [rule for rule in RULES if rule.name == removal.rule]
    if removal.rule in _BY_PLACE or not rows:
        return _BY_PLACE.get(removal.rule, "by where it stands")
    return _place(next((rule for rule in rows if matches(rule, removal.text)), rows[0]))


def _fate(removal: Removal, draft: Draft | None) -> str:
    if removal.action == "cut":
        return "cut with the tail"
    moved = _filled(removal, draft) if draft and removal.action == "move" else []
    return f"moved to {', '.join(moved)}" if moved else "dropped"


def _filled(removal: Removal, draft: Draft) -> list[str]:
    """Return the keys of the front matter that say what a line said."""
    said, days = folded(removal.text), {moment[:10] for moment in stamps(removal.text, draft.language)}
    keys = []
    for key in _FIELDS.get(removal.rule, ()):
        value = draft.source if key == "sources" else getattr(draft, key)
        values = value if isinstance(value, tuple) else (value,)
        is_same_day = key in ("date", "updated") and bool(value) and value[:10] in days
        if is_same_day or any(folded(one) in said for one in values if one):
            keys.append(key)
    return keys


def _why_spared(rule: Rule, block: Block, switched: Mapping[str, bool], *, entry: bool) -> str:
    if not switched.get(rule.name, True):
        return "switched off"
    if entry and not rule.safe:
        return "only in imports"
    if block.kind in ("code", "quote", "table") or (entry and block.kind != "paragraph"):
        return _WITHIN[block.kind]
    if rule.beside:
        return "not beside such a line"
    if rule.where != "anywhere":
        return "not in the tail" if rule.where == "tail" else "within the text"
    if is_labelled(block.text):
        return "a sentence of the text"
    return "nothing else here looks pasted"
