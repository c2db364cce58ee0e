from collections.abc import Mapping

import pytest

from digest.model import Config, output_path
from digest.problems import Problem
from digest.render.overrides import Template
from digest.render.templates import Engine, survey
from digest.render.views import Link
from digest.render.words import Words, attributes

WORDS = Words(
    "en",
    {
        "en": {
            "home": "Home",
            "by": "by {authors}",
            "alphabet": "a b c",
            "all": {"one": "{n} entry", "other": "all {n}"},
        }
    },
)
LINK = Link("Home & garden", "/")
SHARED = {"t": WORDS, "attributes": attributes, "url": Config("Brief", "https://example.org/").absolute}
MACRO = "{% macro card(of) %}{{ of.x }}{% endmacro %}"


def own(texts: Mapping[str, str]) -> dict[str, Template]:
    """An author's templates."""
    return {name: Template(f"templates/{name}", text) for name, text in texts.items()}


def faults(texts: Mapping[str, str]) -> list[Problem]:
    """The errors in an author's templates, found before a page is made."""
    return [problem for problem in survey(own(texts)).problems if problem.is_error]


def page(text: str, **more: str) -> str | Problem | None:
    """What becomes of a page with this template and others."""
    return Engine(own({"a.html": text, **more}), SHARED).text("a.html", {"link": LINK, "years": {"last": 2024}})


def told(text: str, **more: str) -> str:
    """The problem of a page's template."""
    problem = page(text, **more)
    assert isinstance(problem, Problem)
    return f"{problem.span}: {problem.message}"


