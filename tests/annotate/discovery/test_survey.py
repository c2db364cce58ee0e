from pathlib import Path

import pytest

from digest.annotate import Glossary, Manuscript, Sighting, survey
from digest.annotate.discovery.survey import Spellings
from digest.model import Content
from digest.problems import Span
from tests.digests import digest_of

SSRC = "Scientific Studies and Research Center"


def sightings(text: str, *terms: str, keys: str = "") -> tuple[Sighting, ...]:
    """What the survey of a text finds, with a glossary of these terms, each given by its front matter."""
    files = {f"glossary/term-{number}.md": f"---\nterm: {term}\n---\nx\n" for number, term in enumerate(terms)}
    article = f"---\ntitle: A\ndate: 2025-04-09\ndraft: true\n{keys}\n---\n{text}\n"
    content, problems = digest_of({**files, "articles/a.md": article})
    assert problems == ()
    return surveyed(content)[0]


def surveyed(content: Content) -> list[tuple[Sighting, ...]]:
    """What the survey of each text of a digest finds."""
    bodies = [content.bodies[article.path] for article in content.articles]
    slices = Glossary(content.terms).slices([body.text for body in bodies])
    links, root = content.config.links, content.config.root
    return [
        survey(Manuscript.of(article, body, links, root), part)
        for article, body, part in zip(content.articles, bodies, slices, strict=True)
    ]


def short(found: tuple[Sighting, ...]) -> list[tuple[str, str, int]]:
    """The kinds, surfaces and counts of sightings."""
    return [(sighting.kind, sighting.surface, sighting.count) for sighting in found]


def test_sighting_has_its_place_and_sentence() -> None:
    """An abbreviation that an entry explains comes with its long form, its place in the file and its sentence."""
    (found,) = sightings(f"It rained.\n\nThey struck the {SSRC}\n(SSRC) twice. Then they left.")
    assert found == Sighting(
        kind="abbreviation",
        surface="SSRC",
        long=SSRC,
        span=Span("content/articles/a.md", 10, 2),
        before=f"They struck the {SSRC} (",
        after=") twice.",
        count=1,
    )
    assert found.span.text == "(SSRC) twice. Then they left."


def test_each_name_is_sighted_once() -> None:
    """A name is counted under its first place, in all its spellings; white space in it is folded."""
    found = sightings(
        "The Houthi fleet and Murhaf\nAbu Qasra met. Two Houthis, the HOUTHI flag and Murhaf Abu Qasra’s."
    )
    assert short(found) == [("name", "Houthi", 3), ("name", "Murhaf Abu Qasra", 2)]


@pytest.mark.parametrize("text", [f"SSRC is here. The {SSRC} (SSRC) too.", f"The {SSRC} (SSRC) is here; SSRC too."])
def test_acronym_that_is_explained_anywhere_is_explained(text: str) -> None:
    """An acronym counts for the place where its entry explains it, before and after."""
    (found,) = sightings(text)
    assert (found.kind, found.long, found.count) == ("abbreviation", SSRC, 2)
    assert found.before.endswith(f"The {SSRC} (")


def test_acronym_that_is_not_explained() -> None:
    """Other words in capitals are acronyms, by all their spellings."""
    assert short(sightings("The WFP, an IDP, other IDPs, the W.F.P. and T4.")) == [
        ("acronym", "WFP", 2),
        ("acronym", "IDP", 2),
        ("acronym", "T4", 1),
    ]


def test_what_every_reader_knows_is_no_name_either() -> None:
    """An acronym that every reader knows is not sighted as a name instead; a country is one."""
    assert short(sightings("They told the EU, NATO’s men, the U.N. and a CEO on TV of the US.")) == [("name", "US", 1)]


def test_surname_counts_for_the_full_name_before_it() -> None:
    """A surname counts for the name that it follows, unless two people share it."""
    found = sightings("The envoy Anna Lindh came. Then Lindh left, and Lindh’s aide. On Monday Lindh returned.")
    assert short(found) == [("name", "Anna Lindh", 4)]
    found = sightings(
        "The envoys Anna Lindh and Ola Lindh came. Then Lindh left, said Korea, in South Korea, and Korea."
    )
    assert short(found) == [
        ("name", "Anna Lindh", 1),
        ("name", "Ola Lindh", 1),
        ("name", "Lindh", 1),
        ("name", "Korea", 2),
        ("name", "South Korea", 1),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "They met in Homs and in HOMS, Homs’s town.",
        "See [Homs](https://example.org/Hama/UNHCR).",
        "# Idlib and UNHCR\n",
        "`Idlib` is code.\n\n    UNHCR\n",
        "![Idlib by UNHCR](/idlib.jpg)",
        "At https://example.org/Idlib/UNHCR and www.UNHCR.example/Idlib it stands.",
        "The town of [[!Idlib]], the [[!UNHCR]].",
        "The town of [[term-0|Idlib]], the [[term-0|UNHCR]].",
        "They met [[term-0|the Scientific Studies]].",
    ],
)
def test_what_is_known_or_no_prose_is_not_sighted(text: str) -> None:
    """What a form matches, what the author forced or forbade, and what is no prose is not sighted."""
    assert sightings(text, "Homs") == ()


