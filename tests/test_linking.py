"""The door that other programs come in by: a digest's folder as a linker, and terms without files."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from digest import linking
from digest.linking import Alias, DigestError, Matching, Scope, abbreviations, load, term
from digest.model import Body
from digest.problems import Span
from tests.digests import term as read_term
from tests.sites import NOW, article, small
from tests.sites import term as term_file

PORT = term_file("PA", "name: Port Authority\naliases: [{text: PA, ambiguous: true}]", "It runs docks.")
ENTRY = "content/articles/2025-04-10-port.md"


def test_what_is_offered_is_there() -> None:
    """Each name that programs may rely on exists."""
    assert [name for name in linking.__all__ if not hasattr(linking, name)] == []
    assert len(set(linking.__all__)) == len(linking.__all__)


def test_folder_of_a_digest_is_enough(tmp_path: Path) -> None:
    """A digest's glossary links a text without a build, and nothing is written."""
    root = small(tmp_path)
    before = sorted(root.rglob("*"))
    linker = load(root, NOW)
    assert [one.term for one in linker.mentions("HTS sent an envoy.")] == ["hts"]
    assert sorted(root.rglob("*")) == before


@pytest.mark.parametrize(
    ("keys", "teaches"),
    [("", True), ("draft: true", False), ("publish: 2025-06-01", False), ("expires: 2025-04-20", False)],
    ids=["public", "draft", "embargoed", "expired"],
)
def test_public_entries_teach(tmp_path: Path, keys: str, *, teaches: bool) -> None:
    """The archive is what readers see at that moment, as a build's is."""
    entry = article("Port", body="The Port Authority hired a stevedore.", keys=keys)
    linker = load(small(tmp_path, {"content/glossary/port.md": PORT, ENTRY: entry}), NOW)
    [one] = linker.resolutions("A stevedore told the PA.")
    assert (dict(one.scores)["port"] > 0) == teaches


def test_entries_teach_what_is_left_of_them(tmp_path: Path) -> None:
    """Entries are cleaned first, as for a page: what they lose teaches nothing."""
    scores = []
    for line in ("Read more: a stevedore at the Port Authority", "A stevedore went to the Port Authority"):
        entry = article("Port", body=f"It rained.\n\n{line}\n")
        linker = load(small(tmp_path / line[0], {"content/glossary/port.md": PORT, ENTRY: entry}), NOW)
        scores += [dict(one.scores)["port"] for one in linker.resolutions("A stevedore told the PA.")]
    assert scores[0] == 0 < scores[1]


def test_every_error_is_told_with_its_place(tmp_path: Path) -> None:
    """What would stop a build stops a linker: all errors at once, in order, warnings left out."""
    given = {
        "content/glossary/baku.md": term_file("Baku", "kind: plce"),
        "content/glossary/group.md": term_file("The Group", "aliases: [HTS]"),
        "content/articles/2025-04-10-a.md": article("A", "2025-04-39"),
        "content/strange/a.md": "x",
    }
    with pytest.raises(DigestError) as caught:
        load(small(tmp_path, given), NOW)
    assert [(str(problem.span), problem.code) for problem in caught.value.problems] == [
        ("content/articles/2025-04-10-a.md:3:7", "value"),
        ("content/glossary/baku.md:3:7", "value"),
        ("content/glossary/hts.md:2:7", "alias-clash"),
        ("content/strange/a.md", "stray-file"),
    ]


def test_file_that_lies_elsewhere_is_told(tmp_path: Path) -> None:
    """A link that leads out of the digest is an error, as for a build."""
    root = small(tmp_path / "digest")
    (tmp_path / "term.md").write_text(PORT, "utf-8")
    (root / "content" / "glossary" / "port.md").symlink_to(tmp_path / "term.md")
    with pytest.raises(DigestError, match=r"content/glossary/port\.md: error: this link leads to no file"):
        load(root, NOW)


def test_folder_without_a_digest_is_said(tmp_path: Path) -> None:
    """A folder that holds no content is named."""
    with pytest.raises(DigestError, match="there is no digest here"):
        load(tmp_path, NOW)


def test_term_is_what_its_file_would_be() -> None:
    """A term made in a program is the one that is read from a file with the same keys."""
    keys = """
        term: HTS
        name: Hay’at Tahrir al-Sham
        kind: organisation
        aliases: [Hayat Tahrir al-Sham, {text: HTS, ambiguous: true, case: exact, plural: false}]
        native: {ar: هيئة تحرير الشام}
        context: [Syria, faction]
        scope: {lang: en}
        match: {priority: 1}
    """
    read = read_term(keys, "Armed group.\n\nIn biology another thing.", slug="hts")
    made = term(
        "hts",
        "HTS",
        name="Hay’at Tahrir al-Sham",
        kind="organisation",
        aliases=["Hayat Tahrir al-Sham", Alias("HTS", ambiguous=True, case="exact", plural=False)],
        native={"ar": "هيئة تحرير الشام"},
        context=["Syria", "faction"],
        scope=Scope(lang="en"),
        match=Matching(priority=1),
        definition="Armed group.\n\nIn biology another thing.",
    )
    assert made == replace(read, path="", span=Span(""), definition=Body(read.definition.text.strip(), (1, 2, 3)))


@pytest.mark.parametrize(
    ("given", "error", "message"),
    [
        ({"slug": " "}, ValueError, 'the term "HTS" has no slug'),
        ({"title": "–"}, ValueError, "the title of the term hts has no letter or digit"),
        ({"kind": "organization"}, ValueError, 'an unknown kind "organization"; did you mean "organisation"?'),
        ({"aliases": "HTS"}, TypeError, 'the term hts has one string as aliases, not several: "HTS"'),
        ({"context": "Syria"}, TypeError, "one string as context"),
        ({"related": "homs"}, TypeError, "one string as related"),
    ],
)
def test_term_that_nobody_could_find_is_refused(given: dict[str, Any], error: type[Exception], message: str) -> None:
    """A mistake in a program is told where it is made, not by links that are missing later."""
    with pytest.raises(error) as caught:
        term(**{"slug": "hts", "title": "HTS", **given})
    assert message in str(caught.value)


def test_abbreviations_have_their_places() -> None:
    """What a text abbreviates is found without a glossary, with the places of both forms."""
    text = "The Syrian Democratic Forces (SDF) came."
    [found] = abbreviations(text)
    assert (found.short, found.long) == ("SDF", "Syrian Democratic Forces")
    assert (text[slice(*found.short_span)], text[slice(*found.long_span)]) == (found.short, found.long)
