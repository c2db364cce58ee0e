"""Incremental equals clean: after any edits, a build with the cache is that of a new clone without one."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.files import builtin_templates
from digest.memory import NAME
from digest.problems import DigestError, Problem
from tests.laws import BUILDS
from tests.sites import SMALL, Files, article, built, small, snapshot, term, write

A = "content/articles/a.md"
SITE = SMALL["content/site.yaml"]
PARTS = (builtin_templates() / "parts.html").read_text()
BEFORE = {A: article("A", body="HTS.\n\nShare this"), "templates/parts.html": PARTS.replace('"card"', '"kard"')}


def changes() -> Iterator[tuple[str, Files]]:
    """One change of each kind that a digest can have."""
    yield "a text", {A: article("A", body="Other words.")}
    yield "a title", {A: article("Another")}
    yield "a definition", {"content/glossary/hts.md": term("HTS", body="Another definition.")}
    yield "a form", {"content/glossary/hts.md": term("Envoy", "match: {case: ignore}")}
    yield "a term less", {"content/glossary/hts.md": None}
    yield "a theme", {"content/themes/diplomacy.md": "---\ntitle: Talks\n---\n"}
    yield "a template less", {"templates/parts.html": None}
    yield "an asset", {"templates/assets/style.css": "body { color: red }"}
    yield "a word", {"templates/lang/en.yaml": "themes: Subjects\n"}
    yield "the address", {"content/site.yaml": SITE.replace("example.org/", "example.org/news/")}
    yield "which mentions become links", {"content/site.yaml": SITE + "glossary: {mentions: none}\n"}
    yield "cleaning", {"content/site.yaml": SITE + "clean: {enabled: false}\n"}
    yield "an entry less", {A: None}
    yield "a file's place", {A: None, "content/articles/x/a.md": BEFORE[A]}


def outcome(root: Path, **options: bool) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """The site that a build makes, and what it says; no site where it fails."""
    try:
        report = built(root, **options)
    except DigestError as error:
        return {}, error.problems
    return snapshot(report.out), report.problems


def clean_outcome(root: Path, scratch: Path, **options: bool) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """What a build of the same content and templates gives elsewhere, without a cache."""
    shutil.rmtree(scratch, ignore_errors=True)
    for name in ("content", "templates"):
        if (root / name).is_dir():
            shutil.copytree(root / name, scratch / name)
    return outcome(scratch, cache=False, **options)


@pytest.mark.parametrize(("what", "changed"), [pytest.param(*change, id=change[0]) for change in changes()])
def test_each_kind_of_change_is_seen(tmp_path: Path, what: str, changed: Files) -> None:
    """A change of any kind changes the site, but for a file's place, and nothing stale is left in it."""
    root = small(tmp_path / "digest", BEFORE)
    built(root)
    former = snapshot(root / "site")
    site, told = outcome(write(root, changed))
    assert (site, told) == clean_outcome(root, tmp_path / "scratch")
    assert (site == former) == (what == "a file's place")


