from digest.group.related import MOST
from tests.sites import Files, article, grouped, term

TERMS = {f"content/glossary/{name.lower()}.md": term(name) for name in ("Homs", "Hama", "Palmyra", "Barzeh")}


def related(given: Files, slug: str) -> list[tuple[str, tuple[str, ...]]]:
    """The entries related to one, best first, each with the reason."""
    found = grouped({**TERMS, **given}).related[f"/2025/04/{slug}/"]
    return [(item.entry.article.slug, item.terms) for item in found]


def entries(**bodies: str) -> dict[str, str]:
    """Entries by slug, one a day."""
    days = enumerate(bodies.items(), start=10)
    return {f"content/articles/{slug}.md": article(slug, f"2025-04-{day}", body) for day, (slug, body) in days}


def test_shared_rare_term_says_more_than_a_common_one() -> None:
    """Entries are related by the terms they share, the rarer first, and the terms are the reason."""
    given = entries(a="Homs and Palmyra.", b="Homs.", c="Homs.", d="Homs and Palmyra.", e="Nothing.")
    assert related(given, "a")[0] == ("d", ("palmyra", "homs"))
    assert {slug for slug, _ in related(given, "a")} == {"b", "c", "d"}
    assert related(given, "e") == []


def test_nearer_entries_come_first() -> None:
    """Of entries that share the same terms, those nearest in time come first, and few are shown."""
    given = entries(a="Homs.", b="Homs.", c="Homs.", d="Homs.", e="Homs.", f="Homs.")
    assert [slug for slug, _ in related(given, "a")] == ["b", "c", "d", "e"]
    assert len(related(given, "f")) == MOST


def test_entry_of_the_same_story_is_not_related() -> None:
    """A story's own timeline shows its entries, so they are not related as well."""
    given = entries(b="Homs.") | {"content/articles/a.md": article("A", "2025-04-20", "Homs.", "story: talks")}
    same = given | {"content/articles/b.md": article("B", "2025-04-21", "Homs.", "story: talks")}
    assert [slug for slug, _ in related(given, "a")] == ["b"]
    assert related(same, "a") == []


def test_common_term_leads_to_neighbours_only() -> None:
    """In a long list of mentions only near ones are compared, so the work does not grow with its square."""
    bodies = {f"n{number:02}": "Homs." for number in range(20)}
    bodies |= {"n00": "Homs and Hama.", "n19": "Homs and Hama."}
    found = dict(related(entries(**bodies), "n00"))
    assert found["n19"] == ("hama",)
