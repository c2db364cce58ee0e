import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from digest.cli import main
from tests.sites import NOW, article, built, small, snapshot, term, write

A, B, C = (f"content/articles/{letter}.md" for letter in "abc")
SDF = "The Syrian Democratic Forces (SDF) met Murhaf Abu Qasra."
THREE = {
    A: article("A", body=f"It rained.\n\n{SDF}"),
    B: article("B", body="They saw Murhaf Abu Qasra in Turkey. Then Abu Qasra met the SDF."),
    C: article("C", body="They told UNHCR and Rudaw in Turkey. Then Murhaf Abu Qasra left for Idlib."),
}


def run(*arguments: str | Path) -> Result:
    """Run a command in this process, as the shell would; what it raises besides exit codes is a fault of ours."""
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def suggested(*arguments: str) -> list[dict[str, Any]]:
    """What `terms suggest --json` prints."""
    found: list[dict[str, Any]] = json.loads(run("terms", "suggest", "--json", *arguments).stdout)
    return found


@pytest.fixture
def digest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small digest with three more entries, which is the current folder, at a fixed time."""
    monkeypatch.chdir(small(tmp_path, THREE))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(NOW.timestamp())))
    return tmp_path


@pytest.mark.usefixtures("digest")
def test_suggestions_are_lines_with_their_sentences() -> None:
    """Each name is a line with its entries, then its place and sentence; countries share the last line."""
    result = run("terms", "suggest")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "   3 Murhaf Abu Qasra",
        f"     {A}:9:40: {SDF}",
        "   2 SDF = Syrian Democratic Forces",
        f"     {A}:9:31: {SDF}",
        "     countries: Turkey (2)",
    ]
    assert result.stderr == "begin one with: digest terms add TERM\n"


@pytest.mark.usefixtures("digest")
def test_suggestions_are_json() -> None:
    """With --json each suggestion has its kind, its forms, its numbers and its quotation, in the same order."""
    found = suggested()
    assert [one["surface"] for one in found] == ["Murhaf Abu Qasra", "SDF", "Turkey"]
    assert {key: found[1][key] for key in ("kind", "name", "entries", "count", "term")} == {
        "kind": "abbreviation",
        "name": "Syrian Democratic Forces",
        "entries": 2,
        "count": 2,
        "term": "",
    }
    assert found[1]["quoted"]["span"] == {"file": A, "line": 9, "column": 31, "text": SDF}
    assert (found[0]["entries"], found[0]["count"]) == (3, 4)


@pytest.mark.usefixtures("digest")
def test_least_number_of_entries_is_chosen() -> None:
    """--least overrules the number of entries from which a name counts, for all kinds."""
    assert [one["surface"] for one in suggested("--least", "3")] == ["Murhaf Abu Qasra"]
    assert {one["surface"] for one in suggested("--least", "1")} >= {"UNHCR", "Idlib", "Rudaw"}
    assert run("terms", "suggest", "--least", "0").exit_code == 2


def test_drafts_are_read_where_they_are_asked_for(digest: Path) -> None:
    """A draft counts with --drafts only."""
    write(digest, {"content/articles/d.md": article("D", body="The World Food Programme (WFP).", keys="draft: true")})
    assert "WFP" not in [one["surface"] for one in suggested()]
    assert "WFP" in [one["surface"] for one in suggested("--drafts")]


def test_suggestions_are_remembered_and_change_nothing(digest: Path) -> None:
    """A second run, from what is remembered, says the same; no run writes outside the cache."""
    before = snapshot(digest / "content")
    first, second = (run("terms", "suggest").stdout for _ in range(2))
    assert first == second
    write(digest, {A: article("A", body="Nothing.")})
    assert "   2 Murhaf Abu Qasra\n" in run("terms", "suggest").stdout
    assert snapshot(digest / "content").keys() == before.keys()
    assert {path.name for path in digest.iterdir()} == {"content", ".digest"}


def test_digest_that_lacks_nothing_says_so(tmp_path: Path) -> None:
    """Where every name has its term, that is said; where only rarer names lack one, that is."""
    result = run("terms", "suggest", small(tmp_path), "--least", "1")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "no name is missing\n")
    result = run("terms", "suggest", tmp_path)
    assert result.stderr == "no name that is missing is in 2 entries; --least 1 looks for rarer ones\n"


@pytest.mark.usefixtures("digest")
def test_rarer_names_are_not_denied() -> None:
    """With --least so high that no name is in so many entries, it is not said that none is missing."""
    result = run("terms", "suggest", "--least", "99")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "no name that is missing is in 99 entries; --least 1 looks for rarer ones\n"


def test_file_that_cannot_be_read_is_told(digest: Path) -> None:
    """What could be read is looked through; what could not is told, and the command fails."""
    write(digest, {C: "---\ntitle: [\n---\nx\n"})
    result = run("terms", "suggest")
    assert (result.exit_code, "   2 Murhaf Abu Qasra\n" in result.stdout) == (1, True)
    assert result.stderr.splitlines()[-1] == "1 error"
    assert f"{C}:3:1: error: " in result.stderr


def test_place_is_that_of_the_authors_file(digest: Path) -> None:
    """A name is shown at the line of the author's file, also below what cleaning cuts."""
    write(digest, {A: article("A", body=f"Share this article\n\n{SDF}")})
    assert f"     {A}:9:40: {SDF}" in run("terms", "suggest").stdout.splitlines()