# What authors do, as single edits of files; a site with any of them, in any order, may be built.
NAMES = ["HTS", "T4", "Homs", "buffer zone", "al-Sharaa"]
WORDS = st.lists(
    st.sampled_from(
        [*NAMES, "met", "Tiyas", "the", "zones", "HTS's", "[[t4]]", "[x](/about/)", "Homs.\n\n", "## Homs\n\n"]
    ),
    max_size=12,
)
DAYS = st.integers(1, 28).map(lambda day: f"2025-0{4 - day % 2}-{day:02}")
KEYS = [
    *("", "story: talks", "themes: [security, diplomacy]", "glossary: {mentions: all}", "note: On *HTS*."),
    *("lang: ar", "draft: true", "expires: 2025-04-30", "aliases: [/old/]", "slug: other", "updated: 2025-05-01"),
    *("corrections: [{date: 2025-04-30, note: Mended.}]", "sources: [{name: Sana}, {name: Rudaw}]"),
]
ENTRIES = st.builds(
    lambda slug, title, day, words, keys: (f"content/articles/{slug}.md", article(title, day, " ".join(words), keys)),
    st.sampled_from(["p", "q", "r", "x/p"]),
    st.sampled_from(["Talks", "HTS & co", "Über"]),
    DAYS,
    WORDS,
    st.sampled_from(KEYS),
)
TERMS = st.builds(
    lambda name, keys, words: (
        f"content/glossary/{name.lower().replace(' ', '-')}.md",
        term(name, keys, " ".join(words)),
    ),
    st.sampled_from(NAMES[1:]),
    st.sampled_from(
        [
            *("", "aliases: [Tiyas]", "aliases: [{text: Tiyas, ambiguous: true}]", "kind: place", "related: [hts]"),
            *(
                "match: {link: all}",
                "match: {case: ignore, priority: 3}",
                "native: {ar: حمص}",
                "name: Homs Governorate",
            ),
            *(
                "scope: {themes: [security]}",
                "valid: [{until: 2025-04-10, definition: Then.}]",
                "sources: [{name: Sana}]",
            ),
        ]
    ),
    WORDS,
)
OTHERS = st.sampled_from(
    [
        ("content/themes/security.md", "---\ntitle: Security\norder: -1\n---\n"),
        ("content/themes/diplomacy.md", "---\ntitle: Envoys\n---\nWho talks.\n"),
        ("content/stories/talks.md", "---\ntitle: Talks at last\nstatus: closed\n---\n"),
        ("content/pages/about.md", "---\ntitle: Us\n---\nWe.\n"),
        ("content/static/logo.txt", "another logo\n"),
        ("content/static/about.txt", "us\n"),
        ("content/site.yaml", SITE + "page_size: 1\nfeed_size: 2\n"),
        ("content/site.yaml", SITE + "glossary: {density: 0}\nedition: day\n"),
        ("content/site.yaml", SITE.replace("Brief", "Long") + "clean: {enabled: false}\nshare_images: false\n"),
        ("templates/theme.html", "{{ theme }}{% for card in cards %} {{ card.title }}{% endfor %}"),
        (
            "templates/entry.html",
            '{% extends "built-in/entry.html" %}{% block related %}{{ entry.minutes }}{% endblock %}',
        ),
        ("templates/parts.html", PARTS.replace('"card"', '"kard"')),
        ("templates/lang/en.yaml", "glossary: Who is who\n"),
        ("templates/assets/style.css", "main { color: navy }"),
    ]
)
ALWAYS = {"content/themes/security.md": "---\ntitle: Security\n---\n"}
Step = tuple[str, tuple[str, str]]  # what is done, with which file
STEPS = st.tuples(st.sampled_from(["write", "write", "write", "delete", "rename"]), ENTRIES | TERMS | OTHERS)
# What others do to the site that is there: a build must not mind.
HARMS = st.sampled_from(["", "", "a page is gone", "a page is touched", "a file is put there", "the site is gone"])
ROUNDS = st.lists(st.tuples(st.lists(STEPS, min_size=1, max_size=4), HARMS, st.booleans()), min_size=2, max_size=4)


def take(root: Path, step: Step) -> None:
    """Do what an author does: write a file, or delete or rename one that may be missing."""
    done, (name, text) = step
    if done == "write" or name in SMALL or name in ALWAYS or not (root / name).is_file():
        write(root, {name: text})
    elif done == "delete":
        (root / name).unlink()
    else:
        (root / name).rename((root / name).with_stem(f"{Path(name).stem}-2"))


def harm(site: Path, how: str) -> None:
    """Do what others do to a published site."""
    if how == "the site is gone":
        shutil.rmtree(site, ignore_errors=True)
    elif how == "a page is gone":
        (site / "archive/index.html").unlink(missing_ok=True)
    elif how == "a page is touched" and (site / "index.html").is_file():
        (site / "index.html").write_text("x")
    elif how == "a file is put there" and site.is_dir():
        write(site, {"2025/stray.txt": "x"})


@BUILDS
@given(ROUNDS)
def test_any_edits_give_what_a_clean_build_gives(
    tmp_path_factory: pytest.TempPathFactory, rounds: list[tuple[list[Step], str, bool]]
) -> None:
    """After rounds of edits, deletions and renames of anything, and harm to the site, incremental equals clean."""
    folder = tmp_path_factory.mktemp("edits")
    root = small(folder / "digest", ALWAYS)
    built(root)
    for steps, how, drafts in rounds:
        for step in steps:
            take(root, step)
        harm(root / "site", how)
        assert outcome(root, drafts=drafts) == clean_outcome(root, folder / "scratch", drafts=drafts)
    shutil.rmtree(folder)


def test_foreign_cache_costs_one_line(tmp_path: Path) -> None:
    """A build over a cache that can't be read says so in one warning, succeeds, and the next one says nothing."""
    root = small(tmp_path / "digest", BEFORE)
    built(root)
    (root / ".digest" / NAME).write_bytes(b"garbage")
    assert [problem.code for problem in built(root).problems].count("cache") == 1
    assert snapshot(root / "site") == clean_outcome(root, tmp_path / "scratch")[0]
    assert [problem.code for problem in built(root).problems].count("cache") == 0
