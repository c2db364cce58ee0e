"""Who sent a mail."""

import pytest

from digest.clean.mails.senders import sent_by


@pytest.mark.parametrize(
    ("sender", "is_list", "authors", "outlet"),
    [
        ("The Border Post <newsletter@letters.example>", False, (), "The Border Post"),
        ('"Border Post" <x12@mail.borderpost.example>', False, (), "Border Post"),
        ("Foreign Affairs <a@foreignaffairs.example>", True, (), "Foreign Affairs"),
        ("Nellie Bly from The Border Post <borderpost@letters.example>", True, ("Nellie Bly",), "The Border Post"),
        ("Nellie Bly <nelliebly@letters.example>", True, ("Nellie Bly",), ""),
        ("Nellie Bly <nelliebly@letters.example>", False, (), ""),
        ("Nellie Bly <desk@letters.example>", True, (), ""),
        ("Accounts <jane@example.org>", False, (), ""),
        ("desk@example.org", False, (), ""),
        ("", True, (), ""),
    ],
)
def test_sender(sender: str, is_list: bool, authors: tuple[str, ...], outlet: str) -> None:
    """An outlet shows by its address, an author by a list of their own; of others nothing is known."""
    assert sent_by(sender, is_list=is_list) == (authors, outlet)
