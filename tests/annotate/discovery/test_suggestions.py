from collections.abc import Sequence

from digest.annotate import Sighting, suggest
from digest.annotate.discovery.unknown import Kind
from digest.problems import Span

SSRC = "Scientific Studies and Research Center"
SDF = "Syrian Democratic Forces"


def sighting(
    surface: str, entry: str = "a", count: int = 1, *, kind: Kind = "name", long: str = "", term: str = ""
) -> Sighting:
    """A sighting in an entry of that name; an abbreviation where a long form is given."""
    kind = "abbreviation" if long else kind
    return Sighting(kind, surface, long, Span(f"{entry}.md", 7, 1), f"{long} (", ").", count, term)


def lines(found: Sequence[Sighting], least: int | None = None) -> list[str]:
    """The suggestions as lines: entries, occurrences, the name, its full form, other forms, its term."""
    return [
        " ".join(filter(None, [f"{one.entries}/{one.count}", one.surface, one.name, *one.forms, one.term]))
        for one in suggest(found, least)
    ]


def test_names_of_most_entries_come_first() -> None:
    """The number of entries ranks, then the occurrences, then the alphabet whatever the capitals."""
    found = [
        *(sighting("Idlib", entry) for entry in "ab"),
        *(sighting("Reuters", entry) for entry in "abc"),
        *(sighting("al-Bab", entry) for entry in "ab"),
        *(sighting("Manbij", entry, 2) for entry in "ab"),
    ]
    assert lines(found) == ["3/3 Reuters", "2/4 Manbij", "2/2 al-Bab", "2/2 Idlib"]


def test_names_must_recur() -> None:
    """Names and acronyms count from two entries on, an abbreviation that is explained from one; least changes all."""
    found = [
        sighting("Idlib", "a", 5),
        sighting("HQ", "a", 5, kind="acronym"),
        sighting("SDF", "a", long=SDF),
        *(sighting("UN", entry, kind="acronym") for entry in "ab"),
    ]
    assert lines(found) == ["2/2 UN", f"1/1 SDF {SDF}"]
    assert lines(found, least=1) == ["2/2 UN", "1/5 HQ", "1/5 Idlib", f"1/1 SDF {SDF}"]
    assert lines(found, least=2) == ["2/2 UN"]


def test_spellings_are_one_suggestion() -> None:
    """Plurals, capitals and apostrophes are forms of one name, which is shown as it is written most."""
    found = [
        sighting("HOUTHI", "a", kind="acronym"),
        sighting("Houthis", "b", 2),
        sighting("Houthi", "c", 3),
        sighting("Hay’at", "a"),
        sighting("Hayat", "b"),
    ]
    assert lines(found) == ["3/6 Houthi HOUTHI Houthis", "2/2 Hay’at Hayat"]


def test_abbreviation_and_long_form_are_one() -> None:
    """An abbreviation is counted where it is explained, where it stands alone, and by its long form alone."""
    found = [
        sighting("SDF", "a", kind="acronym"),
        sighting(SDF, "b", 2),
        sighting("SDF", "c", long=SDF),
        sighting("SDF", "d", long="the Syrian Democratic Forces"),
    ]
    assert lines(found) == [f"4/5 SDF {SDF} the {SDF}"]
    assert suggest(found)[0].quoted == found[2]


def test_long_form_that_is_read_as_two_names() -> None:
    """The two names that a long form holds are that long form, where they stand in it."""
    sentence = Span("b.md", 7, 1)
    parts = [
        Sighting("name", "Scientific Studies", "", sentence, "the ", " and Research Center fell.", 1),
        Sighting("name", "Research Center", "", sentence, "the Scientific Studies and ", " fell.", 1),
        *(sighting("Research Center", entry) for entry in "cd"),
    ]
    found = [sighting("SSRC", "a", long=SSRC), *parts]
    assert lines(found) == ["2/2 Research Center", f"2/2 SSRC {SSRC}"]


def test_long_forms_agree_by_their_words() -> None:
    """British and American spelling, an article and one more word make no other sense; other words do."""
    found = [
        sighting("SSRC", "a", long=SSRC),
        sighting("SSRC", "b", long=SSRC.replace("Center", "Centre")),
        sighting("SSRC", "c", long=f"Syrian {SSRC}"),
        sighting("SSRC", "d", long="Social Science Research Council"),
        sighting("SSRC", "e", kind="acronym"),
    ]
    assert lines(found) == [
        f"4/4 SSRC {SSRC} Scientific Studies and Research Centre Syrian {SSRC}",
        "1/1 SSRC Social Science Research Council",
    ]


def test_term_that_wants_an_alias_is_named() -> None:
    """Where the long form is a term in any entry, the suggestion is an alias for it."""
    found = [sighting("SDF", "a", long="SD Forces"), sighting("SDF", "b", long=f"{SDF}, SD Forces", term="sdf")]
    assert [one.term for one in suggest(found)] == ["sdf"]


def test_peoples_are_no_names() -> None:
    """Words that say whose something is are left out however often they stand."""
    assert lines([sighting(word, entry) for word in ("Israeli", "Kurds", "Houthi") for entry in "ab"]) == ["2/2 Houthi"]


def test_nothing_is_suggested_of_nothing() -> None:
    """Without sightings there are no suggestions."""
    assert suggest([]) == []
