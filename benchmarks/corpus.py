"""A seeded digest of invented entries: same arguments, same files. Lengths and mention rates are like those of news."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

_SYLLABLES = (
    "ba",
    "cor",
    "del",
    "en",
    "fi",
    "gar",
    "hol",
    "im",
    "jun",
    "ka",
    "lor",
    "mas",
    "nev",
    "or",
    "pel",
    "sol",
    "zan",
)
_THEMES = ("courts", "economy", "elections", "energy", "health", "security")
_FIRST_DAY = date(2015, 1, 1)
_DAYS = 3650

Words = Callable[[int], list[str]]


def write_corpus(folder: Path, entries: int, terms: int, seed: int = 1) -> None:
    """Write a digest with so many entries and terms: about 4 KB an entry, a mention in each third sentence."""
    chance = random.Random(seed)
    vocabulary = ["".join(chance.choices(_SYLLABLES, k=chance.randint(1, 4))) for _ in range(8000)]
    weights = list(itertools.accumulate(1 / (rank + 3) for rank in range(len(vocabulary))))

    def words(count: int) -> list[str]:
        return chance.choices(vocabulary, cum_weights=weights, k=count)

    site = "title: Bench\nbase_url: https://bench.example/\nglossary: {density: 0, per_paragraph: 0}\n"
    _write(folder / "content/site.yaml", site)
    for theme in _THEMES:
        _write(folder / f"content/themes/{theme}.md", f"---\ntitle: {theme.capitalize()}\n---\n")
    names = []
    for number in range(terms):
        name = " ".join(word.capitalize() for word in words(2)) + f" {number}"
        short = f"{name[0]}{name.split()[1][0]}{number}"
        names.append((name, short))
        definition = " ".join(words(20)).capitalize()
        text = f"---\nterm: {short}\nname: {name}\nkind: organisation\n---\n\n{definition}.\n"
        _write(folder / f"content/glossary/term-{number}.md", text)
    for number in range(entries):
        day = _FIRST_DAY + timedelta(days=number * _DAYS // entries)
        _write(folder / f"content/articles/{day.year}/{day}-entry-{number}.md", _entry(chance, words, names, day))


def _entry(chance: random.Random, words: Words, names: list[tuple[str, str]], day: date) -> str:
    paragraphs = []
    for _ in range(10):
        sentences = []
        for _ in range(3):
            sentence = words(chance.randint(10, 24))
            if chance.random() < 1 / 3:
                name, short = chance.choice(names)
                sentence.insert(chance.randrange(len(sentence)), chance.choice((name, short, f"{name} ({short})")))
            line = " ".join(sentence)
            sentences.append(f"{line[0].upper()}{line[1:]}.")
        paragraphs.append(" ".join(sentences))
    title = " ".join(words(8)).capitalize()
    themes = ", ".join(chance.sample(_THEMES, chance.randint(1, 2)))
    return (
        f"---\ntitle: {title}\ndate: {day}\nthemes: [{themes}]\n"
        f"sources: [{{name: Wire {chance.randint(1, 9)}}}]\nsummary: {' '.join(words(20))}.\n---\n\n"
        + "\n\n".join(paragraphs)
        + "\n"
    )


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
