"""What is seen of an element."""

from lxml.html import fragment_fromstring

from digest.clean.pages.visible import pieces, words_of


def test_words_are_told_apart_by_tags() -> None:
    """Each text between two tags is a piece; scripts are none."""
    element = fragment_fromstring("<div>By <b>Nellie\n Bly</b><script>x()</script>, <i>Post</i> <br> </div>")
    assert pieces(element) == ["By", "Nellie Bly", ",", "Post"]
    assert words_of(element) == "By Nellie Bly , Post"


def test_comments_part_nothing() -> None:
    """A comment between a label and what it labels is seen by nobody, and what follows it is."""
    element = fragment_fromstring("<div><!-- a -->Published: <!-- b -->9 April 2025<b>x</b> <!-- c -->y</div>")
    assert pieces(element) == ["Published: 9 April 2025", "x", "y"]


def test_only_the_beginning_is_read() -> None:
    """An element may hold a whole page: some tags and characters of it are enough."""
    assert len(pieces(fragment_fromstring(f"<div>{'<b>x</b>' * 10_000}</div>"))) < 100
    assert len(words_of(fragment_fromstring(f"<p>{'x ' * 10_000}</p>"))) <= 2_000
