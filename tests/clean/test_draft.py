"""The file that a draft becomes."""

from dataclasses import replace

from digest.clean.draft import Draft, Image, Metadata, front_matter, refused, to_markdown

DRAFT = Draft(
    title="A: b",
    made_title=False,
    date="2025-04-09",
    language="en",
    source="Post",
    url="https://x.example/",
    authors=("A B",),
    dateline="LONDON",
    agency="AP",
    summary="S.",
    body="Text.",
    removals=(),
    kept_share=1.0,
)


def test_known_fields_stand_in_the_front_matter() -> None:
    """Fields come in the order of an author's own file; days have no quotes, strings that need them do."""
    assert to_markdown(DRAFT) == (
        "---\ntitle: 'A: b'\ndate: 2025-04-09\ndraft: true\nsources:\n- name: Post\n  url: https://x.example/\n"
        "  title: 'A: b'\n  published: 2025-04-09\nsummary: S.\nlang: en\ndateline: LONDON\nagency: AP\n"
        "authors:\n- A B\n---\n\nText.\n"
    )


def test_unknown_fields_are_left_out() -> None:
    """What is not known is not in the file."""
    bare = replace(DRAFT, date="", language="", source="", authors=(), dateline="", agency="", summary="")
    assert front_matter(bare) == "title: 'A: b'\ndraft: true\n"


def test_time_keeps_its_offset() -> None:
    """A time is written whole, and the source's day with it."""
    text = front_matter(replace(DRAFT, date="2025-04-09T18:30:00+03:00"))
    assert "\ndate: 2025-04-09T18:30:00+03:00\n" in text
    assert "\n  published: 2025-04-09\n" in text


def test_change_and_picture() -> None:
    """The last change is written after the date; the source's picture is not, since it does not lie in the site."""
    text = front_matter(replace(DRAFT, updated="2025-04-10", image=Image("https://x.example/a.jpg", "A", "B")))
    assert "date: 2025-04-09\nupdated: 2025-04-10\ndraft: true" in text
    assert "a.jpg" not in text


def test_made_title_is_not_the_original() -> None:
    """A title made of the first sentence is not told as the source's headline."""
    assert "  title:" not in front_matter(replace(DRAFT, made_title=True))


def test_gaps_are_filled_with_their_source() -> None:
    """What the first doesn't know, the second says, and each value keeps where it comes from."""
    first = Metadata(title="A", found={"title": "headline"})
    second = Metadata(title="B", date="2025-04-09", found={"title": "address", "date": "timestamp"})
    assert first.over(second) == Metadata(
        title="A", date="2025-04-09", found={"title": "headline", "date": "timestamp"}
    )


def test_refusal_is_an_empty_draft_with_its_reason() -> None:
    """The problem names the input, or else its address."""
    draft = refused("no", url="https://x.example/", origin="")
    assert draft.body == ""
    assert str(draft.problems[0]) == "https://x.example/: error: no"
