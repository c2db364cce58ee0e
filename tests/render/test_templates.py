from collections.abc import Mapping

import pytest

from digest.model import Page, output_path
from digest.problems import Problem
from digest.render.templates import Engine, Template
from digest.render.views import Link, Sheet
from digest.render.words import Words

WORDS = Words("en", {"en": {"home": "Home", "by": "by {authors}"}})
LINK = Link("Home & garden", "/")


def engine(templates: Mapping[str, str]) -> Engine:
    """An engine with these templates."""
    return Engine({name: Template(f"templates/{name}", text) for name, text in templates.items()}, {"t": WORDS})


def page(text: str, **more: str) -> list[Page | Problem]:
    """What becomes of a page with this template and others."""
    made = engine({"a.html": text, **more})
    return list(made.page(Sheet("/", "a.html", {"link": LINK, "years": {"last": 2024}})))


def told(text: str, **more: str) -> str:
    """The problem of a page's template."""
    problem, empty = page(text, **more)
    assert empty == Page("index.html", b"")
    assert isinstance(problem, Problem)
    return f"{problem.span}: {problem.message}"


def test_everything_is_escaped() -> None:
    """Text is escaped in every template, whatever its name; only what is marked as safe HTML is not."""
    text = "{{ link.text }} {{ '<b>' | safe_html }} {{ t('home') }}"
    assert page(text) == [Page("index.html", b"Home &amp; garden <b> Home")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x\n  {{ lnk.text }}", 'templates/a.html:2:3: "lnk" is undefined'),
        ("{{ link.txt }}", 'templates/a.html:1:1: Link has no "txt"; did you mean "text"?'),
        ("{{ years.lats }}", 'templates/a.html:1:1: there is no "lats" here; did you mean "last"?'),
        ("{{ t('hom') }}", 'templates/a.html:1:1: no word "hom" in templates/lang/en.yaml; did you mean "home"?'),
        ("{{ t('by') }}", 'templates/a.html:1:1: the word "by" needs a value for \'authors\': t("by", authors=…)'),
        ("{{ t.forms('hom') }}", 'templates/a.html:1:1: no word "hom" in templates/lang/en.yaml; did you mean "home"?'),
        ("{% include 'b.htm' %}", 'templates/a.html:1:1: there is no template "b.htm"; did you mean "b.html"?'),
        ("{% extends 'b.html' %}{% block x %}{{ y }}{% endblock %}", 'templates/a.html:1:1: "y" is undefined'),
        ("{% include 'c.html' %}", 'templates/c.html:3:1: "z" is undefined'),
        ("{{ 1 + link.text }}", "templates/a.html:1:1: TypeError: unsupported operand type(s) for +: 'int' and 'str'"),
        ("{{ link.text | round }}", "templates/a.html:1:1: TypeError: type str doesn't define __round__ method"),
        ("{{ 1 // 0 }}", "templates/a.html:1:1: ZeroDivisionError: integer division or modulo by zero"),
        ("{% include 'a.html' %}", "templates/a.html:1:1: a template includes or extends itself"),
        ("{% extends 'a.html' %}", "templates/a.html:1:1: a template includes or extends itself"),
    ],
)
def test_fault_of_a_template_has_its_place(text: str, expected: str) -> None:
    """What goes wrong in a template is said with the line of the template that it lies in, and the nearest name."""
    assert told(text, **{"b.html": "{% block x %}{% endblock %}", "c.html": "\n\n{{ z }}"}) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{% if %}", "Expected an expression, got 'end of statement block'"),
        ("x\n{% for a in b %}", "Unexpected end of template."),
        ("x\n{{ a | nothing }}", "No filter named 'nothing'."),
        ("x\n{{ 'a }}", 'unexpected char "\'" at 5'),
    ],
)
def test_syntax_is_checked_before_any_page(text: str, expected: str) -> None:
    """Every template's syntax is checked, used or not, and its pages then give no second problem."""
    made = engine({"a.html": text})
    (problem,) = made.compile()
    assert problem.message.startswith(f"bad template: {expected}")
    assert (problem.span.file, problem.span.line) == ("templates/a.html", text.count("\n") + 1)
    assert list(made.page(Sheet("/", "a.html", {}))) == [Page("index.html", b"")]


def test_fault_is_said_once() -> None:
    """A template that fails on a thousand pages is one problem; each page keeps its address."""
    made = engine({"a.html": "{{ x }}"})
    pages = [found for address in ("/a/", "/b/") for found in made.page(Sheet(address, "a.html", {}))]
    assert [item.message if isinstance(item, Problem) else item.path for item in pages] == [
        '"x" is undefined',
        "a/index.html",
        "b/index.html",
    ]


def test_fault_of_ours_is_no_fault_of_the_author() -> None:
    """An error in our own code goes on as it is: a traceback, not a message to an author who can't mend it."""
    made = engine({"a.html": "{{ view(1) }}"})
    with pytest.raises(AttributeError, match="endswith"):
        list(made.page(Sheet("/", "a.html", {"view": output_path})))
