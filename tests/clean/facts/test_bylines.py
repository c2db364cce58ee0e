"""The people of a byline."""

import pytest

from digest.clean.facts.bylines import agency_in, byline_names, byline_outlet, is_name, names_together, people


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Nellie Bly", ("Nellie Bly",)),
        ("by Nellie Bly and Ida Tarbell, Staff writers", ("Nellie Bly", "Ida Tarbell")),
        ("By Nellie Bly, Staff Writer, and Ida Tarbell, Chief Correspondent", ("Nellie Bly", "Ida Tarbell")),
        ("(Reporting by Nellie Bly; Editing by Ida Tarbell)", ("Nellie Bly",)),
        ("Reporting by Nellie Bly in Tartus and Ida Tarbell in Beirut", ("Nellie Bly", "Ida Tarbell")),
        ("Written by Ludwig van Beethoven | Vienna", ("Ludwig van Beethoven",)),
        ("By NELLIE BLY / The River Post", ("Nellie Bly",)),
        ("By Nellie Bly @nelliebly nellie@riverpost.example", ("Nellie Bly",)),
        ("Von Anna Seghers und Bertha von Suttner", ("Anna Seghers", "Bertha von Suttner")),
        ("Par Séverine", ()),
        ("بقلم مي زيادة", ("مي زيادة",)),
        ("By The Associated Press", ()),
        ("By Reuters", ()),
        ("9 April 2025", ()),
        ("بقلم: أحمد علي ومحمد سعيد", ("أحمد علي", "محمد سعيد")),
        ("كتبت: ليلى حسن", ("ليلى حسن",)),
        ("بقلم الكاتبة ليلى وليد حسن", ("ليلى وليد حسن",)),
        ("نووسینی: ئازاد محەممەد", ("ئازاد محەممەد",)),
        ("Nûçe: Azad Mihemed û Şîlan Elî", ("Azad Mihemed", "Şîlan Elî")),
        ("Haber: Ayşe Yılmaz", ("Ayşe Yılmaz",)),
        ("Von Anna Schmidt und Jörg Müller, Berlin", ("Anna Schmidt", "Jörg Müller")),
        ("Par Claire Martin et Jean Dupont", ("Claire Martin", "Jean Dupont")),
        ("Por Ana López y José Núñez", ("Ana López", "José Núñez")),
        ("به قلم آرش کریمی", ("آرش کریمی",)),
        ("Von dpa", ()),
    ],
)
def test_byline(line: str, names: tuple[str, ...]) -> None:
    """The people of a byline are authors; agencies and those who edit are not."""
    assert byline_names(line) == names


@pytest.mark.parametrize(
    ("said", "names"),
    [
        (["Nellie Bly", "nellie bly", "Nellie Bly Nellie Bly"], ("Nellie Bly",)),
        (["Nellie Bly, Chief Technology Officer & Head of Bridges"], ("Nellie Bly",)),
        (["Nellie Bly, Associated Press"], ("Nellie Bly",)),
        (["Robert E. Lee, Jr., Ph.D."], ("Robert E. Lee Jr.",)),
        (
            ["JOHN MCDONALD", "LI WEI", "AJ SMITH", "SEAN O'BRIEN"],
            ("John McDonald", "Li Wei", "AJ Smith", "Sean O'Brien"),
        ),
        (["Halide Edib Adıvar", "Khalid bin Walid", "Nawal al-Sa'dawi"],) * 2,
        (["Óscar de la Renta", "محمد أحمد العلي", "Hay'at"], ("Óscar de la Renta", "محمد أحمد العلي")),
        (["https://www.facebook.com/riverpost", "@riverpost", "admin", "River Post Staff", "News Desk"], ()),
        (["University of the River", "The River Gazette", "Posted by", "5 min read"], ()),
        (["", "x", "A" * 1000], ()),
    ],
)
def test_people(said: list[str], names: list[str] | tuple[str, ...]) -> None:
    """People are named once, in small letters, without their offices; who is no person is not named."""
    assert people(said) == tuple(names)


