"""The public linker: what it promises of the sample digest's glossary, and its own rules."""

import unicodedata
from datetime import date
from functools import lru_cache
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.annotate.linker import Context, Linker
from digest.linking import Alias, LinkPolicy, Matching, Scope, term
from digest.model import Term
from tests.annotate.reading import terms as fixture_terms
from tests.annotate.sample import sample
from tests.annotate.texts import texts

AIR_BASE = term(
    "air-base",
    "T4",
    name="Tiyas Air Base",
    kind="facility",
    aliases=[Alias("T4", ambiguous=True, case="exact", plural=False)],
    context=["Syria", "Homs", "air base"],
)
HORMONE = term("hormone", "T4", name="thyroxine", aliases=[Alias("T4", ambiguous=True)], context=["blood", "thyroid"])
KATZ = term("israel-katz", "Israel Katz", kind="person")
ISRAEL = term("israel", "Israel", kind="place")
HOMS = term("homs", "Homs", kind="place")
ERDOGAN = term("erdogan", "Recep Tayyip Erdoğan", kind="person")

ELSEWHERE = {
    "thyroxine": """The panel came back on Tuesday: TSH was raised and free T4 had dropped below the range of the
laboratory. Her doctor put her on levothyroxine and will measure T4 again in six weeks.""",
    "thyroxine in brackets": """Half of the iodine in the body sits in thyroxine (T4), which the liver turns into its
active form. Without enough iodine T4 falls and a goitre grows.""",
    "thyroxine behind it": """T4 (thyroxine) is measured in the blood of every newborn child. Where T4 is low, tablets
begin within two weeks.""",
    "thyroxine, in Syria": """One Syrian child in nine had too little T4 in the blood, the paediatricians found, and
they asked for salt with iodine to be sold again.""",
    "thyroxine, in towns of Syria": """Doctors in Homs and Palmyra measured TSH and T4 in Syrian children. Where T4
was low, they gave tablets.""",
    "lymphocytes, in Syria": """CD4 and T4 cells fell in Syrian patients who were treated in Homs and Palmyra.""",
    "a bus in Syria": """The T4 bus from Homs to Palmyra runs again, Syrian state railways said.""",
    "a tomb in Syria": """Syrian archaeologists in Palmyra opened tomb T4, east of Homs.""",
    "a terminal": """Heathrow’s T4 received Syrian evacuees from Homs and Palmyra.""",
    "tariffs in Syria": """Importers in Damascus must give an HTS code, the Syrian customs service said.""",
    "screening in Syria": """Syrian chemists in Damascus ran an HTS of ten thousand compounds, without opposition.""",
    "lymphocytes": """The count of T4 lymphocytes tells how far the virus has come. In patients who are not treated,
T4 cells dwindle by a tenth each month.""",
    "lymphocytes in brackets": """Helper lymphocytes (T4) steer the response of the immune system. When T4 cells are
few, harmless moulds become dangerous.""",
    "a tram line": """The city opened the T4 on Sunday, a tram that runs from the port to the university in 22 minutes.
A second T4 depot is being built in the west.""",
    "a tram line in brackets": """Line 4 of the tram (T4) will be closed at weekends until March. Buses replace the T4
between the station and the air terminal.""",
    "a metro line": """Passengers change from the metro to the T4 at Topkapi. From there T4 trains run every five
minutes until midnight.""",
    "screening": """The laboratory ran HTS on 200,000 compounds in a week. Of the hits from HTS, forty bound the enzyme
in a second assay.""",
    "screening in brackets": """High-throughput screening (HTS) lets a robot test a library of compounds overnight.
After HTS the hits are looked at by hand.""",
    "tariffs": """Importers must give the ten-digit HTS code for each product. Under a new HTS heading the duty on
lithium cells rises to 25 percent.""",
    "tariffs in brackets": """The Harmonized Tariff Schedule (HTS) lists every good that enters the United States. A
ruling on an HTS heading binds all ports.""",
}
IN_SYRIA = {
    "jets": ("t4-air-base", """Jets struck T4 in the Syrian desert on Wednesday night. Residents of Palmyra heard four
blasts, and smoke hung over the runway until dawn."""),
    "drones": ("t4-air-base", """Turkish officers have looked at T4, east of Homs, as a home for their drones, a Syrian
official said."""),
    "Damascus": ("hts", """Fighters of HTS drove into Damascus before dawn. By noon the opposition had opened the
prisons, and Assad had left Syria."""),
    "ministries": ("hts", """The faction that grew out of HTS now runs the ministries in Damascus, and al-Sharaa has
told Syrian officers that it is no more."""),
    "a strike": ("t4-air-base", """A strike on T4 killed two soldiers near Palmyra, Syrian media said."""),
    "where it lies": ("t4-air-base", """They flew from T4, west of Palmyra, over the Syrian desert."""),
    "fighters": ("hts", """HTS fighters entered Damascus before dawn, Syrian state media said."""),
    "a statement": ("hts", """HTS denied that it had closed the road from Damascus to the Syrian coast."""),
}  # fmt: skip
WHO, WHERE = ("mayor", "harbour", "guild", "choir", "press"), ("Lyon", "Porto", "Graz", "Turku", "Split")
WHAT, DONE = ("bridge", "school", "budget", "street"), ("built", "read", "shut")
OTHERS = [
    f"The {w} of {place} wants the {x} to be {done} soon." for w, place, x, done in product(WHO, WHERE, WHAT, DONE)
]