def test_terminal_is_not_driven_by_a_name(digest: Path) -> None:
    """Control characters of a file's name are not printed."""
    write(
        digest, {"content/articles/\x1b[31m.md": article("A", body="The Free Syrian Army (FSA) met.", keys="slug: x")}
    )
    result = run("terms", "suggest")
    assert "FSA = Free Syrian Army" in result.stdout
    assert "\x1b" not in result.stdout


def test_missing_alias_is_suggested_for_its_term(digest: Path) -> None:
    """Where the full form is a term, its abbreviation is suggested as an alias; with the alias it is known."""
    name = "Syrian Democratic Forces"
    write(digest, {"content/glossary/forces.md": term(name)})
    expected = f"   2 SDF = {name}: add the alias SDF to content/glossary/forces.md"
    assert expected in run("terms", "suggest").stdout.splitlines()
    result = run("terms", "add", "SDF")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f'content/glossary/forces.md: error: "SDF" stands for "{name}" at {A}:9:31, which')
    assert "  hint: give it one more form: aliases: [SDF]\n" in result.stderr
    write(digest, {"content/glossary/forces.md": term(name, "aliases: [SDF]")})
    assert "SDF" not in [one["surface"] for one in suggested()]


def test_term_is_begun_with_the_name_that_entries_give(digest: Path) -> None:
    """Without --name the archive's is taken, and that is said with its place; the new file is all that changes."""
    before = snapshot(digest / "content")
    result = run("terms", "add", "SDF", "--kind", "organisation", "--alias", "QSD", "--alias", "QSD")
    assert (result.exit_code, result.stdout) == (0, "content/glossary/sdf.md\n")
    assert result.stderr == f'{A}:9:31: the name is taken from here: "Syrian Democratic Forces"\n'
    text = Path("content/glossary/sdf.md").read_text()
    assert text.startswith('---\nterm: "SDF"\nname: "Syrian Democratic Forces"\nkind: organisation  # ')
    assert '\naliases: ["QSD"]  # ' in text
    assert "# Next: " in text
    after = snapshot(digest / "content")
    assert after.keys() - before.keys() == {"glossary/sdf.md"}
    assert before.items() <= after.items()


def test_begun_term_is_valid_and_wants_its_definition(digest: Path) -> None:
    """A stub builds and is linked at once; the check says of it that its definition is missing, and nothing else."""
    run("terms", "add", "SDF")
    report = built(digest)
    assert not [problem for problem in report.problems if problem.is_error]
    assert 'data-term="sdf"' in (digest / "site/2025/04/a/index.html").read_text()
    told = [line for line in run("check").stderr.splitlines() if line.startswith("content/glossary/sdf.md")]
    assert told == ['content/glossary/sdf.md: warning: "SDF" has no definition']
    path = Path("content/glossary/sdf.md")
    path.write_text(path.read_text() + "An alliance of militias in north-eastern Syria.\n")
    assert "sdf.md" not in run("check").stderr
    assert "SDF" not in [one["surface"] for one in suggested()]


@pytest.mark.usefixtures("digest")
def test_capitals_are_those_of_the_entries() -> None:
    """An abbreviation that is typed in other capitals than entries explain it in is theirs, and that is said."""
    result = run("terms", "add", "sdf", "--alias", "SDF")
    assert (result.exit_code, result.stdout) == (0, "content/glossary/sdf.md\n")
    assert result.stderr.splitlines() == [
        f'{A}:9:31: it is spelt as here: "SDF", not "sdf"',
        f'{A}:9:31: the name is taken from here: "Syrian Democratic Forces"',
    ]
    assert '\nterm: "SDF"\nname: "Syrian Democratic Forces"\n' in Path("content/glossary/sdf.md").read_text()
    assert "\naliases: []  # " in Path("content/glossary/sdf.md").read_text()
    assert 'error: "SDF" is a form of the term "sdf" already' in run("terms", "add", "SDF").stderr


