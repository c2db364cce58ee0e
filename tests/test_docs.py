"""What documents say is true: commands exist, and every template, view and field is named."""

import contextlib
import doctest
import io
import re
import shlex
from dataclasses import fields, is_dataclass
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from digest.clean import RULE_NAMES, Rule
from digest.clean import RULES as RULES_OF_CLEANING
from digest.clean.rules import NAMES
from digest.cli import main
from digest.problems import RULES
from digest.render import sheets, views
from digest.render.feeds import Feed, Item
from tests.commands import commands
from tests.golden import golden
from tests.sites import article, built, made, small, write

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
TEMPLATES = (ROOT / "docs" / "templates.md").read_text("utf-8")
VIEWS = [*(view for view in vars(views).values() if is_dataclass(view)), Feed, Item]
DOCUMENTS = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "benchmarks").glob("*.md")]


def command_lines(text: str) -> set[str]:
    """Every command line of this program in a document: in examples, after a prompt, and as code in prose."""
    shown = re.findall(r"^\$ (.*?)(?:\s+#.*)?$", text, re.MULTILINE) + re.findall(r"`(digest [^`]*)`", text)
    parts = (part.strip() for line in shown for part in line.split("&&"))
    return {part.replace("\\|", "|") for part in parts if part.startswith("digest ")}


def rows(text: str) -> dict[str, set[str]]:
    """The rows of a document's tables: by what stands as code in the first cell, the code in the others."""
    found: dict[str, set[str]] = {}
    for line in text.splitlines():
        if line.startswith("| `"):
            first, *rest = line.strip("| ").split(" | ")
            for name in re.findall(r"`([\w.]+)`", first):
                found[name] = set(re.findall(r"`(\w+)`", " ".join(rest)))
    return found


def section(title: str) -> str:
    """The text of a section of docs/templates.md."""
    return re.split(r"^#+ ", TEMPLATES.partition(f"\n### {title}\n")[2], maxsplit=1, flags=re.MULTILINE)[0]


@pytest.mark.parametrize("line", sorted(set().union(*(command_lines(path.read_text("utf-8")) for path in DOCUMENTS))))
def test_command_of_a_document_exists(line: str) -> None:
    """Each command line in a document names a command of this program, and options that it has."""
    words = shlex.split(line)[1:]
    names = [word for word in words[:2] if re.fullmatch(r"[a-z]+", word)]
    while names and CliRunner().invoke(main, [*names, "--help"]).exit_code:
        names.pop()
    assert names or words[0].startswith("-"), f"there is no command like this: {line}"
    command: click.Command = main
    for name in names:
        command = commands(command).get(name, command) if isinstance(command, click.Group) else command
    known = {option for parameter in command.params for option in parameter.opts} | {"--help"}
    assert {word.partition("=")[0] for word in words if word.startswith("--")} <= known


def test_command_lines_are_found() -> None:
    """The search above sees commands after a prompt, after others, and in prose, with table bars unescaped."""
    text = "$ cd x && digest init y  # begin\n$ digest build\nRun `digest import FILE\\|URL`, not `make`.\n"
    assert command_lines(text) == {"digest init y", "digest build", "digest import FILE|URL"}


def test_readme_names_every_command() -> None:
    """Every command stands in the README."""
    names = [name for name, command in commands(main).items() if not isinstance(command, click.Group)]
    assert [name for name in [*names, "terms list"] if f"`digest {name}" not in README] == []


def test_links_between_documents_lead_somewhere() -> None:
    """Every relative link of a document leads to a file of the repository."""
    for path in DOCUMENTS:
        links = re.findall(
            r"\]\(([^)#:]+)(?:#[^)]*)?\)", re.sub(r"`[^`]*`|```.*?```", "", path.read_text("utf-8"), flags=re.DOTALL)
        )
        missing = [link for link in links if not link.startswith("/") and not (path.parent / link).exists()]
        assert missing == [], path.name


