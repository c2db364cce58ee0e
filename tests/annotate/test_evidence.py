import random
from collections.abc import Sequence
from dataclasses import replace

import pytest

from digest.annotate import Glossary
from digest.annotate.evidence import meant_elsewhere
from digest.annotate.profiles import Profile
from digest.linking import Alias, Term, term
from tests.annotate.sample import sample

PORT = term("port", "PA", name="Port Authority", aliases=[Alias("PA", ambiguous=True)], definition="Runs the docks.")
NAMING = ["The Port Authority hired a stevedore.", "A stevedore sued the Port Authority.", "Stevedore: Port Authority."]


def words(archive: Sequence[str], *others: Term, of: Term = PORT) -> set[str]:
    """The words that speak for a term, by what an archive and the glossary say."""
    return {word for word, _ in Glossary([of, *others]).learn(archive).profile(of.slug).words}


def test_spread_counts_texts() -> None:
    """A term is as widespread as the number of texts that may name it, by whatever form, however often."""
    spread = Glossary([PORT]).learn(["PA, PA and PA", "Port Authority", "nobody"]).spread
    assert (spread["port"], spread["elsewhere"]) == (2, 0)


def test_clear_names_teach() -> None:
    """What stands near a term's clear name in the archive speaks for the term."""
    assert "stevedore" in words(NAMING)
    assert "stevedore" not in words([])


def test_doubtful_forms_teach_nothing() -> None:
    """Near a form that may mean several things stands what may belong to any of them."""
    assert "stevedore" not in words([text.replace("Port Authority", "PA") for text in NAMING])


def test_name_that_terms_share_is_doubtful() -> None:
    """A form need not be marked: it is doubtful where two terms have it."""
    shared = term("airport", "Airport Authority", aliases=["Port Authority"])
    assert "stevedore" not in words(NAMING, shared)
    assert "stevedore" not in words(NAMING, PORT, of=shared)


def test_first_place_of_a_text_teaches() -> None:
    """A text says what it speaks of where it first names the term; far below it may speak of anything."""
    far = "and so on, " * 40
    taught = words([f"{text} {far} Volcano, says the Port Authority." for text in NAMING])
    assert "stevedore" in taught
    assert "volcano" not in taught


def test_glossary_teaches() -> None:
    """The names of a term and those of related ones speak for it, and its definition does."""
    quay = term("quay-street", "Quay Street", name="Kai Road")
    related = replace(PORT, related=("quay-street", "nowhere"))
    assert words([], quay, of=related) == words([], quay) | {"quay", "street", "kai", "road"}
    assert {"port", "authority", "dock"} <= words([], quay)


def test_definition_says_below_what_the_letters_mean_elsewhere() -> None:
    """Only the first paragraph of a definition speaks for the term."""
    more = term("port", "PA", definition="Runs the docks.\n\nElsewhere PA may be a loudspeaker.")
    assert "dock" in words([], of=more)
    assert "loudspeaker" not in words([], of=more)


def test_places_of_the_glossary_are_known() -> None:
    """The names of its places, in any spelling, say where a text plays."""
    towns = [term("tel-aviv", "Tel Aviv", kind="place", aliases=["Jaffa"]), term("lod", "Lod", kind="facility")]
    told = replace(PORT, context=("Jaffa", "Tel-Aviv", "Lod"))
    known = Glossary([told, *towns]).learn([]).profile("port")
    assert known.places == ("aviv", "jaffa", "tel")
    assert known.subject == ("authority port", "lod", "pa")


SUBJECTS = "The governor|A farmers' union|The port authority|A spokeswoman|The bakers|A judge|Engineers|Families"
DEEDS = "waited for fuel|counted the damage|signed a paper|opened the crossing|refused the offer|asked for loans"
PLACES = "in Homs|near Palmyra|in Damascus|on the coast|at the border|by the river|in Baku|from the old market"
NAMED = "Tiyas Air Base, which soldiers call T4, lay quiet|Hay'at Tahrir al-Sham, or HTS, was silent|T4 was hit"
UNRELATED = [
    "Volcanoes on Iceland sent ash over the farms of the south, and flights to Reykjavik were cancelled.",
    "A museum in Lisbon shows tiles from five centuries, some of them from a palace that is no longer there.",
    "Chile, Norway and Japan signed a treaty on whales in the southern ocean, to the anger of the fishers.",
    "The champion drew with black after 61 moves; the match for the title is level at the half.",
]


def entry(dice: random.Random) -> str:
    """An entry of chance; four in ten name a term of the sample digest that has an ambiguous form."""
    subjects, deeds, places, named = (part.split("|") for part in (SUBJECTS, DEEDS, PLACES, NAMED))
    length = dice.randint(6, 20)
    said = [
        f"{dice.choice(subjects)} {dice.choice(deeds)} {dice.choice(places)}, and others did" for _ in range(length)
    ]
    if dice.random() < 0.4:
        said.insert(dice.randrange(length), dice.choice(named))
    return ". ".join(said)


@pytest.mark.parametrize("text", UNRELATED, ids=lambda text: " ".join(text.split()[:3]))
def test_unrelated_entry_changes_little(text: str) -> None:
    """One more entry changes no slice of a large archive but for a few words that speak for ambiguous forms."""
    dice = random.Random(7)
    archive, glossary = [entry(dice) for _ in range(300)], Glossary(sample().terms)
    before, after = glossary.slices(archive), glossary.slices([*archive, text])
    known = {sense.slug: sense.profile for part in before for sense in part.senses}
    assert known["hts"].prior > 0 < known["t4-air-base"].prior
    for part, other in zip(before, after, strict=False):
        assert part.forms == other.forms
        for sense, same in zip(part.senses, other.senses, strict=True):
            assert replace(sense, profile=Profile()) == replace(same, profile=Profile())
            assert sense.profile.prior == same.profile.prior
            assert len({word for word, _ in set(sense.profile.words) ^ set(same.profile.words)}) <= 5


def test_definition_says_what_is_meant_elsewhere() -> None:
    """Below the first paragraph a sentence on other meanings gives the words of these, but none of the term's own."""
    told = term(
        "port",
        "PA",
        name="Port Authority",
        definition="Runs the docks.\n\nElsewhere PA may be a public address, or the docks. It has two cranes.",
    )
    assert meant_elsewhere(told) == ("address", "public")
    assert meant_elsewhere(PORT) == ()