@lru_cache
def levant(*, archive: bool) -> Linker:
    """The sample digest's glossary, with or without its entries."""
    content = sample()
    return Linker(content.terms, [body.text for body in content.bodies.values()] if archive else [])


@lru_cache
def fixtures() -> Linker:
    """The glossary of the fixtures."""
    return Linker(fixture_terms())


def meant(text: str, *terms: Term, context: Context | None = None) -> list[tuple[str, str]]:
    """The mentions of a text: the words and the term."""
    found = Linker(terms).mentions(text, context or Context())
    return [(one.surface, one.term) for one in found]


@pytest.mark.parametrize("archive", [False, True], ids=["glossary alone", "with its archive"])
@pytest.mark.parametrize("text", ELSEWHERE.values(), ids=ELSEWHERE)
def test_other_meanings_are_left_alone(text: str, *, archive: bool) -> None:
    """T4 is no air base in a text on thyroxine, lymphocytes or trams, HTS no group in one on screening or tariffs."""
    places = [one for one in levant(archive=archive).resolutions(text) if one.surface in ("T4", "HTS")]
    assert [one.term for one in places] == [""] * (text.count("T4") + text.count("HTS"))


@pytest.mark.parametrize("archive", [False, True], ids=["glossary alone", "with its archive"])
@pytest.mark.parametrize(("slug", "text"), IN_SYRIA.values(), ids=IN_SYRIA)
def test_words_around_are_enough(slug: str, text: str, *, archive: bool) -> None:
    """In a text on Syria T4 is the air base and HTS the group, though the text gives no full name."""
    found = levant(archive=archive).mentions(text)
    assert [one.term for one in found if one.surface in ("T4", "HTS")] == [slug]


def test_own_word_of_the_text_goes_first() -> None:
    """A text that says what HTS stands for means that, however much around it speaks of Syria."""
    text = (
        "Syrian chemists in Damascus use high-throughput screening (HTS), the opposition to Assad says. HTS is cheap."
    )
    linker = levant(archive=False)
    assert "hts" not in {one.term for one in linker.mentions(text)}
    assert "hts" in {one.term for one in linker.mentions(text.replace("high-throughput screening (HTS)", "HTS"))}


def test_short_form_of_the_text_is_a_mention() -> None:
    """What a text calls a term in brackets is that term in all of this text."""
    text = "Smoke rose over the Tiyas Air Base (TIAB).\nThe hangars of TIAB burnt."
    assert meant(text, AIR_BASE) == [("Tiyas Air Base", "air-base"), ("TIAB", "air-base"), ("TIAB", "air-base")]


def test_mentions_are_the_resolutions_with_a_term() -> None:
    """Where a term might be meant and is not, there is a resolution with the reason, and no mention."""
    linker, text = Linker([KATZ, ISRAEL, AIR_BASE, HORMONE]), "Israel Katz spoke of T4."
    assert [(one.surface, one.term, one.why, one.others) for one in linker.resolutions(text)] == [
        ("Israel Katz", "israel-katz", "the only sense", ()),
        ("Israel", "", 'inside the longer name "Israel Katz"', ("israel",)),
        ("T4", "", "nothing decides what it means here", ("air-base", "hormone")),
    ]
    assert [one.surface for one in linker.mentions(text)] == ["Israel Katz"]


def test_only_the_undecided_is_undecided() -> None:
    """What several terms might mean is another thing than what a rule keeps from being meant."""
    found = Linker([KATZ, ISRAEL, AIR_BASE]).resolutions("Israel Katz spoke of T4.")
    assert [(one.surface, one.undecided) for one in found] == [("Israel Katz", False), ("Israel", False), ("T4", True)]


