"""Which blocks of a text are not the article, and by which rule.

The table of rules says what a line looks like; here is decided where it stands: before, within or after the prose.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import accumulate, takewhile

from digest.clean.blocks import Block, ends_sentence
from digest.clean.captions import is_labelled, is_said
from digest.clean.characters import comparable, one_line
from digest.clean.lines import Line
from digest.clean.posts import post_heads
from digest.clean.rules import COMMENTS, FRAGMENT, TIMESTAMP, rules_for
from digest.clean.rules.rule import Action, Removal, Rule, any_of

LITTLE = 0.35  # a tail has less prose than this share of what stands before it: more is another article, or this one
OPENING = 0.10  # a head has less than this share of the prose before it
LONGEST = 500  # characters of a line that a rule looks at
_QUOTED = re.compile(r"[\"“„«‘‹'][^\"“”„«»]+[\"”“»’›'][.!?؟]?")  # somebody's words
_DECORATION = re.compile(r"[*•·▪►▶→»›|#+–—-]+ +")
_MADE_WITH_CARE = ("code", "quote", "table")

Verdicts = dict[int, tuple[str, Action]]
Hits = Sequence[Sequence[Rule]]


def sift(blocks: Sequence[Block], switched: Mapping[str, bool], *, lang: str = "", cautious: bool = False) -> Verdicts:
    """Return, for the index of each block that is not the article, the name of the rule that takes it and what it does.

    `switched` turns rules off by name; `lang` is the language of the text. `cautious` is for what an author wrote: safe
    rules, on plain paragraphs alone.
    """
    found = [_hits(block.text, lang, cautious) if _may_take(block, cautious) else () for block in blocks]
    hits = [[rule for rule in rules if switched.get(rule.name, True)] for rules in found]
    for index in (at for at, rules in enumerate(hits) if rules):
        if is_said(blocks, index) or (cautious and is_labelled(blocks[index].text)):
            hits[index] = []
    for index in post_heads(blocks):
        hits[index] = [rule for rule in hits[index] if rule.name != TIMESTAMP]
    verdicts: Verdicts = {}
    _take_lines(blocks, hits, verdicts)
    _cut_tail(blocks, hits, verdicts, cautious)
    _take_neighbours(blocks, hits, verdicts)
    return verdicts


def matches(rule: Rule, text: str) -> bool:
    """Whether `text`, a whole line, is what `rule` looks for; a bullet before it doesn't count."""
    return bool(_known(text, [rule]))


def is_suspect(line: str, switched: Mapping[str, bool], lang: str = "") -> bool:
    """Whether a safe rule knows `line` by itself: a quick look that saves most entries the full one.

    One pattern of all rules looks first: most lines are known by none.
    """
    if len(line) > LONGEST or not _any_safe(lang).fullmatch(_comparable(line)):
        return False
    return any(switched.get(rule.name, True) for rule in _known(line, _safe(lang)))


@lru_cache(maxsize=4_096)  # an import is judged twice where rules are off: what they say counts, and the lines stay
def _hits(text: str, lang: str, cautious: bool) -> tuple[Rule, ...]:
    return tuple(_known(text, [rule for rule in rules_for(lang) if rule.safe or not cautious]))


@cache
def _safe(lang: str) -> tuple[Rule, ...]:
    return tuple(rule for rule in rules_for(lang) if rule.safe and not rule.beside)


@cache
def _any_safe(lang: str) -> re.Pattern[str]:
    return any_of(_safe(lang))


def _known(text: str, rules: Iterable[Rule]) -> list[Rule]:
    if len(text) > LONGEST or _QUOTED.fullmatch(text.strip()):
        return []
    line = _comparable(text)
    return [rule for rule in rules if rule.fits(line)]


