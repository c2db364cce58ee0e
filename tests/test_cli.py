import json
import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from digest import __version__
from digest.cli import main
from tests.commands import commands as commands_of
from tests.sites import NOW, SMALL, article, small, snapshot, term, write

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "content"
A = "content/articles/a.md"
TALKS = "Envoys of both countries met in Baku on Wednesday, and they agreed to meet again before the end of the month."
PAGE = (
    f"<html><head><title>Envoys meet</title></head><body><article><h1>Envoys meet</h1><p>{TALKS}</p></article></body>"
)


def run(*arguments: str | Path, stdin: str | bytes | None = None, **env: str) -> Result:
    """Run a command in this process, as the shell would; what it raises besides exit codes is a fault of ours."""
    result = CliRunner().invoke(main, [str(argument) for argument in arguments], input=stdin, env=env)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def commands(group: click.Group = main, name: str = "") -> dict[str, click.Command]:
    """Every command by its whole name."""
    found: dict[str, click.Command] = {}
    for part, command in commands_of(group).items():
        whole = f"{name} {part}".strip()
        found |= commands(command, whole) if isinstance(command, click.Group) else {whole: command}
    return found


@pytest.fixture
def digest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small digest, which is the current folder, at a fixed time."""
    monkeypatch.chdir(small(tmp_path))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(NOW.timestamp())))
    return tmp_path


def test_every_promised_command_is_there() -> None:
    """The commands are those that the product has."""
    assert set(commands()) == {
        *("init", "build", "serve", "check", "new", "import", "clean", "explain"),
        *("terms list", "terms suggest", "terms add"),
    }


@pytest.mark.parametrize("name", sorted(commands()))
def test_help_has_an_example(name: str) -> None:
    """Each command has a help text with an example that is a command line of this program."""
    result = run(*name.split(), "--help")
    assert result.exit_code == 0
    example = " ".join(result.stdout.split()).partition("Example: ")[2]
    assert example.startswith(f"digest {name}")
    assert all(option.help for option in commands()[name].params if isinstance(option, click.Option))


def test_build_says_what_it_made(digest: Path) -> None:
    """A build prints its counts and the folder on standard error, and nothing on standard output."""
    result = run("build", "--no-search")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"1 entry, 1 term, 1 link, {len(snapshot(digest / 'site')) - 1} files: site\n"


def test_annotations_are_an_option_of_build(digest: Path) -> None:
    """`build --annotations` puts a sidecar beside the entry's page."""
    assert run("build", "--no-search", "--annotations").exit_code == 0
    assert (digest / "site/2025/04/baku/annotations.jsonld").is_file()
    assert run("check", "--annotations").exit_code == 2


def test_report_is_json(digest: Path) -> None:
    """With --json the report is one JSON value on standard output, of a failure too."""
    write(digest, {"content/glossary/t4.md": term("T4")})
    report = json.loads(run("build", "--no-search", "--json").stdout)
    assert (report["ok"], report["entries"], report["out"]) == (True, 1, str(digest / "site"))
    assert [problem["code"] for problem in report["problems"]] == ["unused-term"]
    write(digest, {A: article("A", keys="themes: [x]")})
    result = run("check", "--json")
    report = json.loads(result.stdout)
    assert (result.exit_code, report["ok"], result.stderr) == (1, False, "")
    (error,) = (problem for problem in report["problems"] if problem["severity"] == "error")
    assert error["span"] == {"file": A, "line": 5, "column": 10, "text": "themes: [x]"}


