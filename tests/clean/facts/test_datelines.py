"""Datelines, and the agency they name."""

import pytest

from digest.clean.facts.datelines import agency_named, dateline_outlet, is_dateline, split_credit, split_dateline
from tests.patience import ends_within


@pytest.mark.parametrize(
    ("line", "place", "agency", "rest"),
    [
        ("ERBIL, Kurdistan Region - Diplomatic and", "ERBIL, Kurdistan Region", "", "Diplomatic and"),
        ("RAFAH, Gaza Strip (AP) — More than", "RAFAH, Gaza Strip", "AP", "More than"),
        ("LONDON, April 9 (Reuters) - Oil", "LONDON", "Reuters", "Oil"),
        ("BEIRUT/DAMASCUS — The", "BEIRUT/DAMASCUS", "", "The"),
        ("TEHRAN- As announced", "TEHRAN", "", "As announced"),
        ("Paris (AFP) – French", "Paris", "AFP", "French"),
        ("(AP) — Hello", "", "AP", "Hello"),
        ("GENEVA, 4 March 2025 – The fund", "GENEVA", "", "The fund"),
        ("AMMAN, Jordan, May 3, 2025 (Petra) -- A court", "AMMAN, Jordan", "Petra", "A court"),
        ("April 9 (Reuters) - The cabinet", "", "Reuters", "The cabinet"),
        ("WASHINGTON (Aug. 13) -- The", "WASHINGTON", "", "The"),
        ("ZURICH, Switzerland, April 9, 2025 /PRNewswire/ -- Pumps", "ZURICH, Switzerland", "PRNewswire", "Pumps"),
        ("HASAKAH, Syria (North Press) – The", "HASAKAH, Syria", "North Press", "The"),
        ("April 9, 2025 - The", "", "", "April 9, 2025 - The"),
        ("**ERBIL, Kurdistan Region** - Diplomatic", "ERBIL, Kurdistan Region", "", "Diplomatic"),
        ("NEW YORK -- “We", "NEW YORK", "", "“We"),
        ("ANKARA (AA) - Bakan", "ANKARA", "AA", "Bakan"),
        ("İstanbul, 9 Nisan (Reuters) - Köprü", "İstanbul", "Reuters", "Köprü"),
        ("İSTANBUL, (DHA)- Köprü", "İSTANBUL", "DHA", "Köprü"),
        ("Berlin (dpa) - Die", "Berlin", "dpa", "Die"),
        ("BERLIN/PARIS (dpa) - Die", "BERLIN/PARIS", "dpa", "Die"),
        ("PARIS, 9 avr (Reuters) - Le", "PARIS", "Reuters", "Le"),
        ("LE CAIRE, 9 avril (AFP) - Le", "LE CAIRE", "AFP", "Le"),
        ("Paris, AFP – Le", "Paris", "AFP", "Le"),
        ("Madrid, 9 abr (EFE).- El", "Madrid", "EFE", "El"),
        ("MADRID, 9 Abr. (EUROPA PRESS) - El", "MADRID", "EUROPA PRESS", "El"),
        ("Hewlêr (Rûdaw) - Pir", "Hewlêr", "", "Pir"),
        ("بيروت (رويترز) - قال", "بيروت", "رويترز", "قال"),
        ("دبي، 9 أبريل (رويترز) – قال", "دبي", "رويترز", "قال"),
        ("لندن 9 أبريل نيسان (رويترز) - قال", "لندن", "رويترز", "قال"),
        ("القاهرة - (د ب أ) - قال", "القاهرة", "د ب أ", "قال"),
        ("القدس المحتلة (الأناضول) – قال", "القدس المحتلة", "الأناضول", "قال"),
        ("رام الله - وفا - قال", "رام الله", "وفا", "قال"),
        ("دمشق-سانا أعلنت", "دمشق", "سانا", "أعلنت"),
        ("دمشق – سانا", "دمشق", "سانا", ""),
        ("بغداد / المدى", "بغداد", "", ""),
        ("واشنطن (وكالات) - قال", "واشنطن", "", "قال"),
        ("هەولێر (ڕووداو) - پردەکە", "هەولێر", "", "پردەکە"),
        ("هه\u200cولێر (رووداو) - پردەکە", "هه\u200cولێر", "", "پردەکە"),
        ("تهران (ایرنا) - وزیر", "تهران", "ایرنا", "وزیر"),
    ],
)
def test_dateline(line: str, place: str, agency: str, rest: str) -> None:
    """A place in capitals, or any with an agency, before a dash and a sentence is a dateline."""
    assert split_dateline(line) == (place, agency, rest)