def test_evidence_is_shown() -> None:
    """Where the words around were weighed, every sense has its score, the best first."""
    [one] = Linker([HORMONE, AIR_BASE]).mentions("In Syria jets struck T4, near Homs.")
    assert (one.term, [slug for slug, _ in one.scores]) == ("air-base", ["air-base", "hormone"])
    assert one.scores[0][1] > one.scores[1][1]


def test_archive_teaches() -> None:
    """Entries that name a term clearly show which words speak for its short form."""
    naming = [f"At the Tiyas Air Base {said} a drone in its hangar." for said in ("guards lost", "rain hit", "he saw")]
    terms, text = [AIR_BASE, HORMONE], "A drone left the hangar of T4 at dawn."
    assert Linker(terms, OTHERS).mentions(text) == []
    assert [one.term for one in Linker(terms, [*OTHERS, *naming]).mentions(text)] == ["air-base"]


def test_resolve_asks_about_one_place() -> None:
    """The words at a span are a form of a term, with its meaning there, or nothing."""
    linker, text = Linker([KATZ, ISRAEL]), "Israel Katz left Israel."
    at_end = linker.resolve(text, 17, 23)
    inside = linker.resolve(text, 0, 6)
    assert at_end is not None
    assert at_end.term == "israel"
    assert inside is not None
    assert inside.term == ""
    assert linker.resolve(text, 12, 16) is None
    assert linker.resolve(text, 17, 99) is None


def test_context_says_what_a_form_means() -> None:
    """The senses of a context go before all else, however the form is spelled."""
    quoted = term("hts", "Hay'at")
    assert meant("T4", AIR_BASE, HORMONE, context=Context(senses={"T4": "hormone"})) == [("T4", "hormone")]
    assert meant("Hay’at", quoted, context=Context(senses={"Hay`at": "hts"})) == [("Hay’at", "hts")]


@pytest.mark.parametrize(
    ("scope", "inside", "outside"),
    [
        (Scope(themes=("security",)), Context(themes=("health", "security")), Context(themes=("health",))),
        (Scope(lang="de"), Context(lang="de-AT"), Context()),
        (Scope(until=date(2025, 1, 1)), Context(day=date(2024, 5, 1)), Context()),
        (Scope(since=date(2025, 1, 1)), Context(), Context(day=date(2024, 5, 1))),
    ],
    ids=["themes", "language", "end", "beginning"],
)
def test_context_is_held_against_scopes(scope: Scope, inside: Context, outside: Context) -> None:
    """A term is meant only in its scope; a text without a day lies after all that ends."""
    scoped = term("baku", "Baku", scope=scope)
    assert meant("Baku", scoped, context=inside) == [("Baku", "baku")]
    assert meant("Baku", scoped, context=outside) == []


def test_language_says_how_names_are_read() -> None:
    """Where every noun has a capital, a capital beside a name makes no larger name of the two."""
    assert meant("Die Stadt Homs schweigt.", HOMS, context=Context(lang="de")) == [("Homs", "homs")]
    assert meant("He works for the Stadt Homs.", HOMS, context=Context(lang="en-GB")) == []


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\n\n"])
def test_line_is_a_paragraph(end: str) -> None:
    """In a plain text no name goes on in the next line, whatever ends lines; places count every character."""
    text = f"Near Tiyas{end}Air Base{end}Tiyas Air Base{end}Deconfliction"
    base, begun = Linker([AIR_BASE, term("deconfliction", "deconfliction")]).mentions(text)
    assert (base.start, base.term) == (text.rindex("Tiyas"), "air-base")
    assert (begun.surface, begun.end) == ("Deconfliction", len(text))


def test_plain_text_is_no_markdown() -> None:
    """Marks in a plain text are characters like others: nothing is code, a heading or an author's bracket."""
    found = Linker([ISRAEL]).mentions("# Israel\n    Israel `Israel`\n[[israel|They]] [[!Israel]]")
    assert [one.surface for one in found] == ["Israel"] * 4


def test_composed_and_decomposed_text_mean_the_same() -> None:
    """Places are those of the text as it was given, in whatever form its letters are."""
    text = "President Recep Tayyip Erdoğan; Erdoğan’s man. Сергей Шойгу."
    shoigu = term("shoigu", "Сергей Шойгу", kind="person")
    for form in ("NFC", "NFD"):
        given = unicodedata.normalize(form, text)
        found = Linker([ERDOGAN, shoigu]).mentions(given)
        assert [unicodedata.normalize("NFC", one.surface) for one in found] == [
            "Recep Tayyip Erdoğan",
            "Erdoğan",
            "Сергей Шойгу",
        ]
        assert [given[one.start : one.end] for one in found] == [one.surface for one in found]


