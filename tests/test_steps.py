from pathlib import Path

import pytest

from digest import files, steps
from digest.build import Options, examine
from digest.memory import Memory
from digest.model import Content
from tests.digests import digest_of
from tests.sites import NOW, SMALL, article, built, in_turn, small, term, write

A = "content/articles/a.md"
FOUND = {"content/glossary/t4.md": term("T4"), "content/glossary/homs.md": term("Homs")}


def content(given: dict[str, str]) -> Content:
    """The small digest's content, changed by `given`; nothing in it is wrong."""
    told = {name.removeprefix("content/"): text for name, text in {**SMALL, **given}.items() if "/static/" not in name}
    read, problems = digest_of(told)
    assert problems == ()
    return read


def test_cleaning_is_told_and_can_be_switched_off() -> None:
    """What is cut from an entry is a warning with its line; an entry or a site may leave texts alone."""
    body = "It rained.\n\nShare this\n"
    (articles, problems) = steps.tidy(content({A: article("A", body=body)}))
    assert [article.body.text.strip() for article in articles if article.path == A] == ["It rained."]
    (problem,) = problems
    assert (str(problem.span), problem.code, problem.severity) == (f"{A}:9", "cut-line", "warning")
    assert "Share this" in problem.message
    assert steps.tidy(content({A: article("A", body=body, keys="clean: false")}))[1] == []
    off = "title: B\nbase_url: https://example.org/\nclean: {enabled: false}\n"
    assert steps.tidy(content({A: article("A", body=body), "content/site.yaml": off}))[1] == []


def test_text_too_large_to_be_cleaned_is_told() -> None:
    """A text that cleaning leaves as it is is a warning at its first line, unless its author wants it so."""
    body = "It rained. \n\n" * 10_002
    articles, (problem,) = steps.tidy(content({A: article("A", body=body)}))
    assert [article.body.text for article in articles if article.path == A] == [body.rstrip("\n")]
    assert (str(problem.span), problem.code, problem.severity) == (f"{A}:7", "not-cleaned", "warning")
    assert problem.message == "not cleaned: the text has more than 20,000 lines"
    assert steps.tidy(content({A: article("A", body=body, keys="clean: false")}))[1] == []


def test_edited_term_concerns_the_texts_that_may_mention_it(tmp_path: Path) -> None:
    """After a term is edited, only texts that can match it are annotated again, and its definition made."""
    bodies = {f"content/articles/n{n}.md": article(f"N{n}", body="Homs." if n % 5 else "T4.") for n in range(10)}
    before = content({**FOUND, **bodies})
    after = content(
        {**FOUND, **bodies, "content/glossary/t4.md": term("T4", "match: {priority: 2}\naliases: [Palmyra]")}
    )
    calls: list[int] = []

    def run(step, arguments):  # type: ignore[no-untyped-def]  # its types are those of a Map
        calls.append(len(arguments))
        return in_turn(step, arguments)

    for made in (before, before, after):
        with Memory(tmp_path) as memory:
            entries, problems = steps.link(made.articles, made, memory, run)
            assert (len(entries), problems) == (11, [])
            steps.define(made, memory, run)
    assert calls == [11, 3, 0, 0, 2, 1]


def test_definition_alone_annotates_nothing(tmp_path: Path) -> None:
    """A definition belongs to the pages: editing its text, summary or sources annotates no entry again."""
    calls: list[int] = []

    def run(step, arguments):  # type: ignore[no-untyped-def]  # its types are those of a Map
        calls.append(len(arguments))
        return in_turn(step, arguments)

    for body in ("A base.", "An air base."):
        made = content({**FOUND, "content/glossary/t4.md": term("T4", body=body), A: article("A", body="T4.")})
        with Memory(tmp_path) as memory:
            steps.link(made.articles, made, memory, run)
    assert calls == [2, 0]


def test_anchors_are_remembered(tmp_path: Path) -> None:
    """Where an entry mentions terms is worked out once, for the entry's address."""
    calls: list[int] = []

    def run(step, arguments):  # type: ignore[no-untyped-def]  # its types are those of a Map
        calls.append(len(arguments))
        return in_turn(step, arguments)

    made = content({**FOUND, A: article("A", body="At T4, T4.")})
    for _ in range(2):
        with Memory(tmp_path) as memory:
            anchors = steps.anchor(made.articles, made, memory, run)
            assert [(anchor.term, anchor.start) for anchor in anchors["/2025/04/a/"]] == [("t4", 3), ("t4", 7)]
            assert set(anchors) == {"/2025/04/a/", "/2025/04/baku/"}
    assert calls == [2, 0]


