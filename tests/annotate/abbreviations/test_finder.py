import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from digest.annotate.abbreviations import Abbreviation, abbreviations

Pairs = list[tuple[str, str]]

EXPLAINED: list[tuple[str, Pairs]] = [
    # The initials of words, and small words that have none.
    ("near the Scientific Studies and Research Center (SSRC) in", [("SSRC", "Scientific Studies and Research Center")]),
    ("the Movement for Democratic Change (MDC) of", [("MDC", "Movement for Democratic Change")]),
    ("Al-Qaeda in the Arabian Peninsula (AQAP) said", [("AQAP", "Al-Qaeda in the Arabian Peninsula")]),
    ("said the UN Assistance Mission for Iraq (UNAMI).", [("UNAMI", "UN Assistance Mission for Iraq")]),
    ("the U.N. Interim Force in Lebanon (UNIFIL)", [("UNIFIL", "U.N. Interim Force in Lebanon")]),
    ("a joint comprehensive plan of action (JCPOA)", [("JCPOA", "joint comprehensive plan of action")]),
    ("the Ministry of Defence (MoD) and it", [("MoD", "Ministry of Defence")]),
    # The begins of parts, and letters from inside words.
    ("U.S. Central Command (CENTCOM) said", [("CENTCOM", "Central Command")]),
    ("a rocket-propelled grenade (RPG) hit", [("RPG", "rocket-propelled grenade")]),
    ("the Syrian pound (SYP) fell", [("SYP", "Syrian pound")]),
    ("The Islamic State (ISIS) fled.", [("ISIS", "Islamic State")]),
    (
        "the Group of Seven (G7) asks for two-factor authentication (2FA)",
        [("G7", "Group of Seven"), ("2FA", "two-factor authentication")],
    ),
    # Plurals and possessives.
    ("Improvised explosive devices (IEDs) killed two.", [("IEDs", "Improvised explosive devices")]),
    ("Jehovah’s Witnesses (JWs) were held.", [("JWs", "Jehovah’s Witnesses")]),
    ("the United Kingdom’s (UK) minister", [("UK", "United Kingdom")]),
    ("the Islamic Revolutionary Guard Corps’ (IRGC) base", [("IRGC", "Islamic Revolutionary Guard Corps")]),
    # Apostrophes, dashes, spaces and accents of all kinds.
    ("Hay’at Tahrir al-Sham (HTS) led it.", [("HTS", "Hay’at Tahrir al-Sham")]),
    ("Hayʼat Taḥrīr al‑Shām (HTS)", [("HTS", "Hayʼat Taḥrīr al‑Shām")]),
    ("the World\u00a0Health Organization\u202f(WHO)", [("WHO", "World\u00a0Health Organization")]),
    ("the World Health\nOrganization\n(WHO)", [("WHO", "World Health\nOrganization")]),
    ("the World Health Organization[3] (WHO)", [("WHO", "World Health Organization")]),
    ("the World Health Organization(WHO)", [("WHO", "World Health Organization")]),
    # What is no part of the name.
    ("pro-European Union (EU) parties", [("EU", "European Union")]),
    ("the Islamic State group (IS) fled", [("IS", "Islamic State")]),
    ("Kurdish-led Syrian Democratic Forces (SDF)", [("SDF", "Syrian Democratic Forces")]),
    ("It ended. European Union (EU) envoys met.", [("EU", "European Union")]),
    ("“We fear weapons of mass destruction” (WMD)", [("WMD", "weapons of mass destruction")]),
    # Other asides.
    ("SOHR [Syrian Observatory for Human Rights] said", [("SOHR", "Syrian Observatory for Human Rights")]),
    ("pro-SDF (Syrian Democratic Forces) media", [("SDF", "Syrian Democratic Forces")]),
    ("HTS (Hay’at Tahrir al-Sham, formerly Nusra)", [("HTS", "Hay’at Tahrir al-Sham")]),
    (
        "UNESCO (United Nations Educational, Scientific and Cultural Organization)",
        [("UNESCO", "United Nations Educational, Scientific and Cultural Organization")],
    ),
    ("the Syrian Democratic Forces (SDF; Arabic: Qasad)", [("SDF", "Syrian Democratic Forces")]),
    ("the Popular Mobilization Forces (PMF, or Hashd)", [("PMF", "Popular Mobilization Forces")]),
    ("the Syrian National Army (or SNA) shelled it", [("SNA", "Syrian National Army")]),
    ("the Autonomous Administration (also known as AA)", [("AA", "Autonomous Administration")]),
    ("Acme Holding Limited (hereafter “AHL”)", [("AHL", "Acme Holding Limited")]),
    ("Acme Holding Limited (the “AHL”)", [("AHL", "Acme Holding Limited")]),
    ("the “letter of intent” (“LOI”) was", [("LOI", "letter of intent")]),
    ("the Syrian Democratic Forces, or SDF, said", [("SDF", "Syrian Democratic Forces")]),
    ("the International Monetary Fund, known as the IMF.", [("IMF", "International Monetary Fund")]),
    ("the Diabetes Federation, known by its acronym DF, said", [("DF", "Diabetes Federation")]),
    ("the International Diabetes Federation – IDF – said", [("IDF", "International Diabetes Federation")]),
    ("the International Diabetes Federation—the IDF—said", [("IDF", "International Diabetes Federation")]),
    ("The IDF, or International Diabetes Federation, said", [("IDF", "International Diabetes Federation")]),
    ("IDF, which stands for International Diabetes Federation.", [("IDF", "International Diabetes Federation")]),
    ("acute flaccid paralysis (AFP)", [("AFP", "acute flaccid paralysis")]),
    ("Alpha-fetoprotein (AFP)", [("AFP", "Alpha-fetoprotein")]),
    ("It (the World Bank (WB)) lent.", [("WB", "World Bank")]),
    # Letters of another language, or none.
    ("the German Aerospace Center (DLR) built it", [("DLR", "German Aerospace Center")]),
    ("the Kurdistan Workers’ Party (PKK) said", [("PKK", "Kurdistan Workers’ Party")]),
    ("the Kurdistan Workers’ Party, or PKK, said", [("PKK", "Kurdistan Workers’ Party")]),
    ("PKK (Kurdistan Workers’ Party) fighters", [("PKK", "Kurdistan Workers’ Party")]),
    ("the head of the People’s Protection Units (YPG)", [("YPG", "People’s Protection Units")]),
    ("Erdogan’s Justice and Development Party (AKP)", [("AKP", "Justice and Development Party")]),
    ("the Tiyas Air Base (T4) and Shayrat air base (T-2)", [("T4", "Tiyas Air Base"), ("T-2", "Shayrat air base")]),
    ("Doctors Without Borders (Médecins Sans Frontières, MSF)", [("MSF", "Doctors Without Borders")]),
    ("l’Organisation des Nations unies (ONU)", [("ONU", "Organisation des Nations unies")]),
    ("Федеральная служба безопасности (ФСБ)", [("ФСБ", "Федеральная служба безопасности")]),
    ("the Equality and Democracy Party (DEM)", [("DEM", "Equality and Democracy Party")]),
    ("the Democratic Party of Iranian Kurdistan (PDKI)", [("PDKI", "Democratic Party of Iranian Kurdistan")]),
    # Several, and the same again.
    ("the World Bank (WB) and the World Food Programme (WFP)", [("WB", "World Bank"), ("WFP", "World Food Programme")]),
    ("European Union (EU). The European Union (EU)", [("EU", "European Union"), ("EU", "European Union")]),
]