def test_everything_is_escaped() -> None:
    """Text is escaped in every template, whatever its name; only what is marked as safe HTML is not."""
    text = "{{ link.text }} {{ '<b>' | safe_html }} {{ t('home') }}"
    assert page(text) == "Home &amp; garden <b> Home"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x\n  {{ lnk.text }}", 'templates/a.html:2:6: "lnk" is undefined; did you mean "link"?'),
        ("{{ link.txt }}", 'templates/a.html:1:9: Link has no "txt"; did you mean "text"?'),
        ("{{ years.lats }}", 'templates/a.html:1:10: there is no "lats" here; did you mean "last"?'),
        ("{{ t('hom') }}", 'templates/a.html:1:7: no word "hom" in templates/lang/en.yaml; did you mean "home"?'),
        ("{{ t('by') }}", 'templates/a.html:1:7: the word "by" needs a value for \'authors\': t("by", authors=…)'),
        (
            "{{ t.forms('hom') }}",
            'templates/a.html:1:13: no word "hom" in templates/lang/en.yaml; did you mean "home"?',
        ),
        ("{{ t('by', authors=link.txt) }}", 'templates/a.html:1:25: Link has no "txt"; did you mean "text"?'),
        (
            "{{ t('by', authors=link) }}",
            'templates/a.html:1:7: the word "by" can\'t be filled: Link is neither text nor a number',
        ),
        (
            "{{ t('all', n=years) }}",
            'templates/a.html:1:7: the word "all" can\'t be filled: dict is no number; perhaps | length lacks',
        ),
        ("{{ t(nope) }}", 'templates/a.html:1:6: "nope" is undefined'),
        ("{{ t(1) }}", 'templates/a.html:1:6: no word "1" in templates/lang/en.yaml'),
        ("{{ t.month(1) }}", "templates/a.html:1:1: AssertionError"),
        ("{{ t.when('x') }}", "templates/a.html:1:1: AssertionError"),
        ("{{ t.number('x') }}", "templates/a.html:1:1: InvalidOperation: [<class 'decimal.ConversionSyntax'>]"),
        ("{{ attributes(link.text) }}", "templates/a.html:1:1: AttributeError: 'str' object has no attribute 'lang'"),
        ("{{ url(3) }}", 'templates/a.html:1:1: TypeError: can only concatenate str (not "int") to str'),
        ("{{ 'x' | safe_html(3) }}", "templates/a.html:1:1: TypeError: str() argument 'encoding' must be str, not int"),
        ("{% include 'x.html' %}", 'templates/a.html:1:13: there is no template "x.html"'),
        ("{% include 'b.htm' %}", 'templates/a.html:1:13: there is no template "b.htm"; did you mean "b.html"?'),
        ("{% extends 'b.html' %}{% block x %}{{ y }}{% endblock %}", 'templates/a.html:1:39: "y" is undefined'),
        ("{% include 'c.html' %}", 'templates/c.html:3:4: "z" is undefined'),
        ("{{ 1 + link.text }}", "templates/a.html:1:1: TypeError: unsupported operand type(s) for +: 'int' and 'str'"),
        ("{{ link.text | round }}", "templates/a.html:1:1: TypeError: type str doesn't define __round__ method"),
        ("{{ 1 // 0 }}", "templates/a.html:1:1: ZeroDivisionError: integer division or modulo by zero"),
        ("{{ link.text() }}", "templates/a.html:1:1: TypeError: 'str' object is not callable"),
        ("{{ none.text }}", 'templates/a.html:1:9: there is no "text" of none'),
        ("{{ [1, 2][9] }}", "templates/a.html:1:1: there is no item 9: there are 2, and the first is 0"),
        ("{{ link.text.uper() }}", 'templates/a.html:1:14: str has no "uper"; did you mean "upper"?'),
        ("{% for name in link %}{% endfor %}", "templates/a.html:1:1: TypeError: 'Link' object is not iterable"),
        (
            "{% for name in 'ab' %}{{ nam }}{% endfor %}",
            'templates/a.html:1:26: "nam" is undefined; did you mean "name"?',
        ),
        (
            "{% import 'd.html' as d %}{{ d.crad(1) }}",
            'templates/a.html:1:32: d.html has no "crad"; did you mean "card"?',
        ),
        ("{% import 'd.html' as d %}\n{{ d.card() }}", "templates/a.html:2:1: parameter 'of' was not provided"),
        (
            "{% import 'd.html' as d %}{{ d.card(off=1) }}",
            "templates/a.html:1:32: macro 'card' takes no keyword argument 'off'; did you mean \"of\"?",
        ),
        (
            "{% import 'd.html' as d %}{{ d.card(1, 2) }}",
            "templates/a.html:1:32: TypeError: macro 'card' takes not more than 1 argument(s)",
        ),
        (
            "{% if link is definde %}{% endif %}",
            "templates/a.html:1:15: No test named 'definde' found; did you mean \"defined\"?",
        ),
        ("{% block x %}{{ super() }}{% endblock %}", "templates/a.html:1:10: there is no parent block called 'x'"),
        ("{{ 'x' * 10 ** 17 }}", "templates/a.html:1:1: MemoryError"),
        ("{% include 'a.html' %}", "templates/a.html:1:1: a template or a macro includes, extends or calls itself"),
        ("{% set c = cycler() %}", "templates/a.html:1:1: RuntimeError: at least one item has to be provided"),
        ("{{ t.alphabet.order(1) }}", "templates/a.html:1:1: TypeError: normalize() argument 2 must be str, not int"),
        ("{% extends 'a.html' %}", "templates/a.html:1:1: a template or a macro includes, extends or calls itself"),
    ],
)
def test_fault_of_a_template_has_its_place(text: str, expected: str) -> None:
    """What goes wrong in a template is said with the line of the template that it lies in, and the nearest name."""
    assert told(text, **{"b.html": "{% block x %}{% endblock %}", "c.html": "\n\n{{ z }}", "d.html": MACRO}) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{% if %}", "1:1: bad template: Expected an expression, got 'end of statement block'"),
        ("x\n{% for a in b %}", "2:4: bad template: Unexpected end of template."),
        (
            "{% block a %}{% if b %}\n{% endblock %}",
            "2:4: bad template: Encountered unknown tag 'endblock'. You",
        ),
        ("x\n{{ a | jion }}", "2:8: bad template: No filter named 'jion'; did you mean \"join\"?"),
        ("{% if a %}{% elsif b %}{% endif %}", "1:14: bad template: Encountered unknown tag 'elsif'."),
        ("x\n {{ 'a }}", '2:5: bad template: unexpected char "\'"'),
        ("{{ a = 1 }}", "1:6: bad template: expected token 'end of print statement', got '='"),
        ("{% block a %}{% endblock %}{% block a %}{% endblock %}", "1:10: bad template: block 'a' defined twice"),
    ],
)
def test_syntax_is_checked_before_any_page(text: str, expected: str) -> None:
    """Every template's syntax is checked, used or not, and its pages then say nothing else."""
    (problem,) = faults({"a.html": text})
    assert f"{problem.span}: {problem.message}".startswith(f"templates/a.html:{expected}")
    assert page(text) == problem


@pytest.mark.parametrize("text", ["{% for a in b %}" * 30 + "{% endfor %}" * 30, f"{{{{ {'(' * 900}1{')' * 900} }}}}"])
def test_what_is_too_much_for_python_is_told(text: str) -> None:
    """A template whose code Python can't take is a fault of that template, not of the program."""
    (problem,) = faults({"a.html": text})
    assert str(problem).startswith("templates/a.html: error: bad template: ")


def test_nearest_statement_is_named() -> None:
    """A statement that Jinja does not know is told with the nearest one; one in the wrong place is not."""
    first, second = faults({"a.html": "{% fo x in y %}", "b.html": "{% endif %}"})
    assert first.message.endswith('; did you mean "for"?')
    assert "did you mean" not in second.message


