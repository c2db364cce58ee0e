import pytest

from digest.read.syntax import complaint


@pytest.mark.parametrize(
    ("before", "message"),
    [
        ("title: 'Israel'", "the value ended before this"),
        ("", "this does not line up with the keys above"),
        ("   ", "this does not line up with the keys above"),
    ],
)
def test_missing_key_is_told_by_where_it_is_missed(before: str, message: str) -> None:
    """A key missed within a line is a quotation gone wrong, at its start it is indentation."""
    found = complaint("did not find expected key", "while parsing a block mapping", before, "s envoy'")
    assert message == found.message


def test_tab_is_named() -> None:
    """A tab is called a tab, whatever the parser makes of it."""
    found = complaint("found character that cannot start any token", "", "", "\t- name: Rudaw")
    assert (found.message, found.hint) == ("a tab", "indent with spaces, not tabs")


def test_context_tells_what_the_reason_does_not() -> None:
    """Where the parser's reason is vague, what it was doing decides; the place is then where that began."""
    found = complaint("did not find expected alphabetic or numeric character", "while scanning an alias", "", "*")
    assert (found.message, found.begun) == ("a value can't begin with & or *", True)


def test_unforeseen_complaint_is_passed_on() -> None:
    """What has no better words keeps the parser's, and no hint that might mislead."""
    found = complaint("found incompatible YAML document", "", "", "%YAML 9.9")
    assert (found.message, found.hint) == ("bad YAML: found incompatible YAML document", "")
