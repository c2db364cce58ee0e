from collections.abc import Mapping
from pathlib import Path

import pytest

from digest.check.rings import related_cycles
from tests.check.told import told
from tests.digests import digest_of
from tests.sites import article, term


def rings(related: Mapping[str, str]) -> list[str]:
    """What is told of terms that name others by their slugs."""
    files = {
        f"glossary/{slug}.md": f"---\nterm: {slug}\nrelated: [{', '.join(others)}]\n---\n"
        for slug, others in related.items()
    }
    content, problems = digest_of(files)
    assert problems == ()
    return [problem.message.rpartition(": ")[2] for problem in related_cycles(content.terms)]


def test_ring_is_told_once_where_its_first_slug_leads_on(tmp_path: Path) -> None:
    """A ring stands at the line of `related` in the first of its files, and is shown from there on."""
    names = {"homs": "palmyra", "palmyra": "baku", "baku": "homs"}
    given = {f"content/glossary/{slug}.md": term(slug.title(), f"related: [{other}]") for slug, other in names.items()}
    given["content/articles/a.md"] = article("A", body="Homs, Palmyra and Baku.")
    (problem,) = told(tmp_path, given, "related-cycle")
    assert str(problem) == (
        "content/glossary/baku.md:3:1: warning: 3 related terms lead in a ring: baku → homs → palmyra → baku\n"
        "  related: [homs]\n"
        "  ^\n"
        "  hint: let one of them name the former too, or leave a link out"
    )


@pytest.mark.parametrize(
    ("related", "told"),
    [
        ({"a": "a"}, ['"a" is related to itself']),
        ({"a": "ab", "b": "a"}, ['"a" is related to itself']),
        ({"a": "b", "b": "c", "c": "a"}, ["a → b → c → a"]),
        ({"b": "a", "a": "c", "c": "b"}, ["a → c → b → a"]),
        ({"a": "b", "b": "c", "c": "d", "d": "a"}, ["a → b → c → d → a"]),
        (dict(zip("abcdefghi", "bcdefghia", strict=True)), ["a → b → c → d → e → f → g → … → i → a"]),
        ({"a": "b", "b": "c", "c": "a", "d": "e", "e": "f", "f": "d"}, ["a → b → c → a", "d → e → f → d"]),
        ({"a": "bd", "b": "c", "c": "a", "d": "e", "e": "a"}, ["a → b → c → a", "a → d → e → a"]),
    ],
)
def test_each_ring_is_told(related: Mapping[str, str], told: list[str]) -> None:
    """A term that names itself, and every ring of three or more; rings that share no link are told one by one."""
    assert sorted(rings(related)) == sorted(told)


@pytest.mark.parametrize(
    "related",
    [
        {},
        {"a": "b", "b": "a"},
        {"a": "b", "b": "c", "c": ""},
        {"a": "bc", "b": "c", "c": ""},
        {"a": "b", "b": "ac", "c": "a"},
        {"a": "bc", "b": "ca", "c": "ab"},
    ],
)
def test_terms_may_name_each_other(related: Mapping[str, str]) -> None:
    """Two terms that name each other are no ring, nor is what leads through such a pair."""
    assert rings(related) == []
