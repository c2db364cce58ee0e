import random
import re
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.annotate.profiles import (
    BACKGROUND,
    FIT,
    MARGIN,
    WORDS,
    Background,
    Profile,
    decided,
    margin,
    near,
    place_key,
    profile,
    weigh,
)
from digest.annotate.scan import mark, sample


@dataclass(frozen=True)
class Told:
    """What a glossary says of a sense."""

    slug: str
    context: str
    names: str
    definition: str

    def profile(self, background: Background) -> Profile:
        """The profile of a sense that no text names clearly yet."""
        context, names = self.context.split(", "), self.names.split(", ")
        return profile(background, context=context, names=names, definition=self.definition)


T4_AIR_BASE = Told(
    "t4-air-base",
    "Syria, Syrian, Homs, Palmyra, Tiyas, air base, air force",
    "T4, T-4, Tiyas Air Base, Tiyas Military Airbase, Homs, Palmyra, Tadmor, Hama Military Airport",
    "Air base west of Palmyra, in Homs governorate, that is described as the largest in Syria.",
)
HTS = Told(
    "hts",
    "Syria, Syrian, Damascus, Assad, al-Sharaa, faction, opposition",
    "HTS, Hay’at Tahrir al-Sham, Hayat Tahrir al-Sham, Ahmed al-Sharaa, Bashar al-Assad",
    "Armed group, in existence from 2017, that led the offensive of December 2024 against Bashar al-Assad and was"
    " declared dissolved on 29 January 2025.",
)
ISLAMIC_STATE = Told(
    "islamic-state",
    "Syria, Iraq, jihadist, caliphate, extremist, Mosul, Raqqa",
    "IS, Islamic State, Syrian Democratic Forces, al-Hol",
    "Jihadist group that held wide parts of Iraq and Syria between 2014 and 2019 and has fought on since.",
)
SDF = Told(
    "sdf",
    "Syria, Syrian, Kurdish, Raqqa, Hasakah, northeast",
    "SDF, Syrian Democratic Forces, Mazloum Abdi, Islamic State, Deir ez-Zor",
    "Alliance of mostly Kurdish fighters, backed by the United States, that held the northeast of Syria.",
)
ASSOCIATED_PRESS = Told(
    "associated-press",
    "reporter, journalist, correspondent, news agency, photographer, told",
    "AP, Associated Press, Reuters, Agence France-Presse",
    "News agency based in New York, a cooperative of American newspapers and broadcasters.",
)
SCREENING = Told(
    "screening",
    "compound, assay, drug, enzyme, molecule",
    "HTS, High-throughput screening",
    "Testing of many thousands of compounds against a target by machines, to find those that a drug may be made of.",
)
TARIFFS = Told(
    "tariff-schedule",
    "customs, tariff, duty, import, importer",
    "HTS, Harmonized Tariff Schedule, Trade Commission",
    "List of all goods that are imported into the United States, with the duty that is due on each.",
)

