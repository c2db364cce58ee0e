"""Recompute the figures by which `FIT` and `MARGIN` in `digest/annotate/profiles.py` were chosen.

    python -m benchmarks.sense_margin DATA

DATA holds, as far as there is any of it:

- `sdu21ad/diction.json` and `sdu21ad/dev.json`: short forms with their expansions, and sentences from papers with a
  short form whose expansion is known (acronym disambiguation, SDU 2021);
- `wikinews.json` (a list of objects with `text`) and `news/articles.json` (an object of objects with `articleBody`).

The sentences are asked about in five folds, with up to 0, 1, 3, 10 or all examples of a sense:

- `one`: one sense is offered, as by a glossary that has no other. Half of the time it is the one that is meant, half of
  the time another of the same form, and then the right answer is none.
- `some`: all senses are offered, but half of the time not the one that is meant.
- `all`: all senses are offered.

In `one` and `some`, senses whose names share a word are not played against each other: many are the same thing. News
have no marked forms: a proper name is masked and plays the form, and half of the texts are about another name that
shares no text with it (pseudo-words: Gale, Church and Yarowsky 1992).

Each figure is precision/coverage: the share of answers that are right, and the share of questions with a right answer
that get it.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from benchmarks.samples import sample
from digest.annotate.profiles import (
    BACKGROUND,
    EXAMPLES,
    FIT,
    MARGIN,
    Background,
    Profile,
    Weighed,
    margin,
    near,
    profile,
    weigh,
)

FOLDS = 5
LIMITS = {"0": 0, "1": 1, "3": 3, "10": 10, "all": EXAMPLES}
SENTENCES = 8 * BACKGROUND  # as many passages as the texts of a background have


class Sentence(NamedTuple):
    """A sentence with a short form. `lot` is a number that decides at random, the same each time."""

    form: str
    sense: str
    text: str
    around: frozenset[str]
    lot: int


class Answer(NamedTuple):
    """What was found, and what would be right; empty for none of it."""

    ranked: Sequence[Weighed]
    right: str


Senses = Mapping[str, Collection[str]]
Known = Mapping[str, Collection[frozenset[str]]]  # the examples of each sense
Offer = Callable[[Sentence, Senses, Known], list[str]]
Texts = Mapping[int, list[tuple[int, int]]]  # where a name stands, by the numbers of the texts


def main() -> None:
    """Print a line for each set of questions."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    data: Path = parser.parse_args().data
    if (data / "sdu21ad").is_dir():
        senses, sentences = _papers(data / "sdu21ad")
        for offer in (one, some, every):
            for name, limit in LIMITS.items():
                _print(f"papers, {offer.__name__}, {name}", list(_ask(senses, sentences, limit, offer)))
    if news := _news(data):
        names = _proper_names(news)
        for limit in (1, 3, 10):
            _print(f"news, one, {limit}", list(_ask_news(news, names, limit)))