NOT_EXPLAINED = [
    # People, and what they belong to.
    "Nicola Sturgeon (SNP) and Olaf Scholz (SPD) met.",
    "Sen. Ted Cruz (R-Texas) and Rep. Ro Khanna (D-Calif.) spoke.",
    "Rep. Tom Reed of Rhode Island (R-RI) spoke.",
    "Usain Bolt (JAM) beat Justin Gatlin (USA).",
    "Ahmad (52), Layla (17) and Pope John Paul (II) came.",
    # Places and agencies.
    "He flew to Paris (France) and Tripoli (Libya).",
    "DAMASCUS, Syria (AP) — Rebels entered.",
    "BEIRUT (Reuters) - Rebels entered.",
    "ANKARA (AA) — Talks began.",
    "Amman (AMN) - Talks began.\n\nHOMS, Syria (HMS) – Talks ended.",
    "Rebels entered Afrin-Palmyra (AFP)",
    "a former police chief (AFP)",
    "CINCINNATI (CNN) -- A storm came.",
    "The state news agency (SANA) said so.",
    "The rally ended in the United Nations Security Council (AFP).",
    "Yale University (CT) and Harvard University (USA)",
    # Numbers, money, shares, notes.
    "In 2012 (the year of the siege) 60 miles (97 km) away, at noon (0900 UTC), they won (3-1).",
    "It costs 500 euros (US$540; £420).",
    "Apple Inc. (NASDAQ: AAPL) and Dow Chemical Co (DOW) rose.",
    "As shown (see Fig. 2) and said [12] [a] [citation needed].",
    # Shouting, quoting, remarking.
    "That is what the Central Committee said (TRUE) and wrote (NOT SO).",
    "[T]hey said the man (left) and the house (pictured) “were [in] danger [...] now”.",
    "They asked for (a) water and (b) bread.",
    "Jabhat al-Nusra (Nusra) held Raqqa (Raqa), and Daesh (ISIS) Homs (Hims).",
    "Southern Lab (La.) won.",
    "The IDF, or nobody, came; the army – IDF – did not.",
    "A user, or the US, may call the army, or SDF fighters.",
    # Nothing to explain, or too far away.
    "The Syrian Democratic Forces left. (SDF)",
    "The Syrian Democratic Forces\n\n(SDF)",
    "(SDF) Syrian Democratic Forces",
    "The Syrian Democratic Forces (SDF said so",
    "The Syrian Democratic Forces (SDF]",
    "state (IS) of () [] (",
]

