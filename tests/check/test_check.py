from pathlib import Path
from shutil import copytree

import pytest

from digest.build import Options, build, examine
from digest.check import OF_THE_WHOLE
from digest.problems import RULES, DigestError, Problem
from tests.check.told import messages
from tests.sites import NOW, SMALL, Files, article, small, term

SAMPLE = Path(__file__).parents[2] / "content"
A, T = "content/articles/a.md", "content/glossary/t.md"
MEANT = {A: article("A", body="Reform, Tiyas.")}
# For each rule, files that break it.
BROKEN: dict[str, Files] = {
    "ambiguous-mention": {
        T: term("Tiyas", "aliases: [{text: T4, ambiguous: true}]"),
        A: article("A", body="T4."),
        "content/articles/b.md": article("B", body="Tiyas."),
    },
    "broken-link": {A: article("A", body="[x](/none/)")},
    "common-word": {T: term("Reform"), **MEANT},
    "cut-line": {A: article("A", body="One.\n\nShare this\n")},
    "dead-form": {T: term("Tiyas", "aliases: ['…']"), **MEANT},
    "long-definition": {T: term("Tiyas", "", "word " * 41), **MEANT},
    "long-excerpt": {
        A: article("A", body="Envoys met in Baku on Wednesday. " * 20),
        "content/.originals/a.txt": "Envoys met in Baku on Wednesday. " * 20,
    },
    "missing-words": {"templates/lang/fr.yaml": "search: Recherche\n"},
    "near-miss": {A: article("A", body="The Hayet Tahrir al-Sham.")},
    "no-definition": {T: term("Tiyas", "", ""), **MEANT},
    "not-cleaned": {A: article("A", body="It rained.\n\n" * 10_002)},
    "odd-brackets": {A: article("A", body="The [[HTS|]].")},
    "one-source": {A: article("A")},
    "raw-html": {A: article("A", body="A <b>word</b>.", keys="clean: false")},
    "related-cycle": {T: term("Tiyas", "related: [t]"), **MEANT},
    "remote-image": {A: article("A", body="![x](https://example.org/x.png)")},
    "share-image": {A: article("会談")},
    "stale-term": {T: term("Tiyas", "reviewed: 2020-01-01"), **MEANT},
    "undated-source": {A: article("A")},
    "undefined-acronym": {A: article("A", body="The SDF.")},
    "unknown-sense": {A: article("A", keys="glossary: {senses: {T4: hts}}")},
    "unused-term": {T: term("Homs")},
}


def graded(rule: str, severity: str) -> Files:
    """The files that break a rule, in a site that grades it so."""
    return {**BROKEN[rule], "content/site.yaml": SMALL["content/site.yaml"] + f"checks: {{{rule}: {severity}}}\n"}


def told(root: Path, given: Files) -> tuple[Problem, ...]:
    """What a check says, errors or not."""
    try:
        return examine(small(root, given), Options(now=NOW)).problems
    except DigestError as error:
        return error.problems


def test_digest_that_breaks_no_rule_has_no_problem(tmp_path: Path) -> None:
    """Nothing is said of a digest in which nothing is wrong."""
    assert told(tmp_path, {}) == ()


def test_sample_breaks_no_rule(tmp_path: Path) -> None:
    """The digest that this repository publishes is as a careful editor would have it."""
    copytree(SAMPLE, tmp_path / "content")
    assert examine(tmp_path, Options(now=NOW, strict=True)).problems == ()


def test_every_rule_is_tried_below() -> None:
    """There is an example for each rule."""
    assert BROKEN.keys() == RULES.keys()


@pytest.mark.parametrize("rule", sorted(RULES))
def test_rule_is_graded(tmp_path: Path, rule: str) -> None:
    """A rule has its own severity, unless the site gives it another; one that is off is not told."""
    own = {problem.severity for problem in told(tmp_path / "own", BROKEN[rule]) if problem.code == rule}
    assert own == ({RULES[rule]} - {"off"})
    for severity in ("warning", "error", "off"):
        found = told(tmp_path / severity, graded(rule, severity))
        assert {problem.severity for problem in found if problem.code == rule} == {severity} - {"off"}


@pytest.mark.parametrize("rule", sorted(rule for rule, severity in RULES.items() if severity == "warning"))
def test_build_tells_what_needs_no_survey(tmp_path: Path, rule: str) -> None:
    """A build tells every rule but those for which all names of the archive, or originals, must be looked at."""
    codes = {problem.code for problem in build(small(tmp_path, BROKEN[rule]), Options(now=NOW, search=False)).problems}
    assert codes == (set() if rule in ("long-excerpt", "near-miss", "undefined-acronym") else {rule})


def test_rule_that_judges_by_all_files_needs_all(tmp_path: Path) -> None:
    """While a file can't be read, nothing is said that would look otherwise if it could."""
    unread = {"content/glossary/unread.md": "---\nterm: [\n---\n"}
    for rule in OF_THE_WHOLE:
        assert messages(tmp_path / rule, BROKEN[rule], rule) != []
        assert messages(tmp_path / f"{rule}-unread", {**BROKEN[rule], **unread}, rule) == []