def test_check_writes_no_site(digest: Path) -> None:
    """Checking ends like a build does, and leaves no site; warnings fail where they are asked to."""
    write(digest, {"content/glossary/t4.md": term("T4")})
    result = run("check")
    assert (result.exit_code, (digest / "site").exists()) == (0, False)
    assert result.stderr.startswith('content/glossary/t4.md: warning: no entry mentions "T4"\n')
    assert "\n1 warning\n1 entry, 2 terms, " in result.stderr
    result = run("check", "--strict")
    assert (result.exit_code, result.stderr.splitlines()[-1]) == (1, "1 error")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["biuld"], "No such command 'biuld'"),
        (["build", "--now", "2025-02-30"], "there is no day 2025-02-30; write 2025-04-12 or"),
        (["build", "--jobs", "-1"], "-1 is not in the range"),
        (["build", "--base-url", "example.org"], '"example.org" is not where a site can be; write it as https://'),
        (["build", "--base-url", "https://x.org/a?b"], '"https://x.org/a?b" is not where a site can be'),
        (["import", "content/site.yaml", "--url", "javascript:x"], "an address begins with https:// or http://"),
        (["import", "content/site.yaml", "--url", "http://[::1"], "an address begins with https:// or http://"),
        (["import", "content/site.yaml", "--encoding", "latin-99"], "unknown encoding: latin-99; write utf-8"),
        (["build", "--drats"], "No such option"),
        (["new"], "Missing argument 'TITLE'"),
        (["explain", "none.md"], "File 'none.md' does not exist"),
        (["clean", "content/themes"], 'there is no entry in the folder "content/themes"'),
        (["clean", "none.md"], "Path 'none.md' does not exist"),
        (["clean", "content", "--write", "--check"], "--write, --check and --explain are three different things"),
        (["import", "content/site.yaml", "--encoding", "rot13"], "is not a text encoding"),
        (["import", "content/site.yaml", "--encoding", "idna"], "--encoding"),
        (["import", "content/site.yaml", "--out", "content/articles/foo.txt"], "the file of an entry ends in .md"),
        (["import", "none.html"], 'there is no file "none.html"'),
        (["import", "content"], '"content" is a folder; name a file in it'),
        (["import", "ftp://example.org/a"], "can't be fetched: an address begins with https:// or http://"),
        (["serve", "--port", "0"], "0 is not in the range"),
    ],
)
def test_wrong_use_is_code_2(digest: Path, arguments: list[str], message: str) -> None:
    """A command line that makes no sense is told, ends with code 2, and does nothing."""
    before = snapshot(digest)
    result = run(*arguments)
    assert result.exit_code == 2
    assert message in " ".join(result.stderr.split())
    assert snapshot(digest) == before


@pytest.mark.parametrize("command", [["build"], ["check"], ["terms", "list"], ["serve"]])
def test_folder_without_a_digest_is_told(tmp_path: Path, command: list[str]) -> None:
    """Where there is no digest that is said, with what to do, and nothing is made there."""
    for folder in (tmp_path, tmp_path / "none"):
        result = run(*command, folder)
        assert result.exit_code == 1
        assert result.stderr.startswith(f"{folder}: error: there is no digest here: no folder content/\n")
    assert list(tmp_path.iterdir()) == []


def test_folder_that_cannot_be_written_is_code_3(digest: Path) -> None:
    """A folder that nothing can be written to is the surroundings' fault."""
    digest.chmod(0o555)
    if os.access(digest, os.W_OK):
        pytest.skip("not run: root may write everywhere")
    result = run("build", "--no-search")
    digest.chmod(0o755)
    assert (result.exit_code, result.stderr.startswith("error: ")) == (3, True)


def test_output_that_is_in_the_way_is_code_3(digest: Path) -> None:
    """Where the system refuses what a build needs, it says why and ends with code 3."""
    write(digest, {"file": "x"})
    result = run("build", "--no-search", "--out", "file/site")
    assert (result.exit_code, result.stderr.startswith("error: ")) == (3, True)


def test_host_that_does_not_answer_is_code_3(digest: Path) -> None:
    """An address that cannot be reached is the network's fault; no file is made."""
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        result = run("import", f"http://127.0.0.1:{closed.getsockname()[1]}/report.html")
    assert (result.exit_code, result.stderr.startswith("error: ")) == (3, True)
    assert not (digest / "content/articles/2025").exists()


