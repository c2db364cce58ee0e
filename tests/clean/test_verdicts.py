"""What became of lines, in words."""

import pytest

from digest.clean.pastes.paste import paste
from digest.clean.rules import NAMES
from digest.clean.rules.rule import Removal
from digest.clean.stray import STRAY_HTML
from digest.clean.verdicts import Verdict, fates, spared
from digest.model import Body

TALKS = (
    "The delegations met in the capital on Thursday for talks on the border, the foreign ministry said in a statement."
)


def kept(text: str, switched: dict[str, bool] | None = None, *, entry: bool = False) -> dict[str, str]:
    """Why each line of a clean text that a rule knows was left, by the line."""
    return {verdict.text: verdict.fate for verdict in spared(Body(text), switched or {}, entry=entry)}


@pytest.mark.parametrize("rule", sorted({*NAMES, STRAY_HTML}))
def test_every_rule_says_where_it_may_apply(rule: str) -> None:
    """Whatever took a line, where that may be is said in words."""
    (verdict,) = fates([Removal(rule, 3, " x ")])
    assert verdict == Verdict(3, "dropped", rule, verdict.where, "x")
    assert verdict.where.startswith(("anywhere", "around", "beside", "by where", "only", "under", "above", "where"))
    assert len(verdict.where) < 50


def test_fact_is_moved_only_where_the_front_matter_has_it() -> None:
    """A line is moved to the keys that say what it said; where none does, it is dropped."""
    draft = paste(f"Talks on the border go on\n\nBy Jane Doe\n\n1 April 2025\n\nLONDON (AFP) - {TALKS}\n\n{TALKS}")
    assert [verdict.fate for verdict in fates(draft.removals, draft)] == [
        *("moved to title", "moved to authors", "moved to date", "moved to dateline, agency"),
    ]
    draft = paste(f"Talks on the border go on\n\nDAMASCUS (ANHA) – {TALKS}\n\n{TALKS}")
    assert fates(draft.removals, draft)[1].fate == "moved to dateline, sources"
    other = Removal("byline", 9, "By John Roe", "move")
    assert fates([other], draft)[0].fate == "dropped"


def test_lines_that_nearly_went_say_what_kept_them() -> None:
    """A line that a rule knows and left has the reason: where it stands, what it is in, or what the site wants."""
    text = f"{TALKS}\n\nRelated articles\n\n> Share this\n\nAdvertisement\n\n{TALKS}"
    assert kept(text, {"advertisement": False}) == {
        "Related articles": "kept: not in the tail",
        "Share this": "kept: in a quotation",
        "Advertisement": "kept: switched off",
    }
    assert kept("Photo: Jane Doe/AFP", entry=True) == {"Photo: Jane Doe/AFP": "kept: only in imports"}
    assert kept(f"{TALKS}\n\n## Comments", entry=True) == {"Comments": "kept: in a heading"}
    assert kept("```\nShare this\n```", entry=True) == {"Share this": "kept: in code"}
    assert kept("- Share this", entry=True) == {"Share this": "kept: in a list"}
    assert kept(f"{TALKS}\n\nOur comment policy: comments are moderated.") == {
        "Our comment policy: comments are moderated.": "kept: not beside such a line"
    }
    law = "This document is subject to approval."
    assert kept(f"{TALKS}\n\n{law}\n\n{TALKS}") == {law: "kept: within the text"}
    said = "Read more: That was what the old man wanted."
    assert kept(f"{TALKS}\n\n{said}", entry=True) == {said: "kept: a sentence of the text"}
    assert kept(f"{TALKS}\n\n{TALKS}") == {}


def test_lines_of_an_entry_keep_their_numbers() -> None:
    """A line that was left is named by its number in the file."""
    (verdict,) = spared(Body("> Share this", (12,)), {}, entry=True)
    assert (verdict.line, verdict.rule, verdict.where) == (12, "share", "anywhere")


def test_stamp_in_the_words_of_a_language() -> None:
    """A stamp is read as the text's language writes days, so that its line is told to be moved."""
    prose = "Türkiye'nin en büyük limanında çalışan işçiler, ücretlerde yüzde otuz artış sağlayan anlaşmayla işe döndü."
    text = (
        f"Mersin Limanı'nda grev sona erdi\n09.04.2025 - 14:30 | Son Güncelleme: 09.04.2025 - 18:05\n{prose}\n{prose}"
    )
    draft = paste(text)
    assert [verdict.fate for verdict in fates(draft.removals, draft)][:2] == ["moved to title", "moved to date"]
