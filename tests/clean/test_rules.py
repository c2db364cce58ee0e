"""The table of rules against its page of examples."""

import re
from pathlib import Path

import pytest

from digest.clean.blocks import plain
from digest.clean.paste import paste
from digest.clean.rules import NAMES
from tests.golden import Example, examples

PAGE = examples(Path(__file__).parent / "fixtures" / "rules.md")


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


def test_every_rule_has_an_example_for_and_against() -> None:
    """No rule is in the table without lines that it takes and lines that it leaves."""
    shown = {named(example)[0] for example in PAGE if example.expected}
    assert shown == NAMES


def test_every_rule_can_be_switched_off() -> None:
    """With every rule off, a paste keeps all of its lines."""
    for example in PAGE:
        kept = plain(paste(example.given, dict.fromkeys(NAMES, False)).body).split("\n")
        assert len(kept) == len(example.given.split("\n"))