def test_every_template_is_named() -> None:
    """The tables name every template that there is, and no other."""
    there = {path.name for path in (ROOT / "templates").iterdir() if path.is_file()}
    assert {name for name in rows(TEMPLATES) if "." in name} == there


def test_what_each_template_receives_is_named() -> None:
    """The table has, for every template, each name that it receives."""
    given = {
        "content/articles/a.md": article("A", keys="aliases: [/old/]\nstory: talks"),
        "content/articles/b.md": article("B", "2025-05-20", keys="corrections: [{date: 2025-05-21, note: x}]"),
    }
    named = rows(TEMPLATES)
    digest = made(given)
    pages = ((sheet.template, digest.view(sheet)) for sheet in sheets(digest.desk) if sheet.template)
    received = {template: set(view) - {"page", "site", "t"} for template, view in pages}
    assert len(received) == 19
    assert {template: names - named[template] for template, names in received.items() if names - named[template]} == {}


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: str(view.__name__))
def test_every_field_is_named(view: type) -> None:
    """Each view has a section whose table names all of its fields, and no other."""
    assert set(rows(section(view.__name__))) == {field.name for field in fields(view)}


BLOCKED = [path.name for path in sorted((ROOT / "templates").glob("*.html")) if "{% block" in path.read_text("utf-8")]


@pytest.mark.parametrize("name", BLOCKED)
def test_every_block_is_named(name: str) -> None:
    """The table of blocks has every block of every template, in their order."""
    blocks = re.findall(r"{% block (\w+) %}", (ROOT / "templates" / name).read_text("utf-8"))
    table = TEMPLATES[TEMPLATES.index("| template | its blocks") : TEMPLATES.index("## Override one file")]
    row = re.search(rf"^\| .*`{name}`.* \| (.*) \|$", table, re.MULTILINE)
    row = row or re.search(r"^\| the other pages \| (.*) \|$", table, re.MULTILINE)
    assert row is not None
    assert re.findall(r"`(\w+)`", row[1]) == blocks


def kinds() -> set[str]:
    """The kinds of pages that there are."""
    views = made().views(sheets).values()
    return {view["page"].kind for view in views if isinstance(view, dict) and "page" in view}


@pytest.mark.parametrize("kind", sorted(kinds()))
def test_every_kind_of_page_is_named(kind: str) -> None:
    """The kinds of pages that a style sheet or a template may ask for are those in the table."""
    assert f"`{kind}`" in section("Meta")


def test_every_rule_is_named() -> None:
    """The table of rules in docs/format.md has every rule with its severity, in order, and no other."""
    checks = (ROOT / "docs" / "format.md").read_text("utf-8").partition("\n## Checks\n")[2]
    table = re.findall(r"^\| `([a-z-]+)` \|.*\| (\w+) \|$", checks, re.MULTILINE)
    assert table == sorted(RULES.items())


def shown(document: str) -> list[tuple[str, str]]:
    """The command lines after a prompt in a document, each with what the document shows of its output."""
    return re.findall(r"^```console\n\$ (digest [^\n]*)\n(.*?)^```$", document, re.MULTILINE | re.DOTALL)


