import pytest

from digest.annotate import clashes
from tests.digests import digest_of


def clash_of(*glossary: str) -> list[str]:
    """What clashes in a glossary of terms named a, b and so on."""
    files = {f"glossary/{slug}.md": f"---\n{keys}\n---\n" for slug, keys in zip("abcd", glossary, strict=False)}
    content, problems = digest_of(files)
    assert problems == ()
    return [str(problem) for problem in clashes(content.terms)]


def test_form_of_two_terms_is_a_clash() -> None:
    """A form that two terms share by accident is an error at the alias that brought it, with the way out."""
    (told,) = clash_of("term: Tiyas\naliases:\n  - T4", "term: Thyroxine\naliases: [T3, T4]")
    assert told == (
        'content/glossary/b.md:3:15: error: "T4" is a form of two terms: a (content/glossary/a.md) and b\n'
        "  aliases: [T3, T4]\n"
        "                ^\n"
        "  hint: if both are meant, mark it in one of them: aliases: [{text: T4, ambiguous: true}]"
    )


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        ("kind: place\nterm: Halep", "3:7"),
        ("kind: place\nterm: Aleppo\nname: Halep", "4:7"),
        ("kind: place\nterm: Aleppo\nnative:\n  tr: Halep", "5:7"),
        ("kind: place\nterm: Aleppo\naliases:\n  - Alep\n  - text: Halep", "6:5"),
    ],
)
def test_clash_is_shown_at_the_name(keys: str, place: str) -> None:
    """The caret is under the name that brought the clash, whichever key has it."""
    (told,) = clash_of("term: Halep", keys)
    assert told.startswith(f"content/glossary/b.md:{place}: error: ")


def test_variants_clash_as_well() -> None:
    """Two names that differ clash where both are found by the same words, and the message shows those."""
    (told,) = clash_of("term: Tiyas\naliases: [T-4]", "term: Thyroxine\naliases: [T4]")
    assert told == (
        'content/glossary/b.md:3:11: error: "T4" and "T-4", a form of a (content/glossary/a.md), both match "T4"\n'
        "  aliases: [T4]\n"
        "            ^\n"
        "  hint: if both are meant, mark it in one of them: aliases: [{text: T4, ambiguous: true}]"
        "; if a plural is in the way: plural: false"
    )


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("term: DOI", "term: DOIs", 'both match "DOIs"'),
        ("term: NATO", "term: Nato", '"Nato" is a form of two terms'),
        ("term: Hay’at", "term: HAY’AT", '"HAY’AT" is a form of two terms'),
        ("term: Hayat", "term: Hay’at", 'both match "Hayat"'),
        ("term: Tel Aviv", "term: Tel-Aviv", '"Tel-Aviv" is a form of two terms'),
        ("term: al-Bab\nkind: place", "term: el-Bab\nkind: place", 'both match "el-Bab"'),
        ("term: who\nmatch: {case: ignore}", "term: WHO", '"WHO" is a form of two terms'),
        ("term: WHO", "term: Who\nmatch: {case: ignore}", '"Who" is a form of two terms'),
    ],
)
def test_each_kind_of_variant_clashes(first: str, second: str, told: str) -> None:
    """Plurals, capitals, apostrophes, hyphens, articles and any case: whatever the matcher finds for both."""
    (problem,) = clash_of(first, second)
    assert told in problem


@pytest.mark.parametrize(
    "glossary",
    [
        ("term: T4", "term: T4\naliases: [{text: T4, ambiguous: true}]"),
        ("term: T4\naliases: [{text: T4, ambiguous: true}]", "term: T4"),
        ("term: T4\naliases: [T4]\nname: T4",),
        ("term: T4\naliases: [T-4]",),
        ("term: T4", "term: Tiyas\naliases: [{text: T-4, ambiguous: true}]"),
        ("term: US", "term: us"),
        ("term: Zone", "term: zone"),
        ("term: DOI\nmatch: {plural: false}", "term: DOIs"),
        ("term: T-4", "term: T 4"),
        ("term: Israel Katz\nkind: person", "term: Katz\nkind: facility"),
        ("term: Bushra Assad\nkind: person", "term: Bashar Assad\nkind: person"),
    ],
)
def test_what_is_meant_is_no_clash(glossary: tuple[str, ...]) -> None:
    """One term may repeat its form, senses may share one that is marked, and what is short for a name is no form."""
    assert clash_of(*glossary) == []


@pytest.mark.parametrize("other", ["Hay'at", "Hayʼat", "Hâyʾat"])
def test_clash_is_seen_through_spelling(other: str) -> None:
    """Two names that are found by the same folded form clash, however they are spelled."""
    assert len(clash_of("term: Hay’at", f'term: "{other}"')) == 1


def test_each_name_is_told_once() -> None:
    """A name that clashes in several variants is told once, each further name and each further term by itself."""
    assert len(clash_of("term: Hay’at", "term: Hay’at")) == 1
    assert len(clash_of("term: Hay’at\naliases: [HTS]", "term: Hay’at\naliases: [HTS]")) == 2
    assert len(clash_of("term: T4", "term: T4", "term: T4")) == 2
    assert clash_of("term: T4", "term: T4", "term: T4\naliases: [{text: T4, ambiguous: true}]") == []
