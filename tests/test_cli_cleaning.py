"""`digest import` and `digest clean` as an author has them: what is said of each line, and what is written."""

import os
import pty
import re
import subprocess
import sys
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from tests.sites import NOW, SMALL, article, small, snapshot, write
from tests.test_cli import ROOT, run

A, B = "content/articles/a.md", "content/articles/deep/b.md"
TALKS = "Envoys of both countries met in Baku on Wednesday, and they agreed to meet again before the end of the month."
PASTE = f"""\
Envoys meet in Baku for talks

By Jane Doe

BAKU (Reuters) - {TALKS}

Sign up for our newsletter

They will be heard by both parliaments, whose speakers have asked for a report on what was said by Friday.

Share this article

Comments
Post a comment
"""
SCRAPS = f"Share this article\nAdvertisement\n{TALKS}\nSign up for our newsletter to get all of it in your inbox\n" * 2


@pytest.fixture
def digest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small digest, which is the current folder, at a fixed time."""
    monkeypatch.chdir(small(tmp_path))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(NOW.timestamp())))
    return tmp_path


def test_import_counts_what_it_cut(digest: Path) -> None:
    """The report of an import has the number of lines by rule, the most frequent first."""
    write(digest, {"a.txt": PASTE})
    result = run("import", "a.txt")
    assert result.exit_code == 0
    assert "7 lines cut or moved (comments 2, " in result.stderr
    assert "newsletter 1" in result.stderr
    assert run("import", "a.txt", "--keep-all").stderr.count("cut or moved") == 0


def test_import_shows_what_became_of_each_line(digest: Path) -> None:
    """--show-removed has each line with its number, what became of it, its rule and its words."""
    write(digest, {"a.txt": PASTE})
    told = run("import", "a.txt", "--show-removed").stderr.splitlines()
    shown = [line.split(maxsplit=1) for line in told if line.lstrip()[:1].isdigit()]
    assert [(number, " ".join(rest.split())) for number, rest in shown] == [
        ("1", "moved to title headline Envoys meet in Baku for talks"),
        ("3", "moved to authors byline By Jane Doe"),
        ("5", "moved to dateline, agency dateline BAKU (Reuters) -"),
        ("7", "dropped newsletter Sign up for our newsletter"),
        ("11", "dropped share Share this article"),
        ("13", "cut with the tail comments Comments"),
        ("14", "cut with the tail comments Post a comment"),
    ]


def test_import_follows_the_rules_of_its_digest(digest: Path) -> None:
    """A rule that site.yaml switches off takes nothing from an import either."""
    write(
        digest,
        {"a.txt": PASTE, "content/site.yaml": SMALL["content/site.yaml"] + "clean: {rules: {newsletter: off}}\n"},
    )
    path = run("import", "a.txt").stdout.strip()
    assert "Sign up for our newsletter" in Path(path).read_text()
    assert "Share this article" not in Path(path).read_text()


@pytest.mark.parametrize("command", [("clean", A, "--write"), ("clean", A, "--explain"), ("import", "a.txt")])
def test_wrong_settings_stop_before_anything_changes(digest: Path, command: tuple[str, ...]) -> None:
    """A mistake in site.yaml could be a rule that should be off: nothing is cleaned until it is mended."""
    settings = SMALL["content/site.yaml"] + "clean: {rules: {shre: off}}\n"
    dirty = article("A", body="It rained.\n\nShare this\n")
    before = snapshot(write(digest, {"a.txt": PASTE, "content/site.yaml": settings, A: dirty, B: dirty}))
    result = run(*command)
    assert (result.exit_code, result.stdout) == (1, "")
    assert 'content/site.yaml:5:17: error: unknown cleaning rule "shre"' in result.stderr
    assert result.stderr.endswith("\n1 error\n")
    assert snapshot(digest) == before


def test_encoding_that_does_not_fit_is_told(digest: Path) -> None:
    """An author's --encoding is obeyed, or told with the place where the input is not in it."""
    write(digest, {"a.txt": f"{PASTE}\nThe café.\n", "b.txt": TALKS.encode("utf-16-be")})
    result = run("import", "a.txt", "--encoding", "ascii")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "a.txt:16:8: error: this is not in the encoding ascii\n  hint: leave --encoding out" in result.stderr
    assert "try --encoding utf-16-be" in run("import", "b.txt").stderr
    assert TALKS in Path(run("import", "b.txt", "--encoding", "utf-16-be").stdout.strip()).read_text()


