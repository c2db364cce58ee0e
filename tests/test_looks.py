from pathlib import Path

import pytest

from digest import files, looks
from tests.sites import article, built, small, write


def test_look_takes_the_last_of_each_name(tmp_path: Path) -> None:
    """A site's template replaces a built-in one; its catalogue only the words that it names."""
    own = {"home.html": "ours", "lang/en.yaml": "home: Start\n", "lang/fr.yaml": "home: Accueil\n", "assets/x.js": "x"}
    write(tmp_path, {f"templates/{name}": text for name, text in own.items()})
    look, problems = looks.dress(files.look(tmp_path))
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
    _, (problem,) = looks.dress(files.look(tmp_path))
    assert (problem.span.file, problem.code, problem.severity) == ("templates/lang/fr.yaml", "missing-words", "warning")
    assert problem.message.endswith(" …")
    assert "archive," not in problem.message
    write(tmp_path, {"templates/lang/fr.yaml": english})
    assert looks.dress(files.look(tmp_path))[1] == []


@pytest.mark.parametrize("name", ["french", "fr.txt", "old/fr", "FR"])
def test_catalogue_of_no_language_is_told(tmp_path: Path, name: str) -> None:
    """A catalogue whose name is no language is nobody's, and its author learns how to name it."""
    path = f"templates/lang/{name}{'' if '.' in name else '.yaml'}"
    write(tmp_path, {path: "search: Rechercher\n"})
    _, (problem,) = looks.dress(files.look(tmp_path))
    assert str(problem).startswith(f'{path}: error: unknown language "{name}"')
