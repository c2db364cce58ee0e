"""Mails to drafts."""

from pathlib import Path

import pytest

from digest.clean.draft import to_markdown
from digest.clean.mails.mail import mail
from tests.golden import Example, examples

PAGE = examples(Path(__file__).parent.parent / "fixtures" / "mails.md")
PROSE = "The bridge over the border river opened again on Wednesday, the ministry said in a statement."


@pytest.mark.parametrize("example", PAGE, ids=lambda example: example.title)
def test_mail(example: Example) -> None:
    """The page of examples for what mails become."""
    actual = to_markdown(mail(example.given.encode())).removesuffix("\n")
    assert example.golden(actual) == actual