STRUCK = """Israeli jets struck T4 in the Syrian desert in the early hours of Thursday, leaving craters in both
runways, a war monitor said. The field east of Homs had been looked at by Turkish officers as a home for their
drones."""
WATCHED = """Ankara wants to post air defences at T4, two people with knowledge of the talks said, so that its crews
could watch the skies over central Syria. The base near Palmyra has been empty since the army of the former
government left it in December."""
CELLARS = """The second wave hit the airport of Hama and T-4, where three hangars burned until noon. Residents of
Tiyas, the village beside the fence, spent the night in cellars."""
THYROID = """The patient's thyroid-stimulating hormone was low while free T4 remained within the normal range, a
pattern that doctors call subclinical. She was taken off levothyroxine for six weeks, after which T4 and T3 were
measured again."""
NEWBORNS = """Infants are screened in their first week by a drop of blood from the heel. Where T4 falls below the
tenth percentile the laboratory measures TSH in the same sample, and a positive result brings the family back to the
clinic within days."""
SYRIAN_THYROID = """Doctors from Syria who now work in Leipzig measured T4 in two hundred Syrian children and found
that one in nine lacked iodine."""
LYMPHOCYTES = """Helper cells that carry the marker CD4, often written T4 in older papers, lead the response of the
immune system. The virus enters these lymphocytes through that receptor and destroys them, so the count of T4 cells
tells how far the infection has come."""
PHAGE = """Bacteriophage T4 injects its genome through a tail that contracts like a spring. Researchers cooled the
particles and photographed them with electrons, so that each of the baseplate's proteins could be told apart before
and after it met the wall of the bacterium."""
SYDNEY = """Passengers on Sydney's T4 line face buses instead of trains this weekend between Bondi Junction and
Hurstville. Track crews will replace points and overhead wires, and a timetable for the whole eastern suburbs route
is posted at each station."""
TRAM = """The tram T4 will run to the hospital every six minutes from autumn, the operator said. West of the river
the line uses the old railway bed; its largest depot is being rebuilt."""
TERMINAL = """Passengers of flights to Madrid will check in at T4 from Monday. The terminal, the largest of the
airport, opened in 2006 and is joined to its satellite by a train without a driver."""
ENTERED = """Fighters loyal to HTS entered Damascus before dawn, and by breakfast the statue on the square had been
pulled down. Assad had flown to Moscow, Russian agencies said. The group's leader asked for ministries to be left
unharmed."""
LISTED = """Washington is weighing whether HTS should stay on its list of terrorist organisations, officials said,
now that its former chief Ahmed al-Sharaa governs in Damascus. Several European states have already eased their
measures against Syria."""
COURTS = """In Idlib HTS had run courts, taxes and crossings for years. Rival opposition factions accused it of
arrests, and Syrian activists marched against its security service each Friday."""
COMPOUNDS = """The team ran HTS on a library of 300,000 compounds, each dissolved in a drop of solvent and tested
against an enzyme in plates of 1,536 wells. Forty hits survived the second assay; a group led by the first author is
now turning two of them into drugs."""
DUTIES = """Importers must give the ten-digit HTS number of each product when they declare it to customs. Under the
revised tariff schedule lithium batteries move to another heading, which raises the duty to 25 percent, a notice of
the trade commission says."""
MAGNETS = """Magnets wound from HTS tape stay superconducting at twenty kelvin, which makes smaller fusion reactors
thinkable. The coil that the company tested reached a field of twenty tesla."""
PATROL = """Two soldiers died when a mine planted by IS went off beside their patrol in the desert of eastern Syria.
The jihadist group has stepped up its attacks since the spring, above all on the roads to the oil fields."""
MOSUL = """Families from Mosul gathered at the mass grave where IS had thrown hundreds of its victims. Iraq's
government has promised to identify every one of them."""
COURSES = """Courses on IS at business schools teach how companies choose software, who answers for data and why so
many projects fail. The survey asked four hundred managers of information systems how they divide their budgets."""
CAPITALS = """WHAT IS KNOWN SO FAR: the bridge closed on Sunday after a crack was found in one of its piers.
Engineers will inspect it today and trains are being sent around the lake."""
MERGER = """Under the deal signed in Damascus the SDF will join the army as a bloc, and Kurdish officials hand over
border posts, the airport of Qamishli and the oil fields of Deir ez-Zor by the end of the year."""
DESTROYERS = """Japan will build two destroyers for the SDF at a cost of seven billion dollars, the defence ministry
in Tokyo said. The maritime branch is to receive the first of them in 2028."""
DELAYS = """After layout the timing tool writes an SDF file that gives the delay of every gate and wire. The
simulator reads it and checks the netlist for violations of setup and hold."""
GOVERNOR = """The governor told AP on Friday that he would not run again. An AP reporter who travelled with him
counted six people in the hall, and the agency's photographer found him alone backstage."""
CORRIDOR = """Every AP on the third floor broadcasts on the same channel, which is why laptops lose the network
whenever somebody walks down the corridor. Moving each access point to its own channel cured it within an hour."""
PUPILS = """More pupils than ever sat AP examinations in May. A good mark in calculus or chemistry can stand in for
a first-year course at college, and poorer districts now pay the fee themselves."""
AMARAVATI = """AP's cabinet approved a new capital at Amaravati, with a high court and a secretariat. Farmers who
gave up land in Andhra Pradesh have waited ten years for the plots they were promised."""

