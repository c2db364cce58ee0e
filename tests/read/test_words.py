import pytest

from digest.model import Source
from digest.read.words import read_words


def test_catalogue_holds_texts_and_plural_forms() -> None:
    """A word is a text, or one text for each plural form of the language."""
    data = b"search: Search\nentries: {one: '{n} entry', other: '{n} entries'}\n"
    words, problems = read_words(Source("lang/en.yaml", data))
    assert problems == ()
    assert words == {"search": "Search", "entries": {"one": "{n} entry", "other": "{n} entries"}}


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "lang/en.yaml:1:1: the catalogue holds no words"),
        (b"- Search", "lang/en.yaml:1:1: the catalogue holds no words"),
        (b"a: b\nentries: {one: x}", 'lang/en.yaml:2:10: "entries" needs the plural form "other"'),
        (b"entries: [x]", 'lang/en.yaml:1:10: "entries" needs the plural form "other"'),
        (b"a: b\na: c", 'lang/en.yaml:2:1: "a" is given twice (first in line 1)'),
        (b"a: Nobody {fills", 'lang/en.yaml:1:4: "a" has a brace too many'),
        (b"a: b\nthemes: Of {site}", 'lang/en.yaml:2:9: nothing fills in {site} in "themes"'),
        (b"day: '{day:>9}'", 'lang/en.yaml:1:6: nothing fills in {day:>9} in "day"'),
        (b"day: '{day!r}'", 'lang/en.yaml:1:6: nothing fills in {day!r} in "day"'),
        (b"a: b\nthmes: x", 'lang/en.yaml:2:1: no built-in word is "thmes"; did you mean "themes"?'),
        (b"day: {one: x, other: y}", 'lang/en.yaml:1:6: nothing fills in {n} in "day"'),
        (b"\xff", "lang/en.yaml:1:1: the file is not UTF-8: byte 0xFF"),
    ],
)
def test_fault_in_a_catalogue_is_told(data: bytes, told: str) -> None:
    """A catalogue's faults are errors with a place, like those of any content; no page gets such a word."""
    words, (problem,) = read_words(Source("lang/en.yaml", data), {"themes": "Themes", "day": "On {day}"})
    assert told == f"{problem.span}: {problem.message}"
    assert words.items() <= {"a": "b", "thmes": "x"}.items()
