"""The table of rules against its page of examples."""

import re
from pathlib import Path

import pytest

from digest.clean.blocks import Block, plain
from digest.clean.pastes.paste import paste
from digest.clean.rules import BY_LANGUAGE, NAMES, RULES, rules_for
from digest.clean.rules.rule import Rule
from digest.clean.sift import LONGEST, is_suspect, matches, sift
from tests.golden import Example, examples
from tests.patience import ends_within

FIXTURES = Path(__file__).parent / "fixtures"
PAGE = examples(FIXTURES / "rules.md")
PAGES = {lang: examples(FIXTURES / "rules" / f"{lang}.md") for lang in BY_LANGUAGE}
ROWS = [(lang, rule) for lang, rules in BY_LANGUAGE.items() for rule in rules]


def named(example: Example) -> list[str]:
    """The rules that an example is about: those named before the colon of its title."""
    return re.split(", ", example.title.partition(":")[0])


@pytest.mark.parametrize("example", PAGE, ids=lambda example: example.title)
def test_rules(example: Example) -> None:
    """With the named rules alone, these lines of a paste go and those stay."""
    draft = paste(example.given, {name: name in named(example) for name in NAMES})
    actual = plain(draft.body)
    assert example.golden(actual) == actual
    assert {removal.rule for removal in draft.removals} == set(named(example))


@pytest.mark.parametrize("lang", ["en", *BY_LANGUAGE])
def test_a_quick_look_sees_what_a_safe_rule_knows(lang: str) -> None:
    """A line of an entry is suspect if, and only if, a safe rule of its language knows it by itself."""
    safe = [rule for rule in rules_for(lang) if rule.safe and not rule.beside]
    lines = [line for example in PAGES.get(lang, PAGE) for line in example.given.split("\n")]
    known = [line for line in lines if any(matches(rule, line) for rule in safe)]
    assert known
    assert known == [line for line in lines if is_suspect(line, {}, lang)]


def test_every_rule_has_an_example_for_and_against() -> None:
    """No rule is in the table without lines that it takes and lines that it leaves."""
    shown = {named(example)[0] for example in PAGE if example.expected}
    assert shown == NAMES


def test_every_rule_can_be_switched_off() -> None:
    """With every rule off, a paste keeps all of its lines."""
    for example in PAGE:
        kept = plain(paste(example.given, dict.fromkeys(NAMES, False)).body).split("\n")
        assert len(kept) == len(example.given.split("\n"))


@pytest.mark.parametrize(
    ("lang", "example"),
    [(lang, example) for lang, page in PAGES.items() for example in page],
    ids=lambda value: value if isinstance(value, str) else value.title,
)
def test_rules_of_a_language(lang: str, example: Example) -> None:
    """With the named rules alone, these lines of a text in that language go and those stay."""
    lines = example.given.split("\n")
    blocks = [Block(index, index + 1, line) for index, line in enumerate(lines)]
    verdicts = sift(blocks, {name: name in named(example) for name in NAMES}, lang=lang)
    actual = "\n".join(line for index, line in enumerate(lines) if index not in verdicts)
    assert example.golden(actual) == actual


@pytest.mark.parametrize(("lang", "rule"), ROWS, ids=lambda value: value if isinstance(value, str) else value.name)
def test_every_row_of_a_language_has_an_example_for_and_against(lang: str, rule: Rule) -> None:
    """Each row takes a line of its language's page by itself, and leaves one that is kept."""
    own = [example for example in PAGES[lang] if named(example)[0] == rule.name]
    given = [line for example in own for line in example.given.split("\n")]
    kept = [line for example in own for line in example.expected.split("\n") if line]
    assert any(matches(rule, line) for line in given)
    assert kept
    assert not any(matches(rule, line) for line in kept)


def test_what_a_language_keeps_no_other_row_takes() -> None:
    """The article lines of a page are safe from every other rule that a text in that language meets."""
    for lang, page in PAGES.items():
        kept = {line for example in page for line in example.expected.split("\n") if line}
        taken = [(line, rule.name) for line in kept for rule in rules_for(lang)[:-1] if matches(rule, line)]
        assert taken == []


def test_a_line_of_a_row_is_a_whole_alternative() -> None:
    """No group goes on over the end of a line: each line of each pattern is a pattern by itself."""
    for rule in RULES:
        for line in rule.pattern.strip().splitlines():
            assert line.strip()
            re.compile(line.strip())


@pytest.mark.parametrize("lang", BY_LANGUAGE)
def test_a_row_does_what_its_english_namesake_does(lang: str) -> None:
    """A language changes the words of a rule alone; some of its words may be for imports only."""
    english = {rule.name: rule for rule in reversed(rules_for("en"))}
    for rule in BY_LANGUAGE[lang]:
        like = english[rule.name]
        assert (rule.action, rule.where, rule.beside, rule.lang) == (like.action, like.where, like.beside, lang)
        assert like.safe or not rule.safe
    assert any(rule.safe for rule in BY_LANGUAGE[lang])


@pytest.mark.parametrize("lang", ["", "en", "en-GB", "xx"])
def test_english_rules_are_for_every_text(lang: str) -> None:
    """A text whose language has no table, or is not known, is held against the English rows alone."""
    assert {rule.lang for rule in rules_for(lang)} == {"en"}


@pytest.mark.parametrize(
    ("tag", "languages"), [("de-AT", {"de"}), ("kmr", {"ku"}), ("ku", {"ku", "ckb"}), ("AR", {"ar"})]
)
def test_rules_of_a_tag(tag: str, languages: set[str]) -> None:
    """A tag stands for its language; `ku` for both kinds of Kurdish, since pages use it for either."""
    assert {rule.lang for rule in rules_for(tag)} == {"en", *languages}


def test_letters_that_keyboards_vary_are_one() -> None:
    """Stretched words, vowel signs, joiners and letters of another keyboard make no difference to a rule."""
    arabic, sorani = rules_for("ar")[:-1], rules_for("ckb")[:-1]
    assert {rule.name for rule in arabic if matches(rule, "إعـــلان")} == {"advertisement"}
    assert {rule.name for rule in arabic if matches(rule, "\u200fاقرأ أيضًا")} == {"read-more"}
    assert {rule.name for rule in sorani if matches(rule, "ريكلام")} == {"advertisement"}
    assert {rule.name for rule in sorani if matches(rule, "هه‌روه‌ها بخوێنه‌وه‌")} == {"read-more"}
    assert {rule.name for rule in rules_for("tr")[:-1] if matches(rule, "i̇lgi̇li̇ haberler")} == {"related"}


@pytest.mark.parametrize(
    "unit", ["a", "A b ", "إعلان ", "9 نيسان 2025 ", "facebook ", "| ", "9 Nisan ", "(", "Par Ana ", "-- "]
)
def test_rules_take_no_time(unit: str) -> None:
    """The longest line that a rule looks at, of whatever it is made, takes each rule a moment."""
    line = (unit * LONGEST)[:LONGEST]
    for rule in RULES:
        matches(rule, line)  # compiled
        with ends_within(0.05):
            matches(rule, line)