SENSES = {"T4": T4_AIR_BASE, "HTS": HTS, "IS": ISLAMIC_STATE, "SDF": SDF, "AP": ASSOCIATED_PRESS}
MEANT = {
    "T4": [STRUCK, WATCHED, CELLARS],
    "HTS": [ENTERED, LISTED, COURTS],
    "IS": [PATROL, MOSUL],
    "SDF": [MERGER],
    "AP": [GOVERNOR],
}
NOT_MEANT = {
    "T4": [THYROID, NEWBORNS, SYRIAN_THYROID, LYMPHOCYTES, PHAGE, SYDNEY, TRAM, TERMINAL],
    "HTS": [COMPOUNDS, DUTIES, MAGNETS],
    "IS": [COURSES, CAPITALS],
    "SDF": [DESTROYERS, DELAYS],
    "AP": [CORRIDOR, PUPILS, AMARAVATI],
}
ALL = [text for texts in (MEANT, NOT_MEANT) for found in texts.values() for text in found]
ARCHIVES = {"no archive": Background([]), "these texts": Background(ALL)}
ITEMS = [
    (form, text, sense.slug if text in MEANT[form] else None)
    for form, sense in SENSES.items()
    for text in (*MEANT[form], *NOT_MEANT[form])
]

LETTERS = st.text(alphabet="abcdeés’- \n4T", max_size=80)
VOCABULARY = [f"word{letter}{other}" for letter in "abcdefghij" for other in "klmnopqrtu"]
NEARBY = st.frozensets(st.sampled_from(VOCABULARY))
PROFILES = st.builds(
    profile,
    st.lists(LETTERS).map(Background),
    context=st.lists(LETTERS),
    names=st.lists(LETTERS),
    definition=LETTERS,
    examples=st.lists(NEARBY, max_size=5),
    named=st.integers(0, 400),
)


def around(form: str, text: str) -> frozenset[str]:
    """The words near all mentions of a form."""
    spelled = "T-?4" if form == "T4" else form
    return near(text, [mention.span() for mention in re.finditer(rf"\b{spelled}\b", text)])


@pytest.mark.parametrize("archive", ARCHIVES)
@pytest.mark.parametrize(("form", "text", "meant"), ITEMS, ids=lambda item: " ".join(str(item).split()[:5]))
def test_told_sense_is_found_where_it_is_meant_alone(form: str, text: str, meant: str | None, archive: str) -> None:
    """What the glossary says is enough for plain texts; other meanings of the form are left alone."""
    sense = SENSES[form]
    best = decided(weigh(around(form, text), {sense.slug: sense.profile(ARCHIVES[archive])}))
    assert (best and best.slug) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [(ENTERED, "hts"), (COURTS, "hts"), (COMPOUNDS, "screening"), (DUTIES, "tariff-schedule"), (MAGNETS, None)],
)
def test_senses_of_one_form_are_told_apart(text: str, meant: str | None) -> None:
    """Of several senses the fitting one is chosen, and none in a text on something else again."""
    profiles = {sense.slug: sense.profile(Background(ALL)) for sense in (HTS, SCREENING, TARIFFS)}
    best = decided(weigh(around("HTS", text), profiles))
    assert (best and best.slug) == meant