def test_entry_is_not_imported(digest: Path) -> None:
    """What has front matter is an entry already, and the author is told what to do with it."""
    write(digest, {"a.md": article("Talks", body=TALKS)})
    result = run("import", "a.md")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "a.md: error: this has front matter, as an entry has" in result.stderr
    assert "hint: copy it into content/articles/" in result.stderr
    assert run("import", "-", stdin=f"---\n\n{TALKS}\n\n---\n\n{TALKS}").exit_code == 0


def test_paste_is_not_cleaned_as_an_entry(digest: Path) -> None:
    """`clean` of a text without front matter names the command that takes it."""
    write(digest, {"a.txt": PASTE})
    result = run("clean", "a.txt")
    assert "digest import" not in run("clean", str(write(digest, {"b.md": ""}) / "b.md")).stderr
    assert (result.exit_code, "`digest import a.txt` makes an entry of it" in result.stderr) == (1, True)


def test_import_without_latin_letters_is_named_by_its_file(digest: Path) -> None:
    """A title in another script gives no file name: what was imported does."""
    prose = "التقى المبعوثون في باكو يوم الأربعاء واتفقوا على أن يجتمعوا مرة أخرى قبل نهاية الشهر في العاصمة نفسها."
    write(digest, {"talks-in-baku.txt": f"محادثات في باكو\n\n{prose}\n\n{prose}\n"})
    assert run("import", "talks-in-baku.txt", "--yes").stdout.strip().endswith("/2025-05-01-talks-in-baku.md")


def test_import_of_little_is_refused_where_nobody_can_be_asked(digest: Path) -> None:
    """Without a terminal, an import that would cut more than a third is an error, and nothing is written."""
    before = snapshot(write(digest, {"a.txt": SCRAPS}))
    command = [sys.executable, "-m", "digest", "import", "a.txt"]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as silent:
        result = subprocess.run(
            command, stdin=silent.stdout, capture_output=True, text=True, check=False, env=env, timeout=60
        )
        silent.communicate(b"\n")
    assert (result.returncode, result.stdout) == (1, "")
    assert re.search(r"^    1  dropped .* Share this article$", result.stderr, re.MULTILINE)
    assert "a.txt: error: only " in result.stderr
    assert "% of the words would be kept\n  hint: see what was cut; then --yes writes the draft" in result.stderr
    assert snapshot(digest) == before
    assert run("import", "-", stdin=SCRAPS).exit_code == 1
    assert run("import", "-", "--yes", stdin=SCRAPS).exit_code == 0


@pytest.mark.parametrize(("answer", "code", "made"), [(b"y\n", 0, 1), (b"n\n", 1, 0)])
def test_import_of_little_asks_on_a_terminal(digest: Path, answer: bytes, code: int, made: int) -> None:
    """On a terminal the author is asked, and what is answered is done."""
    write(digest, {"a.txt": SCRAPS})
    author, terminal = pty.openpty()
    os.write(author, answer)
    command = [sys.executable, "-m", "digest", "import", "a.txt", "--out", "new.md"]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    result = subprocess.run(command, stdin=terminal, capture_output=True, text=True, check=False, env=env, timeout=60)
    os.close(terminal)
    os.close(author)
    assert result.returncode == code
    assert "% of the words would be kept. Write the draft? [y/N]" in result.stderr
    assert (digest / "new.md").exists() is bool(made)


@pytest.mark.parametrize(("name", "suffix"), [("a.txt", ".txt"), ("page.HTML", ".HTML"), ("paste", ".txt")])
def test_original_is_kept_byte_for_byte(digest: Path, name: str, suffix: str) -> None:
    """--keep-original puts what was imported beside the articles, by the draft's name and the original's suffix."""
    data = PASTE.replace("\n", "\r\n").encode("utf-16")
    (digest / name).write_bytes(data)
    path = Path(run("import", name, "--keep-original").stdout.strip())
    (kept,) = (digest / "content/.originals").iterdir()
    assert (kept.name, kept.read_bytes()) == (f"{path.stem}{suffix}", data)


def test_original_of_standard_input_is_kept(digest: Path) -> None:
    """What came by standard input has the suffix of what it looks like, in the digest that the draft lies in."""
    assert run("import", "-", "--keep-original", "--out", A, stdin=PASTE).exit_code == 0
    assert (
        run("import", "-", "--keep-original", "--out", B, stdin=f"<html><body><p>{TALKS}</p></body></html>").exit_code
        == 0
    )
    assert sorted(path.name for path in (digest / "content/.originals").iterdir()) == ["a.txt", "b.html"]


