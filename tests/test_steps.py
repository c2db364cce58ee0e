from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from digest import steps
from digest.build import Options, examine
from digest.memory import Memory, Step
from digest.problems import Problem
from tests.sites import NOW, Files, article, digested, small, term

T = TypeVar("T")
R = TypeVar("R")

A = "content/articles/a.md"
FOUND = {"content/glossary/t4.md": term("T4"), "content/glossary/homs.md": term("Homs")}


def cut(given: Files) -> tuple[dict[str, str], list[Problem]]:
    """The clean texts of the small digest's articles, changed by `given`, by their paths; and what cleaning tells."""
    made = digested(given)
    articles = made.content.articles
    bodies = {article.path: made.copies[article.path].body.text for article in articles}
    return bodies, steps.cut(articles, made.copies)


def test_cleaning_is_told_and_can_be_switched_off() -> None:
    """What is cut from an entry is a warning with its line; an entry or a site may leave texts alone."""
    body = "It rained.\n\nShare this\n"
    bodies, (problem,) = cut({A: article("A", body=body)})
    assert bodies[A] == "It rained."
    assert (str(problem.span), problem.code, problem.severity) == (f"{A}:9", "cut-line", "warning")
    assert "Share this" in problem.message
    assert cut({A: article("A", body=body, keys="clean: false")})[1] == []
    off = "title: B\nbase_url: https://example.org/\nclean: {enabled: false}\n"
    assert cut({A: article("A", body=body), "content/site.yaml": off})[1] == []


def test_text_too_large_to_be_cleaned_is_told() -> None:
    """A text that cleaning leaves as it is is a warning at its first line, unless its author wants it so."""
    body = "It rained. \n\n" * 10_002
    bodies, (problem,) = cut({A: article("A", body=body)})
    assert bodies[A] == body.rstrip("\n")
    assert (str(problem.span), problem.code, problem.severity) == (f"{A}:7", "not-cleaned", "warning")
    assert problem.message == "not cleaned: the text has more than 20,000 lines"
    assert cut({A: article("A", body=body, keys="clean: false")})[1] == []


class Run:
    """Maps in this process, and notes how often each step was applied."""

    def __init__(self) -> None:
        """Begin with none."""
        self.applied: Counter[str] = Counter()

    def __call__(self, step: Callable[[T], R], arguments: Iterable[T]) -> Iterable[R]:
        """Apply a step."""
        results = [step(argument) for argument in arguments]
        owner = getattr(step, "__self__", None)
        self.applied[(owner if isinstance(owner, Step) else steps.DEFINE).name.split(" ")[0].split(".")[-1]] += len(
            results
        )
        return results


def annotated(given: Files, folder: Path) -> tuple[int, int]:
    """How many articles are read, and how many annotated, after what the folder remembers."""
    run = Run()
    with Memory(folder) as memory:
        made = digested(given, memory, run)
        _, problems = steps.link(made.content, made.texts, made.copies)
    assert (made.problems, problems) == ((), [])
    return run.applied["copy"], run.applied["_annotate"]


def test_edited_term_concerns_the_texts_that_may_mention_it(tmp_path: Path) -> None:
    """After a term is edited, only texts that can match it are annotated again; none is read again."""
    bodies = {f"content/articles/n{n}.md": article(f"N{n}", body="Homs." if n % 5 else "T4.") for n in range(10)}
    edited = {"content/glossary/t4.md": term("T4", "match: {priority: 2}\naliases: [Palmyra]")}
    assert annotated({**FOUND, **bodies}, tmp_path) == (11, 11)
    assert annotated({**FOUND, **bodies}, tmp_path) == (0, 0)
    assert annotated({**FOUND, **bodies, **edited}, tmp_path) == (0, 2)


def test_definition_alone_annotates_nothing(tmp_path: Path) -> None:
    """A definition belongs to the pages: editing its text, summary or sources annotates no entry again."""
    text = {A: article("A", body="T4.")}
    assert annotated({**FOUND, **text}, tmp_path) == (2, 2)
    assert annotated({**FOUND, **text, "content/glossary/t4.md": term("T4", body="An air base.")}, tmp_path) == (0, 0)


def test_definition_is_made_once(tmp_path: Path) -> None:
    """A term's definition is made again when it is edited, and no other one is."""
    for body, made in (("A base.", 3), ("A base.", 0), ("An air base.", 1)):
        run = Run()
        with Memory(tmp_path) as memory:
            content = digested({**FOUND, "content/glossary/t4.md": term("T4", body=body)}).content
            assert set(steps.define(content, memory, run)) == {"hts", "homs", "t4"}
        assert run.applied.total() == made


def test_undated_draft_is_of_the_day_on_which_it_is_read(tmp_path: Path) -> None:
    """A draft without a date has today's, whatever was remembered of it; nothing else is read again the next day."""
    given = {A: "---\ntitle: A\ndraft: true\n---\nHTS.\n"}
    for day, read in ((1, 3), (1, 0), (2, 1)):
        run = Run()
        with Memory(tmp_path) as memory:
            made = digested(given, memory, run, now=NOW.replace(day=day))
            draft = made.copies.outlines[A].article
            assert draft is not None
            assert draft.date.day.day == day
            assert made.copies[A].written.article == draft
        assert run.applied["copy"] == read


def test_anchors_are_remembered(tmp_path: Path) -> None:
    """Where an entry mentions terms is worked out once, for the entry's address."""
    for _ in range(2):
        with Memory(tmp_path) as memory:
            anchors = digested({**FOUND, A: article("A", body="At T4, T4.")}, memory).texts.anchors()
        assert [(anchor.term, anchor.start) for anchor in anchors["/2025/04/a/"]] == [("t4", 3), ("t4", 7)]
        assert set(anchors) == {"/2025/04/a/", "/2025/04/baku/"}


def test_unknown_term_in_brackets_is_told() -> None:
    """A term that an author names in brackets must be in the glossary."""
    made = digested({A: article("A", body="At [[t5]].")})
    _, problems = steps.link(made.content, made.texts, made.copies)
    assert [problem.message for problem in problems] == ['unknown term "t5"']


def test_explanation_is_of_the_clean_text() -> None:
    """An entry is explained as it is built; of a path that is no entry there is no explanation."""
    made = digested({A: article("A", body="HTS.\n\nShare this\n")})
    found = steps.explain(A, made.content, made.copies)
    assert found is not None
    assert [(item.surface, item.term, item.linked) for item in found] == [("HTS", "hts", True)]
    assert steps.explain("content/glossary/hts.md", made.content, made.copies) is None


def test_message_shows_the_line_as_it_was_written(tmp_path: Path) -> None:
    """Cleaning may change a line before a problem is found in it: the author is shown the line of the file."""
    line = 'See <a href="https://example.org/">it</a> and <del>gone</del>.'
    report = examine(small(tmp_path, {A: article("Talks", body=line)}), Options(now=NOW))
    spans = [problem.span for problem in report.problems if problem.code == "raw-html"]
    assert {span.text for span in spans} == {line}
    assert [span.column for span in spans] == [line.index("<del>") + 1, line.index("</del>") + 1]