def test_archive_teaches_what_nobody_told() -> None:
    """Words that stand near a clear name in other entries speak for the sense."""
    entries = [
        f"The {word} of the quay, a stevedore and a lighter: Port Authority." for word in ("fog", "crane", "rope")
    ]
    examples = [near(entry, [(entry.index("Port"), len(entry))]) for entry in entries]
    learnt = {"port-authority": profile(Background([*ALL * 20, *entries]), examples=examples)}
    best = decided(weigh(around("PA", "Every lighter at the quay pays the PA."), learnt))
    assert best
    assert best.words == ("lighter", "quay")
    assert decided(weigh(around("PA", "Ask the PA for a date in the afternoon."), learnt)) is None


def test_words_far_from_the_mention_are_not_heard() -> None:
    """A text about many things may name Syria elsewhere; beyond some 25 words it says nothing about this form."""
    assert {"homs", "palmyra"} <= near(f"T4, Homs. {'Palmyra'}", [(0, 2)])
    assert near(f"T4, Homs. {'and ' * 40}Palmyra", [(0, 2)]) == {"homs", "and"}
    assert near(f"Palmyra {'and ' * 40}Homs, T4", [(174, 176)]) == {"homs", "and"}


def test_words_around_all_mentions_are_taken_together() -> None:
    """A form has one meaning in a text."""
    text = f"T4 in Homs. {'and ' * 100}T4 in Syria."
    assert {"homs", "syria"} <= around("T4", text)


def test_form_itself_is_no_evidence() -> None:
    """Each of its senses has it, so it speaks for none, wherever it stands."""
    assert near("The IS base, IT and is not", [(4, 6), (13, 15)]) == {"the", "base", "and", "not"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Faction, FACTIONS; factional’s", {"faction", "factional"}),
        ("Şırnak’ta Sham’s cities", {"sirnak", "ta", "sham", "city"}),
        ("press virus analysis news Homs", {"press", "virus", "analysis", "news", "homs"}),
        ("in 2017, a 4th of 12,000 b", {"in", "of"}),
        ("هيئة 叙利亚 сирия", {"هیئه", "叙利亚", "сирия"}),
    ],
)
def test_words_are_folded(text: str, words: set[str]) -> None:
    """Case, accents and a plural's ending make no difference; numbers and single letters are no words."""
    assert near(text, [(0, 0)]) == words


@pytest.mark.parametrize("shift", range(8))
def test_words_that_the_reach_cuts_are_left_out(shift: int) -> None:
    """The rest of a word is another word, and might speak for another sense."""
    text = f"{'desert ' * 40}{'a' * shift} T4 {'a' * shift}{' desert' * 40}"
    assert near(text, [(text.index("T4"), text.index("T4") + 2)]) - {"a" * shift} == {"desert"}


@given(st.lists(st.text(max_size=4), max_size=30), st.integers(1, 10), st.randoms())
def test_sample_is_the_same_in_any_order(texts: list[str], size: int, dice: random.Random) -> None:
    """A sample hangs on the texts alone, and another text drives at most one of it out."""
    marks = [mark(text) for text in texts]
    chosen = sample(marks, size)
    assert len(chosen) == min(size, len(texts))
    assert chosen == sample(dice.sample(marks, len(marks)), size)
    assert len(set(chosen) - set(sample([*marks, mark("another")], size))) <= 1


@given(PROFILES)
def test_profile_is_small(known: Profile) -> None:
    """A profile has a bounded number of words, sorted, each once and with one to three bits."""
    words = [word for word, _ in known.words]
    assert len(words) <= WORDS
    assert words == sorted(set(words))
    assert {weight for _, weight in known.words} <= {1, 2, 3}
    assert hash(known) == hash(Profile(known.words, known.prior, known.places, known.subject))


def test_profile_keeps_what_its_author_said() -> None:
    """However many words the archive has for a sense, those of the glossary stay."""
    crowd = [frozenset(f"crowd{number}x" for number in range(900))] * 32
    known = dict(profile(Background([]), context=["Idlib"], names=["Tahrir"], examples=crowd).words)
    assert len(known) == WORDS
    assert known["idlib"] == 3