def test_captions_are_kept_on_request(digest: Path) -> None:
    """--captions keeps what a page says of its pictures."""
    figure = "<figure><img src='/a.jpg'><figcaption>The old bridge over the river in April.</figcaption></figure>"
    write(
        digest,
        {"a.html": f"<html><body><article><p>{TALKS}</p>{figure}<p>{TALKS} So it was.</p></article></body></html>"},
    )
    for options, there in (((), False), (("--captions",), True)):
        path = Path(run("import", "a.html", "--yes", *options).stdout.strip())
        assert ("The old bridge over the river" in path.read_text()) is there


def test_blank_lines_are_told_where_an_author_wrote_them(digest: Path) -> None:
    """Those that are left where a line was taken out are no news."""
    write(digest, {A: article("A", body=f"{TALKS}\n\nShare this\n\n{TALKS}"), B: article("B", body="One.\n\n\nTwo.")})
    assert "mended" not in run("clean", A).stderr
    assert "mended by blank-lines: line 9\n" in run("clean", B).stderr


class Quiet(SimpleHTTPRequestHandler):
    """Serves the current folder."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def test_original_of_an_address_is_kept(digest: Path) -> None:
    """A page of the web is kept with the suffix of what its server says it is, whatever its address ends in."""
    page = f"<html><body><h1>Envoys meet in Baku for talks</h1><p>{TALKS}</p></body></html>"
    write(digest, {"report/index.html": page})
    with ThreadingHTTPServer(("127.0.0.1", 0), Quiet) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        result = run("import", f"HTTP://127.0.0.1:{server.server_address[1]}/report/", "--keep-original", "--out", A)
        server.shutdown()
    assert (result.exit_code, result.stdout) == (0, f"{A}\n")
    assert (digest / "content/.originals/a.html").read_text() == page


def test_original_is_never_overwritten(digest: Path) -> None:
    """Where an original or the draft is there already, neither is written."""
    before = snapshot(write(digest, {"a.txt": PASTE, "content/.originals/a.txt": "mine", B: article("B")}))
    for path, taken in ((A, "content/.originals/a.txt"), (B, B)):
        result = run("import", "a.txt", "--keep-original", "--out", path)
        assert (result.exit_code, f"{taken}: error: this file exists already" in result.stderr) == (1, True)
    assert snapshot(digest) == before


def test_original_needs_a_digest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Outside of any digest there is nowhere to keep an original, and nothing is written."""
    monkeypatch.chdir(write(tmp_path, {"a.txt": PASTE}))
    result = run("import", "a.txt", "--keep-original", "--out", "new.md")
    assert (result.exit_code, "there is no digest here" in result.stderr) == (1, True)
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_check_compares_with_the_original(digest: Path) -> None:
    """An import that is published as it was is told by `check`; said in other words it is not."""
    long = "\n\n".join(f"{TALKS} The {number}th of them was on the {number}th." for number in range(4, 9))
    write(digest, {"a.txt": f"Envoys meet in Baku for talks\n\n{long}"})
    path = Path(run("import", "a.txt", "--keep-original", "--out", A).stdout.strip())
    told = run("check", "--drafts").stderr
    assert "word for word" in told
    head = path.read_text().partition("\n\n")[0]
    path.write_text(f"{head}\n\nBoth sides will see each other again within weeks.\n")
    assert "word for word" not in run("check", "--drafts").stderr


def test_several_files_and_folders_are_cleaned(digest: Path) -> None:
    """`clean` takes files and folders: of a folder, the entries; --check names those with something to clean."""
    dirty = article("A", body="It rained.\n\nShare this\n")
    page = "---\ntitle: About\n---\nIt rained.\n\nShare this\n"
    write(digest, {A: dirty, B: dirty, "content/pages/about.md": page, "content/articles/.x.md": dirty})
    for paths in (["content"], ["."], ["content/articles"], [B, A, A]):
        result = run("clean", "--check", *paths)
        assert (result.exit_code, sorted(result.stdout.split())) == (1, [A, B])
    assert run("clean", "--write", "content").exit_code == 0
    assert [Path(name).read_text() for name in (A, B)] == [article("A", body="It rained.")] * 2
    assert Path("content/pages/about.md").read_text() == page
    result = run("clean", "--check", "content")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "nothing to clean\n")


def test_bad_file_does_not_keep_others_from_being_cleaned(digest: Path) -> None:
    """Of several files, one that can't be read is told at the end, and the others are cleaned."""
    write(digest, {A: "no front matter", B: article("B", body="It rained.\n\nShare this\n")})
    result = run("clean", "content", "--write")
    assert result.exit_code == 1
    assert f"{A}:1:1: error: the file has no front matter" in result.stderr
    assert Path(B).read_text() == article("B", body="It rained.")


