import re
from collections.abc import Collection, Iterator
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.annotate.boundaries import begins_sentence, is_word, joined_to_name
from digest.annotate.fold import Folded, fold
from digest.annotate.forms import Form, lower
from digest.annotate.matcher import Matcher, whole
from digest.annotate.scan import Scan, bare
from digest.annotate.titles import is_whole_title
from tests.annotate.reading import ALL, annotation, page, readable
from tests.golden import Example
from tests.laws import LAW

Found = list[tuple[int, int, set[str]]]

NAMES = [
    *("us", "US", "US Air", "Air", "Airways", "al-Sham", "Hay'at", "U.S.", "T4", "T-4", "s", "it", "ı", "هيئة"),
    *("e\u0323", "Tel Aviv", "Tel-Aviv", "an-Nur", "The Air US", "Assad", "air base"),
    *("سوريا", "لبنان", "بنان", "التنف", "للتنف", "سووریا", "وان"),
]
SIGNS = [
    *(
        " ",
        ".",
        ". ",
        "'",
        "’s",
        "-",
        "–",
        "—",
        "\u00ad",
        "@",
        "(",
        "x",
        "4",
        "\n",
        "\u0331",
        "İ",
        "l'",
        "“",
        "_",
        "  ",
    ),
    *(" Inc.", " Ltd", "al-", "an ", "-led", "-Putin", "The "),
    *(" J. ", " J. Air", "Tel A. Aviv", "US J. Air-", "l'Tel B. C. Aviv"),
    *("و", "ب", "ل", "ف", "دا", "ەوە", "ی", "'da", "'DA", "'nin"),
]
LANGUAGES = st.sampled_from(["en", "tr", "ar", "ckb", "ku"])
PARTED, CAPITALS, LONG = "'[a-zə]+", "'[A-ZƏ]+", "دا|ەوە|(?<=[اەێۆ])(?:ی|وە)"
TEXTS = st.lists(st.sampled_from(NAMES + SIGNS), max_size=14).map("".join)
FORMS = st.builds(
    lambda name, *flags: Form(lower(name) if flags[0] else name, name, *flags),
    st.sampled_from(NAMES).map(lambda name: fold(name).text),
    *[st.booleans()] * 6,
)
STEMS = ["سوريا", "لبنان", "بنان", "التنف", "سووریا", "Tel", "HTS"]
WRITTEN_ON = product(["", "و", "ب", "وب", "بو"], STEMS, ["", "'da", "'DA", "'dA", "دا", "ی", "ەوە"])
WITH_INITIALS = product(
    ["Tel", "xTel", "وTel", "l'Tel", "-Tel", "@Tel", "HTS"],
    [" J. ", " j. ", " J. K. ", "J. "],
    ["Aviv", "Avivx", "Aviv'da", "Aviv's", "Aviv-x", "J. Tel Aviv"],
)
WORDS = ["".join(parts) for parts in (*WRITTEN_ON, *WITH_INITIALS)]
LETTERS = st.sampled_from("ab")
PHRASES = st.lists(LETTERS, min_size=1, max_size=4).map(" ".join)


@pytest.mark.parametrize("example", page("matching"), ids=lambda example: example.title)
def test_matching(example: Example) -> None:
    """The page of examples for what is a mention and what only looks like one."""
    actual = readable(annotation(example.given))
    assert example.golden(actual) == actual


@pytest.mark.parametrize("example", page("compounds"), ids=lambda example: example.title)
def test_compounds(example: Example) -> None:
    """The page of examples for names that a hyphen joins to something."""
    actual = readable(annotation(example.given, ALL))
    assert example.golden(actual) == actual


def found(forms: Collection[Form], folded: Folded, lang: str = "") -> Found:
    """What the matcher finds: spans of the original, and the terms that they may mean."""
    return [(c.start, c.end, {form.term for form in c.forms}) for c in Matcher(forms, lang).find(folded)]


def alike(form: Form, there: str) -> bool:
    """Whether words are a form's but for hyphens and spaces, which part two letters or more on either side."""
    words, joints = re.split("[ -]", form.text), re.findall("[ -]", form.text)
    if re.split("[ -]", there) != words:
        return False
    same = [joint == other for joint, other in zip(joints, re.findall("[ -]", there), strict=True)]
    long = [len(a) > 1 and len(b) > 1 and a.lower() not in {"an", "as", "at"} for a, b in pairwise(words)]
    return all(one or other for one, other in zip(same, long, strict=True))


def words_around(text: str, start: int, end: int, lang: str) -> Iterator[tuple[int, int]]:
    """The spans that a word may have which is a name and what its language writes onto it."""
    before, after = [start], [end]
    if lang == "ar" and end - start > 2:
        before += [start - n for n in (1, 2) if n <= start and re.fullmatch("[وف]?[بلک]|[وف]", text[start - n : start])]
    endings = [PARTED] if lang in ("tr", "ku") else []
    endings += [CAPITALS] if endings and text[start:end].isupper() else []
    endings += [LONG] if lang in ("ckb", "ku") and end - start > 3 else []
    after += [found.end() for ending in endings if (found := re.compile(ending).match(text, end))]
    return product(before, after)