@given(st.lists(NEARBY, max_size=6), st.lists(st.sampled_from(VOCABULARY)), st.randoms())
def test_profile_does_not_know_orders(examples: list[frozenset[str]], context: list[str], dice: random.Random) -> None:
    """The same entries in another order, or another run of the program, make the same profile."""
    shuffled = dice.sample(examples, len(examples)), dice.sample(context, len(context))
    made = [profile(Background(ALL), examples=some, context=words) for some, words in ((examples, context), shuffled)]
    assert made[0] == made[1]


def test_common_words_weigh_nothing_unless_the_author_says_so() -> None:
    """What every entry of an archive has tells no sense, but a `context` is the author's word."""
    archive = Background(["Syria and its neighbours"] * 200)
    assert profile(archive, names=["Syria"], definition="Syria").words == ()
    assert profile(archive, context=["Syria"]).words == (("syria", 3),)


def test_frequent_words_weigh_nothing_in_a_first_entry() -> None:
    """Where there is no archive yet, small words are known to say nothing."""
    told = "It was there that they had been for most of the last year, he said, and two others with him"
    assert profile(Background([]), names=[told, "Front de libération de la Palestine"]).words == (
        ("front", 2),
        ("liberation", 2),
        ("palestine", 2),
    )


def test_one_more_text_changes_little() -> None:
    """An entry that is added to a large archive mostly leaves a profile as it is, or else changes a few weights."""
    dice = random.Random(3)
    ranks = [1 / (number + 1) for number in range(4000)]
    names = [f"w{number:04}x" for number in range(4000)]
    texts = [" ".join(dice.choices(names, ranks, k=150)) for _ in range(600)]
    examples = [near(text, [(500, 505)]) for text in texts[:20]]
    marked = {mark(text): text for text in texts}
    before = profile(Background(marked[one] for one in sample(marked, BACKGROUND)), examples=examples)
    assert len(before.words) == WORDS
    changed = []
    for text in texts[:30]:
        rest = marked.keys() - {mark(text)}
        after = profile(Background(marked[one] for one in sample(rest, BACKGROUND)), examples=examples)
        changed.append(len({word for word, _ in set(before.words) ^ set(after.words)}))
    assert changed.count(0) > 15
    assert max(changed) <= 10


@given(st.dictionaries(st.sampled_from("abcdef"), PROFILES), NEARBY, st.randoms())
def test_ranks_do_not_know_orders(profiles: dict[str, Profile], words: frozenset[str], dice: random.Random) -> None:
    """The senses' order makes no difference, ties included; the best is first."""
    ranked = weigh(words, profiles)
    assert ranked == weigh(words, dict(dice.sample(list(profiles.items()), len(profiles))))
    assert [one.score for one in ranked] == sorted((one.score for one in ranked), reverse=True)
    assert {one.slug for one in ranked} == profiles.keys()


@given(st.dictionaries(st.sampled_from("abcdef"), PROFILES), NEARBY)
def test_nothing_said_decides_nothing(profiles: dict[str, Profile], words: frozenset[str]) -> None:
    """An empty text, an empty profile and a glossary without the form decide nothing, whatever the archive prefers."""
    assert decided(weigh(frozenset(), profiles)) is None
    assert decided(weigh(words, {slug: Profile((), known.prior) for slug, known in profiles.items()})) is None
    assert decided(weigh(words, {})) is None


def test_three_loudest_words_count() -> None:
    """A long text gains nothing by its length."""
    known = Profile(tuple((word, 1 + number % 3) for number, word in enumerate("abcdefghi")))
    [best] = weigh("abcdefghi", {"sense": known})
    assert (best.fit, best.words) == (9, ("c", "f", "i"))


