import pytest

from digest.model import Body
from digest.read import frontmatter
from digest.read.text import Text

HEAD = "---\ntitle: Talks\n---\n"


def split(content: str) -> frontmatter.FrontMatter:
    """The two parts of a file without problems."""
    parts, problems = frontmatter.split(Text.of("x.md", content))
    assert problems == ()
    return parts


def keys(content: str) -> list[str]:
    """The keys of a file without problems."""
    found = split(content).keys
    assert found is not None
    return list(found.items)


@pytest.mark.parametrize(
    "content",
    [HEAD, "---\ntitle: Talks\n...\n", "---  \ntitle: Talks\n--- \n", "---\n\n# note\ntitle: Talks\n---"],
)
def test_front_matter_stands_between_fences(content: str) -> None:
    """It begins with three hyphens and ends with three hyphens or dots; blanks after them do not matter."""
    assert keys(content) == ["title"]


def test_fence_in_the_body_is_body() -> None:
    """Only the first closing fence counts: a rule in the text stays a rule."""
    assert split(f"{HEAD}One.\n\n---\n\nTwo.\n").body.text == "One.\n\n---\n\nTwo."


@pytest.mark.parametrize(
    ("after", "body"),
    [
        ("One.\nTwo.\n", Body("One.\nTwo.", (4, 5))),
        ("\n\n  One.  \n\n\n", Body("  One.  ", (6,))),
        ("", Body()),
        ("\n \n", Body()),
    ],
)
def test_body_keeps_its_places(after: str, body: Body) -> None:
    """Blank lines around the body go; each line that stays has its number in the file."""
    assert body == split(HEAD + after).body


@pytest.mark.parametrize("content", ["", "Text.\n", " ---\ntitle: x\n---\n", "----\ntitle: x\n---\n", "---\ntitle: x"])
def test_file_without_front_matter_has_no_keys(content: str) -> None:
    """Without both fences there are no keys, one problem says so, and the text is not lost."""
    parts, problems = frontmatter.split(Text.of("x.md", content))
    assert parts.keys is None
    assert len(problems) == 1
    assert content.strip() == parts.body.text.strip()