def stands(form: Form, text: str, start: int, end: int, lang: str) -> bool:
    """Whether a form may stand at a place: as a word, at a sentence's start or not, joined to a name or not."""
    begins = begins_sentence(text, start)
    article = form.text.startswith("The ") and form.text.count(" ") > 1
    return (
        any(is_word(text, *word) for word in words_around(text, start, end, lang))
        and (begins or not form.initial)
        and not (begins and article and not form.initial)
        and not (form.follows and joined_to_name(text, start, end))
        and not (form.title and not is_whole_title(text, start, end))
    )


def with_initial(forms: Collection[Form], text: str, lang: str) -> dict[tuple[int, int], set[str]]:
    """The spans of names of two capitalised words that stand in the text when an initial between them is taken out."""
    spans = dict[tuple[int, int], set[str]]()
    for place in range(1, len(text) - 3):
        if not (text[place - 1] == " " and text[place].isupper() and text[place + 1 : place + 3] == ". "):
            continue
        shorter = text[:place] + text[place + 3 :]
        for form in forms:
            words = form.text.split(" ")
            start, end = place - 1 - len(words[0]), place + len(words[-1])
            two = (
                len(words) == 2
                and words[0][0].isupper()
                and not (form.initial or form.follows or form.ignore_case or form.title)
            )
            if two and start >= 0 and alike(form, shorter[start:end]) and stands(form, shorter, start, end, lang):
                spans.setdefault((start, end + 3), set()).add(form.term)
    return spans


def slowly(forms: Collection[Form], folded: Folded, lang: str = "en") -> Found:
    """The same by trying every form at every place, then taking the longest that is left, the earliest first."""
    text, spans = folded.text, dict[tuple[int, int], set[str]]()
    for form in forms:
        for start in range(len(text) - len(form.text) + 1):
            end = start + len(form.text)
            there = lower(text[start:end]) if form.ignore_case else text[start:end]
            if alike(form, there) and stands(form, text, start, end, lang):
                spans.setdefault(whole(form, text, start, end), set()).add(form.term)
    spans = {**with_initial(forms, text, lang), **spans}
    chosen = []
    while spans:
        start, end = best = min(spans, key=lambda span: (span[0] - span[1], span[0]))
        chosen.append((*folded.original(start, end), spans[best]))
        spans = {span: terms for span, terms in spans.items() if span[1] <= start or end <= span[0]}
    return sorted(chosen, key=lambda one: one[:2])


@LAW
@given(st.lists(FORMS, max_size=6), TEXTS, LANGUAGES)
def test_nothing_is_missed_and_nothing_extra(forms: list[Form], text: str, lang: str) -> None:
    """The matcher finds just what trying every form at every place finds, in each language."""
    folded = fold(text)
    assert slowly(forms, folded, lang) == found(forms, folded, lang)


@pytest.mark.parametrize("lang", ["en", "tr", "ar", "ckb", "ku"])
def test_all_that_is_written_onto_names_is_read_by_language(lang: str) -> None:
    """So it is with all that may be written onto names and initials between them; the first scan finds as much."""
    forms = [Form(fold(name).text, name) for name in (*STEMS, "Aviv", "Tel Aviv")]
    scan = Scan(forms, ignore_case=False)
    for word in WORDS:
        folded = fold(word)
        matched = found(forms, folded, lang)
        assert slowly(forms, folded, lang) == matched
        assert {term for *_, terms in matched for term in terms} <= {forms[n].term for n in scan.numbers(bare(word))}


@LAW
@given(st.lists(PHRASES, min_size=1, max_size=5), st.lists(LETTERS, max_size=9).map(" ".join))
def test_longest_wins_and_the_rest_is_searched_again(phrases: list[str], text: str) -> None:
    """Of names that overlap the longest counts, wherever it begins, and what it leaves is free for others."""
    forms = [Form(phrase, phrase) for phrase in phrases]
    assert slowly(forms, fold(text)) == found(forms, fold(text))


@LAW
@given(st.lists(FORMS, max_size=6), TEXTS, LANGUAGES)
def test_what_matches_is_in_the_first_look(forms: list[Form], text: str, lang: str) -> None:
    """Every form that matches is found by a first scan of the same text, which knows no Markdown but its marks."""
    scans = [Scan(forms, ignore_case=ignore) for ignore in (False, True)]
    scanned = {forms[number] for scan in scans for number in scan.numbers(bare(text))}
    assert {form for candidate in Matcher(forms, lang).find(fold(text)) for form in candidate.forms} <= scanned


def test_longest_of_many_is_taken() -> None:
    """Of hundreds of names that overlap the longest counts, and the rest of the text is free."""
    forms = [Form("a " * n + "b", str(n)) for n in range(200)]
    assert found(forms, fold("a " * 500 + "b")) == [(602, 1001, {"199"})]
