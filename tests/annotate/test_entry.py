from dataclasses import replace

import pytest
from bs4 import BeautifulSoup
from hypothesis import example, given
from hypothesis import strategies as st

from digest.annotate import Slice, annotate, prose
from digest.annotate.entry import first_paragraph
from digest.model import Mention
from tests.annotate.reading import ALL, annotation, everything, plain_manuscript, slice_for
from tests.annotate.texts import texts
from tests.laws import LAW


def soup_of(html: str) -> BeautifulSoup:
    """The parsed page, with all its white space."""
    return BeautifulSoup(f"<div>{html}</div>", "html.parser", preserve_whitespace_tags={"div"})


def linked(text: str) -> BeautifulSoup:
    """The page of a text in which every mention is linked."""
    found = plain_manuscript(text, ALL)
    return soup_of(annotate(found, slice_for(found)).html)


def test_link_has_all_that_a_page_needs() -> None:
    """A link carries its term for styles, scripts and screen readers, and the author's own words."""
    assert annotation("Of Hay’at Tahrir al-Sham.").html == (
        '<p>Of <a class="term" href="/glossary/hts/" data-term="hts" aria-describedby="t-hts">'
        "Hay’at Tahrir al-Sham</a>.</p>\n"
    )


def test_site_in_a_folder_has_it_in_front() -> None:
    """Where the site lies in a folder of its host, links and pictures go there; the term's slug stays."""
    found = replace(plain_manuscript("HTS ![x](/x.png) [y](/y/) [z](#z) [w](https://e.example/)"), root="/brief")
    html = annotate(found, slice_for(found)).html
    assert [a["href"] for a in soup_of(html).select("a")] == [
        "/brief/glossary/hts/",
        "/brief/y/",
        "#z",
        "https://e.example/",
    ]
    assert 'src="/brief/x.png"' in html


@LAW
@given(texts)
@example("[[!HTS~~<https://e.example/Homs>](/x/)")
def test_text_without_links_is_the_authors(text: str) -> None:
    """Take the links to terms away, and what is left is the page without a glossary, character for character."""
    found = plain_manuscript(text, ALL)
    part = slice_for(found)
    page, bare = (annotate(found, one).html for one in (part, Slice((), part.senses)))
    soups = [soup_of(page), soup_of(bare)]
    assert soups[0].get_text() == soups[1].get_text()
    for soup in soups:
        for link in soup.select("a.term"):
            link.unwrap()
    assert str(soups[0]) == str(soups[1])


@LAW
@given(texts)
def test_without_a_glossary_text_is_just_markdown(text: str) -> None:
    """A text that mentions nothing is rendered like a note or a definition."""
    found = plain_manuscript(text)
    assert prose(found.body.text, found.root) == annotate(found, Slice()).html


@LAW
@given(texts)
def test_no_link_where_none_may_stand(text: str) -> None:
    """No link to a term stands in code, in a heading, in another link or in a picture."""
    soup = linked(text)
    places = ("pre", "code", "h2", "h3", "h4", "h5", "h6", "a", "img")
    assert soup.select(", ".join(f"{place} a.term" for place in places)) == []
    assert all(link.get_text() for link in soup.select("a.term"))


@LAW
@given(texts)
@example("Hay’at Tahrir[^1] al-Sham\n\n[^1]: In Homs.")
@example("Hay’at Tahrir^[In Homs.] al-Sham")
@example("\\&#97;HTS")
@example("HTS*Homs\n[Homs]: /x")
@example("> Scientific **Stu&shy;dies**\n> *and* Research\\\n> Cent\\er")
def test_first_look_loses_nothing(text: str) -> None:
    """A text's slice of the glossary gives the same annotation as the whole glossary does."""
    found = plain_manuscript(text, ALL)
    part = slice_for(found)
    learnt = {sense.slug: sense for sense in part.senses}  # how rare it is, and what speaks for it, hang on the archive
    whole = Slice(everything().forms, tuple(learnt.get(sense.slug, sense) for sense in everything().senses))
    assert annotate(found, whole) == annotate(found, part)


@LAW
@given(texts)
def test_mention_quotes_the_text(text: str) -> None:
    """A mention's sentence is in the page as it is quoted, and each linked term is a mention."""
    found = plain_manuscript(text)
    result = annotate(found, slice_for(found))
    soup = soup_of(result.html)
    shown = " ".join(soup.get_text().split())
    assert all(mention.surface in shown for mention in result.mentions)
    assert {link["data-term"] for link in soup.select("a.term")} == {m.term for m in result.mentions if m.linked}


