from datetime import UTC, date
from typing import Literal

import pytest

from digest.problems import Problem
from digest.read import yaml
from digest.read.fields import Fields
from digest.read.text import Text

Status = Literal["running", "closed"]


def fields(content: str) -> Fields:
    """The fields of a mapping."""
    text = Text.of("x.md", content)
    tree, problems = yaml.parse(text, content)
    assert problems == ()
    assert isinstance(tree, yaml.Mapping)
    return Fields(text, tree, [], [])


def told(found: Fields) -> list[str]:
    """What is wrong, each with its place."""
    return [f"{problem.span.line}:{problem.span.column}: {problem.message}" for problem in found.problems]


def test_text_is_one_line() -> None:
    """White space in a text becomes single spaces; a missing text is empty, or what the schema says."""
    found = fields("key: >\n  one\n\n  two\n")
    assert found.string("key") == "one two"
    assert found.string("other") == ""
    assert found.string("other", "en") == "en"
    assert told(found) == []


def test_prose_keeps_its_paragraphs() -> None:
    """A note may have paragraphs; only the blank around it goes."""
    assert fields("note: |\n  one\n\n  two\n\n").prose("note") == "one\n\ntwo"


@pytest.mark.parametrize("content", ["other: x", "key:", "key: ~", "key: ''", "key: '  '", 'key: "\\u200b\\ufeff "'])
def test_required_text_must_be_there(content: str) -> None:
    """A key without a text, or with nothing that can be seen, is as missing as no key."""
    found = fields(content)
    assert found.string("key", required=True) == ""
    assert told(found) == ['1:1: "key" is missing']


@pytest.mark.parametrize(
    ("written", "value"),
    [("true", True), ("yes", True), ("On", True), ("FALSE", False), ("no", False), ("off", False), ("", True)],
)
def test_flag_is_yes_or_no(written: str, value: bool) -> None:
    """Every usual word for yes and no is understood, in any case; nothing is the default."""
    assert value == fields(f"key: {written}").flag("key", default=True)


@pytest.mark.parametrize(("written", "value"), [("auto", True), ("true", True), ("false", False), ("", None)])
def test_auto_is_yes(written: str, value: bool | None) -> None:
    """`auto` says the same as yes; nothing said is not no."""
    assert value == fields(f"key: {written}").auto_or_false("key")


@pytest.mark.parametrize("written", ["0", "-1", "1.5", "010x", "1e3", "thirty", "12345678901", "0x1F"])
def test_number_is_whole_and_large_enough(written: str) -> None:
    """What is no whole number from the least on is an error, and the default holds."""
    found = fields(f"key: {written}")
    assert found.number("key", 30, least=1) == 30
    assert told(found) == [f'1:6: "key": "{written}" is not a whole number from 1 on']


def test_number_is_decimal() -> None:
    """A number with leading zeros is not octal."""
    assert fields("key: 010").number("key", 30) == 10


def test_choice_is_one_of_its_words() -> None:
    """A word of the list is taken; any other gets the nearest one offered, and the list as a hint."""
    found = fields("key: runing\nother: closed")
    assert found.choice("key", Status, "running") == "running"
    assert found.choice("other", Status, "running") == "closed"
    assert told(found) == ['1:6: "key": unknown value "runing"; did you mean "running"?']
    assert found.problems[0].hint == "one of: running, closed"


def test_day_and_moment() -> None:
    """Dates are read as dates, in quotes too."""
    found = fields("day: '2025-04-09'\nmoment: 2025-04-09T18:30Z")
    assert found.day("day") == date(2025, 4, 9)
    moment = found.moment("moment", UTC)
    assert moment is not None
    assert moment.iso == "2025-04-09T18:30:00+00:00"


@pytest.mark.parametrize(
    "url", ["https://rudaw.net/english/100420252", "http://example.org", "https://münchen.example/ä?a=b&c=d#e"]
)
def test_address_of_the_web(url: str) -> None:
    """An absolute http or https address is taken as it is."""
    found = fields(f"key: '{url}'")
    assert url == found.url("key")
    assert told(found) == []


@pytest.mark.parametrize(
    "url",
    [
        *("rudaw.net", "/baku", "//rudaw.net/baku", "https:", "https://", "https:/rudaw.net", "https:rudaw.net"),
        *("javascript:alert(1)", "data:text/html,x", "ftp://rudaw.net/x", "mailto:desk@rudaw.net"),
        *("https://rudaw.net/a b", 'https://rudaw.net/"x', "https://rudaw.net/<x>", "http://[::1", "https://a\\b"),
    ],
)
def test_anything_else_is_no_address_of_the_web(url: str) -> None:
    """What a reader could not open, or a page could not hold safely, is an error."""
    found = fields(f"key: '{url}'")
    assert found.url("key") == ""
    assert told(found) == [f'1:6: "key": "{url}" is not an address of the web']