@pytest.mark.parametrize(
    ("arguments", "env", "shown"),
    [
        ((), {}, {"baku", "future"}),
        ((), {"SOURCE_DATE_EPOCH": "1746100800"}, {"baku"}),
        (("--now", "2025-06-02"), {"SOURCE_DATE_EPOCH": "1746100800"}, {"baku", "future"}),
        (("--now", "2025-06-01T23:59+03:00"), {}, {"baku"}),
    ],
)
def test_now_is_asked_for_given_or_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], env: dict[str, str], shown: set[str]
) -> None:
    """Now is what --now says, else SOURCE_DATE_EPOCH, else the clock; a time without an offset is UTC."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    small(tmp_path, {"content/articles/future.md": article("Future", "2025-06-02")})
    run("build", tmp_path, "--no-search", *arguments, **env)
    assert {path.parent.name for path in (tmp_path / "site/2025").glob("*/*/index.html")} == shown


@pytest.mark.usefixtures("digest")
def test_bad_epoch_is_wrong_use() -> None:
    """A SOURCE_DATE_EPOCH that is no number is told."""
    result = run("build", SOURCE_DATE_EPOCH="soon")
    assert result.exit_code == 2


def test_new_digest_has_no_warning(tmp_path: Path) -> None:
    """`init` makes a digest that `build --strict` accepts; it goes nowhere where something is."""
    assert run("init", tmp_path / "news").exit_code == 0
    assert run("build", tmp_path / "news", "--strict", "--no-search").exit_code == 0
    result = run("init", tmp_path / "news")
    assert (result.exit_code, "this folder is not empty" in result.stderr) == (1, True)


def test_new_entry_is_built_as_a_draft(digest: Path) -> None:
    """`new` prints the file that it made; the entry is in the site with --drafts only."""
    path = run("new", "Envoys: meet in “Geneva”").stdout.strip()
    assert path == "content/articles/2025/2025-05-01-envoys-meet-in-geneva.md"
    assert "# at least one of: diplomacy" in Path(path).read_text()
    assert run("build", "--strict", "--no-search").exit_code == 0
    assert not (digest / "site/2025/05").exists()
    assert run("build", "--strict", "--no-search", "--drafts").exit_code == 0
    assert "Envoys: meet in “Geneva”" in (digest / "site/2025/05/envoys-meet-in-geneva/index.html").read_text()
    assert run("new", "Envoys: meet in “Geneva”").exit_code == 1


def test_term_of_the_sample_is_explained() -> None:
    """Of T4 in the sample's entry on the talks it is said where it stands, what it means and why."""
    path = SAMPLE / "articles/2025/2025-04-09-azerbaijan-talks.md"
    result = run("explain", path, "T4")
    assert (result.exit_code, result.stderr) == (0, "")
    number, column = next(
        (number, line.index("(T4)") + 2)
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if "(T4)" in line and not line.startswith((" ", "note"))
    )
    head, *shown = result.stdout.splitlines()
    assert head == "content/articles/2025/2025-04-09-azerbaijan-talks.md"
    (place,) = (line.split() for line in shown if " T4 " in line)
    assert place[:3] == [f"{number}:{column}", "T4", "t4-air-base"]
    found = json.loads(run("explain", path, "t4-air-base", "--json").stdout)
    assert {item["term"] for item in found} == {"t4-air-base"}
    assert [item["linked"] for item in found].count(True) == 1


@pytest.mark.parametrize("name", ["hassan-abdel-ghani", "Hassan Abdel Ghani", "Katz", "t4"])
def test_term_that_an_entry_has_not_is_no_mistake(name: str) -> None:
    """A slug, a form or a surname of a term may be asked for where it does not stand."""
    result = run("explain", SAMPLE / "articles/2025/2025-04-10-aliyev-on-hosting.md", name)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "nothing in this entry may mean that\n")


@pytest.mark.parametrize(
    ("name", "told"),
    [("nonsense", 'no term "nonsense"\n'), ("hassan-abdel-gani", '; did you mean "hassan-abdel-ghani"?\n')],
)
@pytest.mark.parametrize("options", [[], ["--json"]])
def test_term_that_there_is_not_is_wrong_use(name: str, told: str, options: list[str]) -> None:
    """What is no slug and no form of a term cannot be explained, and the nearest name is offered."""
    result = run("explain", SAMPLE / "articles/2025/2025-04-10-aliyev-on-hosting.md", name, *options)
    assert (result.exit_code, result.stdout) == (2, "")
    assert f'Invalid value for TERM: no term "{name}"' in result.stderr
    assert result.stderr.endswith(told)


