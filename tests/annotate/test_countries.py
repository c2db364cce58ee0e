import pytest

from digest.annotate.countries import is_country, is_people


@pytest.mark.parametrize("name", ["Turkey", "Syria", "United States", "the Philippines", "US", "U.K.", "Africa"])
def test_country_is_known(name: str) -> None:
    """Countries and parts of the world are known, by their usual names and the letters that stand for them."""
    assert is_country(name)


@pytest.mark.parametrize("name", ["Damascus", "European Union", "United Nations", "NATO", "Kurdistan Region"])
def test_other_names_are_no_countries(name: str) -> None:
    """Cities, regions and unions of countries are names like others."""
    assert not is_country(name)


@pytest.mark.parametrize("name", ["Israeli", "Turkish", "Kurds", "Swiss", "Muslims", "British"])
def test_people_is_known(name: str) -> None:
    """Words for a people or a faith, and for whose something is, are known."""
    assert is_people(name)


@pytest.mark.parametrize("name", ["Israel", "Houthi", "Turkish Airlines", "Homs"])
def test_other_names_are_no_peoples(name: str) -> None:
    """Countries, movements and names that begin with a people's are names like others."""
    assert not is_people(name)