def test_mail_address_where_the_schema_has_one() -> None:
    """Schemes are the schema's to say."""
    found = fields("key: mailto:editor@example.org\nother: 'mailto:'")
    assert found.url("key", schemes=("mailto",)) == "mailto:editor@example.org"
    assert found.url("other", schemes=("mailto",)) == ""


@pytest.mark.parametrize("address", ["/old/address/", "/old.html", "/2024/a_b/c-d~e/", "/"])
def test_address_of_this_site(address: str) -> None:
    """An address to redirect from begins at the root and ends as a folder or a page."""
    assert fields(f"key: [{address}]").addresses("key") == (address,)


@pytest.mark.parametrize(
    "address", ["old/", "https://example.org/old/", "//evil/", "/../x/", "/./", "/a b/", "/a?b=c", "/x.exe"]
)
def test_anything_else_is_no_address_of_this_site(address: str) -> None:
    """Addresses of other sites, ways out of the folder and odd characters are errors."""
    found = fields(f"key: ['{address}']")
    assert found.addresses("key") == ()
    assert told(found) == [f'1:7: "{address}" is not an address of this site']


def test_names_become_references() -> None:
    """Each name that must exist is noted with its place; a name given twice counts once."""
    found = fields("key: [diplomacy, security, diplomacy]")
    assert found.references_of("key", "theme") == ("diplomacy", "security")
    assert [(r.slug, r.span.column) for r in found.references] == [
        ("diplomacy", 7),
        ("security", 18),
        ("diplomacy", 28),
    ]


def test_pairs_keep_the_authors_order() -> None:
    """A mapping of texts is read in the order it is written in."""
    assert fields("native: {ku: HTŞ, ar: هيئة}").pairs("native") == (("ku", "HTŞ"), ("ar", "هيئة"))


def test_mapping_in_a_mapping_is_named_in_messages() -> None:
    """What is wrong inside a mapping is told with the way to it."""
    found = fields("match: {priority: high, colour: red}")
    match = found.child("match")
    assert match is not None
    assert match.number("priority", 0) == 0
    match.done()
    assert told(found) == [
        '1:19: "match.priority": "high" is not a whole number from 0 on',
        '1:25: unknown key "match.colour"',
    ]


@pytest.mark.parametrize("written", ["[a]", "{a: b}"])
def test_value_is_no_list_and_has_no_keys(written: str) -> None:
    """Where one value belongs, a list or a mapping is an error, whatever the value's type."""
    found = fields(f"key: {written}")
    assert (found.string("key"), found.prose("key"), found.url("key"), found.slug("key")) == ("", "", "", "")
    assert (found.day("key"), found.flag("key", default=True), found.number("key", 3)) == (None, True, 3)
    assert told(found) == ['1:6: "key" must be one value'] * 7


@pytest.mark.parametrize("written", ["a", "{a: b}"])
def test_list_is_a_list(written: str) -> None:
    """Where a list belongs, one value or a mapping is an error."""
    found = fields(f"key: {written}")
    assert (found.strings("key"), found.children("key"), found.addresses("key")) == ((), [], ())
    assert told(found) == ['1:6: "key" must be a list'] * 3


def test_required_list_is_not_empty() -> None:
    """A required list needs an item."""
    found = fields("key: []")
    assert found.references_of("key", "theme", required=True) == ()
    assert told(found) == ['1:6: "key" is empty']


@pytest.mark.parametrize("written", [r'"bell \x07"', r'"\0"', r'"\u0085"', r'"\uFFFE"'])
def test_escape_makes_no_control_character(written: str) -> None:
    """What a file may not hold can't come in through an escape either."""
    found = fields(f"key: {written}")
    assert found.string("key") == ""
    assert told(found) == ['1:6: "key" holds a control character']


def test_unknown_key_is_told_with_what_is_known() -> None:
    """A key that nobody asked for is an error: with the nearest known key, or with all of them."""
    found = fields("titel: x\nzzz: y")
    found.string("title")
    found.string("date")
    found.done()
    near, far = found.problems
    assert near == Problem(near.span, 'unknown key "titel"; did you mean "title"?', "", "unknown-key")
    assert far == Problem(far.span, 'unknown key "zzz"', "the keys here are: date, title", "unknown-key")
