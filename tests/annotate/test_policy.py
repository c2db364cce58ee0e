import pytest

from digest.annotate import annotate, explain
from digest.model import LinkPolicy
from tests.annotate.reading import annotation, glossary, manuscript, page, readable, slice_for
from tests.golden import Example


@pytest.mark.parametrize("example", page("policy"), ids=lambda example: example.title)
def test_policy(example: Example) -> None:
    """The page of examples for a site that says nothing about links: the first mention, one in 25 words."""
    actual = readable(annotation(example.given, LinkPolicy()))
    assert example.golden(actual) == actual


def rules(given: str, policy: LinkPolicy) -> list[tuple[str, str]]:
    """Each mention of a text with the rule that decided on its link."""
    found = manuscript(given, policy)
    return [(place.surface, place.rule) for place in explain(found, slice_for(found))]


def test_each_refusal_has_its_reason() -> None:
    """An author can learn why a mention is not linked."""
    given = "---\nglossary: {skip: [us]}\n---\nHoms, Homs, Israel, US, [[ssrc]] and Rudaw.\n\nHTS, SANA, WHO."
    assert rules(given, LinkPolicy("first", density=0, per_paragraph=2)) == [
        ("Homs", "the only sense"),
        ("Homs", "the term is linked already"),
        ("Israel", "the paragraph has its 2 links"),
        ("US", "skipped by the front matter"),
        ("SSRC", "the author's [[…]]"),
        ("Rudaw", "no links by policy"),
        ("HTS", "the only sense"),
        ("SANA", "the only sense"),
        ("WHO", "the paragraph has its 2 links"),
    ]


def test_room_for_one_link_is_told_as_one() -> None:
    """A paragraph that takes one link has "its one link"."""
    found = rules("Homs, Israel.", LinkPolicy("first", density=0, per_paragraph=1))
    assert found[1] == ("Israel", "the paragraph has its one link")


@pytest.mark.parametrize(("density", "linked"), [(0, 5), (1, 5), (2, 3), (3, 2), (5, 1), (1000, 1)])
def test_density_counts_words(density: int, linked: int) -> None:
    """Of five words one in so many may be linked, rounded up; 0 sets no limit."""
    found = annotation("Homs, Israel, HTS, SSRC, Baku", LinkPolicy("first", density, per_paragraph=0))
    assert linked == sum(mention.linked for mention in found.mentions)


def test_rare_terms_go_before_common_ones() -> None:
    """Where there is room for some only, a term that few texts mention is linked before one that many mention."""
    found = manuscript("Homs and Israel", LinkPolicy("first", density=25, per_paragraph=0))
    archive = [found.body.text, "Homs", "Homs", "Homs"]
    assert annotate(found, glossary().slices(archive)[0]).mentions[1].linked
    assert annotate(found, glossary().slices(archive[:1])[0]).mentions[0].linked