def _comparable(text: str) -> str:
    """Return a line as the rules see it: without the bullet before it, and with one kind of quotation marks."""
    line = one_line(text.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"'))
    decoration = _DECORATION.match(line)
    return comparable(line[decoration.end() :] if decoration else line)


def head_end(blocks: Sequence[Block], verdicts: Verdicts) -> int:
    """Return the index of the first block before which more than a little of the prose stands."""
    before, after = _prose(blocks, verdicts)
    return next((index for index in range(len(blocks)) if before[index] > OPENING * after[index]), len(blocks))


def take_out(
    lines: Sequence[Line], blocks: Sequence[Block], verdicts: Verdicts
) -> tuple[list[Line], tuple[Removal, ...]]:
    """Return `lines` without the blocks that have a verdict, and what was removed."""
    gone = {line for index in verdicts for line in range(blocks[index].start, blocks[index].end)}
    taken = [(blocks[index], rule, action) for index, (rule, action) in sorted(verdicts.items())]
    removals = tuple(Removal(rule, lines[block.start][0], block.text, action) for block, rule, action in taken)
    kept = ((at, number, text) for at, (number, text) in enumerate(lines) if at not in gone)
    return [(n, _unbroken(text) if _ends(lines, at, gone) else text) for at, n, text in kept], removals


def _ends(lines: Sequence[Line], at: int, gone: Container[int]) -> bool:
    """Whether the paragraph of the line `at` ends there, now that the lines `gone` are."""
    after = next((following for following in range(at + 1, len(lines)) if following not in gone), None)
    return at + 1 in gone and (after is None or not lines[after][1])


def _unbroken(line: str) -> str:
    """Return `line` without a hard break at its end: nothing of its paragraph comes after it."""
    return line[:-1].rstrip() if (len(line) - len(line.rstrip("\\"))) % 2 else line


def _may_take(block: Block, cautious: bool) -> bool:
    return block.kind == "paragraph" if cautious else block.kind not in _MADE_WITH_CARE


def _prose(blocks: Sequence[Block], taken: Iterable[int]) -> tuple[list[int], list[int]]:
    """Return, for each block, how many letters of prose stand before it and after it."""
    gone = set(taken)
    sizes = [len(block.text) if block.is_prose and index not in gone else 0 for index, block in enumerate(blocks)]
    through = list(accumulate(sizes))
    return [so_far - size for so_far, size in zip(through, sizes, strict=True)], [
        through[-1] - so_far for so_far in through
    ]


def _stands(rule: Rule, before: int, after: int) -> bool:
    is_tail, is_head = after < LITTLE * before, before <= OPENING * after
    return {"anywhere": True, "around": is_head or is_tail, "tail": is_tail, "edges": False}[rule.where]


def _take_lines(blocks: Sequence[Block], hits: Hits, verdicts: Verdicts) -> None:
    before, after = _prose(blocks, [index for index, rules in enumerate(hits) if rules])
    for index, rules in enumerate(hits):
        for rule in rules:
            if rule.action != "cut" and not rule.beside and _stands(rule, before[index], after[index]):
                verdicts.setdefault(index, (rule.name, rule.action))


def _cut_tail(blocks: Sequence[Block], hits: Hits, verdicts: Verdicts, cautious: bool) -> None:
    before, after = _prose(blocks, verdicts)
    for index, rules in enumerate(hits):
        marker = next((rule for rule in rules if rule.action == "cut"), None)
        if not marker:
            continue
        rest = range(index, len(blocks))
        if _stands(marker, before[index], after[index]) and _may_cut(marker, blocks, hits, rest, cautious):
            verdicts.update((at, (marker.name, "cut")) for at in rest)
            return
        if not cautious:
            under = takewhile(lambda at: _is_teaser(blocks[at]), range(index + 1, len(blocks)))
            verdicts.update((at, (marker.name, "drop")) for at in (index, *under))


def _is_teaser(block: Block) -> bool:
    return not block.is_prose and not ends_sentence(block.text)


def _may_cut(marker: Rule, blocks: Sequence[Block], hits: Hits, rest: range, cautious: bool) -> bool:
    """Whether a tail may go as a whole: after comments nothing comes, after other articles' titles this one may go on.

    One word alone ("Comments") can be a heading of the article's, unless a rule knows a line above what is said there.
    The tail of an author's own text has to be pasted for sure: nothing in it made with care, and a second sign.
    """
    if cautious:
        plain = all(blocks[at].kind in ("paragraph", "item") for at in rest)
        return plain and (len(rest) == 1 or any(not rule.beside for at in rest[1:] for rule in hits[at]))
    said = [at for at in rest[1:] if blocks[at].is_statement and not hits[at]]
    if not said or marker.name != COMMENTS:
        return not said
    known = (rule for at in range(rest.start + 1, said[-1]) for rule in hits[at] if rule is not FRAGMENT)
    return " " in blocks[rest.start].text or any(known)


def _take_neighbours(blocks: Sequence[Block], hits: Hits, verdicts: Verdicts) -> None:
    before, after = _prose(blocks, verdicts)
    for order, step in ((range(len(blocks)), 1), (range(len(blocks) - 1, -1, -1), -1)):
        for index in order:
            beside, _ = verdicts.get(index - step, ("", ""))
            rule = next(
                (rule for rule in hits[index] if beside in rule.beside and _stands(rule, before[index], after[index])),
                None,
            )
            if rule:
                verdicts.setdefault(index, (rule.name, rule.action))
