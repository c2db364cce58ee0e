"""A seeded archive of invented news: same arguments, same texts, and the links that an annotator must set in them.

An entry has about 4 KB in ten paragraphs, among them a quotation and a list, a heading, some links and emphasis, and
some 13 places where a term may be meant: by its name, its short form, an alias, or name and short form in brackets.
No name is a part of another one, and none stands in a link or a heading, so that what is to be linked is beyond doubt
for any generator: the first mention of each term.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

THEMES = ("courts", "economy", "elections", "energy", "health", "migration", "science", "security")
SOURCES = tuple(f"Wire {number}" for number in range(1, 10))
# fmt: off
_SYLLABLES = (
    "ba", "cor", "del", "en", "fi", "gar", "hol", "im", "jun", "ka",
    "lor", "mas", "nev", "or", "pel", "qui", "ro", "sol", "tra", "zan",
)
# fmt: on
_KINDS = ("organisation", "place", "person", "facility")
_BODIES = ("Agency", "Authority", "Bureau", "Council", "Front", "Party", "Union", "Works")
_FIRST = datetime(2015, 1, 1, 6, tzinfo=UTC)
_MINUTES = 10 * 365 * 24 * 60
_PARAGRAPHS, _QUOTATION, _LIST = 10, 4, 7
_MENTIONED = 0.44  # of the sentences
_SUBJECTS = 20  # terms that an entry may come back to
_COMMON = 30  # the first so many terms are meant about equally often, later ones less and less


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the glossary. Its short form is the name itself where it has none."""

    slug: str
    short: str
    name: str
    kind: str
    aliases: tuple[str, ...]
    definition: str

    @property
    def forms(self) -> tuple[str, ...]:
        """Every way in which texts name it."""
        return tuple(dict.fromkeys((self.name, self.short, *self.aliases)))


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry. `links` are the slugs of the terms that it means, in order, each with the words to be linked."""

    slug: str
    title: str
    when: datetime
    themes: tuple[str, ...]
    source: str
    summary: str
    body: str
    links: tuple[tuple[str, str], ...]

    @property
    def address(self) -> str:
        """Where every generator puts its page."""
        return f"{self.when:%Y/%m}/{self.slug}/"


@dataclass(frozen=True, slots=True)
class Corpus:
    """What all generators make a site of."""

    entries: tuple[Entry, ...]
    terms: tuple[Term, ...]


class _Chance(random.Random):
    """Draws words, sentences and names."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        self._vocabulary = list(dict.fromkeys(self._word(self.randint(1, 4)) for _ in range(9000)))
        self._weights = list(itertools.accumulate(1 / (rank + 3) for rank in range(len(self._vocabulary))))
        self._taken = set(self._vocabulary)

    def _word(self, syllables: int) -> str:
        return "".join(self.choices(_SYLLABLES, k=syllables))

    def words(self, count: int) -> list[str]:
        """Draw words as texts use them: few often, most seldom."""
        return self.choices(self._vocabulary, cum_weights=self._weights, k=count)

    def new(self, words: int) -> str:
        """Draw a name of words that nothing else has."""
        drawn: list[str] = []
        while len(drawn) < words:
            word = self._word(self.randint(3, 5))
            if word not in self._taken:
                self._taken.add(word)
                drawn.append(word.capitalize())
        return " ".join(drawn)


def compose(entries: int, terms: int, seed: int = 1) -> Corpus:
    """Return so many entries, over ten years, and so many terms."""
    chance = _Chance(seed)
    glossary = tuple(_terms(chance, terms))
    weights = list(itertools.accumulate(1 / (rank + _COMMON) for rank in range(terms)))
    step = _MINUTES / max(entries, 1)
    made = []
    for number in range(entries):
        subjects = chance.choices(glossary, cum_weights=weights, k=_SUBJECTS) if terms else []
        made.append(_entry(chance, subjects, number, _FIRST + timedelta(minutes=int(number * step))))
    return Corpus(tuple(made), glossary)


def _terms(chance: _Chance, count: int) -> Iterator[Term]:
    shorts: set[str] = set()
    for number in range(count):
        kind = _KINDS[number % len(_KINDS)]
        definition = " ".join(chance.words(24)).capitalize() + "."
        if kind == "person":
            name = chance.new(2)
            yield Term(f"term-{number}", name, name, kind, (), definition)
            continue
        name = f"{chance.new(2)} {chance.choice(_BODIES)}"
        initials = "".join(word[0] for word in name.split())
        short = initials if initials not in shorts else f"{initials}{number}"
        shorts.add(short)
        aliases = (chance.new(2),) if number % 2 else ()
        yield Term(f"term-{number}", short, name, kind, aliases, definition)


def _entry(chance: _Chance, subjects: list[Term], number: int, when: datetime) -> Entry:
    links: dict[str, str] = {}
    blocks = [_block(index, list(_sentences(chance, subjects, links))) for index in range(_PARAGRAPHS)]
    blocks.insert(_PARAGRAPHS // 2 + 1, "## " + " ".join(chance.words(4)).capitalize())
    return Entry(
        f"entry-{number}",
        " ".join(chance.words(8)).capitalize(),
        when,
        tuple(sorted(chance.sample(THEMES, chance.randint(1, 2)))),
        chance.choice(SOURCES),
        " ".join(chance.words(20)).capitalize() + ".",
        "\n\n".join(blocks) + "\n",
        tuple(links.items()),
    )


def _block(index: int, sentences: list[str]) -> str:
    if index == _LIST:
        return "\n".join(f"- {sentence}" for sentence in sentences)
    return ("> " if index == _QUOTATION else "") + " ".join(sentences)


def _sentences(chance: _Chance, subjects: list[Term], links: dict[str, str]) -> Iterator[str]:
    """Yield the sentences of a paragraph, and note in `links` what is named for the first time."""
    for _ in range(3):
        words = chance.words(chance.randint(8, 21))
        words[0] = words[0].capitalize()
        if chance.random() < 0.05:
            words[-1] = f"[{words[-1]}](https://example.org/{len(words)})"
        if chance.random() < 0.08:
            words[-2] = f"**{words[-2]}**"
        if chance.random() < _MENTIONED and subjects:
            term = chance.choice(subjects)
            form = chance.choice(term.forms)
            links.setdefault(term.slug, form)
            both = form == term.name != term.short and chance.random() < 1 / 2
            # Behind a word in small letters, or it would be read as a part of a longer name.
            words.insert(chance.randint(2, len(words) - 2), f"{form} ({term.short})" if both else form)
        yield " ".join(words) + "."