def test_explanations_are_real(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What docs/explain.md shows of a command is what it prints for the files that the document shows."""
    path = ROOT / "docs" / "explain.md"
    document = path.read_text("utf-8")
    files = dict(re.findall(r"^`(content/[^`]+)`:\n\n```markdown\n(.*?)^```$", document, re.MULTILINE | re.DOTALL))
    themes = {f"content/themes/{slug}.md": f"---\ntitle: {slug}\n---\n" for slug in ("security", "health")}
    monkeypatch.chdir(small(tmp_path, {**files, **themes}))
    for line, output in shown(document):
        printed = CliRunner().invoke(main, shlex.split(line)[1:]).stdout
        document = document.replace(f"$ {line}\n{output}", f"$ {line}\n{printed}")
    assert golden(path, document) == document
    assert len(shown(document)) == 2


def test_annotations_are_real(tmp_path: Path) -> None:
    """What docs/annotations.md shows is what is made of an entry, but for the version of the day."""
    path = ROOT / "docs" / "annotations.md"
    made = built(small(tmp_path), annotations=True).out / "2025" / "04" / "baku" / "annotations.jsonld"
    text = re.sub(r'"Digest [^"]*"', '"Digest 0.1.0"', made.read_text("utf-8"))
    block = re.compile(r"^```json\n.*?^```$", re.MULTILINE | re.DOTALL)
    document = block.sub(lambda _: f"```json\n{text}```", path.read_text("utf-8"))
    assert text in document
    assert golden(path, document) == document


def test_python_examples_are_real(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What docs/python.md shows after a prompt, typed in that order, puts out what stands below it."""
    path = ROOT / "docs" / "python.md"
    small(tmp_path / "our-news")
    monkeypatch.chdir(tmp_path)
    document, names = path.read_text("utf-8"), dict[str, object]()
    blocks = re.findall(r"^```pycon\n(.*?)^```$", document, re.MULTILINE | re.DOTALL)
    typed = doctest.DocTestParser().get_examples("".join(blocks))
    for example in typed:
        with contextlib.redirect_stdout(io.StringIO()) as printed:
            exec(compile(example.source, path.name, "single"), names)
        shown = "".join(f"{'...' if n else '>>>'} {line}\n" for n, line in enumerate(example.source.splitlines()))
        assert shown + example.want in document
        document = document.replace(shown + example.want, shown + printed.getvalue())
    assert golden(path, document) == document
    assert len(typed) > 10


CLEANING = ROOT / "docs" / "cleaning.md"


def test_every_cleaning_rule_is_named() -> None:
    """The table of docs/cleaning.md has every rule in order, with a mark where it may touch an entry."""
    table = re.findall(
        r"^\| `([a-z-]+)` (● )?\|", CLEANING.read_text("utf-8").partition("\n## The rules\n")[2], re.MULTILINE
    )
    safe = {rule.name for rule in RULES_OF_CLEANING if rule.safe} | (RULE_NAMES - NAMES)
    expected = [(name, "● " if name in safe else "") for name in sorted(RULE_NAMES)]
    missing, other = sorted({*expected} - {*table}), sorted({*table} - {*expected})
    assert table == expected, f"docs/cleaning.md: add the rows {missing}, take out {other}, and keep them in order"


def test_cleaning_is_real(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What docs/cleaning.md shows of commands is what they print for the paste that it shows."""
    document = CLEANING.read_text("utf-8")
    (paste,) = re.findall(r"^`paste.txt`:\n\n```text\n(.*?)^```$", document, re.MULTILINE | re.DOTALL)
    monkeypatch.chdir(write(small(tmp_path), {"paste.txt": paste}))
    for line, output in shown(document):
        result = CliRunner().invoke(main, shlex.split(line)[1:])
        printed = result.stderr if "import" in line else result.stdout
        document = document.replace(f"$ {line}\n{output}", f"$ {line}\n{printed}")
    assert golden(CLEANING, document) == document
    assert len(shown(document)) == 2


def test_rule_in_the_making_is_real() -> None:
    """The row that docs/cleaning.md walks through is one of the table, and does what its example says."""
    making = CLEANING.read_text("utf-8").partition("\n## Writing a rule\n")[2]
    (row,) = re.findall(r"^```python\n(.*?)^```$", making, re.MULTILINE | re.DOTALL)
    (example,) = re.findall(r"^```text\n(.*?)^```$", making, re.MULTILINE | re.DOTALL)
    title, given, expected = example.removesuffix("\n.\n").split("\n.\n")
    rule = eval(row, {"Rule": Rule})
    assert [same.name for same in RULES_OF_CLEANING if same.pattern.split() == rule.pattern.split()] == [rule.name]
    assert title.startswith(f"{rule.name}:")
    assert [line for line in given.split("\n") if not rule.fits(line)] == expected.split("\n")
    arguments = re.findall(r"^\| `(\w+)=", making, re.MULTILINE)
    assert {*arguments} == {field.name for field in fields(Rule)} - {"name", "pattern"}
