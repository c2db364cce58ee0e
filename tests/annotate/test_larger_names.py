import pytest
from hypothesis import given

from digest.annotate.fold import fold
from digest.annotate.larger_names import institution, larger_name
from digest.annotate.names import names
from tests.annotate.reading import ALL, annotation, page, readable
from tests.annotate.texts import texts
from tests.golden import Example


@pytest.mark.parametrize("example", page("larger_names"), ids=lambda example: example.title)
def test_larger_names(example: Example) -> None:
    """The page of examples for names that are part of another, which the glossary does not have."""
    actual = readable(annotation(example.given, ALL))
    assert example.golden(actual) == actual


@given(texts)
def test_larger_name_holds_the_name(text: str) -> None:
    """A larger name holds the one that it was asked of."""
    folded = fold(text).text
    for start, end in names(folded):
        larger = larger_name(folded, start, end)
        assert larger is None or (larger[0] <= start and end <= larger[1] and larger != (start, end))


def larger(text: str, **known: bool) -> str:
    """The larger name of the name in brackets, or nothing."""
    start, end = text.index("["), text.index("]") - 1
    bare = text.replace("[", "").replace("]", "")
    found = larger_name(bare, start, end, **known)
    return bare[slice(*found)] if found else ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the Oror [RS24] met", ""),
        ("the Line [T4] ran", "Line T4"),
        ("the Syrian [SDF] met", ""),
        ("the UN [Homs] office", ""),
        ("the team FC [Dallas]", "FC Dallas"),
        ("[HOMS] TO BE REBUILT", ""),
    ],
)
def test_letters_in_capitals_stand_for_themselves(text: str, name: str) -> None:
    """Several letters in capitals, with a number or without, are no part of what stands beside them; one letter is."""
    assert larger(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Michael [Jordan] won.", "Michael Jordan"),
        ("So it is. “Jim [Jordan] won,” he said.", "Jim Jordan"),
        ("Neighbouring [Jordan] agreed.", ""),
        ("South [Sudan] signed.", "South Sudan"),
        ("Voters in [Guinea]-Bissau", "Guinea-Bissau"),
        ("the [Homs]-Hama road", ""),
        ("Mr. [Jordan] left.", "Mr. Jordan"),
        ("Then Judge [Jordan] spoke.", "Judge Jordan"),
        ("They met [Jordan] Peele's brother.", "Jordan Peele's"),
        ("Damascus's [Homs] road", ""),
        ("by [Johnson] & Johnson", "Johnson & Johnson"),
        ("by Ernst & [Young]", "Ernst & Young"),
        ("the University of [Tel Aviv]", "University of Tel Aviv"),
        ("the Kingdom of [Jordan]", ""),
        ("the Homs-based [Rudaw] said", ""),
    ],
)
def test_names_beside_a_place(text: str, name: str) -> None:
    """A place is none in a person's name, nor in that of another country, an institution or a firm."""
    assert larger(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("won by Maccabi [Tel Aviv]", "Maccabi Tel Aviv"),
        ("the Rugby [World Cup] in May", "Rugby World Cup"),
        ("the Dutch [Labour Party]", "Dutch Labour Party"),
        ("[The Times] of Israel", "The Times of Israel"),
        ("the National [Security Council]", "National Security Council"),
        ("the U.S. [Supreme Court]", ""),
        ("told by The [New York Times]", ""),
        ("the Iranian [Revolutionary Guards]", ""),
        ("the Kurdish [Democratic Union Party]", ""),
        ("the 2022 [World Cup] Final", ""),
        ("the Syrian [Buffer Zone]", ""),
        ("the aircraft carrier [Charles de Gaulle]", "carrier Charles de Gaulle"),
    ],
)
def test_names_of_several_words(text: str, name: str) -> None:
    """A name of several words may be part of one too; a people's name before it makes one of a party or the like."""
    assert larger(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He met Omar [Ali Hussein].", "Omar Ali Hussein"),
        ("[Mohammed Ali] Pasha ruled.", "Mohammed Ali Pasha"),
        ("[Donald Trump] Jr. came.", "Donald Trump Jr"),
        ("[Queen Elizabeth] I ruled.", "Queen Elizabeth I"),
        ("[King Charles] II died.", "King Charles II"),
        ("near [Yasser Arafat] square", "Yasser Arafat square"),
        ("the former President [Donald Trump]", ""),
        ("the US and Turkish President [Donald Trump]", ""),
        ("In Washington [Donald Trump] spoke.", ""),
        ("on Monday [Donald Trump] spoke", ""),
        ("First Minister of Scotland [Nicola Sturgeon]", ""),
        ("the former Vice-President [Joe Biden]", ""),
    ],
)
def test_names_beside_a_person(text: str, name: str) -> None:
    """More names or a number make another person, what is called after one is none; roles, places and days are not."""
    assert larger(text, person=True) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Then King [Hussein] objected.", "King Hussein"),
        ("Mr and Mrs. [Katz] left.", "Mrs. Katz"),
        ("Then President [Katz] left.", ""),
        ("Then Mr. [Katz] left.", ""),
    ],
)
def test_titles_before_a_surname(text: str, name: str) -> None:
    """A king is not called by a surname, and a lady of that name may be another; other titles say nothing."""
    assert larger(text, person=True, surname=True) == name
    assert larger(text.replace("[", "[Ali "), person=True) == ""


@pytest.mark.parametrize(
    ("text", "name"), [("Then Mrs. [Trump] left.", "Mrs. Trump"), ("Then King [Salman] came.", "")]
)
def test_titles_before_an_alias(text: str, name: str) -> None:
    """A glossary that calls somebody by one word means the king of that name, but not his wife."""
    assert larger(text, person=True) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("[Ankara] Üniversitesi'nin rektörü", "Ankara Universitesi'nin"),
        ("[Türkiye] İş Bankası", "Turkiye Is Bankasi"),
        ("die Universität [Damaskus]", "Universitat Damaskus"),
        ("la Banque de [Syrie]", "Banque de Syrie"),
        ("der Stadt [Homs]", ""),
        ("[Ankara] Antlaşması", ""),
    ],
)
def test_institutions_in_other_languages(text: str, name: str) -> None:
    """In other languages a capital says less, but the head of an institution says the same."""
    folded = fold(text).text
    start, end = folded.index("["), folded.index("]") - 1
    bare = folded.replace("[", "").replace("]", "")
    found = institution(bare, start, end)
    assert (bare[slice(*found)] if found else "") == name
