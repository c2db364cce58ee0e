"""Expected outputs as files: pages of examples, and whole texts. DIGEST_UPDATE_GOLDEN=1 writes them anew."""

import os
from dataclasses import dataclass, replace
from pathlib import Path

UPDATE = os.environ.get("DIGEST_UPDATE_GOLDEN") == "1"


@dataclass(frozen=True)
class Example:
    """One example of a page: a title that states a rule, what goes in, and what comes out."""

    page: Path
    title: str
    given: str
    expected: str

    def __str__(self) -> str:
        """Return the example as it stands in its page."""
        return f"{self.title}\n.\n{self.given}\n.\n{self.expected}\n.\n"

    def golden(self, actual: str) -> str:
        """Return what is expected; when updating, write `actual` into the page first."""
        if not UPDATE:
            return self.expected
        page = self.page.read_text("utf-8")
        self.page.write_text(page.replace(str(self), str(replace(self, expected=actual))), "utf-8")
        return actual


def examples(*pages: Path) -> list[Example]:
    """Return the examples of pages: title, `.`, input, `.`, expected output, `.`, and a blank line."""
    return [_example(page, block) for page in pages for block in page.read_text("utf-8").split("\n.\n\n")]


def golden(path: Path, actual: str) -> str:
    """Return what a file says should come out; when updating, write `actual` first."""
    if UPDATE:
        path.write_text(actual, "utf-8")
    return path.read_text("utf-8") if path.exists() else ""


def _example(page: Path, block: str) -> Example:
    title, given, expected = block.removesuffix("\n.\n").strip("\n").split("\n.\n")
    return Example(page, title, given, expected)
