"""From a text with everything in it to a draft: the article stays, facts move to the front matter, the rest goes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from digest.clean.blocks import Block, code_lines
from digest.clean.characters import folded, words
from digest.clean.draft import Draft, Metadata, refused
from digest.clean.escape import escape_start
from digest.clean.facts.credits import told
from digest.clean.facts.datelines import dateline_outlet, split_credit, split_dateline
from digest.clean.facts.days import written_day
from digest.clean.facts.language import detect_language
from digest.clean.facts.moments import not_before
from digest.clean.facts.titles import headline_from, outlet_of
from digest.clean.judgement import judge
from digest.clean.lines import Line, numbered, squeezed, text_of
from digest.clean.posts import post_heads
from digest.clean.rules import AGENCY, DATELINE
from digest.clean.rules.rule import Removal
from digest.clean.sift import take_out
from digest.model import Body

_OPENING = 3  # lines of an article in which a dateline can stand: a standfirst may come before it


def compose(
    body: Body,
    blocks: Sequence[Block],
    known: Metadata,
    switched: Mapping[str, bool],
    *,
    pasted: bool,
    origin: str,
) -> Draft:
    """Make a draft of the Markdown `body`, whose blocks are `blocks`; what is `known` goes before what the text says.

    `pasted`: the text comes without the markup of a page.
    """
    language = known.language or detect_language(_prose(blocks))
    heard, title = judge(blocks, known, {}, language, pasted=pasted)
    verdicts = heard if all(switched.values()) else judge(blocks, known, switched, language, pasted=pasted)[0]
    kept, posted = [at for at in range(len(blocks)) if at not in verdicts], {*post_heads(blocks)}
    if not kept:
        hint = "copy the article's own text and import that"
        return refused("no article was found in it", url=known.url, origin=origin, hint=hint)
    left, removals = take_out(numbered(body), blocks, verdicts)
    left, moved, credited = _split_credits(left, switched, language)
    if verdicts != heard:  # a rule that is off leaves its lines, and they still say what they say
        moved = _split_credits(take_out(numbered(body), blocks, heard)[0], {}, language)[1]
    opening = _opening([blocks[at].text for at in kept if at not in posted])
    made = Metadata(
        title=known.subject or headline_from(opening),
        found={"title": "subject" if known.subject else "first sentence"},
    )
    host = outlet_of(known.url)
    said = _named(told(blocks, heard, language), host)
    placed = replace(moved, date="", outlet="")  # these two count where nothing else says them
    facts = placed.over(_with_all(known, said)).over(said).over(_read(title, host, language)).over(made).over(moved)
    facts = _sound(facts)
    code = code_lines(text_of(left))
    return Draft(
        title=facts.title,
        made_title=not (known.title or known.subject or title),
        date=facts.date,
        updated=facts.updated,
        language=facts.language,
        source=facts.outlet,
        url=facts.url,
        authors=facts.authors,
        dateline=facts.dateline,
        agency=facts.agency,
        summary=facts.summary,
        image=facts.image,
        found=facts.found,
        body=text_of(squeezed(left, [at in code for at in range(len(left))])),
        removals=tuple(sorted((*removals, *credited), key=lambda removal: removal.line)),
        kept_share=_kept_share(blocks, removals),
    )


def _prose(blocks: Sequence[Block]) -> str:
    return " ".join([block.text for block in blocks if block.is_prose] or [block.text for block in blocks])


def _opening(kept: Sequence[str]) -> str:
    """Return the first line that says more than where the article was written."""
    return next((rest for text in kept if (rest := split_dateline(text)[2])), "")


def _named(said: Metadata, host: str) -> Metadata:
    """Return what a text says, without an outlet whose name is not the host's: the report may be another's."""
    is_host = folded(host).replace(" ", "") in folded(said.outlet).replace(" ", "")
    found = {name: where for name, where in said.found.items() if is_host or name != "outlet"}
    return replace(said, outlet=said.outlet if is_host else "", found=found)


def _with_all(known: Metadata, said: Metadata) -> Metadata:
    """Return what a page says, without the authors where the text names them and more."""
    fewer = {folded(name) for name in known.authors} < {folded(name) for name in said.authors}
    return replace(known, authors=()) if fewer else known


def _sound(facts: Metadata) -> Metadata:
    """Return the facts without those that others contradict: a change that is not later, the outlet as an agency."""
    initials = "".join(word[0] for word in facts.outlet.split())
    updated = facts.updated if not_before(facts.updated, facts.date) else ""
    agency = "" if facts.agency.lower() in (facts.outlet.lower(), initials.lower()) else facts.agency
    gone = {"updated": updated, "agency": agency}
    found = {name: where for name, where in facts.found.items() if gone.get(name, where)}
    return replace(facts, updated=updated, agency=agency, found=found)


def _read(title: str, host: str, language: str) -> Metadata:
    """Return what the article's words and its address say by themselves."""
    sources = {
        "title": (title, "headline"),
        "outlet": (host, "address"),
        "language": (language, "words of the article"),
    }
    found = {name: where for name, (value, where) in sources.items() if value}
    return Metadata(title=title, outlet=host, language=language, found=found)


def _split_credits(
    lines: Sequence[Line], switched: Mapping[str, bool], language: str
) -> tuple[list[Line], Metadata, list[Removal]]:
    left, place, agency, credited, day, outlet = list(lines), "", "", "", "", ""
    removals: list[Removal] = []
    filled = [at for at, (_, text) in enumerate(left) if text]
    for at in filled[:_OPENING] if switched.get(DATELINE, True) else ():
        number, text = left[at]
        place, agency, rest = split_dateline(text)
        if rest != text:
            day, outlet = written_day(text.removesuffix(rest), language), dateline_outlet(text)
            left[at] = (number, escape_start(rest))
            removals.append(Removal(DATELINE, number, text.removesuffix(rest), "move"))
            break
    if filled and switched.get(AGENCY, True):
        number, text = left[filled[-1]]
        rest, credited = split_credit(text)
        if credited:
            left[filled[-1]] = (number, rest)
            removals.append(Removal(AGENCY, number, text.removeprefix(rest).strip(), "move"))
    said = {
        "dateline": (place, "dateline"),
        "date": (day, "dateline"),
        "outlet": (outlet, "dateline"),
        "agency": (agency or credited, "dateline" if agency else "credit at the end"),
    }
    found = {name: where for name, (value, where) in said.items() if value}
    return left, Metadata(date=day, dateline=place, agency=agency or credited, outlet=outlet, found=found), removals


def _kept_share(blocks: Sequence[Block], removals: Iterable[Removal]) -> float:
    whole = sum(len(words(block.text)) for block in blocks)
    lost = sum(len(words(removal.text)) for removal in removals if removal.action != "move")
    return 1 - lost / whole if whole else 1.0
