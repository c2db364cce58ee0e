import gzip
import json
import subprocess
from pathlib import Path

import pagefind_bin
import pytest

from digest.searched import searched
from tests.sites import SMALL, article, built, write

BODY = '<html lang="en"><head><title>A page</title></head><body>{}</body></html>'
# `@` stands for `data-pagefind-`.
ODD = {
    "plain": "<main @body>Homs</main>",
    "beside": "Before<h1>A title</h1><p>Homs</p><main>1<p @body>Hama</p>two<p>three</p></main><p>4</p>",
    "two": "<p @body>Homs</p>between<p>and</p><p @body @filter='a'>Hama</p>",
    "nested": "<div @body @filter='b:1'>Homs<p @body>Hama</p>Idlib</div>",
    "ignored": "<p @body>un<i @ignore>even</i>ly and <b @ignore='all'>not</b>.</p>",
    "above": "<main @ignore>a<p @body>Homs</p><b @filter='c'>Hama</b></main>",
    "excluded": "<main @body>Homs<p @ignore='all'><b @filter='d'>x</b></p></main>",
    "within": "<main @body>Homs<div @ignore><p @ignore='all'><b @filter='e'>x</b></p>"
    "<p @ignore='index'><b @filter='f'>y</b>z</p></div></main>",
    "nests": "<main @body>Homs<div @ignore>a<p @filter='g'>b"
    "<i @filter='h'>c</i>d</p>e<b @ignore @filter='k'>f</b></div></main>",
    "told": "<h1 id='x'>Title</h1><img src='a.png' alt='A'><main @body>Homs<img src='b.png' alt='B'></main>"
    "<time @sort='date[datetime]' @meta='date' datetime='2025-04-09'>today</time>",
    "attributes": "<p @body><b @ignore title='Hama' @index-attrs='title'>x</b></p>",
    "letters": "<main @body data-a='&quot;A&quot; &amp; Şırnak&#39;s' @meta='a[data-a]'>"
    "&lt;b&gt; حمص &amp;amp; Şırnak &#8217;<h2 id='b'>Two</h2><a id='c'>x</a>y<br>z"
    "<ul><li>1</li><li>2</li></ul><!-- b --> end</main>",
}


def found(root: Path, pages: dict[str, bytes]) -> list[object]:
    """What Pagefind finds in some pages: their texts and what it was told of them, the words, and the filters."""
    for path, data in pages.items():
        write(root / "site", {path: data})
    subprocess.run([pagefind_bin.get_executable(), "--site", root / "site", "--force-language", "en"], check=True)
    out = root / "site/pagefind"
    texts = [gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd") for path in out.glob("fragment/*")]
    filters = [sorted(gzip.decompress(path.read_bytes())) for path in out.glob("filter/*")]  # their order is by chance
    told = sorted((json.loads(text) for text in texts), key=lambda text: str(text["url"]))
    return [told, sorted(path.name for path in out.glob("index/*")), sorted(filters)]


def test_nothing_that_pagefind_finds_is_taken_out(tmp_path: Path) -> None:
    """Of whole pages and of what is searched of them, Pagefind makes the same index."""
    site = built(write(tmp_path, SMALL | {"content/articles/a.md": article("A", "2025-04-09", "HTS *and*\n\n## x")}))
    pages = {path.relative_to(site.out).as_posix(): path.read_bytes() for path in site.out.rglob("*.html")}
    pages |= {
        f"odd/{name}.html": BODY.format(text.replace("@", "data-pagefind-")).encode() for name, text in ODD.items()
    }
    reduced = {path: kept.page for path, data in pages.items() if (kept := searched(data))}
    assert len(reduced) > len(ODD)
    whole = found(tmp_path / "whole", {path: pages[path] for path in reduced})
    assert found(tmp_path / "reduced", reduced) == whole


@pytest.mark.parametrize(
    "beside",
    [
        "<nav>{0}</nav>",
        "<main id='{0}'><p data-pagefind-body>Homs</p>",
        "<p data-pagefind-body>Homs<i data-pagefind-ignore>{0}</i></p>",
    ],
)
def test_what_is_beside_is_not_in_the_hash(beside: str) -> None:
    """What Pagefind does not read makes no other hash, nor another page for it."""
    page = BODY.format(beside + "<p data-pagefind-body>Hama</p>")
    one, other = (searched(page.format(word).encode()) for word in ("One", "Two"))
    assert one == other != None  # noqa: E711


@pytest.mark.parametrize(
    ("shard", "named"), [("EN-gb/2025", "en/2025"), ("en/loader", "en/pages"), ("2025", "en/pages")]
)
def test_shard_is_the_one_that_the_page_names(shard: str, named: str) -> None:
    """A page names its shard by language and year; what is no such name leaves it with others of its language."""
    kept = searched(BODY.format(f"<p data-pagefind-body data-shard='{shard}'>Homs").encode())
    assert kept is not None
    assert kept.shard == named