def one(sentence: Sentence, senses: Senses, known: Known) -> list[str]:
    """Offer the sense that is meant, or another, by preference one with examples."""
    unlike = _unlike(sentence, senses)
    choice = [sense for sense in unlike if known[sense]] or unlike
    return [sentence.sense] if sentence.lot % 2 and unlike else choice[sentence.lot // 2 % max(1, len(choice)) :][:1]


def some(sentence: Sentence, senses: Senses, _: Known) -> list[str]:
    """Offer all other senses, and half of the time the one that is meant."""
    unlike = _unlike(sentence, senses)
    return [*unlike, sentence.sense] if sentence.lot % 2 and unlike else unlike


def every(sentence: Sentence, senses: Senses, _: Known) -> list[str]:
    """Offer all senses."""
    return list(senses[sentence.form])


def _unlike(sentence: Sentence, senses: Senses) -> list[str]:
    meant = set(sentence.sense.split())
    return [sense for sense in senses[sentence.form] if not meant & set(sense.split())]


def _ask(senses: Senses, sentences: Sequence[Sentence], limit: int, offer: Offer) -> Iterator[Answer]:
    """Ask about each sentence what a glossary made from the other folds would answer."""
    for fold in range(FOLDS):
        train = [sentence for sentence in sentences if sentence.lot // 64 % FOLDS != fold]
        background = Background(sample((sentence.text for sentence in train), SENTENCES))
        known: dict[str, list[frozenset[str]]] = defaultdict(list)
        for sentence in train:
            known[sentence.sense].append(sentence.around)
        made = _maker(background, known, limit)
        for sentence in sentences:
            if sentence.lot // 64 % FOLDS == fold and (offered := offer(sentence, senses, known)):
                ranked = weigh(sentence.around, {sense: made(sense) for sense in offered})
                yield Answer(ranked, sentence.sense if sentence.sense in offered else "")


def _maker(background: Background, known: Mapping[str, list[frozenset[str]]], limit: int) -> Callable[[str], Profile]:
    @cache
    def made(sense: str) -> Profile:
        return profile(background, names=[sense], examples=known[sense][:limit], named=len(known[sense]))

    return made


def _ask_news(texts: Sequence[str], names: Mapping[str, Texts], limit: int) -> Iterator[Answer]:
    """Ask about each text of each name, and as often about a text of another name."""
    background = Background(sample(texts, BACKGROUND))
    for name, own in names.items():
        apart = [other for other in names.values() if not other.keys() & own.keys()]
        for number, spans in own.items():
            lot = crc32(f"{name}|{texts[number]}".encode())
            others = (near(texts[other], found[:1]) for other, found in _dealt(own, lot) if other != number)
            sense = {name: profile(background, examples=list(islice(others, limit)))}
            yield Answer(weigh(near(texts[number], spans), sense), name)
            elsewhere, found = _dealt(apart[lot % len(apart)], lot)[0]
            yield Answer(weigh(near(texts[elsewhere], found), sense), "")


def _dealt(found: Texts, lot: int) -> list[tuple[int, list[tuple[int, int]]]]:
    return sorted(found.items(), key=lambda item: crc32(f"{lot}|{item[0]}".encode()))


def _print(title: str, answers: Sequence[Answer]) -> None:
    print(f"{title:<18}", end="")
    for fit, lead in ((FIT - 3, 0), (FIT - 2, 0), (FIT - 1, 0), (FIT, 0), (FIT + 1, 0), (0, MARGIN), (FIT, MARGIN)):
        print(f"  {fit}+{lead} {_figures(answers, fit, lead)}", end="")
    print()


def _figures(answers: Sequence[Answer], fit: int, lead: int) -> str:
    given = [answer for answer in answers if answer.ranked[0].fit >= fit and margin(answer.ranked) >= lead]
    right = sum(answer.ranked[0].slug == answer.right for answer in given)
    answerable = sum(bool(answer.right) for answer in answers)
    return f"{right / max(1, len(given)):.3f}/{right / answerable:.2f}"


def _papers(folder: Path) -> tuple[Senses, list[Sentence]]:
    senses: dict[str, list[str]] = json.loads((folder / "diction.json").read_text("utf-8"))
    found = json.loads((folder / "dev.json").read_text("utf-8"))
    sentences = [_sentence(item["tokens"], item["acronym"], item["expansion"]) for item in found]
    return senses, [one for one in sentences if one.sense in senses[one.form] and len(senses[one.form]) > 1]


def _sentence(tokens: Sequence[str], place: int, sense: str) -> Sentence:
    text, form = " ".join(tokens), tokens[place]
    start = len(" ".join((*tokens[:place], "")))
    around = near(text, [(start, start + len(form))])
    return Sentence(form, sense, text, around, crc32(f"{form}|{text}".encode()))


def _news(data: Path) -> list[str]:
    texts = []
    if (data / "wikinews.json").is_file():
        texts += [item["text"] for item in json.loads((data / "wikinews.json").read_text("utf-8"))]
    if (data / "news/articles.json").is_file():
        texts += [item["articleBody"] for item in json.loads((data / "news/articles.json").read_text("utf-8")).values()]
    return texts


def _proper_names(texts: Iterable[str]) -> dict[str, Texts]:
    """Words that stand capitalised within sentences, twice in each of four texts or more, never in small ones."""
    places: dict[str, dict[int, list[tuple[int, int]]]] = defaultdict(lambda: defaultdict(list))
    small: set[str] = set()
    for number, text in enumerate(texts):
        for word in re.finditer(r"(?<=[a-z,] )[A-Z][A-Za-z]{2,}\b", text):
            places[word[0]][number].append(word.span())
        small.update(re.findall(r"\b[a-z]+\b", text))
    often = {name: {n: spans for n, spans in found.items() if len(spans) > 1} for name, found in places.items()}
    return {name: found for name, found in sorted(often.items()) if len(found) >= 4 and name.lower() not in small}


if __name__ == "__main__":
    main()