def test_only_entries_are_explained(digest: Path) -> None:
    """A file that is no entry of a digest cannot be explained, wherever it lies."""
    result = run("explain", "content/glossary/hts.md")
    assert (result.exit_code, "there is no such article in this digest" in result.stderr) == (1, True)
    outside = write(digest.parent / "elsewhere", {"x.md": "x"}) / "x.md"
    result = run("explain", outside)
    assert (result.exit_code, "this file lies in no digest" in result.stderr) == (1, True)


def test_terms_are_listed_with_their_entries(digest: Path) -> None:
    """Each term has a line: how many entries mention it, its slug, its names; or JSON."""
    write(digest, {"content/glossary/t4-air-base.md": term("T4", "aliases: [Tiyas]")})
    expected = ["   1 hts          HTS; Hay'at Tahrir al-Sham", "   0 t4-air-base  T4; Tiyas"]
    assert run("terms", "list").stdout.splitlines() == expected
    rows: list[dict[str, Any]] = json.loads(run("terms", "list", "--json").stdout)
    assert [(row["slug"], row["entries"]) for row in rows] == [("hts", 1), ("t4-air-base", 0)]


def test_import_makes_a_draft(digest: Path) -> None:
    """An imported page becomes a draft in the digest, which builds with --drafts; its file is printed."""
    write(digest, {"page.html": PAGE})
    result = run("import", "page.html", "--url", "https://rudaw.net/english/1", "--yes")
    path = Path(result.stdout.strip())
    assert (result.exit_code, path.parent) == (0, Path("content/articles/2025"))
    text = path.read_text()
    assert "draft: true" in text
    assert TALKS in text
    assert run("build", "--drafts", "--no-search").exit_code == 0


def test_import_says_where_fields_come_from(digest: Path) -> None:
    """Each field of a draft is told with its value and its source, and a picture too, which the entry can't show."""
    head = (
        '<meta property="og:image" content="https://rudaw.net/a.jpg"><meta property="og:image:alt" content="A bridge">'
        '<meta name="date" content="2025-04-09"></head>'
    )
    write(digest, {"page.html": PAGE.replace("</head>", head)})
    told = [line.split() for line in run("import", "page.html", "--yes").stderr.splitlines()]
    assert ["date", "2025-04-09", "meta", "date"] in told
    assert ["(image)", "https://rudaw.net/a.jpg", "(A", "bridge)", "meta", "og:image"] in told


def test_import_never_overwrites(digest: Path) -> None:
    """A second import gets a name of its own; a file that is named and exists is left alone."""
    write(digest, {"page.html": PAGE, "mine.md": "mine"})
    first, second = (run("import", "page.html", "--yes").stdout.strip() for _ in range(2))
    assert first != second
    assert Path(first).read_text() == Path(second).read_text()
    result = run("import", "page.html", "--yes", "--out", "mine.md")
    assert (result.exit_code, Path("mine.md").read_text()) == (1, "mine")
    assert "this file exists already" in result.stderr


@pytest.mark.usefixtures("digest")
def test_import_reads_standard_input() -> None:
    """A pasted text can come by standard input; a headline that is not there is made, and that is said."""
    result = run(
        "import", "-", "--yes", "--out", "new.md", stdin=f"{TALKS}\n\nA second paragraph says a little more.\n"
    )
    assert (result.exit_code, result.stdout.strip()) == (0, "new.md")
    assert TALKS in Path("new.md").read_text()
    assert "no headline was found: the title is made of the first sentence" in result.stderr
    assert 'the outlet is unknown: add "sources"' in result.stderr


def test_import_of_nothing_is_told(digest: Path) -> None:
    """An input that holds no text makes no draft."""
    result = run("import", "-", stdin=b"")
    assert (result.exit_code, "-: error: this is empty" in result.stderr) == (1, True)
    assert not list((digest / "content/articles").glob("2025/*"))


