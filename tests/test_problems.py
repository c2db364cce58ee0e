import pickle

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from digest.problems import (
    RULES,
    DigestError,
    Problem,
    Span,
    as_value,
    cells,
    did_you_mean,
    excerpt,
    judged,
    printable,
)

THEMES = "themes: [diplomcy]"


def problem(line: int = 4, column: int = 10, text: str = THEMES, **changes: str) -> Problem:
    """A problem in x.md."""
    told = {"message": 'unknown theme "diplomcy"', "hint": "the themes are in content/themes/", **changes}
    return Problem(Span("x.md", line, column, text), **told)  # type: ignore[arg-type]  # a severity is a str


@pytest.mark.parametrize(
    ("span", "shown"),
    [(Span("x.md"), "x.md"), (Span("x.md", 4), "x.md:4"), (Span("x.md", 4, 9), "x.md:4:9")],
)
def test_place_is_shown_as_far_as_it_is_known(span: Span, shown: str) -> None:
    """A place is `file:line:column`, as editors and terminals can open it; what is unknown is left out."""
    assert shown == str(span)


def test_problem_shows_place_line_caret_and_hint() -> None:
    """A message has its place, the source line with a caret under the place, and what to do."""
    expected = (
        'x.md:4:10: error: unknown theme "diplomcy"\n'
        "  themes: [diplomcy]\n"
        "           ^\n"
        "  hint: the themes are in content/themes/"
    )
    assert expected == str(problem())


def test_problem_of_a_whole_file_is_one_line() -> None:
    """Where no line is known none is shown, and an empty hint is not announced."""
    assert str(problem(0, 0, "", message="the file is empty", hint="")) == "x.md: error: the file is empty"


def test_warning_says_so() -> None:
    """The severity stands where an error says `error`."""
    assert str(problem(severity="warning")).startswith("x.md:4:10: warning: ")


def test_problem_by_a_rule_has_its_severity() -> None:
    """What a rule finds bears the rule's name and its severity in the table."""
    found = [Problem.by(rule, Span("x.md"), "weak", "mend it") for rule in RULES]
    assert [(problem.code, problem.severity, problem.hint) for problem in found] == [
        (rule, severity, "mend it") for rule, severity in RULES.items()
    ]


@pytest.mark.parametrize(
    ("line", "column", "caret"),
    [
        ("title: Erdoğan", 14, 13),
        ("\ttitle: x", 2, 1),
        ("عنوان: خبر", 8, 7),
        ("标题: 新闻", 5, 6),
        ("e\u0301te\u0301: x", 6, 3),
        ("a\u200db: x", 3, 1),
    ],
)
def test_caret_stands_under_its_character(line: str, column: int, caret: int) -> None:
    """Wide characters take two columns of a screen, marks and joiners none."""
    assert caret == excerpt(line, column)[1]


def test_long_line_is_cut_around_the_place() -> None:
    """Of a long line only what stands around the place is shown."""
    shown, caret = excerpt("a" * 200 + "X" + "b" * 200, 201)
    assert shown[caret] == "X"
    assert len(shown) == 97
    assert shown.startswith("…")


@given(st.text(), st.integers(min_value=1, max_value=400))
def test_excerpt_takes_any_line(line: str, column: int) -> None:
    """Whatever a line holds, and wherever the place is, the excerpt is short and the caret not left of it."""
    shown, caret = excerpt(line, column)
    assert len(shown) <= 97
    assert 0 <= caret <= sum(map(cells, shown)) or column > len(line)


def test_message_cannot_drive_the_terminal() -> None:
    """Control characters in messages, source lines, hints and file names are replaced."""
    escape = "\x1b[2J"
    shown = str(Problem(Span(f"{escape}.md", 1, 1, escape), escape, escape))
    assert "\x1b" not in shown
    assert printable("a\x07b") == "a\ufffdb"


@pytest.mark.parametrize(
    ("name", "known", "offered"),
    [
        ("diplomcy", ["diplomacy", "security"], '; did you mean "diplomacy"?'),
        ("Title", ["title", "date"], '; did you mean "title"?'),
        ("hts", ["HTS"], '; did you mean "HTS"?'),
        ("sport", ["diplomacy", "security"], ""),
        ("anything", [], ""),
    ],
)
def test_near_name_is_offered(name: str, known: list[str], offered: str) -> None:
    """The nearest known name is offered, whatever its case, and nothing when none is near."""
    assert offered == did_you_mean(name, known)


def test_offer_does_not_depend_on_order() -> None:
    """The same names in another order give the same message."""
    names = ["ankara", "ankarb", "ankarc"]
    assert did_you_mean("ankar", names) == did_you_mean("ankar", reversed(names))


def test_problems_are_sorted_by_place() -> None:
    """Line 9 comes before line 10, and each problem once."""
    nine, ten = problem(9), problem(10)
    assert (nine, ten) == judged([ten, nine, ten], {})


def test_severity_is_the_sites_to_change() -> None:
    """A rule that a site has turned off is silent, and one it has raised is an error."""
    html, source = problem(1, code="raw-html"), problem(2, code="one-source", severity="off")
    (raised,) = judged([html, source], {"raw-html": "off", "one-source": "error"})
    assert (raised.code, raised.severity, raised.is_error) == ("one-source", "error", True)


def test_source_line_takes_no_part_in_comparison() -> None:
    """Two problems at one place are the same, whether or not the line is known."""
    assert problem(text="") == problem(text=THEMES)


def test_error_crosses_processes() -> None:
    """A DigestError survives pickling with its problems, and its text is theirs."""
    error = DigestError(problem(1), problem(2))
    copy = pickle.loads(pickle.dumps(error))
    assert error.problems == copy.problems
    assert str(error) == str(copy) == f"{problem(1)}\n{problem(2)}"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Hay’at Tahrir al-Sham", "Hay’at Tahrir al-Sham"),
        ("T4", "T4"),
        ("Foo, Inc.", '"Foo, Inc."'),
        ("Plan: peace", '"Plan: peace"'),
        ("the “Plan” [2]", '"the “Plan” [2]"'),
        ('"Plan"', '"\\"Plan\\""'),
        ("- x", '"- x"'),
    ],
)
def test_hint_writes_yaml(text: str, shown: str) -> None:
    """What a hint tells an author to write can be copied: a name is in quotes where YAML would misread it."""
    assert as_value(text) == shown
    assert yaml.safe_load(f"[{{text: {as_value(text)}}}]") == [{"text": text}]
