from pathlib import Path

import pytest

from digest.model import Reference
from digest.problems import Problem, Span
from digest.read import resolve
from tests.digests import digest_of, folder_of
from tests.golden import golden

FIXTURES = Path(__file__).parent / "fixtures"
SOUND = folder_of(FIXTURES / "sound")
BROKEN = sorted(p for p in (FIXTURES / "problems").rglob("*") if p.is_file() and p.suffix != ".txt")
MORE_THAN_ONE = {"everything-at-once.md"}


def shown(problems: tuple[Problem, ...]) -> str:
    """Problems as an author sees them."""
    return "".join(f"{problem}\n" for problem in sorted(problems))


def place_of(path: Path) -> str:
    """Where a broken file stands in the digest: `site/` holds site.yamls, `elsewhere/` files out of place."""
    folder, *rest = path.relative_to(FIXTURES / "problems").parts
    return {"site": "site.yaml", "elsewhere": "/".join(rest)}.get(folder, "/".join((folder, *rest)))


def test_sound_digest_has_no_problems() -> None:
    """The digest that broken files are put into is itself in order."""
    content, problems = digest_of(SOUND)
    assert problems == ()
    assert [len(part) for part in (content.articles, content.terms, content.themes, content.pages)] == [1, 1, 2, 1]


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.name)
def test_broken_file_gets_a_clear_message(path: Path) -> None:
    """Each broken file of the fixtures gives the message beside it: place, cause and hint."""
    _, problems = digest_of({**SOUND, place_of(path): path.read_bytes()})
    actual = shown(problems)
    assert golden(path.with_suffix(".txt"), actual) == actual
    assert len(problems) == 1 or path.name in MORE_THAN_ONE
    assert all(problem.is_error for problem in problems)


def test_every_message_belongs_to_a_broken_file() -> None:
    """No message is left over from a file that is gone."""
    messages = sorted((FIXTURES / "problems").rglob("*.txt"))
    assert messages == sorted(path.with_suffix(".txt") for path in BROKEN)
    assert len(messages) > 100


def test_all_problems_come_at_once() -> None:
    """Several broken files are all reported in one run, and what can be read is still there."""
    broken = {f"articles/{path.name}": path.read_bytes() for path in BROKEN if path.parent.name == "articles"}
    content, problems = digest_of({**SOUND, **broken})
    assert {problem.span.file for problem in problems} == {f"content/{path}" for path in broken}
    assert "baku-talks" in {article.slug for article in content.articles}


def test_digest_needs_a_site_yaml() -> None:
    """A folder without site.yaml gets one message that says how to begin."""
    _, (problem,) = digest_of({**SOUND, "site.yaml": None})
    assert (problem.span.file, problem.message) == ("content/site.yaml", "there is no site.yaml")
    assert "digest init" in problem.hint


@pytest.mark.parametrize("data", [b"\xff", b"title: [\n", b""])
def test_broken_site_yaml_is_not_called_missing(data: bytes) -> None:
    """A site.yaml that can't be read gives one message about just that."""
    _, (problem,) = digest_of({**SOUND, "site.yaml": data})
    assert problem.message != "there is no site.yaml"


@pytest.mark.parametrize(
    ("path", "keys"),
    [
        ("themes/diplomacy.md", "themes: [diplomacy]"),
        ("stories/baku.md", "story: baku"),
        ("glossary/hts.md", "glossary: {skip: [hts]}"),
    ],
)
@pytest.mark.parametrize("data", [b"", b"\xff", b"---\ntitle: [\n---\n"])
def test_broken_file_still_has_its_name(path: str, keys: str, data: bytes) -> None:
    """One broken theme, story or term does not make every article that names it wrong."""
    article = f"---\ntitle: Talks\ndraft: true\n{keys}\n---\n"
    _, problems = digest_of({path: data, "articles/talks.md": article})
    assert {problem.span.file for problem in problems} == {f"content/{path}"}


def test_standing_page_is_known_by_file_and_slug() -> None:
    """A menu may name a standing page by its file or by its slug, and any section."""
    page = "---\ntitle: Rules\nslug: corrections-policy\n---\n"
    site = "title: x\nbase_url: https://example.org/\nnavigation: [rules, corrections-policy, archive]\n"
    assert digest_of({"site.yaml": site, "pages/rules.md": page})[1] == ()


def test_order_does_not_depend_on_the_disk() -> None:
    """The same files in another order are the same content."""
    assert digest_of(SOUND) == digest_of(dict(reversed(SOUND.items())))


def test_themes_and_pages_have_the_editors_order() -> None:
    """Themes and standing pages stand by `order`, then by title."""
    orders = {"army": 0, "borders": 0, "oil": -1}
    files = {f"themes/{slug}.md": f"---\ntitle: {slug}\norder: {order}\n---\n" for slug, order in orders.items()}
    content, _ = digest_of(files)
    assert [theme.slug for theme in content.themes] == ["oil", "army", "borders"]


def test_name_in_a_text_is_resolved_like_any_other() -> None:
    """A name that is found after reading, such as one in `[[…]]`, gets the same message."""
    content, _ = digest_of(SOUND)
    known, unknown = (Reference("term", slug, Span("x.md", 3, 1)) for slug in ("hts", "htss"))
    (problem,) = resolve([known, unknown], content)
    assert str(problem) == 'x.md:3:1: error: unknown term "htss"; did you mean "hts"?'