def test_cleaning_is_shown_then_applied(digest: Path) -> None:
    """`clean` shows what it would change; --check tells by its code; --write changes the file, and then all is well."""
    text = article("A", body="It rained.\n\nShare this\n")
    write(digest, {A: text})
    shown = run("clean", A)
    assert (shown.exit_code, Path(A).read_text()) == (0, text)
    assert "-Share this\n" in shown.stdout
    checked = run("clean", A, "--check")
    assert (checked.exit_code, checked.stdout) == (1, f"{A}\n")
    assert run("clean", A, "--write").exit_code == 0
    assert Path(A).read_text() == article("A", body="It rained.")
    assert run("clean", A, "--check").exit_code == 0
    assert run("clean", A).stderr == "nothing to clean\n"


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({A: article("A", body="Share this", keys="clean: false")}, f"{A}: the entry says clean: false\n"),
        (
            {
                A: article("A", body="Share this"),
                "content/site.yaml": SMALL["content/site.yaml"] + "clean: {enabled: false}\n",
            },
            f"{A}: site.yaml says clean: {{enabled: false}}\n",
        ),
    ],
)
def test_texts_that_are_left_alone_say_so(digest: Path, given: dict[str, str], reason: str) -> None:
    """Where an entry or the site wants no cleaning, that is the answer."""
    write(digest, given)
    result = run("clean", A)
    assert (result.exit_code, result.stderr) == (0, reason)


def test_message_cannot_drive_the_terminal(digest: Path) -> None:
    """Control characters, mark-up and emoji codes of an author's text are printed as they are, or not at all."""
    write(digest, {A: article('"[bold]:bell: \\e[31m"', keys="themes: [x]\nnope: '[red]:bell:[/red]'")})
    result = run("build", "--no-search")
    assert "nope: '[red]:bell:[/red]'" in result.stderr
    assert "\x1b" not in result.stderr


def process(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the program as an author does."""
    command = [sys.executable, "-m", "digest", *arguments]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=env, timeout=60)


def test_program_runs_by_itself(digest: Path) -> None:
    """The program says its version, builds with its search index, and is quiet where nobody watches."""
    assert process("--version").stdout == f"digest, version {__version__}\n"
    result = process("build")
    assert (result.returncode, result.stdout) == (0, "")
    assert len(result.stderr.splitlines()) == 1
    assert (digest / "site/pagefind/en/loader/pagefind.js").is_file()


def test_program_ends_with_its_code(digest: Path) -> None:
    """The process ends with the code of what went wrong, and a message without a traceback."""
    write(digest, {A: article("A", keys="themes: [x]")})
    result = process("build")
    assert result.returncode == 1
    assert result.stderr.startswith(f'{A}:5:10: error: unknown theme "x"\n')
    assert "Traceback" not in result.stderr


def test_cleaning_keeps_the_files_manner(digest: Path) -> None:
    """Line ends and the byte order mark stay as the author's editor writes them: a diff shows what was cut alone."""
    text = article("Talks", body="They met.\n\nShare this article\n\nThey parted.").replace("\n", "\r\n")
    path = write(digest, {"content/articles/a.md": "\ufeff" + text}) / "content/articles/a.md"
    path.write_bytes(("\ufeff" + text).encode())
    assert run("clean", path, "--write").exit_code == 0
    assert path.read_bytes() == ("\ufeff" + text.replace("Share this article\r\n\r\n", "")).encode()


def test_import_of_what_is_no_text_is_told(digest: Path) -> None:
    """A picture or a film gives no draft."""
    write(digest, {"x.jpg": ""})
    (digest / "x.jpg").write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256)) * 9)
    result = run("import", "x.jpg")
    assert (result.exit_code, "picture" in result.stderr) == (1, True)


def test_import_outside_a_digest_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without --out a draft goes into the digest of the current folder; where there is none, nothing is made."""
    monkeypatch.chdir(write(tmp_path, {"a.txt": "They met on Monday and agreed to meet again."}))
    result = run("import", "a.txt")
    assert (result.exit_code, "there is no digest here" in result.stderr) == (1, True)
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