def test_larger_name_around_a_form_is_sighted() -> None:
    """A name of the glossary leaves room for a larger one that it is no mention in; a title makes none larger."""
    found = sightings("The Bank of Homs and Homs met President Ali Homs.", "Homs\nkind: place")
    assert short(found)[0] == ("name", "Bank of Homs", 1)
    assert sightings("Today Turkish Foreign Minister Hakan Fidan left.", "Hakan Fidan") != ()
    assert short(sightings("Today Foreign Minister Hakan Fidan left.", "Hakan Fidan")) == []


@pytest.mark.parametrize("name", ["Katz Center", "Fort Katz"])
def test_larger_name_begins_with_its_sentence(name: str) -> None:
    """What annotation takes for a larger name is sighted as a whole, at a sentence's start too."""
    found = sightings(f"It rained. {name} shut; Israel Katz left the {name}.", "Israel Katz\nkind: person")
    assert short(found) == [("name", name, 2)]


def test_long_form_beside_a_known_short_form_is_a_name() -> None:
    """Where the short form is a term's, another long form may be a slip: it is sighted, the term's own name is not."""
    hts = "HTS\nname: Hayat Tahrir al-Sham"
    assert short(sightings("The Hayet Tahrir al-Sham (HTS) met HTS.", hts)) == [("name", "Hayet Tahrir al-Sham", 1)]
    assert sightings("The Hayat Tahrir al-Sham (HTS) met HTS.", hts) == ()


def test_link_texts_are_prose() -> None:
    """The words of a link are read as all others are; only its address is not."""
    assert short(sightings("See [the report of Idlib](https://example.org/).")) == [("name", "Idlib", 1)]


def test_new_short_form_of_a_term_names_the_term() -> None:
    """An abbreviation whose long form is a term, with or without article, is sighted with that term's slug."""
    (found,) = sightings(f"They struck [[term-0|the {SSRC}]] (SSRC).", SSRC)
    assert (found.kind, found.surface, found.term) == ("abbreviation", "SSRC", "term-0")
    found_all = sightings(f"They struck the {SSRC} (SSRC) and SSRC.", SSRC)
    assert [(one.surface, one.term) for one in found_all] == [("SSRC", "term-0")]


def test_short_form_that_is_an_alias_is_known() -> None:
    """An abbreviation that is one of its term's forms already is not sighted."""
    assert sightings(f"They struck the {SSRC} (SSRC).", f"{SSRC}\naliases: [SSRC]") == ()
    assert sightings(f"They struck the {SSRC} (SSRC).", f"{SSRC}\naliases: [{{text: ssrc, case: ignore}}]") == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The agency Reuters came. Citing Reuters, he left.", "Reuters"),
        ("The men of Hamas came. Members of Hamas left.", "Hamas"),
    ],
)
def test_lead_of_a_sentence_is_no_part_of_a_name(text: str, name: str) -> None:
    """Words that only begin a sentence before a name are cut where the entry has that name elsewhere."""
    assert short(sightings(text)) == [("name", name, 2)]


def test_nouns_in_capitals_are_no_names() -> None:
    """Where a language writes every noun with a capital, only abbreviations and acronyms are sighted."""
    assert short(sightings("Die Delegation der UNHCR traf Murhaf Abu Qasra.", keys="lang: de-AT")) == [
        ("acronym", "UNHCR", 1)
    ]


def test_sentence_of_a_long_passage_is_cut() -> None:
    """A quotation is short, however long the passage is that it stands in."""
    found = sightings(f"{'word ' * 2000}the UNHCR {'word ' * 2000}")
    assert [(len(one.before) < 200, len(one.after) < 200, one.before[:2]) for one in found] == [(True, True, "… ")]


def test_long_paragraph_takes_linear_time() -> None:
    """A paragraph of thousands of names is read as fast as many short ones: this ends at once, or never."""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    names = [f"{a}{b.lower()}{c.lower()}xa" for a in letters for b in letters for c in letters[:3]]
    assert len(sightings("the " + " or ".join(names))) == len(names)


@pytest.mark.parametrize(
    "names",
    [
        ("HOUTHI", "Houthis", "Houthi"),
        ("Houthi", "Houthis", "HOUTHI"),
        ("Hay’at Tahrir", "Hayat Tahrir", "HAY'AT TAHRIR"),
        ("The Guardian Council", "Guardian Council"),
        ("U.N.", "UN"),
    ],
)
def test_spellings_are_one_name(names: tuple[str, ...]) -> None:
    """Plurals, capitals, apostrophes, points and an article make no other name, whichever comes first."""
    spellings = Spellings(names)
    assert len({spellings.first(name) for name in names}) == 1


def test_other_words_are_another_name() -> None:
    """Names that differ in a word or a letter are two, and small letters are not a short word in capitals."""
    spellings = Spellings(())
    names = ("Houthi", "Houthi Front", "Homs", "Hama", "WHO", "who")
    assert len({spellings.first(name) for name in names}) == len(names)


def test_sample_lacks_no_abbreviation() -> None:
    """Every abbreviation that the published digest explains is in its glossary."""
    folder = Path(__file__).parents[3] / "content"
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    content, _ = digest_of(files)
    found = [one for sightings in surveyed(content) for one in sightings]
    assert [one for one in found if one.kind == "abbreviation"] == []
    assert {one.surface for one in found} >= {"Rudaw", "Middle East Monitor", "MINA"}