@given(st.text())
def test_any_text_is_annotated(text: str) -> None:
    """Whatever an author writes, there is a page, and each problem has a place in the text."""
    found = plain_manuscript(text)
    result = annotate(found, slice_for(found))
    lines = found.body.text.count("\n") + 1
    assert all(1 <= problem.span.line <= lines for problem in result.problems)


def test_mentions_stand_in_order_with_their_sentence() -> None:
    """Each term once, at its first mention: the sentence in three parts, how often, and whether it is linked."""
    text = "In *Homs*, it\nbegan.  T4 lies near Homs. See [Baku](/baku/).\n\nRudaw says so.[^1]\n\n[^1]: Of Homs."
    assert annotation(text).mentions == (
        Mention("homs", "In ", "Homs", ", it began.", 3, linked=True),
        Mention("rudaw", "", "Rudaw", " says so.", 1, linked=False),
    )


def test_forced_words_are_a_mention() -> None:
    """What the author's brackets link is quoted like any other mention."""
    (mention,) = annotation("They hit [[t4-air-base|the base]] again.").mentions
    assert mention == Mention("t4-air-base", "They hit ", "the base", " again.", 1, linked=True)


@pytest.mark.parametrize("given", ["---\nglossary: {skip: [homs]}\n---\nHoms", "[[!Homs]]", "`Homs`", "# Homs", "T4"])
def test_what_is_skipped_or_undecided_is_no_mention(given: str) -> None:
    """A term that an author skips, forbids, or that stands only in code or headings is not mentioned."""
    assert annotation(given).mentions == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("One two three.", 3),
        ("Hay’at al-Sham’s 2000 men", 4),
        ("# A heading\n\n- one\n- two\n\n`code` too", 6),
        ("    not a word\n", 0),
        ("محادثات باكو", 2),
        ("", 0),
    ],
)
def test_words_are_counted_as_read(text: str, words: int) -> None:
    """A word may hold an apostrophe or a hyphen; blocks of code have none."""
    assert words == annotation(text).words


def test_note_is_not_annotated() -> None:
    """An editor's note is Markdown like the text, with footnotes of its own, but without links to terms."""
    found = annotation("---\nnote: |\n  On *Homs*.[^1]\n\n  [^1]: A note.\n---\nText.[^1]\n\n[^1]: Another.")
    assert "<em>Homs</em>" in found.note
    ids = {tag["id"] for html in (found.html, found.note) for tag in soup_of(html).select("[id]")}
    assert ids == {"fn1", "fnref1", "fn-note-1", "fnref-note-1"}


@pytest.mark.parametrize(
    ("given", "place"),
    [
        ("---\nthemes: [security]\n---\nOne.\n\nTwo T4.\n", "3:5"),
        ("---\nthemes: [security]\n---\n> One\n> T4.\n", "2:3"),
        ("---\nthemes: [security]\n---\n| a |\n|---|\n| T4 |\n", "3:3"),
        ("---\nthemes: [security]\n---\n`a\nb` and T4\n", "2:8"),
        ("---\nthemes: [security]\n---\nOne^[Of T4.].\n", "1:9"),
        ("---\nthemes: [security]\n---\n&#10;&#10;T4\n", "1:11"),
        ("---\nthemes: [security]\n---\nXT4 and T4\n", "1:9"),
        ("One <b>two</b>\n", "1:5"),
        ("- One\n- ![x](https://x.example/x.png)\n", "2:8"),
    ],
)
def test_warning_has_its_place(given: str, place: str) -> None:
    """A warning is shown at its line and column, whatever Markdown does with the text before it."""
    problem = annotation(given).problems[0]
    assert place == f"{problem.span.line}:{problem.span.column}"


def test_warning_tells_what_to_do() -> None:
    """An undecided form is a warning with the ways to decide it."""
    (problem,) = annotation("---\nthemes: [security]\n---\nNear T4.\n").problems
    assert str(problem) == (
        'content/articles/talks.md:1:6: warning: "T4" may mean t4-air-base (0 points) or thyroxine (0 points), '
        "or something else: not linked\n"
        "  Near T4.\n"
        "       ^\n"
        "  hint: give the full name once, or write [[t4-air-base|T4]] or [[!T4]]"
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("An *armed*\ngroup.\n\nMore.", "An armed group."),
        ("## History\n\nA group[^1] of [men](/x/).\n\n[^1]: Note.", "A group of men."),
        ("- One\n- Two", "One"),
        ("## Only a heading", ""),
        ("", ""),
    ],
)
def test_first_paragraph_is_plain(text: str, shown: str) -> None:
    """The short definition is the first paragraph's text on one line, without footnotes."""
    assert shown == first_paragraph(text)
