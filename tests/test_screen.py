import io
import threading

import pytest
from rich.console import Console

from digest import screen
from digest.annotate import Explanation
from digest.annotate.explain import Loser
from digest.problems import Span

UNDECIDED = "nothing decides what it means here"


def place(
    column: int, surface: str, term: str = "", *losers: Loser, rule: str = "", sense: str = "", score: int | None = None
) -> Explanation:
    """A place in the third line of an entry; it is linked where there is a term and no rule against it."""
    linked, undecided = bool(term and not rule), sense == UNDECIDED
    span = Span("content/articles/a.md", 3, column)
    return Explanation(span, surface, term, linked, undecided, sense, rule or sense, score, losers)


def shown(capsys: pytest.CaptureFixture[str], *found: Explanation) -> str:
    """What is printed of explanations."""
    screen.show_explanations(found)
    printed = capsys.readouterr()
    assert printed.err == ""
    return printed.out


def test_explanations_are_grouped_and_aligned(capsys: pytest.CaptureFixture[str]) -> None:
    """Places stand by what became of them, in columns: place, words, term, reasons; below a place, who lost and why."""
    assert shown(
        capsys,
        place(1, "T4", "t4-air-base", Loser("thyroxine", "less evidence", 1), sense="evidence", score=12),
        place(24, "Israel", "", Loser("israel", "inside a longer name", None), sense="inside a longer name"),
        place(
            31,
            "HTS",
            "",
            Loser("hts", "not enough evidence", 4),
            Loser("screening", "out of scope (themes: health)", None),
            sense=UNDECIDED,
        ),
        place(104, "T4", "t4-air-base", sense="the text spells it out", rule="the term is linked already"),
    ) == (
        "content/articles/a.md\n"
        "\n"
        "1 linked\n"
        "  3:1    T4      t4-air-base    evidence (12 points)\n"
        "                 not thyroxine  less evidence (1 point)\n"
        "\n"
        "1 undecided\n"
        "  3:31   HTS     ?              nothing decides what it means here\n"
        "                 hts?           not enough evidence (4 points)\n"
        "                 screening?     out of scope (themes: health)\n"
        "\n"
        "2 not linked\n"
        "  3:24   Israel  (israel)       inside a longer name\n"
        "  3:104  T4      t4-air-base    the term is linked already; the text spells it out\n"
        "\n"
        "To decide, give the full name once, or write [[term|words]] for a link and [[!words]] for none.\n"
    )


def test_columns_are_those_of_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    """Marks take no column and wide characters two; a control character cannot drive the terminal."""
    lines = shown(
        capsys,
        place(1, "Ṣaydnāyā".replace("ā", "a\u0304"), "saydnaya", sense="the only sense"),
        place(2, "哈马斯", "hamas", sense="the only sense"),
        place(3, "a\x1bb", "ab", sense="the only sense"),
    ).splitlines()[3:]
    assert [line.partition("the only")[0] for line in lines] == [
        "  3:1  Ṣaydna\u0304ya\u0304  saydnaya  ",
        "  3:2  哈马斯    hamas     ",
        "  3:3  a\ufffdb       ab        ",
    ]


def test_long_words_move_their_own_line_only(capsys: pytest.CaptureFixture[str]) -> None:
    """One very long name does not push all other lines out of the window."""
    long = "Office of the " + "Very " * 10 + "High Commissioner"
    lines = shown(capsys, place(1, long, "office", sense="a"), place(2, "Homs", "homs", sense="a")).splitlines()[3:]
    assert lines == [f"  3:1  {long}  office  a", f"  3:2  {'Homs':40}  homs    a"]


@pytest.mark.parametrize("terminal", [True, False])
def test_status_needs_no_thread(monkeypatch: pytest.MonkeyPatch, terminal: bool) -> None:
    """What is being done is shown on a terminal only, and without a thread: beside one, no process could be forked."""
    out = io.StringIO()
    monkeypatch.setattr(screen, "_SCREEN", Console(file=out, force_terminal=terminal))
    before = threading.active_count()
    with screen.status() as say:
        say("reading")
        assert threading.active_count() == before
    assert ("reading …" in out.getvalue()) == terminal