@given(texts | st.text())
def test_spans_hold_their_words(text: str) -> None:
    """Whatever the text, each span has its words, all are in order, and no two mentions overlap."""
    found = fixtures().resolutions(text)
    assert [text[one.start : one.end] for one in found] == [one.surface for one in found]
    assert [one.start for one in found] == sorted(one.start for one in found)
    mentions = [one for one in found if one.term]
    assert all(before.end <= after.start for before, after in pairwise(mentions))


def test_html_links_as_the_policy_says() -> None:
    """By default the first mention of a term becomes a link, as on a page; a policy may say otherwise."""
    linker, text = Linker([ISRAEL]), "Israel, *Israel* and `Israel`."
    link = '<a class="term" href="/glossary/israel/" data-term="israel" aria-describedby="t-israel">Israel</a>'
    assert linker.html(text) == f"<p>{link}, <em>Israel</em> and <code>Israel</code>.</p>\n"
    every = linker.html(text, LinkPolicy("all", density=0, per_paragraph=0))
    assert every == f"<p>{link}, <em>{link}</em> and <code>Israel</code>.</p>\n"
    assert linker.html(text, LinkPolicy("none")) == "<p>Israel, <em>Israel</em> and <code>Israel</code>.</p>\n"


def test_html_is_safe() -> None:
    """Nothing of a hostile text becomes markup of its own, nor a link to a term."""
    made = Linker([ISRAEL]).html('<script>x</script> [y](javascript:z) <a class="term" href="/">Israel</a>')
    assert "<script" not in made
    assert "javascript:z</a>" not in made
    assert made.count("<a ") == 1
    assert 'href="/glossary/israel/"' in made


@pytest.mark.parametrize("root", ["/brief", "https://example.org"])
def test_html_leads_below_a_root(root: str) -> None:
    """Links that begin with a slash lead below the root, be it a folder or an address."""
    made = Linker([ISRAEL]).html("Israel [there](/2025/).", root=root)
    assert f'href="{root}/glossary/israel/"' in made
    assert f'href="{root}/2025/"' in made


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_html_reads_markdown_as_a_file(end: str) -> None:
    """Letters are composed and lines end as they like: a name is found over a line's end, as in an entry."""
    text = unicodedata.normalize("NFD", f"Recep Tayyip{end}Erdoğan.")
    assert "Recep Tayyip\nErdoğan</a>" in Linker([ERDOGAN]).html(text)


def test_html_knows_the_context() -> None:
    """A context decides in Markdown as in plain text."""
    linker = Linker([AIR_BASE, HORMONE])
    assert "/glossary/hormone/" in linker.html("T4", context=Context(senses={"T4": "hormone"}))
    assert "/glossary/" not in linker.html("T4")


def test_archive_may_come_in_any_form() -> None:
    """Entries of the archive are read like texts: their letters are composed."""
    naming = [f"Сергей Шойгу {said} a drone in its hangar." for said in ("lost", "hit", "saw")]
    shoigu = term("shoigu", "Сергей Шойгу", aliases=[Alias("СШ", ambiguous=True)])
    for form in ("NFC", "NFD"):
        linker = Linker([shoigu], [*OTHERS, *(unicodedata.normalize(form, text) for text in naming)])
        assert [one.surface for one in linker.mentions("A drone left the hangar, СШ said.")] == ["СШ"]


def test_terms_are_known_by_slug() -> None:
    """A program finds the term behind a slug, and can't change it."""
    terms = Linker([KATZ, ISRAEL]).terms
    assert list(terms) == ["israel-katz", "israel"]
    assert terms["israel"] is ISRAEL
    with pytest.raises(TypeError):
        terms["israel"] = KATZ  # type: ignore[index]


def test_slug_belongs_to_one_term() -> None:
    """Two terms with one slug could not be told apart in results."""
    with pytest.raises(ValueError, match="several terms have the slug 'israel'"):
        Linker([ISRAEL, KATZ, ISRAEL])


def test_empty_glossary_finds_nothing() -> None:
    """Nothing is no fault: no terms, no text, no archive."""
    assert Linker([]).mentions("Israel") == []
    assert Linker([ISRAEL]).mentions("") == []
    assert Linker([ISRAEL]).html("") == ""


def test_matching_is_the_terms_own() -> None:
    """A term says how its forms are found, as its file would."""
    ypg = term("ypg", "YPG", match=Matching(case="ignore"))
    assert meant("ypg and Ypg", ypg) == [("ypg", "ypg"), ("Ypg", "ypg")]