def test_words_that_begin_alike_are_one_sign() -> None:
    """A country and its adjective do not make two witnesses."""
    [best] = weigh({"syria", "syrian", "homs"}, {"sense": Profile((("homs", 2), ("syria", 3), ("syrian", 3)))})
    assert (best.fit, best.words) == (5, ("syria", "homs"))


def test_places_are_one_sign() -> None:
    """What all news of a country share does not decide, unless something says that the subject is spoken of."""
    known = Profile(
        (("homs", 3), ("palmyra", 2), ("syrian", 3)), places=("homs", "palmyra", "syrian"), subject=("base",)
    )
    somewhere = {"homs", "palmyra", "syrian"}
    assert [weigh(words, {"t4": known})[0].fit for words in (somewhere, {*somewhere, "base"})] == [3, 8]
    assert [weigh(somewhere, {"t4": known}, {"t4": beside})[0].fit for beside in (-1, 0, 1)] == [0, 3, 8]


def test_phrase_of_the_subject_is_heard_whole() -> None:
    """The words of a phrase may stand apart, but one of them alone says little."""
    known = Profile((("homs", 3), ("syrian", 3)), places=("homs", "syrian"), subject=("air base",))
    heard = [("air",), ("base",), ("air", "base")]
    assert [weigh({"homs", "syrian", *words}, {"t4": known})[0].fit for words in heard] == [3, 3, 6]


def test_what_stands_beside_asks_for_more() -> None:
    """Beside what another thing has, a full word more is asked for, and no word of the subject lifts the places."""
    known = Profile((("base", 3), ("homs", 3), ("syrian", 3)), places=("homs", "syrian"), subject=("base",))
    words = {"base", "homs", "syrian"}
    assert [weigh(words, {"t4": known}, {"t4": beside})[0].fit for beside in (-1, 0)] == [3, 9]


def test_profile_knows_places() -> None:
    """Countries, peoples and the places that it is told are places; what else its author says of it is its subject."""
    known = profile(
        Background([]),
        context=["Syrian", "Deir ez-Zor", "air base", "United States"],
        names=["T4", "Homs Field"],
        related=["Homs", "Assad"],
        places=[place_key("Homs"), place_key("Deir-ez-Zor")],
    )
    assert known.places == ("deir", "ez", "homs", "state", "syrian", "united", "zor")
    assert known.subject == ("air base", "field", "t4")


@pytest.mark.parametrize(("weights", "wins"), [((3, 3), True), ((3, 2), False), ((2, 2, 2), True), ((2, 2, 1), False)])
def test_fit_is_asked_for(weights: tuple[int, ...], *, wins: bool) -> None:
    """One word is not enough; two are, if they weigh in full."""
    known = Profile(tuple(zip("abc", weights, strict=False)))
    assert bool(decided(weigh("abc", {"sense": known}))) == wins == (sum(weights) >= FIT)


@pytest.mark.parametrize(("other", "wins"), [(0, True), (3, True), (4, False), (7, False)])
def test_lead_is_asked_for(other: int, *, wins: bool) -> None:
    """A sense that is close behind, by its words or by the archive's habit, leaves it open."""
    best = Profile((("a", 3), ("b", 3)))
    for rival in (Profile((("a", min(3, other)), ("b", max(0, other - 3)))), Profile((), other)):
        ranked = weigh("ab", {"best": best, "rival": rival})
        assert margin(ranked) == abs(6 - other)
        winner = decided(ranked)
        assert (winner is not None and winner.slug == "best") == wins == (6 - other >= MARGIN)


@pytest.mark.parametrize(("named", "prior"), [(0, 0), (1, 1), (2, 1), (3, 2), (6, 2), (7, 3), (300, 8)])
def test_prior_grows_with_each_doubling(named: int, prior: int) -> None:
    """How often an archive names a sense is rounded, so that one more entry rarely changes it."""
    assert profile(Background([]), named=named).prior == prior
