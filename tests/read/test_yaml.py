import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.model import Source
from digest.read import yaml
from digest.read.text import Text, decode

SIGNS = "[]{}:,-?!&*#|>@`\"'%\\ \n\tabc0~<=.…é\u2028"


def parsed(content: str) -> yaml.Node | None:
    """The tree of a document without problems."""
    tree, problems = yaml.parse(Text.of("site.yaml", content), content)
    assert problems == ()
    return tree


def value(content: str) -> yaml.Node:
    """The value of the key `key`."""
    tree = parsed(content)
    assert isinstance(tree, yaml.Mapping)
    return tree.items["key"][1]


def refusal(content: str) -> tuple[str, str]:
    """Where and why a document is refused."""
    tree, (problem,) = yaml.parse(Text.of("site.yaml", content), content)
    assert tree is None
    return str(problem.span), problem.message


def sound(node: yaml.Node) -> bool:
    """Whether a tree is made of our own nodes, each with a place."""
    if isinstance(node, yaml.Mapping):
        inner = [part for pair in node.items.values() for part in pair]
    else:
        inner = list(node.items) if isinstance(node, yaml.Sequence) else []
    return node.line >= 1 and node.column >= 1 and all(map(sound, inner))


@pytest.mark.parametrize("written", ["no", "12:30", "010", "1e3", "2025-04-09", "0x1F", "1_000", ".inf", "yes", "="])
def test_value_stays_as_written(written: str) -> None:
    """No value changes its meaning: `no` is not false here, nor `12:30` a number."""
    node = value(f"key: {written}")
    assert isinstance(node, yaml.Scalar)
    assert written == node.value


@pytest.mark.parametrize("written", ["", "~", "null", "Null", "NULL"])
def test_nothing_is_nothing_unless_quoted(written: str) -> None:
    """YAML's words for nothing mean nothing, but in quotes they are text."""
    plain, quoted = value(f"key: {written}"), value(f"key: '{written}'")
    assert isinstance(plain, yaml.Scalar)
    assert isinstance(quoted, yaml.Scalar)
    assert plain.is_null
    assert not quoted.is_null


def test_every_node_has_its_place() -> None:
    """Places count from 1, from the first line of the document in its file, in characters."""
    content = "título: é\nkey:\n  - ğ: [a, b]\n"
    tree, problems = yaml.parse(Text.of("x.md", f"---\n{content}---\n"), content, first_line=2)
    assert problems == ()
    assert isinstance(tree, yaml.Mapping)
    key, items = tree.items["key"]
    assert isinstance(items, yaml.Sequence)
    inner = items.items[0]
    assert isinstance(inner, yaml.Mapping)
    assert [(n.line, n.column) for n in (tree, key, items, inner, inner.items["ğ"][1])] == [
        (2, 1),
        (3, 1),
        (4, 3),
        (4, 5),
        (4, 8),
    ]


def test_line_separator_is_no_line() -> None:
    """A line separator inside a text, as word processors leave it, does not shift the places after it."""
    tree = parsed('a: "one\u2028two"\nkey: x\n')
    assert isinstance(tree, yaml.Mapping)
    assert tree.items["key"][0].line == 2


def test_escaped_letters_are_composed() -> None:
    """Text made of escapes is composed like all other text."""
    node = value(r'key: "Erdog\u0306an"')
    assert isinstance(node, yaml.Scalar)
    assert node.value == "Erdoğan"


@pytest.mark.parametrize(
    ("content", "place", "message"),
    [
        ("a: &x b", "site.yaml:1:4", "a value can't begin with & or *"),
        ("a: b\nc: *x", "site.yaml:2:4", "a value can't begin with & or *"),
        ("a: !x b", "site.yaml:1:4", "a value can't begin with !"),
        ("a: !!python/object:os.system x", "site.yaml:1:4", "a value can't begin with !"),
        ("? [a]\n: b", "site.yaml:1:3", "a key that is not a text"),
        ("a: b\n---\nc: d", "site.yaml:2:1", "a second YAML document"),
        ("a: [[[[[[[[[b]]]]]]]]]", "site.yaml:1:12", "nested more than 8 deep"),
    ],
)
def test_what_the_format_does_not_need_is_refused(content: str, place: str, message: str) -> None:
    """Anchors, aliases, tags, keys that are no text, further documents and deep nests are errors."""
    assert (place, message) == refusal(content)


def test_key_given_twice_is_an_error() -> None:
    """The second of two equal keys is an error that names the line of the first; the first one counts."""
    content = "a: 1\nb: 2\na: 3\n"
    tree, (problem,) = yaml.parse(Text.of("x.md", content), content)
    assert isinstance(tree, yaml.Mapping)
    assert (str(problem.span), problem.message) == ("x.md:3:1", '"a" is given twice (first in line 1)')
    first = tree.items["a"][1]
    assert isinstance(first, yaml.Scalar)
    assert first.value == "1"


def test_merge_key_merges_nothing() -> None:
    """`<<` is a key like any other, so the schema will not know it."""
    tree = parsed("<<: {a: b}")
    assert isinstance(tree, yaml.Mapping)
    assert list(tree.items) == ["<<"]


@pytest.mark.parametrize("content", ["", "\n\n", "# a comment\n", "---\n...\n"])
def test_empty_document_is_none(content: str) -> None:
    """A document without content is no tree, and no problem."""
    tree = parsed(content)
    assert tree is None or (isinstance(tree, yaml.Scalar) and tree.is_null)


def test_long_document_is_refused() -> None:
    """There is an end to what is read as YAML."""
    content = "# " + "x" * yaml.MAX_CHARACTERS
    assert refusal(content) == ("site.yaml", "64,002 characters of YAML; 64,000 are the most")


@pytest.mark.parametrize("unit", ["- ", "[", "{a: ", "? ", "a: ", "&a ", "!!a ", ", ", '"', "- ? ", "%"])
def test_long_nonsense_is_refused_at_once(unit: str) -> None:
    """Nests that crash or stall other readers of YAML are refused like any other error."""
    content = unit * (yaml.MAX_CHARACTERS // len(unit))
    tree, problems = yaml.parse(Text.of("x.md", content), content)
    assert tree is None
    assert len(problems) == 1


@given(st.text(alphabet=SIGNS, max_size=60))
def test_any_text_is_a_tree_or_a_problem(content: str) -> None:
    """Whatever stands in a file, there is a tree or an error with a place, never an exception."""
    tree, problems = yaml.parse(Text.of("x.md", content), content)
    assert tree is None or sound(tree)
    assert all(problem.span.line >= 1 and problem.span.column >= 1 for problem in problems)


def test_suite_of_yaml_documents(corpora: Path) -> None:
    """Each document of YAML's own test suite gives a tree of our nodes, or errors with a place."""
    for document in json.loads((corpora / "yaml-test-suite.json").read_text("utf-8")):
        text, found = decode(Source(document["id"], document["yaml"].encode("utf-8", "surrogatepass")))
        tree, problems = yaml.parse(text, text.content)
        assert tree is None or sound(tree), document["id"]
        assert all(problem.span.line >= 1 for problem in (*found, *problems)), document["id"]
