import re
import statistics

from benchmarks.corpus import compose


def test_same_arguments_give_the_same_corpus() -> None:
    """A corpus is its arguments' alone; another seed gives another."""
    assert compose(5, 10) == compose(5, 10)
    assert compose(5, 10) != compose(5, 10, seed=2)


def test_entries_are_like_news() -> None:
    """Entries have about 4 KB and some ten terms, over ten years."""
    entries = compose(200, 1000).entries
    assert 4000 < statistics.mean(len(entry.body) for entry in entries) < 4500
    assert 9 < statistics.mean(len(entry.links) for entry in entries) < 11
    assert {entry.when.year for entry in entries} == set(range(2015, 2025))


def test_links_are_the_first_mentions() -> None:
    """Each term's link is the form that stands first, and the links stand in the order of the text."""
    corpus = compose(20, 50)
    forms = {form: term.slug for term in corpus.terms for form in term.forms}
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, forms))})\b")
    for entry in corpus.entries:
        first: dict[str, str] = {}
        for found in pattern.findall(entry.body):
            first.setdefault(forms[found], found)
        assert tuple(first.items()) == entry.links


def test_no_form_is_part_of_another() -> None:
    """No word of a name is another term's or a word of the texts, but for what kind of body it is."""
    corpus = compose(0, 2000)
    forms = [form for term in corpus.terms for form in term.forms]
    assert len(forms) == len(set(forms))
    words = [word for form in forms for word in form.split()[:2]]
    assert len(words) == len(set(words))


def test_corpus_without_terms_mentions_none() -> None:
    """An archive may have no glossary."""
    assert [entry.links for entry in compose(3, 0).entries] == [()] * 3
