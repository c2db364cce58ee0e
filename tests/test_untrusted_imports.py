"""Untrusted input is harmless: what a page, a paste, a mail or a Word file holds beside its words is not imported."""

from collections.abc import Callable, Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from digest.clean.draft import Draft, to_markdown
from digest.clean.intake import draft_of
from tests.clean.docx import docx, paragraph
from tests.sites import built, small, write
from tests.test_untrusted import OURS, faults, hostile, rows

PROSE = "Delegations met on Thursday for talks on the bridge, the foreign ministry said in a statement on its site."
FORGED = ["[[hts|forged]]", '<a class="term" data-term="hts" href="/glossary/hts/">forged</a>', "[[hts]] and [[!t4]]"]
MARKED = f"## Talks on a bridge\n\n{PROSE}\n\n**{PROSE}** [one](https://example.org/1) [two](https://example.org/2)\n\n"
WIDTH = 10  # hostile strings in one input


def page(texts: tuple[str, ...]) -> bytes:
    """A saved page with hostile strings within its article and as its headline."""
    body = "".join(f"<p>{PROSE}</p><p>{text} said.</p>" for text in texts)
    head = f"<title>{texts[0]}</title><meta name='author' content='{texts[1]}'>"
    return f"<html><head>{head}</head><body><article>{body}</article></body></html>".encode("utf-8", "replace")


def paste(texts: tuple[str, ...]) -> bytes:
    """A pasted text with hostile strings between its paragraphs."""
    return "\n\n".join(f"{PROSE}\n\n{text} said, and left." for text in texts).encode("utf-8", "replace")


def markdown(texts: tuple[str, ...]) -> bytes:
    """The same, as a text that is Markdown for sure."""
    return MARKED.encode() + paste(texts)


def mail(texts: tuple[str, ...]) -> bytes:
    """A mail with hostile strings in its subject and its HTML."""
    message = EmailMessage()
    message["Subject"] = " ".join(texts[0].encode("ascii", "ignore").decode().split()) or "x"
    message["From"] = "The Post <news@thepost.example>"
    message["To"] = "desk@example.org"
    html = "".join(f"<p>{PROSE}</p><p>{text} said.</p>" for text in texts)
    message.set_content(html.encode("utf-8", "replace").decode(), subtype="html", cte="base64")
    return message.as_bytes()


def word(texts: tuple[str, ...]) -> bytes:
    """A Word file with hostile strings among its paragraphs."""
    legal = ["".join(char for char in text if char.isprintable() and char < "\ud800") for text in texts]
    return docx("".join(paragraph(PROSE) + paragraph(f"{text} said, and left.") for text in legal))


@pytest.fixture(scope="module", params=["ours", "collections"])
def texts(request: pytest.FixtureRequest) -> list[str]:
    """Hostile strings: ours, and those of the public collections where they are."""
    return [*OURS, *FORGED] if request.param == "ours" else hostile(request.getfixturevalue("corpora"))


@pytest.mark.parametrize("made", [page, paste, markdown, mail, word], ids=lambda made: made.__name__)
def test_site_of_imports_holds_nothing_alive(
    made: Callable[[tuple[str, ...]], bytes], texts: list[str], tmp_path: Path
) -> None:
    """Drafts of hostile input can be built; no page runs, loads or links what it brought, and no term is forged."""
    drafts = [draft for _, row in rows(texts, WIDTH) for draft in imported(made(row), made.__name__)]
    assert drafts
    files = {f"content/articles/n{number}.md": to_markdown(draft) for number, draft in enumerate(drafts)}
    files["content/glossary/hts.md"] = "---\nterm: HTS\nname: Hay'at Tahrir al-Sham\n---\nA group.\n"
    report = built(write(small(tmp_path), files), drafts=True)
    assert [problem for problem in report.problems if problem.is_error] == []
    found = list(alive(report.out))
    assert found == []


def test_markdown_forges_no_link(tmp_path: Path) -> None:
    """A paste that is Markdown for sure can't force a link to a term either."""
    draft = draft_of(f"{MARKED}The HTS and [[hts|forged]] ones, and [[!HTS]].\n\n{PROSE}".encode())
    files = {"content/articles/n.md": to_markdown(draft), "content/glossary/hts.md": "---\nterm: HTS\n---\nA group.\n"}
    report = built(write(small(tmp_path), files), drafts=True)
    assert list(alive(report.out)) == []
    assert "[[hts|forged]]" in "".join(path.read_text("utf-8") for path in report.out.glob("20*/**/index.html"))


def imported(data: bytes, kind: str) -> Iterator[Draft]:
    """The draft of an input, with every rule on and with none."""
    for keep_all in (False, True):
        draft = draft_of(data, keep_all=keep_all, origin=f"x.{'docx' if kind == 'word' else 'txt'}")
        if draft.body:
            yield draft


def alive(site: Path) -> Iterator[str]:
    """What no author's text would put into the pages of entries."""
    for path in sorted(site.glob("20*/**/index.html")):
        entry = BeautifulSoup(path.read_text("utf-8"), "lxml")
        yield from faults(entry, path.parent.name)
        yield from (f"{path.parent.name}: {link}" for link in entry.select("a.term") if "forged" in link.get_text())