@pytest.mark.parametrize(
    "line",
    [
        "HTS - the group",
        "SSRC – The centre",
        "NATO - The alliance",
        "BREAKING - The talks",
        "U.S. - China talks",
        "Damascus, Syria – The president",
        "The man - a doctor",
        "Israel - and Turkey",
        "T4 - The base",
        "**ERBIL - Diplomatic** and",
        "SON DAKİKA - Deprem",
        "EXKLUSIV - Der Minister",
        "Der Konzern (AA) - so heißt er",
        "La agencia (EFE) - dijo",
        "وكالة الأنباء السورية (سانا) - التي تديرها الدولة - قالت",
        "وكالة الأنباء السورية - سانا أعلنت",
        "وزير النقل (سانا) - قال",
        "نقلت رويترز - عن",
        "سوريا - كما قال الوزير - لن",
        "حماة (وسط سوريا) - قال",
        "قال أحمد (أبو محمد) - زعيم",
        "",
    ],
)
def test_what_is_no_dateline(line: str) -> None:
    """An acronym, a label or a name before a dash stays in the text."""
    assert split_dateline(line) == ("", "", line)


def test_line_that_is_a_dateline() -> None:
    """In scripts without capitals a dateline may be a line of its own."""
    assert is_dateline("دمشق – سانا")
    assert not is_dateline("دمشق-سانا أعلنت")
    assert not is_dateline("LONDON - Oil")


@pytest.mark.parametrize("unit", ["A ", "A, ", "İ/", "BEIRUT, L", "ا ", "بيروت ", "بيروت/", "ب- "])
def test_datelines_take_no_time(unit: str) -> None:
    """A long line that is made of beginnings is read in a moment."""
    with ends_within(0.2):
        split_dateline(unit * 20_000)
        split_credit(f"Said.{' ' * 100_000}{unit * 20_000}")


def test_agency_at_the_end() -> None:
    """An agency's name in brackets ends an article; other brackets are part of it."""
    assert split_credit("It ended. (Reuters)") == ("It ended.", "Reuters")
    assert split_credit("انتهى الاجتماع. (رويترز)") == ("انتهى الاجتماع.", "رويترز")
    assert split_credit("Es endete. (dpa)") == ("Es endete.", "dpa")
    assert split_credit("“It ended.” EFE") == ("“It ended.”", "EFE")
    assert split_credit("Es endete. – dpa") == ("Es endete.", "dpa")
    assert split_credit("انتهى الاجتماع. رويترز") == ("انتهى الاجتماع.", "رويترز")
    assert split_credit("He was photographed for AFP") == ("He was photographed for AFP", "")
    assert split_credit("He thanked Reuters.") == ("He thanked Reuters.", "")
    assert split_credit("It ended (again).") == ("It ended (again).", "")


def test_agency_in_a_byline() -> None:
    """A byline that names an agency names no person."""
    assert agency_named("By The Associated Press") == "Associated Press"
    assert agency_named("المصدر: رويترز") == "رويترز"
    assert agency_named("By Nellie Bly") == ""
    assert agency_named("أحمد علي") == ""


def test_outlet_in_a_dateline() -> None:
    """A dateline may name the outlet itself where others name an agency."""
    assert dateline_outlet("هەولێر (رووداو) – وەزارەتی سامانە سروشتییەکان") == "رووداو"
    assert dateline_outlet("ERBIL (Rudaw) - The ministry") == "Rudaw"
    assert dateline_outlet("ERBIL (Reuters) - The ministry") == ""
    assert dateline_outlet("The ministry (Rudaw) - which is one - said") == ""