@pytest.mark.usefixtures("digest")
def test_capitals_that_entries_have_are_kept() -> None:
    """Where entries explain an abbreviation in several spellings, the one that was typed is not changed."""
    write(
        Path(), {B: article("B", body="The Society for Data (SfD)."), C: article("C", body="A Science Fund Day (SFD).")}
    )
    result = run("terms", "add", "SfD")
    assert "spelt" not in result.stderr
    assert '\nterm: "SfD"\nname: "Society for Data"\n' in Path("content/glossary/sfd.md").read_text()


@pytest.mark.usefixtures("digest")
def test_name_that_is_given_is_taken() -> None:
    """With --name nothing is taken from entries."""
    result = run("terms", "add", "SDF", "--name", "Social Development Fund")
    assert (result.exit_code, result.stderr) == (0, "")
    assert 'name: "Social Development Fund"\n' in Path("content/glossary/sdf.md").read_text()


@pytest.mark.usefixtures("digest")
def test_name_is_found_in_a_draft() -> None:
    """A draft that explains an abbreviation gives its name too: terms are begun while an entry is written."""
    write(Path(), {"content/articles/d.md": article("D", body="World Food Programme (WFP)", keys="draft: true")})
    run("terms", "add", "WFP")
    assert 'name: "World Food Programme"\n' in Path("content/glossary/wfp.md").read_text()


@pytest.mark.usefixtures("digest")
def test_name_that_most_entries_give_is_taken() -> None:
    """Where entries explain an abbreviation in several ways, the name of most is taken, from its first place."""
    write(Path(), {B: article("B", body="Self-Defence Force (SDF)."), C: article("C", body=f"It snowed. {SDF}")})
    result = run("terms", "add", "SDF")
    assert '"Syrian Democratic Forces"' in result.stderr
    place = re.match(r"(\S+):\d+:\d+: the name", result.stderr)
    assert place is not None
    assert place[1] in (A, C)


@pytest.mark.parametrize("text", ['"', "a: b", "# x", "[y]", "yes", "2025", "Hay’at “x”", "- x", "back\\slash", "C&A"])
def test_every_name_survives_its_file(tmp_path: Path, text: str) -> None:
    """Whatever is in a term's forms, the file that is begun holds just that."""
    root = small(tmp_path)
    result = run(
        "terms", "add", f"Z {text}", "--name", f"Y {text}", "--alias", f"X {text}", "--slug", "z", "--dir", root
    )
    assert (result.exit_code, result.stdout) == (0, f"{root}/content/glossary/z.md\n")
    rows = json.loads(run("terms", "list", "--json", root).stdout)
    (row,) = (row for row in rows if row["slug"] == "z")
    assert (row["term"], row["names"]) == (f"Z {text}", [f"Y {text}", f"X {text}"])


@pytest.mark.parametrize("text", ["no", "null", "true", "1e3", "2025-04-10", "0x1F", "12:30", "9/11", "AC/DC", ".NET"])
def test_word_that_yaml_reads_otherwise_is_a_name(tmp_path: Path, text: str) -> None:
    """What is a truth value, a number or a date without quotation marks is read back as the term that was typed."""
    root = small(tmp_path)
    assert run("terms", "add", text, "--name", text, "--alias", f"{text}s", "--slug", "z", "--dir", root).exit_code == 0
    rows = json.loads(run("terms", "list", "--json", root).stdout)
    assert [(row["term"], row["names"]) for row in rows if row["slug"] == "z"] == [(text, [f"{text}s"])]


@pytest.mark.parametrize(
    ("text", "doubt"), [("no", "is one of the commonest words"), ("Reform", "is an ordinary word as well")]
)
def test_ordinary_word_is_begun_with_a_word_on_it(digest: Path, text: str, doubt: str) -> None:
    """A term that `digest check` would take for an ordinary word is begun, and that is said; the words are English."""
    assert run("terms", "add", text).stderr == f'"{text}" {doubt}: digest check says what to do\n'
    assert f'"{text}" {doubt}' in run("check").stderr
    write(digest, {"content/site.yaml": "title: X\nbase_url: https://example.org/\nlanguage: de\n"})
    assert run("terms", "add", text.upper(), "--alias", text, "--slug", "z").stderr.count(doubt) == 0


@pytest.mark.parametrize(
    ("arguments", "form"),
    [
        (["HTS"], "HTS"),
        (["hts", "--name", "Hay’at Tahrir al-Sham"], "Hay’at Tahrir al-Sham"),
        (["Hayat Tahrir al-Sham"], "Hayat Tahrir al-Sham"),
        (["New", "--alias", "other", "--alias", "HTS"], "HTS"),
        (["HAY'AT  TAHRIR AL-SHAM"], "HAY'AT TAHRIR AL-SHAM"),
    ],
)
def test_form_that_a_term_has_is_refused(digest: Path, arguments: list[str], form: str) -> None:
    """A form that is a term's already, in any spelling of it, is an error with that term and its file."""
    before = snapshot(digest / "content")
    result = run("terms", "add", *arguments)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(
        f'content/glossary/hts.md: error: "{form}" is a form of the term "hts" already\n  hint: where both are meant'
    )
    assert snapshot(digest / "content") == before


