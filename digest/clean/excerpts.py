"""How much of an entry stands word for word in the original that it was made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from digest.clean.blocks import blocks
from digest.clean.characters import legible
from digest.model import Body, Source
from digest.problems import Span

RUN = 8  # words in a row from which on they are taken, not met by chance: shorter ones are names and set phrases
# A word, with the marks that Arabic and others put on letters; of Chinese and Japanese, which part no words, a sign.
_WORD = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff]|(?:[^\W_\u3040-\u30ff\u3400-\u9fff]|[\u0300-\u036f\u064b-\u065f\u0670])+"
)
_UNSEEN = re.compile(r"\]\([^()\n]*\)|<[^<>\n]*>|\[\[[\w-]+\|")  # addresses of links, tags, slugs of terms


@dataclass(frozen=True, slots=True)
class Excerpt:
    """An entry's words outside its block quotes, those in runs of the original, the longest run, and its place."""

    words: int
    verbatim: int
    longest: int
    span: Span


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    line: int  # from 0
    column: int


def measure(path: str, body: Body, original: Source) -> Excerpt:
    """Return what the clean text of the entry at `path` has word for word from `original`, whatever an import takes.

    Where no article can be found there, nothing is.
    """
    from digest.clean.intake import draft_of  # its libraries take longer to load than a small digest to build

    source = [
        word.text for word in _words(draft_of(original.data, keep_all=True, origin=original.path).body, quoted=True)
    ]
    known = {tuple(source[at : at + RUN]) for at in range(len(source) - RUN + 1)}
    own = list(_words(body.text, quoted=False))
    texts = [word.text for word in own]
    starts = [at for at in range(len(own) - RUN + 1) if tuple(texts[at : at + RUN]) in known]
    if not starts:
        return Excerpt(len(own), 0, 0, Span(path))
    runs = [[at for _, at in run] for _, run in groupby(enumerate(starts), lambda pair: pair[1] - pair[0])]
    longest = max(runs, key=len)
    first = own[longest[0]]
    span = Span(path, body.line(first.line), first.column, body.text.split("\n")[first.line])
    verbatim = len({word for at in starts for word in range(at, at + RUN)})
    return Excerpt(len(own), verbatim, len(longest) + RUN - 1, span)


def _words(markdown: str, *, quoted: bool) -> Iterator[_Word]:
    """Yield the words of a text as a reader sees them, those of block quotes and of code only if `quoted`."""
    left_out = () if quoted else [block for block in blocks(markdown) if block.kind in ("quote", "code")]
    gone = {line for block in left_out for line in range(block.start, block.end)}
    for number, line in enumerate(markdown.split("\n")):
        if number not in gone:
            seen = _UNSEEN.sub(lambda found: " " * len(found[0]), line)
            yield from (_Word(_plain(word[0]), number, word.start() + 1) for word in _WORD.finditer(seen))


def _plain(word: str) -> str:
    return legible(word).casefold()