def test_outlet_is_nobody() -> None:
    """An outlet whose name is like a person's is no author, and neither is a part of it."""
    assert people(["Telegram & Gazette", "River Post", "The River Post Sport"], "The River Post") == ()
    assert people([", The River Post"], "River Post") == ()


def test_agency_among_names() -> None:
    """An agency stands for nobody, and is told apart; an agency that is the outlet itself is none."""
    assert agency_in(["By Nellie Bly, Associated Press"]) == "Associated Press"
    assert agency_in(["Reuters"], "Reuters") == ""
    assert agency_in(["Nellie Bly"]) == ""
    assert agency_in(["By AP | Published 2 June 2025"]) == "AP"
    assert agency_in(["By Nellie Bly | Reuters"]) == "Reuters"
    assert agency_in(["By NELLIE BLY Associated Press"]) == "Associated Press"


def test_outlet_in_a_byline() -> None:
    """A newspaper's name after people is the outlet; a role or an agency is not."""
    assert byline_outlet("By Nellie Bly, The River Post") == "The River Post"
    assert byline_outlet("By Nellie Bly, News Editor") == ""
    assert byline_outlet("By Nellie Bly, Associated Press") == ""


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By NELLIE BLY Associated Press", ("Nellie Bly",)),
        ("By Prof. Nellie Bly", ("Nellie Bly",)),
        ("By Dr Nellie Bly and Prof. Dr. Ida Tarbell", ("Nellie Bly", "Ida Tarbell")),
        ("Interview by Nellie Bly", ("Nellie Bly",)),
        ("Das Gespräch führte Anna Weber", ("Anna Weber",)),
        (
            "(Reporting by Nellie Bly in Shiraz and Ida Tarbell in London; Editing by Ann Lee)",
            ("Nellie Bly", "Ida Tarbell"),
        ),
    ],
)
def test_what_stands_beside_a_name(line: str, names: tuple[str, ...]) -> None:
    """Academic titles, an agency after the name and who edited are no part of the authors' names."""
    assert byline_names(line) == names


@pytest.mark.parametrize("line", ["Nellie Bly", "Ayşe Yılmaz", "Ludwig van Beethoven", "NELLIE BLY"])
def test_name(line: str) -> None:
    """A few words with capitals can be a writer's name."""
    assert is_name(line)


@pytest.mark.parametrize(
    "line",
    ["Middle East", "New York", "Human Rights", "Breaking News", "Nellie", "the river", "أحمد علي", "Son Dakika"],
)
def test_no_name(line: str) -> None:
    """Sections, places, single words and letters without capitals can't be told from names, and are none."""
    assert not is_name(line)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Nellie Bly and Ida Tarbell", ("Nellie Bly", "Ida Tarbell")),
        ("Nellie Bly, Ida Tarbell, and Martha Gellhorn", ("Nellie Bly", "Ida Tarbell", "Martha Gellhorn")),
        ("Nellie Bly & Ida Tarbell", ("Nellie Bly", "Ida Tarbell")),
        ("Ayşe Yılmaz ve Elif Kaya", ("Ayşe Yılmaz", "Elif Kaya")),
        ("Azad Mihemed û Şîlan Elî", ("Azad Mihemed", "Şîlan Elî")),
        ("Nellie Bly", ()),
        ("Nellie Bly and friends", ()),
        ("Von Anna Seghers und Bertha von Suttner", ()),
        ("Nellie Bly, London", ()),
        ("Middle East and World News", ()),
        ("Nellie Bly / Ida Tarbell", ()),
    ],
)
def test_names_together(line: str, names: tuple[str, ...]) -> None:
    """Several names and nothing else are a line of names; a slash parts subjects as well."""
    assert names_together(line) == names
