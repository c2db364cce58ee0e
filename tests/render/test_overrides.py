import re
from functools import cache
from pathlib import Path

import pytest

from digest import files
from digest.looks import dress
from digest.model import Page, Source
from digest.problems import Problem
from digest.render import Look, survey
from tests.sites import article
from tests.sites import made as made_of

GIVEN = {
    "content/articles/a.md": article("A", keys="aliases: [/old/]\nstory: talks"),
    "content/pages/about.md": "---\ntitle: About\n---\n\nAbout.\n",
}
BUILT_IN = [path.name for path in files.builtin_templates().iterdir() if path.is_file()]
DOCUMENT = (Path(__file__).parents[2] / "docs" / "templates.md").read_text("utf-8")
EXAMPLES = re.findall(r"^```html\n(.*?)^```$", DOCUMENT, re.MULTILINE | re.DOTALL)
FRAME = "<p>own</p>{% block head %}{% endblock %}{% block content %}{% endblock %}{% block scripts %}{% endblock %}"
FILLED = '{% extends "base.html" %}{% block content %}own{% endblock %}'


def look(own: dict[str, str]) -> Look:
    """The built-in look with an author's templates."""
    mine = [(name, Source(f"templates/{name}", text.encode())) for name, text in own.items()]
    made, problems = dress([*files.look(Path("nowhere")), *mine])
    assert problems == []
    return made


def made(own: dict[str, str]) -> tuple[dict[str, str], list[str]]:
    """A small site with an author's templates: its files' texts, and what is wrong."""
    digest = made_of(GIVEN, look(own))
    found = [*survey(digest.look.templates).problems, *digest.printed()]
    problems = sorted({item for item in found if isinstance(item, Problem)})
    texts = {item.path: item.data.decode("utf-8", "replace") for item in found if isinstance(item, Page)}
    return texts, [f"{problem.severity}: {problem.span}: {problem.message}" for problem in problems]


@cache
def usual() -> dict[str, str]:
    """The small site as it is without templates of an author's."""
    texts, problems = made({})
    assert problems == []
    return texts


@pytest.mark.parametrize("name", BUILT_IN)
def test_each_template_can_be_overridden_alone(name: str) -> None:
    """Any built-in template gives way to the author's, and the rest stay."""
    text = (files.builtin_templates() / name).read_text("utf-8")
    own = {"base.html": FRAME, "parts.html": text.replace("<time ", "<time data-own ")}.get(name, "<p>own</p>")
    texts, problems = made({name: own})
    changed = [text for path, text in texts.items() if text != usual()[path]]
    assert problems == []
    assert changed
    assert all("own" in text for text in changed)


def test_each_built_in_template_can_be_extended_by_what_overrides_it() -> None:
    """What every built-in template is called is not lost when the author's have its name."""
    assert made({name: f'{{% extends "built-in/{name}" %}}' for name in BUILT_IN}) == (usual(), [])


def test_one_block_of_a_built_in_template_can_be_replaced() -> None:
    """An author's template extends the one it overrides: its other blocks stay, and `super()` gives what was there."""
    plain = usual()
    line = '{% block colophon %}{{ super() }}<p id="own">{{ site.title }}</p>{% endblock %}'
    texts, problems = made({"base.html": f'{{% extends "built-in/base.html" %}}{line}'})
    assert problems == []
    assert texts["2025/04/a/index.html"].replace('<p id="own">Brief</p>', "") == plain["2025/04/a/index.html"]
    assert '"own"' in texts["index.html"]


@pytest.mark.parametrize(
    "block", ["heading", "text", "beside", "after", "corrections", "sources", "story", "related", "neighbours"]
)
def test_entry_has_a_block_for_each_part(block: str) -> None:
    """Each part of an entry's page can be replaced alone, also where the entry has nothing to show in it."""
    own = f'{{% extends "built-in/entry.html" %}}{{% block {block} %}}<p>own</p>{{% endblock %}}'
    texts, problems = made({"entry.html": own})
    assert (problems, texts["2025/04/a/index.html"].count("<p>own</p>")) == ([], 1)


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        (
            {"entry.html": '{% extends "base.html" %}\n{% block contnt %}{% endblock %}'},
            'error: templates/entry.html:2:10: base.html has no block "contnt"; did you mean "content"?',
        ),
        (
            {"entry.html": '{% extends "built-in/entry.html" %}{% block sorces %}{% endblock %}'},
            'error: templates/entry.html:1:45: built-in/entry.html has no block "sorces"; did you mean "sources"?',
        ),
        (
            {"entry.html": FILLED + "\n\n  <p>lost</p>"},
            "error: templates/entry.html:3:3: what stands outside of blocks is not shown",
        ),
        (
            {"parts.html": '{% extends "built-in/parts.html" %}\n{% macro cited(all) %}{% endmacro %}'},
            "error: templates/parts.html:2:10: the macro of built-in/parts.html is used, and not this one",
        ),
        (
            {"base.html": "<html>{{ site.title }}</html>", "search.html": FILLED.replace("content", "x")},
            'error: templates/base.html: there is no block "content", which other pages fill',
        ),
        ({"entry.html": " \n"}, "error: templates/entry.html: this template is empty"),
        (
            {"entery.html": "x"},
            'warning: templates/entery.html: nothing uses "entery.html"; did you mean "entry.html"?',
        ),
        ({"style.css": "x"}, 'warning: templates/style.css: nothing uses "style.css"'),
        (
            {"entry.html/a.html": "x"},
            'warning: templates/entry.html/a.html: nothing uses "entry.html/a.html"; did you mean "entry.html"?',
        ),
    ],
)
def test_what_would_be_lost_is_told(own: dict[str, str], expected: str) -> None:
    """What an author writes where no page would show it is told with its place and the nearest name."""
    assert expected in made(own)[1]


def test_templates_of_templates_are_used() -> None:
    """Files that templates include, import or extend are no strays, nor is any where names are worked out."""
    own = {
        "entry.html": '{% extends "frame.html" %}{% block content %}{% include "a.html" %}{% endblock %}',
        "frame.html": '{% extends "base.html" %}{% block content %}{% block inner %}{% endblock %}{% endblock %}',
        "a.html": '{% import "b.html" as b %}a',
        "b.html": "{# macros #}",
        "404.html": "<p>none</p>",
    }
    assert made(own)[1] == []
    assert made({"404.html": '{% include "part" ~ ".html" %}', "part.html": "x"})[1] == []


def test_undecodable_template_is_one_problem() -> None:
    """A template that is not UTF-8 is told once; the built-in one stands in for it, so no page fails because of it."""
    made_look, problems = dress([*files.look(Path("nowhere")), ("entry.html", Source("templates/entry.html", b"\xe9"))])
    assert [str(problem.span) for problem in problems] == ["templates/entry.html:1:1"]
    assert made_look.templates["entry.html"].path == "digest/templates/entry.html"


@pytest.mark.parametrize(("name", "example"), list(zip(["base.html", "entry.html", "404.html"], EXAMPLES, strict=True)))
def test_example_of_the_document_works(name: str, example: str) -> None:
    """Each template that docs/templates.md shows can be put into templates/ as it is, and changes pages."""
    texts, problems = made({name: example})
    assert problems == []
    assert texts != usual()


def test_sources_can_be_put_above_a_text() -> None:
    """The document's example for entries moves the sources above the text: they stand there, and there only."""
    text = made({"entry.html": EXAMPLES[1]})[0]["2025/04/a/index.html"]
    assert text.count('class="cited"') == 1
    assert text.index('class="cited"') < text.index('id="text"')
