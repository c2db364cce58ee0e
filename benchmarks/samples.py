"""Samples of texts, chosen as archives choose them."""

from __future__ import annotations

from collections.abc import Iterable

from digest.annotate.scan import mark
from digest.annotate.scan import sample as sample_marks


def sample(texts: Iterable[str], size: int) -> list[str]:
    """Return up to `size` different texts, the same in whatever order they come."""
    marked = {mark(text): text for text in texts}
    return [marked[one] for one in sample_marks(marked, size)]
