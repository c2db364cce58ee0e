import json
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from digest.annotate import annotate, prose
from digest.annotate.sanitise import sanitise
from tests.annotate.reading import plain_manuscript, slice_for
from tests.annotate.texts import texts

TAGS = {
    *("p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "code", "em", "strong", "s", "a"),
    *("img", "table", "thead", "tbody", "tr", "th", "td", "hr", "br", "sup", "section", "div"),
}
ATTRIBUTES = {
    *("href", "title", "id", "class", "data-term", "aria-describedby", "src", "alt", "loading", "start", "tabindex"),
}
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
IGNORED = "".join(map(chr, range(33)))  # what a browser strips from the ends of an address


def harm(html: str) -> list[str]:
    """What a page must not hold, as a browser would read it: in HTML 5, whatever html.parser makes of it."""
    found = []
    for parser in ("html.parser", "lxml"):
        for tag in BeautifulSoup(html, parser).find_all():
            if tag.name not in TAGS | {"html", "body"}:
                found.append(f"<{tag.name}>")
            allowed = ATTRIBUTES | ({"dir"} if tag.get("dir") == "ltr" else set())  # of a link that shows its address
            found += [f"{tag.name} {name}" for name in tag.attrs if name not in allowed]
            addresses = [str(tag[name]) for name in ("href", "src") if tag.has_attr(name)]
            found += [address for address in addresses if not is_harmless(address)]
    return found


def is_harmless(address: str) -> bool:
    """Whether a browser would take an address for one of this site, the web or mail, and of no host in disguise."""
    read = re.sub(r"[\t\r\n]", "", address.strip(IGNORED)).replace("\\", "/")
    scheme = SCHEME.match(read)
    return scheme[0].lower() in ("http:", "https:", "mailto:") if scheme else not read.startswith("//")


def terms_linked(html: str) -> list[str]:
    """The terms that links of a page claim to be for, by class or by data."""
    links = BeautifulSoup(html, "html.parser").select(".term, [data-term]")
    return [str(link.get("data-term")) for link in links]


@pytest.fixture(scope="module")
def payloads(corpora: Path) -> list[str]:
    """Hostile HTML."""
    return [case["p"] for case in json.loads((corpora / "dompurify.json").read_text("utf-8"))]


def test_hostile_text_is_harmless(payloads: list[str]) -> None:
    """Hostile HTML as the text, or the note, of an article can neither act nor pass for a link to a term."""
    for payload in payloads:
        found = plain_manuscript(payload)
        result = annotate(found, slice_for(found))
        asked = [mention.term for mention in result.mentions if mention.linked]
        assert harm(result.html) == [], payload
        assert sorted(asked) == sorted(terms_linked(result.html)), payload
        assert harm(prose(payload, "", "note")) == [], payload


def test_hostile_html_is_harmless(payloads: list[str]) -> None:
    """The same HTML, had it got past the Markdown parser, is stripped of all that could act."""
    for payload in payloads:
        assert harm(sanitise(payload, "")) == [], payload


@given(st.text(alphabet="<>/='\"&;:!-[]()\\abhrefsconljvt \n"))
def test_marks_of_html_do_no_harm(text: str) -> None:
    """Whatever is made of HTML's own marks is harmless, as Markdown and as HTML."""
    assert harm(prose(text, "")) == []
    assert harm(sanitise(text, "")) == []


@given(texts)
def test_only_links_that_were_asked_for(text: str) -> None:
    """A page has just the links to terms that the policy chose, whatever the text tries."""
    forged = f'{text} [x](/glossary/hts/ "HTS") <a class="term" data-term="hts" href="/glossary/hts/">x</a>'
    found = plain_manuscript(forged)
    result = annotate(found, slice_for(found))
    assert {m.term for m in result.mentions if m.linked} == set(terms_linked(result.html))


def test_page_keeps_what_it_needs() -> None:
    """What annotation itself makes passes unchanged."""
    html = (
        '<h2 id="x">A</h2>\n<p><a class="term" href="/glossary/hts/" data-term="hts" aria-describedby="t-hts">HTS</a>'
        '<sup class="footnote-ref"><a href="#fn1" id="fnref1">[1]</a></sup><br>\n'
        '<img src="/x.png" alt="A" title="B" loading="lazy"></p>\n'
        '<div class="scroll" tabindex="0"><table><thead><tr><th class="left">a</th></tr></thead></table></div>'
        '<ol start="3"><li>x</li></ol><pre><code>x</code></pre>'
    )
    assert html == sanitise(html, "")


@pytest.mark.parametrize(
    ("html", "safe"),
    [
        ('<p class="term lead">x</p>', "<p>x</p>"),
        ('<a class="term evil footnote-backref" href="#x">x</a>', '<a class="term footnote-backref" href="#x">x</a>'),
        ('<p style="color:red" onclick="x" dir="rtl" lang="ar">x</p>', "<p>x</p>"),
        ("<script>x</script><style>x</style><iframe></iframe>y", "y"),
        ('<a href="javascript:x" target="_blank">x</a>', "<a>x</a>"),
        ('<a href="//evil.example/">x</a><a href="/\\evil.example/">y</a>', "<a>x</a><a>y</a>"),
        ('<img src="data:image/png;base64,x" alt="">', '<img alt="">'),
        ('<form action="/x"><input name="x"><button>b</button></form>', "b"),
        ("a <!-- b --> c", "a  c"),
    ],
)
def test_page_loses_what_it_must_not_hold(html: str, safe: str) -> None:
    """Tags, attributes, classes and addresses that are not on the list go; the text stays."""
    assert safe == sanitise(html, "")


@pytest.mark.parametrize(
    ("address", "put"),
    [
        ("/glossary/hts/", "/brief/glossary/hts/"),
        ("/", "/brief/"),
        ("#part", "#part"),
        ("other/", "other/"),
        ("https://example.org/x", "https://example.org/x"),
        ("mailto:x@example.org", "mailto:x@example.org"),
    ],
)
def test_addresses_of_the_site_get_its_folder(address: str, put: str) -> None:
    """Only what begins at the root of the site is put into its folder on the host."""
    assert f'<a href="{put}">x</a>' == sanitise(f'<a href="{address}">x</a>', "/brief")