SIGNS = ["(", ")", "[", "]", " ", " ", "\n", "\n\n", ", or ", "; ", "“", "”", "’s", ". ", "—", "-", "\u0301", "\u00ad"]
WORDS = ["SDF", "Syrian", "Democratic", "Forces", "of", "the", "T4", "Base", "Air", "PKK", "Party", "al-Sham", "İ", "é"]
TEXTS = st.lists(st.sampled_from(SIGNS + WORDS), max_size=25).map("".join) | st.text()


def pairs(text: str) -> Pairs:
    """The short and long forms that are found in a text."""
    return [(found.short, found.long) for found in abbreviations(text)]


@pytest.mark.parametrize(("text", "expected"), EXPLAINED)
def test_explanation_is_found(text: str, expected: Pairs) -> None:
    """Each short form comes with the whole of its long form, as written, and nothing more."""
    assert pairs(text) == expected


@pytest.mark.parametrize("text", NOT_EXPLAINED)
def test_what_explains_nothing_is_left(text: str) -> None:
    """What stands in brackets for another reason is no short form."""
    assert pairs(text) == []


def test_spans_are_those_of_the_text() -> None:
    """Spans count the characters of the text as it is, with those that have no width."""
    assert abbreviations("The Syr\u00adian Nat\u0301ional  Army (SNA)") == (
        Abbreviation("SNA", "Syr\u00adian Nat\u0301ional  Army", (29, 32), (4, 27)),
    )


@given(TEXTS)
@example("The Syrian Democratic Forces (SDF) and PKK (Kurdistan Workers’ Party) (the Air Base, or AB, (AB))")
def test_spans_reproduce_the_forms(text: str) -> None:
    """In any text, what is found stands where its spans say, in order, each short form once and beside its long one."""
    found = abbreviations(text)
    for one in found:
        assert (text[slice(*one.short_span)], text[slice(*one.long_span)]) == (one.short, one.long)
        assert one.short_span[1] <= one.long_span[0] or one.long_span[1] <= one.short_span[0]
    starts = [one.short_span for one in found]
    assert starts == sorted(set(starts))


@given(TEXTS, TEXTS)
def test_paragraphs_do_not_matter_to_each_other(before: str, after: str) -> None:
    """A blank line ends whatever has begun: what two paragraphs explain is what each does."""
    assert pairs(f"{before}\n\n{after}") == pairs(before) + pairs(after)


@pytest.mark.parametrize(
    "piece",
    [
        "(",
        "A (",
        "A (A) ",
        "AB (AB) ",
        "()",
        "(a",
        ", or AB",
        "B, or a",
        " - AB",
        "—AB",
        "A ",
        "A, ",
        "\n",
        "\n ",
        " ",
        "a",
        ".",
        "-a",
        "x(",
        "é (É) ",
    ],
)
def test_hostile_text_is_read_in_linear_time(piece: str) -> None:
    """A hundred thousand signs that could begin something are read through; quadratic time would take minutes."""
    text = piece * (100_000 // len(piece))
    assert pairs(f"{text}\n\nthe World Bank (WB)") == [("WB", "World Bank")]


def test_far_word_is_not_read() -> None:
    """A long form is sought in the few words before the brackets, whatever else precedes them."""
    assert pairs("World " + "x" * 100_000 + " Bank (WB)") == []
    assert pairs("x" * 100_000 + " the World Bank (WB)") == [("WB", "World Bank")]
