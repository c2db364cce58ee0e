import pytest

from digest.annotate.brackets import forced_slugs
from tests.annotate.reading import annotation, page, readable
from tests.golden import Example


@pytest.mark.parametrize("example", page("brackets"), ids=lambda example: example.title)
def test_brackets(example: Example) -> None:
    """The page of examples for `[[…]]` and `[[!…]]`."""
    actual = readable(annotation(example.given))
    assert example.golden(actual) == actual


@pytest.mark.parametrize(
    ("text", "slugs"),
    [
        ("[[homs]] and [[t4-air-base|the base]]", {"homs", "t4-air-base"}),
        (r"| [[t4-air-base\|the base]] |", {"t4-air-base"}),
        ("`[[homs]]`", {"homs"}),
        ("> [[homs\n> |the\n> city]] [[\nssrc]] [[hts|a\nb]]", {"homs", "ssrc", "hts"}),
        ("[[!homs]] [[Not a slug]] [homs] [[homs", set()),
    ],
)
def test_first_look_finds_every_forced_slug(text: str, slugs: set[str]) -> None:
    """Whatever the parser will find is found in the bare text; in code it finds more, which does no harm."""
    assert slugs == forced_slugs(text)


@pytest.mark.parametrize(
    ("given", "place"),
    [
        ("One.\n\nThe [[tarqiyah]] base.\n", "3:5"),
        ("One\ntwo [[tarqiyah|x]].\n", "2:5"),
        ("## The [[tarqiyah]] base\n", "1:8"),
        ("The [[ tarqiyah ]] base\n", "1:5"),
        ("The [[homs|a\ncity]] and the [[\ntarqiyah]] base\n", "2:16"),
        ("By `[[tarqiyah]]`: [[tarqiyah]].\n", "1:20"),
        ("| a | b |\n|---|---|\n| [[tarqiyah\\|the base]] | b |\n", "3:3"),
        ("Text.[^1]\n\n[^1]: See [[tarqiyah]].\n", "3:11"),
    ],
)
def test_name_in_brackets_is_a_reference(given: str, place: str) -> None:
    """Each term that an author names is known with its place, in headings too, so that a wrong one can be told."""
    (reference,) = (reference for reference in annotation(given).references if reference.slug != "homs")
    assert (reference.kind, reference.slug) == ("term", "tarqiyah")
    assert place == f"{reference.span.line}:{reference.span.column}"


def test_form_in_brackets_is_a_reference() -> None:
    """A form where the slug belongs is a reference to a term that is not there, not text with brackets."""
    assert [reference.slug for reference in annotation("The [[HTS]] and [[Tiyas Air Base]].").references] == [
        "HTS",
        "Tiyas Air Base",
    ]


@pytest.mark.parametrize("given", ["`[[tarqiyah]]`", "[[!tarqiyah]]", "\\[[tarqiyah]]", "    [[tarqiyah]]"])
def test_what_forces_no_link_is_no_reference(given: str) -> None:
    """Brackets in code, escaped brackets and forbidden words name nothing."""
    assert annotation(given).references == ()
