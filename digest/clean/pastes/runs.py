"""Runs of short lines in a pasted text: stanzas, and lists that lost their bullets."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from digest.clean.blocks import Block, ends_sentence
from digest.clean.pastes.passages import Passage

_LONGEST = 70  # characters of a line of verse or of an item
_ALIKE = 3  # lines of one shape that are a list though nothing announces it
_FEW = 3  # words of an item that begins without a capital; longer ones may be verse
_MOST = 400  # lines of runs in a text: each is held against the rules
_BULLET = "- "
_LETTERS = re.compile(r"[^\W\d_]+|[\s'’_-]+")
_FIGURES = re.compile(r"\d+")
_GOES_ON = (",", ";", "،", "؛", "–", "—")  # end a line of verse, of a letter's end, of an address
_QUOTES = ('"', "”", "“", "»", "«", "’")
_SAYS_WHO = ("–", "—", "―")  # begin the line under a quotation
_JOINED = re.compile(r"(?:and|but|nor|und|aber|denn|et|mais|y|pero|ve|ama|û|lê)\b", re.IGNORECASE)  # begin no item


def shape(text: str) -> str:
    """Return the punctuation and figures of a line: ",0" for "Nellie Bly, 34", and for others of its kind."""
    return _FIGURES.sub("0", _LETTERS.sub("", text))


def has_blank_lines(found: Sequence[Passage]) -> bool:
    """Whether the paragraphs of a text have blank lines between them."""
    ended = [passage for passage in found[1:] if ends_sentence(passage.text)]
    told = [passage.is_apart for passage in ([*filter(_is_prose, ended)] or ended)]
    return sum(told) * 2 > len(told) if told else any(passage.is_apart for passage in found[1:])


def gathered(found: Sequence[Passage], is_known: Callable[[str], bool]) -> list[Passage]:
    """Return passages with the lines of a stanza as one, and with bullets for the items of a list that lost them.

    Such runs stand after prose or a colon, or are verse; a rule knows (`is_known`) none of their lines, nor what
    announces them.
    """
    prose = [at for at, passage in enumerate(found) if _is_prose(passage)]
    is_spaced, last, left = has_blank_lines(found), max(prose, default=0), _MOST
    made: list[Passage] = []
    for run in _runs(found):
        own = list(found[run.start : run.stop])
        is_within = prose and run.start > prose[0]
        is_verse = _is_verse(found, run)
        if 1 < len(own) <= left and (is_within or is_verse or _is_announced(found, run)):
            left -= len(own)
            if not any(is_known(passage.text) for passage in [*_announcement(found, run), *own]):
                is_told = is_spaced or is_verse
                own = _spaced(found, run, is_last=run.start > last) if is_told else _unspaced(found, run)
        if is_spaced and made and _says_who(made[-1], own):
            own = [_stanza([made.pop(), *own])]
        made.extend(own)
    return made


def _runs(found: Sequence[Passage]) -> Iterator[range]:
    """Yield the passages in order: short lines without blank ones between together, all others each by itself."""
    start = 0
    for at, passage in enumerate(found):
        before = found[at - 1] if at else passage
        if at > start and (passage.is_apart or not (_is_short(passage) and _is_short(before))):
            yield range(start, at)
            start = at
    if found:
        yield range(start, len(found))


def _is_verse(found: Sequence[Passage], run: range) -> bool:
    """Whether lines under the first passage, with blank ones around them, go on in each other."""
    own, after = found[run.start : run.stop], found[run.stop : run.stop + 1]
    is_apart = run.start > 0 and all(passage.is_apart for passage in (own[0], *after))
    return is_apart and _goes_on(own)


def _spaced(found: Sequence[Passage], run: range, *, is_last: bool) -> list[Passage]:
    """Return a run as what it is where blank lines tell its ends."""
    own, is_announced = list(found[run.start : run.stop]), _is_announced(found, run)
    ends = all(passage.is_apart for passage in found[run.stop : run.stop + 1])
    if not ends or not (own[0].is_apart or is_announced):
        return own
    if _is_list(own) and (is_announced or _are_alike(own)):
        return _listed(own)
    is_verse = _goes_on(own) or (is_announced and _may_be_verse(own))
    is_stanza = is_verse or not (is_last or any(ends_sentence(passage.text) for passage in own))
    return [_stanza(own)] if is_stanza else own


def _unspaced(found: Sequence[Passage], run: range) -> list[Passage]:
    """Return a run with bullets where a colon and the next prose tell its ends, but for a heading of that prose.

    Lines of which none begins with a capital are a stanza wherever they stand.
    """
    own, after = list(found[run.start : run.stop]), found[run.stop : run.stop + 1]
    if not (_is_announced(found, run) and any(map(_is_prose, after)) and _is_list(own)):
        return [_stanza(own)] if all(passage.text[0].islower() for passage in own) else own
    is_headed = _are_alike(own[:-1]) and not _are_alike(own)
    return [*_listed(own[:-1]), own[-1]] if is_headed else _listed(own)


def _is_prose(passage: Passage) -> bool:
    return Block(0, 1, passage.text).is_prose and not passage.rows


def _is_short(passage: Passage) -> bool:
    is_plain = not (passage.mark or passage.rows or passage.quoted or passage.is_row or passage.is_underlined)
    announces = passage.text.endswith(":") and not passage.text[0].islower()
    return is_plain and len(passage.text) <= _LONGEST and not _is_prose(passage) and not announces


def _says_who(quotation: Passage, own: Sequence[Passage]) -> bool:
    """Whether one line, without a blank one before it, says whose a quotation is."""
    is_line = len(own) == 1 and not own[0].is_apart and _is_short(own[0]) and own[0].text.startswith(_SAYS_WHO)
    return is_line and not (quotation.mark or quotation.stanza) and quotation.text.endswith(_QUOTES)


def _is_announced(found: Sequence[Passage], run: range) -> bool:
    return bool(_announcement(found, run))


def _announcement(found: Sequence[Passage], run: range) -> list[Passage]:
    return [passage for passage in found[max(run.start - 1, 0) : run.start] if passage.text.endswith(":")]


def _is_list(own: Sequence[Passage]) -> bool:
    """Whether no line ends a sentence or goes on in the next, and none looks like verse."""
    small = {passage.text[0].islower() for passage in own}
    is_open = not any(ends_sentence(passage.text) or passage.text.endswith(",") for passage in own)
    return len(small) == 1 and is_open and not _may_be_verse(own)


def _may_be_verse(own: Sequence[Passage]) -> bool:
    """Whether a line says what the line before it began, or lines without capitals, figures or labels are long."""
    plain = [passage.text for passage in own if passage.text[0].isalpha() and not passage.text[0].isupper()]
    is_long = any(len(text.split()) > _FEW and not {"0", ":"} & set(shape(text)) for text in plain)
    return is_long or any(_JOINED.match(passage.text) for passage in own[1:])


def _are_alike(own: Sequence[Passage]) -> bool:
    shapes = {shape(passage.text) for passage in own}
    return len(own) >= _ALIKE and len(shapes) == 1 and "" not in shapes


def _goes_on(own: Sequence[Passage]) -> bool:
    """Whether a line goes on in the next one, or a quotation in the line that says whose it is."""
    begun = any(passage.text[0].islower() or passage.text.startswith(_SAYS_WHO) for passage in own[1:])
    return begun or any(passage.text.endswith(_GOES_ON) for passage in own[:-1])


def _listed(own: Sequence[Passage]) -> list[Passage]:
    return [replace(passage, text=f"{_BULLET}{passage.text}", mark=_BULLET, indent=0) for passage in own]


def _stanza(own: Sequence[Passage]) -> Passage:
    texts = tuple(passage.text for passage in own)
    return replace(own[0], text=" ".join(texts), stanza=texts)