def test_cleaning_says_what_no_reader_saw(digest: Path) -> None:
    """Comments and scripts in an entry are told when they go, by `clean` and by a build; tags that go are mended."""
    body = "It <span>rained</span> <!-- I think --> a lot.\n\n<script>\nx()\n</script>\n\nIt\u00a0stopped."
    write(digest, {A: article("A", body=body)})
    shown = run("clean", A).stderr
    assert "    7  dropped  stray-html  <!-- I think -->\n    9  dropped  stray-html  <script> x() </script>\n" in shown
    assert "mended by characters: line 13\n" in shown
    assert "mended by stray-html: lines 7, 9, 10, 11\n" in shown
    told = run("check").stderr
    assert f'{A}:7: warning: cut by the rule "stray-html": <!-- I think -->' in told
    assert "span" not in told


def test_cleaning_of_an_entry_is_explained(digest: Path) -> None:
    """--explain names the rule of each line that goes, where it may apply, and what kept a line that it knows."""
    body = f"{TALKS}\n\nShare this\n\n## Comments\n\n> Advertisement\n\nPhoto: Jane Doe\n\nComments\n\n{TALKS}"
    text = article("A", body=body)
    write(digest, {A: text, "content/site.yaml": SMALL["content/site.yaml"] + "clean: {rules: {menu: off}}\n"})
    result = run("clean", "--explain", A)
    assert (result.exit_code, result.stderr, Path(A).read_text()) == (0, "", text)
    assert [" ".join(line.split()) for line in result.stdout.splitlines()] == [
        A,
        "9 dropped share (anywhere) Share this",
        "11 kept: in a heading comments (only in the tail) Comments",
        "13 kept: in a quotation advertisement (anywhere) Advertisement",
        "15 kept: only in imports photo-credit (anywhere) Photo: Jane Doe",
        "17 kept: not in the tail comments (only in the tail) Comments",
    ]
    assert run("clean", "--explain", B, "--write").exit_code == 2


def test_cleaning_of_a_paste_is_explained(digest: Path) -> None:
    """What has no front matter is explained as an import would take it; a line that stays has no number."""
    text = PASTE.replace("Share this article", "This material may not be republished.") + "\n"
    middle = text.replace("By Jane Doe\n", f"{TALKS}\n\nRelated articles\n\n{TALKS}\n\n{TALKS}\n")
    write(digest, {"a.txt": middle, "page.html": f"<html><body><p>{TALKS}</p><p>Share this article</p></body></html>"})
    shown = run("clean", "--explain", "a.txt", "page.html").stdout
    assert "dropped            newsletter (anywhere)" in shown
    assert "cut with the tail  comments (only in the tail)" in shown
    assert "share (anywhere)" in shown
    assert list((digest / "content/articles").glob("2025/*")) == []


def test_explanation_of_an_entry_that_is_left_alone_says_why(digest: Path) -> None:
    """Where an entry wants no cleaning, that is the explanation."""
    write(digest, {A: article("A", body="Share this", keys="clean: false")})
    result = run("clean", "--explain", A)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", f"{A}: the entry says clean: false\n")


def test_text_too_large_to_be_cleaned_says_so(digest: Path) -> None:
    """A build and `clean` say where a text is that cleaning left alone, and nothing is to be done in CI."""
    write(digest, {A: article("A", body="It rained. \n\n" * 10_002)})
    reason = "not cleaned: the text has more than 20,000 lines"
    assert f"{A}:7: warning: {reason}" in run("build", "--no-search").stderr
    for options in ([], ["--check"], ["--write"], ["--explain"]):
        result = run("clean", A, *options)
        assert (result.exit_code, result.stdout) == (0, "")
        assert f"{A}: line 7: {reason}" in result.stderr


def test_pasted_quotation_becomes_one_and_what_cannot_is_told(digest: Path) -> None:
    """`clean` shows a quotation of tags as one of Markdown; a build warns of the tags that stay."""
    odd = "<table><tr><td colspan=2>c</td></tr><tr><td>d</td><td>e</td></tr></table>"
    write(digest, {A: article("A", body=f"<blockquote><p>It rained.</p></blockquote>\n\n{odd}")})
    assert "+> It rained.\n" in run("clean", A).stdout
    warned = run("build", "--no-search").stderr
    assert "<blockquote>" not in warned
    assert f"{A}:9:1: warning: HTML is shown as text: <table>" in warned
    assert run("clean", A, "--write").exit_code == 0
    assert odd in (digest / A).read_text("utf-8")
    assert run("clean", A, "--check").exit_code == 0