def test_unknown_term_in_brackets_is_told() -> None:
    """A term that an author names in brackets must be in the glossary."""
    made = content({A: article("A", body="At [[t5]].")})
    _, problems = steps.link(made.articles, made, Memory(None), in_turn)
    assert [problem.message for problem in problems] == ['unknown term "t5"']


def test_look_takes_the_last_of_each_name(tmp_path: Path) -> None:
    """A site's template replaces a built-in one; its catalogue only the words that it names."""
    own = {"home.html": "ours", "lang/en.yaml": "home: Start\n", "lang/fr.yaml": "home: Accueil\n", "assets/x.js": "x"}
    write(tmp_path, {f"templates/{name}": text for name, text in own.items()})
    look, problems = steps.dress(files.look(tmp_path))
    assert [problem.code for problem in problems] == ["missing-words"]
    assert (look.templates["home.html"].path, look.templates["base.html"].path) == (
        "templates/home.html",
        "digest/templates/base.html",
    )
    assert (look.words["en"]["home"], look.words["en"]["archive"]) == ("Start", "Archive")
    assert look.words["fr"] == {"home": "Accueil"}
    assert look.assets["x.js"] == b"x"


def test_author_may_add_a_language(tmp_path: Path) -> None:
    """A catalogue of the site's own gives pages in its language; words that it lacks are English."""
    given = {
        "templates/lang/fr.yaml": "search: Rechercher\nsources: Sources citées\n",
        "content/articles/a.md": article("Premier", keys="lang: fr"),
    }
    (missing,) = built(small(tmp_path, given)).problems
    assert str(missing).startswith("templates/lang/fr.yaml: warning: of ")
    page = (tmp_path / "site/2025/04/a/index.html").read_text("utf-8")
    for part in ('<html lang="fr" dir="ltr">', 'placeholder="Rechercher"', "Sources citées</h2>", "10 avril 2025"):
        assert part in page
    assert "Skip to the text" in page


def test_missing_words_of_a_new_language_are_told(tmp_path: Path) -> None:
    """Whoever adds a language learns which words it lacks; a region, or a few other words, need no others."""
    english = (files.builtin_templates() / "lang/en.yaml").read_text("utf-8")
    whole = [line for line in english.splitlines() if line.startswith("archive")]
    write(tmp_path, {f"templates/lang/{lang}.yaml": "".join(whole[:1]) for lang in ("en", "ar", "tr-CY", "fr")})
    _, (problem,) = steps.dress(files.look(tmp_path))
    assert (problem.span.file, problem.code, problem.severity) == ("templates/lang/fr.yaml", "missing-words", "warning")
    assert problem.message.endswith(" …")
    assert "archive," not in problem.message
    write(tmp_path, {"templates/lang/fr.yaml": english})
    assert steps.dress(files.look(tmp_path))[1] == []


@pytest.mark.parametrize("name", ["french", "fr.txt", "old/fr", "FR"])
def test_catalogue_of_no_language_is_told(tmp_path: Path, name: str) -> None:
    """A catalogue whose name is no language is nobody's, and its author learns how to name it."""
    path = f"templates/lang/{name}{'' if '.' in name else '.yaml'}"
    write(tmp_path, {path: "search: Rechercher\n"})
    _, (problem,) = steps.dress(files.look(tmp_path))
    assert str(problem).startswith(f'{path}: error: unknown language "{name}"')


def test_explanation_is_of_the_clean_text() -> None:
    """An entry is explained as it is built; of a path that is no entry there is no explanation."""
    made = content({A: article("A", body="HTS.\n\nShare this\n")})
    found = steps.explain(A, made)
    assert found is not None
    assert [(item.surface, item.term, item.linked) for item in found] == [("HTS", "hts", True)]
    assert steps.explain("content/glossary/hts.md", made) is None


def test_message_shows_the_line_as_it_was_written(tmp_path: Path) -> None:
    """Cleaning may change a line before a problem is found in it: the author is shown the line of the file."""
    line = 'See <a href="https://example.org/">it</a> and <del>gone</del>.'
    report = examine(small(tmp_path, {A: article("Talks", body=line)}), Options(now=NOW))
    spans = [problem.span for problem in report.problems if problem.code == "raw-html"]
    assert {span.text for span in spans} == {line}
    assert [span.column for span in spans] == [line.index("<del>") + 1, line.index("</del>") + 1]