def test_all_forms_that_are_taken_are_told(digest: Path) -> None:
    """Each form that is taken is an error of its own, of each term that has it."""
    write(digest, {"content/glossary/t4.md": term("T4")})
    result = run("terms", "add", "T4", "--alias", "HTS")
    assert [line.split(":")[0] for line in result.stderr.splitlines() if ": error: " in line] == [
        "content/glossary/t4.md",
        "content/glossary/hts.md",
    ]


def test_form_of_several_terms_is_told_once(digest: Path) -> None:
    """A form that several terms have is one error, with their slugs and files."""
    write(digest, {"content/glossary/screening.md": term("HTS", "aliases: [{text: HTS, ambiguous: true}]")})
    hts, screening = "content/glossary/hts.md", "content/glossary/screening.md"
    head, *rest = run("terms", "add", "HTS").stderr.splitlines()
    assert head == f'{hts}: error: "HTS" is a form of the terms "hts" and "screening" ({hts}, {screening}) already'
    assert rest[1:] == ["1 error"]


def test_file_that_holds_another_term_is_named(digest: Path) -> None:
    """Where the file would be that of a term without this form, that term and --slug are named."""
    write(digest, {"content/glossary/ndf.md": term("ndf", "match: {case: exact}")})
    result = run("terms", "add", "NDF")
    assert (result.exit_code, result.stderr.splitlines()) == (
        1,
        [
            'content/glossary/ndf.md: error: this file holds the term "ndf" already',
            "  hint: add the form to it: aliases: [NDF], or name another file with --slug",
            "1 error",
        ],
    )
    assert run("terms", "add", "NDF", "--slug", "ndf-syria").stdout == "content/glossary/ndf-syria.md\n"


@pytest.mark.usefixtures("digest")
def test_file_of_a_term_is_never_overwritten() -> None:
    """A file that is there stays as it is, whatever it holds."""
    write(Path(), {"content/glossary/idlib.md": "not even a term"})
    result = run("terms", "add", "Idlib")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("content/glossary/idlib.md: error: this file exists already\n")
    assert Path("content/glossary/idlib.md").read_text() == "not even a term"


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["هيئة"], 1, "no file name can be made of this term"),
        (["…"], 1, "a term needs a letter or a digit"),
        ([""], 1, "a term needs a letter or a digit"),
        (["HTX", "--alias", "()"], 1, "a term needs a letter or a digit"),
        (["../../x"], 1, "this is a path, not a name"),
        (["/etc/x"], 1, "this is a path, not a name"),
        (["content/glossary/x.md"], 1, "this is a path, not a name"),
        (["x/"], 1, "this is a path, not a name"),
        (["a\x7fb"], 1, "a\ufffdb: error: a term has no control characters"),
        (["a\udcffb"], 1, "a\\udcffb: error: a term has no control characters"),
        (["a", "--name", "\uffffb"], 1, "a term has no control characters"),
        (["Idlib", "--kind", "town"], 2, "'town' is not one of 'person', 'organisation', 'place'"),
        ([], 2, "Missing argument 'TERM'"),
    ],
)
def test_term_that_cannot_be_begun_is_told(digest: Path, arguments: list[str], code: int, message: str) -> None:
    """What makes no term is told, and nothing is written."""
    before = snapshot(digest / "content")
    result = run("terms", "add", *arguments)
    assert (result.exit_code, message in result.stderr) == (code, True)
    assert snapshot(digest / "content") == before


def test_term_in_another_script_gets_the_slug_that_is_given(digest: Path) -> None:
    """--slug names the file; the digest's folder may be another one."""
    result = run("terms", "add", "هيئة", "--slug", "hayat", "--dir", digest)
    assert result.stdout == f"{digest}/content/glossary/hayat.md\n"
    assert 'term: "هيئة"\n' in (digest / "content/glossary/hayat.md").read_text()


@pytest.mark.parametrize("command", [["suggest"], ["add", "SDF", "--dir"]])
def test_folder_without_a_digest_is_told(tmp_path: Path, command: list[str]) -> None:
    """Where there is no digest that is said, and nothing is made there."""
    result = run("terms", *command, tmp_path)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"{tmp_path}: error: there is no digest here: no folder content/\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("digest")
def test_terms_are_listed_with_their_entries() -> None:
    """The list has each term with its names, and how many entries mention it."""
    assert run("terms", "list").stdout == "   1 hts  HTS; Hay'at Tahrir al-Sham\n"
