from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks import dialects
from benchmarks.corpus import Corpus, Entry, compose

CORPUS = compose(3, 4)
DIALECTS = [
    (dialects.write_digest, dialects.article_of_digest),
    (dialects.write_hugo, dialects.article_of_hugo),
    (dialects.write_hugo_glossary, dialects.article_of_hugo),
    (dialects.write_eleventy, dialects.article_of_eleventy),
    (dialects.write_pelican, dialects.article_of_pelican),
]


@pytest.mark.parametrize(("write", "article"), DIALECTS)
def test_every_dialect_says_the_same(
    tmp_path: Path, write: Callable[[Path, Corpus], None], article: Callable[[Entry], str]
) -> None:
    """Each entry's file is where the generator is said to have it, with the title and the very same text."""
    write(tmp_path, CORPUS)
    for entry in CORPUS.entries:
        text = (tmp_path / article(entry)).read_text("utf-8")
        assert entry.title in text
        assert text.endswith(f"\n\n{entry.body}")


def test_glossary_of_hugo_has_every_form(tmp_path: Path) -> None:
    """Hugo is told every form that Digest is told."""
    dialects.write_hugo_glossary(tmp_path, CORPUS)
    for term in CORPUS.terms:
        text = (tmp_path / f"content/glossary/{term.slug}.md").read_text("utf-8")
        assert [form for form in term.forms if f'"{form}"' not in text] == []