def test_range_has_an_end() -> None:
    """A loop over a thousand million numbers is a fault of its template, and does not hold up the build."""
    assert told("{% for n in range(10 ** 9) %}{% endfor %}").startswith(
        "templates/a.html:1:1: OverflowError: Range too big"
    )


def test_every_template_is_told_of_at_once() -> None:
    """Faults of several templates show together: those of syntax, and of each page that can be made."""
    texts = {"a.html": "{{ x }}", "b.html": "{{ y }}", "c.html": "{% if %}"}
    engine = Engine(own(texts), SHARED)
    made = [engine.text(name, {}) for name in texts]
    found = {*faults(texts), *(item for item in made if isinstance(item, Problem))}
    assert sorted(problem.span.file for problem in found) == [f"templates/{name}" for name in texts]


def test_fault_is_said_once() -> None:
    """A template that fails on a thousand pages is one problem."""
    engine = Engine(own({"a.html": "{{ x }}"}), SHARED)
    assert isinstance(engine.text("a.html", {}), Problem)
    assert [engine.text("a.html", {}) for _ in range(3)] == [None] * 3


def test_fault_of_ours_is_no_fault_of_the_author() -> None:
    """An error in our own code goes on as it is: a traceback, not a message to an author who can't mend it."""
    engine = Engine(own({"a.html": "{{ view(1) }}"}), SHARED)
    with pytest.raises(AttributeError, match="endswith"):
        engine.text("a.html", {"view": output_path})


def test_author_is_told_of_their_own_line() -> None:
    """What a built-in macro can't do with what an author's template gives it is told where it was given."""
    templates = {
        **own({"a.html": "{% import 'd.html' as d %}\n{{ d.card(link) }}"}),
        "d.html": Template("built/d.html", MACRO),
    }
    problem = Engine(templates, SHARED).text("a.html", {"link": LINK})
    assert isinstance(problem, Problem)
    assert f"{problem.span}: {problem.message}" == 'templates/a.html:2:1: Link has no "x"'


TEMPLATES = {
    "page.html": "{% extends 'base.html' %}{% block content %}{% include 'part.html' %}{% endblock %}",
    "home.html": "{% extends 'base.html' %}{% import 'macros.html' as m %}",
    "base.html": "<main>{% block content %}{% endblock %}</main>",
    "part.html": "{% from 'macros.html' import card %}<p></p>",
    "macros.html": MACRO,
    "alone.html": "x",
}


def seen_otherwise(templates: Mapping[str, str], changed: str) -> set[str]:
    """The templates whose looks change when one of them is edited."""
    former, other = survey(own(templates)).looks, survey(own({**templates, changed: templates[changed] + " "})).looks
    return {name for name in templates if former[name] != other[name]}


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ("page.html", {"page.html"}),
        ("base.html", {"base.html", "page.html", "home.html"}),
        ("part.html", {"part.html", "page.html"}),
        ("macros.html", {"macros.html", "part.html", "page.html", "home.html"}),
        ("alone.html", {"alone.html"}),
    ],
)
def test_look_changes_with_what_a_template_uses(changed: str, expected: set[str]) -> None:
    """What stands for a template changes with all that it extends, includes or imports, however far, and no other."""
    assert seen_otherwise(TEMPLATES, changed) == expected


@pytest.mark.parametrize("name", ["'pa' ~ 'rt.html'", "link.text", "['alone.html', link.text]"])
def test_look_of_a_template_that_works_out_a_name_is_that_of_all(name: str) -> None:
    """A template that asks for others by names that are worked out may use any of them."""
    templates = {**TEMPLATES, "part.html": f"{{% include {name} ignore missing %}}"}
    assert seen_otherwise(templates, "macros.html") == {"macros.html", "part.html", "page.html", "home.html"}
    assert seen_otherwise(templates, "home.html") == {"home.html", "part.html", "page.html"}


def test_look_changes_with_either_name_of_a_built_in_template() -> None:
    """A template that extends a built-in one by its lasting name changes with it, overridden or not."""
    built_in = Template("digest/templates/base.html", "<main></main>")
    child = own({"page.html": "{% extends 'built-in/base.html' %}"})
    changed = Template(built_in.path, "<body></body>")
    for name in ("base.html", "built-in/base.html"):
        former, other = (survey({**child, name: base}).looks["page.html"] for base in (built_in, changed))
        assert former != other


def test_look_changes_when_a_template_appears() -> None:
    """What is asked for and not there yet changes those who ask when it comes."""
    asking = {"a.html": "{% include 'b.html' ignore missing %}", "c.html": "x"}
    former, other = survey(own(asking)).looks, survey(own({**asking, "b.html": "b"})).looks
    assert (former["a.html"] == other["a.html"], former["c.html"] == other["c.html"]) == (False, True)
